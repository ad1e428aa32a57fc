"""Who refunded, and why? In the list's detail, and in every export."""

import csv
from pathlib import Path

import openpyxl
import pytest

from refund_gui.clock import in_korea
from refund_gui.domain.money import Money
from refund_gui.domain.refund import Refund
from refund_gui.domain.refund_listing import HistoryFilter
from refund_gui.domain.request import RefundRequest
from refund_gui.terminal.exporting import ExportColumn, Exporting, ExportKind
from tests.terminal.export_words import WORDS
from tests.terminal.shop import Shop


@pytest.fixture
def refunds(shop: Shop) -> list[Refund]:
    """Two people refund, for reasons of their own; one refund is refused."""
    made = []
    for imp_uid, amount, reason, note, operator in (
        ("imp_card", 3_000, "색상 교환", "포장이 젖음", "이나래"),
        ("imp_card", 1_000, "고객 변심", "", "박가온"),
        ("imp_refused", 9_000, "재고 없음", "단골 손님", "이나래"),
    ):
        shop.clock.advance(60)
        offer = shop.refunding.offer(imp_uid)
        request = RefundRequest(imp_uid, Money(amount, "KRW"), reason, note=note, operator=operator)
        made.append(shop.refunding.refund(offer, request))
    return made


TOLD = [
    ("색상 교환", "포장이 젖음", "이나래", "계산대 1"),
    ("고객 변심", "", "박가온", "계산대 1"),
    ("재고 없음", "단골 손님", "이나래", "계산대 1"),
]


def test_complaint_11_who_refunded_and_why_stands_in_the_detail(shop: Shop, refunds: list[Refund]) -> None:
    shop.line.is_down = True
    shop.restart()
    for made, told in zip(refunds, TOLD, strict=True):
        kept = shop.history.detail(made.refund_id)
        assert (kept.refund.reason, kept.refund.note, kept.refund.operator, kept.refund.counter) == told
        assert kept.refund.created_at == made.created_at > 0
        assert kept.events[0].who == told[2]


@pytest.mark.parametrize("kind", ExportKind)
def test_complaint_11_who_refunded_and_why_stands_in_the_export(
    shop: Shop, refunds: list[Refund], tmp_path: Path, kind: ExportKind
) -> None:
    path = tmp_path / f"history.{kind}"
    Exporting(shop.store).save(path, kind, HistoryFilter(), WORDS, lambda done, total: None, lambda: False)
    columns = [ExportColumn.REASON, ExportColumn.NOTE, ExportColumn.OPERATOR, ExportColumn.COUNTER]
    places = [list(ExportColumn).index(column) for column in columns]
    rows = read(path)[1:4]
    assert [tuple(row[place] for place in places) for row in rows] == TOLD[::-1]
    times = [f"{in_korea(made.created_at):%Y-%m-%d %H:%M:%S}" for made in reversed(refunds)]
    assert [row[0] for row in rows] == times


def read(path: Path) -> list[list[str]]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))
    rows = openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)
    return [["" if cell is None else str(cell) for cell in row] for row in rows]
