"""The days that a list shows: usual periods, or from one day to another."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLocale, QPointF, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QHBoxLayout, QLabel, QToolButton, QWidget

from refund_gui.domain.periods import Period, days_of, first_second, last_second
from refund_gui.ui.entry import plain_label
from refund_gui.ui.filters import ChoiceFilter
from refund_gui.ui.scale import scaled

_DATES: Final = "dates"
_ARROW: Final = 14
"""Pixels from the right edge to the middle of the arrow, as the style sheet draws it."""
_USUAL: Final = Period.MONTH
"""What a choice of dates begins with where no other period was chosen before."""


class PeriodFilter(ChoiceFilter):
    """A period in Korean days. With `dates`, days of one's own can be chosen there."""

    def __init__(self, object_name: str, dates: "DatesEdit | None" = None) -> None:
        super().__init__(object_name)
        self._dates = dates
        self._period: Period | None = None
        """The usual period that was chosen last."""
        if dates is not None:
            dates.changed.connect(self.changed)
            self.changed.connect(self._on_changed)

    def since(self, now: int) -> int | None:
        """Unix seconds of the period's first midnight; None for all time. `now` in unix seconds."""
        days = self.days(now)
        return first_second(days[0]) if days else None

    def until(self, now: int) -> int | None:
        """Unix seconds of the period's last second; None while it goes on."""
        days = self.days(now)
        is_over = self.choice() in {Period.YESTERDAY, Period.LAST_MONTH, _DATES}
        return last_second(days[1]) if days and is_over else None

    def days(self, now: int) -> tuple[date, date] | None:
        """The first and the last day; None for all time, and while the chosen ones make no period."""
        if self.choice() == _DATES:
            return self._dates.days() if self._dates else None
        return days_of(Period(self.choice()), now) if self.choice() else None

    def name(self) -> str:
        """The choice as it is shown: `7 days`, `2025-11-01 – 2025-11-18`; "" for all time."""
        if self.choice() == _DATES:
            days = self._dates.days() if self._dates else None
            return f"{days[0]} – {days[1]}" if days else ""
        return self.currentText() if self.choice() else ""

    def retranslate(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("PeriodFilter", "Period"))
        names = (
            (Period.TODAY, QCoreApplication.translate("PeriodFilter", "Today")),
            (Period.YESTERDAY, QCoreApplication.translate("PeriodFilter", "Yesterday")),
            (Period.WEEK, QCoreApplication.translate("PeriodFilter", "7 days")),
            (Period.MONTH, QCoreApplication.translate("PeriodFilter", "30 days")),
            (Period.QUARTER, QCoreApplication.translate("PeriodFilter", "90 days")),
            (Period.THIS_MONTH, QCoreApplication.translate("PeriodFilter", "This month")),
            (Period.LAST_MONTH, QCoreApplication.translate("PeriodFilter", "Last month")),
            (Period.THIS_YEAR, QCoreApplication.translate("PeriodFilter", "This year")),
        )
        dates = ((_DATES, QCoreApplication.translate("PeriodFilter", "Choose dates…")),)
        self.set_choices(
            QCoreApplication.translate("PeriodFilter", "All dates"),
            ((str(value), name) for value, name in (*names, *(dates if self._dates else ()))),
        )

    def _on_changed(self) -> None:
        if self._dates is None:
            return
        if self.choice() != _DATES:
            self._period = Period(self.choice()) if self.choice() else None
            self._dates.close_up()
        elif not self._dates.is_open:
            self._dates.open(self._period or _USUAL)


class DatesEdit(QWidget):
    """`…FromEdit` and `…ToEdit`, each with a calendar (Alt+Down, F4). Shown while it is open."""

    changed = Signal()

    def __init__(self, now: Callable[[], int], name: str = "period", parent: QWidget | None = None) -> None:
        """`now`: wall time in unix seconds. `name` stands before the controls' own."""
        super().__init__(parent)
        self._now = now
        self.is_open = False
        self._from, self._to = DayEdit(f"{name}FromEdit"), DayEdit(f"{name}ToEdit")
        self._title, self._between = QLabel(), QLabel("–")
        self._error = plain_label(f"{name}Error", "error")
        self._title.setBuddy(self._from)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for widget in (self._title, self._from, self._between, self._to, self._error):
            line.addWidget(widget, int(widget is self._error))
        line.addStretch(1)
        for edit in (self._from, self._to):
            edit.dateChanged.connect(self._on_date_changed)
        self.hide()
        self.retranslate()

    def open(self, period: Period) -> None:
        """Come up with this period's days, ready to type."""
        self.is_open = True
        for edit, day in zip((self._from, self._to), days_of(period, self._now()), strict=True):
            edit.blockSignals(True)
            edit.setDate(QDate(day.year, day.month, day.day))
            edit.blockSignals(False)
        self.show()
        self._show_error()
        self._from.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_up(self) -> None:
        self.is_open = False
        self.hide()

    def days(self) -> tuple[date, date] | None:
        """The first and the last day, None while they stand the wrong way round or nothing is open."""
        first, last = (_day(edit) for edit in (self._from, self._to))
        return (first, last) if self.is_open and first <= last else None

    def retranslate(self) -> None:
        self._title.setText(self.tr("Dates"))
        for edit, name in ((self._from, self.tr("From this day")), (self._to, self.tr("Until this day"))):
            edit.setAccessibleName(name)
            edit.setToolTip(self.tr("Alt+Down opens the calendar."))
            edit.setLocale(QLocale())
            self._dress(edit.calendarWidget())
        self._show_error()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _dress(self, calendar: QCalendarWidget) -> None:
        """In the window's language and colours: Qt's own arrows and weekends cannot be read in the dark."""
        calendar.setLocale(QLocale())
        calendar.setFirstDayOfWeek(QLocale().firstDayOfWeek())
        calendar.setMinimumSize(scaled(352), scaled(320))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekend, QTextCharFormat())
        arrows = (("prev", "‹", self.tr("Month before")), ("next", "›", self.tr("Next month")))
        for place, sign, name in arrows:
            button = calendar.findChild(QToolButton, f"qt_calendar_{place}month")
            if button is not None:
                button.setIcon(QIcon())
                button.setText(sign)
                button.setAccessibleName(name)

    def _show_error(self) -> None:
        wrong = self.is_open and self.days() is None
        self._error.setText(self.tr("The first day is after the last one.") if wrong else "")
        self._error.setVisible(wrong)
        self._from.setAccessibleDescription(self._error.text())

    def _on_date_changed(self) -> None:
        self._show_error()
        self.changed.emit()


class DayEdit(QDateEdit):
    """A day, typed or from a calendar, which Alt+Down and F4 open too."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMinimumHeight(32)
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd")
        self.setMinimumDate(QDate(2000, 1, 1))
        self.setMaximumDate(QDate(2099, 12, 31))
        self.setKeyboardTracking(False)  # half a year is no date

    def keyPressEvent(self, event: QKeyEvent) -> None:
        holds_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F4 or (event.key() == Qt.Key.Key_Down and holds_alt):
            self._open_calendar()
        else:
            super().keyPressEvent(event)

    def _open_calendar(self) -> None:
        """Qt has no other way than its arrow."""
        arrow = QPointF(self.width() - _ARROW, self.height() / 2)
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            left = Qt.MouseButton.LeftButton
            held = left if kind == QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
            place = self.mapToGlobal(arrow)
            QCoreApplication.sendEvent(
                self, QMouseEvent(kind, arrow, place, left, held, Qt.KeyboardModifier.NoModifier)
            )


def _day(edit: QDateEdit) -> date:
    chosen = edit.date()
    return date(chosen.year(), chosen.month(), chosen.day())
