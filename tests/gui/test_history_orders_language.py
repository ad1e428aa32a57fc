"""Both lists speak the new language at once, and nothing that was chosen is lost."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from refund_gui.domain.refund import RefundState
from refund_gui.practice.faults import Fault
from refund_gui.ui.history_page import HistoryPage
from tests.gui.counter import Counter, child, text
from tests.practice.shop_kit import payment


class Bracketed(QTranslator):
    """A language in which every text stands in brackets."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"«{source_text}»"


@pytest.fixture
def switch(qtbot: QtBot) -> Iterator[Bracketed]:
    """Installed by the test, removed after it."""
    translator = Bracketed()
    yield translator
    QCoreApplication.removeTranslator(translator)


def test_the_orders_page(counter: Counter, qtbot: QtBot, switch: Bracketed) -> None:
    counter.shop.upstream.add(payment("imp_1", 10_000))
    counter.load()
    counter.shop.upstream.faults.next(Fault.LOST_REQUEST)
    assert counter.shop.refund("imp_1").state is RefundState.UNKNOWN
    page = counter.orders_page()
    qtbot.addWidget(page)
    page.show()
    page.show_order("imp_1")
    counter.settle(qtbot)
    methods = child(page, QComboBox, "methodFilter")
    methods.setCurrentIndex(methods.findData("card"))
    counter.settle(qtbot)

    QCoreApplication.installTranslator(switch)
    qtbot.waitUntil(lambda: text(page, "syncStatus").startswith("«"))
    header = child(page, QTableView, "ordersView").model()
    assert header.headerData(1, Qt.Orientation.Horizontal) == "«Order no.»"
    assert str(header.index(0, 8).data()) == "◎ «Checking»"
    assert methods.currentData() == "card"
    qtbot.waitUntil(lambda: methods.currentText() == "«Card»  1")
    assert child(page, QLineEdit, "searchEdit").placeholderText().startswith("«")
    for name in ("refundButton", "syncButton"):
        assert child(page, QAbstractButton, name).text().startswith("«")
        assert child(page, QAbstractButton, name).shortcut().toString() in {"Ctrl+R", "F5"}
    for name in ("openRefundState", "openRefundAdvice", "detailOrderName", "testBadge"):
        assert text(page, name).startswith("«"), name


def test_the_history_page(counter: Counter, qtbot: QtBot, switch: Bracketed) -> None:
    counter.shop.upstream.add(payment("imp_1", 10_000))
    counter.load()
    refund = counter.shop.refund("imp_1")
    page = HistoryPage(counter.terminal, counter.lanes)
    qtbot.addWidget(page)
    page.show()
    page.show_refund(refund.refund_id)
    counter.settle(qtbot)

    QCoreApplication.installTranslator(switch)
    qtbot.waitUntil(lambda: text(page, "historyTitle").startswith("«"))
    header = child(page, QTableView, "historyView").model()
    titles = [str(header.headerData(number, Qt.Orientation.Horizontal)) for number in range(8)]
    assert all(title.startswith("«") for title in titles)
    assert child(page, QComboBox, "historyStateFilter").itemText(0) == "«All states»"
    assert child(page, QComboBox, "historyPeriodFilter").itemText(1) == "«Today»"
    names = [label for label in page.findChildren(QLabel) if label.objectName().endswith("Name")]
    dated = [label for label in names if label.objectName().startswith("historyEvent")]
    assert all(label.text().startswith("«") for label in names if label not in dated)
    assert text(page, "historyTag") == refund.tag
