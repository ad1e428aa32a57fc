"""How periods, sums and shares read, and how certain they are."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from refund_gui.domain.periods import Period
from refund_gui.domain.totals import Total
from refund_gui.terminal.closing import Caution
from refund_gui.ui import formats
from refund_gui.ui.words_closing import caution_words


def period_name(period: Period) -> str:
    """`This month`."""
    match period:
        case Period.THIS_WEEK:
            return QCoreApplication.translate("Summary", "This week")
        case Period.LAST_WEEK:
            return QCoreApplication.translate("Summary", "Last week")
        case Period.LAST_MONTH:
            return QCoreApplication.translate("Summary", "Last month")
        case Period.QUARTER:
            return QCoreApplication.translate("Summary", "90 days")
        case Period.THIS_YEAR:
            return QCoreApplication.translate("Summary", "This year")
        case Period.LAST_YEAR:
            return QCoreApplication.translate("Summary", "Last year")
        case _:
            return QCoreApplication.translate("Summary", "This month")


def as_of(now: int, fresh_at: int | None, dated: bool = False) -> str:
    """`As of 14:02 · orders last loaded 13:59`. Unix seconds; `dated`: with the date, as on paper."""
    time = formats.date_time(now) if dated else formats.short_date_time(now, now)
    shown = QCoreApplication.translate("Summary", "As of {time}").format(time=time)
    if fresh_at is None:
        return shown
    loaded = QCoreApplication.translate("Summary", "orders last loaded {time}")
    time = formats.date_time(fresh_at) if dated else formats.short_date_time(fresh_at, now)
    return f"{shown} · {loaded.format(time=time)}"


def cautions_text(cautions: Iterable[Caution]) -> str:
    """One line for each that a person should heed; that a time goes on is no reason to worry."""
    return "\n".join(caution_words(one) for one in cautions if one is not Caution.GOES_ON)


def joined_totals(totals: Sequence[Total]) -> str:
    """`70,000원 (12) · 12.34 USD (1)`, a dash for nothing."""
    shown = (f"{formats.money(one.amount)} ({one.count:,})" for one in totals if one.count)
    return "\n".join(shown) or "–"


def share_text(permille: int) -> str:
    """`12.5%`."""
    return f"{permille // 10}.{permille % 10}%"
