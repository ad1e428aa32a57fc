"""Every screen of the program, by name, in a practice shop: for pictures, and for tests that look at all.

A new screen: a function that goes there and returns the window to look at, and its line in SCREENS.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from refund_gui.clock import in_korea
from refund_gui.domain.listing import OrderFilter
from refund_gui.domain.money import Money
from refund_gui.domain.outside import OutsideWay
from refund_gui.domain.refund_listing import HistoryFilter
from refund_gui.practice.faults import Fault
from refund_gui.practice.sample_shop import (
    CARD,
    NAVERPAY,
    PARTLY_REFUNDED,
    PHONE_THIS_MONTH,
    SETTLEMENT_SHORT,
    VBANK,
    VBANK_DANAL,
)
from refund_gui.store.coverage import SetAsideRecord
from refund_gui.ui.set_aside_dialog import SetAsideDialog
from refund_gui.ui.tour_hands import Hands, wait_until
from tests.gui.stage import Stage

Screen = Callable[[Stage], QWidget]


def orders(stage: Stage) -> QWidget:
    """The list, and one order beside it."""
    newest = stage.shop.orders.page(OrderFilter(), None, 1)[0].merchant_uid
    wait_until(lambda: newest in stage.hands.rows("ordersView")[0], "the newest order first")
    stage.hands.choose("ordersView", 0)
    wait_until(lambda: not stage.hands.has("detailMessage"), "the order beside the list")
    return stage.window


def orders_filters(stage: Stage) -> QWidget:
    stage.hands.click("moreFiltersButton")
    stage.hands.see("amountFromEdit")
    return stage.window


def orders_search(stage: Stage) -> QWidget:
    _search(stage, "searchEdit", "선물")
    wait_until(lambda: all("선물" in row for row in stage.hands.rows("ordersView")[:5]), "what was found")
    stage.hands.choose("ordersView", 0)
    wait_until(lambda: not stage.hands.has("detailMessage"), "the order beside the list")
    return stage.window


def orders_empty(stage: Stage) -> QWidget:
    _search(stage, "searchEdit", "없는 주문")
    stage.hands.see("ordersViewEmpty")
    return stage.window


def refund_card(stage: Stage) -> QWidget:
    dialog = _open(stage, CARD)
    dialog.click("submitButton")  # what is missing is said
    dialog.fill("amountEdit", "12000")
    return dialog.window


def refund_vbank(stage: Stage) -> QWidget:
    return _open(stage, VBANK).window


def refund_phone(stage: Stage) -> QWidget:
    return _open(stage, PHONE_THIS_MONTH).window


def refund_obstacle(stage: Stage) -> QWidget:
    return _open(stage, VBANK_DANAL, "ruleNotice").window


def refund_unread(stage: Stage) -> QWidget:
    """The payment cannot be read."""
    stage.practice.faults.next(Fault.STATUS, on="/payments/*")
    return _open(stage, VBANK, "retryButton").window


def refund_confirm(stage: Stage) -> QWidget:
    dialog = _open(stage, CARD)
    _ask(dialog, "12000")
    dialog.see("confirmButton")
    return dialog.window


def refund_sending(stage: Stage) -> QWidget:
    stage.practice.faults.next(Fault.SLOW, imp_uid=NAVERPAY, seconds=60)
    dialog = _open(stage, NAVERPAY)
    _ask(dialog, "1000")
    dialog.click("confirmButton")
    dialog.see("progressBar")
    return dialog.window


def refund_done(stage: Stage) -> QWidget:
    return _refund(stage, PARTLY_REFUNDED, "1000", "copyMessageButton")


def receipt(stage: Stage) -> QWidget:
    """The receipt of a refund, on paper as it is going to be."""
    refund_done(stage)
    stage.dialog("refundDialog").click("printReceiptButton")
    dialog = stage.dialog("receiptDialog")
    dialog.see("receiptPrintButton")
    return dialog.window


def undo(stage: Stage) -> QWidget:
    """What to write when a refund was a mistake."""
    refund_done(stage)
    stage.dialog("refundDialog").click("undoButton")
    return stage.dialog("undoDialog").window


def refund_refused(stage: Stage) -> QWidget:
    return _refund(stage, SETTLEMENT_SHORT, "1000", "resultMessage")


def refund_checking(stage: Stage) -> QWidget:
    imp_uid = stage.drawn[0]
    stage.practice.faults.next(Fault.LOST_REQUEST, imp_uid=imp_uid)
    return _refund(stage, imp_uid, "1000", "countdownLabel")


def refund_review(stage: Stage) -> QWidget:
    imp_uid = stage.drawn[1]
    stage.practice.faults.next(Fault.WRONG_AMOUNT, imp_uid=imp_uid)
    return _refund(stage, imp_uid, "1000", "reviewButton")


def review(stage: Stage) -> QWidget:
    """The decision about a refund whose record is not as it must be."""
    imp_uid = stage.drawn[1]
    if not stage.shop.terminal.orders.detail(imp_uid).open_refund:
        refund_review(stage)
        stage.tidy()
    refund = stage.shop.terminal.orders.detail(imp_uid).open_refund
    assert refund is not None
    stage.window.show_review(refund.refund_id)
    dialog = stage.dialog("reviewDialog")
    dialog.see("reviewReasonEdit")
    return dialog.window


def history(stage: Stage) -> QWidget:
    if not stage.shop.terminal.history.page(HistoryFilter(), None, 1):
        refund_done(stage)
        stage.tidy()
    stage.hands.click("navHistory")
    wait_until(lambda: bool(stage.hands.rows("historyView")), "refunds in the history")
    stage.hands.choose("historyView", 0)
    wait_until(lambda: not stage.hands.has("historyMessage"), "the refund beside the list")
    return stage.window


def history_empty(stage: Stage) -> QWidget:
    stage.hands.click("navHistory")
    _search(stage, "historySearchEdit", "없는 주문")
    stage.hands.see("historyViewEmpty")
    return stage.window


def summary(stage: Stage) -> QWidget:
    stage.hands.click("navSummary")
    stage.hands.click("summaryPeriodButton")
    stage.hands.see("summaryShare")
    return stage.window


def daily_close(stage: Stage) -> QWidget:
    stage.hands.click("navSummary")
    stage.hands.click("summaryCloseButton")
    wait_until(lambda: bool(stage.hands.text("closeResult")), "the day read")
    return stage.window


def help_(stage: Stage) -> QWidget:
    stage.hands.click("helpButton")
    return stage.dialog("helpDialog").window


def support(stage: Stage) -> QWidget:
    """What is sent to whoever helps, before it is saved."""
    stage.hands.click("helpButton")
    stage.dialog("helpDialog").click("supportButton")
    dialog = stage.dialog("supportDialog")
    dialog.see("supportSaveButton")
    return dialog.window


def outside(stage: Stage) -> QWidget:
    """What was refunded in another way is noted."""
    _open(stage, VBANK_DANAL, "refundedOutsideButton").click("refundedOutsideButton")
    dialog = stage.dialog("outsideDialog")
    dialog.see("outsideWholeButton")
    return dialog.window


def history_note(stage: Stage) -> QWidget:
    """What was noted as refunded outside, among the refunds."""
    outside, today = stage.shop.terminal.outside, in_korea(stage.shop.clock.now()).date()
    if not outside.of(VBANK_DANAL):
        told = "PG 관리자 페이지에서 직접 환불하고 고객에게 문자로 알림"
        outside.note(VBANK_DANAL, Money(1_000, "KRW"), today, OutsideWay.PG_CONSOLE, told, "김점원")
    stage.hands.click("navHistory")
    _search(stage, "historySearchEdit", "문자로 알림")
    wait_until(lambda: len(stage.hands.rows("historyView")) == 1, "the note in the history")
    stage.hands.choose("historyView", 0)
    wait_until(lambda: not stage.hands.has("entryMessage"), "the note beside the list")
    return stage.window


def refund_question(stage: Stage) -> QWidget:
    """Something typed would be lost."""
    dialog = _open(stage, CARD)
    dialog.fill("amountEdit", "12000")
    dialog.window.close()
    dialog.see("keepButton")
    return dialog.window


def settings(stage: Stage) -> QWidget:
    stage.hands.click("settingsButton")
    return stage.dialog("settingsDialog").window


def wizard(stage: Stage) -> QWidget:
    stage.window._dialogs.show_wizard()
    dialog = stage.dialog("setupWizard")
    dialog.fill("impKeyEdit", "1234567890123456")
    return dialog.window


def set_aside(stage: Stage) -> QWidget:
    record = SetAsideRecord("imp_900000000099", "amount: -1", stage.shop.clock.now())
    dialog = SetAsideDialog((record,), stage.window)
    dialog.show()
    return dialog


SCREENS: Final[dict[str, Screen]] = {
    "orders": orders,
    "orders-filters": orders_filters,
    "orders-search": orders_search,
    "orders-empty": orders_empty,
    "refund-card": refund_card,
    "refund-vbank": refund_vbank,
    "refund-phone": refund_phone,
    "refund-obstacle": refund_obstacle,
    "refund-unread": refund_unread,
    "refund-confirm": refund_confirm,
    "refund-sending": refund_sending,
    "refund-done": refund_done,
    "receipt": receipt,
    "undo": undo,
    "refund-refused": refund_refused,
    "refund-checking": refund_checking,
    "refund-review": refund_review,
    "review": review,
    "history": history,
    "history-empty": history_empty,
    "summary": summary,
    "daily-close": daily_close,
    "outside": outside,
    "history-note": history_note,
    "refund-question": refund_question,
    "help": help_,
    "support": support,
    "settings": settings,
    "wizard": wizard,
    "set-aside": set_aside,
}


def _search(stage: Stage, name: str, text: str) -> None:
    edit = stage.hands.see(name)
    assert isinstance(edit, QLineEdit)
    edit.setText(text)


def _open(stage: Stage, imp_uid: str, step: str = "amountEdit") -> Hands:
    """This payment's dialog, at the step that has this control."""
    stage.window.show_refund(imp_uid)
    dialog = stage.dialog("refundDialog")
    wait_until(lambda: dialog.has(step), f"{step} on screen")
    return dialog


def _ask(dialog: Hands, amount: str) -> None:
    """Amount and reason, and on."""
    dialog.fill("amountEdit", amount)
    reason = dialog.see("reasonCombo")
    assert isinstance(reason, QComboBox)
    reason.setEditText("고객 변심")
    dialog.click("submitButton")


def _refund(stage: Stage, imp_uid: str, amount: str, until: str) -> QWidget:
    """Refund it, or show what became of it, until this is on screen."""
    stage.window.show_refund(imp_uid)
    dialog = stage.dialog("refundDialog")
    wait_until(lambda: dialog.has("amountEdit") or dialog.has("resultTitle"), "the payment read")
    if dialog.has("amountEdit"):
        looked = dialog.window.findChild(QWidget, "askAgainCheck")
        if looked is not None and looked.isVisible():
            dialog.click("askAgainCheck")
        _ask(dialog, amount)
        dialog.click("confirmButton")
    wait_until(lambda: dialog.has(until), f"{until} on screen")
    return dialog.window
