"""Looks: Fusion, one style sheet, and the colours that it takes in the light and in the dark."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

_LIGHT = {
    "scheme": "light",
    "page": "#f4f5f7",
    "card": "#ffffff",
    "border": "#c3c8d0",
    "text": "#1b1f27",
    "muted": "#545c69",
    "primary": "#1f4fd1",
    "primary-down": "#173ca3",
    "on-primary": "#ffffff",
    "danger": "#b3261e",
    "danger-down": "#8c1d17",
    "on-danger": "#ffffff",
    "error": "#b3261e",
    "focus": "#1f4fd1",
    "chosen": "#dfe7fc",
    "attention": "#ffe9b8",
    "on-attention": "#4a3200",
    "practice": "#ffb300",
    "on-practice": "#1b1400",
    "off": "#e4e6ea",
    "on-off": "#6a7180",
}
_DARK = {
    "scheme": "dark",
    "page": "#17191d",
    "card": "#22252b",
    "border": "#4a505c",
    "text": "#f0f2f5",
    "muted": "#aab2bf",
    "primary": "#8fb0ff",
    "primary-down": "#b4caff",
    "on-primary": "#0a1a45",
    "danger": "#ff9a92",
    "danger-down": "#ffb9b3",
    "on-danger": "#470805",
    "error": "#ff9a92",
    "focus": "#8fb0ff",
    "chosen": "#2c3a5e",
    "attention": "#5a4108",
    "on-attention": "#ffe9b8",
    "practice": "#ffb300",
    "on-practice": "#1b1400",
    "off": "#33373f",
    "on-off": "#99a1ae",
}
_KOREAN_FONTS = ("Pretendard", "Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans CJK KR", "Noto Sans KR")
_LEAST_POINTS = 10


class Theme(QObject):
    """Dresses the application, and again whenever the system turns light or dark."""

    changed = Signal()
    """The colours are others now: icons must be drawn again."""

    def __init__(self, app: QApplication, resources: Path) -> None:
        super().__init__(app)
        self._app = app
        self._icons = resources / "icons"
        self._style = (resources / "style.qss").read_text(encoding="utf-8")
        app.setStyle("Fusion")
        app.setFont(_font(app.font()))
        app.setWindowIcon(QIcon(str(self._icons / "app.svg")))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._dress()

    def icon(self, name: str) -> QIcon:
        """A drawing of ours in the colour of the text."""
        source = (self._icons / f"{name}.svg").read_text(encoding="utf-8")
        drawing = QSvgRenderer(QByteArray(source.replace("currentColor", _colours()["text"]).encode()))
        pixmap = QPixmap(48, 48)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        drawing.render(painter)
        painter.end()
        return QIcon(pixmap)

    @Slot()
    def _on_scheme_changed(self) -> None:
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        sheet = self._style.replace("$icons$", self._icons.as_posix())
        for name, colour in _colours().items():
            sheet = sheet.replace(f"${name}$", colour)
        self._app.setStyleSheet(sheet)


def _colours() -> dict[str, str]:
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme is Qt.ColorScheme.Unknown:
        return _DARK if QGuiApplication.palette().window().color().lightness() < 128 else _LIGHT
    return _DARK if scheme is Qt.ColorScheme.Dark else _LIGHT


def _font(system: QFont) -> QFont:
    """The system's font with a Korean one behind it, not too small, its digits all of one width."""
    font = QFont(system)
    font.setFamilies([*system.families(), *_KOREAN_FONTS])
    font.setPointSizeF(max(system.pointSizeF(), _LEAST_POINTS))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
