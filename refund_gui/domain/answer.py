"""The answers that one send can have (protocol rules 5, 7, 8, 9)."""

from dataclasses import dataclass

from refund_gui.domain.payment import Payment


@dataclass(frozen=True, slots=True)
class Done:
    """HTTP 200, code 0: upstream says yes and shows its record. Still to be checked (rule 9)."""

    payment: Payment


@dataclass(frozen=True, slots=True)
class Refused:
    """HTTP 200, code other than 0: upstream says no, in its own words. Still to be checked (rule 8)."""

    code: int
    message: str


@dataclass(frozen=True, slots=True)
class Unauthorized:
    """HTTP 401 in JSON: nothing was done (rule 7)."""

    message: str


@dataclass(frozen=True, slots=True)
class Unsent:
    """No connection was made: nothing was done (rule 5). `detail` is technical, without secrets."""

    detail: str


@dataclass(frozen=True, slots=True)
class Lost:
    """Anything else. Not known, and never "failed". `http_status` is 0 when there was none."""

    detail: str
    http_status: int = 0


Answer = Done | Refused | Unauthorized | Unsent | Lost
