"""The counter of `tests/terminal`."""

from tests.terminal.conftest import shop

__all__ = ["shop"]
