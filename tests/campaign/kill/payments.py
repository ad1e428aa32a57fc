"""The four kinds of payment that are refunded, and what is refunded of them. All people are made up."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from refund_gui.domain.money import Money
from refund_gui.domain.refund import RefundAccount
from refund_gui.practice.records import Record
from tests.practice.shop_kit import payment


@dataclass(frozen=True)
class Kind:
    """A payment; a part of it is refunded where the PG can do that: a part can be doubled."""

    amount: Decimal
    pay_method: str
    pg_provider: str
    part: Decimal | None = None
    account: RefundAccount | None = None
    currency: str = "KRW"

    def record(self, imp_uid: str) -> Record:
        return payment(imp_uid, self.amount, self.pay_method, self.pg_provider, currency=self.currency)

    @property
    def refunded(self) -> Decimal:
        """What one refund moves, in the payment's currency."""
        return self.part or self.amount

    def money(self, balance: Money) -> Money:
        return balance if self.part is None else Money(int(self.part), self.currency)


KIND: Final = {
    "card": Kind(Decimal(10_000), "card", "html5_inicis", part=Decimal(4_000)),
    "vbank": Kind(
        Decimal(30_000),
        "vbank",
        "html5_inicis",
        part=Decimal(12_000),
        account=RefundAccount("신한은행", "88", "9990001234567", "김가람"),
    ),
    "phone": Kind(Decimal(9_000), "phone", "danal"),
    "asynchronous": Kind(Decimal("12.34"), "paypal", "paypal_v2", currency="USD"),
}

IMP_UID: Final = "imp_killed"
