"""A refund that was Checking and is clear is told on the desktop, when nobody looks and somebody wants it."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from refund_gui.domain.refund import Cause, Move, Refund, RefundState
from refund_gui.practice.faults import Fault
from refund_gui.ui.desktop_notice import DesktopNotice, Tray
from tests.gui.counter import Counter
from tests.gui.shell import Program, options, rows
from tests.practice.shop_kit import payment
from tests.terminal.shop import Shop

S = RefundState


@dataclass
class Desktop:
    """What the desktop was told, and whether it may be."""

    counter: Counter
    qtbot: QtBot
    is_wanted: bool = True
    told: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._notice = DesktopNotice(
            self.counter.terminal,
            self.counter.lanes,
            lambda title, text: self.told.append((title, text)),
            lambda: self.is_wanted,
        )

    @property
    def shop(self) -> Shop:
        return self.counter.shop

    def look(self) -> None:
        """As the banner does, once a second."""
        self._notice.on_looked(self.counter.terminal.attention.look())
        self.counter.settle(self.qtbot)

    def checking(self, fault: Fault = Fault.LOST_ANSWER, number: int = 1) -> Refund:
        """A refund whose answer was lost, and that was seen as Checking."""
        imp_uid = f"imp_{number}"
        self.shop.upstream.add(replace(payment(imp_uid, 10_000), fields={"buyer_name": "김가람"}))
        self.shop.upstream.faults.next(fault)
        refund = self.shop.refund(imp_uid, 3_000)
        assert refund.state is S.UNKNOWN
        self.look()
        return refund


@pytest.fixture
def desktop(counter: Counter, qtbot: QtBot) -> Desktop:
    return Desktop(counter, qtbot)


def test_what_was_made_is_told_with_its_order_and_without_its_buyer(desktop: Desktop) -> None:
    desktop.checking()
    assert desktop.told == []
    desktop.shop.check_all(3)
    desktop.look()
    assert desktop.told == [("Order order-imp_1: Refunded", "The refund of 3,000원 is clear now.")]
    desktop.look()
    assert len(desktop.told) == 1, "once"


def test_what_was_not_made_is_told(desktop: Desktop) -> None:
    desktop.checking(Fault.LOST_REQUEST)
    desktop.shop.check_all(160)
    desktop.look()
    assert [title for title, _ in desktop.told] == ["Order order-imp_1: Not executed"]


def test_what_needs_a_person_says_so(desktop: Desktop) -> None:
    refund = desktop.checking()
    desktop.shop.store.refunds.move(refund.refund_id, Move(S.UNKNOWN, S.NEEDS_REVIEW, Cause.READ, 1))
    desktop.look()
    [(title, text)] = desktop.told
    assert title == "Order order-imp_1: Needs review"
    assert text == "Please look at the refund of 3,000원."


def test_each_refund_is_told(desktop: Desktop) -> None:
    desktop.checking(number=1)
    desktop.checking(number=2)
    desktop.shop.check_all(3)
    desktop.look()
    assert len({title for title, _ in desktop.told}) == 2


def test_nothing_is_told_while_somebody_looks_or_nobody_wants_it(desktop: Desktop) -> None:
    desktop.checking()
    desktop.is_wanted = False
    desktop.shop.check_all(3)
    desktop.look()
    desktop.is_wanted = True
    desktop.look()
    assert desktop.told == []


def test_a_refund_that_was_never_checking_is_not_told(desktop: Desktop) -> None:
    desktop.shop.upstream.add(payment("imp_1", 10_000))
    desktop.look()
    desktop.shop.refund("imp_1", 3_000)
    desktop.look()
    assert desktop.told == []


def test_a_store_that_cannot_be_read_is_no_matter_here(
    desktop: Desktop, caplog: pytest.LogCaptureFixture
) -> None:
    desktop.checking()
    desktop.shop.check_all(3)
    desktop.shop.full_disk("stored")
    desktop.look()
    assert desktop.told == []
    assert "cannot be told" in caplog.text


def test_the_window_tells_only_when_it_is_not_in_front(program: Program, tmp_path: Path) -> None:
    opened = program.open(options(tmp_path, practice=True))
    program.wait(lambda: rows(opened.window) > 0)
    opened.window.activateWindow()
    program.wait(lambda: QApplication.activeWindow() is opened.window)
    assert not opened.window._may_tell()
    opened.window.hide()
    program.wait(lambda: QApplication.activeWindow() is None)
    assert opened.window._may_tell()
    opened.shop.settings.keep(replace(opened.shop.settings.current, notifications=False))
    assert not opened.window._may_tell()


def test_without_a_tray_the_window_calls_for_attention(qtbot: QtBot) -> None:
    """Offscreen there is no tray: it must neither fail nor wait."""
    window = QWidget()
    qtbot.addWidget(window)
    Tray(window).tell("Order 1: Refunded", "The refund of 3,000원 is clear now.")
