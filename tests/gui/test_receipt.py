"""What stands on a receipt, and that all of it fits on the paper."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
import segno
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QImage, qGray
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from refund_gui.domain.refund import NO_PARTS, Payout, RefundState
from refund_gui.domain.tag import tagged
from refund_gui.ui import formats
from refund_gui.ui.printing import MM, Paper, page_layout, save_pdf
from refund_gui.ui.receipt import Kind, Receipt, ReceiptLine, receipt_lines, receipt_text
from refund_gui.ui.receipt_layout import QUIET, Code, Layout, Text
from refund_gui.ui.receipt_paint import paint_receipt, receipt_picture
from tests.domain.made_up import TAG
from tests.gui.pdf_fonts import are_embedded
from tests.gui.receipts import LINK, SETTINGS, extreme, usual, usual_payment, usual_refund
from tests.store.made_up import NOW, entry, won

POINT = 25.4 / 72
"""Millimetres."""
DPI = 203
"""Of receipt printers."""
DOTS = DPI / 25.4


def values(receipt: Receipt) -> dict[str, str]:
    """Values by their labels."""
    return {line.label: line.value for line in receipt_lines(receipt) if line.label}


def marks(receipt: Receipt) -> list[str]:
    return [line.value for line in receipt_lines(receipt) if line.kind is Kind.MARK]


def test_a_receipt_in_english() -> None:
    lines = receipt_lines(usual())
    assert [line.value for line in lines[:3]] == ["가을상점", "Business no. 123-45-67891", "Refund receipt"]
    assert values(usual()) == {
        "Order no.": "order-1",
        "Goods": "사과 상자",
        "Buyer": "김가람",
        "Paid by": "Card · KG Inicis",
        "Card": "가상카드 · 123456******7890",
        "Paid at": "2026-05-29 05:26",
        "Approval no.": "30001234",
        "Paid": "10,000원",
        "Refund amount": "3,000원",
        "Tax-free part": "1,000원 (taxed: 2,000원)",
        "VAT": "181원",
        "Refunded in all": "5,000원",
        "Remaining": "5,000원",
        "Refunded at": "2026-05-29 05:27",
        "Reason": "고객 변심",
        "Refunded by": "이나래 · 계산대 1",
        "Refund tag": "A2345W",
        "Cancellation no.": "c1",
        "The payment gateway's receipt": LINK,
    }
    said = receipt_text(lines)
    assert "neither a tax invoice nor a cash receipt" in said
    assert "교환은 7일 안에 영수증과 함께 오세요.\n감사합니다." in said
    assert [line.kind for line in lines if line.value == "3,000원"] == [Kind.AMOUNT]


def test_complaint_20_the_receipt_says_when_the_customer_gets_the_money() -> None:
    due = replace(usual_refund(), payout=Payout.NEXT_BUSINESS_DAY, payout_due=date(2026, 6, 1))
    assert "due on 6/1." in receipt_text(receipt_lines(replace(usual(), refund=due)))
    assert "three to five business days" in receipt_text(receipt_lines(usual()))


def test_what_was_not_split_tells_no_tax_parts() -> None:
    told = values(replace(usual(), refund=replace(usual_refund(), tax=NO_PARTS)))
    assert not {"Tax-free part", "VAT"} & told.keys()


def test_a_receipt_in_korean(speak: Callable[[str], None]) -> None:
    speak("ko")
    said = receipt_text(receipt_lines(usual()))
    assert "환불 영수증" in said
    assert "사업자등록번호 123-45-67891" in said
    assert "환불 금액: 3,000원" in said
    assert "세금계산서나 현금영수증이 아닙니다" in said


def test_amounts_are_those_of_this_refund_however_late_it_is_printed() -> None:
    later = replace(usual(), payment=replace(usual_payment(), cancel_amount=usual_payment().amount))
    assert (values(later)["Refunded in all"], values(later)["Remaining"]) == ("5,000원", "5,000원")


def test_what_went_back_in_another_way_before_is_told_and_is_not_left() -> None:
    assert "Refunded in another way" not in values(usual())
    told = values(replace(usual(), gone=won(4_000)))
    assert told["Refunded in another way"] == "4,000원"
    assert (told["Paid"], told["Refunded in all"], told["Remaining"]) == ("10,000원", "9,000원", "1,000원")


def test_an_entry_that_got_its_id_later_is_found_by_its_tag() -> None:
    ours = replace(usual_refund(), tag=TAG)
    late = entry("c9", reason=tagged(ours.tag, "고객 변심"), amount=ours.amount, cancelled_at=NOW + 90)
    told = values(replace(usual(), refund=ours, payment=replace(usual_payment(), cancellations=(late,))))
    assert told["Cancellation no."] == "c9"
    assert told["Refunded at"] == formats.date_time(NOW + 90)


def test_without_upstreams_time_it_tells_when_it_was_confirmed() -> None:
    timeless = replace(usual_payment(), cancellations=(entry("c1", cancelled_at=0),))
    assert values(replace(usual(), payment=timeless))["Refunded at"] == formats.date_time(
        usual_refund().created_at
    )


def test_an_accepted_refund_says_that_nothing_is_paid_yet() -> None:
    accepted = replace(
        usual(), refund=replace(usual_refund(), state=RefundState.ACCEPTED, cancellation_id="")
    )
    assert marks(accepted) == ["Accepted, not yet paid"]
    told = values(accepted)
    assert "Accepted at" in told
    assert not {"Refunded at", "Refunded in all", "Remaining", "Cancellation no."} & set(told)


def test_practice_and_test_payments_are_marked() -> None:
    sandbox = replace(usual_payment(), sandbox=True)
    assert marks(usual()) == []
    assert marks(usual(is_practice=True)) == ["PRACTICE – no money was refunded"]
    assert marks(replace(usual(), payment=sandbox)) == ["TEST PAYMENT – not a real sale"]


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("1234567890127890", "****7890"),
        ("123456789012789*", "****789*"),
        ("1234-56**-****-7890", "1234-56**-****-7890"),
    ],
)
def test_no_card_shows_more_than_ten_digits(number: str, shown: str) -> None:
    told = values(replace(usual(), payment=replace(usual_payment(), card_number=number)))
    assert told["Card"] == f"가상카드 · {shown}"


def test_an_account_shows_its_last_digits() -> None:
    paid = replace(usual_payment(), vbank_name="가상은행", vbank_num="9990001234567")
    told = values(replace(usual(), payment=paid))
    assert told["Bank"] == "가상은행 · ****4567"


def test_the_link_is_the_cancellations_else_the_payments_and_always_a_web_address() -> None:
    paid = usual_payment()
    without = tuple(replace(entry, receipt_url="") for entry in paid.cancellations)
    strange = tuple(replace(entry, receipt_url="javascript:alert(1)") for entry in paid.cancellations)
    assert usual().link == LINK
    assert replace(usual(), payment=replace(paid, cancellations=without)).link == paid.receipt_url
    assert replace(usual(), payment=replace(paid, cancellations=strange)).link == paid.receipt_url
    neither = replace(usual(), payment=replace(paid, cancellations=without, receipt_url=""))
    assert Kind.CODE not in {line.kind for line in receipt_lines(neither)}


def test_a_shop_without_names_and_a_payment_that_is_not_stored() -> None:
    bare = Receipt(usual_refund(), None, replace(SETTINGS, shop="", business_number=""), False, NOW, won(0))
    lines = receipt_lines(bare)
    assert lines[0].value == "Refund receipt"
    assert values(bare)["Payment"] == "imp_1"
    assert all(line.value for line in lines if line.kind is not Kind.RULE)


EXTREMES = pytest.mark.parametrize(
    "receipt",
    [usual(), extreme(), extreme("USD"), extreme("KWD", RefundState.ACCEPTED)],
    ids=["usual", "won", "dollars", "accepted"],
)


@EXTREMES
@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("paper", Paper)
def test_nothing_leaves_the_paper_and_no_amount_is_broken(
    speak: Callable[[str], None], receipt: Receipt, language: str, paper: Paper
) -> None:
    speak(language)
    lines = receipt_lines(receipt)
    picture = receipt_picture(lines, paper, DPI)
    width = page_layout(paper).paintRect(MM).width() * DOTS
    blocks = Layout(paper, picture, width).blocks(lines)
    for line, block in zip(lines, blocks, strict=True):
        texts = [item for item in block.items if isinstance(item, Text)]
        for item in block.items:
            assert item.rect.left() >= -0.5
            assert item.rect.right() <= width + 0.5
            assert 0 <= item.rect.top() <= item.rect.bottom() <= block.height
        for text in texts:
            assert QFontMetricsF(text.font, picture).horizontalAdvance(text.text) <= text.rect.width() + 0.5
        written = "".join(text.text for text in texts)
        assert written.replace(" ", "") == (line.label + line.value).replace(" ", "")
        if line.kind in (Kind.MONEY, Kind.AMOUNT):
            assert line.value in [text.text for text in texts]
    assert_white_margins(picture, paper)


def assert_white_margins(picture: QImage, paper: Paper) -> None:
    """No letter reaches where the printer does not."""
    inside = page_layout(paper).paintRect(MM)
    left, right = round(inside.left() * DOTS) - 1, round(inside.right() * DOTS) + 1
    for start, end in ((0, left), (right, picture.width())):
        margin = picture.copy(start, 0, end - start, picture.height())
        white = margin.copy()
        white.fill(Qt.GlobalColor.white)
        assert margin == white


def test_texts_do_not_run_into_one_another() -> None:
    lines = receipt_lines(extreme())
    for block in Layout(Paper.ROLL_58, QImage(1, 1, QImage.Format.Format_RGB32), 200).blocks(lines):
        rects = [item.rect for item in block.items if isinstance(item, Text)]
        for number, rect in enumerate(rects):
            for other in rects[number + 1 :]:
                assert not rect.adjusted(0.5, 0.5, -0.5, -0.5).intersects(other)


@pytest.mark.parametrize("paper", Paper)
def test_the_qr_code_is_segnos_with_sharp_modules_and_a_quiet_zone(qapp: QApplication, paper: Paper) -> None:
    lines = (ReceiptLine(Kind.CODE, "영수증", LINK),)
    picture = receipt_picture(lines, paper, DPI)
    expected = [list(row) for row in segno.make(LINK, error="m", micro=False).matrix]
    inside = page_layout(paper).paintRect(MM)
    column = min(inside.width(), 110) * DOTS
    [block] = Layout(paper, picture, column).blocks(lines)
    [code] = [item for item in block.items if isinstance(item, Code)]
    left = round(inside.x() * DOTS + (inside.width() * DOTS - column) / 2) + int(code.rect.x())
    top = round(inside.y() * DOTS) + int(code.rect.y())
    assert code.module >= 3, "a receipt printer's dots are not lost"
    modules = len(expected) + 2 * QUIET
    seen = [
        [dots(picture, left + x * code.module, top + y * code.module, code.module) for x in range(modules)]
        for y in range(modules)
    ]
    assert [row[QUIET:-QUIET] for row in seen[QUIET:-QUIET]] == expected
    quiet = [*seen[:QUIET], *seen[-QUIET:], *(row[:QUIET] + row[-QUIET:] for row in seen)]
    assert not any(any(row) for row in quiet)


def dots(picture: QImage, left: int, top: int, side: int) -> int:
    """1 for a module that is all black, 0 for one that is all white."""
    greys = {qGray(picture.pixel(left + x, top + y)) for x in range(side) for y in range(side)}
    assert greys in ({0}, {255}), f"grey dots at {left}, {top}"
    return int(greys == {0})


def test_a_link_that_no_code_holds_is_written_out(qapp: QApplication) -> None:
    link = "https://receipt.example.invalid/" + "q" * 3_000
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    [block] = Layout(Paper.A4, image, 400).blocks((ReceiptLine(Kind.CODE, "Receipt", link),))
    assert "".join(item.text for item in block.items if isinstance(item, Text)) == "Receipt" + link


@EXTREMES
@pytest.mark.parametrize("paper", Paper)
def test_a_pdf_is_one_page_whose_letters_are_there_to_be_found(
    tmp_path: Path, receipt: Receipt, paper: Paper
) -> None:
    path, lines = tmp_path / "receipt.pdf", receipt_lines(receipt)
    save_pdf(path, paper, "title", partial(paint_receipt, lines, paper))
    pages = PdfReader(path).pages
    assert len(pages) == 1 or (paper is Paper.A4 and receipt != usual())
    full = page_layout(paper).fullRect(MM)
    for page in pages:
        assert float(page.mediabox.width) * POINT == pytest.approx(full.width(), abs=0.3)
        assert are_embedded(page)
    written = "".join("".join(page.extract_text() for page in pages).split())
    for line in lines:
        if line.kind in (Kind.PAIR, Kind.MONEY, Kind.AMOUNT, Kind.MARK):
            assert "".join(line.value.split()) in written


def test_a_roll_is_as_long_as_its_text(tmp_path: Path, qapp: QApplication) -> None:
    def length(receipt: Receipt) -> float:
        lines = receipt_lines(receipt)
        save_pdf(tmp_path / "a.pdf", Paper.ROLL_58, "title", partial(paint_receipt, lines, Paper.ROLL_58))
        return float(PdfReader(tmp_path / "a.pdf").pages[0].mediabox.height) * POINT

    assert 100 < length(usual()) < 200 < length(extreme()) < 450


def test_more_than_a_sheet_goes_on_the_next_one(tmp_path: Path, qapp: QApplication) -> None:
    lines = tuple(ReceiptLine(Kind.PAIR, "No.", f"line-{number}-") for number in range(120))
    save_pdf(tmp_path / "a.pdf", Paper.A4, "title", partial(paint_receipt, lines, Paper.A4))
    pages = [page.extract_text() for page in PdfReader(tmp_path / "a.pdf").pages]
    assert len(pages) == 3
    assert all(f"line-{number}-" in "".join(pages) for number in range(120))
    sheet = page_layout(Paper.A4).fullRect(MM)
    assert receipt_picture(lines, Paper.A4, DPI).height() == pytest.approx(3 * sheet.height() * DOTS, abs=1)


def test_a_printers_own_width_is_used(tmp_path: Path, qapp: QApplication) -> None:
    """A sheet that was chosen in the printer's dialog stays a sheet, with the roll's letters on it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    printer.setPageLayout(page_layout(Paper.A4))
    paint_receipt(receipt_lines(usual()), Paper.ROLL_80, printer)
    [page] = PdfReader(tmp_path / "a.pdf").pages
    assert float(page.mediabox.height) * POINT == pytest.approx(297, abs=0.3)
