"""One request and its answer, as plain values. What HTTP needs is in `line`, which loads httpx."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Query = Mapping[str, str | int | list[str]]


@dataclass(frozen=True, slots=True)
class Call:
    """What is asked of upstream. Without a token there is no `Authorization`."""

    method: str
    path: str
    query: Query = field(default_factory=dict)
    body: bytes = field(default=b"", repr=False)
    token: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Reply:
    """HTTP status and the whole body; of the headers what says when to ask again, as it came."""

    status: int
    body: bytes = field(repr=False)
    retry_after: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds: to connect, for one read or write, and for the whole exchange (protocol rule 6)."""

    connect: float = 10.0
    read: float = 60.0
    total: float = 120.0
