"""The window's language, switched while it is open."""

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

log = logging.getLogger(__name__)

_LOCALES = {
    "ko": QLocale(QLocale.Language.Korean, QLocale.Country.SouthKorea),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedStates),
}


class Language(QObject):
    """Holds the translators. Widgets learn of a switch by QEvent.LanguageChange."""

    def __init__(self, app: QCoreApplication, folder: Path) -> None:
        super().__init__(app)
        self._app = app
        self._folder = folder
        self._installed: list[QTranslator] = []
        self.code = ""

    def use(self, code: str) -> None:
        """Speak `ko` or `en` from now on, Qt's own texts included."""
        if code == self.code:
            return
        self.code = code
        QLocale.setDefault(_LOCALES[code])
        self._remove()
        qt_texts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in ((f"qtbase_{code}", qt_texts), (code, str(self._folder))):
            translator = QTranslator(self)
            if translator.load(name, folder):
                self._installed.append(translator)
                self._app.installTranslator(translator)
            elif code != "en":
                log.warning("no translation %s in %s", name, folder)

    def close(self) -> None:
        """Give the texts of the source back."""
        self._remove()

    def _remove(self) -> None:
        for translator in self._installed:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._installed.clear()
