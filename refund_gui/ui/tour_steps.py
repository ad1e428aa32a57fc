"""The steps of the tour. What each ended with is held against the window, the store and the stand-in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from refund_gui.domain.banks import BANKS
from refund_gui.domain.listing import OrderFilter
from refund_gui.domain.refund import Refund, RefundState
from refund_gui.domain.refund_listing import HistoryFilter, HistoryRow
from refund_gui.practice.app import PracticeApp
from refund_gui.practice.cancelling import PG_PREFIX
from refund_gui.practice.sample_shop import (
    CARD,
    FIRST_ANSWER_LOST,
    SETTLEMENT_SHORT,
    SETTLEMENT_TEXT,
    VBANK,
)
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.main_window import MainWindow
from refund_gui.ui.tour_hands import Hands, require, wait_until
from refund_gui.ui.words import bank_name, state_words

_PART: Final = 12_000
_ENDS: Final = {
    CARD: (RefundState.SUCCEEDED, _PART),
    VBANK: (RefundState.SUCCEEDED, 32_000),
    SETTLEMENT_SHORT: (RefundState.REJECTED, 89_000),
    FIRST_ANSWER_LOST: (RefundState.SUCCEEDED, 24_000),
}
"""How the refund of each payment ends, and its amount in won."""

_BANK: Final = next(bank for bank in BANKS if bank.english == "Shinhan")
_BANK_CODE: Final = "88"
"""Shinhan's at html5_inicis."""
_ACCOUNT: Final = "110234567890"

_REFUSAL: Final = PG_PREFIX + SETTLEMENT_TEXT
"""The stand-in's answer, word for word."""


@dataclass(frozen=True, slots=True)
class Visit:
    """The practice shop while its window is open, and the stand-in behind it."""

    window: MainWindow
    terminal: Terminal
    practice: PracticeApp

    @property
    def hands(self) -> Hands:
        return Hands(self.window)

    @property
    def dialog(self) -> Hands:
        return Hands(self.hands.see("refundDialog"))

    def refund(self, imp_uid: str) -> Refund | None:
        """The payment's refund as it is stored, None while there is none."""
        refunds = self.terminal.orders.detail(imp_uid).refunds
        require(len(refunds) < 2, f"{len(refunds)} refunds of {imp_uid} instead of one")
        return refunds[0] if refunds else None

    def rows(self) -> tuple[HistoryRow, ...]:
        """The newest lines of the history."""
        return self.terminal.history.page(HistoryFilter(), None, 100)


Step = tuple[str, str, Callable[[Visit], QWidget]]
"""What it shows, its picture's name, and the step; it returns what the picture is taken of."""


def _list_orders(visit: Visit) -> QWidget:
    hands = visit.hands
    wait_until(lambda: visit.terminal.syncing.synced_at() is not None, "all orders loaded")
    stored = visit.terminal.orders.count(OrderFilter())
    wait_until(lambda: stored > 0 and len(hands.rows("ordersView")) >= min(stored, 100), "the orders listed")
    newest = visit.terminal.orders.page(OrderFilter(), None, 1)[0].merchant_uid
    wait_until(lambda: newest in hands.rows("ordersView")[0], "the newest order first")
    hands.choose("ordersView", 0)
    hands.see("refundButton")
    for imp_uid in _ENDS:
        require(not visit.practice.history(imp_uid), f"{imp_uid} was refunded before")
    return visit.window


def _ask_for_a_part(visit: Visit) -> QWidget:
    dialog = _open(visit, CARD)
    dialog.fill("amountEdit", str(_PART))
    _give_reason(dialog)
    return dialog.window


def _look_once_more(visit: Visit) -> QWidget:
    dialog = visit.dialog
    dialog.click("submitButton")
    dialog.see("confirmButton")  # it arms while nobody touches a key
    return dialog.window


def _confirm_part(visit: Visit) -> QWidget:
    visit.dialog.click("confirmButton")
    return _end(visit, CARD)


def _ask_for_an_account(visit: Visit) -> QWidget:
    _close_dialog(visit)
    dialog = _open(visit, VBANK)
    dialog.click("fullAmountButton")
    _give_reason(dialog)
    dialog.fill("refundBankCombo", bank_name(_BANK))
    dialog.press(Qt.Key.Key_Tab)
    dialog.fill("refundAccountEdit", _ACCOUNT)
    dialog.fill("refundAccountAgainEdit", _ACCOUNT)
    dialog.fill("refundHolderEdit", "홍길동")
    return dialog.window


def _confirm_account(visit: Visit) -> QWidget:
    _send(visit.dialog)
    shown = _end(visit, VBANK)
    sent = [entry.body for entry in visit.practice.log() if entry.body.get("imp_uid") == VBANK]
    require([body.get("refund_bank") for body in sent] == [_BANK_CODE], f"another bank was sent: {sent}")
    return shown


def _be_refused(visit: Visit) -> QWidget:
    _close_dialog(visit)
    _refund_whole(visit, SETTLEMENT_SHORT)
    shown = _end(visit, SETTLEMENT_SHORT)
    said = visit.dialog.text("resultMessage")
    require(said == _REFUSAL, f"{said!r} was shown instead of {_REFUSAL!r}")
    return shown


def _lose_an_answer(visit: Visit) -> QWidget:
    _close_dialog(visit)
    _refund_whole(visit, FIRST_ANSWER_LOST)
    _wait_for_state(visit, FIRST_ANSWER_LOST, RefundState.UNKNOWN)
    visit.dialog.see("checkNowButton")
    visit.hands.see("attentionBanner")
    return visit.dialog.window


def _watch_it_resolve(visit: Visit) -> QWidget:
    return _end(visit, FIRST_ANSWER_LOST)


def _read_history(visit: Visit) -> QWidget:
    _close_dialog(visit)
    return _show_in_history(visit, FIRST_ANSWER_LOST)


def _read_it_again(visit: Visit) -> QWidget:
    visit.hands.see("ordersView")
    shown = _show_in_history(visit, SETTLEMENT_SHORT)
    said = visit.hands.text("historyWords")
    require(said == _REFUSAL, f"the history says {said!r} instead of {_REFUSAL!r}")
    for imp_uid in _ENDS:
        _check_end(visit, imp_uid)
    return shown


BEFORE_CLOSING: Final[tuple[Step, ...]] = (
    ("orders loaded and listed", "orders", _list_orders),
    ("a part of a card order asked for", "card-form", _ask_for_a_part),
    ("everything repeated before it is sent", "card-confirm", _look_once_more),
    ("card order refunded in part", "card-refunded", _confirm_part),
    ("a virtual account's order, the customer's bank account asked for", "account-form", _ask_for_an_account),
    ("virtual account refunded in full", "account-refunded", _confirm_account),
    ("a refusal, word for word", "refused", _be_refused),
    ("an answer is lost: Checking", "checking", _lose_an_answer),
    ("Checking turned into its end by itself", "resolved", _watch_it_resolve),
    ("the history and the proof of one refund", "history", _read_history),
)
OPENED_AGAIN: Final[tuple[Step, ...]] = (
    ("closed and opened again: all of it can be read", "opened-again", _read_it_again),
)


def _open(visit: Visit, imp_uid: str) -> Hands:
    """Type an order's number, as from a receipt: Enter opens its refund dialog."""
    hands = visit.hands
    order = visit.terminal.orders.detail(imp_uid).payment.merchant_uid
    hands.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    hands.type(order)
    hands.press(Qt.Key.Key_Return)
    visit.dialog.see("amountEdit")
    return visit.dialog


def _give_reason(dialog: Hands) -> None:
    """The first reason of the shop's own list."""
    dialog.click("reasonCombo")
    dialog.press(Qt.Key.Key_Down)


def _refund_whole(visit: Visit, imp_uid: str) -> None:
    dialog = _open(visit, imp_uid)
    dialog.click("fullAmountButton")
    _give_reason(dialog)
    _send(dialog)


def _send(dialog: Hands) -> None:
    dialog.click("submitButton")
    dialog.click("confirmButton")


def _close_dialog(visit: Visit) -> None:
    visit.dialog.click("closeButton")
    wait_until(lambda: not visit.hands.has("refundDialog"), "the dialog closed")


def _end(visit: Visit, imp_uid: str) -> QWidget:
    """The dialog, once it shows that the refund has ended as it must."""
    _wait_for_state(visit, imp_uid, _ENDS[imp_uid][0])
    _check_end(visit, imp_uid)
    return visit.dialog.window


def _wait_for_state(visit: Visit, imp_uid: str, state: RefundState) -> None:
    """Until the store has the refund in this state, and the dialog says so."""
    dialog = visit.dialog

    def is_told() -> bool:
        refund = visit.refund(imp_uid)
        if refund is None or refund.state is not state or not dialog.has("resultTitle"):
            return False
        return dialog.text("resultTitle") == state_words(refund).title

    wait_until(is_told, f"{imp_uid} {state.value}, in the store and on screen")


def _check_end(visit: Visit, imp_uid: str) -> None:
    """The store and the stand-in agree on what happened, and it happened once."""
    state, won = _ENDS[imp_uid]
    refund = visit.refund(imp_uid)
    found = (refund.state, refund.amount.minor) if refund else None
    require(found == (state, won), f"{imp_uid} is stored as {found} instead of {(state, won)}")
    expected = [won] if state is RefundState.SUCCEEDED else []
    really = [cancel.amount for cancel in visit.practice.history(imp_uid)]
    require(really == expected, f"{imp_uid} was refunded upstream by {really} instead of {expected}")


def _show_in_history(visit: Visit, imp_uid: str) -> QWidget:
    hands = visit.hands
    hands.click("navHistory")
    wait_until(lambda: len(hands.rows("historyView")) == len(visit.rows()), "every refund in the history")
    place = next(number for number, row in enumerate(visit.rows()) if row.imp_uid == imp_uid)
    hands.choose("historyView", place)
    wait_until(lambda: hands.has("historyPayment") and hands.text("historyPayment") == imp_uid, "its proof")
    return visit.window
