"""One counter over real sockets: the real V1 client, the real store, and what may befall them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

from refund_gui.credentials import ApiKeys, MemoryKeys
from refund_gui.errors import DiskFull
from refund_gui.failpoints import Point
from refund_gui.high_water import MemoryMark
from refund_gui.portone.numbers import RequestNumbers
from refund_gui.portone.transport import make_transport
from refund_gui.portone.v1 import PortOneV1
from refund_gui.practice.app import KEY, SECRET
from refund_gui.store import Store
from refund_gui.terminal.keys import KeySetup
from refund_gui.terminal.terminal import Terminal, make_terminal
from tests.campaign.simulator.computer import ComputerClock, Disk
from tests.campaign.simulator.timeline import Timeline

WRITES = {
    "add": "refunds",
    "begin_attempt": "refunds",
    "end_attempt": "refunds",
    "move": "refunds",
    "save": "payments",
    "was_read": "plans",
    "write": "spool",
}
"""Writes that a full disk may refuse, and whose they are."""


class Killed(BaseException):
    """The process died here. Not an Exception, so that nothing may handle it."""


class Nowhere(httpx.HTTPTransport):
    """A network on which every connection is refused."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.url = request.url.copy_with(port=1)
        return super().handle_request(request)


class Till:
    """`restart` and `die` are followed by a new process on the same data."""

    def __init__(
        self, directory: Path, origin: str, timeline: Timeline, gateway: type[PortOneV1] = PortOneV1
    ) -> None:
        self.clock = ComputerClock(timeline)
        self.is_offline = False
        self.kill_at: Point | None = None
        self._refused: dict[str, int] = {}
        self._goes_through = False
        self._origin = origin
        self._gateway = gateway
        self._online = make_transport(origin)
        self._disk = Disk(directory)
        self._mark = MemoryMark()
        self.start()

    def start(self) -> None:
        """A new process. Nothing that was to befall the last one befalls this."""
        self.kill_at, self._refused = None, {}
        self.store: Store = self._disk.open(self.clock)
        for name, owner in WRITES.items():
            records = getattr(self.store, owner)
            setattr(records, name, self._refusable(name, getattr(records, name)))
        gateway = self._gateway(
            self._origin,
            self._transport,
            self.clock,
            RequestNumbers(self.store.payments.highest_request_no()),
            ApiKeys(KEY, SECRET),
        )
        keys = KeySetup(self.store, MemoryKeys(), lambda _: gateway, gateway.use_keys)
        self.terminal: Terminal = make_terminal(
            self.store, gateway, self.clock, keys, lambda: "계산대 1", self._mark, self._pass
        )
        self.terminal.reconciler.recover()

    def restart(self) -> None:
        self._disk.close()
        self.start()

    def die(self) -> None:
        """Killed, and started again."""
        self._disk.kill()
        self.start()

    def close(self) -> None:
        self._disk.close()

    def refuse(self, name: str, times: int, goes_through: bool) -> None:
        """Let the next calls of this write fail; `goes_through`: only reported as failed."""
        self._refused[name] = times
        self._goes_through = goes_through

    def mend(self) -> None:
        """Nothing more will befall it."""
        self.is_offline, self.kill_at, self.clock.ahead = False, None, 0
        self._refused.clear()

    def _transport(self) -> httpx.BaseTransport:
        return Nowhere() if self.is_offline else self._online()

    def _pass(self, point: Point) -> None:
        if point is self.kill_at:
            raise Killed(point)

    def _refusable(self, name: str, write: Callable[..., Any]) -> Callable[..., Any]:
        def written(*given: Any, **named: Any) -> Any:
            if self._refused.get(name, 0) <= 0:
                return write(*given, **named)
            self._refused[name] -= 1
            if self._goes_through:
                write(*given, **named)
            raise DiskFull(str(self._disk.data_dir), name)

        return written
