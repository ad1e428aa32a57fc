"""Tax parts, escrow and cash receipts in the refund dialog: asked only where needed, nothing is lost."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from refund_gui.domain import tax
from refund_gui.domain.money import Money
from refund_gui.domain.refund import NO_PARTS, TaxParts
from refund_gui.ui.history_detail import HistoryDetail
from refund_gui.ui.refund_form import RefundForm
from refund_gui.ui.review_texts import sent_text
from refund_gui.ui.words import input_words
from refund_gui.ui.words_tax import cash_receipt_lines, tax_free_warning, total_hint
from tests.domain.made_up import won
from tests.gui.counter import Counter, text
from tests.gui.refund_desk import Desk, desk_for, open_desk
from tests.practice.shop_kit import payment
from tests.store.made_up import payment as stored_payment


def tick(desk: Desk, *names: str) -> None:
    for name in names:
        desk.find(QCheckBox, name).setChecked(True)


def shown(desk: Desk, name: str) -> str:
    return desk.find(QLineEdit, name).text()


def desk_with(counter: Counter, qtbot: QtBot, pg_provider: str = "kcp", **fields: object) -> Desk:
    """A card payment of 10,000 won with more of upstream's fields, and the dialog on it."""
    record = payment("imp_1", 10_000, "card", pg_provider)
    record.fields.update(fields)
    counter.shop.upstream.add(record)
    return open_desk(counter, qtbot)


def last_body(counter: Counter) -> dict[str, object]:
    return counter.shop.upstream.log()[-1].body


@pytest.mark.parametrize(
    ("pg_provider", "boxes"),
    [
        ("tosspayments", ()),
        ("kcp", ("taxFreeCheck",)),
        ("welcome", ("vatCheck",)),
        ("html5_inicis", ("taxFreeCheck", "vatCheck")),
    ],
)
def test_boxes_stand_only_where_the_pg_takes_the_part(
    counter: Counter, qtbot: QtBot, pg_provider: str, boxes: tuple[str, ...]
) -> None:
    desk = desk_for(counter, qtbot, pg_provider=pg_provider)
    assert tuple(name for name in ("taxFreeCheck", "vatCheck") if desk.sees(name)) == boxes
    assert not any(desk.sees(name) for name in ("taxFreeTotalEdit", "taxFreeEdit", "vatEdit"))
    assert not desk.sees("escrowConfirmedCheck")
    desk.refund("1000")
    assert not {"tax_free", "vat_amount", "escrow_confirmed"} & set(last_body(counter))


def test_smartro_v2_is_asked_once_a_part_is_typed(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot, pg_provider="smartro_v2")
    assert desk.sees("taxFreeCheck")
    desk.put(amountEdit="10000")
    assert not desk.sees("taxFreeCheck")
    desk.put(amountEdit="9999")
    assert desk.sees("taxFreeCheck")


def test_a_split_is_offered_and_confirmed_and_shown_afterwards(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    desk.fill("3333")
    tick(desk, "taxFreeCheck", "vatCheck")
    assert (shown(desk, "taxFreeEdit"), shown(desk, "vatEdit")) == ("", "")
    assert "takes a refund without this for wholly tax-free" in desk.reads("taxFreeTotalHint")
    desk.put(taxFreeTotalEdit="4000")
    assert (shown(desk, "taxFreeEdit"), shown(desk, "vatEdit")) == ("1,333", "182")
    desk.put(amountEdit="5000")
    assert (shown(desk, "taxFreeEdit"), shown(desk, "vatEdit")) == ("2,000", "273")
    desk.submit()
    assert desk.reads("confirmTaxFree") == "2,000원 (taxed: 3,000원)"
    assert desk.reads("confirmVat") == "273원"
    desk.button("confirmButton").click()
    desk.until_titled("Refund successful")
    assert "Tax-free part: 2,000원 (taxed: 3,000원)" in desk.reads("resultProof")
    assert (last_body(counter)["tax_free"], last_body(counter)["vat_amount"]) == (2_000, 273)
    [refund] = desk.stored()
    assert (refund.tax, refund.tax_free_total) == (TaxParts(won(2_000), won(273)), won(4_000))


def test_the_next_refund_is_asked_and_filled_in_by_itself(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    desk.fill("5000")
    tick(desk, "taxFreeCheck", "vatCheck")
    desk.put(taxFreeTotalEdit="4000", taxFreeEdit="3000")
    desk.submit()
    desk.button("confirmButton").click()
    desk.until_titled("Refund successful")
    desk.window.close()
    again = open_desk(counter, qtbot)
    assert shown(again, "taxFreeTotalEdit") == "4,000"
    again.put(amountEdit="5000")
    assert shown(again, "taxFreeEdit") == "1,000"
    assert shown(again, "vatEdit") == "363"  # with the 182 before: an eleventh of 6,000
    assert "1,000원 is tax-free" in again.reads("taxFreeHint")


WRONG = [
    ({"taxFreeTotalEdit": ""}, "taxFreeTotal", "Enter how much of the whole order"),
    ({"taxFreeTotalEdit": "10001"}, "taxFreeTotal", "At most 10,000원 of this order"),
    ({"taxFreeTotalEdit": "-1"}, "taxFreeTotal", "The amount must not be less than zero."),
    ({"taxFreeEdit": "3001"}, "taxFree", "more than the refund, 3,000원"),
    ({"taxFreeTotalEdit": "900", "taxFreeEdit": "901"}, "taxFree", "Only 900원 of the order"),
    ({"taxFreeTotalEdit": "9000", "taxFreeEdit": "1999"}, "taxFree", "At least 2,000원 must be"),
    ({"taxFreeEdit": ""}, "taxFree", "Enter an amount."),
    ({"vatEdit": "2001"}, "vat", "more than the taxed part, 2,000원"),
    ({"vatEdit": "x"}, "vat", "This is not an amount."),
]


def test_what_cannot_be_is_said_where_it_was_typed(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot, pg_provider="nice")
    desk.fill("3000")
    tick(desk, "taxFreeCheck", "vatCheck")
    right = {"taxFreeTotalEdit": "4000", "taxFreeEdit": "1000", "vatEdit": "100"}
    for typed, name, sentence in WRONG:
        desk.put(**(right | typed))
        desk.button("submitButton").click()
        assert sentence in desk.reads(f"{name}Error")
        edit = desk.find(QLineEdit, f"{name}Edit")
        assert edit.hasFocus()
        assert sentence in edit.accessibleDescription()
        assert shown(desk, "amountEdit") == "3,000"
    desk.put(**right)
    desk.submit()


def test_what_the_terminal_refuses_is_said_where_it_was_typed(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot, pg_provider="nice")
    tick(desk, "taxFreeCheck", "vatCheck")
    form = desk.window.findChildren(RefundForm)[0]
    for error, label in (
        (tax.TaxFreeTotalBelowRefunded(won(7)), "taxFreeTotalError"),
        (tax.TaxFreeAboveRemaining(won(7)), "taxFreeError"),
        (tax.VatAboveTaxed(won(7)), "vatError"),
    ):
        form.show_error(error)
        assert desk.reads(label) == input_words(error)
        assert "7원" in desk.reads(label)


def test_what_was_typed_over_an_offer_stays(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot, pg_provider="nice")
    desk.fill("5000")
    tick(desk, "taxFreeCheck", "vatCheck")
    desk.put(taxFreeTotalEdit="4000", taxFreeEdit="500", vatEdit="400")
    desk.put(amountEdit="3000")
    desk.find(QCheckBox, "taxFreeCheck").setChecked(False)
    desk.find(QCheckBox, "taxFreeCheck").setChecked(True)
    desk.submit()
    desk.push("backButton")
    assert (shown(desk, "taxFreeEdit"), shown(desk, "vatEdit")) == ("500", "400")


def test_an_unusual_vat_is_told_and_can_be_sent(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot, pg_provider="welcome")
    desk.fill("5500")
    tick(desk, "vatCheck")
    assert desk.reads("vatHint") == "An eleventh of the taxed part."
    desk.put(vatEdit="550")
    assert desk.reads("vatHint").startswith("Look again: this is more than an eleventh")
    desk.submit()
    desk.button("confirmButton").click()
    desk.until_titled("Refund successful")
    assert last_body(counter)["vat_amount"] == 550


def test_a_box_that_is_not_ticked_sends_nothing_of_what_is_behind_it(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    tick(desk, "taxFreeCheck", "vatCheck")
    desk.put(amountEdit="3000", taxFreeTotalEdit="4000", vatEdit="99999")
    for name in ("taxFreeCheck", "vatCheck"):
        desk.find(QCheckBox, name).setChecked(False)
    desk.refund("3000")
    assert desk.stored()[0].tax == NO_PARTS


def test_refunds_that_said_nothing_are_told(counter: Counter, qtbot: QtBot) -> None:
    counter.shop.upstream.add(payment("imp_1", 10_000, "card", "kcp"))
    counter.shop.refund("imp_1", 2_000)
    desk = open_desk(counter, qtbot)
    tick(desk, "taxFreeCheck")
    assert desk.reads("taxFreeHint") == "In proportion to what remains of the order."
    desk.put(amountEdit="8000", taxFreeTotalEdit="4000")
    assert shown(desk, "taxFreeEdit") == "3,200"
    assert "2,000원 was refunded without saying" in desk.reads("taxFreeHint")


@pytest.mark.parametrize(
    ("pg_provider", "told"),
    [("kcp", ""), ("payco", "PAYCO knows orders"), ("inicis", "With a composite-tax contract, KG Inicis")],
)
def test_what_is_special_at_a_pg_stands_at_its_fields(pg_provider: str, told: str) -> None:
    shop_payment = stored_payment(pg_provider=pg_provider)
    assert told in tax_free_warning(shop_payment)
    assert bool(told) is bool(tax_free_warning(shop_payment))
    assert total_hint(shop_payment).endswith(tax_free_warning(shop_payment))


def test_the_warnings_of_single_pgs(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot, pg_provider="tosspay_v2")
    tick(desk, "vatCheck")
    assert "refuses the next part" in desk.reads("vatHint")
    assert "your site gave" in desk.find(QCheckBox, "vatCheck").accessibleDescription()


def test_by_keyboard_enter_goes_through_the_parts(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    desk.go_to("noteEdit")
    desk.press(Qt.Key.Key_Return)
    assert desk.focus().objectName() == "taxFreeCheck"
    desk.press(Qt.Key.Key_Space)
    passed = []
    for _ in range(4):
        desk.press(Qt.Key.Key_Return)
        passed.append(desk.focus().objectName())
    assert passed == ["vatCheck", "taxFreeTotalEdit", "taxFreeEdit", "submitButton"]


def test_not_sent_goes_again_with_its_parts(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_with(counter, qtbot, escrow=True)
    desk.fill("3000")
    tick(desk, "taxFreeCheck", "escrowConfirmedCheck")
    desk.put(taxFreeTotalEdit="4000")
    desk.submit()
    assert desk.reads("confirmEscrow") == "The buyer has confirmed the purchase"
    counter.shop.line.is_down = True
    desk.button("confirmButton").click()
    desk.until_armed("tryAgainButton")
    counter.shop.line.is_down = False
    desk.button("tryAgainButton").click()
    desk.until_titled("Refund successful")
    body = last_body(counter)
    assert (body["tax_free"], body["escrow_confirmed"]) == (1_200, True)


def test_an_escrow_that_is_not_confirmed_is_not_said(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_with(counter, qtbot, escrow=True)
    assert "escrow payment" in desk.reads("escrowHint")
    desk.refund("1000")
    assert "escrow_confirmed" not in last_body(counter)


def test_a_cash_receipt_is_spoken_of_before_and_after(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_with(counter, qtbot, "ksnet", cash_receipt_issued=True)
    assert "does not cancel it with the refund" in desk.reads("ruleNotice")
    desk.refund("1000")
    desk.until(lambda: "does not cancel it with the refund" in desk.reads("resultProof"))


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, ""),
        ({"cash_receipt_issued": True, "pg_provider": "ksnet"}, "does not cancel it"),
        ({"cash_receipt_issued": True, "pg_provider": "kcp"}, "Look in NHN KCP's own console"),
    ],
)
def test_what_becomes_of_a_cash_receipt(fields: dict[str, Any], told: str) -> None:
    lines = cash_receipt_lines(stored_payment(**fields))
    assert told in "".join(lines)
    assert bool(lines) is bool(told)


def test_history_and_review_show_what_was_sent(counter: Counter, qtbot: QtBot) -> None:
    record = payment("imp_1", 10_000, "card", "nice")
    record.fields["escrow"] = True
    counter.shop.upstream.add(record)
    asked = {"tax": TaxParts(won(1_200), won(164)), "tax_free_total": won(4_000)}
    refund = counter.shop.refund("imp_1", 3_000, None, escrow_confirmed=True, **asked)
    pane = HistoryDetail(counter.terminal, counter.lanes)
    qtbot.addWidget(pane)
    pane.show_refund(refund.refund_id)
    qtbot.waitUntil(lambda: bool(pane.findChildren(QLabel, "historyTaxFree")))
    assert text(pane, "historyTaxFree") == "1,200원 (taxed: 1,800원)"
    assert text(pane, "historyVat") == "164원"
    assert text(pane, "historyEscrow") == "The buyer has confirmed the purchase"
    assert "\nVAT: 164원\n" in sent_text(counter.terminal.history.detail(refund.refund_id))


def test_a_foreign_payment_is_split_to_the_cent(counter: Counter, qtbot: QtBot) -> None:
    record = payment("imp_1", 10_000, "card", "nice", currency="USD")
    counter.shop.upstream.add(record)
    desk = open_desk(counter, qtbot)
    desk.fill("33.33")
    tick(desk, "taxFreeCheck")
    desk.put(taxFreeTotalEdit="4000")
    assert shown(desk, "taxFreeEdit") == "13.33"
    desk.submit()
    desk.button("confirmButton").click()
    desk.until_titled("Refund successful")
    assert desk.stored()[0].tax.tax_free == Money(1_333, "USD")
