"""The shop's keys: a live check before they are kept (screens: first run, settings)."""

from collections.abc import Callable

from refund_gui.credentials import ApiKeys, KeyStore
from refund_gui.errors import OtherShop
from refund_gui.portone.gateway import Gateway
from refund_gui.store import Store

SAMPLE = 20
"""So many stored payments are asked for: keys that see none of them belong to another shop."""


class KeySetup:
    """Checks keys with upstream and keeps them.

    `connect` makes a gateway for keys that are only being tried; `use` hands kept keys to the program's
    own gateway.
    """

    def __init__(
        self,
        store: Store,
        key_store: KeyStore,
        connect: Callable[[ApiKeys], Gateway],
        use: Callable[[ApiKeys], None],
    ) -> None:
        self._store = store
        self._key_store = key_store
        self._connect = connect
        self._use = use

    def load(self) -> bool:
        """Put the kept keys to use. False when there are none: the wizard is due."""
        keys = self._key_store.load()
        if keys is not None:
            self._use(keys)
        return keys is not None

    def check(self, keys: ApiKeys) -> None:
        """Try the keys. Raises KeysRefused, OtherShop or another UpstreamError."""
        gateway = self._connect(keys)
        try:
            gateway.check_keys()
            known = self._store.payments.newest(SAMPLE)
            if known and not gateway.payments(known):
                raise OtherShop(self._store.store_id)
        finally:
            gateway.close()

    def keep(self, keys: ApiKeys) -> None:
        """Use the keys from now on and keep them. Raises KeyringMissing; they are in use all the same."""
        self._use(keys)
        self._key_store.save(keys)
