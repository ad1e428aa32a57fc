"""What is said above the refund form: what is allowed, what has changed, and what to look at first."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from refund_gui.clock import Clock
from refund_gui.domain.limits import Caution, PartCaution, Strength
from refund_gui.domain.money import Money
from refund_gui.terminal.refunding import Offer
from refund_gui.ui import formats
from refund_gui.ui.entry import plain_label
from refund_gui.ui.words import (
    expected_sentence,
    notice_words,
    obstacle_words,
    payout_sentence,
    pg_name,
    possible_again,
    state_name,
    whole_only_words,
)
from refund_gui.ui.words_tax import cash_receipt_lines

_POINT: Final = "• "


class FormNotices(QWidget):
    """`ruleNotice` always, the others when there is something to say. Signal `answered`: look at `allows`."""

    answered = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._offer: Offer | None = None
        self._before: Money | None = None
        self._rules = plain_label("ruleNotice")
        self._cautions = plain_label("cautionNotice", "banner")
        self._hints = plain_label("hintNotice", "hint")
        self._moved = plain_label("movedNotice", "banner")
        self._failures = plain_label("failuresNotice", "banner")
        self.looked = QCheckBox()
        self.looked.setObjectName("askAgainCheck")
        self.looked.setMinimumHeight(32)
        self.looked.toggled.connect(self.answered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rules)
        for part in (self._cautions, self._moved, self._failures, self.looked, self._hints):
            column.addWidget(part)
        self.retranslate()

    @property
    def allows(self) -> bool:
        """Whether there is no obstacle, and nothing that a person has still to look at."""
        return (
            self._offer is not None
            and self._offer.rules.obstacle is None
            and (not self._offer.recent_failures or self.looked.isChecked())
        )

    def show_offer(self, offer: Offer, before: Money | None) -> None:
        """`before`: what was refundable, if it has moved while the dialog was open."""
        self._offer, self._before = offer, before
        self.looked.setChecked(False)
        self.retranslate()

    def renew(self, offer: Offer) -> None:
        """Time has passed and the rules are others: the same reading, and what was answered stays."""
        self._offer = offer
        self.retranslate()
        said = QAccessibleAnnouncementEvent(self._rules, f"{self._rules.text()}\n{self._cautions.text()}")
        said.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(said)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.looked.setText(self.tr("I looked there: it has not been refunded."))
        if self._offer:
            self._show_rules(self._offer)
            self._show_notices(self._offer, self._cautions, Strength.PROBABLY)
            self._show_notices(self._offer, self._hints, Strength.INFORMATION)
            self._show_moved(self._offer)
            self._show_failures(self._offer)

    def _show_rules(self, offer: Offer) -> None:
        """Why nothing can be refunded; or what can, where to, and when the customer has the money."""
        rules = offer.rules
        self._rules.setProperty("role", "banner-error" if rules.obstacle else "")
        self._rules.style().unpolish(self._rules)
        self._rules.style().polish(self._rules)
        QCoreApplication.sendEvent(self._rules, QEvent(QEvent.Type.StyleChange))
        if rules.obstacle:
            words = obstacle_words(rules.obstacle, offer.payment)
            when = possible_again(rules.possible_at, self._clock.now()) if rules.possible_at else ""
            self._rules.setText("\n".join(filter(None, (words.title, when, words.advice))))
            return
        account = self.tr("The refund is paid into a bank account: ask the customer for it.")
        lines = [self._allowed(offer), *([account] if rules.account else []), self._arrival(offer)]
        if not any(notice.kind is Caution.CASH_RECEIPT for notice in rules.notices):  # which says it already
            lines += cash_receipt_lines(offer.payment)
        self._rules.setText("\n".join(lines))

    def _arrival(self, offer: Offer) -> str:
        """When the customer has the money, as far as that does not hang on the amount."""
        rules, now = offer.rules, self._clock.now()
        part = replace(rules.refundable, minor=0)
        told = {expected_sentence(offer.payment, it, now, rules.payout) for it in (rules.refundable, part)}
        return told.pop() if len(told) == 1 else payout_sentence(rules.payout)

    def _allowed(self, offer: Offer) -> str:
        if offer.rules.whole_only:
            words = whole_only_words(offer.rules.whole_only)
            return f"{words.title} {words.advice}"
        if any(isinstance(notice.kind, PartCaution) for notice in offer.rules.notices):
            return self.tr("The whole amount can be refunded; a part of it perhaps not.")
        return self.tr("The whole amount or a part of it can be refunded.")

    def _show_notices(self, offer: Offer, label: QLabel, strength: Strength) -> None:
        """All notices of one strength; several with a point each."""
        told = [one for one in offer.rules.notices if one.strength is strength]
        words = [notice_words(one, offer.payment, self._clock.now()) for one in told]
        point = _POINT if len(words) > 1 else ""
        label.setText("\n".join(f"{point}{each.title} {each.advice}" for each in words))
        label.setVisible(bool(words))

    def _show_moved(self, offer: Offer) -> None:
        self._moved.setVisible(self._before is not None)
        if self._before is not None:
            self._moved.setText(
                self.tr(
                    "While this was open, somebody refunded elsewhere: {before} was refundable, "
                    "now it is {after}. Nothing was sent. Look at the amount and confirm it again."
                ).format(before=formats.money(self._before), after=formats.money(offer.rules.refundable))
            )

    def _show_failures(self, offer: Offer) -> None:
        """Protocol: after a refund that was refused or not executed the dialog asks once more."""
        asks = bool(offer.recent_failures) and offer.rules.obstacle is None
        self._failures.setVisible(asks)
        self.looked.setVisible(asks)
        lines = [
            self.tr("{when}: {amount}, {state}").format(
                when=formats.date_time(refund.created_at),
                amount=formats.money(refund.amount),
                state=state_name(refund.state),
            )
            for refund in offer.recent_failures
        ]
        advice = self.tr("Look into {pg}'s own console first, so that nothing is refunded twice.").format(
            pg=pg_name(offer.payment.pg_provider)
        )
        self._failures.setText("\n".join((*lines, advice)))
