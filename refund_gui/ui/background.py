"""The only threads of the program: lanes that take blocking jobs and deliver the results to the UI thread."""

from collections.abc import Callable
from enum import Enum
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from refund_gui.errors import ExpectedError

T = TypeVar("T")


class Lane(Enum):
    """A queue with its number of threads. A hanging call holds up its own lane only."""

    STORE = 1  # SQLite for lists and details
    READS = 2  # a dialog's fresh reading, key checks: a person waits for these
    SYNC = 3  # loading many payments
    RECONCILE = 4  # what became of open refunds
    SENDS = 5  # refunds
    COUNTS = 6  # how many orders a search or a filter finds: rows do not wait for it
    FILES = 7  # exports and printed lists: they may take a minute


_THREADS = {
    Lane.STORE: 1,
    Lane.READS: 2,
    Lane.SYNC: 1,
    Lane.RECONCILE: 1,
    Lane.SENDS: 4,
    Lane.COUNTS: 1,
    Lane.FILES: 1,
}


class _Job(NamedTuple):
    work: Callable[[], Any]
    owner: QObject
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class _Delivery(NamedTuple):
    owner: QObject
    deliver: Callable[[], None]
    unexpected: Exception | None = None


class Lanes(QObject):
    """Runs jobs beside the UI thread. One object for the program's life: it must outlive every job."""

    unexpected = Signal(object)
    """The exception of a job that failed for no known reason; its `failed` is called as well."""

    _delivered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._delivered.connect(self._on_delivered)
        self._queues: dict[Lane, SimpleQueue[_Job | None]] = {lane: SimpleQueue() for lane in Lane}
        self._lock = Lock()
        self._pending = dict.fromkeys(Lane, 0)
        self._threads: dict[Lane, list[Thread]] = {lane: [] for lane in Lane}

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do `work` on the lane; then call `done(result)` or `failed(error)` on the UI thread.

        Neither is called once `owner` was deleted. `work` must not touch a widget.
        """
        with self._lock:
            self._pending[lane] += 1
            if len(self._threads[lane]) < min(_THREADS[lane], self._pending[lane]):
                thread = Thread(
                    target=self._serve,
                    args=(lane,),
                    name=f"lane-{lane.name.lower()}",
                    daemon=True,
                )
                self._threads[lane].append(thread)
                thread.start()
        self._queues[lane].put(_Job(work, owner, done, failed))

    def is_full(self, lane: Lane) -> bool:
        """Whether a further job would have to wait."""
        with self._lock:
            return self._pending[lane] >= _THREADS[lane]

    def is_busy(self, lane: Lane) -> bool:
        """Whether a job is waiting or under way."""
        with self._lock:
            return self._pending[lane] > 0

    def close(self, patience: float) -> None:
        """Let every lane end what it is doing, for at most `patience` seconds each.

        Readers may be left behind: they are daemon threads, and nothing they do moves money.
        """
        for lane, threads in self._threads.items():
            for _ in threads:
                self._queues[lane].put(None)
        for threads in self._threads.values():
            for thread in threads:
                thread.join(patience)

    def _serve(self, lane: Lane) -> None:
        """Lane thread: one job after the other."""
        while (job := self._queues[lane].get()) is not None:
            delivery = _carry_out(job)
            with self._lock:
                self._pending[lane] -= 1
            box = [delivery]
            del job, delivery  # a waiting thread keeps nothing: a refund's job holds an account
            if isValid(self):
                self._delivered.emit(box)

    @Slot(object)
    def _on_delivered(self, box: list[_Delivery]) -> None:
        """UI thread: hand the result to whoever still wants it.

        It is taken out of its box, which the lane may be the last to drop: what dies with it dies here.
        """
        delivery = box.pop()
        if delivery.unexpected is not None:
            self.unexpected.emit(delivery.unexpected)
        if isValid(delivery.owner):
            delivery.deliver()


def _carry_out(job: _Job) -> _Delivery:
    try:
        result = job.work()
    except Exception as error:  # noqa: BLE001 - carried to the UI thread, which shows it
        caught = error
        unexpected = None if isinstance(error, ExpectedError) else error
        return _Delivery(job.owner, lambda: job.failed(caught), unexpected)
    return _Delivery(job.owner, lambda: job.done(result))
