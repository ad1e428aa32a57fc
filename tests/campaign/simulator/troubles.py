"""What befalls one counter: no network, a full disk, sleep, a clock that is set, restarts, old backups."""

from collections.abc import Callable
from random import Random

from tests.campaign.simulator.counter import Counter
from tests.campaign.simulator.figures import Figures
from tests.campaign.simulator.timeline import Timeline

DAY = 86_400
CLOCK_CHANGES = (-40 * DAY, -DAY, -3_600, -60, 60, 3_600, DAY, 40 * DAY)


class Troubles:
    """One after the other, at random moments in which its program is not in the middle of something."""

    def __init__(
        self,
        counter: Counter,
        timeline: Timeline,
        random: Random,
        restart: Callable[[Counter], None],
        figures: Figures,
        note: Callable[[str], None],
    ) -> None:
        self._counter = counter
        self._timeline = timeline
        self._random = random
        self._restart = restart
        self._figures = figures
        self._note = note

    def begin(self) -> None:
        self._timeline.later(self._random.uniform(300, 1_500), self._happen)

    def _happen(self) -> None:
        self.begin()
        if self._counter.acts or not self._counter.is_up:
            return
        kinds = (
            (self._offline, 4),
            (self._full_disk, 4),
            (self._sleep, 3),
            (self._clock_set, 3),
            (self._start_again, 2),
            (self._back_up, 4),
            (self._restore, 1),
        )
        [act] = self._random.choices([kind for kind, _ in kinds], [weight for _, weight in kinds])
        self._note(f"{self._counter.name}: {act.__name__.strip('_')}")
        act()

    def _offline(self) -> None:
        self._counter.wire.is_down = True
        self._timeline.later(self._random.uniform(20, 500), self._online)

    def _online(self) -> None:
        self._counter.wire.is_down = False

    def _full_disk(self) -> None:
        self._counter.fill_disk(self._random.uniform(5, 200))

    def _sleep(self) -> None:
        seconds = self._random.choice((20, 600, 5_000))
        self._counter.is_asleep = True
        self._timeline.later(seconds, lambda: self._counter.wake(seconds))

    def _clock_set(self) -> None:
        clock = self._counter.clock
        clock.ahead = 0 if clock.ahead else self._random.choice(CLOCK_CHANGES)

    def _start_again(self) -> None:
        self._figures.counts["restarts"] += 1
        self._counter.stop()
        self._timeline.later(self._random.uniform(2, 200), lambda: self._restart(self._counter))

    def _back_up(self) -> None:
        self._counter.back_up()

    def _restore(self) -> None:
        if self._counter.restore():
            self._figures.counts["restores"] += 1
            self._timeline.later(self._random.uniform(2, 200), lambda: self._restart(self._counter))
