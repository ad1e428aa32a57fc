"""The upstream as the terminal sees it; `tests/contract` holds any implementation to it."""

from dataclasses import dataclass, field
from typing import Protocol

from refund_gui.domain.answer import Answer
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import NO_PARTS, Refund, RefundAccount, RefundAttempt, TaxParts


@dataclass(frozen=True, slots=True)
class PreparedCancel:
    """A cancel with its token fetched and its body written: nothing is left to fail but the network."""

    refund_id: str
    checksum: Money
    amount: Money | None
    body: bytes = field(repr=False)
    token: str = field(repr=False)
    tax: TaxParts = NO_PARTS
    escrow_confirmed: bool = False


@dataclass(frozen=True, slots=True)
class BadRecord:
    """A record of a list that could not be read: set aside, never a stop for the rest."""

    imp_uid: str
    problem: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list. `next_page` is 0 at the end; `total` counts the whole window."""

    payments: tuple[Payment, ...]
    total: int
    next_page: int
    set_aside: tuple[BadRecord, ...] = ()
    limit: int = 1_000
    """How many it could have held."""

    @property
    def rows(self) -> int:
        """Records on this page, read well or not."""
        return len(self.payments) + len(self.set_aside)

    @property
    def is_whole(self) -> bool:
        """Whether, as the first page, it holds all of its window at one moment.

        Upstream may count after it has listed, and a row may leave in between: a full page proves nothing.
        """
        return self.rows < self.limit and not self.next_page


@dataclass(frozen=True, slots=True)
class BankName:
    """A bank by its KFTC standard code, as upstream lists it (api-v1 §5)."""

    code: str
    name: str


class Gateway(Protocol):
    """Blocking calls; safe to use from several threads.

    Every method but `send` raises `errors.UpstreamError` when it fails; nothing has changed upstream then.
    Every payment carries the number of the request that read it (protocol rule 18).
    """

    def check_keys(self) -> None:
        """Fetch a fresh token with the keys. Raises KeysRefused when they are wrong (api-v1 §1)."""
        ...

    def prepare(self, refund: Refund, payment: Payment, account: RefundAccount | None) -> PreparedCancel:
        """Fetch the token and write the body (protocol rule 1). Raises UnsendableText for lone surrogates."""
        ...

    def send(self, cancel: PreparedCancel, attempt: RefundAttempt) -> Answer:
        """POST it, once, for a committed attempt (rules 1, 5, 6). Never raises: every end is an Answer.

        A ValueError for an attempt that is not this cancel's, or that has ended, is a bug of the caller.
        """
        ...

    def payment(self, imp_uid: str) -> Payment:
        """One payment, test payments included (api-v1 §3). Raises PaymentNotFound."""
        ...

    def payments(self, imp_uids: tuple[str, ...]) -> tuple[Payment, ...]:
        """Those of at most 100 payments that exist (api-v1 §3)."""
        ...

    def find(self, merchant_uid: str) -> Payment:
        """The newest payment of an order number, which need not be unique. Raises PaymentNotFound."""
        ...

    def page(self, since: int, until: int, page: int, status: str = "all") -> Page:
        """One page of the payments whose final status fell into the window, oldest first (api-v1 §3).

        `since` and `until` in unix seconds, at most 90 days apart; `page` counts from 1. A page beyond the
        end is an empty one.
        """
        ...

    def now(self) -> int:
        """Upstream's clock in unix seconds, by its last token: windows go by it, not by this computer's."""
        ...

    def banks(self) -> tuple[BankName, ...]:
        """The banks that upstream knows, by KFTC standard code (api-v1 §5)."""
        ...

    def close(self) -> None:
        """Close the connections."""
        ...
