"""The main window: pages, keys, notices, one dialog per payment, and its end."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from refund_gui.domain.refund import Cause, Move, RefundState
from refund_gui.domain.request import RefundRequest
from refund_gui.practice.app import PracticeApp
from refund_gui.practice.faults import Fault
from refund_gui.practice.sample_shop import CARD
from refund_gui.ui.background import Lane
from refund_gui.ui.navigation import Navigation
from refund_gui.ui.refund_dialog import RefundDialog
from refund_gui.ui.review_dialog import ReviewDialog
from tests.gui.counter import child, is_shown, text
from tests.gui.shell import Opened, Program, Upstream, options, rows


def practice(program: Program, tmp_path: Path) -> Opened:
    """A practice shop with its orders loaded."""
    opened = program.open(options(tmp_path, practice=True))
    program.wait(lambda: rows(opened.window) > 0)
    return opened


def lost_refund(opened: Opened) -> str:
    """A refund whose request is lost: nobody knows whether it was made. Its id."""
    assert opened.shop.practice is not None
    opened.shop.practice.faults.next(Fault.LOST_REQUEST, imp_uid=CARD)
    refunding = opened.shop.terminal.refunding
    offer = refunding.offer(CARD)
    refund = refunding.refund(offer, RefundRequest(CARD, offer.payment.balance, "고객 변심"))
    assert refund.state is RefundState.UNKNOWN
    return refund.refund_id


def answered(practice_app: PracticeApp | None, ended: list[object]) -> bool:
    """Ends the waits of slow answers, which may begin only now."""
    assert practice_app is not None
    practice_app.close()
    return bool(ended)


def test_practice_loads_its_shop_at_the_first_start_and_says_what_it_is(
    program: Program, tmp_path: Path
) -> None:
    window = practice(program, tmp_path).window
    badge = child(window, QLabel, "modeBadge")
    assert badge.text() == "PRACTICE"
    assert badge.property("role") == "badge-practice"
    assert "PRACTICE" in window.windowTitle()
    assert not program.wizard_is_open(window)


def test_what_is_loaded_already_is_not_loaded_again(program: Program, tmp_path: Path) -> None:
    practice(program, tmp_path)
    program.close()
    opened = practice(program, tmp_path)
    upstream = opened.shop.practice
    assert upstream is not None

    def lists() -> list[dict[str, list[str]]]:
        return [logged.query for logged in upstream.log() if "/payments/status" in logged.path]

    program.wait(lambda: bool(lists()))
    program.wait(lambda: "Up to date" in text(opened.window, "syncStatus"))
    [asked] = lists()
    assert int(asked["to"][0]) - int(asked["from"][0]) < 3_600, "what is new, in one window"


def test_practice_refunds_outlive_the_program(program: Program, tmp_path: Path) -> None:
    opened = practice(program, tmp_path)
    refunding = opened.shop.terminal.refunding
    offer = refunding.offer(CARD)
    part = replace(offer.payment.balance, minor=8_000)
    refunding.refund(offer, RefundRequest(CARD, part, "고객 변심"))
    before = opened.shop.store.payments.get(CARD)
    program.close()
    again = practice(program, tmp_path)
    assert again.shop.practice is not None
    assert [cancel.amount for cancel in again.shop.practice.history(CARD)] == [Decimal(8_000)]
    shown = again.shop.terminal.refunding.offer(CARD).payment
    assert shown.cancel_amount == part
    assert before is not None
    assert shown.request_no > before.request_no, "else no reading would ever be kept again"


def test_a_real_shop_has_a_calm_badge(program: Program, upstream: Upstream, tmp_path: Path) -> None:
    window = program.open(options(tmp_path, upstream.url)).window
    assert text(window, "modeBadge") == "LIVE"
    assert child(window, QLabel, "modeBadge").property("role") == "badge"


def test_the_search_field_is_ready_at_the_start(program: Program, tmp_path: Path) -> None:
    window = practice(program, tmp_path).window
    window.activateWindow()
    program.wait(lambda: child(window, QLineEdit, "searchEdit").hasFocus())


def test_pages_by_mouse_and_by_key(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    window = practice(program, tmp_path).window
    window.activateWindow()
    child(window, QPushButton, "navHistory").click()
    assert is_shown(window, "historySearchEdit")
    assert not is_shown(window, "ordersView")
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    program.wait(lambda: is_shown(window, "ordersView"))
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    program.wait(lambda: is_shown(window, "historySearchEdit"))
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    program.wait(lambda: is_shown(window, "summaryPage"))


def test_every_button_of_the_frame_can_be_hit_and_has_a_name(program: Program, tmp_path: Path) -> None:
    window = practice(program, tmp_path).window
    for name in ("navOrders", "navHistory", "navSummary", "settingsButton"):
        button = child(window, QPushButton, name)
        assert button.height() >= 32, name
        assert button.accessibleName(), name


def test_it_fits_a_small_screen(program: Program, tmp_path: Path) -> None:
    window = practice(program, tmp_path).window
    assert window.minimumSizeHint().boundedTo(QSize(1024, 700)) == window.minimumSizeHint()


def test_one_refund_dialog_per_payment(program: Program, tmp_path: Path) -> None:
    window = practice(program, tmp_path).window
    window.show_refund(CARD)
    window.show_refund(CARD)
    assert len(window.findChildren(RefundDialog)) == 1
    dialog = window.findChildren(RefundDialog)[0]
    program.wait(lambda: is_shown(dialog, "amountEdit"))
    dialog.close()
    program.wait(lambda: not window.findChildren(RefundDialog))
    window.show_refund(CARD)
    assert len(window.findChildren(RefundDialog)) == 1


def test_what_is_not_clear_is_shown_until_it_is(program: Program, tmp_path: Path) -> None:
    opened = practice(program, tmp_path)
    window = opened.window
    assert not is_shown(window, "attentionBanner")
    refund_id = lost_refund(opened)
    window.on_payments_read((CARD,))
    program.wait(lambda: is_shown(window, "attentionBanner"))
    banner = child(window, QPushButton, "attentionBanner")
    assert "Checking: 1" in banner.accessibleName()
    banner.click()
    program.wait(lambda: len(window.findChildren(RefundDialog)) == 1)
    to_review = Move(RefundState.UNKNOWN, RefundState.NEEDS_REVIEW, Cause.READ, 1)
    opened.shop.store.refunds.move(refund_id, to_review)
    window.on_payments_read((CARD,))
    program.wait(lambda: "Needs review: 1" in banner.accessibleName())
    banner.click()
    program.wait(lambda: len(window.findChildren(ReviewDialog)) == 1)
    window.findChildren(ReviewDialog)[0].close()
    opened.shop.terminal.reconciler.decide(refund_id, RefundState.NOT_EXECUTED, "PG 콘솔에 없음", "김점원")
    window.on_payments_read((CARD,))
    program.wait(lambda: not banner.isVisible())


def test_an_open_review_follows_what_is_read(program: Program, tmp_path: Path) -> None:
    opened = practice(program, tmp_path)
    refund_id = lost_refund(opened)
    to_review = Move(RefundState.UNKNOWN, RefundState.NEEDS_REVIEW, Cause.READ, 1)
    opened.shop.store.refunds.move(refund_id, to_review)
    opened.window.show_review(refund_id)
    [review] = opened.window.findChildren(ReviewDialog)
    program.wait(lambda: text(review, "reviewTitle") == "Needs review")
    opened.shop.terminal.reconciler.decide(refund_id, RefundState.NOT_EXECUTED, "PG 콘솔에 없음", "김점원")
    opened.window.on_payments_read((CARD,))
    program.wait(lambda: text(review, "reviewTitle") == "Refund not executed")
    assert not child(review, QRadioButton, "choiceSucceeded").isEnabled()


def test_what_was_not_clear_is_read_by_itself(program: Program, tmp_path: Path) -> None:
    """Sent, then the program ended; upstream's record has it."""
    opened = practice(program, tmp_path)
    assert opened.shop.practice is not None
    opened.shop.practice.faults.next(Fault.LOST_ANSWER, imp_uid=CARD)
    refunding = opened.shop.terminal.refunding
    offer = refunding.offer(CARD)
    refund = refunding.refund(offer, RefundRequest(CARD, offer.payment.balance, "고객 변심"))
    assert refund.state is RefundState.UNKNOWN
    program.close()
    again = practice(program, tmp_path)
    history = again.shop.terminal.history
    program.wait(lambda: history.detail(refund.refund_id).refund.state is RefundState.SUCCEEDED)


def test_closing_waits_for_a_refund_that_is_being_sent(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = practice(program, tmp_path)
    assert opened.shop.practice is not None
    opened.shop.practice.faults.next(Fault.SLOW, imp_uid=CARD, seconds=30)
    window = opened.window
    refunding = opened.shop.terminal.refunding
    offer = refunding.offer(CARD)
    request = RefundRequest(CARD, offer.payment.balance, "고객 변심")
    ended: list[object] = []
    program.lanes(window).run(
        Lane.SENDS, lambda: refunding.refund(offer, request), window, ended.append, ended.append
    )
    assert not window.close()
    assert window.isVisible()
    assert "being sent" in text(window, "noticeLabel")
    program.wait(lambda: answered(opened.shop.practice, ended))
    with qtbot.waitSignal(window.closed):
        assert window.close()


def test_the_window_answers_while_a_call_hangs(program: Program, upstream: Upstream, tmp_path: Path) -> None:
    opened = program.open(options(tmp_path, upstream.url))
    window = opened.window
    program.set_up(window)
    upstream.app.faults.next(Fault.SLOW, on="/payments/" + CARD, seconds=60)
    window.show_refund(CARD)
    program.wait(lambda: any(logged.path.endswith(CARD) for logged in upstream.app.log()))
    search = child(window, QLineEdit, "searchEdit")
    before = rows(window)
    search.setText("녹차")
    program.wait(lambda: 0 < rows(window) < before)
    child(window, QPushButton, "navHistory").click()
    assert is_shown(window, "historySearchEdit")
    dialog = window.findChildren(RefundDialog)[0]
    assert is_shown(dialog, "loadingTitle")
    upstream.app.close()
    program.wait(lambda: is_shown(dialog, "retryButton"))
    child(dialog, QPushButton, "retryButton").click()
    program.wait(lambda: is_shown(dialog, "amountEdit"))


def test_a_chosen_page_has_room_for_its_name_in_bold(
    program: Program, tmp_path: Path, qapp: QApplication
) -> None:
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)  # the fixture puts the old one back
    window = program.open(options(tmp_path, practice=True)).window
    child(window, Navigation, "navigation").show_unclear(3)
    button = child(window, QPushButton, "navHistory")
    button.click()
    frame = QPushButton.sizeHint(button).width() - button.fontMetrics().horizontalAdvance(button.text())
    font.setWeight(QFont.Weight.DemiBold)
    bold = QFontMetrics(font).horizontalAdvance("Refund history (3)")
    program.wait(lambda: button.width() >= frame + bold)
