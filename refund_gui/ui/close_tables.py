"""The rows of a day's close as texts: for its tables on screen and on paper."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from refund_gui.clock import in_korea
from refund_gui.domain.closing import CloseLine, DailyClose, Difference, StillOpen, sums
from refund_gui.domain.money import Money, zero
from refund_gui.domain.totals import Total
from refund_gui.ui import formats
from refund_gui.ui.marks import marked_state
from refund_gui.ui.words_closing import line_name, why_words

Texts = tuple[str, ...]


def line_titles() -> Texts:
    """What stands above the lines: a number and a sum for each side."""
    here = QCoreApplication.translate("DailyCloseView", "This terminal")
    portone = QCoreApplication.translate("DailyCloseView", "PortOne")
    difference = QCoreApplication.translate("DailyCloseView", "Difference")
    number = QCoreApplication.translate("DailyCloseView", "{side}:\nnumber")
    method = QCoreApplication.translate("DailyCloseView", "Method")
    amount = QCoreApplication.translate("DailyCloseView", "{side}:\nsum")
    names = (here, portone, difference)
    sides = ((number.format(side=side), amount.format(side=side)) for side in names)
    return method, *(title for side in sides for title in side)


def line_rows(close: DailyClose) -> list[Texts]:
    """One for each method, then the notes."""
    return [_line(line_name(line.key), line) for line in close.lines]


def sum_rows(close: DailyClose) -> list[Texts]:
    """The sum of each currency."""
    whole = QCoreApplication.translate("DailyCloseView", "Together")
    return [_line(whole, line) for line in sums(close.lines)]


def difference_titles() -> Texts:
    return (
        QCoreApplication.translate("DailyCloseView", "Time"),
        QCoreApplication.translate("DailyCloseView", "Order no."),
        QCoreApplication.translate("DailyCloseView", "Buyer"),
        QCoreApplication.translate("DailyCloseView", "Method"),
        QCoreApplication.translate("DailyCloseView", "Difference"),
        QCoreApplication.translate("DailyCloseView", "Why"),
        QCoreApplication.translate("DailyCloseView", "Operator"),
    )


def difference_rows(differences: Iterable[Difference], now: int) -> list[Texts]:
    """One for each difference, with its reason in words. `now` in unix seconds."""
    return [
        (
            f"{in_korea(one.at):%H:%M}",
            one.payment.merchant_uid,
            one.payment.buyer_name,
            line_name(one.key),
            signed(one.delta.amount),
            why_words(one, now),
            one.operator,
        )
        for one in differences
    ]


def open_titles() -> Texts:
    return (
        QCoreApplication.translate("DailyCloseView", "Time"),
        QCoreApplication.translate("DailyCloseView", "Order no."),
        QCoreApplication.translate("DailyCloseView", "Buyer"),
        QCoreApplication.translate("DailyCloseView", "State"),
        QCoreApplication.translate("DailyCloseView", "Operator"),
        QCoreApplication.translate("DailyCloseView", "Amount"),
    )


def open_rows(still_open: Iterable[StillOpen]) -> list[Texts]:
    """One for each refund that is not clear."""
    return [
        (
            formats.date_time(one.refund.created_at),
            one.payment.merchant_uid,
            one.payment.buyer_name,
            marked_state(one.refund.state),
            one.refund.operator,
            formats.money(one.refund.amount),
        )
        for one in still_open
    ]


def signed(amount: Money) -> str:
    """`+7,000원`, `-7,000원`, `0원`."""
    if not amount.minor:
        return formats.money(amount)
    return (
        f"-{formats.money(zero(amount.currency) - amount)}"
        if amount.minor < 0
        else f"+{formats.money(amount)}"
    )


def _line(name: str, line: CloseLine) -> Texts:
    return (
        name,
        *_both(line.here),
        *_both(line.upstream),
        f"{line.difference.count:+,}" if line.difference.count else "0",
        signed(line.difference.amount),
    )


def _both(total: Total) -> Texts:
    return f"{total.count:,}", formats.money(total.amount)
