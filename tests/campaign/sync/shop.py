"""An upstream that changes between any two of its answers, and one counter that loads from it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from pathlib import Path
from random import Random

import httpx

from refund_gui.credentials import ApiKeys
from refund_gui.domain.payment import Payment
from refund_gui.portone.numbers import RequestNumbers
from refund_gui.portone.v1 import PortOneV1
from refund_gui.portone.wire import parse, payment_of
from refund_gui.practice.app import KEY, SECRET, PracticeApp
from refund_gui.practice.records import Record, Status
from refund_gui.practice.wire import dumps
from refund_gui.terminal.syncing import Syncing, SyncResult
from tests.campaign.simulator.computer import Disk
from tests.practice.shop_kit import NOW
from tests.terminal.shop import TestClock

AMOUNT = 10_000


class Killed(BaseException):
    """The process died here. Not an Exception, so that nothing may handle it."""


class Place(Enum):
    """Where a process may die, once for each page."""

    ASKED = 1  # the request never arrives
    ANSWERED = 2  # the page came, nothing of it is saved
    SAVED = 3  # the page is saved, its span is still unread
    SHRUNK = 4  # its span is read


class Kind(Enum):
    """What may happen upstream."""

    TIME = 1  # `number` seconds pass
    READY = 2  # somebody opens the payment window
    PAID = 3  # a new payment
    LATE = 4  # a new payment that is listed `number` seconds after it was paid
    FAILED = 5  # a new payment that fails
    DEPOSIT = 6  # the oldest that waits is paid
    GIVEN_UP = 7  # the oldest that waits fails
    PART = 8  # a part of some payment is refunded
    REST = 9  # all that is left of it


@dataclass(frozen=True)
class Event:
    """`number` chooses the payment or says how long."""

    kind: Kind
    number: int = 0


@dataclass(frozen=True)
class Old:
    """A payment from before: so many seconds ago."""

    ago: int
    status: Status
    is_refunded: bool = False


class Upstream:
    """The stand-in, and what happens to its payments."""

    def __init__(self, old: tuple[Old, ...]) -> None:
        self.clock = TestClock(NOW)
        self.app = PracticeApp(clock=self.clock.now, random=Random(1))
        self.records: list[Record] = []
        for one in old:
            record = self._add(one.status, NOW - one.ago)
            if one.is_refunded and one.status is Status.PAID:
                self.clock.sleep(-one.ago)
                self.app.cancel_outside(record.imp_uid, Decimal(AMOUNT // 4))
                self.clock.sleep(one.ago)

    def happen(self, event: Event) -> None:
        now = self.clock.now()
        match event.kind:
            case Kind.TIME:
                self.clock.advance(event.number)
            case Kind.READY:
                self._add(Status.READY, now)
            case Kind.PAID:
                self._add(Status.PAID, now)
            case Kind.LATE:
                self._add(Status.PAID, now - min(event.number, 600))
            case Kind.FAILED:
                self._add(Status.FAILED, now)
            case Kind.DEPOSIT | Kind.GIVEN_UP:
                self._end(event)
            case Kind.PART | Kind.REST:
                self._refund(event)

    def payments(self) -> dict[str, Payment]:
        """What upstream would show now, by imp_uid."""
        return {record.imp_uid: _shown(record) for record in self.records}

    def _add(self, status: Status, at: int) -> Record:
        number = len(self.records)
        record = Record(
            imp_uid=f"imp_{number:04}",
            merchant_uid=f"order-{number:04}",
            amount=Decimal(AMOUNT),
            status=status,
            pay_method="vbank" if status is Status.READY else "card",
            pg_provider="html5_inicis",
            started_at=at,
            paid_at=at if status is Status.PAID else 0,
            failed_at=at if status is Status.FAILED else 0,
        )
        self.records.append(record)
        self.app.add(record)
        return record

    def _end(self, event: Event) -> None:
        waiting = [record for record in self.records if record.status is Status.READY]
        if not waiting:
            return
        record = waiting[event.number % len(waiting)]
        if event.kind is Kind.DEPOSIT:
            record.status, record.paid_at = Status.PAID, self.clock.now()
        else:
            record.status, record.failed_at = Status.FAILED, self.clock.now()

    def _refund(self, event: Event) -> None:
        paid = [record for record in self.records if record.paid_at and record.balance]
        if not paid:
            return
        record = paid[event.number % len(paid)]
        part = record.balance if event.kind is Kind.REST else min(record.balance, Decimal(AMOUNT // 4))
        self.app.cancel_outside(record.imp_uid, part)


class SkewedClock:
    """The counter's own clock, which is wrong by so many seconds."""

    def __init__(self, clock: TestClock, skew: int) -> None:
        self._clock = clock
        self._skew = skew

    def now(self) -> int:
        return self._clock.now() + self._skew

    def monotonic(self) -> float:
        return self._clock.monotonic()


class ChangingLine(httpx.BaseTransport):
    """The way to upstream: before each list is answered, what was to happen does."""

    def __init__(self, upstream: Upstream) -> None:
        self._upstream = upstream
        self._app = httpx.WSGITransport(upstream.app)
        self.events: Iterator[tuple[Event, ...]] = iter(())
        self.asked: Callable[[], None] = lambda: None
        self.at_page: dict[str, list[tuple[Event, ...]]] = {}
        """What happens before pages of this number, one answer after the other."""
        self.lists = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if "/payments/status/" in request.url.path:
            self.asked()
            at_page = self.at_page.get(request.url.params["page"])
            for event in (*next(self.events, ()), *(at_page.pop(0) if at_page else ())):
                self._upstream.happen(event)
            self.lists += 1
        return self._app.handle_request(request)


class Counter:
    """One data directory; `load` may die, and the next one is a new process."""

    def __init__(
        self,
        directory: Path,
        upstream: Upstream,
        page_size: int,
        skew: int = 0,
        gateway: type[PortOneV1] = PortOneV1,
    ) -> None:
        self._kind = gateway
        self._upstream = upstream
        self._page_size = page_size
        self._clock = SkewedClock(upstream.clock, skew)
        self._disk = Disk(directory)
        self.line = ChangingLine(upstream)
        self._start()

    def load(
        self,
        days: int | None,
        events: tuple[tuple[Event, ...], ...] = (),
        dies: tuple[Place, int] | None = None,
        cancelled_after: int | None = None,
    ) -> SyncResult | None:
        """The result; None when it died at its so many-th page."""
        reached = dict.fromkeys(Place, 0)

        def reach(place: Place) -> None:
            reached[place] += 1
            if dies == (place, reached[place]):
                raise Killed(place)

        records = self.store.payments
        save = records.save

        def saved(payments: tuple[Payment, ...]) -> int:
            reach(Place.ANSWERED)
            return save(payments)

        self.line.events = iter(events)
        self.line.asked = lambda: reach(Place.ASKED)
        records.save = saved  # type: ignore[assignment, method-assign]  # a place to die
        syncing = Syncing(self.store, self._gateway, self._clock, lambda _: reach(Place.SAVED))
        try:
            return syncing.run(
                days,
                lambda _: reach(Place.SHRUNK),
                lambda: cancelled_after is not None and reached[Place.ASKED] >= cancelled_after,
                self._upstream.clock.advance,
            )
        except Killed:
            self._disk.kill()
            self._start()
            return None
        finally:
            records.save = save  # type: ignore[method-assign]
            self.line.events, self.line.asked = iter(()), lambda: None

    def stored(self, imp_uid: str) -> Payment | None:
        """Without the number of its request."""
        payment = self.store.payments.get(imp_uid)
        return replace(payment, request_no=0) if payment else None

    def close(self) -> None:
        self._disk.close()

    def _start(self) -> None:
        self.store = self._disk.open(self._clock)
        # A process dies here, never the computer: the disk need not be waited for.
        self.store._database.peewee.execute_sql("PRAGMA synchronous = off")
        self._gateway = self._kind(
            "https://api.iamport.kr",
            lambda: self.line,
            self._clock,
            RequestNumbers(self.store.payments.highest_request_no()),
            ApiKeys(KEY, SECRET),
            page_size=self._page_size,
        )


def differences(upstream: Upstream, counter: Counter) -> list[str]:
    """Payments that are not stored as upstream shows them, of those that were asked for."""
    coverage = counter.store.coverage.load()
    assert coverage is not None
    assert coverage.newest is None, "something is unread"
    wrong = []
    for record, shown in zip(upstream.records, upstream.payments().values(), strict=True):
        stored = counter.stored(record.imp_uid)
        if stored != shown and (stored is not None or record.final_at >= coverage.since):
            wrong.append(f"{record.imp_uid} is {stored and stored.status}, upstream says {shown.status}")
    return wrong


def _shown(record: Record) -> Payment:
    envelope = parse(dumps({"code": 0, "message": None, "response": record.annotation()}).encode())
    return payment_of(envelope["response"], 0)
