"""An empty list says why it is empty, and what comes next."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from refund_gui.practice.app import PracticeApp
from refund_gui.practice.server import serve
from refund_gui.ui.background import Lane
from tests.gui.counter import Counter, child, is_shown, text
from tests.gui.shell import Program, Upstream, options


def test_without_keys_it_leads_to_them(program: Program, upstream: Upstream, tmp_path: Path) -> None:
    """Also after somebody has put the wizard away."""
    window = program.open(options(tmp_path, upstream.url)).window
    program.wizard(window).reject()
    program.wait(lambda: not program.wizard_is_open(window))
    assert text(window, "ordersViewEmpty") == "This shop is not connected yet."
    assert is_shown(window, "connectButton")
    child(window, QPushButton, "connectButton").click()
    program.set_up(window)
    assert not is_shown(window, "connectButton")
    assert is_shown(window, "ordersView")


def test_a_shop_that_has_sold_nothing_is_told_so(program: Program, tmp_path: Path) -> None:
    with serve(PracticeApp()) as server:
        window = program.open(options(tmp_path, server.url)).window
        wizard = program.wizard(window)
        assert "Connected" in program.enter_keys(wizard)
        program.press(child(wizard, QPushButton, "wizardFinishButton"))
        program.wait(lambda: text(window, "ordersViewEmpty").startswith("PortOne has no orders"))
        assert "Settings" in text(window, "ordersViewEmptyAdvice")
        assert not is_shown(window, "connectButton")


def test_it_says_that_it_loads_and_that_it_could_not(counter: Counter, qtbot: QtBot) -> None:
    page = counter.orders_page()
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: is_shown(page, "ordersViewEmpty"))
    assert text(page, "ordersViewEmpty") == "There are no orders here yet."
    held = counter.hold(Lane.SYNC)
    page.start_sync()
    assert text(page, "ordersViewEmpty") == "Orders are being loaded…"
    counter.shop.line.is_down = True
    held.set()
    qtbot.waitUntil(lambda: text(page, "ordersViewEmpty") == "Orders could not be loaded.")
    assert "F5" in text(page, "ordersViewEmptyAdvice")
    counter.shop.line.is_down = False
    page.start_sync()
    qtbot.waitUntil(lambda: text(page, "ordersViewEmpty").startswith("PortOne has no orders"))
