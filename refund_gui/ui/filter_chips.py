"""The filters that are on, each a button that puts it off, and one for all of them."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from refund_gui.ui.buttons import plain_button
from refund_gui.ui.flow import Flow

Chip = tuple[str, str, Callable[[], None]]
"""A filter's own name (for `…Chip`), its words, and what puts it off."""


class FilterChips(QWidget):
    """A `…Chip` for each filter that is on, and `clearFiltersButton`; out of sight while none is."""

    cleared = Signal()

    def __init__(self, names: Iterable[str], parent: QWidget | None = None) -> None:
        """`names`: of all filters, in the order of their chips."""
        super().__init__(parent)
        self._put_off: dict[str, Callable[[], None]] = {}
        self._buttons = {name: plain_button(f"{name}Chip", "chip") for name in names}
        self.clear_button = plain_button("clearFiltersButton", "quiet")
        self.clear_button.clicked.connect(self.cleared)
        flow = Flow(self)
        for name, button in self._buttons.items():
            button.clicked.connect(partial(self._on_clicked, name))
            flow.addWidget(button)
        flow.addWidget(self.clear_button)
        self.show_chips(())
        self.retranslate()

    def show_chips(self, chips: Iterable[Chip]) -> None:
        """Replace what is shown."""
        on = {name: (text, put_off) for name, text, put_off in chips}
        self._put_off = {name: put_off for name, (_, put_off) in on.items()}
        for name, button in self._buttons.items():
            button.setVisible(name in on)
            if name in on:
                text, _ = on[name]
                button.setText(f"{text}  ✕")
                button.setAccessibleName(self.tr("Filter off: {filter}").format(filter=text))
        self.setVisible(bool(on))

    def retranslate(self) -> None:
        self.clear_button.setText(self.tr("Clear filters"))
        self.clear_button.setAccessibleName(self.tr("Clear filters"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _on_clicked(self, name: str) -> None:
        if name in self._put_off:
            self._put_off[name]()
