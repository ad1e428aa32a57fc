"""A printed list: read back from the PDF that it makes."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageSize, QPdfWriter
from pytestqt.qtbot import QtBot

from refund_gui.errors import PrinterRefused
from refund_gui.ui.print_table import PrintColumn, PrintedTable, paint_table

COLUMNS = (PrintColumn("Order no.", 3), PrintColumn("Goods", 4), PrintColumn("Amount", 2, right=True))


def printed(tmp_path: Path, table: PrintedTable) -> list[str]:
    """The text of each page."""
    path = tmp_path / "list.pdf"
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(12, 12, 12, 12))
    paint_table(table, writer)
    del writer
    return [page.extract_text().replace("\t", " ") for page in pypdf.PdfReader(path).pages]


def order(number: int) -> tuple[str, ...]:
    return f"2026-{number:05d}", "Mug", f"{number * 1000:,}"


def test_every_row_once_and_the_titles_on_each_page(qtbot: QtBot, tmp_path: Path) -> None:
    rows = tuple(map(order, range(150)))
    pages = printed(tmp_path, PrintedTable("Refunds", ("Last week",), COLUMNS, iter(rows)))
    assert len(pages) > 2
    whole = "\n".join(pages)
    assert [whole.count(row[0]) for row in rows] == [1] * len(rows)
    for number, page in enumerate(pages, 1):
        assert page.count("Order no.") == page.count("Amount") == 1
        assert f"{number} / {len(pages)}" in page
    assert "Last week" in pages[0]
    assert "Last week" not in pages[1]


def test_totals_stand_below_the_last_row(qtbot: QtBot, tmp_path: Path) -> None:
    totals = (("Total", "", "3,000\n5.00 USD\n1.00 EUR\n7 JPY"), ("Below", "it", "8,000"))
    (page,) = printed(tmp_path, PrintedTable("Refunds", (), COLUMNS, (order(1), order(2)), totals))
    lines = page.splitlines()
    assert lines.index("2026-00002") < lines.index("Total") < lines.index("3,000") < lines.index("7 JPY")
    assert lines.index("7 JPY") < lines.index("Below") < lines.index("8,000")


@pytest.mark.parametrize("count", range(30, 50))
def test_totals_never_stand_alone(qtbot: QtBot, tmp_path: Path, count: int) -> None:
    pages = printed(
        tmp_path, PrintedTable("Refunds", (), COLUMNS, map(order, range(count)), (("Total", "", "1"),))
    )
    assert "Total" in pages[-1]
    assert "2026-" in pages[-1]
    assert sum(page.count("Total") for page in pages) == 1


def test_an_empty_list_is_a_page_with_titles(qtbot: QtBot, tmp_path: Path) -> None:
    (page,) = printed(tmp_path, PrintedTable("Refunds", ("Nothing",), COLUMNS, ()))
    assert "Order no." in page
    assert "Nothing" in page
    assert "1 / 1" in page


def test_a_long_text_is_wrapped_then_cut_off(qtbot: QtBot, tmp_path: Path) -> None:
    words = " ".join(f"word{number}" for number in range(200))
    (page,) = printed(tmp_path, PrintedTable("R", (), COLUMNS, [("1", words, "1"), ("2", "x" * 500, "2")]))
    assert "word0" in page
    assert "word9" in page
    assert "word100" not in page
    assert page.count("xxxxx") >= 3
    assert page.count("x") < 200


def test_korean_and_signs_beyond_unicodes_first_plane(qtbot: QtBot, tmp_path: Path) -> None:
    goods = "머그컵 😀 " * 30
    (page,) = printed(tmp_path, PrintedTable("환불 내역", (), COLUMNS, [("가게-1", goods, "1,000")]))
    assert "환불" in page
    assert "가게" in page
    assert "1,000" in page
    assert page.count("머그컵") >= 3


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "nowhere" / "list.pdf"))
    with pytest.raises(PrinterRefused):
        paint_table(PrintedTable("R", (), COLUMNS, ()), writer)
