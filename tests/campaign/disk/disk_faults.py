"""The n-th write fails, for n = 1, 2, 3 … until a run passes without (crash table: the commits that fail)."""

import errno
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from refund_gui.clock import SystemClock
from refund_gui.store import open_store
from tests.campaign.disk.cases import SUCCEEDING, Case, End, Fault, Scenario, Told
from tests.campaign.disk.checks import disagreements, violations
from tests.campaign.disk.counters import Counters
from tests.campaign.disk.upstream import OTHER_TAG, Upstream

FOR_EVER = 1_000_000
A_WHILE = 12

KINDS = (
    Fault(1, errno.ENOSPC, 1),
    Fault(1, errno.EIO, 1),
    Fault(1, errno.ENOSPC, A_WHILE),
    Fault(1, errno.EIO, A_WHILE),
    Fault(1, errno.ENOSPC, FOR_EVER, growing=True),
)
"""One call fails; the disk stays ill for a while; the disk is full until somebody makes room."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One case of this campaign."""

    scenario: Scenario
    fault: Fault
    end: End

    def __str__(self) -> str:
        return f"{self.scenario} {self.fault} {self.end}"


@dataclass(slots=True)
class Result:
    """What a part of the campaign found. `cases` are those in which a call failed."""

    cases: int = 0
    writes: int = 0
    """The highest n that was reached."""
    violations: tuple[str, ...] = ()


class DiskFaults:
    """Runs trials, each on a fresh data directory."""

    def __init__(self, counters: Counters) -> None:
        self._counters = counters
        self._made = counters.root / "made"
        open_store(self._made, SystemClock()).close()

    def every_n(self, scenario: Scenario, kind: Fault, end: End, step: int = 1, first: int = 1) -> Result:
        """n = first, first + step, … until nothing fails."""
        result, n = Result(), first
        while True:
            fault = Fault(n, kind.code, kind.times, kind.growing)
            failed, found = self.run(Trial(scenario, fault, end))
            result.violations += tuple(found)
            if not failed:
                return result
            result.cases, result.writes, n = result.cases + 1, n, n + step

    def run(self, trial: Trial) -> tuple[int, list[str]]:
        """How many calls failed, and what was wrong afterwards."""
        upstream = Upstream(trial.scenario)
        data_dir = self._fresh(trial.scenario)
        case = Case(trial.scenario, str(data_dir), self._counters.url, end=trial.end)
        if trial.scenario is Scenario.RECOVERED:
            self._counters.run(_killed(case), upstream)
        told = self._counters.run(_with(case, trial.fault), upstream)
        wrong, last = list(told.problems), told
        if trial.end is not End.GOES_ON and not told.problems:
            last = self._counters.run(_restarted(case), upstream)
            wrong += last.problems
        if not wrong:
            wrong += list(_wrong(trial.scenario, last, upstream)) + violations(data_dir)
        return told.failed, [f"{trial}: {what}" for what in wrong]

    def _fresh(self, scenario: Scenario) -> Path:
        data_dir = self._counters.root / "data"
        shutil.rmtree(data_dir, ignore_errors=True)
        if scenario is not Scenario.FIRST_START:
            shutil.copytree(self._made, data_dir)
        return data_dir


def _killed(case: Case) -> Case:
    """A refund that upstream answers, and the process dies before it is saved."""
    return Case(Scenario.ANSWERED, case.data_dir, case.url, kill_at="after_answer")


def _with(case: Case, fault: Fault) -> Case:
    return Case(case.scenario, case.data_dir, case.url, fault=fault, end=case.end)


def _restarted(case: Case) -> Case:
    return Case(case.scenario, case.data_dir, case.url, again=True)


def _wrong(scenario: Scenario, told: Told, upstream: Upstream) -> Iterator[str]:
    """What upstream knows better, or the customer would complain about."""
    yield from disagreements(told.settled, told.executed)
    yield from disagreements(told.ended, upstream.executed())
    ours = [tag for tag in upstream.executed() if tag not in {"", OTHER_TAG}]
    if len(ours) != (scenario in SUCCEEDING):
        yield f"executed {len(ours)} times: {told.settled}, then {told.ended}"
    posts = upstream.posts()
    allowed = 2 if scenario is Scenario.UNAUTHORIZED else 1
    yield from (f"{tag} was sent too often: {posts}" for tag in set(posts) if posts.count(tag) > allowed)


def pairs() -> Iterator[tuple[Fault, End]]:
    """Every kind of fault with what may come after it."""
    for kind in KINDS:
        for end in End:
            # While the disk stays ill, being killed is no worse than being closed.
            if not (kind.times == A_WHILE and end is End.DIES):
                yield kind, end
