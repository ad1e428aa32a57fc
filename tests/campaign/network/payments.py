"""The kinds of payment that every fault meets. All people and accounts are made up."""

from dataclasses import dataclass
from decimal import Decimal

from refund_gui.domain.money import Money, from_number
from refund_gui.domain.refund import RefundAccount
from refund_gui.practice.records import Cancel, Record
from tests.practice.shop_kit import HOUR, NOW, payment

OTHER_UID = "imp_other"
CONSOLE = "관리자페이지취소"
"""The reason of a refund made in the console, which is none of ours."""


@dataclass(frozen=True)
class PaymentKind:
    """A payment and the refund of it. Amounts in the payment's currency.

    A part is refunded wherever the PG can do it: a whole refund cannot be doubled, a part can.
    """

    name: str
    pay_method: str
    pg_provider: str
    paid: Decimal
    amount: Decimal
    other_amount: Decimal
    """What somebody refunds in the console."""
    currency: str = "KRW"
    account: RefundAccount | None = None
    acts_later: bool = False
    """The PG says yes before it acts (protocol: ACCEPTED)."""

    @property
    def imp_uid(self) -> str:
        return f"imp_{self.name}"

    @property
    def money(self) -> Money:
        return from_number(self.amount, self.currency)

    def record(self) -> Record:
        """The payment as upstream has it: untouched."""
        return payment(self.imp_uid, self.paid, self.pay_method, self.pg_provider, currency=self.currency)

    def other_record(self) -> Record:
        """Somebody else's payment, of which the same amount was refunded: whoever takes it for ours errs."""
        other = payment(OTHER_UID, self.paid, currency=self.currency)
        other.add(Cancel("cncl_other", "tid_other", self.amount, NOW - HOUR, CONSOLE, None))
        return other


CARD = PaymentKind("card", "card", "tosspayments", Decimal(10_000), Decimal(4_000), Decimal(1_000))
VBANK = PaymentKind(
    "vbank",
    "vbank",
    "html5_inicis",
    Decimal(30_000),
    Decimal(12_000),
    Decimal(1_000),
    account=RefundAccount("신한은행", "88", "9990001234567", "김가람"),
)
PHONE = PaymentKind("phone", "phone", "danal", Decimal(9_000), Decimal(9_000), Decimal(1_000))
PAYPAL = PaymentKind(
    "paypal",
    "paypal",
    "paypal_v2",
    Decimal("12.34"),
    Decimal("5.67"),
    Decimal("1.01"),
    currency="USD",
    acts_later=True,
)

PAYMENTS = (CARD, VBANK, PHONE, PAYPAL)
