"""Data directories with many payments, filled through the real store and kept in build/bench.

`python -m tests.bench.million --count 1000000` makes the one of a million, unless it is there, and prints
where it is. One that another schema or another search wrote is made anew.
"""

import argparse
import hashlib
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Final

from refund_gui.clock import SystemClock
from refund_gui.domain.payment import Payment
from refund_gui.store import open_store
from tests.bench import made_up_shop, shop_words
from tests.bench.machine import machine
from tests.bench.made_up_shop import PAGE, MadeUpShop

ROOT: Final = Path(__file__).resolve().parents[2]
CACHE: Final = ROOT / "build" / "bench"
MILLION: Final = 1_000_000

_WRITTEN_BY: Final = ("store/payments.py", "store/index.py", "store/search.py", "domain/searching.py")
"""What decides, beside the schema, what stands in a row."""


def shop(count: int, directory: Path = CACHE) -> Path:
    """The data directory of the shop with `count` payments. Made if need be: minutes for a million."""
    return kept(f"shop-{count}", directory, lambda path: fill(path, MadeUpShop(count).payments()))


def kept(name: str, directory: Path, make: Callable[[Path], None]) -> Path:
    """What `make` makes of made-up payments, once for each kind of store."""
    path = directory / f"{name}-{_kind()}"
    if path.exists():
        return path
    unfinished = directory / f"unfinished-{name}"
    for old in (*directory.glob(f"{name}-*"), unfinished):
        if old.is_dir():
            shutil.rmtree(old)
        else:
            old.unlink(missing_ok=True)
    directory.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    make(unfinished)
    unfinished.rename(path)
    print(f"Made {name} in {time.monotonic() - began:.0f} s ({machine()}).", flush=True)
    return path


def copied_shop(count: int, target: Path, directory: Path = CACHE) -> Path:
    """A copy of the shop, to write in."""
    shutil.copytree(shop(count, directory), target)
    return target


def fill(data_dir: Path, payments: Iterable[Payment]) -> None:
    """Save the payments in pages, as sync does."""
    with closing(open_store(data_dir, SystemClock())) as store:
        for page in pages(payments):
            store.payments.save(page)


def pages(payments: Iterable[Payment]) -> Iterator[list[Payment]]:
    """So many at once as one request reads."""
    rest = iter(payments)
    while page := list(islice(rest, PAGE)):
        yield page


def add_options(parser: argparse.ArgumentParser, count: int = MILLION) -> None:
    """`--count` and `--directory`, as all of these measurements have them."""
    parser.add_argument("--count", type=int, default=count, help="payments of the shop")
    parser.add_argument("--directory", type=Path, default=CACHE, help="where made-up shops are kept")


def _kind() -> str:
    """Tells shops apart that this program would fill differently."""
    kind = hashlib.sha256()
    with tempfile.TemporaryDirectory(prefix="refund-bench-") as directory:
        open_store(Path(directory), SystemClock()).close()
        with closing(sqlite3.connect(Path(directory) / "store.sqlite3")) as fresh:
            kind.update(
                "\n".join(str(row[0]) for row in fresh.execute("SELECT sql FROM sqlite_master")).encode()
            )
    written_by = [ROOT / "refund_gui" / name for name in _WRITTEN_BY]
    for source in (*written_by, Path(made_up_shop.__file__), Path(shop_words.__file__)):
        kind.update(source.read_bytes())
    return kind.hexdigest()[:8]


def main() -> None:
    parser = argparse.ArgumentParser(description="Make a shop with many payments.")
    add_options(parser)
    options = parser.parse_args()
    print(shop(options.count, options.directory))


if __name__ == "__main__":
    main()
