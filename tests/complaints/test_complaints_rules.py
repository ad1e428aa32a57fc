"""Complaints 9, 13 and 18: what a PG allows is known before anything is sent."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from refund_gui.domain.account import AccountNotDigits, AccountsDiffer, account_from_typed
from refund_gui.domain.banks import BANKS, bank_codes, banks_of, code_for
from refund_gui.domain.limits import Caution, Obstacle, WholeOnly
from refund_gui.domain.refund import RefundAccount, RefundState
from refund_gui.domain.request import NotRefundable, PartNotAllowed
from refund_gui.domain.rules import AccountNeed
from refund_gui.practice.app import PracticeApp
from refund_gui.practice.records import Record
from refund_gui.ui import words
from refund_gui.ui.bank_fields import BankFields
from tests.gui.counter import child
from tests.practice.shop_kit import NOW, korean_time, payment
from tests.terminal.shop import Shop, TestClock

S = RefundState
NUMBER = "9990001234567"
EVENING = korean_time(2025, 11, 18, 22, 59) + 59
MORNING = korean_time(2025, 11, 19, 6, 0)
MONTHS_END = korean_time(2025, 11, 30, 23, 59) + 59

OpenShop = Callable[[int, Record], Shop]


@pytest.fixture
def open_shop(tmp_path: Path) -> Iterator[OpenShop]:
    """A counter with one payment, at a moment."""
    opened: list[Shop] = []

    def open_at(now: int, record: Record) -> Shop:
        clock = TestClock(now)
        opened.append(Shop(tmp_path, clock, PracticeApp([record], clock=clock.now, random=Random(1))))
        return opened[0]

    yield open_at
    for shop in opened:
        shop.stop()


@pytest.fixture
def fields(qtbot: QtBot) -> BankFields:
    fields = BankFields()
    qtbot.addWidget(fields)
    return fields


def account(pg_provider: str, bank: str = "004", number: str = NUMBER, again: str = NUMBER) -> RefundAccount:
    chosen = next(one for one in BANKS if one.code == bank)
    need = AccountNeed(bank_codes(pg_provider), tel=pg_provider == "welcome")
    code = code_for(chosen, pg_provider) or ""
    return account_from_typed(chosen.korean, code, number, again, "김가람", "010-0000-0000", need)


@pytest.mark.parametrize("amount", [1, 3_333, 9_999])
def test_complaint_09_no_partial_refund_always_by_amount(open_shop: OpenShop, amount: int) -> None:
    shop = open_shop(NOW, payment("imp_1", 10_000, "card", "html5_inicis"))
    assert shop.refund("imp_1", amount).state is S.SUCCEEDED
    assert shop.refunding.offer("imp_1").rules.refundable.minor == 10_000 - amount
    assert shop.refund("imp_1").state is S.SUCCEEDED, "and then the rest"
    assert [one.amount for one in shop.upstream.history("imp_1")] == [amount, 10_000 - amount]


@pytest.mark.parametrize(
    ("pay_method", "pg_provider", "reason"),
    [
        ("phone", "danal", WholeOnly.PHONE),
        ("culturegift", "tosspayments", WholeOnly.VOUCHER),
        ("smartculture", "mobilians", WholeOnly.VOUCHER),
        ("booknlife", "daou", WholeOnly.VOUCHER),
    ],
)
def test_complaint_09_no_partial_refund_or_the_reason_why(
    open_shop: OpenShop, pay_method: str, pg_provider: str, reason: WholeOnly
) -> None:
    shop = open_shop(NOW, payment("imp_1", 10_000, pay_method, pg_provider))
    offer = shop.refunding.offer("imp_1")
    assert offer.rules.whole_only is reason
    assert words.whole_only_words(reason).title
    assert words.whole_only_words(reason).advice.startswith("To give back a part:")
    with pytest.raises(PartNotAllowed):
        shop.confirm(offer, 3_000)
    assert shop.posts() == 0
    assert shop.confirm(offer).state is S.SUCCEEDED


@pytest.mark.parametrize(
    ("pg_provider", "code"),
    [
        ("html5_inicis", "04"),
        ("kcp", "BK04"),
        ("tosspayments", "004"),
        ("nice_v2", "004"),
        ("welcome", "004"),
        ("daou", "04"),
    ],
)
def test_complaint_13_the_bank_by_name_and_the_pgs_code(
    open_shop: OpenShop, fields: BankFields, pg_provider: str, code: str
) -> None:
    """A code that the PG does not have would be refused by the stand-in, and another bank's would not."""
    fields.show_need(AccountNeed(bank_codes(pg_provider), tel=False), pg_provider)
    child(fields, QComboBox, "refundBankCombo").setEditText("국민")
    for name, typed in (("Account", NUMBER), ("AccountAgain", NUMBER), ("Holder", "김가람")):
        child(fields, QLineEdit, f"refund{name}Edit").setText(typed)
    by_name = fields.account()
    assert by_name is not None
    assert (by_name.bank_name, by_name.bank_code) == (words.bank_name(BANKS[0]), code)
    assert not child(fields, QLineEdit, "refundBankCodeEdit").isVisibleTo(fields), "nobody types a code"
    shop = open_shop(NOW, payment("imp_1", 10_000, "vbank", pg_provider))
    assert shop.refund("imp_1", account=account(pg_provider)).state is S.SUCCEEDED


@pytest.mark.parametrize("pg_provider", ["daou", "nice_v2", "welcome"])
def test_complaint_13_a_bank_that_the_pg_does_not_have_is_not_offered(
    fields: BankFields, pg_provider: str
) -> None:
    fields.show_need(AccountNeed(bank_codes(pg_provider), tel=False), pg_provider)
    combo = child(fields, QComboBox, "refundBankCombo")
    offered = [combo.itemText(row) for row in range(combo.count())]
    assert offered == [words.bank_name(bank) for bank in banks_of(pg_provider)]
    assert "토스뱅크" not in offered
    assert "Toss Bank" not in offered


@pytest.mark.parametrize("typed", ["999-OOO1-234567", "999.0001", "계좌번호"])
def test_complaint_13_typos_digits_only(typed: str) -> None:
    with pytest.raises(AccountNotDigits):
        account("kcp", number=typed, again=typed)
    assert account("kcp", number="９９９-0001 234567").number == NUMBER


def test_complaint_13_typos_are_found_by_the_second_entry(fields: BankFields) -> None:
    for wrong in (NUMBER[:-1], NUMBER[::-1], NUMBER.replace("12", "21"), ""):
        with pytest.raises(AccountsDiffer):
            account("kcp", again=wrong)
    child(fields, QLineEdit, "refundAccountEdit").setText(NUMBER)
    again = child(fields, QLineEdit, "refundAccountAgainEdit")
    again.setText(NUMBER[:-1])
    again.editingFinished.emit()
    told = child(fields, QLabel, "refundAccountAgainError").text()
    assert told == "The two account numbers are not the same."


def test_complaint_13_masked_after(open_shop: OpenShop) -> None:
    shop = open_shop(NOW, payment("imp_1", 10_000, "vbank", "kcp"))
    refund = shop.refund("imp_1", account=account("kcp"))
    assert refund.account is not None
    assert refund.account.last_four == "4567"
    assert NUMBER not in str(refund)
    stored = b"".join(file.read_bytes() for file in shop.data_dir.rglob("*") if file.is_file())
    assert b"cancel" in stored
    assert NUMBER.encode() not in stored


def test_complaint_18_phone_payments_after_month_end(open_shop: OpenShop) -> None:
    shop = open_shop(MONTHS_END, payment("imp_1", 10_000, "phone", "danal", paid_at=MONTHS_END - 3_600))
    offer = shop.refunding.offer("imp_1")
    assert Caution.PHONE_LAST_DAY in [one.kind for one in offer.rules.notices]
    shop.clock.advance(1)
    assert shop.refunding.renewed(offer).rules.obstacle is Obstacle.PHONE_MONTH_OVER
    with pytest.raises(NotRefundable):
        shop.confirm(offer)
    said = words.obstacle_words(Obstacle.PHONE_MONTH_OVER, offer.payment)
    assert "in another way" in said.advice
    assert shop.posts() == 0


def test_complaint_18_ksnet_at_night_with_the_next_possible_time(open_shop: OpenShop) -> None:
    shop = open_shop(EVENING, payment("imp_1", 10_000, "vbank", "ksnet"))
    offer = shop.refunding.offer("imp_1")
    assert offer.rules.obstacle is None
    shop.clock.advance(1)
    night = shop.refunding.renewed(offer)
    assert (night.rules.obstacle, night.rules.possible_at) == (Obstacle.NIGHT, MORNING)
    assert words.possible_again(MORNING, shop.clock.now()) == "Possible again from 11-19 06:00 on."
    with pytest.raises(NotRefundable):
        shop.confirm(offer, account=account("kcp"))
    shop.clock.advance(MORNING - shop.clock.now())
    assert shop.refund("imp_1", account=account("kcp")).state is S.SUCCEEDED


def test_complaint_18_nine_partials_and_the_tenth(open_shop: OpenShop) -> None:
    shop = open_shop(NOW, payment("imp_1", 10_000, "card", "ksnet"))
    for _ in range(8):
        shop.upstream.cancel_outside("imp_1", Decimal(1_000))
    ninth = shop.refunding.offer("imp_1")
    told = [words.notice_words(one, ninth.payment, NOW).title for one in ninth.rules.notices]
    assert told == ["Eight partial refunds were made: this PG allows one more, then no other."]
    assert shop.confirm(ninth, 1_000).state is S.SUCCEEDED
    tenth = shop.refunding.offer("imp_1")
    assert tenth.rules.whole_only is WholeOnly.PARTS_USED_UP
    with pytest.raises(PartNotAllowed):
        shop.confirm(tenth, 500)
    assert shop.posts() == 1
