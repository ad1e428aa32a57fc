"""What a person may ask for; each failure its own error with its limit."""

from collections.abc import Callable

import pytest

from refund_gui.domain import request as r
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Payment, Promotion
from refund_gui.domain.refund import RefundAccount
from refund_gui.domain.rules import Obstacle, refund_rules
from refund_gui.errors import InvalidInput
from tests.domain.made_up import entry, won

MakePayment = Callable[..., Payment]
NOW = 1_780_100_000
ACCOUNT = RefundAccount("신한은행", "88", "110123456789", "홍길동")


def check(
    payment: Payment, amount: Money, account: RefundAccount | None = None, reason: str = "변심"
) -> None:
    request = r.RefundRequest(payment.imp_uid, amount, reason, account=account)
    r.check_request(request, payment, refund_rules(payment, NOW))


def test_a_part_and_the_whole_pass(make_payment: MakePayment) -> None:
    payment = make_payment(entry(4_000))
    for amount in (1, 5_999, 6_000):
        check(payment, won(amount))
    with pytest.raises(r.AboveBalance) as raised:
        check(payment, won(6_001))
    assert raised.value.limit == won(6_000)


def test_the_amount_is_in_the_payments_currency(make_payment: MakePayment) -> None:
    with pytest.raises(r.WrongCurrency):
        check(make_payment(), Money(1_000, "USD"))


def test_an_obstacle_comes_first(make_payment: MakePayment) -> None:
    with pytest.raises(r.NotRefundable) as raised:
        check(make_payment(entry(10_000)), won(1))
    assert raised.value.obstacle is Obstacle.FULLY_REFUNDED


def test_a_promotion_only_whole(make_payment: MakePayment) -> None:
    payment = make_payment(promotion=Promotion("p", won(500)))
    check(payment, won(10_000))
    with pytest.raises(r.PartNotAllowed) as raised:
        check(payment, won(9_999))
    assert raised.value.limit == won(10_000)


def test_an_account_exactly_where_it_is_needed(make_payment: MakePayment) -> None:
    vbank = make_payment(pay_method="vbank")
    check(vbank, won(1), ACCOUNT)
    with pytest.raises(r.AccountMissing):
        check(vbank, won(1))
    with pytest.raises(r.AccountNotNeeded):
        check(make_payment(), won(1), ACCOUNT)


def test_a_purchase_is_confirmed_only_of_an_escrow_payment(make_payment: MakePayment) -> None:
    for escrow in (True, False):
        payment = make_payment(escrow=escrow)
        request = r.RefundRequest(payment.imp_uid, won(1), "변심", escrow_confirmed=True)
        if escrow:
            r.check_request(request, payment, refund_rules(payment, NOW))
        else:
            with pytest.raises(r.NoEscrow):
                r.check_request(request, payment, refund_rules(payment, NOW))


@pytest.mark.parametrize(
    ("reason", "error"),
    [
        ("", r.ReasonMissing),
        ("  \t ", r.ReasonMissing),
        ("가" * (r.REASON_LIMIT + 1), r.ReasonTooLong),
        ("가" * 300, r.ReasonTooLong),
        ("깨진 \ud83d", r.TextUnsendable),
        ("두\n줄", r.TextUnsendable),
        ("nul\0", r.TextUnsendable),
    ],
)
def test_wrong_reasons(make_payment: MakePayment, reason: str, error: type[InvalidInput]) -> None:
    with pytest.raises(error):
        check(make_payment(), won(1), reason=reason)


def test_the_limit_counts_the_tag() -> None:
    assert r.REASON_LIMIT == 51
    longest = "가" * r.REASON_LIMIT
    assert r.check_reason(f"  {longest} ") == longest
    assert r.check_reason("사이즈 교환 🙏") == "사이즈 교환 🙏"


def test_notes_are_optional_and_bounded() -> None:
    assert r.check_note("  ") == ""
    with pytest.raises(r.NoteTooLong) as raised:
        r.check_note("x" * 501)
    assert raised.value.limit == 500
    with pytest.raises(r.TextUnsendable):
        r.check_note("\udfff")
