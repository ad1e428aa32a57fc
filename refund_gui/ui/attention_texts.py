"""What is said about refunds that are not clear yet: in the banner, at the start, and after a lost store."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication

from refund_gui.domain.refund import RefundState
from refund_gui.domain.refund_listing import Surprise
from refund_gui.terminal.attention import Attention
from refund_gui.terminal.continuity import GapKind
from refund_gui.ui import formats
from refund_gui.ui.words import Words

URGENCY: Final = (
    RefundState.NEEDS_REVIEW,
    RefundState.UNKNOWN,
    RefundState.PREPARED,
    RefundState.ACCEPTED,
)
"""The most urgent first."""


def how_many(attention: Attention) -> int:
    """What somebody must know of: refunds that are not clear, and payments that are blocked."""
    return sum(attention.counts.values()) + len(attention.blocked)


def banner_text(attention: Attention) -> str:
    """`Refunds that are not clear yet. Needs review: 1 · Checking: 2`."""
    parts = [_part(state).format(count=count) for state, count in _by_urgency(attention)]
    if attention.blocked:
        blocked = QCoreApplication.translate("Attention", "Blocked: {count}")
        parts.insert(0, blocked.format(count=len(attention.blocked)))
    return QCoreApplication.translate("Attention", "Refunds that are not clear yet. {counts}").format(
        counts=" · ".join(parts)
    )


def countdown_text(settles_at: int) -> str:
    """Until when nobody may pay the customer in another way (protocol rule 6). Unix seconds."""
    return QCoreApplication.translate(
        "Attention", "What is being checked: do not refund it in another way until {time}."
    ).format(time=formats.clock_time(settles_at))


def ticking_text(settles_at: int, now: int) -> str:
    """The same with what is left of it, which is another text each second. Unix seconds."""
    minutes, seconds = divmod(max(0, settles_at - now), 60)
    return QCoreApplication.translate(
        "Attention", "What is being checked: do not refund it in another way until {time} ({left} left)."
    ).format(time=formats.clock_time(settles_at), left=f"{minutes}:{seconds:02}")


def start_words(attention: Attention) -> Words | None:
    """At the first reading after the start: what is not clear since last time; None: all of it is."""
    parts = [_clause(state, count) for state, count in _by_urgency(attention)]
    if blocked := len(attention.blocked):
        parts.insert(
            0,
            QCoreApplication.translate("Attention", "1 payment is blocked")
            if blocked == 1
            else QCoreApplication.translate("Attention", "{count} payments are blocked").format(
                count=blocked
            ),
        )
    if not parts:
        return None
    title = QCoreApplication.translate("Attention", "Since last time: {what}.").format(what=", ".join(parts))
    return Words(title, " ".join(_what_to_do(attention)))


def cleared_words() -> Words:
    """What was told at the start is over."""
    return Words(
        QCoreApplication.translate("Attention", "Since last time: everything is clear now."),
        QCoreApplication.translate("Attention", "The refund history shows how each refund ended."),
    )


def gap_words(gap: GapKind) -> Words:
    """The store holds less than this computer has refunded."""
    safe = QCoreApplication.translate(
        "Attention",
        "The program reads what is missing from PortOne. Each refund is safe meanwhile, because the payment "
        "is read afresh first.",
    )
    match gap:
        case GapKind.LOST:
            return Words(
                QCoreApplication.translate(
                    "Attention", "The data folder is new, although this computer made refunds before."
                ),
                safe,
            )
        case GapKind.RESTORED:
            return Words(
                QCoreApplication.translate(
                    "Attention", "The data folder seems to have been restored from an older copy."
                ),
                safe,
            )


def gap_closed_words() -> Words:
    """All that was missing has been read."""
    return Words(
        QCoreApplication.translate("Attention", "What was missing here has been read from PortOne."),
        QCoreApplication.translate(
            "Attention", "Refunds that were found there stand in the history as “Found at PortOne”."
        ),
    )


def surprise_words(surprises: Iterable[Surprise]) -> Words:
    """Refunds that are no longer what the shop was told (protocol: the operator is told)."""
    return Words(
        "\n".join(_surprise(one) for one in surprises),
        QCoreApplication.translate(
            "Attention",
            "Look at these orders. If a customer was paid in another way meanwhile, speak to them, and ask "
            "the PG where the record does not fit.",
        ),
    )


def _surprise(one: Surprise) -> str:
    match one.state:
        case RefundState.REVERSED:
            text = QCoreApplication.translate(
                "Attention", "Order {order}: PortOne's record no longer shows the refund of {amount}."
            )
        case RefundState.ACCEPTED:
            text = QCoreApplication.translate(
                "Attention",
                "Order {order}: the refund of {amount}, told as not made, was accepted after all.",
            )
        case _:
            text = QCoreApplication.translate(
                "Attention", "Order {order}: the refund of {amount}, told as not made, was made after all."
            )
    return text.format(order=one.merchant_uid or one.imp_uid, amount=formats.money(one.amount))


def _by_urgency(attention: Attention) -> Iterable[tuple[RefundState, int]]:
    return ((state, attention.counts[state]) for state in URGENCY if attention.counts.get(state))


def _part(state: RefundState) -> str:
    match state:
        case RefundState.NEEDS_REVIEW:
            return QCoreApplication.translate("Attention", "Needs review: {count}")
        case RefundState.UNKNOWN:
            return QCoreApplication.translate("Attention", "Checking: {count}")
        case RefundState.PREPARED:
            return QCoreApplication.translate("Attention", "Not sent, checking: {count}")
        case _:
            return QCoreApplication.translate("Attention", "Waiting for the PG: {count}")


def _clause(state: RefundState, count: int) -> str:
    one, many = _clauses(state)
    return one if count == 1 else many.format(count=count)


def _clauses(state: RefundState) -> tuple[str, str]:
    match state:
        case RefundState.NEEDS_REVIEW:
            return (
                QCoreApplication.translate("Attention", "1 refund needs a review"),
                QCoreApplication.translate("Attention", "{count} refunds need a review"),
            )
        case RefundState.UNKNOWN:
            return (
                QCoreApplication.translate("Attention", "1 refund is being checked"),
                QCoreApplication.translate("Attention", "{count} refunds are being checked"),
            )
        case RefundState.PREPARED:
            return (
                QCoreApplication.translate("Attention", "1 refund was not sent and is being checked"),
                QCoreApplication.translate(
                    "Attention", "{count} refunds were not sent and are being checked"
                ),
            )
        case _:
            return (
                QCoreApplication.translate("Attention", "1 refund waits for the PG"),
                QCoreApplication.translate("Attention", "{count} refunds wait for the PG"),
            )


def _what_to_do(attention: Attention) -> Iterable[str]:
    if RefundState.NEEDS_REVIEW in attention.counts:
        yield QCoreApplication.translate(
            "Attention",
            "Look into the PG's own console, and write down in the review what you found.",
        )
    if attention.counts.keys() & {RefundState.UNKNOWN, RefundState.ACCEPTED}:
        yield QCoreApplication.translate(
            "Attention",
            "Do not refund these in another way: the program reads PortOne's record until it is clear.",
        )
    yield QCoreApplication.translate("Attention", "Click the banner above to see them.")
