"""What a refund's state means for the shop."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Refund, RefundState
from refund_gui.domain.states import OPEN_STATES
from refund_gui.domain.verdict import Ground
from refund_gui.ui.words_payout import success_advice, success_title


@dataclass(frozen=True, slots=True)
class Words:
    """`title` says what happened, `advice` what to do; `detail` is upstream's words, or technical."""

    title: str
    advice: str
    detail: str = ""

    @property
    def text(self) -> str:
        """All of it, a line each."""
        return "\n".join(filter(None, (self.title, self.advice, self.detail)))


def state_words(
    refund: Refund, ground: Ground | None = None, now: int = 0, payment: Payment | None = None
) -> Words:
    """Title and advice of a refund as it stands; `detail` is what upstream said last.

    `ground` makes it more exact where it is known: why it was not sent, or why it needs a review. `now` in
    unix seconds tells whether the day has passed on which the money was due; 0: not yet. `payment` says when
    the customer has the money.
    """
    if refund.state is RefundState.SUCCEEDED:
        is_confirmed = ground is Ground.PAYOUT_CONFIRMED
        return Words(
            success_title(refund, now, is_confirmed),
            success_advice(refund, payment, now, is_confirmed),
            refund.message,
        )
    title, advice = _open_words(refund.state, ground) if refund.is_open else _ended_words(refund.state)
    return Words(title, advice, refund.message)


def state_advice(state: RefundState) -> str:
    """What a state means and what to do in it, whatever the refund."""
    if state is RefundState.SUCCEEDED:
        return QCoreApplication.translate(
            "Words", "PortOne's record shows the refund. Nothing is left to do."
        )
    return (_open_words(state, None) if state in OPEN_STATES else _ended_words(state))[1]


def left_over_words(refund: Refund) -> Words:
    """A refund that was not sent, left from before the start, until a reading ends it (protocol rule 4)."""
    return Words(
        QCoreApplication.translate("Words", "Not sent, checking"),
        QCoreApplication.translate(
            "Words",
            "The program was closed before this refund was sent. It ends by itself as soon as PortOne's "
            "record can be read. Until then this order takes no other refund.",
        ),
        refund.message,
    )


def _open_words(state: RefundState, ground: Ground | None) -> tuple[str, str]:
    match state:
        case RefundState.PREPARED if ground is Ground.KEYS_REFUSED:
            return (
                QCoreApplication.translate("Words", "Not sent: the API keys were refused. Nothing happened."),
                QCoreApplication.translate("Words", "Check the keys in the settings, then try again."),
            )
        case RefundState.PREPARED:
            return (
                QCoreApplication.translate("Words", "Not sent. Nothing happened."),
                QCoreApplication.translate(
                    "Words", "No money was moved. Try again, or close this to give the refund up."
                ),
            )
        case RefundState.SENDING:
            return (
                QCoreApplication.translate("Words", "Refunding…"),
                QCoreApplication.translate("Words", "Do not refund this in another way."),
            )
        case RefundState.UNKNOWN:
            return (
                QCoreApplication.translate("Words", "Checking…"),
                QCoreApplication.translate(
                    "Words",
                    "It is not known yet whether the refund was made. The program reads PortOne's record "
                    "until it is clear. Do not refund this in another way.",
                ),
            )
        case RefundState.ACCEPTED:
            return (
                QCoreApplication.translate("Words", "Accepted. Waiting for the PG"),
                QCoreApplication.translate(
                    "Words",
                    "This PG carries refunds out later. The program shows it as soon as it is in "
                    "PortOne's record. Do not refund this in another way.",
                ),
            )
        case _:
            return _review_words(ground)


def _review_words(ground: Ground | None) -> tuple[str, str]:
    title = QCoreApplication.translate("Words", "Needs review")
    match ground:
        case Ground.EQUAL_UNTAGGED_ENTRY:
            advice = QCoreApplication.translate(
                "Words",
                "PortOne's record has a refund of the same amount that may be this one or somebody "
                "else's. Look into the PG's own console before anything else, then write down what you "
                "found.",
            )
        case Ground.WRONG_AMOUNT | Ground.WRONG_PAYMENT:
            advice = QCoreApplication.translate(
                "Words",
                "PortOne's answer does not fit what was asked for. Look into the PG's own console, then "
                "write down what you found.",
            )
        case Ground.OVERDUE:
            advice = QCoreApplication.translate(
                "Words",
                "The PG accepted it, and after its usual business days it is still not in PortOne's record. "
                "Ask the PG, or look into its own console, then write down what you found.",
            )
        case Ground.SCHEDULE_OVER:
            advice = QCoreApplication.translate(
                "Words",
                "PortOne's record was read for 90 days and did not say whether the refund was made. Ask the "
                "PG, then write down what you found.",
            )
        case _:
            advice = QCoreApplication.translate(
                "Words",
                "PortOne's record does not say whether the refund was made. Look into the PG's own "
                "console first, then write down what you found.",
            )
    return title, advice


def _ended_words(state: RefundState) -> tuple[str, str]:
    match state:
        case RefundState.REJECTED:
            return (
                QCoreApplication.translate("Words", "Refund refused"),
                QCoreApplication.translate("Words", "This attempt moved no money. The words below say why."),
            )
        case RefundState.NOT_EXECUTED:
            return (
                QCoreApplication.translate("Words", "Refund not executed"),
                QCoreApplication.translate(
                    "Words",
                    "PortOne's record was read again and again: no money was moved. Before a new refund, "
                    "look into the PG's own console.",
                ),
            )
        case RefundState.STALE:
            return (
                QCoreApplication.translate("Words", "Changed meanwhile. Nothing was refunded here."),
                QCoreApplication.translate(
                    "Words",
                    "Somebody refunded this payment elsewhere. Look at the new amount before a new refund.",
                ),
            )
        case RefundState.REVERSED:
            return (
                QCoreApplication.translate("Words", "Refund reversed"),
                QCoreApplication.translate(
                    "Words",
                    "PortOne's record no longer shows this refund. Ask the PG before you refund again.",
                ),
            )
        case _:
            return (
                QCoreApplication.translate("Words", "Refund cancelled. Nothing was sent."),
                QCoreApplication.translate("Words", "No money was moved. A new refund can be made."),
            )
