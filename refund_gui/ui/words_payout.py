"""When the customer has the money: no record says that it was paid, only when it is due (protocol)."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from refund_gui.clock import in_korea
from refund_gui.domain.arrival import Arrival, arrival, arrival_of, wallet_of
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Payout, Refund
from refund_gui.ui import formats
from refund_gui.ui.words_names import pg_name


def payout_sentence(payout: Payout, due: date | None = None, now: int = 0) -> str:
    """When the customer has the money, as a sentence for the customer. `now` in unix seconds, 0: not past."""
    if due is not None:
        return _due_sentence(due, now)
    match payout:
        case Payout.AT_ONCE:
            return QCoreApplication.translate(
                "Words",
                "The money goes back the way it came. A card company may take three to five business days "
                "to show it.",
            )
        case Payout.NEXT_BUSINESS_DAY:
            return QCoreApplication.translate(
                "Words", "The PG pays it into the customer's bank account, usually on the next business day."
            )
        case Payout.LATER:
            return QCoreApplication.translate(
                "Words", "This PG pays refunds by hand or once a week: it can take more than a week."
            )


def arrival_sentence(refund: Refund, payment: Payment | None, now: int = 0) -> str:
    """When the customer has the money of this refund, by method, PG and day: to copy, and for the receipt.

    `now` in unix seconds tells whether a due day has passed; 0: not yet. Without its payment it says less.
    """
    if refund.payout_due is not None or payment is None:
        return payout_sentence(refund.payout, refund.payout_due, now)
    return _sentence(arrival_of(refund, payment), payment)


def expected_sentence(payment: Payment, amount: Money, now: int, payout: Payout) -> str:
    """The same before anything is sent, for a refund at `now` (unix seconds)."""
    return _sentence(arrival(payment, amount, now, payout), payment)


def _sentence(kind: Arrival, payment: Payment) -> str:
    name = pg_name(wallet_of(payment) or payment.pg_provider)
    return arrival_words(kind).format(pg=name or QCoreApplication.translate("Words", "the PG"))


def arrival_words(kind: Arrival) -> str:
    """The sentence of this kind, with a place for the name of the PG or wallet, `{pg}`, where it decides."""
    match kind:
        case Arrival.CARD_SAME_DAY:
            return QCoreApplication.translate(
                "Words",
                "The whole card payment was cancelled on its own day: the card shows it the same day.",
            )
        case Arrival.CARD_DAYS:
            return QCoreApplication.translate(
                "Words",
                "It goes back to the card. The card company shows it within three to five business days.",
            )
        case Arrival.TRANSFER:
            return QCoreApplication.translate(
                "Words",
                "It goes back to the bank account it was paid from, on the same or the next business day.",
            )
        case Arrival.PHONE:
            return QCoreApplication.translate(
                "Words",
                "The phone payment is cancelled at once. When the phone bill shows it is up to the carrier.",
            )
        case Arrival.WALLET:
            return QCoreApplication.translate(
                "Words",
                "It goes back the way it was paid with {pg}. A card takes three to five business days as a "
                "rule; for money and points {pg} says when.",
            )
        case _:
            return _account_words(kind)


def _account_words(kind: Arrival) -> str:
    match kind:
        case Arrival.ACCOUNT_NEXT_DAY:
            return payout_sentence(Payout.NEXT_BUSINESS_DAY)
        case Arrival.ACCOUNT_BY_HAND:
            return QCoreApplication.translate(
                "Words",
                "The PG pays it into the customer's bank account by hand: seven business days or more.",
            )
        case Arrival.ACCOUNT_WEEKLY:
            return QCoreApplication.translate(
                "Words",
                "The PG pays it into the customer's bank account on a Thursday: this week's when it was "
                "asked for by Tuesday.",
            )
        case _:
            return QCoreApplication.translate(
                "Words", "It goes back the way it was paid. When it shows is up to {pg}."
            )


def success_title(refund: Refund, now: int, is_confirmed: bool) -> str:
    """The title of a refund that is in upstream's record; `is_confirmed` by the customer."""
    if refund.payout_due is not None:
        return _due_title(refund.payout_due, now, is_confirmed)
    match refund.payout:
        case Payout.AT_ONCE:
            return QCoreApplication.translate("Words", "Refund successful")
        case Payout.NEXT_BUSINESS_DAY:
            return QCoreApplication.translate("Words", "Refund accepted, paid on the next business day")
        case Payout.LATER:
            return QCoreApplication.translate("Words", "Refund accepted, paid later by the PG")


def success_advice(refund: Refund, payment: Payment | None, now: int, is_confirmed: bool) -> str:
    """What to tell the customer; once the day has passed, whom to ask, for no record says it."""
    sentence = arrival_sentence(refund, payment, now)
    if refund.payout_due is None or is_confirmed or not is_past(refund.payout_due, now):
        return sentence
    ask = QCoreApplication.translate(
        "Words",
        "No record says whether it has arrived: ask the customer, and the PG if it has not.",
    )
    return f"{sentence} {ask}"


def is_past(due: date, now: int) -> bool:
    """Whether the day is over in Korea at `now`, in unix seconds; 0 never is."""
    return now > 0 and in_korea(now).date() > due


def _due_title(due: date, now: int, is_confirmed: bool) -> str:
    day = formats.day(due, now)
    if is_confirmed:
        return QCoreApplication.translate(
            "Words", "Refund accepted, was due {day}, confirmed by the customer"
        ).format(day=day)
    if is_past(due, now):
        return QCoreApplication.translate("Words", "Refund accepted, was due {day}").format(day=day)
    return QCoreApplication.translate("Words", "Refund accepted, due {day}").format(day=day)


def _due_sentence(due: date, now: int) -> str:
    day = formats.day(due, now)
    if is_past(due, now):
        return QCoreApplication.translate(
            "Words", "The PG was due to pay it into the customer's bank account on {day}."
        ).format(day=day)
    return QCoreApplication.translate(
        "Words", "The PG pays it into the customer's bank account, due on {day}."
    ).format(day=day)
