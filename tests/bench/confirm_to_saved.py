"""Confirm to saved: one refund by the program, against a bare httpx and sqlite3 script that does the same.

The same: one POST on a new connection with a token that is there already, and three commits (confirmed, about
to be sent, answered) to a file on the same disk, WAL and synchronous=FULL. The stand-in is a process of its
own on a loopback socket with TCP_NODELAY. Both refund in turns, so that whatever else the machine does hits
both alike.
"""

import argparse
import json
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from typing import NamedTuple

import httpx

from refund_gui.domain.money import Money
from refund_gui.domain.refund import RefundState
from refund_gui.domain.request import RefundRequest
from refund_gui.practice.app import KEY, SECRET
from refund_gui.terminal.refunding import Refunding
from tests.bench.counter import counter
from tests.bench.machine import machine
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

    def __init__(self, refunding: Refunding) -> None:
        self._refunding = refunding

    def prepare(self, number: int) -> Callable[[], None]:
        offer = self._refunding.offer(imp_uid(number))
        request = RefundRequest(imp_uid(number), Money(AMOUNT, "KRW"), "고객 변심", "", "김점원", None)

        def confirm() -> None:
            refund = self._refunding.refund(offer, request)
            assert refund.state is RefundState.SUCCEEDED, refund.state

        return confirm


class Cost(NamedTuple):
    """What one refund took, in milliseconds: on the wall, and of a processor."""

    wall: float
    cpu: float


def cost(confirm: Callable[[], None]) -> Cost:
    wall, cpu = time.perf_counter(), time.thread_time()
    confirm()
    return Cost((time.perf_counter() - wall) * 1000, (time.thread_time() - cpu) * 1000)


def measure(rounds: int, directory: Path) -> tuple[list[Cost], list[Cost]]:
    """Each refund's cost: by the bare script, and by the program."""
    with ExitStack() as opened:
        origin = opened.enter_context(upstream(2 * (rounds + WARM_UP)))
        bare = opened.enter_context(closing(BareScript(directory / "bare.sqlite3", origin)))
        ours = Program(opened.enter_context(counter(directory / "program", origin)).refunding)
        costs = [
            (cost(bare.prepare(2 * number)), cost(ours.prepare(2 * number + 1)))
            for number in range(rounds + WARM_UP)
        ]
    bare_costs, our_costs = zip(*costs[WARM_UP:], strict=True)
    return list(bare_costs), list(our_costs)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure confirm to saved.")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument(
        "--directory", type=Path, help="on the disk to be measured; the system's own for such"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="refund-bench-", dir=options.directory) as directory:
        bare, ours = measure(options.rounds, Path(directory))
    middle_bare, middle_ours = (statistics.median(one.wall for one in costs) for costs in (bare, ours))
    print(f"Confirm to saved, {options.rounds} refunds each in turns ({machine()}):")
    print(f"  {'':22} median     p95   median of the processor's time")
    for name, costs in ((BareScript.name, bare), (Program.name, ours)):
        walls = [one.wall for one in costs]
        print(
            f"  {name:22} {statistics.median(walls):6.1f}  {statistics.quantiles(walls, n=20)[-1]:6.1f} ms"
            f"  {statistics.median(one.cpu for one in costs):6.1f} ms"
        )
    print(
        f"  above {BareScript.name}: {middle_ours - middle_bare:.1f} ms (goal: at most {GOAL:.0f} ms), "
        f"{middle_ours / middle_bare:.2f} x"
    )


if __name__ == "__main__":
    main()
