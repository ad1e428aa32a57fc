"""When the money comes: due on a day, was due, never "paid"; and the note that the customer has it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from refund_gui.domain.refund import Event, Payout, Refund, RefundState
from refund_gui.domain.verdict import Ground
from refund_gui.practice.faults import Fault
from refund_gui.ui.history_page import HistoryPage
from refund_gui.ui.result_texts import Result, customer_message, ground_of
from refund_gui.ui.words import payout_sentence, state_words
from tests.gui.counter import Counter, child, is_shown, text
from tests.gui.test_words import REFUND
from tests.practice.shop_kit import korean_time, payment
from tests.terminal.shop import ACCOUNT

DUE = date(2025, 12, 3)
DONE = replace(
    REFUND, state=RefundState.SUCCEEDED, payout=Payout.NEXT_BUSINESS_DAY, payout_due=DUE, message=""
)
BEFORE = korean_time(2025, 12, 1, 9, 0)
ON_THE_DAY = korean_time(2025, 12, 3, 23, 59)
AFTER = korean_time(2025, 12, 4, 0, 0)
NEXT_YEAR = korean_time(2026, 1, 5, 9, 0)


@pytest.mark.parametrize(
    ("language", "now", "title"),
    [
        ("en", 0, "Refund accepted, due 3 Dec"),
        ("en", BEFORE, "Refund accepted, due 3 Dec"),
        ("en", ON_THE_DAY, "Refund accepted, due 3 Dec"),
        ("en", AFTER, "Refund accepted, was due 3 Dec"),
        ("en", NEXT_YEAR, "Refund accepted, was due 3 Dec 2025"),
        ("ko", BEFORE, "환불 접수 · 12/3 입금 예정"),
        ("ko", ON_THE_DAY, "환불 접수 · 12/3 입금 예정"),
        ("ko", AFTER, "환불 접수 · 12/3 입금 예정이었음"),
        ("ko", NEXT_YEAR, "환불 접수 · 2025/12/3 입금 예정이었음"),
    ],
)
def test_the_title_has_the_day(speak: Callable[[str], None], language: str, now: int, title: str) -> None:
    speak(language)
    assert state_words(DONE, Ground.OUR_TAG, now).title == title


def test_complaint_03_it_never_says_that_the_money_was_paid(speak: Callable[[str], None]) -> None:
    for language, claims in (
        ("en", (" paid", "has arrived.")),
        ("ko", ("입금됨", "입금되었습니다", "입금 완료")),
    ):
        speak(language)
        for now in (BEFORE, AFTER):
            said = state_words(DONE, Ground.OUR_TAG, now)
            for claim in claims:
                assert claim not in f"{said.title} {said.advice}"
    assert "고객에게 확인" in state_words(DONE, Ground.OUR_TAG, AFTER).advice
    assert "고객에게 확인" not in state_words(DONE, Ground.OUR_TAG, BEFORE).advice


def test_complaint_20_the_customers_message_has_the_day(speak: Callable[[str], None]) -> None:
    speak("ko")
    assert customer_message(Result(DONE), "가을상점", BEFORE) == (
        "[가을상점] 주문번호 imp_1의 7,000원 환불이 접수되었습니다. "
        "PG사가 고객 계좌로 입금합니다. 입금 예정일은 12/3입니다."
    )
    speak("en")
    assert customer_message(Result(DONE), "", BEFORE) == (
        "The refund of ₩7,000 for your order imp_1 has been accepted. "
        "The PG pays it into the customer's bank account, due on 3 Dec."
    )
    assert "was due to pay" in customer_message(Result(DONE), "", AFTER)


def test_an_entry_that_comes_later_takes_no_confirmation_back(counter: Counter) -> None:
    """A person found the refund, the customer has confirmed the money, and then PortOne's record shows it."""
    shop = counter.shop
    shop.upstream.add(payment("imp_vbank", 10_000, pay_method="vbank"))
    shop.upstream.faults.next(Fault.REFUSAL, message="통신오류, 잠시후 재시도 요망 [8325]")
    refund = shop.refund("imp_vbank", 3_000, ACCOUNT)
    shop.check_all(125)
    shop.reconciler.decide(refund.refund_id, RefundState.SUCCEEDED, "PG 콘솔에서 확인", "박주인")
    shop.clock.advance(60)
    shop.history.confirm_payout(refund.refund_id, "김점원")
    shop.upstream.cancel_outside("imp_vbank", Decimal(3_000), refund.sent_reason)
    shop.reconciler.read("imp_vbank")
    detail = shop.history.detail(refund.refund_id)
    assert detail.refund.cancellation_id
    assert ground_of(detail.events) is Ground.PAYOUT_CONFIRMED


@pytest.mark.parametrize("payout", Payout)
def test_without_a_day_the_words_stay(payout: Payout) -> None:
    done = replace(DONE, payout=payout, payout_due=None)
    assert state_words(done, None, AFTER) == state_words(done)
    assert payout_sentence(payout) in customer_message(Result(done), "", AFTER)


def done(counter: Counter, pay_method: str) -> Refund:
    """Refunded on Tuesday, 2 December: a virtual account's money is due on the 3rd."""
    counter.shop.clock.advance(korean_time(2025, 12, 2, 9, 0) - counter.shop.clock.now())
    now, imp_uid = counter.shop.clock.now(), f"imp_{pay_method}"
    counter.shop.upstream.add(payment(imp_uid, 10_000, pay_method, "html5_inicis", paid_at=now - 60))
    refund = counter.shop.refund(imp_uid, account=ACCOUNT if pay_method == "vbank" else None)
    assert refund.state is RefundState.SUCCEEDED
    assert refund.payout_due == (DUE if pay_method == "vbank" else None)
    return refund


def open_page(counter: Counter, qtbot: QtBot, refund: Refund, operators: tuple[str, ...] = ()) -> HistoryPage:
    page = HistoryPage(counter.terminal, counter.lanes, lambda: operators)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.show_refund(refund.refund_id)
    counter.settle(qtbot)
    return page


def last_event(counter: Counter, refund: Refund) -> Event:
    return counter.shop.store.refunds.events(refund.refund_id)[-1]


def test_the_customers_word_is_noted_once(counter: Counter, qtbot: QtBot) -> None:
    refund = done(counter, "vbank")
    counter.shop.clock.advance(AFTER - counter.shop.clock.now())
    page = open_page(counter, qtbot, refund, ("김점원",))
    assert text(page, "historyTitle") == "Refund accepted, was due 12/3"
    assert not is_shown(page, "payoutOperatorCombo"), "there is only one"
    child(page, QPushButton, "payoutConfirmedButton").click()
    qtbot.waitUntil(lambda: not is_shown(page, "payoutConfirmedButton"))
    noted = last_event(counter, refund)
    assert (noted.who, noted.detail, noted.at) == ("김점원", Ground.PAYOUT_CONFIRMED.value, AFTER)
    assert (
        child(page, QLabel, f"historyEvent{noted.event_id}").text()
        == "A person decided · 김점원\nThe customer has confirmed the money."
    )
    assert text(page, "historyTitle") == "Refund accepted, was due 12/3, confirmed by the customer"
    assert "ask the customer" not in text(page, "historyAdvice")
    assert counter.shop.state(refund) is RefundState.SUCCEEDED


def test_who_noted_it_is_chosen_where_there_are_several(counter: Counter, qtbot: QtBot) -> None:
    refund = done(counter, "vbank")
    page = open_page(counter, qtbot, refund, ("김점원", "이나래"))
    combo = child(page, QComboBox, "payoutOperatorCombo")
    assert combo.isVisible()
    combo.setCurrentText("이나래")
    child(page, QPushButton, "payoutConfirmedButton").click()
    qtbot.waitUntil(lambda: not is_shown(page, "payoutConfirmedButton"))
    assert last_event(counter, refund).who == "이나래"


def test_without_a_day_there_is_nothing_to_note(counter: Counter, qtbot: QtBot) -> None:
    page = open_page(counter, qtbot, done(counter, "card"))
    assert text(page, "historyTitle") == "Refund successful"
    assert not is_shown(page, "payoutConfirmedButton")


def test_a_note_that_cannot_be_saved_says_why(counter: Counter, qtbot: QtBot) -> None:
    refund = done(counter, "vbank")
    page = open_page(counter, qtbot, refund)
    counter.shop.full_disk("note")
    button = child(page, QPushButton, "payoutConfirmedButton")
    button.click()
    qtbot.waitUntil(lambda: is_shown(page, "payoutProblem"))
    assert text(page, "payoutProblem").startswith("The disk is full")
    button.click()
    qtbot.waitUntil(lambda: not is_shown(page, "payoutConfirmedButton"))
    assert last_event(counter, refund).detail == Ground.PAYOUT_CONFIRMED.value


def test_the_button_speaks_korean(counter: Counter, qtbot: QtBot, speak: Callable[[str], None]) -> None:
    page = open_page(counter, qtbot, done(counter, "vbank"))
    speak("ko")
    button = child(page, QPushButton, "payoutConfirmedButton")
    qtbot.waitUntil(lambda: button.text() == "고객이 입금을 확인함")
    assert text(page, "historyTitle") == "환불 접수 · 12/3 입금 예정"
