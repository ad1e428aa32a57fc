"""When the customer has the money: no record says that it was paid, only when it is due (protocol)."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from refund_gui.clock import in_korea
from refund_gui.domain.refund import Payout, Refund
from refund_gui.ui import formats


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


def success_advice(refund: Refund, now: int, is_confirmed: bool) -> str:
    """What to tell the customer; once the day has passed, whom to ask, for no record says it."""
    sentence = payout_sentence(refund.payout, refund.payout_due, now)
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
