"""A bank account as people write it; each failure its own error with its limit."""

import pytest

from refund_gui.domain import account as a
from refund_gui.domain.banks import BankCodes
from refund_gui.domain.refund import RefundAccount
from refund_gui.domain.request import TextUnsendable
from refund_gui.domain.rules import AccountNeed
from refund_gui.errors import InvalidInput

NEED = AccountNeed(BankCodes.LAST_TWO, tel=False)
NEED_TEL = AccountNeed(BankCodes.KFTC, tel=True)


def typed(**changes: str) -> RefundAccount:
    parts = {
        "bank_name": "신한은행",
        "bank_code": "88",
        "number": "110-123-456789",
        "again": "110 123 456789",
        "holder": " 홍길동 ",
        "tel": "",
    }
    return a.account_from_typed(**(parts | changes), need=NEED)


def test_an_account_is_read_as_people_write_it() -> None:
    account = RefundAccount("신한은행", "88", "110123456789", "홍길동")
    assert typed() == account
    assert typed(number="１１０１２３４５６７８９", again="110123456789") == account


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"bank_code": " "}, a.BankMissing),
        ({"bank_code": "88!"}, a.BankCodeInvalid),
        ({"bank_code": "신한"}, a.BankCodeInvalid),
        ({"bank_code": "1" * 11}, a.BankCodeInvalid),
        ({"number": ""}, a.AccountNumberMissing),
        ({"number": "110-12A-4567"}, a.AccountNotDigits),
        ({"number": "1234567"}, a.AccountLength),
        ({"number": "1" * 21}, a.AccountLength),
        ({"again": "110123456780"}, a.AccountsDiffer),
        ({"again": ""}, a.AccountsDiffer),
        ({"holder": " "}, a.HolderMissing),
        ({"holder": "홍" * 33}, a.HolderTooLong),
        ({"holder": "홍\ud800"}, TextUnsendable),
    ],
)
def test_wrong_accounts(changes: dict[str, str], error: type[InvalidInput]) -> None:
    with pytest.raises(error) as raised:
        typed(**changes)
    assert type(raised.value) is error


def test_limits_are_in_the_errors() -> None:
    with pytest.raises(a.AccountLength) as length:
        a.check_account_number("123")
    assert (length.value.least, length.value.most) == (8, 20)
    with pytest.raises(a.HolderTooLong) as holder:
        a.check_holder("x" * 40)
    assert holder.value.limit == 32
    with pytest.raises(a.BankCodeInvalid) as code:
        a.check_bank_code("12345678901")
    assert code.value.limit == 10


@pytest.mark.parametrize("tel", ["", "0101234", "0101234567890", "010-ABCD-1234"])
def test_a_tel_where_the_pg_wants_one(tel: str) -> None:
    assert a.check_tel(tel, NEED) == ""
    assert a.check_tel("010-1234-5678", NEED_TEL) == "01012345678"
    with pytest.raises(a.TelInvalid) as raised:
        a.check_tel(tel, NEED_TEL)
    assert (raised.value.least, raised.value.most) == (9, 12)
