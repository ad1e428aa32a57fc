"""What is said above the refund form: what is allowed, what has changed, and what to look at first."""

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from refund_gui.domain.money import Money
from refund_gui.terminal.refunding import Offer
from refund_gui.ui import formats
from refund_gui.ui.entry import plain_label
from refund_gui.ui.words import obstacle_words, payout_sentence, pg_name, state_name


class FormNotices(QWidget):
    """`ruleNotice` always, the others when there is something to say. Signal `answered`: look at `allows`."""

    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: Offer | None = None
        self._before: Money | None = None
        self._rules = plain_label("ruleNotice")
        self._moved = plain_label("movedNotice", "banner")
        self._failures = plain_label("failuresNotice", "banner")
        self.looked = QCheckBox()
        self.looked.setObjectName("askAgainCheck")
        self.looked.setMinimumHeight(32)
        self.looked.toggled.connect(self.answered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._rules, self._moved, self._failures, self.looked):
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

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.looked.setText(self.tr("I looked there: it has not been refunded."))
        if self._offer:
            self._show_rules(self._offer)
            self._show_moved(self._offer)
            self._show_failures(self._offer)

    def _show_rules(self, offer: Offer) -> None:
        """Why nothing can be refunded; or what can, where to, and when the customer has the money."""
        rules = offer.rules
        self._rules.setProperty("role", "banner" if rules.obstacle else "")
        self._rules.style().unpolish(self._rules)
        self._rules.style().polish(self._rules)
        QCoreApplication.sendEvent(self._rules, QEvent(QEvent.Type.StyleChange))
        if rules.obstacle:
            words = obstacle_words(rules.obstacle, offer.payment)
            self._rules.setText("\n".join((words.title, words.advice)))
            return
        account = self.tr("The refund is paid into a bank account: ask the customer for it.")
        lines = [self._allowed(offer), *([account] if rules.account else []), payout_sentence(rules.payout)]
        self._rules.setText("\n".join(lines))

    def _allowed(self, offer: Offer) -> str:
        if offer.rules.whole_only:
            return self.tr(
                "This payment has a promotion: only the whole amount can be refunded here. "
                "For a part, use PortOne's console."
            )
        if offer.payment.pay_method == "phone":
            return self.tr("Most PGs refund a phone payment only as a whole.")
        return self.tr("The whole amount or a part of it can be refunded.")

    def _show_moved(self, offer: Offer) -> None:
        self._moved.setVisible(self._before is not None)
        if self._before is not None:
            self._moved.setText(
                self.tr(
                    "While this was open, somebody refunded elsewhere: {before} was refundable, "
                    "now it is {after}. Nothing was sent. Look at the amount and confirm it again."
                ).format(before=formats.money(self._before), after=formats.money(offer.payment.balance))
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
