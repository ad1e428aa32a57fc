"""The program without its window, at a stand-in behind a socket: what `app.opened_shop` puts together."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from refund_gui.clock import SystemClock
from refund_gui.credentials import ApiKeys, MemoryKeys
from refund_gui.portone.numbers import RequestNumbers
from refund_gui.portone.transport import make_transport
from refund_gui.portone.v1 import PortOneV1
from refund_gui.practice.app import KEY, SECRET
from refund_gui.store import open_store
from refund_gui.terminal.keys import KeySetup
from refund_gui.terminal.terminal import Terminal, make_terminal


@contextmanager
def counter(data_dir: Path, origin: str) -> Iterator[Terminal]:
    """Its use cases on this data directory, with keys. Nothing has been recovered yet."""
    clock = SystemClock()
    with closing(open_store(data_dir, clock)) as store:
        numbers = RequestNumbers(store.payments.highest_request_no())
        gateway = PortOneV1(origin, make_transport(origin), clock, numbers, ApiKeys(KEY, SECRET))
        keys = KeySetup(store, MemoryKeys(), lambda keys: gateway, gateway.use_keys)
        yield make_terminal(store, gateway, clock, keys, lambda: "계산대 1")
