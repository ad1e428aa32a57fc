"""A counter with its lists: a real store, the real client, the stand-in behind it, and the lanes."""

from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from refund_gui.domain.coverage import new_coverage
from refund_gui.domain.listing import OrderFilter, OrderRow
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.orders_page import OrdersPage
from tests.practice.shop_kit import DAY
from tests.terminal.shop import Shop

Child = TypeVar("Child", bound=QObject)


@dataclass
class Counter:
    """`shop` is what stands behind the window; `terminal` and `lanes` are what a page gets."""

    shop: Shop
    lanes: Lanes

    @property
    def terminal(self) -> Terminal:
        return self.shop.terminal

    def orders_page(self) -> OrdersPage:
        """The whole page."""
        page = OrdersPage(self.terminal.orders, self.terminal.clock, self.lanes)
        page.complete(self.terminal)
        return page

    def load(self, days: int = 90) -> None:
        """Bring all of upstream's payments into the store, as an earlier day has done."""
        now = self.shop.clock.now()
        self.shop.store.coverage.keep(new_coverage(now - days * DAY, now))
        self.shop.syncing.run(days, lambda progress: None, lambda: False)

    def rows(self) -> tuple[OrderRow, ...]:
        """All stored payments in the list's order."""
        return self.shop.orders.page(OrderFilter(), None, 100_000)

    def hold(self, lane: Lane) -> Event:
        """Let the lane hang until the event is set."""
        released = Event()
        self.lanes.run(lane, lambda: released.wait(20), self.lanes, _nothing, _nothing)
        return released

    def settle(self, qtbot: QtBot) -> None:
        """Until the store has answered everything that was asked, and what that led to."""
        for lane in (Lane.STORE, Lane.COUNTS) * 3:
            shown = Event()
            self.lanes.run(lane, _no_work, self.lanes, partial(_set, shown), _nothing)
            qtbot.waitUntil(shown.is_set)


def child(widget: QWidget, kind: type[Child], name: str) -> Child:
    """The child of this name, which must be there."""
    found = widget.findChild(kind, name)
    assert found is not None, f"no {kind.__name__} {name}"
    return found


def text(widget: QWidget, name: str) -> str:
    """What the label, button or line shows."""
    return str(child(widget, QWidget, name).property("text"))


def is_shown(widget: QWidget, name: str) -> bool:
    """Whether a control is there for people and for the accessibility tree."""
    return child(widget, QWidget, name).isVisible()


def _no_work() -> None:
    return None


def _set(event: Event, _: object) -> None:
    event.set()


def _nothing(_: object) -> None:
    return None
