"""Whether a newer version is there: asked at most once a day, and never while a refund is open.

It only tells. A person downloads and installs.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from refund_gui import __version__
from refund_gui.clock import Clock
from refund_gui.errors import Refusal, UpdateRefused, UpstreamError
from refund_gui.store import Store
from refund_gui.terminal.seen_version import is_newer
from refund_gui.updates.manifest import Manifest
from refund_gui.updates.source import UpdateSource

log = logging.getLogger(__name__)

_DAY: Final = 86_400
_HOUR: Final = 3_600

_ASK_AT: Final = "update_ask_at"
"""The store's mark, unix seconds: nobody is asked before."""

_SERIAL: Final = "update_serial"
_ISSUED_AT: Final = "update_issued_at"
"""The store's marks: the lowest serial that is still believed; the latest time of any manifest seen here."""

_TOLD: Final = "update_refusal_told"
"""The store's mark, 1 once a refusal was told, 0 from the next good manifest on."""


@dataclass(frozen=True, slots=True)
class Update:
    """A version newer than this program, and the https page that offers it."""

    version: str
    page: str


class Updating:
    """Blocking."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        source: UpdateSource | None = None,
        is_wanted: Callable[[], bool] = lambda: True,
        version: str = __version__,
    ) -> None:
        self._store = store
        self._clock = clock
        self._source = source
        self._is_wanted = is_wanted
        self._version = version
        self._found: Update | None = None

    @property
    def is_possible(self) -> bool:
        """Whether there is anybody to ask."""
        return self._source is not None

    def check(self) -> Update | None:
        """The newer version that is known of, after asking if it is time to. None while a refund is open.

        Where nobody answers, it is asked again in an hour. Raises UpdateRefused once until a good manifest
        comes, and StoreError.
        """
        if self._source is None or not self._is_wanted() or self._has_open_refund():
            return None
        if self._is_time():
            self._ask(self._source, self._clock.now())
        return None if self._has_open_refund() else self._found

    def _ask(self, source: UpdateSource, now: int) -> None:
        self._store.set_mark(_ASK_AT, now + _DAY)
        try:
            manifest = source.read()
            self._believe(manifest, now)
        except UpstreamError as error:
            log.info("nobody tells of updates: %s", type(error).__name__)
            self._store.set_mark(_ASK_AT, now + _HOUR)
        except UpdateRefused as error:
            self._refuse(error)
        else:
            self._store.set_mark(_TOLD, 0)
            newer = is_newer(manifest.version, self._version)
            self._found = Update(manifest.version, manifest.page) if newer else None

    def _is_time(self) -> bool:
        """A mark further away than a day was made while the clock was ahead."""
        ask_at, now = self._store.mark(_ASK_AT) or 0, self._clock.now()
        return not now < ask_at <= now + _DAY

    def _has_open_refund(self) -> bool:
        return bool(self._store.overview.open_counts())

    def _believe(self, manifest: Manifest, now: int) -> None:
        """Hold a genuine manifest against the time and against what was seen here. Raises UpdateRefused.

        A clock that was set back makes nothing valid again: it is later than the newest manifest's time, and
        what has expired once is a replay from then on.
        """
        if manifest.issued_at > now + _DAY:
            raise UpdateRefused(Refusal.NOT_YET_VALID)
        seen, newest = self._store.mark(_SERIAL) or 0, self._store.mark(_ISSUED_AT) or 0
        if manifest.serial < seen:
            raise UpdateRefused(Refusal.REPLAYED)
        if manifest.expires_at <= max(now, newest):
            self._store.set_mark(_SERIAL, manifest.serial + 1)
            raise UpdateRefused(Refusal.EXPIRED)
        self._store.set_mark(_SERIAL, manifest.serial)
        self._store.set_mark(_ISSUED_AT, max(newest, manifest.issued_at))

    def _refuse(self, error: UpdateRefused) -> None:
        """Log each refusal, raise the first one."""
        log.warning("what is published about updates is refused: %s", error)
        if not self._store.mark(_TOLD):
            self._store.set_mark(_TOLD, 1)
            raise error
