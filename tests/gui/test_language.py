"""The window's language: our own texts and Qt's, there and back."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from refund_gui.paths import RESOURCES
from refund_gui.ui.language import Language


def spoken() -> tuple[str, str]:
    """A text of ours, and one that Qt brings with its own dialogs."""
    translate = QCoreApplication.translate
    return translate("Words", "Partly refunded"), translate("QPlatformTheme", "Cancel")


def test_our_texts_and_qts_change_together(qtbot: QtBot, qapp: QApplication) -> None:
    language = Language(qapp, RESOURCES / "i18n")
    language.use("ko")
    assert spoken() == ("일부 환불", "취소")
    assert QLocale().language() is QLocale.Language.Korean
    language.use("en")
    assert spoken() == ("Partly refunded", "Cancel")
    assert QLocale().language() is QLocale.Language.English
    language.use("ko")
    language.close()
    assert spoken() == ("Partly refunded", "Cancel")


def test_a_language_without_its_file_leaves_the_source_texts(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    language = Language(qapp, tmp_path)
    language.use("ko")
    assert spoken() == ("Partly refunded", "취소")
    language.close()
