"""Refunds, attempts and events as rows, and back."""

import json
from datetime import date

from refund_gui.domain.money import Money
from refund_gui.domain.refund import (
    Base,
    Cause,
    Event,
    MaskedAccount,
    Origin,
    Outcome,
    Payout,
    Refund,
    RefundAttempt,
    RefundState,
    TaxParts,
)
from refund_gui.store.database import Row
from refund_gui.store.search import search_text

_PLAIN = (
    "refund_id",
    "imp_uid",
    "tag",
    "is_whole",
    "reason",
    "note",
    "operator",
    "counter",
    "created_at",
    "updated_at",
    "cancellation_id",
    "message",
    "escrow_confirmed",
)
"""Columns that hold a refund's value as it is."""


def refund_row(refund: Refund) -> Row:
    """The columns of a refund."""
    account = refund.account
    return {name: getattr(refund, name) for name in _PLAIN} | {
        "currency": refund.amount.currency,
        "amount": refund.amount.minor,
        "checksum": refund.checksum.minor,
        "base_cancel_amount": refund.base.cancel_amount.minor,
        "base_entries": json.dumps(refund.base.entries),
        "account_bank_name": account.bank_name if account else None,
        "account_bank_code": account.bank_code if account else None,
        "account_last_four": account.last_four if account else None,
        "account_holder_initial": account.holder_initial if account else None,
        "payout": refund.payout,
        "payout_due": refund.payout_due.isoformat() if refund.payout_due else None,
        "origin": refund.origin,
        "state": refund.state,
        **tax_columns(refund.tax),
        "tax_free_total": _minor(refund.tax_free_total),
        "search_text": search_text((refund.imp_uid, refund.tag, refund.reason)),
    }


def refund_of(row: Row) -> Refund:
    """The refund of a row."""
    currency: str = row["currency"]
    account = None
    if row["account_bank_name"] is not None:
        account = MaskedAccount(
            bank_name=row["account_bank_name"],
            bank_code=row["account_bank_code"],
            last_four=row["account_last_four"],
            holder_initial=row["account_holder_initial"],
        )
    return Refund(
        amount=Money(row["amount"], currency),
        checksum=Money(row["checksum"], currency),
        base=Base(Money(row["base_cancel_amount"], currency), tuple(json.loads(row["base_entries"]))),
        account=account,
        payout=Payout(row["payout"]),
        payout_due=date.fromisoformat(row["payout_due"]) if row["payout_due"] else None,
        origin=Origin(row["origin"]),
        state=RefundState(row["state"]),
        tax=_tax_of(row, currency),
        tax_free_total=_money(row["tax_free_total"], currency),
        **{name: row[name] for name in _PLAIN},
    )


def tax_columns(tax: TaxParts) -> Row:
    """The columns of the parts, in a refund's row and in an attempt's."""
    return {"tax_free": _minor(tax.tax_free), "vat": _minor(tax.vat)}


def outcome_columns(attempt: RefundAttempt) -> Row:
    """The columns that an attempt's end fills."""
    if attempt.outcome is None:
        raise ValueError("the attempt has no outcome yet")
    return {
        "outcome": attempt.outcome,
        "ended_at": attempt.ended_at,
        "http_status": attempt.http_status,
        "code": attempt.code,
        "message": attempt.message,
    }


def attempt_of(row: Row) -> RefundAttempt:
    """The attempt of a row, which has its refund's currency beside it."""
    currency: str = row["currency"]
    return RefundAttempt(
        attempt_id=row["id"],
        refund_id=row["refund_id"],
        number=row["number"],
        checksum=Money(row["checksum"], currency),
        amount=_money(row["amount"], currency),
        started_at=row["started_at"],
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        ended_at=row["ended_at"] or 0,
        http_status=row["http_status"] or 0,
        code=row["code"],
        message=row["message"] or "",
        tax=_tax_of(row, currency),
        escrow_confirmed=row["escrow_confirmed"],
    )


def event_of(row: Row) -> Event:
    """The event of a row."""
    return Event(
        event_id=row["id"],
        refund_id=row["refund_id"],
        at=row["at"],
        old=RefundState(row["old"]) if row["old"] else None,
        new=RefundState(row["new"]),
        cause=Cause(row["cause"]),
        who=row["who"],
        detail=row["detail"],
    )


def _tax_of(row: Row, currency: str) -> TaxParts:
    return TaxParts(_money(row["tax_free"], currency), _money(row["vat"], currency))


def _money(minor: int | None, currency: str) -> Money | None:
    return None if minor is None else Money(minor, currency)


def _minor(amount: Money | None) -> int | None:
    return None if amount is None else amount.minor
