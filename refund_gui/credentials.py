"""The shop's API keys: in the operating system's keyring or in memory, never in a file (screens: setup)."""

from dataclasses import dataclass, field
from typing import Protocol

from refund_gui.errors import KeyringMissing


@dataclass(frozen=True, slots=True)
class ApiKeys:
    """The REST API key and secret of one shop (api-v1 §1). The secret can refund everything."""

    key: str = field(repr=False)
    secret: str = field(repr=False)


class KeyStore(Protocol):
    """Where one store's keys for one API origin live. Another origin never sees them."""

    def load(self) -> ApiKeys | None:
        """The keys, or None. Never raises: no keyring means no keys."""
        ...

    def save(self, keys: ApiKeys) -> None:
        """Keep the keys. Raises KeyringMissing; they are then kept in memory until the program ends."""
        ...


class MemoryKeys:
    """Keys that end with the process: practice mode, tests, and PCs without a keyring."""

    def __init__(self, keys: ApiKeys | None = None) -> None:
        self._keys = keys

    def load(self) -> ApiKeys | None:
        return self._keys

    def save(self, keys: ApiKeys) -> None:
        self._keys = keys


class KeyringKeys:
    """Keys in the operating system's keyring, named by store id and API origin."""

    def __init__(self, store_id: str, origin: str) -> None:
        self._service = f"refund-terminal {origin} {store_id}"
        self._in_memory: ApiKeys | None = None

    def load(self) -> ApiKeys | None:
        import keyring  # 80 ms that the first paint does not wait for
        from keyring.errors import KeyringError

        if self._in_memory:
            return self._in_memory
        try:
            key = keyring.get_password(self._service, "key")
            secret = keyring.get_password(self._service, "secret")
        except KeyringError:
            return None
        return ApiKeys(key, secret) if key and secret else None

    def save(self, keys: ApiKeys) -> None:
        import keyring
        from keyring.errors import KeyringError

        self._in_memory = keys
        try:
            keyring.set_password(self._service, "key", keys.key)
            keyring.set_password(self._service, "secret", keys.secret)
        except KeyringError as error:
            raise KeyringMissing(type(error).__name__) from error


def check_keyring() -> str:
    """Whether this system's keyring keeps what is put into it, in words. It is left as it was found."""
    import keyring
    from keyring.errors import KeyringError

    service, name, word = "refund-terminal self-test", "key", "not a secret"
    back_end = type(keyring.get_keyring()).__module__
    try:
        keyring.set_password(service, name, word)
        is_kept = keyring.get_password(service, name) == word
        keyring.delete_password(service, name)
    except KeyringError as error:
        return f"none ({type(error).__name__}): the keys stay in memory"
    if not is_kept:
        raise KeyringMissing(back_end)
    return f"{back_end}, written, read, deleted"
