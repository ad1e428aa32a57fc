"""A counter in a process of its own, on a disk that can be made to fail.

`python -m tests.campaign.disk.counter_process` with the library of `preload` loaded: reads one Case a line,
does each in a fork of its own, so that imports are paid for once, and answers with one Told a line.
"""

import gc
import importlib
import json
import logging
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from urllib.request import urlopen

from refund_gui.business_days import KoreanBusinessDays
from refund_gui.clock import in_korea
from refund_gui.domain.money import Money
from refund_gui.domain.refund import OPEN_STATES, Origin, Refund, RefundState
from refund_gui.domain.request import RefundRequest
from refund_gui.errors import ExpectedError
from refund_gui.failpoints import Point
from refund_gui.portone.transport import make_transport
from refund_gui.store import Store, open_store
from tests.campaign.disk.cases import (
    AMOUNT,
    IMP_UID,
    SUCCEEDING,
    Case,
    End,
    Scenario,
    Seen,
    Told,
)
from tests.campaign.disk.counter import Counter, compose
from tests.campaign.disk.preload import Disk
from tests.practice.shop_kit import NOW
from tests.terminal.shop import ACCOUNT, TestClock

KILLED = 9
PATIENCE = 3
"""How often a person tries while the disk is ill."""
ILL_SECONDS = 6
SETTLED_AFTER = 700
"""Seconds in which every reading that decides has been done."""

WATCHED = OPEN_STATES - {RefundState.PREPARED}
T = TypeVar("T")


class Run:
    """One case, done."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._clock = TestClock(NOW)
        self._disk = Disk()
        self._is_ill = False
        self._was_ill = False
        self.told = Told()

    def do(self) -> None:
        case = self._case
        if case.journal:
            self._disk.record(Path(case.journal))
        if case.scenario in {Scenario.FIRST_START, Scenario.RECOVERED}:
            self._fall_ill()
        counter = self._persist(self._start)
        self.told.started = self._journal_size()
        if case.scenario is Scenario.FIRST_START:
            self._heal()
        self._fall_ill()
        if not case.again and case.scenario is not Scenario.RECOVERED and self._confirm(counter):
            self.told.shown = self._journal_size()
        self._let_pass(counter, ILL_SECONDS)
        if case.end is End.GOES_ON:
            self._heal()
            self._settle(counter)
        if case.end is not End.DIES:
            self._try(counter.close)
        self._heal()

    def _fall_ill(self) -> None:
        if self._case.fault and not self._was_ill:
            self._disk.arm(self._case.fault)
            self._is_ill = self._was_ill = True

    def _journal_size(self) -> int:
        return Path(self._case.journal).stat().st_size if self._case.journal else 0

    def _heal(self) -> None:
        self.told.failed = self._disk.failed()
        self._disk.heal()
        self._is_ill = False

    def _start(self) -> Counter:
        case = self._case
        store = open_store(Path(case.data_dir), self._clock)
        try:
            self.told.opened = _seen(store)
            counter = compose(store, case.url, self._clock, self._failpoint)
            counter.reconciler.recover()
        except ExpectedError:
            store.close()
            raise
        return counter

    def _failpoint(self, point: Point) -> None:
        if point.value == self._case.kill_at:
            os._exit(KILLED)

    def _confirm(self, counter: Counter) -> Refund | None:
        """A person refunds: tries the reading again when it fails, and presses Confirm once."""
        offer = self._persist(lambda: counter.refunding.offer(IMP_UID))
        account = ACCOUNT if self._case.scenario is Scenario.VIRTUAL_ACCOUNT else None
        money = Money(AMOUNT, offer.payment.currency)
        request = RefundRequest(IMP_UID, money, "고객 변심", note="", operator="김점원", account=account)
        return self._try(lambda: counter.refunding.refund(offer, request))

    def _let_pass(self, counter: Counter, seconds: int, step: int = 1) -> None:
        """Time passes as it does beside the window: answers are saved again, what is due is read."""
        for _ in range(0, seconds, step):
            self._clock.advance(step)
            self._try(counter.rounds.run)
            if self._case.scenario is Scenario.REVIEWED:
                self._try(lambda: _decide(counter))

    def _settle(self, counter: Counter) -> None:
        """On a healthy disk everything ends; then whoever still wants the refund presses again."""
        self._let_pass(counter, 2)
        for _ in range(0, SETTLED_AFTER, 10):
            refunds = counter.store.refunds.of_payment(IMP_UID)
            if not any(refund.state in WATCHED for refund in refunds):
                break
            self._let_pass(counter, 10, step=10)
        self._try(lambda: counter.refunding.offer(IMP_UID))  # somebody looks at it once more
        self.told.settled = _seen(counter.store)
        with urlopen(f"{self._case.url}/_campaign/executed", timeout=30) as answer:
            self.told.executed = json.load(answer)
        self._press_again(counter)
        self.told.ended = _seen(counter.store)

    def _press_again(self, counter: Counter) -> None:
        """Whoever does not see "refunded" wants the refund as much as before."""
        mine = [r for r in counter.store.refunds.of_payment(IMP_UID) if r.origin is Origin.HERE]
        if self._case.scenario not in SUCCEEDING or any(r.state is RefundState.SUCCEEDED for r in mine):
            return
        account = ACCOUNT if self._case.scenario is Scenario.VIRTUAL_ACCOUNT else None
        if mine and mine[0].state is RefundState.PREPARED:
            self._try(lambda: counter.refunding.try_again(mine[0].refund_id, account, "김점원"))
        else:
            self._confirm(counter)
        self._let_pass(counter, 4)

    def _persist(self, step: Callable[[], T]) -> T:
        """Try until it is done; after some times somebody makes room on the disk."""
        for _ in range(PATIENCE):
            try:
                return step()
            except ExpectedError as error:
                self._note(error)
        self._heal()
        return step()

    def _try(self, step: Callable[[], T]) -> T | None:
        try:
            return step()
        except ExpectedError as error:
            self._note(error)
            return None

    def _note(self, error: ExpectedError) -> None:
        self.told.raised.append(type(error).__name__)
        if not self._is_ill:
            self.told.problems.append(f"on a healthy disk: {traceback.format_exc()}")


def _decide(counter: Counter) -> None:
    """A person looks into the console, where the refund is not."""
    for refund in counter.store.refunds.of_payment(IMP_UID):
        if refund.state is RefundState.NEEDS_REVIEW:
            counter.reconciler.decide(refund.refund_id, RefundState.NOT_EXECUTED, "콘솔에서 확인", "김점원")


def _seen(store: Store) -> list[Seen]:
    refunds = store.refunds.of_payment(IMP_UID)
    return [
        Seen(
            refund.tag,
            refund.state.value,
            refund.amount.minor,
            [a.outcome.value if a.outcome else "" for a in store.refunds.attempts(refund.refund_id)],
        )
        for refund in refunds
    ]


def _answer(case: Case) -> None:
    """In the fork: do the case and tell."""
    run = Run(case)
    try:
        run.do()
    except BaseException:  # noqa: BLE001  # whatever it is, it is told
        run.told.problems.append(traceback.format_exc())
    sys.stdout.write(run.told.to_json() + "\n")
    sys.stdout.flush()


def _load() -> None:
    """What is loaded late, once and not in every fork."""
    importlib.import_module("refund_gui.portone.line")
    make_transport("http://127.0.0.1:1")().close()
    KoreanBusinessDays()(in_korea(NOW).date())
    gc.freeze()


def main() -> None:
    logging.disable()
    _load()
    for line in sys.stdin:
        if not (child := os.fork()):
            _answer(Case.from_json(line))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if status:
            problems = [] if os.waitstatus_to_exitcode(status) == KILLED else [f"died: status {status}"]
            sys.stdout.write(Told(problems=problems).to_json() + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
