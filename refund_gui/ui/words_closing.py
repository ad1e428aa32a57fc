"""What a close's differences, cautions and notes are called, and why two sides differ, in whole sentences."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from refund_gui.clock import in_korea
from refund_gui.domain.closing import Difference, LineKey, Why
from refund_gui.terminal.closing import Caution
from refund_gui.ui import formats
from refund_gui.ui.words_names import method_name, way_name


def line_name(key: LineKey) -> str:
    """`Card`, `Outside: cash`."""
    if key.way is None:
        return method_name(key.method)
    return QCoreApplication.translate("Words", "Outside: {way}").format(way=way_name(key.way))


def why_words(difference: Difference, now: int) -> str:
    """Why one side has it alone, and what to do where there is something to do."""
    return _why(difference.why).format(
        day=formats.day(_day(difference.other_at), now), time=formats.date_time(difference.other_at)
    )


def _day(unix_seconds: int) -> date:
    return in_korea(unix_seconds).date()


def _why(why: Why) -> str:
    match why:
        case Why.OUTSIDE:
            return QCoreApplication.translate(
                "Words", "Noted here as refunded outside: PortOne does not know of it."
            )
        case Why.OUTSIDE_SHOWN:
            return QCoreApplication.translate(
                "Words",
                "Noted here as refunded outside. PortOne shows a cancellation of the same amount made "
                "elsewhere: if that is the same money, take the note back.",
            )
        case Why.EXECUTED_ANOTHER_DAY:
            return QCoreApplication.translate(
                "Words", "Written down here on this day; PortOne has it on another day: {time}."
            )
        case Why.TAKEN_BACK:
            return QCoreApplication.translate(
                "Words", "PortOne has taken its entry back: this money has not gone back."
            )
        case Why.ENTRY_MISSING:
            return QCoreApplication.translate(
                "Words", "PortOne does not show its entry now. It is read again by itself."
            )
        case Why.PERSON_SAID:
            return QCoreApplication.translate(
                "Words", "A person found it refunded in a review; PortOne does not show it."
            )
        case Why.PERSON_SAID_SHOWN:
            return QCoreApplication.translate(
                "Words",
                "A person found it refunded in a review. PortOne shows a cancellation of the same amount "
                "made elsewhere: probably the same money.",
            )
        case Why.OTHER_AMOUNT:
            return QCoreApplication.translate(
                "Words", "PortOne shows another amount for this refund: look at the order."
            )
        case _:
            return _why_upstream(why)


def _why_upstream(why: Why) -> str:
    match why:
        case Why.WRITTEN_ANOTHER_DAY:
            return QCoreApplication.translate(
                "Words", "Made here; it was known as done here on another day: {time}."
            )
        case Why.STILL_OPEN:
            return QCoreApplication.translate(
                "Words", "A refund of ours that is still being checked here; PortOne shows it already."
            )
        case Why.MAY_BE_OURS:
            return QCoreApplication.translate(
                "Words", "May be a refund of ours that is not clear yet: review that refund."
            )
        case Why.TOLD_OTHERWISE:
            return QCoreApplication.translate(
                "Words", "Made here and told as not done; PortOne has executed it after all."
            )
        case Why.ADOPTED:
            return QCoreApplication.translate(
                "Words", "Made at another counter, or here before the records were lost; taken over."
            )
        case Why.OTHER_TERMINAL:
            return QCoreApplication.translate("Words", "Made at another counter.")
        case Why.CONSOLE:
            return QCoreApplication.translate("Words", "Made in PortOne's console.")
        case _:
            return QCoreApplication.translate("Words", "Made elsewhere, not with this terminal.")


def caution_words(caution: Caution) -> str:
    """Why figures may still change, and what helps."""
    match caution:
        case Caution.NEVER_LOADED:
            return QCoreApplication.translate(
                "Words", "No orders were loaded yet: PortOne's side is missing. Load them under Orders (F5)."
            )
        case Caution.NOT_FRESH:
            return QCoreApplication.translate(
                "Words", "Orders were not loaded lately: PortOne may show more. Load them under Orders (F5)."
            )
        case Caution.NOT_LOADED:
            return QCoreApplication.translate(
                "Words", "Not all orders of this time are loaded: choose more months in the settings."
            )
        case Caution.SET_ASIDE:
            return QCoreApplication.translate(
                "Words", "Some of PortOne's records could not be read: see the line below the orders."
            )
        case Caution.NOT_CLEAR:
            return QCoreApplication.translate(
                "Words", "Some refunds are not clear yet: they are not counted as refunded."
            )
        case Caution.GOES_ON:
            return QCoreApplication.translate("Words", "This time is not over yet.")
