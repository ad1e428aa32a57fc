"""The records of upstream's lists that could not be read, to be copied and asked about."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from refund_gui.store.coverage import SetAsideRecord
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.entry import plain_label
from refund_gui.ui.formats import date_time
from refund_gui.ui.scale import open_wide


class SetAsideDialog(QDialog):
    """`setAsideDialog` with `setAsideList`: in each line when it was seen, which payment, what is wrong."""

    def __init__(self, records: tuple[SetAsideRecord, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("setAsideDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_wide(self, 640, 360)
        self._intro = plain_label("setAsideIntro")
        self._list = QPlainTextEdit("\n".join(map(_line, records)))
        self._list.setObjectName("setAsideList")
        self._list.setReadOnly(True)
        self._list.setTabChangesFocus(True)
        self._close = plain_button("setAsideCloseButton")
        self._close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        for widget in (self._intro, self._list, self._close):
            layout.addWidget(widget)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Records that could not be read"))
        self._intro.setText(
            self.tr(
                "These payments are at PortOne, but the list does not show them as they are there now. "
                "Copy the lines when you ask PortOne about them."
            )
        )
        self._list.setAccessibleName(self.tr("Records that could not be read"))
        self._close.setText(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _line(record: SetAsideRecord) -> str:
    return f"{date_time(record.seen_at)}  {record.imp_uid or '–'}  {record.problem}"
