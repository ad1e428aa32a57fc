"""Windows are tested as a Korean shop sees them; the locale of the machine does not matter."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from refund_gui.practice.app import PracticeApp
from refund_gui.ui.background import Lanes
from tests.gui.counter import Counter
from tests.practice.shop_kit import NOW
from tests.terminal.shop import Shop, TestClock


@pytest.fixture(autouse=True)
def korean_locale() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Korean, QLocale.Country.SouthKorea))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def counter(tmp_path: Path, qtbot: QtBot) -> Iterator[Counter]:
    """A counter whose upstream has no payments yet; nothing is loaded."""
    clock = TestClock(NOW)
    shop = Shop(tmp_path / "data", clock, PracticeApp(clock=clock.now, random=Random(1)))
    lanes = Lanes()
    yield Counter(shop, lanes)
    lanes.close(5)
    shop.stop()
