"""`--self-test`: whether all that an installed program needs is there and works. No network, no window.

One line for each check; a program without a console writes them into `--report FILE`.
"""

import os
import platform
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, TextIO

from refund_gui import __version__
from refund_gui.clock import SystemClock
from refund_gui.domain.states import RefundState
from refund_gui.paths import RESOURCES, UPDATE_FILE, paths

_PART: Final = 12_000
"""Won of the practice refund."""


class SelfTestFailed(Exception):
    """Says what is not as it should be."""


def run_self_test(report: Path | None) -> int:
    """Run every check; the exit code is 0 only if each went well. Raises OSError for the report's file."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with ExitStack() as opened:
        files: list[TextIO] = [sys.stdout] if sys.stdout else []  # Windows gives a window's program none
        if report is not None:
            files.append(opened.enter_context(report.open("w", encoding="utf-8")))
        return 0 if _all_checks(lambda line: _tell(files, line)) else 1


def _tell(files: list[TextIO], line: str) -> None:
    for file in files:
        print(line, file=file, flush=True)


def _all_checks(tell: Callable[[str], None]) -> bool:
    failed = 0
    for name, check in _CHECKS.items():
        try:
            tell(f"ok   {name}: {check()}")
        except Exception as error:  # noqa: BLE001 - whatever breaks here is what the report is for
            failed += 1
            tell(f"FAIL {name}: {type(error).__name__}: {error}")
    tell(f"self-test: {failed} failed" if failed else "self-test ok")
    return not failed


def _require(is_so: object, what: str) -> None:
    if not is_so:
        raise SelfTestFailed(what)


def _versions() -> str:
    import sqlite3
    import ssl

    import httpx
    from PySide6.QtCore import qVersion

    return ", ".join(
        (
            f"refund-terminal {__version__}",
            f"Python {platform.python_version()}",
            f"Qt {qVersion()}",
            f"SQLite {sqlite3.sqlite_version}",
            ssl.OPENSSL_VERSION,
            f"httpx {httpx.__version__}",
            sys.platform,
        )
    )


def _qt() -> str:
    """The plugins without which there is no window, no icon and no receipt."""
    from PySide6.QtGui import QFontDatabase, QIcon, QImageReader
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtSvg import QSvgRenderer
    from PySide6.QtWidgets import QApplication, QStyleFactory

    app = QApplication.instance() or QApplication([])
    _require(isinstance(app, QApplication), "no application")
    _require("Fusion" in QStyleFactory.keys(), "the style Fusion is missing")  # noqa: SIM118  # not a dict
    formats = {bytes(one.data()).decode() for one in QImageReader.supportedImageFormats()}
    _require("svg" in formats, f"no SVG among {sorted(formats)}")
    _require(QSvgRenderer(str(RESOURCES / "icons" / "orders.svg")).isValid(), "a drawing is missing")
    _require(not QIcon(str(RESOURCES / "icons" / "app.svg")).pixmap(32).isNull(), "the icon is not drawn")
    _require(QPrinter.OutputFormat.PdfFormat, "no printing")
    has_hangul = bool(QFontDatabase.families(QFontDatabase.WritingSystem.Korean))
    return f"offscreen, Fusion, {len(formats)} picture formats, Korean font: {'yes' if has_hangul else 'NO'}"


def _languages() -> str:
    from PySide6.QtWidgets import QApplication

    from refund_gui.ui.language import Language
    from refund_gui.ui.words import state_name

    app = QApplication.instance() or QApplication([])
    language, said = Language(app, RESOURCES / "i18n"), []
    for code in ("ko", "en"):
        language.use(code)
        said.append(state_name(RefundState.UNKNOWN))
    language.close()
    _require(said[0] != said[1], f"Korean says {said[0]!r} too")
    return " / ".join(said)


def _tls() -> str:
    import ssl

    from refund_gui.portone.transport import OFFICIAL, make_transport

    make_transport(OFFICIAL)().close()
    _require(ssl.HAS_TLSv1_3, "no TLS 1.3")
    known = ssl.create_default_context().cert_store_stats()["x509_ca"]
    return f"TLS 1.3, {known} authorities of the system"


def _keyring() -> str:
    """A round trip, where the system has a keyring. A PC without one keeps the keys in memory."""
    from refund_gui.credentials import check_keyring

    return check_keyring()


def _calendar() -> str:
    """The holiday library looks for its countries by name: an installer may have missed them."""
    from datetime import date

    from refund_gui.business_days import KoreanBusinessDays

    is_business_day = KoreanBusinessDays()
    _require(not is_business_day(date(2026, 2, 17)), "banks would work on Seollal")
    _require(is_business_day(date(2026, 2, 19)), "banks would not work on a Thursday")
    return "Korean holidays are known"


def _updates() -> str:
    """Where newer versions are told of, and that signatures can be checked."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from refund_gui.updates.manifest import Manifest, read_manifest, signed
    from refund_gui.updates.source import read_source

    key, manifest = Ed25519PrivateKey.generate(), Manifest(1, __version__, 0, 1, "https://example.com/")
    read = read_manifest(signed(manifest, key.sign), key.public_key().public_bytes_raw())
    _require(read == manifest, "a manifest is not what was signed")
    source = read_source(UPDATE_FILE)
    return f"asked for at {source.address}" if source else "nobody is asked"


def _store() -> str:
    from refund_gui.store import open_store

    with TemporaryDirectory() as directory:
        written = open_store(Path(directory), SystemClock())
        name = written.store_id
        written.close()
        read = open_store(Path(directory), SystemClock())
        _require(read.store_id == name, "what was written is not there")
        read.close()
    return "written, closed, read again"


def _practice_refund() -> str:
    """From the sample shop to the saved refund, through everything but the window and the network."""
    from refund_gui.composition import compose
    from refund_gui.domain.money import Money
    from refund_gui.domain.request import RefundRequest
    from refund_gui.practice.sample_shop import CARD
    from refund_gui.settings import SettingsFile
    from refund_gui.store import open_store

    with TemporaryDirectory() as directory, ExitStack() as opened:
        where, clock = paths(True, Path(directory)), SystemClock()
        store = open_store(where.data, clock)
        opened.callback(store.close)
        terminal = compose(where, SettingsFile(where.settings), store, clock, True, None, opened).terminal
        terminal.keys.load()
        offer = terminal.refunding.offer(CARD)
        refund = terminal.refunding.refund(offer, RefundRequest(CARD, Money(_PART, "KRW"), "self-test"))
        _require(refund.state is RefundState.SUCCEEDED, f"the refund is {refund.state.value}")
        [kept] = terminal.orders.detail(CARD).refunds
        _require(kept.cancellation_id, "the proof was not saved")
    return f"{_PART} won, {refund.state.value}, saved"


_CHECKS: Final[dict[str, Callable[[], str]]] = {
    "versions": _versions,
    "Qt": _qt,
    "languages": _languages,
    "TLS": _tls,
    "keyring": _keyring,
    "calendar": _calendar,
    "store": _store,
    "practice refund": _practice_refund,
    "updates": _updates,
}
