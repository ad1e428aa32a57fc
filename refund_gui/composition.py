"""What works on an open store: upstream, keys and all use cases, put together after the first rows."""

import logging
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from refund_gui.clock import Clock
from refund_gui.credentials import ApiKeys, KeyringKeys, MemoryKeys
from refund_gui.errors import BadOrigin, StoreReadOnly
from refund_gui.high_water import KeyringMark, MemoryMark
from refund_gui.paths import UPDATE_FILE, Paths
from refund_gui.portone.numbers import RequestNumbers
from refund_gui.portone.transport import OFFICIAL, in_process, make_transport
from refund_gui.portone.v1 import PortOneV1
from refund_gui.settings import SettingsFile
from refund_gui.store import Store
from refund_gui.terminal.keys import KeySetup
from refund_gui.terminal.terminal import Terminal, make_terminal
from refund_gui.terminal.updating import Updating
from refund_gui.updates.source import UpdateSource, read_source

if TYPE_CHECKING:
    from refund_gui.practice.app import PracticeApp

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Composed:
    """The use cases, and in practice mode the stand-in that they work with."""

    terminal: Terminal
    practice: "PracticeApp | None"


def compose(
    where: Paths,
    settings: SettingsFile,
    store: Store,
    clock: Clock,
    is_practice: bool,
    api_url: str | None,
    opened: ExitStack,
    update_file: Path = UPDATE_FILE,
) -> Composed:
    """Everything on one store; what was being sent last time is Checking now. No network is touched.

    Args:
        api_url: a checked origin, None for the official one.
        opened: closes the gateway when the store is about to be closed.
        update_file: says who is asked for newer versions; nobody is in practice mode.

    Raises StoreError, before anything else for a damaged file.
    """
    store.check()
    practice = _practice_app(where, clock) if is_practice else None
    origin = api_url or OFFICIAL
    transport = in_process(practice) if practice else make_transport(origin)
    numbers = RequestNumbers(store.payments.highest_request_no())

    def connect(keys: ApiKeys | None) -> PortOneV1:
        return PortOneV1(origin, transport, clock, numbers, keys, lambda: settings.current.enable_webhook)

    gateway = connect(None)
    opened.callback(gateway.close)
    key_store = _practice_keys() if practice else KeyringKeys(store.store_id, origin)
    keys = KeySetup(store, key_store, connect, gateway.use_keys)
    mark = MemoryMark() if practice else KeyringMark(where.data, origin)
    source = None if practice else _update_source(update_file)
    updating = Updating(store, clock, source, lambda: settings.current.check_updates)
    terminal = make_terminal(
        store, gateway, clock, keys, lambda: settings.current.counter, mark, updating=updating
    )
    terminal.reconciler.recover()
    return Composed(terminal, practice)


def _update_source(path: Path) -> UpdateSource | None:
    """A file that was filled in wrongly stops no refund: the self-test tells of it."""
    try:
        return read_source(path)
    except (OSError, ValueError, BadOrigin) as error:
        log.error("updates are not asked for: %s", type(error).__name__)
        return None


def _practice_app(where: Paths, clock: Clock) -> "PracticeApp":
    from refund_gui.practice.sample_shop import sample_app  # a real shop never needs it

    try:
        return sample_app(clock=clock.now, journal=where.journal)
    except OSError as error:
        raise StoreReadOnly(str(where.journal), error.strerror or "") from error


def _practice_keys() -> MemoryKeys:
    from refund_gui.practice.app import KEY, SECRET

    return MemoryKeys(ApiKeys(KEY, SECRET))
