"""All cases: every kind of fault, every kind of payment, a first and a second POST.

CAMPAIGN=full runs the whole matrix; otherwise each kind meets a first POST for card and virtual account, what
upstream itself does otherwise one for an asynchronous PG, too, and a fixed part of the rest runs beside them.
"""

import os
import zlib
from dataclasses import dataclass
from enum import StrEnum

from tests.campaign.network.expected import EXPECTED, SECOND_401, Expected
from tests.campaign.network.kinds import KINDS, TOKEN_REVOKED, UPSTREAM, Kind
from tests.campaign.network.payments import CARD, PAYMENTS, PAYPAL, VBANK, PaymentKind

ONE_IN = 32
"""So many of the other cases run without CAMPAIGN=full."""


class Send(StrEnum):
    """Which POST of the refund meets the fault (protocol rule 5)."""

    FIRST = "first"
    AFTER_401 = "second-after-401"
    AFTER_UNSENT = "second-after-unsent"


@dataclass(frozen=True)
class Case:
    kind: Kind
    paid: PaymentKind
    send: Send

    @property
    def name(self) -> str:
        return f"{self.kind.name}-{self.paid.name}-{self.send}"

    @property
    def expected(self) -> Expected:
        if self.send is Send.AFTER_401 and self.kind.name.startswith(TOKEN_REVOKED.name):
            return SECOND_401
        return EXPECTED[self.kind.name]

    @property
    def in_slice(self) -> bool:
        """Whether it runs every time."""
        if self.send is Send.FIRST and self.paid is CARD:
            return True
        others = {VBANK, PAYPAL} if self.kind in UPSTREAM else {VBANK}
        one_in = 2 if self.send is Send.FIRST and self.paid in others else ONE_IN
        return zlib.crc32(self.name.encode()) % one_in == 0


ALL = [Case(kind, paid, send) for kind in KINDS for paid in PAYMENTS for send in Send]
CASES = ALL if os.environ.get("CAMPAIGN") == "full" else [case for case in ALL if case.in_slice]
