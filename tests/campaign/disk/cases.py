"""What one run of a counter's process is to do, and what it tells afterwards. Travels as lines of JSON."""

import errno
import json
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Self

IMP_UID = "imp_1"
AMOUNT = 3_000
"""What is refunded of the 10,000 won of each scenario's only payment."""


class Scenario(StrEnum):
    """One refund, from the dialog's reading to its end."""

    ANSWERED = "answered"
    REFUSED = "refused"
    LOST = "lost"  # executed, no answer; found by reading
    UNAUTHORIZED = "unauthorized"  # 401, then a second POST
    VIRTUAL_ACCOUNT = "virtual_account"
    ADOPTED = "adopted"  # the reading shows a tagged entry without a record here
    REVIEWED = "reviewed"  # an equal untagged entry of somebody else; a person decides
    FIRST_START = "first_start"  # as ANSWERED, with faults only while the store is made and opened
    RECOVERED = "recovered"  # killed between answer and commit; with faults from the next start on


SUCCEEDING = frozenset(Scenario) - {Scenario.REFUSED, Scenario.REVIEWED}
"""However often the disk fails, the customer gets the money once in the end."""


class End(StrEnum):
    """What comes after the fault."""

    GOES_ON = "goes_on"  # the same process, on a healthy disk
    CLOSES = "closes"  # the program is closed while the disk is ill, and started again
    DIES = "dies"  # the process is killed, and started again


@dataclass(frozen=True, slots=True)
class Fault:
    """From the n-th call that writes on (1 is the first), `times` calls fail with `code` (an errno).

    `growing`: only calls that need space fail, as on a full disk.
    """

    n: int
    code: int
    times: int
    growing: bool = False

    def __str__(self) -> str:
        kind = "grow" if self.growing else "any"
        return f"n={self.n} {errno.errorcode[self.code]} times={self.times} {kind}"


@dataclass(frozen=True, slots=True)
class Case:
    """One run. `again` is a start after another run: nobody confirms anything before all is settled."""

    scenario: Scenario
    data_dir: str
    url: str
    again: bool = False
    fault: Fault | None = None
    end: End = End.GOES_ON
    journal: str = ""
    """Where to write down what the disk is asked to do; not below the data directory."""
    kill_at: str = ""
    """A failpoint at which the process dies."""

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: str) -> Self:
        read = json.loads(line)
        read["scenario"], read["end"] = Scenario(read["scenario"]), End(read["end"])
        read["fault"] = Fault(**read["fault"]) if read["fault"] else None
        return cls(**read)


@dataclass(slots=True)
class Seen:
    """One refund as the counter's store has it."""

    tag: str
    state: str
    amount: int
    outcomes: list[str]
    """How each attempt ended, "" while it is under way."""


@dataclass(slots=True)
class Told:
    """What a run tells afterwards."""

    failed: int = 0
    """How many calls were made to fail."""
    raised: list[str] = field(default_factory=list)
    """The expected errors, by name, while the disk was ill."""
    problems: list[str] = field(default_factory=list)
    """What must not happen: another exception, or any failure on a healthy disk."""
    started: int = 0
    """The journal's length in bytes when the program had started."""
    shown: int = 0
    """The journal's length when the refund's answer was shown, 0 when none was."""
    opened: list[Seen] = field(default_factory=list)
    """The refunds as the store had them when it was opened."""
    settled: list[Seen] = field(default_factory=list)
    """The refunds when the disk was well and every reading was done."""
    executed: list[str] = field(default_factory=list)
    """The tags of upstream's entries at that moment, "" for one without."""
    ended: list[Seen] = field(default_factory=list)
    """The refunds after whoever still wanted one had pressed again."""

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: str) -> Self:
        read = json.loads(line)
        for name in ("opened", "settled", "ended"):
            read[name] = [Seen(**seen) for seen in read[name]]
        return cls(**read)
