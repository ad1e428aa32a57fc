"""A keyring for the real program under measurement: it holds the practice keys, and nothing else."""

from keyring.backend import KeyringBackend

from refund_gui.practice.app import KEY, SECRET

NAME = f"{__name__}.PracticeKeyring"


class PracticeKeyring(KeyringBackend):
    """Named in PYTHON_KEYRING_BACKEND, so that nobody's own keyring is touched."""

    priority = 1.0

    def get_password(self, service: str, username: str) -> str | None:
        return {"key": KEY, "secret": SECRET}.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        """Forgotten."""
