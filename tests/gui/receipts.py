"""Receipts to test with: a usual one, and the longest texts that upstream's fields can hold (api-v1 §4)."""

from dataclasses import replace

from refund_gui.domain.money import Money
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Base, MaskedAccount, Payout, Refund, RefundState, TaxParts
from refund_gui.settings import Settings
from refund_gui.ui.receipt import Receipt
from tests.store.made_up import NOW, entry, payment, refund, won

LINK = "https://receipt.example.invalid/cancel/000000000001"
SETTINGS = Settings(
    shop="가을상점",
    business_number="1234567891",
    receipt_footer="교환은 7일 안에 영수증과 함께 오세요.\n감사합니다.",
)


def usual_payment() -> Payment:
    """Refunded in two parts, the second of them here."""
    return payment(
        card_name="가상카드",
        card_number="123456******7890",
        cancel_amount=won(5_000),
        receipt_url="https://receipt.example.invalid/pay/1",
        cancellations=(entry("c0", amount=won(2_000)), entry("c1", receipt_url=LINK)),
    )


def usual_refund() -> Refund:
    return refund(
        state=RefundState.SUCCEEDED,
        account=None,
        base=Base(won(2_000), ("c0",)),
        checksum=won(8_000),
        cancellation_id="c1",
    )


def usual(is_practice: bool = False) -> Receipt:
    return Receipt(usual_refund(), usual_payment(), SETTINGS, is_practice, NOW, won(0))


def extreme(currency: str = "KRW", state: RefundState = RefundState.SUCCEEDED) -> Receipt:
    """Everything as long as it can be, some of it without a space, and the largest amounts."""
    largest = Money(999_999_999_999, currency)
    paid = replace(
        usual_payment(),
        merchant_uid="ORDER_2026_" + "9" * 29,
        goods="가나다라마바사 " * 5,
        buyer_name="가" * 16,
        amount=largest,
        pay_method="vbank",
        card_name="아주 긴 이름의 가상 카드 회사",
        vbank_name="가상은행",
        vbank_num="9" * 32,
        apply_num="A" * 20,
        cancellations=(entry("c" * 40, amount=largest, receipt_url=LINK + "?" + "q" * 200),),
        sandbox=True,
    )
    made = replace(
        usual_refund(),
        amount=largest,
        base=Base(Money(0, currency), ()),
        checksum=largest,
        reason="W" * 52,
        operator="W" * 30,
        counter="계산대 " * 8,
        account=MaskedAccount("아주 긴 이름의 가상 은행", "88", "4567", "김"),
        payout=Payout.LATER,
        state=state,
        tax=TaxParts(Money(99_999_999_999, currency), Money(81_818_181_818, currency)),
        cancellation_id="c" * 40,
    )
    settings = replace(SETTINGS, shop="W" * 40, receipt_footer="가" * 200)
    return Receipt(made, paid, settings, False, NOW, replace(largest, minor=99_999_999_999))
