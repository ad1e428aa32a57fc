"""The two steps in which the dialog waits: for a fresh reading, and for the answer to a refund."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from refund_gui.errors import Unreachable
from refund_gui.ui.announce import ANNOUNCER
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.entry import plain_label
from refund_gui.ui.state_picture import Picture, StatePicture, beside
from refund_gui.ui.words import describe


class LoadingStep(QWidget):
    """Reads the payment afresh. Signal `retried` after a failure."""

    retried = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error: Exception | None = None
        self._picture = StatePicture(Picture.LOADING)
        self._title = plain_label("loadingTitle", "title")
        self._advice = plain_label("loadingAdvice")
        self._detail = plain_label("loadingDetail", "hint")
        self._progress = _busy_bar("loadingBar")
        self._retry = plain_button("retryButton", "primary")
        self._retry.clicked.connect(self.retried)
        column = QVBoxLayout(self)
        column.addStretch()
        column.addLayout(beside(self._picture, self._title, self._advice))
        for part in (self._progress, self._detail):
            column.addWidget(part)
        column.addWidget(self._retry, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self.retranslate()

    def show_reading(self) -> None:
        self._error = None
        self.retranslate()

    def show_failure(self, error: Exception) -> None:
        self._error = error
        self.retranslate()
        self._retry.setFocus()
        ANNOUNCER.say(self._title, f"{self._title.text()}\n{self._advice.text()}", urgent=True)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self._retry.setText(self.tr("Read again"))
        words = describe(self._error) if self._error else None
        self._picture.draw(Picture.LOADING if words is None else Picture.REFUSED)
        self._progress.setVisible(words is None)
        for part in (self._advice, self._detail, self._retry):
            part.setVisible(words is not None)
        if words is None:
            self._title.setText(self.tr("Reading the payment…"))
            return
        offline = self.tr("A refund needs the network: the payment is read afresh before each one.")
        advice = [words.advice, *([offline] if isinstance(self._error, Unreachable) else [])]
        self._title.setText(words.title)
        self._advice.setText("\n".join(advice))
        self._detail.setText(words.detail)


class SendingStep(QWidget):
    """The refund is on its way. The window stays usable; only this dialog stays open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = plain_label("sendingTitle", "title")
        self._stays = plain_label("sendingNotice", "banner")
        self._progress = _busy_bar("progressBar")
        column = QVBoxLayout(self)
        column.addStretch()
        column.addLayout(beside(StatePicture(Picture.LOADING), self._title))
        for part in (self._progress, self._stays):
            column.addWidget(part)
        column.addStretch()
        self._stays.hide()
        self.retranslate()

    def show_sending(self) -> None:
        self._stays.hide()
        ANNOUNCER.say(self._title, self._title.text())

    def refuse_closing(self) -> None:
        """Somebody tried to close the dialog."""
        self._stays.show()
        ANNOUNCER.say(self._stays, self._stays.text(), urgent=True)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Refunding… do not refund this in another way"))
        self._progress.setAccessibleName(self.tr("Refunding"))
        self._stays.setText(
            self.tr("This stays open until the answer has come. You can go on working in the main window.")
        )


def _busy_bar(name: str) -> QProgressBar:
    bar = QProgressBar()
    bar.setObjectName(name)
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    return bar
