"""Confirm to saved: one refund by the program, against a bare httpx and sqlite3 script that does the same.

The same: one POST on a new connection with a token that is there already, and three commits (confirmed, about
to be sent, answered) to a file on the same disk, WAL and synchronous=FULL. The stand-in is a process of its
own on a loopback socket with TCP_NODELAY. Both refund in turns, so that whatever else the machine does hits
both alike.
"""

import argparse
import json
import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import httpx

from refund_gui.clock import SystemClock
from refund_gui.credentials import ApiKeys, MemoryKeys
from refund_gui.domain.money import Money
from refund_gui.domain.refund import RefundState
from refund_gui.domain.request import RefundRequest
from refund_gui.portone.numbers import RequestNumbers
from refund_gui.portone.transport import make_transport
from refund_gui.portone.v1 import PortOneV1
from refund_gui.practice.app import KEY, SECRET
from refund_gui.store import open_store
from refund_gui.terminal.keys import KeySetup
from refund_gui.terminal.terminal import Terminal, make_terminal
from tests.bench.upstream import AMOUNT, imp_uid, upstream

GOAL = 10.0
"""Milliseconds above the bare script."""

WARM_UP = 20
"""Refunds of each kind before the first that counts: imports, caches, the store's own file."""

_TABLES = """
CREATE TABLE refunds (refund_id TEXT PRIMARY KEY, imp_uid TEXT, tag TEXT, amount INTEGER, checksum INTEGER,
    reason TEXT, operator TEXT, state TEXT, at INTEGER);
CREATE TABLE attempts (id INTEGER PRIMARY KEY, refund_id TEXT, checksum INTEGER, amount INTEGER,
    started_at INTEGER, ended_at INTEGER, status INTEGER, code INTEGER, message TEXT);
CREATE TABLE payments (imp_uid TEXT PRIMARY KEY, cancel_amount INTEGER, record TEXT);
"""


class BareScript:
    """Nothing but the calls and the commits: one client, one connection to the database."""

    name = "bare httpx + sqlite3"

    def __init__(self, path: Path, origin: str) -> None:
        self._client = httpx.Client(base_url=origin, headers={"Connection": "close"}, trust_env=False)
        keys = {"imp_key": KEY, "imp_secret": SECRET}
        answer = self._client.post("/users/getToken", json=keys).json()
        self._token = f"Bearer {answer['response']['access_token']}"
        self._database = sqlite3.connect(path)
        self._database.execute("PRAGMA journal_mode = wal")
        self._database.execute("PRAGMA synchronous = full")
        self._database.executescript(_TABLES)

    def prepare(self, number: int) -> Callable[[], None]:
        return lambda: self._refund(imp_uid(number), f"{number:032x}")

    def close(self) -> None:
        self._client.close()
        self._database.close()

    def _refund(self, payment: str, refund_id: str) -> None:
        database, reason = self._database, "[R7K2QF] 고객 변심"
        with database:
            row = (
                refund_id,
                payment,
                "R7K2QF",
                AMOUNT,
                AMOUNT,
                reason,
                "김점원",
                "prepared",
                int(time.time()),
            )
            database.execute("INSERT INTO refunds VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        with database:
            database.execute("UPDATE refunds SET state = 'sending' WHERE refund_id = ?", (refund_id,))
            insert = "INSERT INTO attempts (refund_id, checksum, started_at) VALUES (?, ?, ?)"
            attempt = database.execute(insert, (refund_id, AMOUNT, int(time.time()))).lastrowid
        body = {"imp_uid": payment, "checksum": AMOUNT, "reason": reason}
        reply = self._client.post("/payments/cancel", json=body, headers={"Authorization": self._token})
        answer = reply.json()
        assert answer["code"] == 0, answer
        with database:
            ended = (int(time.time()), reply.status_code, answer["code"], answer["message"], attempt)
            update = "UPDATE attempts SET ended_at = ?, status = ?, code = ?, message = ? WHERE id = ?"
            database.execute(update, ended)
            database.execute("UPDATE refunds SET state = 'succeeded' WHERE refund_id = ?", (refund_id,))
            record = answer["response"]
            shown = (payment, record["cancel_amount"], json.dumps(record))
            database.execute("INSERT OR REPLACE INTO payments VALUES (?, ?, ?)", shown)


class Program:
    """`Refunding.refund` on an offer that a dialog has just opened on."""

    name = "refund terminal"

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal

    def prepare(self, number: int) -> Callable[[], None]:
        offer = self._terminal.refunding.offer(imp_uid(number))
        request = RefundRequest(imp_uid(number), Money(AMOUNT, "KRW"), "고객 변심", "", "김점원", None)

        def confirm() -> None:
            refund = self._terminal.refunding.refund(offer, request)
            assert refund.state is RefundState.SUCCEEDED, refund.state

        return confirm


@contextmanager
def program(data_dir: Path, origin: str) -> Iterator[Program]:
    """The program's use cases on a new store, with keys, and without a window."""
    clock = SystemClock()
    with closing(open_store(data_dir, clock)) as store:
        numbers = RequestNumbers(store.payments.highest_request_no())
        gateway = PortOneV1(origin, make_transport(origin), clock, numbers, ApiKeys(KEY, SECRET))
        keys = KeySetup(store, MemoryKeys(), lambda keys: gateway, gateway.use_keys)
        terminal = make_terminal(store, gateway, clock, keys, lambda: "계산대 1")
        terminal.reconciler.recover()
        terminal.rounds.run()
        yield Program(terminal)


def milliseconds(confirm: Callable[[], None]) -> float:
    started = time.perf_counter()
    confirm()
    return (time.perf_counter() - started) * 1000


def measure(rounds: int, directory: Path) -> tuple[list[float], list[float]]:
    """Milliseconds of each refund: of the bare script, and of the program."""
    with ExitStack() as opened:
        origin = opened.enter_context(upstream(2 * (rounds + WARM_UP)))
        bare = opened.enter_context(closing(BareScript(directory / "bare.sqlite3", origin)))
        ours = opened.enter_context(program(directory / "program", origin))
        times = [
            (milliseconds(bare.prepare(2 * number)), milliseconds(ours.prepare(2 * number + 1)))
            for number in range(rounds + WARM_UP)
        ]
    bare_times, our_times = zip(*times[WARM_UP:], strict=True)
    return list(bare_times), list(our_times)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure confirm to saved.")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument(
        "--directory", type=Path, help="on the disk to be measured; the system's own for such"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="refund-bench-", dir=options.directory) as directory:
        bare, ours = measure(options.rounds, Path(directory))
    middle_bare, middle_ours = statistics.median(bare), statistics.median(ours)
    above = middle_ours - middle_bare
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"Confirm to saved, {options.rounds} refunds each in turns ({os.cpu_count()} CPUs{load}):")
    print(f"  {'':22} median     p95")
    for name, times in ((BareScript.name, bare), (Program.name, ours)):
        print(f"  {name:22} {statistics.median(times):6.1f}  {statistics.quantiles(times, n=20)[-1]:6.1f} ms")
    print(
        f"  {Program.name} above {BareScript.name}: {above:.1f} ms (goal: at most {GOAL:.0f} ms), "
        f"{middle_ours / middle_bare:.2f} x"
    )


if __name__ == "__main__":
    main()
