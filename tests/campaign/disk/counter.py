"""One counter without its window, put together as the program does it."""

from dataclasses import dataclass

from refund_gui.credentials import MemoryKeys
from refund_gui.failpoints import Failpoint
from refund_gui.portone.numbers import RequestNumbers
from refund_gui.portone.transport import make_transport
from refund_gui.portone.v1 import PortOneV1
from refund_gui.store import Store
from refund_gui.terminal.keys import KeySetup
from refund_gui.terminal.reconciling import Reconciler
from refund_gui.terminal.refunding import Refunding
from refund_gui.terminal.rounds import Rounds
from refund_gui.terminal.terminal import make_terminal
from tests.terminal.shop import KEYS, TestClock


@dataclass(frozen=True)
class Counter:
    """A running program without its window."""

    store: Store
    gateway: PortOneV1
    reconciler: Reconciler
    refunding: Refunding
    rounds: Rounds

    def close(self) -> None:
        self.gateway.close()
        self.store.close()


def compose(store: Store, url: str, clock: TestClock, failpoint: Failpoint) -> Counter:
    """Put one counter together on an opened store, as `app.py` does."""
    numbers = RequestNumbers(store.payments.highest_request_no())
    gateway = PortOneV1(url, make_transport(url), clock, numbers, KEYS)
    keys = KeySetup(store, MemoryKeys(), lambda keys: gateway, gateway.use_keys)
    made = make_terminal(store, gateway, clock, keys, lambda: "계산대 1", failpoint=failpoint)
    return Counter(store, gateway, made.reconciler, made.refunding, made.rounds)
