"""A period's refunds: sums, a chart with its table, and who, why, how and by which PG."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from refund_gui.domain.periods import Period, days_of
from refund_gui.domain.summary import Bar, Step, usual_step
from refund_gui.terminal.summary import PeriodReport
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui import formats
from refund_gui.ui.background import Lanes
from refund_gui.ui.bar_chart import BarChart, BarValue
from refund_gui.ui.entry import plain_label, scrolled
from refund_gui.ui.figures_table import FiguresTable
from refund_gui.ui.filters import ChoiceFilter
from refund_gui.ui.period_texts import joined_totals, period_name, share_text
from refund_gui.ui.report_head import ReportHead
from refund_gui.ui.share_tables import ShareTables

_PERIODS: Final = (
    Period.THIS_WEEK,
    Period.LAST_WEEK,
    Period.LAST_MONTH,
    Period.QUARTER,
    Period.THIS_YEAR,
    Period.LAST_YEAR,
)
"""What can be chosen instead of this month."""


class SummaryView(QWidget):
    """Everything from the store, on a lane of its own; `refresh` reads again what is shown."""

    def __init__(self, terminal: Terminal, lanes: Lanes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self._report: PeriodReport | None = None
        self._head = ReportHead("summary", lanes, self, self._on_report)
        self._build()
        self._lay_out()
        self.retranslate()
        self.setFocusProxy(self._period)

    def refresh(self) -> None:
        """Ask again; what is shown stays until the answer is there."""
        first, last = days_of(Period(self._period.choice() or Period.THIS_MONTH), self._terminal.clock.now())
        step = Step(self._step.choice()) if self._step.choice() else usual_step(first, last)
        self._head.ask(partial(self._terminal.summaries.report, first, last, step))

    def retranslate(self) -> None:
        self._period.setAccessibleName(self.tr("Period"))
        self._period.set_choices(
            period_name(Period.THIS_MONTH), ((period.value, period_name(period)) for period in _PERIODS)
        )
        self._step.setAccessibleName(self.tr("One bar for each"))
        self._step.set_choices(
            self.tr("Usual bars"),
            (
                (Step.DAY.value, self.tr("Each day")),
                (Step.WEEK.value, self.tr("Each week")),
                (Step.MONTH.value, self.tr("Each month")),
            ),
        )
        for title, text in zip(
            self._titles.values(),
            (
                self.tr("Refunded"),
                self.tr("Paid in the same time"),
                self.tr("Share of sales"),
                self.tr("Not in PortOne's record"),
                self.tr("Not clear yet"),
            ),
            strict=True,
        ):
            title.setText(text)
        self._hint.setText(
            self.tr(
                "Refunded: what PortOne shows as cancelled in this time, wherever it was made. Paid: what "
                "came in during the same time, whatever went back of it. Test payments are left out."
            )
        )
        self._chart.setAccessibleName(self.tr("Refunds over time; the arrow keys tell each bar"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        self._period, self._step = ChoiceFilter("summaryPeriodFilter"), ChoiceFilter("summaryStepFilter")
        for choice in (self._period, self._step):
            choice.changed.connect(self.refresh)
        names = ("Refunded", "Paid", "Share", "Unrecorded", "NotClear")
        self._titles = {name: plain_label(f"summary{name}Title", "hint") for name in names}
        self._figures = {name: plain_label(f"summary{name}", "subtitle") for name in names}
        self._empty = plain_label("summaryEmpty", "subtitle")
        self._chart = BarChart("summaryChart")
        self._times = FiguresTable("summaryTimes", (0,))
        self._tables = ShareTables()
        self._hint = plain_label("summaryHint", "hint")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._period)
        top.addWidget(self._step)
        top.addWidget(self._head.status, 1)
        cards = QHBoxLayout()
        cards.setSpacing(8)
        for name, figure in self._figures.items():
            cards.addWidget(_card(self._titles[name], figure), 1)
        pictures = QHBoxLayout()
        pictures.setSpacing(8)
        pictures.addWidget(self._chart, 3)
        pictures.addWidget(self._times, 2)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addLayout(cards)
        column.addWidget(self._empty)
        column.addLayout(pictures)
        column.addWidget(self._tables)
        column.addWidget(self._hint)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self._head.cautions)
        layout.addWidget(scrolled(inside), 1)

    def _on_report(self, report: PeriodReport) -> None:
        before, self._report = self._report, report
        if before is None or (before.summary, before.step) != (report.summary, report.step):
            self._show()
        self._head.show(report)

    def _show(self) -> None:
        report = self._report
        made = report.summary if report else None
        has_refunds = made is not None and any(bar.total.count for bar in made.bars)
        for part in (self._chart, self._times, self._tables):
            part.setVisible(has_refunds)
        self._empty.setVisible(not has_refunds)
        if report is None or made is None:
            self._head.cautions.hide()
            self._empty.setText(self.tr("Adding up…"))
            return
        self._empty.setText(
            self.tr(
                "Nothing went back in this time. "
                "Choose a longer period above, or refund an order under Orders."
            )
        )
        self._head.show(report)
        self._figures["Refunded"].setText(joined_totals([one.refunded for one in made.sales]))
        self._figures["Paid"].setText(joined_totals([one.paid for one in made.sales]))
        shares = [share_text(one.permille) for one in made.sales if one.permille is not None]
        self._figures["Share"].setText("\n".join(shares) or "–")
        self._figures["Unrecorded"].setText(joined_totals(made.unrecorded))
        self._figures["NotClear"].setText(joined_totals(made.not_clear))
        if has_refunds:
            self._show_bars(made.bars)
            self._tables.show_summary(made)

    def _show_bars(self, bars: Sequence[Bar]) -> None:
        now = self._terminal.clock.now()
        names = [_bar_name(bar, now) for bar in bars]
        most = max(bars, key=lambda bar: bar.total.amount.minor)
        self._chart.show_bars(
            [
                BarValue(
                    formats.day(bar.first, now),
                    bar.total.amount.minor,
                    self.tr("{time}: {amount}, {count} refunds").format(
                        time=name, amount=formats.money(bar.total.amount), count=bar.total.count
                    ),
                )
                for bar, name in zip(bars, names, strict=True)
            ],
            self.tr("Highest bar: {amount}").format(amount=formats.money(most.total.amount)),
        )
        self._times.setAccessibleName(self.tr("Refunds over time"))
        rows = [
            (name, f"{bar.total.count:,}", formats.money(bar.total.amount))
            for bar, name in zip(bars, names, strict=True)
        ]
        self._times.show_rows((self.tr("Time"), self.tr("Number"), self.tr("Amount")), rows)


def _bar_name(bar: Bar, now: int) -> str:
    first = formats.day(bar.first, now)
    return first if bar.first == bar.last else f"{first} – {formats.day(bar.last, now)}"


def _card(title: QLabel, figure: QLabel) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    title.setBuddy(figure)
    column = QVBoxLayout(card)
    column.setContentsMargins(12, 8, 12, 8)
    column.setSpacing(4)
    column.addWidget(title)
    column.addWidget(figure)
    column.addStretch(1)
    return card
