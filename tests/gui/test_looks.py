"""What is to be read can be read: columns as wide as their words, windows as high as their texts."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QTableView

from refund_gui.domain.payment import DisplayStatus
from tests.gui.counter import child
from tests.gui.shell import Program, options, rows

GOODS = 2
"""The column that takes what is left."""


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


def test_the_focus_frame_moves_nothing(program: Program, tmp_path: Path) -> None:
    window = program.open(options(tmp_path, practice=True)).window
    program.wait(lambda: rows(window) > 0)
    view = child(window, QTableView, "ordersView")
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
