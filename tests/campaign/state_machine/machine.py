"""A counter as a hypothesis state machine: people do, and it befalls them, anything in any order."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from refund_gui.failpoints import Point
from refund_gui.portone.v1 import PortOneV1
from refund_gui.practice.server import PracticeServer
from tests.campaign.simulator.faults import ON_CANCELS, ON_READS, Trouble
from tests.campaign.simulator.figures import Figures
from tests.campaign.state_machine.till import WRITES
from tests.campaign.state_machine.world import DAY, LATER, World

PAYMENTS = st.sampled_from(("imp_card", "imp_vbank", LATER))
PARTS = st.sampled_from((1, 2, 4))
POINTS = st.sampled_from(Point)
SECONDS = st.sampled_from((1, 29, 31, 125, 400, 4_000, 2 * DAY))
TROUBLES = st.sampled_from(
    [
        one
        for one in ON_CANCELS
        if one.fault is not None and one.kind != "pg_timeout"
        for _ in range(one.weight)
    ]
)
READ_TROUBLES = st.sampled_from([one for one in ON_READS if one.fault is not None])
CHOICES = st.integers(0, 4)


class CounterMachine(RuleBasedStateMachine):
    """Settles and agrees with upstream at its end, whatever has happened."""

    def __init__(self, server: PracticeServer, totals: Figures, gateway: type[PortOneV1] = PortOneV1) -> None:
        super().__init__()
        self._world = World(server, totals, gateway)
        self._till = self._world.till

    @rule(imp_uid=PAYMENTS)
    def open_a_dialog(self, imp_uid: str) -> None:
        self._world.open_dialog(imp_uid)

    @rule(imp_uid=PAYMENTS, part=PARTS)
    def press_the_button(self, imp_uid: str, part: int) -> None:
        self._world.press(imp_uid, part)

    @rule(imp_uid=PAYMENTS, part=PARTS, trouble=TROUBLES, seconds=SECONDS, choice=CHOICES)
    def press_it_into_trouble(
        self, imp_uid: str, part: int, trouble: Trouble, seconds: int, choice: int
    ) -> None:
        self._world.plan(trouble, "/payments/cancel", imp_uid, seconds, choice)
        self._world.press(imp_uid, part)

    @rule(imp_uid=PAYMENTS, part=PARTS, point=POINTS)
    def press_it_and_die(self, imp_uid: str, part: int, point: Point) -> None:
        self._till.kill_at = point
        self._world.press(imp_uid, part)

    @rule(imp_uid=PAYMENTS, part=PARTS, point=st.none() | POINTS, goes_through=st.booleans())
    def press_it_while_the_disk_fills_up(
        self, imp_uid: str, part: int, point: Point | None, goes_through: bool
    ) -> None:
        """The answer finds no room; perhaps it dies of it."""
        self._till.refuse("end_attempt", 2, goes_through)
        self._till.kill_at = point
        self._world.press(imp_uid, part)

    @rule(imp_uid=PAYMENTS, gives_up=st.booleans())
    def look_after_what_is_open(self, imp_uid: str, gives_up: bool) -> None:
        self._world.look_after(imp_uid, gives_up)

    @rule(seconds=SECONDS)
    def time_passes(self, seconds: int) -> None:
        self._world.timeline.skip(seconds)
        self._world.go_round()

    @rule(imp_uid=PAYMENTS, trouble=TROUBLES, seconds=SECONDS, choice=CHOICES)
    def trouble_awaits_a_cancel(self, imp_uid: str, trouble: Trouble, seconds: int, choice: int) -> None:
        """With another that is planned already: the first POST and the second."""
        self._world.plan(trouble, "/payments/cancel", imp_uid, seconds, choice)

    @rule(trouble=READ_TROUBLES, choice=CHOICES)
    def trouble_awaits_a_reading(self, trouble: Trouble, choice: int) -> None:
        self._world.plan(trouble, "/payments/imp_*", None, 20, choice)

    @rule(is_down=st.booleans())
    def the_network_goes_or_comes(self, is_down: bool) -> None:
        self._till.is_offline = is_down

    @rule(name=st.sampled_from(sorted(WRITES)), times=st.integers(1, 3), goes_through=st.booleans())
    def the_disk_is_full(self, name: str, times: int, goes_through: bool) -> None:
        self._till.refuse(name, times, goes_through)

    @rule(point=POINTS)
    def it_will_be_killed(self, point: Point) -> None:
        self._till.kill_at = point

    @rule()
    def it_is_restarted(self) -> None:
        self._world.offers.clear()
        self._till.restart()

    @rule(ahead=st.sampled_from((-40 * DAY, -3_600, 0, 3_600, 40 * DAY)))
    def the_clock_is_set(self, ahead: int) -> None:
        self._till.clock.ahead = ahead

    @rule(seconds=st.sampled_from((20, 5_000)))
    def the_computer_sleeps(self, seconds: int) -> None:
        self._world.timeline.skip(seconds)
        self._till.clock.slept += seconds

    @rule(imp_uid=PAYMENTS, part=PARTS)
    def somebody_refunds_in_the_console(self, imp_uid: str, part: int) -> None:
        self._world.upstream.console(imp_uid, self._world.upstream.records[imp_uid].amount / part)

    @invariant()
    def what_must_always_hold(self) -> None:
        self._world.check()

    def teardown(self) -> None:
        try:
            if not self._world.is_broken:
                self._world.settle()
        finally:
            self._world.close()
