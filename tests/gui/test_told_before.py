"""The refund dialog says what is allowed before anything is sent, also while it is open."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from refund_gui.practice.records import Record
from tests.gui.counter import Counter, text
from tests.gui.refund_desk import Desk, open_desk
from tests.practice.shop_kit import NOW, korean_time, payment

EVENING = korean_time(2025, 11, 18, 22, 59)
MORNING = korean_time(2025, 11, 19, 6, 0)
MONTHS_END = korean_time(2025, 11, 30, 23, 59)


def set_clock(counter: Counter, moment: int) -> None:
    counter.shop.clock.advance(moment - counter.shop.clock.now())


def desk_at(counter: Counter, qtbot: QtBot, moment: int, record: Record) -> Desk:
    """The dialog on `imp_1`, opened at that moment."""
    set_clock(counter, moment)
    counter.shop.upstream.add(record)
    return open_desk(counter, qtbot)


def of(pay_method: str, pg_provider: str, **more: object) -> Record:
    record = payment("imp_1", 10_000, pay_method, pg_provider, sandbox=bool(more.pop("sandbox", False)))
    record.fields |= more
    return record


def test_at_night_the_button_is_dead_and_the_next_possible_time_is_told(
    counter: Counter, qtbot: QtBot
) -> None:
    desk = desk_at(counter, qtbot, EVENING + 60, of("vbank", "ksnet"))
    assert not desk.button("submitButton").isEnabled()
    assert desk.reads("ruleNotice").splitlines()[:2] == [
        "This PG refunds virtual accounts between 06:00 and 23:00 only.",
        "Possible again from 11-19 06:00 on.",
    ]
    assert not desk.sees("amountEdit")
    assert not desk.sees("hintNotice"), "nothing else matters then"


def test_danals_virtual_accounts_have_a_dead_button_by_day_too(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_at(counter, qtbot, NOW, of("vbank", "danal"))
    assert not desk.button("submitButton").isEnabled()
    assert "at all" in desk.reads("ruleNotice")
    assert "Possible again" not in desk.reads("ruleNotice")


def test_when_the_hour_ends_the_open_form_says_so_and_opens_again_in_the_morning(
    counter: Counter, qtbot: QtBot
) -> None:
    desk = desk_at(counter, qtbot, EVENING, of("vbank", "ksnet"))
    desk.fill("4000", "배송 지연")
    desk.fill_account()
    set_clock(counter, EVENING + 60)
    desk.until(lambda: not desk.button("submitButton").isEnabled())
    assert "Possible again" in desk.reads("ruleNotice")
    set_clock(counter, MORNING)
    desk.until(lambda: desk.button("submitButton").isEnabled())
    assert desk.find(QLineEdit, "amountEdit").text() == "4,000", "nothing that was typed is lost"
    assert desk.find(QLineEdit, "refundAccountAgainEdit").text() == "9990001234567"


def test_at_the_months_end_a_confirmation_goes_back_to_the_form(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_at(counter, qtbot, MONTHS_END, of("phone", "danal"))
    assert "Today is the last day" in desk.reads("cautionNotice")
    desk.fill("10000")
    desk.submit()
    set_clock(counter, MONTHS_END + 60)
    desk.until_seen("ruleNotice")
    assert "calendar month" in desk.reads("ruleNotice")
    assert not desk.sees("cautionNotice")
    assert not desk.sees("confirmButton")
    assert desk.posts() == 0


def test_a_day_that_ends_leaves_the_confirmation_where_it_is(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_at(counter, qtbot, MONTHS_END - 86_400, of("phone", "danal"))
    assert not desk.sees("cautionNotice")
    desk.fill("10000")
    desk.submit()
    set_clock(counter, MONTHS_END)
    desk.until(lambda: "last day" in text(desk.window, "cautionNotice"))
    assert desk.sees("confirmButton")
    desk.push("backButton")
    assert desk.sees("cautionNotice")


def test_what_was_looked_up_stays_answered_when_time_passes(counter: Counter, qtbot: QtBot) -> None:
    set_clock(counter, MONTHS_END - 86_400)
    counter.shop.upstream.add(payment("imp_1", 9_000, "phone", "danal", pg_refusal="[8178] 정산금액 부족"))
    open_desk(counter, qtbot).refund("9000")
    desk = open_desk(counter, qtbot)
    desk.push("askAgainCheck")
    set_clock(counter, MONTHS_END)
    desk.until_seen("cautionNotice")
    assert desk.button("submitButton").isEnabled()


@pytest.mark.parametrize(
    ("record", "where", "words"),
    [
        (of("phone", "kcp"), "cautionNotice", "only where that was agreed"),
        (of("card", "nice", escrow=True), "cautionNotice", "confirmed the purchase"),
        (of("card", "html5_inicis", sandbox=True), "cautionNotice", "really charges test payments"),
        (of("trans", "ksnet", cash_receipt_issued=True), "cautionNotice", "cash receipt"),
        (of("vbank", "html5_inicis"), "hintNotice", "₩300"),
        (of("card", "naverpay"), "hintNotice", "real reason"),
        (of("card", "tosspayments", sandbox=True), "hintNotice", "never charged"),
    ],
)
def test_what_is_not_certain_warns_and_stops_nothing(
    counter: Counter, qtbot: QtBot, record: Record, where: str, words: str
) -> None:
    desk = desk_at(counter, qtbot, NOW + 3_600, record)
    assert words in desk.reads(where)
    assert desk.button("submitButton").isEnabled()


def test_a_part_that_is_doubtful_is_not_promised(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_at(counter, qtbot, NOW, of("card", "nice", escrow=True))
    assert "a part of it perhaps not" in desk.reads("ruleNotice")


def test_most_payments_have_nothing_to_be_told(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_at(counter, qtbot, NOW, of("card", "html5_inicis"))
    assert not desk.sees("cautionNotice")
    assert not desk.sees("hintNotice")


def test_notices_follow_the_language(counter: Counter, qtbot: QtBot, speak: Callable[[str], None]) -> None:
    desk = desk_at(counter, qtbot, EVENING, of("vbank", "ksnet"))
    speak("ko")
    desk.until(lambda: "300원" in desk.reads("hintNotice"))
    set_clock(counter, EVENING + 60)
    desk.until(lambda: not desk.button("submitButton").isEnabled())
    assert "11-19 06:00" in desk.reads("ruleNotice")
    assert "가상계좌" in desk.reads("ruleNotice")


@pytest.mark.parametrize(
    ("pay_method", "pg_provider", "told"),
    [
        ("card", "nice", "A card company may take three to five business days"),
        ("phone", "danal", "When the phone bill shows it is up to the carrier."),
        ("trans", "nice", "to the bank account it was paid from"),
        ("card", "kakaopay", "for money and points KakaoPay says when."),
        ("point", "nice", "When it shows is up to NICE Payments."),
        ("vbank", "html5_inicis", "usually on the next business day"),
    ],
)
def test_complaint_20_when_the_customer_has_the_money_is_told_by_method_before_the_refund(
    counter: Counter, qtbot: QtBot, pay_method: str, pg_provider: str, told: str
) -> None:
    desk = desk_at(counter, qtbot, NOW, of(pay_method, pg_provider))
    assert told in desk.reads("ruleNotice")
    if pay_method != "card":
        assert "card company" not in desk.reads("ruleNotice")
