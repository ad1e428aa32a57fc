"""The power goes at every moment of a refund (crash table; rule 1: committed before it is sent)."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from refund_gui.practice.records import Cancel
from tests.campaign.disk.cases import SUCCEEDING, Case, End, Scenario, Told
from tests.campaign.disk.checks import disagreements, violations
from tests.campaign.disk.counters import Counters
from tests.campaign.disk.journal import DiskImage, Files, Op, read_journal, write_files
from tests.campaign.disk.upstream import OTHER_TAG, Arrival, Upstream

RANDOM_MIXES = 2
"""How many of the orders in which a disk may have worked are tried at each moment."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """One run: all that was asked of the disk and all that reached upstream."""

    scenario: Scenario
    ops: tuple[Op, ...]
    before: tuple[Cancel, ...]
    """Upstream's history before the run."""
    arrivals: tuple[Arrival, ...]
    started: int
    """The journal's length in bytes when the program had started."""
    shown: int
    """The same when the answer was shown, 0 for never."""
    left: Files
    """What was in the data directory in the end."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The power went after the k-th record; `files` is one of the states in which that leaves the disk."""

    k: int
    variant: str
    files: Files = field(repr=False)
    executed: bool = True
    """Whether upstream did what had reached it at that very moment."""


@dataclass(slots=True)
class Result:
    """What a part of the campaign found. `cases` are the different states of the disk that were tried."""

    prefixes: int = 0
    cases: int = 0
    violations: tuple[str, ...] = ()


class PowerLoss:
    """Records runs, and starts the program on what a power cut leaves of them."""

    def __init__(self, counters: Counters, directory: Path) -> None:
        self._counters = counters
        self._directory = directory

    def record(self, scenario: Scenario) -> Recorded:
        """One run from an empty data directory until it is closed."""
        journal = self._directory / f"{scenario}.journal"
        journal.write_bytes(b"")
        data_dir = self._fresh()
        upstream = Upstream(scenario, journal)
        before = upstream.history()
        case = Case(scenario, str(data_dir), self._counters.url, end=End.CLOSES, journal=str(journal))
        started = 0
        if scenario is Scenario.RECOVERED:
            killed = Case(
                Scenario.ANSWERED, case.data_dir, case.url, journal=case.journal, kill_at="after_answer"
            )
            self._counters.run(killed, upstream)
            started = upstream.arrivals[0].journal_size
        told = self._counters.run(case, upstream)
        if told.problems:
            raise RuntimeError("\n".join(told.problems))
        left = {str(p.relative_to(data_dir)): p.read_bytes() for p in data_dir.rglob("*") if p.is_file()}
        ops = tuple(read_journal(journal, data_dir))
        arrivals = tuple(upstream.arrivals)
        return Recorded(scenario, ops, before, arrivals, started or told.started, told.shown, left)

    def cut_everywhere(self, recorded: Recorded, step: int = 1) -> Result:
        """Every step-th moment; with step 1 all."""
        result, seen = Result(), set()
        for number, cuts in enumerate(_moments(recorded)):
            if number % step:
                continue
            result.prefixes += 1
            for cut in cuts:
                key = hash((tuple(sorted(cut.files.items())), cut.executed, _arrived(recorded, cut)))
                if key in seen:
                    continue
                seen.add(key)
                result.cases += 1
                wrong = self.try_cut(recorded, cut)
                result.violations += tuple(f"{recorded.scenario} k={cut.k} {cut.variant}: {w}" for w in wrong)
        return result

    def try_cut(self, recorded: Recorded, cut: Cut) -> list[str]:
        """Start on what is left; what is wrong."""
        data_dir = self._fresh()
        write_files(cut.files, data_dir)
        arrived = recorded.arrivals[: _arrived(recorded, cut)]
        done = arrived if cut.executed else arrived[:-1]
        upstream = Upstream(recorded.scenario, history=done[-1].history if done else recorded.before)
        case = Case(recorded.scenario, str(data_dir), self._counters.url, again=True)
        told = self._counters.run(case, upstream)
        if told.problems:
            return told.problems
        wrong = [*_forgotten(recorded, cut, told), *disagreements(told.settled, told.executed)]
        wrong += disagreements(told.ended, upstream.executed())
        ours = [tag for tag in upstream.executed() if tag not in {"", OTHER_TAG}]
        if recorded.scenario in SUCCEEDING and len(ours) != 1:
            wrong.append(f"executed {len(ours)} times")
        return wrong + violations(data_dir)

    def _fresh(self) -> Path:
        data_dir = self._counters.root / "data"
        shutil.rmtree(data_dir, ignore_errors=True)
        return data_dir


def _moments(recorded: Recorded) -> Iterator[list[Cut]]:
    """The cuts after each record that belongs to this scenario: FIRST_START is cut while it starts."""
    image = DiskImage()
    for k, op in enumerate(recorded.ops, 1):
        image.apply(op)
        starting = op.end <= recorded.started
        if starting is (recorded.scenario is Scenario.FIRST_START):
            yield list(_cuts(recorded, image, k, op))


def _cuts(recorded: Recorded, image: DiskImage, k: int, op: Op) -> Iterator[Cut]:
    yield Cut(k, "written", image.written())
    for half, files in enumerate(image.torn(op), 1):
        yield Cut(k, f"torn, half {half} written", files)
    yield Cut(k, "synced", image.synced())
    yield Cut(k, "synced names", image.synced_names())
    for seed in range(RANDOM_MIXES):
        yield Cut(k, f"some, seed {seed}", image.some(Random(f"{recorded.scenario} {k} {seed}")))
    following = recorded.ops[k].end if k < len(recorded.ops) else op.end + 1
    if any(op.end <= arrival.journal_size < following for arrival in recorded.arrivals):
        yield Cut(k, "synced, request lost", image.synced(), executed=False)


def _arrived(recorded: Recorded, cut: Cut) -> int:
    """How many cancels had reached upstream when the next record was not written yet."""
    end = recorded.ops[cut.k - 1].end
    following = recorded.ops[cut.k].end if cut.k < len(recorded.ops) else end + 1
    return sum(arrival.journal_size < following for arrival in recorded.arrivals)


def _forgotten(recorded: Recorded, cut: Cut, told: Told) -> Iterator[str]:
    """What was promised: no cancel without its committed attempt, no answer shown that is not saved."""
    opened = {refund.tag: refund for refund in told.opened}
    tags = [arrival.tag for arrival in recorded.arrivals[: _arrived(recorded, cut)]]
    for tag in set(tags):
        refund = opened.get(tag)
        if refund is None:
            yield f"{tag} was sent and is not stored"
        elif refund.state == "prepared" or len(refund.outcomes) < tags.count(tag):
            yield f"{tag} was sent {tags.count(tag)} times and is stored as {refund}"
        elif recorded.shown and recorded.shown <= recorded.ops[cut.k - 1].end and "" in refund.outcomes:
            yield f"the answer to {tag} was shown and is stored as {refund}"
