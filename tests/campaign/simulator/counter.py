"""One counter of the shop: its computer with its clock and disk, and the real program on it."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from refund_gui.credentials import MemoryKeys
from refund_gui.domain.refund import Cause, Move, Origin, Refund, RefundAttempt, RefundState
from refund_gui.errors import DiskFull, StoreError
from refund_gui.failpoints import Point
from refund_gui.high_water import MemoryMark
from refund_gui.portone.numbers import RequestNumbers
from refund_gui.store import Store
from refund_gui.terminal.keys import KeySetup
from refund_gui.terminal.terminal import make_terminal
from tests.campaign.simulator.computer import ComputerClock, Disk
from tests.campaign.simulator.figures import Figures
from tests.campaign.simulator.timeline import Timeline
from tests.campaign.simulator.upstream import Upstream
from tests.campaign.simulator.wire import DirectV1, Wire

S = RefundState

CRASHES = {
    Point.BEFORE_PREPARED: 0.002,
    Point.AFTER_PREPARED: 0.004,
    Point.AFTER_SENDING: 0.008,
    Point.AFTER_ANSWER: 0.008,
    Point.AFTER_UNAUTHORIZED: 0.05,
    Point.BEFORE_SPOOLED: 0.1,
    Point.AFTER_SPOOLED: 0.1,
    Point.AFTER_SAVED: 0.003,
    Point.AFTER_READING: 0.0005,
    Point.AFTER_RECORD: 0.0005,
    Point.AFTER_VERDICT: 0.01,
    Point.AFTER_REPLAYED: 0.05,
    Point.AFTER_INTERRUPTED: 0.05,
}
"""How often the process dies at each point that it passes."""

_WRITES = {
    "refunds": ("add", "begin_attempt", "end_attempt", "move"),
    "payments": ("save",),
    "plans": ("was_read", "was_not_read", "end"),
    "spool": ("write",),
}
_ENDED = frozenset({S.NOT_EXECUTED, S.REJECTED, S.STALE, S.CANCELLED})


class Killed(BaseException):
    """The process of this counter died. Not an Exception, so that nothing may handle it."""

    def __init__(self, counter: "Counter") -> None:
        self.counter = counter


MakeGateway = Callable[[Wire, ComputerClock, RequestNumbers], DirectV1]


class Counter:
    """`start` is a new process on what the last one left on the disk."""

    def __init__(
        self,
        name: str,
        directory: Path,
        timeline: Timeline,
        upstream: Upstream,
        random: Random,
        figures: Figures,
        make_gateway: MakeGateway,
    ) -> None:
        self.name = name
        self.clock = ComputerClock(timeline)
        self.wire = Wire(upstream, timeline, random, figures)
        self.wire.sleep = self.sleep
        self.crashes = 1.0
        """0: the process dies no more."""
        self.disk_is_full = False
        self.is_running = False
        self.is_asleep = False
        self.was_restored = False
        self.busy: set[str] = set()
        """imp_uids that a clerk is at work on: the window has one dialog for a payment."""
        self.acts = 0
        """What this process is at work on at once."""
        self._disk = Disk(directory)
        self._timeline = timeline
        self._random = random
        self._figures = figures
        self._make_gateway = make_gateway
        self._mark = MemoryMark()

    def start(self) -> None:
        """Start the program. Raises StoreError when it cannot; it does not run then."""
        self.store: Store = self._disk.open(self.clock)
        self._watch_writes()
        gateway = self._make_gateway(
            self.wire, self.clock, RequestNumbers(self.store.payments.highest_request_no())
        )
        keys = KeySetup(self.store, MemoryKeys(), lambda _: gateway, gateway.use_keys)
        self.terminal = make_terminal(
            self.store, gateway, self.clock, keys, lambda: self.name, self._mark, self._fail
        )
        try:
            self.terminal.reconciler.recover()
        except StoreError:
            self._disk.close()
            raise
        self.is_running = True

    @property
    def is_up(self) -> bool:
        """Whether its program runs."""
        return self.is_running and not self.is_asleep

    def stop(self) -> None:
        """An orderly end."""
        self._disk.close()
        self.is_running = False

    def die(self) -> None:
        """The process is killed."""
        self._disk.kill()
        self.is_running = False
        self.busy.clear()

    def fill_disk(self, seconds: float) -> None:
        """Until somebody makes room, most writes fail."""
        self.disk_is_full = True

        def make_room() -> None:
            self.disk_is_full = False

        self._timeline.later(seconds, make_room)

    def back_up(self) -> None:
        """Somebody copies the store."""
        self._disk.back_up()

    def restore(self) -> bool:
        """Somebody ends the program and puts an old copy in the store's place, if there is one."""
        if not self._disk.backups:
            return False
        if self.is_running:
            self.stop()
        self._disk.restore(self._random.choice(self._disk.backups))
        self.was_restored = True
        return True

    def sleep(self, seconds: float) -> None:
        """The computer sleeps in the middle of a request."""
        self.is_asleep = True
        self._timeline.wait(seconds)
        self.wake(seconds)

    def wake(self, slept: float) -> None:
        """It has slept so many seconds."""
        self.clock.slept += slept
        self.is_asleep = False

    def mend(self) -> None:
        """From now on everything works."""
        self.crashes = self.wire.faults = 0.0
        self.wire.is_down = self.disk_is_full = self.is_asleep = False
        self.clock.ahead = 0
        if not self.is_running:
            self.start()

    def _fail(self, point: Point) -> None:
        if self._random.random() < CRASHES[point] * self.crashes:
            raise Killed(self)

    def _watch_writes(self) -> None:
        """Count what is written, and let the disk be full at times."""
        for records, names in _WRITES.items():
            for name in names:
                owner = getattr(self.store, records)
                setattr(owner, name, self._watched(getattr(owner, name), f"{records}.{name}"))

    def _watched(self, write: Callable[..., Any], name: str) -> Callable[..., Any]:
        def watched(*given: Any, **named: Any) -> Any:
            if name == "refunds.end_attempt" and self._random.random() < 0.01 * self.crashes:
                self.fill_disk(self._random.uniform(5, 200))  # while the answer was on its way
            if not self.disk_is_full or self._random.random() < 0.3:
                result = write(*given, **named)
                self._count(name, given)
                return result
            if self._random.random() < 0.1:  # it went through, and is reported as failed
                write(*given, **named)
                self._count(name, given)
            self._figures.counts["unsaved"] += name == "refunds.end_attempt"
            raise DiskFull(str(self._disk.data_dir), name)

        return watched

    def _count(self, name: str, given: tuple[Any, ...]) -> None:
        counts = self._figures.counts
        for value in given:
            if isinstance(value, Refund) and name == "refunds.add":
                counts["adopted" if value.origin is Origin.FOUND_UPSTREAM else "refunds"] += 1
            elif isinstance(value, Move):
                counts["unknown"] += value.new is S.UNKNOWN
                counts["accepted"] += value.new is S.ACCEPTED and value.cause is not Cause.PERSON
                counts["reviews"] += value.new is S.NEEDS_REVIEW
                counts["late"] += value.old in _ENDED and value.new is S.SUCCEEDED
                counts["attempts"] += isinstance(value, RefundAttempt)
