"""The counter of `tests/terminal`, and the windows of `tests/gui` on it."""

from tests.gui.conftest import counter, garbage_stays_here, korean_locale, program, qapp_args, qtbot, speak
from tests.terminal.conftest import shop

__all__ = [
    "counter",
    "garbage_stays_here",
    "korean_locale",
    "program",
    "qapp_args",
    "qtbot",
    "shop",
    "speak",
]
