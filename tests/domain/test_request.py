"""What a person may ask for; each failure its own error with its limit."""

from collections.abc import Callable

import pytest

from refund_gui.domain import request as r
from refund_gui.domain.banks import BankCodes
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Payment, Promotion
from refund_gui.domain.refund import RefundAccount
from refund_gui.domain.rules import AccountNeed, Obstacle, refund_rules
from refund_gui.errors import InvalidInput
from tests.domain.made_up import entry, won

MakePayment = Callable[..., Payment]
NOW = 1_780_100_000
NEED = AccountNeed(BankCodes.LAST_TWO, tel=False)
NEED_TEL = AccountNeed(BankCodes.KFTC, tel=True)
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


def typed(**changes: str) -> RefundAccount:
    parts = {
        "bank_name": "신한은행",
        "bank_code": "88",
        "number": "110-123-456789",
        "again": "110 123 456789",
        "holder": " 홍길동 ",
        "tel": "",
    }
    return r.account_from_typed(**(parts | changes), need=NEED)


def test_an_account_is_read_as_people_write_it() -> None:
    assert typed() == ACCOUNT
    assert typed(number="１１０１２３４５６７８９", again="110123456789") == ACCOUNT


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"bank_code": " "}, r.BankMissing),
        ({"bank_code": "88!"}, r.BankCodeInvalid),
        ({"bank_code": "신한"}, r.BankCodeInvalid),
        ({"bank_code": "1" * 11}, r.BankCodeInvalid),
        ({"number": ""}, r.AccountNumberMissing),
        ({"number": "110-12A-4567"}, r.AccountNotDigits),
        ({"number": "1234567"}, r.AccountLength),
        ({"number": "1" * 21}, r.AccountLength),
        ({"again": "110123456780"}, r.AccountsDiffer),
        ({"again": ""}, r.AccountsDiffer),
        ({"holder": " "}, r.HolderMissing),
        ({"holder": "홍" * 33}, r.HolderTooLong),
        ({"holder": "홍\ud800"}, r.TextUnsendable),
    ],
)
def test_wrong_accounts(changes: dict[str, str], error: type[InvalidInput]) -> None:
    with pytest.raises(error) as raised:
        typed(**changes)
    assert type(raised.value) is error


def test_limits_are_in_the_errors() -> None:
    with pytest.raises(r.AccountLength) as length:
        r.check_account_number("123")
    assert (length.value.least, length.value.most) == (8, 20)
    with pytest.raises(r.HolderTooLong) as holder:
        r.check_holder("x" * 40)
    assert holder.value.limit == 32
    with pytest.raises(r.BankCodeInvalid) as code:
        r.check_bank_code("12345678901")
    assert code.value.limit == 10


@pytest.mark.parametrize("tel", ["", "0101234", "0101234567890", "010-ABCD-1234"])
def test_a_tel_where_the_pg_wants_one(tel: str) -> None:
    assert r.check_tel(tel, NEED) == ""
    assert r.check_tel("010-1234-5678", NEED_TEL) == "01012345678"
    with pytest.raises(r.TelInvalid) as raised:
        r.check_tel(tel, NEED_TEL)
    assert (raised.value.least, raised.value.most) == (9, 12)
