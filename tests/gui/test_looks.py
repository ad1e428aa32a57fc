"""What is to be read can be read: columns as wide as their words, windows as high as their texts."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from refund_gui.domain.payment import DisplayStatus
from refund_gui.domain.refund import RefundState
from refund_gui.paths import RESOURCES
from refund_gui.practice.faults import Fault
from refund_gui.ui.state_picture import Picture, StatePicture, picture_of
from refund_gui.ui.theme import Theme, colour
from tests.gui.counter import Counter, child
from tests.gui.refund_desk import desk_for
from tests.gui.shell import Program, options, rows
from tests.gui.stage import stage
from tests.practice.shop_kit import payment

GOODS = 2
"""The column that takes what is left."""
STATE = 8


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("status", [DisplayStatus.AWAITING_PAYMENT, DisplayStatus.PARTLY_REFUNDED])
def test_no_word_of_a_column_is_cut(
    program: Program, tmp_path: Path, language: str, status: DisplayStatus
) -> None:
    window = program.open(options(tmp_path, practice=True), language).window
    program.wait(lambda: rows(window) > 0)
    statuses = child(window, QComboBox, "statusFilter")
    statuses.setCurrentIndex(statuses.findData(status.value))
    program.wait(lambda: 0 < rows(window) < 100)
    view = child(window, QTableView, "ordersView")
    for number in range(view.model().columnCount()):
        if number != GOODS:
            assert view.sizeHintForColumn(number) <= view.columnWidth(number), f"column {number}"


def test_an_open_refunds_state_is_not_cut_in_the_orders(counter: Counter, qtbot: QtBot) -> None:
    counter.shop.upstream.add(payment("imp_1", 10_000, "paypal", "paypal_v2"))
    counter.load()
    counter.shop.upstream.faults.next(Fault.ASYNCHRONOUS)
    assert counter.shop.refund("imp_1").state is RefundState.ACCEPTED
    page = counter.orders_page()
    qtbot.addWidget(page)
    page.resize(1148, 700)
    page.show()
    counter.settle(qtbot)
    view = child(page, QTableView, "ordersView")
    assert str(view.model().index(0, STATE).data()) == "◈ Waiting for the PG"
    assert view.sizeHintForColumn(STATE) <= view.columnWidth(STATE)


def test_the_focus_frame_moves_nothing(program: Program, tmp_path: Path) -> None:
    window = program.open(options(tmp_path, practice=True)).window
    view = child(window, QTableView, "ordersView")
    program.wait(lambda: rows(window) > 0 and view.verticalScrollBar().isVisible())
    before = view.viewport().geometry()
    view.setFocus()
    window.grab()  # the style looks at the focus when it draws
    assert view.hasFocus()
    assert view.viewport().geometry() == before
    assert before.left() == 2, "the frame of the focus has its place"


def test_a_long_answer_is_shown_whole(program: Program, tmp_path: Path) -> None:
    wizard = program.wizard(program.open(options(tmp_path, "http://127.0.0.1:1")).window)
    before = wizard.height()
    program.enter_keys(wizard)
    answer, secret = child(wizard, QLabel, "connectionResult"), child(wizard, QLineEdit, "impSecretEdit")
    program.wait(lambda: wizard.height() > before)
    program.wait(lambda: answer.height() >= answer.heightForWidth(answer.width()))
    assert secret.height() >= 32


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """The system has this scheme."""
    before = qapp.palette()
    qapp.setPalette(QPalette(QColor("#202020" if request.param == "dark" else "#f0f0f0")))
    yield
    qapp.setPalette(before)


READ: Final = (
    *((text, ground) for text in ("text", "muted", "primary", "error") for ground in ("page", "card")),
    *((text, ground) for text in ("text", "muted", "primary") for ground in ("hover", "chosen")),
    *((f"on-{ground}", ground) for ground in ("primary", "danger", "attention", "error-page", "info")),
    *((f"on-{ground}", ground) for ground in ("success", "mark", "practice", "off")),
    ("on-primary", "primary-down"),
    ("on-danger", "danger-down"),
)
"""What is written on what."""
SEEN: Final = (("edge", "card"), ("focus", "page"), ("focus", "card"), ("edge", "page"))
"""Edges that show where a control is."""


@pytest.mark.usefixtures("scheme")
def test_every_text_stands_out_from_its_ground() -> None:
    faint = {pair: contrast(*pair) for pair in READ if contrast(*pair) < 4.5}
    assert faint == {}


@pytest.mark.usefixtures("scheme")
def test_every_controls_edge_can_be_seen() -> None:
    faint = {pair: contrast(*pair) for pair in SEEN if contrast(*pair) < 3}
    assert faint == {}


def contrast(one: str, other: str) -> float:
    """Of two colours of the style sheet, as WCAG 2 has it."""
    low, high = sorted((luminance(colour(one)), luminance(colour(other))))
    return (high + 0.05) / (low + 0.05)


def luminance(shade: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (shade.redF(), shade.greenF(), shade.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_larger_text_makes_rows_buttons_and_titles_larger(qapp: QApplication, tmp_path: Path) -> None:
    heights = []
    for percent in (100, 200):
        with stage(qapp, tmp_path / str(percent), percent) as opened:
            view = child(opened.window, QTableView, "ordersView")
            button = child(opened.window, QPushButton, "syncButton")
            shop = child(opened.window, QLabel, "modeBadge")
            heights.append((view.rowHeight(0), button.height(), shop.fontMetrics().height()))
    usual, double = heights
    assert usual[0] >= 36
    assert all(more > 1.5 * less for less, more in zip(usual[1:], double[1:], strict=True))
    assert double[0] > 1.4 * usual[0]


@pytest.mark.usefixtures("scheme")
def test_each_state_has_a_drawing_of_its_own(qtbot: QtBot) -> None:
    picture = StatePicture(Picture.EMPTY)
    qtbot.addWidget(picture)
    picture.show()
    drawn = []
    for kind in Picture:
        picture.draw(kind)
        drawn.append(picture.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8))
    assert all(one != other for one, other in combinations(drawn, 2)), "told apart without their colours"


@pytest.mark.parametrize("state", RefundState)
def test_only_a_refund_that_succeeded_is_drawn_as_done(state: RefundState) -> None:
    assert (picture_of(state) is Picture.DONE) == (state is RefundState.SUCCEEDED)


def test_the_amount_is_the_largest_text_of_the_dialog(
    counter: Counter, qapp: QApplication, qtbot: QtBot
) -> None:
    desk = desk_for(counter, qtbot)
    font = qapp.font()
    Theme(qapp, RESOURCES).dress()
    amount = desk.find(QLabel, "refundableLabel").fontMetrics().height()
    others = [one for one in desk.window.findChildren(QWidget) if one.objectName() != "refundableLabel"]
    heights = [one.fontMetrics().height() for one in others if one.isVisible()]
    qapp.setStyleSheet("")
    qapp.setFont(font)
    assert 1.4 * max(heights) < amount
