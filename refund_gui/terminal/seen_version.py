"""Which version of the program this shop has seen, so that what is new is told once."""

from typing import Final

from refund_gui.store import Store

_SEEN: Final = "version_seen"
"""The store's mark: the newest version that was told of, as one number."""


class SeenVersion:
    """Blocking. Raises StoreError."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def before(self, version: str) -> str | None:
        """The version that was seen before this one, and this one counts as seen from now on.

        None when this one or a newer one was seen already, and at the first start of all.
        """
        seen, now = self._store.mark(_SEEN), _number(version)
        if seen is None or seen < now:
            self._store.set_mark(_SEEN, now)
        return _text(seen) if seen is not None and seen < now else None


def is_newer(version: str, than: str) -> bool:
    """Whether one version, `1.2.3`, comes after another."""
    return _number(version) > _number(than)


def _number(version: str) -> int:
    """`1.2.3` as 1002003."""
    major, minor, patch = (int(part) for part in version.split("."))
    return (major * 1000 + minor) * 1000 + patch


def _text(number: int) -> str:
    return f"{number // 1_000_000}.{number // 1000 % 1000}.{number % 1000}"
