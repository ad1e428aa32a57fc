"""A payment as upstream records it, and what is left of it (api-v1 §4)."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from refund_gui.domain.money import Money
from refund_gui.domain.states import DisplayStatus as DisplayStatus
from refund_gui.domain.states import EntryOrigin as EntryOrigin
from refund_gui.domain.tag import tag_of

CONSOLE_REASON: Final = "관리자페이지취소"


@dataclass(frozen=True, slots=True)
class Cancellation:
    """One entry of upstream's `cancel_history`. `cancelled_at` in unix seconds; texts "" when absent."""

    cancellation_id: str
    pg_tid: str
    amount: Money
    cancelled_at: int
    reason: str
    receipt_url: str = ""

    @property
    def key(self) -> str:
        """What tells entries apart: cancellation_id, else pg_tid, amount and time (protocol: base)."""
        return self.cancellation_id or f"{self.pg_tid}|{self.amount.minor}|{self.cancelled_at}"

    @property
    def tag(self) -> str | None:
        """The tag that a refund terminal put into the reason, if the PG gave it back."""
        return tag_of(self.reason)

    def made_in(self, is_ours: bool) -> EntryOrigin:
        """Where it was made; `is_ours`: a refund of this store has it or its tag."""
        if is_ours:
            return EntryOrigin.HERE
        if self.tag:
            return EntryOrigin.OTHER_TERMINAL
        return EntryOrigin.CONSOLE if self.reason.strip() == CONSOLE_REASON else EntryOrigin.ELSEWHERE


class Change(StrEnum):
    """How an entry of upstream's history differs from the reading before."""

    APPEARED = "appeared"
    VANISHED = "vanished"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class EntryChange:
    """A change that was seen here after the payment's first reading. `at` in unix seconds; never changes."""

    imp_uid: str
    entry_key: str
    nth: int
    """Counts entries of equal keys, from 1."""
    at: int
    change: Change
    made_in: EntryOrigin


@dataclass(frozen=True, slots=True)
class Promotion:
    """A PortOne promotion: amounts of the payment are counted before this discount (protocol rule 12)."""

    promotion_id: str
    discount: Money


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment. Times in unix seconds, 0 when there is none; texts "" when absent."""

    imp_uid: str
    merchant_uid: str
    amount: Money
    cancel_amount: Money
    status: str
    sandbox: bool
    pay_method: str = ""
    channel: str = ""
    pg_provider: str = ""
    emb_pg_provider: str = ""
    pg_tid: str = ""
    pg_id: str = ""
    escrow: bool = False
    apply_num: str = ""
    bank_name: str = ""
    card_name: str = ""
    card_number: str = ""
    card_quota: int = 0
    card_type: int | None = None
    vbank_code: str = ""
    vbank_name: str = ""
    vbank_num: str = ""
    vbank_holder: str = ""
    vbank_date: int = 0
    goods: str = ""
    buyer_name: str = ""
    buyer_email: str = ""
    buyer_tel: str = ""
    started_at: int = 0
    paid_at: int = 0
    failed_at: int = 0
    cancelled_at: int = 0
    fail_reason: str = ""
    cancel_reason: str = ""
    receipt_url: str = ""
    cash_receipt_issued: bool = False
    promotion: Promotion | None = None
    cancellations: tuple[Cancellation, ...] = ()
    request_no: int = 0
    """The number of the request that read this record; a lower one never replaces a higher (rule 18)."""

    @property
    def currency(self) -> str:
        return self.amount.currency

    @property
    def balance(self) -> Money:
        """What can still be refunded: amount less cancel_amount, whatever `status` says (rule 14)."""
        return self.amount - self.cancel_amount

    @property
    def is_untouched(self) -> bool:
        """Whether nothing of it was refunded yet."""
        return self.cancel_amount.minor == 0 and not self.cancellations

    @property
    def was_paid(self) -> bool:
        """Whether money ever came in."""
        return self.status == "paid" or self.paid_at > 0 or self.cancel_amount.minor > 0

    @property
    def ordered_at(self) -> int:
        """The moment that lists sort and show: paid, else started."""
        return self.paid_at or self.started_at

    @property
    def display_status(self) -> DisplayStatus:
        if self.cancel_amount.minor > 0:
            return DisplayStatus.PARTLY_REFUNDED if self.balance.minor > 0 else DisplayStatus.FULLY_REFUNDED
        match self.status:
            case "paid":
                return DisplayStatus.PAID
            case "ready":
                return DisplayStatus.AWAITING_PAYMENT
            case "failed":
                return DisplayStatus.FAILED
            case "cancelled":
                return DisplayStatus.PAID if self.paid_at else DisplayStatus.CLOSED
            case _:
                return DisplayStatus.OTHER

    def entries_since(self, base: tuple[str, ...]) -> tuple[Cancellation, ...]:
        """The history's entries that the base does not hold, counting equal keys."""
        known = Counter(base)
        new = []
        for entry in self.cancellations:
            if known[entry.key] > 0:
                known[entry.key] -= 1
            else:
                new.append(entry)
        return tuple(new)
