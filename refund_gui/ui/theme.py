"""Looks: one style sheet on Fusion, and the colours that it takes in the light and in the dark."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication

from refund_gui.paths import RESOURCES

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QIcon
    from PySide6.QtSvg import QSvgRenderer

_LIGHT = {
    "scheme": "light",
    "page": "#f5f6f8",
    "card": "#ffffff",
    "rule": "#e8ebf0",
    "border": "#d0d5dd",
    "edge": "#868e9b",
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
    "hover": "#eef3fe",
    "chosen": "#dfe7fc",
    "attention": "#ffe9b8",
    "on-attention": "#4a3200",
    "error-page": "#fde7e5",
    "on-error-page": "#8c1d17",
    "info": "#e6eefd",
    "on-info": "#17336f",
    "success": "#dff3e4",
    "on-success": "#12512a",
    "mark": "#ffd866",
    "on-mark": "#1b1400",
    "practice": "#ffb300",
    "on-practice": "#1b1400",
    "off": "#e4e6ea",
    "on-off": "#5f6673",
}
_DARK = {
    "scheme": "dark",
    "page": "#17191d",
    "card": "#22252b",
    "rule": "#2f333b",
    "border": "#434954",
    "edge": "#7b8494",
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
    "hover": "#2a2f3a",
    "chosen": "#2c3a5e",
    "attention": "#5a4108",
    "on-attention": "#ffe9b8",
    "error-page": "#4c1f1c",
    "on-error-page": "#ffd0cb",
    "info": "#22304f",
    "on-info": "#d5e1ff",
    "success": "#1c4029",
    "on-success": "#c8efd4",
    "mark": "#e8bf4a",
    "on-mark": "#1b1400",
    "practice": "#ffb300",
    "on-practice": "#1b1400",
    "off": "#33373f",
    "on-off": "#a3abb8",
}
_KOREAN_FONTS = ("Pretendard", "Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans CJK KR", "Noto Sans KR")
_LEAST_POINTS = 10
_TYPE_SCALE = {"caption": 0.9, "subtitle": 1.15, "title": 1.5, "amount": 2.2}
"""Sizes in the style sheet, times the size of the application's font."""


class Theme(QObject):
    """Dresses the application: when it is told to, and whenever the system turns light or dark."""

    changed = Signal()
    """The colours are others now: icons must be drawn again."""

    def __init__(self, app: QApplication, resources: Path) -> None:
        super().__init__(app)
        self._app = app
        self._icons = resources / "icons"
        self._style = (resources / "style.qss").read_text(encoding="utf-8")
        app.setFont(_font(app.font()))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def dress(self) -> None:
        """Put the style sheet on. Once a window is built: each widget that finds its parent in a style sheet
        is looked through with all its children, which doubles the time of building.
        """
        points, line = self._app.font().pointSizeF(), max(20, QFontMetrics(self._app.font()).height())
        lengths = {"line": line, "target-inside": line + 8, "target": line + 12}
        lengths |= {"icon": line - 2, "beside-icon": line + 10}
        pixels = {name: f"{length}px" for name, length in lengths.items()}
        sizes = {f"size-{name}": f"{points * factor:.1f}pt" for name, factor in _TYPE_SCALE.items()}
        sheet = self._style
        for name, value in ({"icons": self._icons.as_posix()} | pixels | sizes | _colours()).items():
            sheet = sheet.replace(f"${name}$", value)
        self._app.setStyleSheet(sheet)

    def show_window_icon(self) -> None:
        """Give the windows the program's icon. Once the first rows are there, as for all drawings."""
        from PySide6.QtGui import QIcon

        self._app.setWindowIcon(QIcon(str(self._icons / "app.svg")))

    def icon(self, name: str) -> "QIcon":
        """A drawing of ours in the colour of the text."""
        from PySide6.QtGui import QIcon, QPainter, QPixmap  # the first rows wait for no drawing

        drawing = drawn(name, "text")
        pixmap = QPixmap(96, 96)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        drawing.render(painter)
        painter.end()
        return QIcon(pixmap)

    @Slot()
    def _on_scheme_changed(self) -> None:
        self.dress()
        self.changed.emit()


def colour(name: str) -> "QColor":
    """A colour of the style sheet, for what paints itself."""
    from PySide6.QtGui import QColor

    return QColor(_colours()[name])


def drawn(name: str, colour_name: str) -> "QSvgRenderer":
    """One of resources/icons in a colour of the style sheet."""
    from PySide6.QtSvg import QSvgRenderer

    source = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(source.replace("currentColor", _colours()[colour_name]).encode()))


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
