"""Write down what went back to a customer in another way, or take a wrong note back. Nothing is sent."""

from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from refund_gui.clock import in_korea
from refund_gui.domain.money import AmountError
from refund_gui.domain.outside import (
    OutsideRefund,
    OutsideWay,
    check_outside_amount,
    check_outside_day,
    standing,
)
from refund_gui.domain.request import check_note
from refund_gui.errors import InvalidInput
from refund_gui.settings import Settings
from refund_gui.terminal.refunding import Offer
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui import formats
from refund_gui.ui.amount_edit import AmountEdit
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.discard import AskingDialog
from refund_gui.ui.entry import Entry, form_label, grow_to_fit, new_form, plain_label, scrolled, title_label
from refund_gui.ui.keys_held import EnterMovesOn
from refund_gui.ui.operator_combo import OperatorCombo
from refund_gui.ui.period_filter import DayEdit
from refund_gui.ui.scale import open_wide
from refund_gui.ui.words import describe, input_words
from refund_gui.ui.words_names import way_name


class OutsideDialog(AskingDialog):
    """`outsideDialog`. Show it with `show()`; signal `changed`: a note was written or taken back."""

    changed = Signal()

    def __init__(
        self,
        offer: Offer,
        terminal: Terminal,
        lanes: Lanes,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("outsideDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_wide(self, 560, 480)
        self._offer = offer
        self._terminal = terminal
        self._lanes = lanes
        self._build(settings)
        self._lay_out()
        self.retranslate()
        self._show_error(None)
        self._amount_edit.setFocus()

    def has_typed(self) -> bool:
        return bool(self._amount.text() or self._note.text())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Refunded outside"))
        self.setAccessibleName(self.tr("Refunded outside"))
        self._title.setText(self.tr("Write down what went back in another way"))
        self._advice.setText(
            self.tr(
                "Nothing is sent. The note lowers what can be refunded here, by at most {left}, "
                "and the daily close counts it."
            ).format(left=formats.money(self._offer.rules.refundable))
        )
        self._amount.set_names(self.tr("Amount"))
        self._whole.setText(self.tr("All that is left"))
        self._day_label.setText(self.tr("Day"))
        self._day.setAccessibleName(self.tr("Day on which the money went back"))
        self._day.setLocale(QLocale())
        self._way_label.setText(self.tr("How"))
        self._way.setAccessibleName(self.tr("How the money went back"))
        for number, way in enumerate(OutsideWay):
            self._way.setItemText(number, way_name(way))
        self._note.set_names(self.tr("Note (stays here)"))
        self._save.setText(self.tr("Write the note down"))
        self._close.setText(self.tr("Close"))
        for note, label, button in self._notes:
            label.setText(_line(note))
            button.setText(self.tr("Take back"))
            button.setAccessibleName(self.tr("Take this note back: {note}").format(note=_line(note)))

    def _build(self, settings: Settings) -> None:
        self._title, self._advice = title_label("outsideTitle"), plain_label("outsideAdvice")
        self._amount_edit = AmountEdit()
        self._amount_edit.set_currency(self._offer.payment.currency)
        self._amount = Entry(self._amount_edit, "outsideAmount", self._check_amount, self, eager=True)
        self._whole = plain_button("outsideWholeButton", "quiet")
        self._whole.clicked.connect(self._on_whole)
        self._day_label, self._day = form_label(), DayEdit("outsideDayEdit")
        self._day_label.setBuddy(self._day)
        today = in_korea(self._terminal.clock.now()).date()
        self._day.setDate(QDate(today.year, today.month, today.day))
        self._day.dateChanged.connect(self._on_day)
        self._way_label, self._way = form_label(), QComboBox()
        self._way.setObjectName("outsideWayCombo")
        self._way.setMinimumHeight(32)
        self._way_label.setBuddy(self._way)
        for way in OutsideWay:
            self._way.addItem("", way)
        self._note = Entry(QLineEdit(), "outsideNote", check_note, self, eager=True)
        self._operator = OperatorCombo(settings.operators)
        self._problem = plain_label("outsideProblem", "error")
        self._save = plain_button("outsideSaveButton", "primary")
        self._save.clicked.connect(self._on_save)
        self._close = plain_button("outsideCloseButton", "quiet")
        self._close.clicked.connect(self.close)
        self._notes = [
            (note, plain_label("outsideNoteLine"), plain_button("outsideTakeBackButton"))
            for note in standing(self._offer.outside)
        ]

    def _lay_out(self) -> None:
        form = new_form()
        self._amount.add_to(form, self._whole)
        form.addRow(self._day_label, self._day)
        form.addRow(self._way_label, self._way)
        self._note.add_to(form)
        self._operator.add_to(form)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        for label in (self._title, self._advice):
            column.addWidget(label)
        for note, label, button in self._notes:
            line = QHBoxLayout()
            line.addWidget(label, 1)
            line.addWidget(button)
            button.clicked.connect(partial(self._on_take_back, note))
            column.addLayout(line)
        column.addLayout(form)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.setSpacing(16)
        outer.addWidget(scrolled(inside), 1)
        outer.addWidget(self._problem)
        outer.addWidget(self.question)
        buttons = QHBoxLayout()
        buttons.addWidget(self._close)
        buttons.addStretch()
        buttons.addWidget(self._save)
        outer.addLayout(buttons)
        EnterMovesOn(self).watch(*self._amount.fields(), self._day, self._way, *self._note.fields())

    def _check_amount(self, text: str) -> None:
        check_outside_amount(self._amount_edit.amount(), self._offer.payment, self._offer.rules.refundable)

    def _on_day(self) -> None:
        try:
            check_outside_day(self._chosen_day(), self._offer.payment, self._terminal.clock.now())
        except InvalidInput as error:
            self._show_error(error)
        else:
            self._show_error(None)

    def _chosen_day(self) -> date:
        chosen = self._day.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _on_whole(self) -> None:
        self._amount_edit.setText(formats.digits(self._offer.rules.refundable))
        self._day.setFocus()

    def _on_save(self) -> None:
        self._day.interpretText()
        if not self._amount.is_right() or not self._note.is_right():
            return
        work = partial(
            self._terminal.outside.note,
            self._offer.payment.imp_uid,
            self._amount_edit.amount(),
            self._chosen_day(),
            self._way.currentData(),
            self._note.text(),
            self._operator.currentText(),
        )
        self._run(work)

    def _on_take_back(self, note: OutsideRefund) -> None:
        self._run(partial(self._terminal.outside.withdraw, note.note_id, self._operator.currentText()))

    def _run(self, work: "partial[OutsideRefund]") -> None:
        for button in (self._save, *(button for _, _, button in self._notes)):
            button.setEnabled(False)
        self._lanes.run(Lane.STORE, work, self, self._on_done, self._show_error)

    def _on_done(self, _note: OutsideRefund) -> None:
        self.changed.emit()
        self.discard()

    def _show_error(self, error: Exception | None) -> None:
        """What is wrong; the buttons live again. Without anything left only notes can be taken back."""
        self._save.setEnabled(self._offer.rules.refundable.minor > 0)
        for _, _, button in self._notes:
            button.setEnabled(True)
        self._problem.setVisible(error is not None)
        if isinstance(error, AmountError):
            self._problem.hide()
            self._amount.show_error(error)
        elif isinstance(error, InvalidInput):
            self._problem.setText(input_words(error))
        elif error is not None:
            told = describe(error)
            self._problem.setText(told.text)
        grow_to_fit(self)


def _line(note: OutsideRefund) -> str:
    """`2025-11-18 · 4,000원 · Cash · 김점원 · note`."""
    parts = (
        f"{in_korea(note.refunded_at):%Y-%m-%d}",
        formats.money(note.amount),
        way_name(note.way),
        note.operator,
        note.note,
    )
    return " · ".join(part for part in parts if part)
