"""The tour says so when a step does not end as it must, and waits for nothing for ever."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from refund_gui.practice.app import PracticeApp
from refund_gui.practice.faults import Fault
from refund_gui.practice.sample_shop import CARD, SETTLEMENT_SHORT
from refund_gui.ui.tour import OpenShop, run_tour
from refund_gui.ui.tour_hands import Hands, TourFailed, wait_until
from refund_gui.ui.tour_steps import Visit
from tests.gui.shell import Program, options

Spoil = Callable[[PracticeApp], object]


def shop(program: Program, data_dir: Path, spoil: Spoil) -> OpenShop:
    """The tour's practice shop, with something wrong upstream."""

    @contextmanager
    def open_shop() -> Iterator[Visit]:
        opened = program.open(options(data_dir, practice=True), "ko")
        assert opened.shop.practice
        spoil(opened.shop.practice)
        yield Visit(opened.window, opened.shop.terminal, opened.shop.practice)
        program.close()

    return open_shop


def test_a_shop_that_is_not_as_it_was_stops_the_first_step(
    program: Program, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    open_shop = shop(program, tmp_path / "data", lambda app: app.cancel_outside(CARD, Decimal(1_000)))
    assert run_tour(open_shop, tmp_path / "pictures") == 1
    told = capsys.readouterr().out.splitlines()
    assert told == [f" 1 orders loaded and listed: FAILED, {CARD} was refunded before"]
    assert {path.name[:10] for path in (tmp_path / "pictures").iterdir()} == {"01-failed-"}


def test_other_words_than_upstreams_stop_it(
    program: Program, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(app: PracticeApp) -> None:
        app.faults.next(Fault.REFUSAL, imp_uid=SETTLEMENT_SHORT, message="[8178] 다른 문구")

    assert run_tour(shop(program, tmp_path / "data", refuse), tmp_path / "pictures") == 1
    *before, last = capsys.readouterr().out.splitlines()
    assert [line.partition(": ok")[1] for line in before] == [": ok"] * 6
    assert last.startswith(" 7 a refusal, word for word: FAILED, '[8178] 다른 문구' was shown")


def test_a_wait_ends_and_says_what_was_missing(qapp: QApplication) -> None:
    with pytest.raises(TourFailed, match="in vain for: a miracle"):
        wait_until(lambda: False, "a miracle", patience=0.05)


def test_hands_take_the_control_that_is_on_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    buttons = [QPushButton(), QPushButton(), QPushButton()]
    for button in buttons:
        button.setObjectName("button")
        column.addWidget(button)
    hidden, dead, alive = buttons
    hidden.hide()
    dead.setEnabled(False)
    window.show()
    with qtbot.waitSignal(alive.clicked):
        Hands(window).click("button")


def test_a_message_that_nobody_expects_stops_it(
    program: Program, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    box = QMessageBox(QMessageBox.Icon.Warning, "", "Something unexpected")
    box.show()
    assert run_tour(shop(program, tmp_path / "data", lambda app: None), tmp_path / "pictures") == 1
    box.close()
    assert "FAILED, the program has shown ['Something unexpected']" in capsys.readouterr().out
