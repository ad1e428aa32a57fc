"""Facts below one another: whatever was shown before, exactly those that are told."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QFormLayout, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from refund_gui.ui.facts import Fact, FactSheet

LONG = "imp_" + "1234567890" * 3

names = st.sampled_from(["paid", "refunded", "order", "buyer", "buyer"])
facts = st.builds(Fact, names, st.sampled_from(["Paid", "Order no."]), st.sampled_from(["", "1,000", LONG]))


def shown(sheet: FactSheet) -> list[tuple[str, str, str, bool]]:
    """(object name, name, value, whether it scrolls) of each line from above."""
    form = sheet.layout()
    assert isinstance(form, QFormLayout)
    lines = []
    for row in range(form.rowCount()):
        items = [form.itemAt(row, role) for role in (form.ItemRole.LabelRole, form.ItemRole.FieldRole)]
        name, value = (item.widget() for item in items if item is not None)
        assert isinstance(name, QLabel)
        assert isinstance(value, QLabel | QLineEdit)
        assert name.objectName() == value.objectName() + "Name"
        lines.append((value.objectName(), name.text(), value.text(), isinstance(value, QLineEdit)))
    return lines


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(facts, max_size=6), min_size=1, max_size=4))
def test_exactly_what_was_told_last_is_shown(qapp: QApplication, told: list[list[Fact]]) -> None:
    sheet = FactSheet()
    for one in told:
        sheet.show_facts(one)
        wanted = [(fact.object_name, fact.name, fact.value, fact.value == LONG) for fact in one if fact.value]
        assert shown(sheet) == wanted


def test_the_same_lines_stay(qapp: QApplication) -> None:
    sheet = FactSheet()
    sheet.show_facts([Fact("paid", "Paid", "1,000"), Fact("order", "Order no.", "1")])
    order = sheet.findChild(QLabel, "order")
    sheet.show_facts([Fact("buyer", "Buyer", "김가람"), Fact("order", "Order no.", "2")])
    assert sheet.findChild(QLabel, "order") is order
    assert [widget.objectName() for widget in sheet.findChildren(QWidget)].count("order") == 1


def test_tab_goes_from_above_down_whatever_was_made_last(qtbot: QtBot) -> None:
    sheet = FactSheet()
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidget(sheet)
    area.setWidgetResizable(True)
    sheet.show_facts([Fact("receipt", "Receipt", LONG)])
    sheet.show_facts(
        [Fact("order", "Order no.", LONG), Fact("paid", "Paid", LONG), Fact("receipt", "Receipt", LONG)]
    )
    order: list[str] = []
    widget: QWidget | None = area
    while len(order) < 3:
        assert widget is not None
        widget = widget.nextInFocusChain()
        if isinstance(widget, QLineEdit):
            order.append(widget.objectName())
    assert order == ["order", "paid", "receipt"]
