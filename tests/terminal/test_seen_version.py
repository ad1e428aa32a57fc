"""What is new is told once after an update, never at the first start."""

import pytest

from refund_gui.terminal.seen_version import is_newer
from tests.terminal.shop import Shop


def test_the_first_start_has_nothing_to_tell(shop: Shop) -> None:
    assert shop.terminal.seen_version.before("0.1.0") is None
    assert shop.terminal.seen_version.before("0.1.0") is None


def test_an_update_is_told_once(shop: Shop) -> None:
    shop.terminal.seen_version.before("0.1.0")
    shop.restart()
    assert shop.terminal.seen_version.before("1.12.3") == "0.1.0"
    shop.restart()
    assert shop.terminal.seen_version.before("1.12.3") is None
    assert shop.terminal.seen_version.before("2.0.0") == "1.12.3"


def test_an_older_program_tells_nothing_and_forgets_nothing(shop: Shop) -> None:
    shop.terminal.seen_version.before("0.2.0")
    assert shop.terminal.seen_version.before("0.1.0") is None
    assert shop.terminal.seen_version.before("0.2.0") is None


@pytest.mark.parametrize(
    ("version", "than", "is_so"),
    [
        ("0.2.0", "0.1.9", True),
        ("0.10.0", "0.9.0", True),
        ("1.0.0", "1.0.0", False),
        ("0.9.9", "1.0.0", False),
    ],
)
def test_versions_are_compared_as_numbers(version: str, than: str, is_so: bool) -> None:
    assert is_newer(version, than) is is_so
