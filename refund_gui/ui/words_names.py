"""Short names of states, statuses, methods, PGs and banks for lists and labels."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from refund_gui.domain.states import (
    Cause,
    DisplayStatus,
    Elsewhere,
    EntryOrigin,
    HistoryState,
    Origin,
    Outcome,
    Outside,
    OutsideWay,
    RefundState,
)
from refund_gui.ui import formats

if TYPE_CHECKING:
    from refund_gui.domain.banks import Bank


def _by_code(*rows: tuple[tuple[str, ...], Callable[[], str]]) -> dict[str, Callable[[], str]]:
    return {code: named for codes, named in rows for code in codes}


_METHODS: Final = _by_code(
    (("card",), lambda: QCoreApplication.translate("Words", "Card")),
    (("trans",), lambda: QCoreApplication.translate("Words", "Bank transfer")),
    (("vbank",), lambda: QCoreApplication.translate("Words", "Virtual account")),
    (("phone",), lambda: QCoreApplication.translate("Words", "Phone")),
    (("point",), lambda: QCoreApplication.translate("Words", "Points")),
    (
        ("cultureland", "culturegift", "smartculture", "booknlife"),
        lambda: QCoreApplication.translate("Words", "Gift voucher"),
    ),
    (("",), lambda: QCoreApplication.translate("Words", "Unknown method")),
)

_PGS: Final = _by_code(
    (("html5_inicis", "inicis", "inicis_unified"), lambda: QCoreApplication.translate("Words", "KG Inicis")),
    (("kcp", "kcp_billing", "kcp_quick"), lambda: QCoreApplication.translate("Words", "NHN KCP")),
    (("uplus", "tosspayments"), lambda: QCoreApplication.translate("Words", "Toss Payments")),
    (("nice", "nice_v2"), lambda: QCoreApplication.translate("Words", "NICE Payments")),
    (("kicc",), lambda: QCoreApplication.translate("Words", "KICC")),
    (("danal", "danal_tpay"), lambda: QCoreApplication.translate("Words", "Danal")),
    (("mobilians",), lambda: QCoreApplication.translate("Words", "KG Financial")),
    (("daou",), lambda: QCoreApplication.translate("Words", "Kiwoom Pay")),
    (("smartro", "smartro_v2"), lambda: QCoreApplication.translate("Words", "Smartro")),
    (("settle", "settle_acc"), lambda: QCoreApplication.translate("Words", "Hecto Financial")),
    (("ksnet",), lambda: QCoreApplication.translate("Words", "KSNET")),
    (("galaxia",), lambda: QCoreApplication.translate("Words", "Galaxia")),
    (("welcome",), lambda: QCoreApplication.translate("Words", "Welcome Payments")),
    (("eximbay",), lambda: QCoreApplication.translate("Words", "Eximbay")),
    (("kakaopay",), lambda: QCoreApplication.translate("Words", "KakaoPay")),
    (("naverpay", "naverco"), lambda: QCoreApplication.translate("Words", "Naver Pay")),
    (("tosspay", "tosspay_v2", "toss_brandpay"), lambda: QCoreApplication.translate("Words", "Toss Pay")),
    (("payco",), lambda: QCoreApplication.translate("Words", "PAYCO")),
    (("samsung",), lambda: QCoreApplication.translate("Words", "Samsung Pay")),
    (("applepay",), lambda: QCoreApplication.translate("Words", "Apple Pay")),
    (("ssgpay",), lambda: QCoreApplication.translate("Words", "SSG Pay")),
    (("lpay",), lambda: QCoreApplication.translate("Words", "L.PAY")),
    (("smilepay",), lambda: QCoreApplication.translate("Words", "Smile Pay")),
    (("paypal", "paypal_v2"), lambda: QCoreApplication.translate("Words", "PayPal")),
)


def state_name(state: HistoryState) -> str:
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
        case Elsewhere.REFUNDED:
            return QCoreApplication.translate("Words", "Refunded elsewhere")
        case Elsewhere.REVERSED:
            return QCoreApplication.translate("Words", "Reversed elsewhere")
        case Outside.NOTED:
            return QCoreApplication.translate("Words", "Refunded outside")
        case Outside.TAKEN_BACK:
            return QCoreApplication.translate("Words", "Note taken back")


def way_name(way: OutsideWay) -> str:
    """How money went back outside, in a word or two."""
    match way:
        case OutsideWay.CASH:
            return QCoreApplication.translate("Words", "Cash")
        case OutsideWay.TRANSFER:
            return QCoreApplication.translate("Words", "Transfer by the shop")
        case OutsideWay.PG_CONSOLE:
            return QCoreApplication.translate("Words", "PG's own console")
        case OutsideWay.OTHER:
            return QCoreApplication.translate("Words", "Other way")


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
    named = _METHODS.get(pay_method)
    return named() if named else pg_name(pay_method)


def pg_name(pg_provider: str) -> str:
    """The PG or wallet by the name that it goes by in Korea; an unknown code reads as itself."""
    named = _PGS.get(pg_provider)
    return named() if named else pg_provider


def method_names() -> dict[str, str]:
    """`method_name` of every code that has one, for a lane, which must not translate."""
    return pg_names() | {code: named() for code, named in _METHODS.items()}


def pg_names() -> dict[str, str]:
    """`pg_name` of every code that has one, for a lane."""
    return {code: named() for code, named in _PGS.items()}


def bank_name(bank: "Bank") -> str:
    """The bank's name in the window's language."""
    return bank.korean if formats.is_korean() else bank.english


def origin_name(origin: Origin | EntryOrigin) -> str:
    """Where a refund's record comes from, or where an entry of upstream's was made; short, for lists."""
    match origin:
        case EntryOrigin.OTHER_TERMINAL:
            return QCoreApplication.translate("Words", "Another terminal")
        case EntryOrigin.CONSOLE:
            return QCoreApplication.translate("Words", "PortOne's console")
        case EntryOrigin.ELSEWHERE:
            return QCoreApplication.translate("Words", "Elsewhere")
        case Origin.HERE | EntryOrigin.HERE:
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
