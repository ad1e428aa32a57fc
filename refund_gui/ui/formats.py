"""Amounts, dates and numbers as people in Korea read them, in the window's language."""

from datetime import date

from PySide6.QtCore import QLocale

from refund_gui.clock import in_korea
from refund_gui.domain.money import Money


def is_korean() -> bool:
    """Whether the window speaks Korean."""
    return QLocale().language() == QLocale.Language.Korean


def digits(amount: Money) -> str:
    """The amount with thousands separators and without its currency: `7,000`, `12.34`."""
    sign = "-" if amount.minor < 0 else ""
    whole, _, decimals = f"{abs(amount.as_decimal()):f}".partition(".")
    if not amount.is_known:
        decimals = decimals.rstrip("0")
    return f"{sign}{int(whole):,}" + (f".{decimals}" if decimals else "")


def money(amount: Money) -> str:
    """The amount with its currency: `7,000원`, `₩7,000`, `12.34 USD`."""
    if amount.currency != "KRW":
        return f"{digits(amount)} {amount.currency}"
    return f"{digits(amount)}원" if is_korean() else f"₩{digits(amount)}"


def date_time(unix_seconds: int) -> str:
    """Date and time in Korea, or a dash where there is none."""
    return f"{in_korea(unix_seconds):%Y-%m-%d %H:%M}" if unix_seconds else "–"


def short_date_time(unix_seconds: int, now: int) -> str:
    """Today's times as `14:02`, this year's as `12-03 14:02`, older ones as `2025-12-03`."""
    if not unix_seconds:
        return "–"
    then, today = in_korea(unix_seconds), in_korea(now)
    if then.date() == today.date():
        return f"{then:%H:%M}"
    return f"{then:%m-%d %H:%M}" if then.year == today.year else f"{then:%Y-%m-%d}"


def clock_time(unix_seconds: int) -> str:
    """`14:07:30` in Korea."""
    return f"{in_korea(unix_seconds):%H:%M:%S}"


def day(when: date, now: int) -> str:
    """`12/3`, `3 Dec`; with its year when that is not this one. `now` in unix seconds, 0 when not known."""
    same_year = not now or in_korea(now).year == when.year
    if is_korean():
        return f"{when.month}/{when.day}" if same_year else f"{when.year}/{when.month}/{when.day}"
    months = QLocale(QLocale.Language.English)  # strftime speaks the computer's language
    short = months.monthName(when.month, QLocale.FormatType.ShortFormat)
    return f"{when.day} {short}" if same_year else f"{when.day} {short} {when.year}"
