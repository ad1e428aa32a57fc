"""Shops one after the other, each in a directory of its own, in several processes."""

import gc
import logging
import shutil
import tempfile
import traceback
from collections import deque
from collections.abc import Generator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import count
from multiprocessing import get_context
from pathlib import Path

from tests.campaign.simulator.counter import MakeGateway
from tests.campaign.simulator.figures import Figures
from tests.campaign.simulator.quick_sql import spell_quickly
from tests.campaign.simulator.shop import Shop
from tests.campaign.simulator.wire import DirectV1

_MEMORY = Path("/dev/shm")


@dataclass(frozen=True)
class Life:
    """One shop's life. `log` holds its steps only when something is wrong."""

    seed: int
    figures: Figures
    log: tuple[str, ...]


def live(seed: int, demands: int, make_gateway: MakeGateway = DirectV1) -> Life:
    """Let one shop live. Whatever breaks is a violation."""
    directory = Path(tempfile.mkdtemp(prefix="shop-", dir=_MEMORY if _MEMORY.is_dir() else None))
    shop = Shop(seed, directory, demands, make_gateway)
    try:
        shop.live()
    except Exception:  # noqa: BLE001  # a bug anywhere is what is looked for
        shop.figures.violations.append(traceback.format_exc())
    finally:
        shutil.rmtree(directory, ignore_errors=True)
    return Life(seed, shop.figures, tuple(shop.log) if shop.figures.violations else ())


def live_many(first_seed: int, demands: int, workers: int) -> Generator[Life, None, None]:
    """Shops of consecutive seeds, in order, as long as somebody asks for them."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_quietly) as pool:
        running: deque[Future[Life]] = deque()
        try:
            for seed in count(first_seed):
                running.append(pool.submit(live, seed, demands))
                if len(running) > 2 * workers:
                    yield running.popleft().result()
        finally:
            for future in running:
                future.cancel()


def _quietly() -> None:
    """The program logs what is made to happen here; and nothing that it makes is garbage for long."""
    logging.disable(logging.CRITICAL)
    spell_quickly()
    gc.freeze()
    gc.set_threshold(100_000)
