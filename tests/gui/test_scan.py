"""A scanner in the main window opens its order's dialog once, whatever ends the scan; nothing is sent."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from refund_gui.domain.listing import OrderFilter
from refund_gui.practice.sample_shop import CARD, KOREAN_ORDER, KOREAN_ORDER_NUMBER
from refund_gui.ui.background import Lane
from refund_gui.ui.main_window import MainWindow
from refund_gui.ui.refund_dialog import RefundDialog
from refund_gui.ui.search_edit import SearchEdit
from tests.domain.hangul_keyboard import in_hangul_mode
from tests.gui.counter import child, is_shown, text
from tests.gui.shell import Opened, Program, options, rows
from tests.store import made_up

RETURN, ENTER, LINE_FEED, LF_KEY = Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_J, Qt.Key.Key_unknown
NO, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ENDS = {"Enter": [ENTER], "CR": [RETURN], "CR LF": [RETURN, LINE_FEED], "CR LF as a key": [RETURN, LF_KEY]}
ENDS |= {"LF": [LINE_FEED], "CR CR": [RETURN, RETURN]}
TEXTS = {RETURN: "\r", ENTER: "\r", LF_KEY: "\n"}


@dataclass
class Hands:
    """Strikes keys as a keyboard does: they come to Qt's window with the time of each, in milliseconds."""

    program: Program
    opened: Opened
    at: int = 1_000_000

    @property
    def window(self) -> MainWindow:
        return self.opened.window

    def strike(
        self, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = NO, held: bool = False
    ) -> None:
        """Into the window that is in front."""
        window = QApplication.activeWindow()
        assert window is not None
        handle = window.windowHandle()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers, text, held)
            event.setTimestamp(self.at)
            QCoreApplication.sendEvent(handle, event)

    def type(self, text: str, gap: int = 8) -> None:
        for letter in text:
            self.at += gap
            self.strike(Qt.Key.Key_unknown, letter)

    def end(self, keys: list[Qt.Key], gap: int = 8) -> None:
        for key in keys:
            self.at += gap
            self.strike(key, TEXTS.get(key, ""), CTRL if key is LINE_FEED else NO)

    def scan(self, text: str, end: str = "CR LF") -> None:
        self.at += 5_000
        self.type(text)
        self.end(ENDS[end])

    def focus(self, name: str) -> None:
        widget = child(self.window, QWidget, name)
        self.program.wait(lambda: widget.isVisible() and widget.isEnabled())
        widget.setFocus()
        self.program.wait(widget.hasFocus)

    def choose_another_order(self) -> None:
        """One that can be refunded, and is not the one that will be scanned."""
        view = child(self.window, QTableView, "ordersView")
        for row in range(view.model().rowCount()):
            texts = [str(view.model().index(row, column).data()) for column in (1, 8)]
            if texts[1] == "● Paid" and texts[0] != self.order_no(CARD):
                view.selectRow(row)
                return

    def dialogs(self) -> list[str]:
        return [dialog._imp_uid for dialog in self.window.findChildren(RefundDialog) if dialog.isVisible()]

    def until_open(self, imp_uid: str) -> RefundDialog:
        """The dialog with its form, the only one."""
        self.program.wait(lambda: self.dialogs() == [imp_uid])
        [dialog] = self.window.findChildren(RefundDialog)
        self.program.wait(lambda: is_shown(dialog, "amountEdit"))
        return dialog

    def settle(self) -> None:
        """Until the store has answered all that was asked so far."""
        lanes = self.program.lanes(self.window)
        done: list[object] = []
        for _ in range(2):
            done.clear()
            lanes.run(Lane.STORE, lambda: None, self.window, done.append, done.append)
            self.program.wait(lambda: bool(done))

    def cancels(self) -> int:
        practice = self.opened.shop.practice
        assert practice is not None
        return sum(logged.path.endswith("/payments/cancel") for logged in practice.log())

    def order_no(self, imp_uid: str) -> str:
        payment = self.opened.shop.store.payments.get(imp_uid)
        assert payment is not None
        return payment.merchant_uid


@pytest.fixture
def hands(program: Program, tmp_path: Path) -> Hands:
    opened = program.open(options(tmp_path, practice=True))
    program.wait(lambda: rows(opened.window) > 0)
    program.wait(lambda: "Up to date" in text(opened.window, "syncStatus"))
    opened.window.activateWindow()
    program.wait(opened.window.isActiveWindow)
    hands = Hands(program, opened)
    hands.choose_another_order()
    hands.focus("ordersView")
    return hands


def search(hands: Hands) -> QLineEdit:
    return child(hands.window, QLineEdit, "searchEdit")


def paid_twice(hands: Hands) -> str:
    """The number of an order with two payments."""
    orders = hands.opened.shop.store.orders
    numbers = (row.merchant_uid for row in orders.page(OrderFilter(), None, 1000))
    return next(number for number in numbers if len(orders.by_code([number])) == 2)


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("place", ["ordersView", "navOrders", "refundButton", "statusFilter", "syncButton"])
def test_a_scan_opens_its_order_wherever_the_focus_is(hands: Hands, place: str, end: str) -> None:
    hands.focus(place)
    hands.scan(CARD, end)
    dialog = hands.until_open(CARD)
    assert child(dialog, QLineEdit, "amountEdit").hasFocus()
    assert hands.cancels() == 0


def test_keys_as_the_platform_brings_them(hands: Hands) -> None:
    handle = hands.window.windowHandle()
    for letter in CARD:
        QTest.keyClick(handle, ord(letter))
    QTest.keyClick(handle, RETURN)
    QTest.keyClick(handle, LINE_FEED, CTRL)
    dialog = hands.until_open(CARD)
    assert child(dialog, QLineEdit, "amountEdit").hasFocus()


def test_an_order_number_and_what_a_qr_code_holds(hands: Hands) -> None:
    for code in (
        hands.order_no(CARD),
        f"https://shop.example/done?imp_uid={CARD}&merchant_uid=x",
        f'{{"imp_uid": "{CARD}"}}',
        CARD.upper(),
    ):
        hands.scan(code)
        hands.until_open(CARD).close()
        hands.program.wait(lambda: not hands.dialogs())
        hands.window.activateWindow()
        hands.program.wait(hands.window.isActiveWindow)


def test_a_scan_turns_no_filter_and_moves_through_no_list(hands: Hands) -> None:
    status = child(hands.window, QComboBox, "statusFilter")
    hands.focus("statusFilter")
    hands.scan("PaidFailedOther")
    assert status.currentIndex() == 0
    hands.program.wait(lambda: is_shown(hands.window, "noticeLabel"))


def test_the_page_of_the_history_hears_scans_too(hands: Hands) -> None:
    child(hands.window, QPushButton, "navHistory").click()
    hands.focus("historyView" if is_shown(hands.window, "historyView") else "navHistory")
    hands.scan(CARD)
    hands.until_open(CARD)


def test_a_person_types_too_slowly_to_be_a_scanner(hands: Hands) -> None:
    hands.type(CARD, gap=60)
    hands.at += 60
    hands.strike(RETURN, "\r")
    hands.settle()
    assert len(hands.dialogs()) == 1, "Enter opens the order that is current"
    assert hands.dialogs() != [CARD]


def test_a_few_letters_are_no_scan(hands: Hands) -> None:
    hands.type("12345")
    hands.end([RETURN])
    hands.settle()
    assert len(hands.dialogs()) == 1, "Enter opens the order that is current"


def test_what_came_before_a_pause_is_no_part_of_the_code(hands: Hands) -> None:
    hands.type("xyz")
    hands.scan(CARD)
    hands.until_open(CARD)


def test_in_hangul_mode(hands: Hands) -> None:
    """Where the platform gives jamo to a list."""
    hands.scan(in_hangul_mode(CARD))
    hands.until_open(CARD)


def test_an_order_number_in_hangul_is_itself(hands: Hands) -> None:
    hands.scan(KOREAN_ORDER_NUMBER)
    hands.until_open(KOREAN_ORDER)


@pytest.mark.parametrize("gap", [8, 120])
def test_a_whole_code_in_the_search_field_opens_its_order(hands: Hands, gap: int) -> None:
    hands.focus("searchEdit")
    hands.type(CARD, gap)
    hands.end(ENDS["CR LF"])
    dialog = hands.until_open(CARD)
    assert child(dialog, QLineEdit, "amountEdit").hasFocus()
    assert hands.cancels() == 0


def test_a_scan_into_the_search_field_in_hangul_mode(hands: Hands) -> None:
    """The input method composes; the last letter is still being composed when Enter comes."""
    hands.focus("searchEdit")
    field = search(hands)
    order = hands.order_no(KOREAN_ORDER)
    written = in_hangul_mode("imp_")
    for letter in written[:-1]:
        QApplication.sendEvent(field, QInputMethodEvent(letter, []))
        commit = QInputMethodEvent()
        commit.setCommitString(letter)
        QApplication.sendEvent(field, commit)
    hands.type(written[-1] + CARD.removeprefix("imp_"))
    assert field.text() == written + CARD.removeprefix("imp_")
    hands.end(ENDS["CR LF"])
    hands.until_open(CARD).close()
    hands.program.wait(lambda: not hands.dialogs())
    hands.window.activateWindow()
    hands.focus("searchEdit")
    field.setText(order[:-1])
    QApplication.sendEvent(field, QInputMethodEvent(order[-1], []))
    hands.at += 5_000
    hands.end([RETURN])
    hands.until_open(KOREAN_ORDER)


def test_a_search_goes_on_to_the_list_as_ever(hands: Hands) -> None:
    hands.focus("searchEdit")
    hands.type("녹차", gap=150)
    hands.end([RETURN], gap=150)
    hands.program.wait(child(hands.window, QTableView, "ordersView").hasFocus)
    hands.settle()
    assert hands.dialogs() == []
    assert not is_shown(hands.window, "noticeLabel")


def test_an_unknown_code_is_told_and_stands_in_the_search_field(hands: Hands) -> None:
    hands.scan("imp_404404404404")
    hands.program.wait(lambda: is_shown(hands.window, "noticeLabel"))
    told = text(hands.window, "noticeLabel")
    assert "No order with this code: imp_404404404404" in told
    assert "F5" in told
    assert search(hands).text() == "imp_404404404404"
    assert hands.dialogs() == []
    hands.focus("navOrders")
    hands.scan(CARD)
    hands.until_open(CARD)
    assert not is_shown(hands.window, "noticeLabel"), "the next scan was right"


@pytest.mark.parametrize("before", ["사과", "사과 ", "https://shop.example/?imp_uid=imp_900000000003"])
def test_a_scan_behind_an_older_search_lists_its_order(hands: Hands, before: str) -> None:
    """It opens nothing: what came as keys may be the end of a code only."""
    hands.focus("searchEdit")
    search(hands).setText(before)
    hands.scan(CARD)
    hands.program.wait(lambda: search(hands).text() == CARD)
    hands.program.wait(lambda: rows(hands.window) == 1)
    assert hands.dialogs() == []


def test_a_scan_of_several_payments_behind_an_older_search_lists_them(hands: Hands) -> None:
    hands.focus("searchEdit")
    search(hands).setText("사과")
    twice = paid_twice(hands)
    hands.scan(twice)
    hands.program.wait(lambda: search(hands).text() == twice)
    hands.program.wait(lambda: rows(hands.window) == 2)


QR = "https://shop.example/?imp_uid={}&ok=1"
OTHER = "imp_900000000003"


@pytest.mark.parametrize(
    ("older", "cursor", "scanned"),
    [
        (QR.format(OTHER), None, QR.format(CARD)),
        (f"{QR.format(OTHER)} ", None, f"{CARD} "),
        (QR.format(OTHER), 0, CARD),
        (OTHER[:6], None, CARD),
    ],
    ids=["a QR code behind another", "a space at its end", "before it", "the beginning of another"],
)
def test_beside_an_older_code_the_scanned_one_is_listed(
    hands: Hands, older: str, cursor: int | None, scanned: str
) -> None:
    hands.focus("searchEdit")
    search(hands).setText(older)
    if cursor is not None:
        search(hands).setCursorPosition(cursor)
    hands.scan(scanned)
    hands.program.wait(lambda: search(hands).text() == CARD)
    hands.settle()
    assert hands.dialogs() == []


def test_two_numbers_that_together_are_anothers_open_nothing(hands: Hands) -> None:
    hands.opened.shop.store.payments.save(
        made_up.payment(number, merchant_uid=order) for number, order in ((1, "21-000123"), (2, "1-000123"))
    )
    hands.focus("searchEdit")
    hands.type("2", gap=2_000)
    child(hands.window, SearchEdit, "searchEdit")._since_key.invalidate()  # a pause
    hands.scan("1-000123")
    hands.program.wait(lambda: search(hands).text() == "1-000123")
    hands.settle()
    assert hands.dialogs() == []


def test_a_scan_that_an_earlier_answer_cut_short_opens_nothing(hands: Hands) -> None:
    """The list of the scan before it came while it was written, and took the place of its beginning."""
    hands.opened.shop.store.payments.save([made_up.payment(1, merchant_uid="000123")])
    hands.focus("searchEdit")
    hands.at += 5_000
    hands.type("1-")
    search(hands).clear()
    hands.type("000123")
    assert search(hands).text() == "000123"
    hands.end([RETURN])
    hands.settle()
    hands.settle()
    assert hands.dialogs() == []


def test_a_scan_with_a_pause_in_it_is_listed(hands: Hands) -> None:
    hands.focus("searchEdit")
    hands.at += 5_000
    hands.type(QR.format(CARD)[:-12])
    hands.at += 500
    child(hands.window, SearchEdit, "searchEdit")._since_key.invalidate()
    hands.type(QR.format(CARD)[-12:])
    hands.end([RETURN])
    hands.program.wait(lambda: search(hands).text() == CARD)
    assert hands.dialogs() == []


def test_the_end_of_a_code_opens_no_other_order(hands: Hands) -> None:
    """In Hangul mode letters come from the input method, digits as keys; the whole code is not known."""
    order = hands.order_no(CARD).replace("-", "")
    hands.opened.shop.store.payments.save([made_up.payment(1, merchant_uid=order)])
    hands.focus("searchEdit")
    commit = QInputMethodEvent()
    commit.setCommitString("ㅁㅠ")
    QApplication.sendEvent(search(hands), commit)
    hands.scan(order)
    hands.settle()
    hands.settle()
    assert hands.dialogs() == []


def test_what_a_person_types_behind_an_older_search_is_no_scan(hands: Hands) -> None:
    hands.focus("searchEdit")
    search(hands).setText("사과")
    hands.type(CARD, gap=100)
    hands.end([RETURN])
    hands.settle()
    hands.settle()
    assert hands.dialogs() == []


def test_a_qr_code_of_another_shop_in_the_search_field_is_told(hands: Hands) -> None:
    hands.focus("searchEdit")
    hands.type("https://shop.example/?imp_uid=imp_404")
    hands.end([RETURN])
    hands.program.wait(lambda: is_shown(hands.window, "noticeLabel"))
    assert search(hands).text() == "imp_404"


@pytest.mark.parametrize("place", ["ordersView", "searchEdit"])
def test_another_payment_of_the_same_order_is_listed_and_not_opened(hands: Hands, place: str) -> None:
    """The code is of a payment that is not here yet; its order was tried before (protocol rule 13)."""
    hands.focus(place)
    order = hands.order_no(CARD)
    hands.scan(f"https://shop.example/done?imp_uid=imp_404&merchant_uid={order}")
    hands.program.wait(lambda: search(hands).text() == order)
    hands.settle()
    assert hands.dialogs() == []


def test_several_payments_of_one_order_are_listed(hands: Hands, qtbot: QtBot) -> None:
    twice = paid_twice(hands)
    status = child(hands.window, QComboBox, "statusFilter")
    status.setCurrentIndex(status.findData("failed"))
    hands.focus("navOrders")
    hands.scan(twice)
    hands.program.wait(lambda: search(hands).text() == twice)
    hands.program.wait(lambda: rows(hands.window) == 2)
    assert status.currentIndex() == 0
    assert hands.dialogs() == []


def test_a_held_enter_opens_one_dialog_and_goes_no_further(hands: Hands) -> None:
    hands.scan(CARD, "CR")
    for _ in range(20):
        hands.at += 30
        hands.strike(RETURN, "\r", held=True)
    dialog = hands.until_open(CARD)
    for _ in range(20):
        hands.at += 30
        hands.strike(RETURN, "\r", held=True)
    assert child(dialog, QLineEdit, "amountEdit").hasFocus()
    assert hands.cancels() == 0


def test_the_tail_of_a_scan_reaches_the_dialog_and_does_nothing(hands: Hands) -> None:
    hands.scan(CARD, "CR")
    dialog = hands.until_open(CARD)
    amount = child(dialog, QLineEdit, "amountEdit")
    hands.end([LINE_FEED, RETURN, ENTER])
    assert amount.hasFocus()
    hands.at += 1_000
    hands.end([RETURN])
    assert not amount.hasFocus(), "a person's Enter goes on to the next field"


def test_who_writes_at_once_in_the_dialog_is_heard(hands: Hands) -> None:
    hands.scan(CARD, "CR")
    dialog = hands.until_open(CARD)
    hands.type("12000")
    hands.end([RETURN])
    amount = child(dialog, QLineEdit, "amountEdit")
    assert amount.text() == "12,000"
    assert not amount.hasFocus()


def test_a_scan_into_a_dialog_opens_nothing(hands: Hands) -> None:
    hands.scan(CARD)
    hands.until_open(CARD)
    hands.scan(KOREAN_ORDER)
    hands.settle()
    assert hands.dialogs() == [CARD]
    assert hands.cancels() == 0


@pytest.mark.parametrize("written", ['{{"imp_uid":"{}"}}', "hangul {}"])
def test_one_scan_after_the_other_into_the_search_field(hands: Hands, written: str) -> None:
    """No search finds these as they are written, so that the focus stays in the field."""
    hands.focus("searchEdit")
    for imp_uid in (CARD, KOREAN_ORDER):
        code = written.format(imp_uid)
        hands.scan(in_hangul_mode(imp_uid) if code.startswith("hangul") else code)
        hands.until_open(imp_uid).close()
        hands.program.wait(lambda: not hands.dialogs())
        hands.window.activateWindow()
        hands.program.wait(hands.window.isActiveWindow)
        assert search(hands).hasFocus()
