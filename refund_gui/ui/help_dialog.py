"""Help (F1): topics to look through or to search, the page for the counter, the log, the support report."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QTextDocumentFragment
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from refund_gui.paths import RESOURCES
from refund_gui.ui import formats
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.entry import plain_label
from refund_gui.ui.help_topics import HelpTopic, topic_html, topic_title

OpenUrl = Callable[[QUrl], bool]

_LIST_WIDTH: Final = 220
_LINE_HEIGHT: Final = 32


class HelpDialog(QDialog):
    """`helpDialog`. Show it with `show()`; it deletes itself when it is closed."""

    report_asked = Signal()

    def __init__(
        self,
        log_folder: Path,
        parent: QWidget | None = None,
        open_url: OpenUrl = QDesktopServices.openUrl,
    ) -> None:
        """`open_url` hands a file or folder to the system, and says whether that took it."""
        super().__init__(parent)
        self._log_folder = log_folder
        self._open_url = open_url
        self.setObjectName("helpDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(880, 640)
        self._build()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_topic(HelpTopic.FIRST_STEPS)

    def show_topic(self, topic: HelpTopic) -> None:
        """Open the topic, whatever was searched for."""
        self._search.clear()
        self._topics.setCurrentRow(list(HelpTopic).index(topic))

    @property
    def topic(self) -> HelpTopic:
        """What is open."""
        return HelpTopic(self._topics.currentItem().data(Qt.ItemDataRole.UserRole))

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Help"))
        self.setAccessibleName(self.tr("Help"))
        self._search.setPlaceholderText(self.tr("Search in help"))
        self._search.setAccessibleName(self.tr("Search in help"))
        self._topics.setAccessibleName(self.tr("Topics"))
        self._text.setAccessibleName(self.tr("Text of the topic"))
        self._guide.setText(self.tr("One page to print"))
        self._log.setText(self.tr("Open the log folder"))
        self._report.setText(self.tr("Support report…"))
        self._close.setText(self.tr("Close"))
        for item, topic in self._items():
            item.setText(topic_title(topic))
        self._show_text()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._search = QLineEdit()
        self._search.setObjectName("helpSearchEdit")
        self._search.setMinimumHeight(_LINE_HEIGHT)
        self._search.setClearButtonEnabled(True)
        self._topics = QListWidget()
        self._topics.setObjectName("helpTopics")
        self._topics.setFixedWidth(_LIST_WIDTH)
        for topic in HelpTopic:
            item = QListWidgetItem(self._topics)
            item.setData(Qt.ItemDataRole.UserRole, topic)
            item.setSizeHint(QSize(0, _LINE_HEIGHT))
        self._text = QTextBrowser()
        self._text.setObjectName("helpText")
        self._text.setOpenLinks(False)
        self._problem = plain_label("helpProblem", "error")
        self._problem.hide()
        self._guide = plain_button("guideButton")
        self._log = plain_button("logFolderButton")
        self._report = plain_button("supportButton")
        self._close = plain_button("helpCloseButton", "quiet")

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        self._search.setFixedWidth(_LIST_WIDTH)
        left.addWidget(self._search)
        left.addWidget(self._topics, 1)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addLayout(left)
        top.addWidget(self._text, 1)
        buttons = QHBoxLayout()
        for button in (self._guide, self._log, self._report):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(top, 1)
        column.addWidget(self._problem)
        column.addLayout(buttons)
        self._topics.setFocus()

    def _connect(self) -> None:
        self._search.textChanged.connect(self._on_searched)
        self._topics.currentRowChanged.connect(self._show_text)
        self._guide.clicked.connect(self._on_guide)
        self._log.clicked.connect(self._on_log)
        self._report.clicked.connect(self.report_asked)
        self._close.clicked.connect(self.close)

    def _items(self) -> list[tuple[QListWidgetItem, HelpTopic]]:
        return [(self._topics.item(row), topic) for row, topic in enumerate(HelpTopic)]

    @Slot()
    def _show_text(self) -> None:
        if self._topics.currentRow() >= 0:
            self._text.setHtml(topic_html(self.topic))

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        """Only topics that have all the words; the first of them opens unless the open one has them."""
        words = text.casefold().split()
        for item, topic in self._items():
            plain = QTextDocumentFragment.fromHtml(topic_html(topic)).toPlainText().casefold()
            item.setHidden(not all(word in plain for word in words))
        found = [item for item, _ in self._items() if not item.isHidden()]
        if found and self._topics.currentItem().isHidden():
            self._topics.setCurrentItem(found[0])

    @Slot()
    def _on_guide(self) -> None:
        self._open(guide_file())

    @Slot()
    def _on_log(self) -> None:
        self._open(self._log_folder)

    def _open(self, path: Path) -> None:
        is_open = self._open_url(QUrl.fromLocalFile(str(path)))
        self._problem.setText(self.tr("This could not be opened. It lies here: {path}").format(path=path))
        self._problem.setVisible(not is_open)


def guide_file() -> Path:
    """The page for the counter in the window's language."""
    return RESOURCES / "guide" / ("guide.ko.html" if formats.is_korean() else "guide.en.html")
