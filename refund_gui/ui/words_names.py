"""Short names of states, statuses, methods, PGs and banks for lists and labels."""

from PySide6.QtCore import QCoreApplication

from refund_gui.domain.banks import Bank
from refund_gui.domain.payment import DisplayStatus, EntryOrigin
from refund_gui.domain.refund import Cause, Origin, Outcome, RefundState
from refund_gui.ui import formats


def state_name(state: RefundState) -> str:
    """The refund's state in a word or two."""
    match state:
        case RefundState.PREPARED:
            return QCoreApplication.translate("Words", "Not sent")
        case RefundState.SENDING:
            return QCoreApplication.translate("Words", "Refunding")
        case RefundState.UNKNOWN:
            return QCoreApplication.translate("Words", "Checking")
        case RefundState.ACCEPTED:
            return QCoreApplication.translate("Words", "Waiting for the PG")
        case RefundState.NEEDS_REVIEW:
            return QCoreApplication.translate("Words", "Needs review")
        case RefundState.SUCCEEDED:
            return QCoreApplication.translate("Words", "Refunded")
        case RefundState.REVERSED:
            return QCoreApplication.translate("Words", "Reversed")
        case RefundState.REJECTED:
            return QCoreApplication.translate("Words", "Refused")
        case RefundState.NOT_EXECUTED:
            return QCoreApplication.translate("Words", "Not executed")
        case RefundState.STALE:
            return QCoreApplication.translate("Words", "Changed meanwhile")
        case RefundState.CANCELLED:
            return QCoreApplication.translate("Words", "Cancelled")


def left_over_name() -> str:
    """A refund that was not sent, left from before the start (protocol rule 4)."""
    return QCoreApplication.translate("Words", "Not sent, checking")


def status_name(status: DisplayStatus) -> str:
    """The payment's status in a word or two."""
    match status:
        case DisplayStatus.AWAITING_PAYMENT:
            return QCoreApplication.translate("Words", "Unpaid")
        case DisplayStatus.PAID:
            return QCoreApplication.translate("Words", "Paid")
        case DisplayStatus.PARTLY_REFUNDED:
            return QCoreApplication.translate("Words", "Partly refunded")
        case DisplayStatus.FULLY_REFUNDED:
            return QCoreApplication.translate("Words", "Fully refunded")
        case DisplayStatus.CLOSED:
            return QCoreApplication.translate("Words", "Closed unpaid")
        case DisplayStatus.FAILED:
            return QCoreApplication.translate("Words", "Failed")
        case DisplayStatus.OTHER:
            return QCoreApplication.translate("Words", "Other")


def method_name(pay_method: str) -> str:
    """The pay method (api-v1 §4: the list is open); an unknown code reads as itself."""
    match pay_method:
        case "card":
            return QCoreApplication.translate("Words", "Card")
        case "trans":
            return QCoreApplication.translate("Words", "Bank transfer")
        case "vbank":
            return QCoreApplication.translate("Words", "Virtual account")
        case "phone":
            return QCoreApplication.translate("Words", "Phone")
        case "point":
            return QCoreApplication.translate("Words", "Points")
        case "cultureland" | "culturegift" | "smartculture" | "booknlife":
            return QCoreApplication.translate("Words", "Gift voucher")
        case "":
            return QCoreApplication.translate("Words", "Unknown method")
        case _:
            return pg_name(pay_method)


def pg_name(pg_provider: str) -> str:
    """The PG or wallet by the name that it goes by in Korea; an unknown code reads as itself."""
    match pg_provider:
        case "html5_inicis" | "inicis" | "inicis_unified":
            return QCoreApplication.translate("Words", "KG Inicis")
        case "kcp" | "kcp_billing" | "kcp_quick":
            return QCoreApplication.translate("Words", "NHN KCP")
        case "uplus" | "tosspayments":
            return QCoreApplication.translate("Words", "Toss Payments")
        case "nice" | "nice_v2":
            return QCoreApplication.translate("Words", "NICE Payments")
        case "kicc":
            return QCoreApplication.translate("Words", "KICC")
        case "danal" | "danal_tpay":
            return QCoreApplication.translate("Words", "Danal")
        case "mobilians":
            return QCoreApplication.translate("Words", "KG Financial")
        case "daou":
            return QCoreApplication.translate("Words", "Kiwoom Pay")
        case "smartro" | "smartro_v2":
            return QCoreApplication.translate("Words", "Smartro")
        case "settle" | "settle_acc":
            return QCoreApplication.translate("Words", "Hecto Financial")
        case "ksnet":
            return QCoreApplication.translate("Words", "KSNET")
        case "galaxia":
            return QCoreApplication.translate("Words", "Galaxia")
        case "welcome":
            return QCoreApplication.translate("Words", "Welcome Payments")
        case "eximbay":
            return QCoreApplication.translate("Words", "Eximbay")
        case _:
            return _wallet_name(pg_provider)


def _wallet_name(code: str) -> str:
    match code:
        case "kakaopay":
            return QCoreApplication.translate("Words", "KakaoPay")
        case "naverpay" | "naverco":
            return QCoreApplication.translate("Words", "Naver Pay")
        case "tosspay" | "tosspay_v2" | "toss_brandpay":
            return QCoreApplication.translate("Words", "Toss Pay")
        case "payco":
            return QCoreApplication.translate("Words", "PAYCO")
        case "samsung":
            return QCoreApplication.translate("Words", "Samsung Pay")
        case "applepay":
            return QCoreApplication.translate("Words", "Apple Pay")
        case "ssgpay":
            return QCoreApplication.translate("Words", "SSG Pay")
        case "lpay":
            return QCoreApplication.translate("Words", "L.PAY")
        case "smilepay":
            return QCoreApplication.translate("Words", "Smile Pay")
        case "paypal" | "paypal_v2":
            return QCoreApplication.translate("Words", "PayPal")
        case _:
            return code


def bank_name(bank: Bank) -> str:
    """The bank's name in the window's language."""
    return bank.korean if formats.is_korean() else bank.english


def origin_name(origin: Origin) -> str:
    """Where a refund's record comes from."""
    match origin:
        case Origin.HERE:
            return QCoreApplication.translate("Words", "Made here")
        case Origin.FOUND_UPSTREAM:
            return QCoreApplication.translate("Words", "Found at PortOne")


def made_in_name(origin: EntryOrigin) -> str:
    """Where an entry of upstream's record was made."""
    match origin:
        case EntryOrigin.HERE:
            return QCoreApplication.translate("Words", "Made here")
        case EntryOrigin.OTHER_TERMINAL:
            return QCoreApplication.translate("Words", "Made at another terminal")
        case EntryOrigin.CONSOLE:
            return QCoreApplication.translate("Words", "Made in PortOne's console")
        case EntryOrigin.ELSEWHERE:
            return QCoreApplication.translate("Words", "Made elsewhere")


def outcome_name(outcome: Outcome | None) -> str:
    """How one attempt ended; None while it has not."""
    match outcome:
        case None:
            return QCoreApplication.translate("Words", "Under way")
        case Outcome.DONE:
            return QCoreApplication.translate("Words", "Answered: done")
        case Outcome.REFUSED:
            return QCoreApplication.translate("Words", "Answered: refused")
        case Outcome.UNAUTHORIZED:
            return QCoreApplication.translate("Words", "Keys refused, nothing done")
        case Outcome.UNSENT:
            return QCoreApplication.translate("Words", "Not sent")
        case Outcome.LOST:
            return QCoreApplication.translate("Words", "No clear answer")
        case Outcome.INTERRUPTED:
            return QCoreApplication.translate("Words", "The program ended meanwhile")


def cause_name(cause: Cause) -> str:
    """What moved a refund."""
    match cause:
        case Cause.CONFIRM:
            return QCoreApplication.translate("Words", "Confirmed")
        case Cause.SEND:
            return QCoreApplication.translate("Words", "Sent")
        case Cause.ANSWER:
            return QCoreApplication.translate("Words", "PortOne answered")
        case Cause.START:
            return QCoreApplication.translate("Words", "The program started again")
        case Cause.READ:
            return QCoreApplication.translate("Words", "PortOne's record was read")
        case Cause.PERSON:
            return QCoreApplication.translate("Words", "A person decided")
