"""Notes of what was refunded outside: added, taken back by a row of their own, never changed."""

from collections.abc import Sequence

import peewee as pw

from refund_gui.domain.money import Money
from refund_gui.domain.outside import OutsideRefund, OutsideWay
from refund_gui.domain.states import OPEN_STATES
from refund_gui.errors import NotAllowed, RefundIsOpen
from refund_gui.store.database import Database, Row
from refund_gui.store.tables import OutsideRefunds, OutsideWithdrawals, Refunds

_WITH_WITHDRAWALS = (
    "SELECT n.*, w.withdrawn_at, w.operator AS withdrawn_by FROM outside_refunds AS n"
    " LEFT JOIN outside_withdrawals AS w ON w.note_id = n.note_id"
)


class OutsideRecords:
    """Every method may be called in any thread; each write is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, note: OutsideRefund) -> None:
        """Write a note down. Raises RefundIsOpen while a refund of the payment has not ended.

        What is not clear yet must not be refunded in another way (protocol rule 11).
        """
        with self._database.writing():
            is_open = (Refunds.imp_uid == note.imp_uid) & Refunds.state.in_(OPEN_STATES)
            if self._database.first(Refunds.select(Refunds.id).where(is_open)):
                raise RefundIsOpen(note.imp_uid)
            self._database.insert(OutsideRefunds, _row(note))

    def withdraw(self, note_id: str, at: int, operator: str) -> OutsideRefund:
        """Take a note back, `at` in unix seconds. Raises NotAllowed for none, or for a second time."""
        row = {"note_id": note_id, "withdrawn_at": at, "operator": operator}
        try:
            with self._database.writing():
                self._database.insert(OutsideWithdrawals, row)
                [found] = self._database.select(f"{_WITH_WITHDRAWALS} WHERE n.note_id = ?", (note_id,))
        except pw.IntegrityError as error:
            raise NotAllowed(f"note {note_id}: {error}") from error
        return _note(found)

    def of_payment(self, imp_uid: str) -> tuple[OutsideRefund, ...]:
        """The payment's notes as they were written, also those that were taken back."""
        return self.of_payments([imp_uid])

    def of_payments(self, imp_uids: Sequence[str]) -> tuple[OutsideRefund, ...]:
        """The notes of these payments (at most some hundreds) as they were written."""
        rows = self._database.select_for(f"{_WITH_WITHDRAWALS} WHERE n.imp_uid IN ", imp_uids)
        return tuple(_note(row) for row in sorted(rows, key=lambda row: row["id"]))


def _row(note: OutsideRefund) -> Row:
    return {
        "note_id": note.note_id,
        "imp_uid": note.imp_uid,
        "currency": note.amount.currency,
        "amount": note.amount.minor,
        "refunded_at": note.refunded_at,
        "way": note.way,
        "note": note.note,
        "operator": note.operator,
        "noted_at": note.noted_at,
    }


def _note(row: Row) -> OutsideRefund:
    return OutsideRefund(
        note_id=row["note_id"],
        imp_uid=row["imp_uid"],
        amount=Money(row["amount"], row["currency"]),
        refunded_at=row["refunded_at"],
        way=OutsideWay(row["way"]),
        note=row["note"],
        operator=row["operator"],
        noted_at=row["noted_at"],
        withdrawn_at=row["withdrawn_at"] or 0,
        withdrawn_by=row["withdrawn_by"] or "",
    )
