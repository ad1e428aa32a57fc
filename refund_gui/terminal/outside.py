"""What was refunded outside of this terminal: noted, taken back, listed. Never sends anything."""

import uuid
from collections.abc import Callable
from datetime import date

from refund_gui.clock import Clock, in_korea
from refund_gui.domain.money import Money
from refund_gui.domain.outside import OutsideRefund, OutsideWay, check_outside_amount, check_outside_day, gone
from refund_gui.domain.periods import first_second
from refund_gui.domain.request import check_note
from refund_gui.errors import NotAllowed
from refund_gui.store import Store


class OutsideRefunds:
    """Notes beside the refund protocol. They lower what can be refunded here, and move no refund."""

    def __init__(
        self, store: Store, clock: Clock, new_id: Callable[[], str] = lambda: uuid.uuid4().hex
    ) -> None:
        self._store = store
        self._clock = clock
        self._new_id = new_id

    def note(
        self, imp_uid: str, amount: Money, day: date, way: OutsideWay, note: str, operator: str
    ) -> OutsideRefund:
        """Write down what went back on this Korean day. The limit is what is left as read last.

        Raises InvalidInput for an amount, day or note that cannot be; RefundIsOpen; StoreError; and
        NotAllowed for a payment that is not stored.
        """
        payment = self._store.payments.get(imp_uid)
        if payment is None:
            raise NotAllowed(f"payment {imp_uid} is not stored")
        now = self._clock.now()
        refunds = self._store.refunds.of_payment(imp_uid)
        left = payment.balance - gone(payment, refunds, self.of(imp_uid))
        check_outside_amount(amount, payment, left)
        check_outside_day(day, payment, now)
        outside = OutsideRefund(
            note_id=self._new_id(),
            imp_uid=imp_uid,
            amount=amount,
            refunded_at=now if day == in_korea(now).date() else first_second(day),
            way=way,
            note=check_note(note),
            operator=operator,
            noted_at=now,
        )
        self._store.outside.add(outside)
        return outside

    def withdraw(self, note_id: str, operator: str) -> OutsideRefund:
        """A wrong note is taken back, for good. Raises NotAllowed for a second time, or StoreError."""
        return self._store.outside.withdraw(note_id, self._clock.now(), operator)

    def of(self, imp_uid: str) -> tuple[OutsideRefund, ...]:
        """The payment's notes as they were written, also those that were taken back. Raises StoreError."""
        return self._store.outside.of_payment(imp_uid)
