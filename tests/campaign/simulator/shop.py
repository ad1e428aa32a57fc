"""The life of one shop, from its first customer to the day when everything has settled."""

from decimal import Decimal
from pathlib import Path
from random import Random

from refund_gui.domain.refund import RefundState
from refund_gui.errors import StoreError
from tests.campaign.simulator.checks import is_known_rightly, problems, unsettled
from tests.campaign.simulator.clerk import Clerk, Demand
from tests.campaign.simulator.counter import Counter, Killed, MakeGateway
from tests.campaign.simulator.customers import Customers, make_payments
from tests.campaign.simulator.figures import Figures
from tests.campaign.simulator.timeline import Act, Timeline
from tests.campaign.simulator.troubles import Troubles
from tests.campaign.simulator.upstream import Upstream, demand_in
from tests.campaign.simulator.wire import DirectV1
from tests.practice.shop_kit import NOW

S = RefundState
DAY = 86_400

AFTER_SENDING = (2.5, 31.0, 122.0)
"""Seconds after something was sent at which a counter makes a round, as it does each second in the shop."""

GOING_HOME = 2_400
"""Seconds after the last customer at which the clerks leave what is open to the last rounds."""

SETTLE = (1.0, 31.0, 130.0, 8 * DAY, 31.0, 60 * DAY, 31.0)
"""Seconds between the last rounds."""


class Shop:
    """Counters on one upstream, and everybody and everything that acts on them."""

    def __init__(
        self, seed: int, directory: Path, demands: int, make_gateway: MakeGateway = DirectV1
    ) -> None:
        self.figures = Figures()
        self.log: list[str] = []
        self._random = Random(seed)
        self._timeline = Timeline(NOW)
        self._upstream = Upstream(make_payments(demands, self._random), self._timeline, seed, self.figures)
        self._clerk = Clerk(self._upstream, self._random, self._note)
        self._counters = [
            self._counter(f"c{number}", directory, make_gateway)
            for number in range(self._random.randint(2, 4))
        ]
        self._demands: list[Demand] = []
        self._customers = Customers(self._upstream, self._counters, self._random)
        self._wanted = demands
        self._open = 0

    def live(self) -> Figures:
        """From opening to the end of its last refund."""
        self._timeline.later(1, self._customer)
        for counter in self._counters:
            self._timeline.later(self._some(200, 900), self._beat(counter))
            Troubles(counter, self._timeline, self._random, self._restart, self.figures, self._note).begin()
        home = float("inf")
        while (len(self._demands) < self._wanted or self._open) and self._timeline.now < home:
            self._timeline.run_next()
            if len(self._demands) >= self._wanted and home == float("inf"):
                home = self._timeline.now + GOING_HOME
        self._settle()
        for counter in self._counters:
            self._check(counter)
        self._check_demands()
        for counter in self._counters:
            counter.stop()
        return self.figures

    def _counter(self, name: str, directory: Path, make_gateway: MakeGateway) -> Counter:
        counter = Counter(
            name, directory / name, self._timeline, self._upstream, self._random, self.figures, make_gateway
        )
        counter.start()
        return counter

    def _act(self, counter: Counter, act: Act) -> None:
        """Its program does something; it may die of it, with all that it is at work on."""
        counter.acts += 1
        try:
            act()
        except Killed:
            if counter.acts > 1:
                raise
            self._note(f"{counter.name} died")
            self.figures.counts["crashes"] += 1
            counter.die()
            if self._random.random() < 0.05 and counter.restore():
                self._note(f"{counter.name}: restored")
                self.figures.counts["restores"] += 1
            self._timeline.later(self._random.choice((1, 5, 60, 600)), lambda: self._restart(counter))
        finally:
            counter.acts -= 1

    def _restart(self, counter: Counter) -> None:
        """Start the program again and again, until nothing is missing that it needs."""

        def start() -> None:
            try:
                counter.start()
            except StoreError:
                self._timeline.later(60, lambda: self._restart(counter))
            else:
                self._rounds_soon(counter)

        self._note(f"{counter.name} starts")
        self._act(counter, start)

    def _customer(self) -> None:
        """Somebody wants money back; sometimes two at once of the same payment."""
        record = self._customers.payment({one.imp_uid for one in self._demands if one.end is None})
        for _ in range(self._random.choice((1, 1, 1, 2))):
            demand = self._customers.demand(len(self._demands), record)
            self._demands.append(demand)
            self._open += 1
            self._serve_later(demand, self._some(0, 20))
        if self._random.random() < 0.1:
            amount = self._random.choice((record.amount / 4, record.amount / 2, Decimal(1)))
            self._timeline.later(self._some(0, 60), lambda: self._console(record.imp_uid, amount))
        if len(self._demands) < self._wanted:
            self._timeline.later(self._some(5, 60), self._customer)

    def _console(self, imp_uid: str, amount: Decimal) -> None:
        self._note(f"console: {amount} of {imp_uid}")
        self._upstream.console(imp_uid, amount)

    def _serve_later(self, demand: Demand, seconds: float) -> None:
        self._timeline.later(seconds, lambda: self._serve(demand))

    def _serve(self, demand: Demand) -> None:
        """One step of its clerk."""
        wait = 60.0

        def step() -> None:
            nonlocal wait
            wait = self._clerk.serve(demand)

        try:
            self._act(demand.counter, step)
        finally:
            if demand.end is None:
                self._serve_later(demand, wait)
            else:
                self._open -= 1
        if demand.is_news:
            demand.is_news = False
            self._rounds_soon(demand.counter)

    def _rounds_soon(self, counter: Counter) -> None:
        for seconds in AFTER_SENDING:
            self._timeline.later(seconds, lambda: self._round(counter))

    def _round(self, counter: Counter) -> None:
        def run() -> None:
            try:
                counter.terminal.rounds.run()
            except StoreError as error:
                self._note(f"{counter.name}: round, {type(error).__name__}")

        if counter.is_up:
            self._act(counter, run)

    def _beat(self, counter: Counter) -> Act:
        """The rounds that go on for ever."""

        def beat() -> None:
            self._timeline.later(self._some(300, 1_200), beat)
            self._round(counter)

        return beat

    def _settle(self) -> None:
        """Everything works again and time goes by; people decide what is in review, and refund no more."""
        self._note("from here on everything settles")
        self._timeline.clear()
        self._upstream.settle()
        for counter in self._counters:
            counter.mend()
        for seconds in SETTLE:
            self._timeline.skip(seconds)
            for counter in self._counters:
                while counter.terminal.rounds.run().is_full:
                    pass
                self._decide_all(counter)
        for counter in self._counters:
            if counter.was_restored:  # what the PG did only after the gap was swept is found like any news
                counter.terminal.syncing.run(90, lambda _: None, lambda: False)

    def _check(self, counter: Counter) -> None:
        """What should never be of one counter."""
        found = [
            *problems(self._upstream, counter.store, counter.wire.posts, counter.was_restored),
            *unsettled(counter.store, self._upstream),
        ]
        for imp_uid in counter.terminal.attention.look().blocked:
            self.figures.counts["blocked"] += 1
            if imp_uid not in self._upstream.odd:
                found.append(f"{imp_uid} is blocked")
        self.figures.violations += [f"{counter.name}: {problem}" for problem in found]

    def _check_demands(self) -> None:
        """Each was paid once or not at all, and its counter knows which."""
        counts = self.figures.counts
        counts["demands"] += len(self._demands)
        for demand in self._demands:
            times, counter = self._upstream.executed[demand.number], demand.counter
            counts["paid"] += times > 0
            if times > 1:
                counts["doubled"] += 1
                self.figures.violations.append(f"D{demand.number} was paid {times} times")
            elif not is_known_rightly(
                self._upstream, counter.store, demand.imp_uid, demand.number, counter.was_restored
            ):
                counts["lost"] += 1
                self.figures.violations.append(f"D{demand.number}: paid {times} times, and not known so")

    def _decide_all(self, counter: Counter) -> None:
        for one in counter.store.overview.open_refunds(frozenset({S.NEEDS_REVIEW, S.PREPARED})):
            refund = counter.terminal.reconciler.stored(one.refund_id)
            number = demand_in(refund.reason)
            assert number is not None
            if refund.state is S.PREPARED:
                counter.terminal.refunding.give_up(refund.refund_id, "김점원")
            else:
                self._clerk.decide(self._demands[number], refund)

    def _note(self, words: str) -> None:
        self.log.append(f"{self._timeline.now - NOW:>10.1f}  {words}")

    def _some(self, low: float, high: float) -> float:
        return self._random.uniform(low, high)
