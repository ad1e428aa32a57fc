"""The shop's payments at the stand-in: found, listed and cancelled. The caller holds the lock."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from refund_gui.practice.cancelling import NO_PAYMENT, Refused, Wanted, examine, refused_by_shop
from refund_gui.practice.faults import AnswerLost, Fault, Planned
from refund_gui.practice.records import Cancel, Record, Status
from refund_gui.practice.wire import Request

STATUSES = frozenset({"all", *Status})
"""What may stand in a path as a status."""

SORTINGS: dict[str, Callable[[Record], int]] = {
    "started": lambda record: record.started_at,
    "paid": lambda record: record.paid_at,
    "updated": lambda record: record.final_at,
}


Keep = Callable[[str, Cancel], None]
"""Takes the imp_uid and every cancel that is executed, to write it down."""


@dataclass(frozen=True)
class _Pending:
    """A cancel for later; `due` in unix seconds, None: by settle(). `unchecked` ones are checked then."""

    due: int | None
    record: Record
    wanted: Wanted
    unchecked: Request | None


class Shop:
    """Payments by imp_uid, and what happens to them."""

    def __init__(self, records: Iterable[Record], random: Random, keep: Keep | None = None) -> None:
        self._random = random
        self._keep = keep
        self._records = {record.imp_uid: record for record in records}
        self._pending: list[_Pending] = []

    def payment(self, imp_uid: str) -> Record | None:
        return self._records.get(imp_uid)

    def add(self, record: Record) -> None:
        self._records[record.imp_uid] = record

    def attempts(
        self, merchant_uid: str, status: str | None = None, sorting: str = "-started"
    ) -> list[Record]:
        """Every payment of an order number, sorted."""
        found = [r for r in self._records.values() if r.merchant_uid == merchant_uid]
        return in_order((r for r in found if status in (None, "all", r.status)), sorting)

    def window(self, status: str, start: int, end: int, sorting: str) -> list[Record]:
        """Payments whose final status is `status` or any, reached from `start` to `end`, both inclusive."""
        found = (
            r for r in self._records.values() if status in ("all", r.status) and start <= r.final_at <= end
        )
        return in_order(found, sorting)

    def cancel(self, request: Request, now: int, twist: Planned | None) -> Record:
        """Do POST /payments/cancel; the payment that the answer shows. Raises Refused, AnswerLost."""
        record = self._to_cancel(request)
        wanted = examine(record, request, now)
        if twist is not None:
            if twist.fault in {Fault.ASYNCHRONOUS, Fault.LATE}:
                return self._put_off(record, wanted, request, now, twist)
            wanted = _twisted(wanted, record, twist)
        self._execute(record, wanted, now)
        if twist is not None and twist.fault is Fault.WRONG_PAYMENT:
            return next((r for r in self._records.values() if r is not record), record)
        return record

    def cancel_outside(self, imp_uid: str, amount: Decimal, reason: str, now: int) -> Cancel:
        """A cancel that somebody made in the console: no checksum, no tag."""
        return self._execute(self._records[imp_uid], Wanted(amount, reason), now)

    def run_due(self, now: int, everything: bool = False) -> int:
        """Execute the pending cancels that are due (or all); how many were."""
        ripe = [p for p in self._pending if everything or (p.due is not None and p.due <= now)]
        done = 0
        for pending in ripe:
            self._pending.remove(pending)
            done += self._execute_pending(pending, now)
        return done

    def _to_cancel(self, request: Request) -> Record:
        """imp_uid wins; of several attempts with one order number the newest that has something to cancel."""
        imp_uid, merchant_uid = request.text("imp_uid"), request.text("merchant_uid")
        if not imp_uid and not merchant_uid:
            raise refused_by_shop("imp_uid, merchant_uid 중 하나는 필수입니다.")
        found = [self._records[imp_uid]] if imp_uid in self._records else []
        if not imp_uid:
            attempts = self.attempts(merchant_uid)
            found = [r for r in attempts if r.paid_at and r.balance] or attempts
        if not found:
            raise refused_by_shop(NO_PAYMENT)
        return found[0]

    def _put_off(self, record: Record, wanted: Wanted, request: Request, now: int, twist: Planned) -> Record:
        late = twist.fault is Fault.LATE
        due = now + round(twist.seconds) if late or twist.seconds else None
        self._pending.append(_Pending(due, record, wanted, request if late else None))
        if late:
            raise AnswerLost(twist.fault.value)
        return record

    def _execute_pending(self, pending: _Pending, now: int) -> bool:
        wanted = pending.wanted
        moment = now if pending.due is None else min(now, pending.due)
        if pending.unchecked is not None:
            try:
                wanted = examine(pending.record, pending.unchecked, moment)
            except Refused:
                return False
        if wanted.amount > pending.record.balance:
            return False
        self._execute(pending.record, wanted, moment)
        return True

    def _execute(self, record: Record, wanted: Wanted, now: int) -> Cancel:
        number = self._random.getrandbits(48)
        cancel = Cancel(
            cancellation_id=f"cncl_{number:012x}",
            pg_tid=f"{record.pg_provider}_cancel_{number:012x}",
            amount=wanted.amount,
            cancelled_at=now,
            reason=wanted.reason,
            receipt_url=f"https://receipt.example.invalid/{record.pg_provider}/cancel/{number:012x}",
            tax_free=wanted.tax_free,
            vat_amount=wanted.vat_amount,
            escrow_confirmed=wanted.escrow_confirmed,
        )
        if self._keep is not None:
            self._keep(record.imp_uid, cancel)
        record.add(cancel)
        return cancel


def in_order(records: Iterable[Record], sorting: str) -> list[Record]:
    """Sorted by one of SORTINGS, descending with a "-" before it; imp_uid settles ties."""
    time = SORTINGS[sorting.removeprefix("-")]
    return sorted(records, key=lambda r: (time(r), r.imp_uid), reverse=sorting.startswith("-"))


def _twisted(wanted: Wanted, record: Record, twist: Planned) -> Wanted:
    """What a fault makes of a cancel."""
    match twist.fault:
        case Fault.TAG_STRIPPED:
            return replace(wanted, reason=re.sub(r"^\[\w+\]\s*", "", wanted.reason))
        case Fault.WRONG_AMOUNT:
            return replace(wanted, amount=twist.amount or _one_off(wanted.amount, record))
        case _:
            return wanted


def _one_off(amount: Decimal, record: Record) -> Decimal:
    unit = Decimal(1).scaleb(-record.decimals)
    return amount - unit if amount > unit else amount + unit
