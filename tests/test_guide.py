"""The page for the counter: one sheet, nothing from outside, and the words that the window really shows."""

import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from pytestqt.qtbot import QtBot

from refund_gui.domain.pg_contacts import contact

ROOT = Path(__file__).resolve().parent.parent
GUIDES = {code: ROOT / "resources" / "guide" / f"guide.{code}.html" for code in ("ko", "en")}


class Named(HTMLParser):
    """The texts that are marked as words of the program: context, source and what stands there."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str]] = []
        self._open: tuple[str, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        marks = dict(attrs)
        context, source = marks.get("data-context"), marks.get("data-text")
        self._open = (context, source) if tag == "b" and context and source else None

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self.found.append((*self._open, data))
            self._open = None


def named(code: str) -> list[tuple[str, str, str]]:
    parser = Named()
    parser.feed(GUIDES[code].read_text(encoding="utf-8"))
    return parser.found


@pytest.fixture(scope="module")
def korean() -> dict[tuple[str, str], str]:
    """What the window shows in Korean, by context and source."""
    shown: dict[tuple[str, str], str] = {}
    for context in ElementTree.parse(ROOT / "resources" / "i18n" / "ko.ts").getroot().iter("context"):
        for message in context.iter("message"):
            where = (context.findtext("name", ""), message.findtext("source", ""))
            shown[where] = message.findtext("translation", "")
    return shown


def test_the_korean_page_names_what_the_window_shows(korean: dict[tuple[str, str], str]) -> None:
    told = named("ko")
    assert len(told) > 20
    for context, source, text in told:
        assert korean.get((context, source)) == text, f"{context}: {source}"


def test_the_english_page_names_what_the_window_shows(korean: dict[tuple[str, str], str]) -> None:
    for context, source, text in named("en"):
        assert (context, source) in korean, f"{context}: {source} is no text of the window"
        assert source == text


def test_both_pages_name_the_same() -> None:
    assert {mark[:2] for mark in named("ko")} == {mark[:2] for mark in named("en")}


@pytest.mark.parametrize("code", GUIDES)
def test_nothing_comes_from_outside(code: str) -> None:
    page = GUIDES[code].read_text(encoding="utf-8")
    assert not re.search(r"<(script|link|img|iframe)|src=|href=|url\(|@import|https?:", page)
    assert f'<html lang="{code}">' in page


@pytest.mark.parametrize("code", GUIDES)
def test_it_fits_on_one_sheet(qtbot: QtBot, tmp_path: Path, code: str) -> None:
    device = QPdfWriter(str(tmp_path / "guide.pdf"))
    device.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(14, 14, 14, 14),
            QPageLayout.Unit.Millimeter,
        )
    )
    document = QTextDocument()
    document.setDefaultFont(QFont("Noto Sans CJK KR", 10))
    document.documentLayout().setPaintDevice(device)
    document.setHtml(GUIDES[code].read_text(encoding="utf-8"))
    document.setPageSize(QSizeF(device.width(), device.height()))
    assert document.pageCount() == 1
    assert document.size().height() > device.height() / 2, "it was laid out for paper"


@pytest.mark.parametrize("code", GUIDES)
def test_its_telephone_numbers_are_those_of_the_list(code: str) -> None:
    page = GUIDES[code].read_text(encoding="utf-8")
    for pg in ("kcp", "html5_inicis", "danal"):
        found = contact(pg)
        assert found is not None
        assert found.phone in page
