"""A stand-in i'mport with many equal payments, in a process of its own.

`python -m tests.bench.upstream COUNT` prints its origin and serves until it is terminated.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from refund_gui.practice.app import PracticeApp
from refund_gui.practice.records import Record, Status
from refund_gui.practice.server import PracticeServer

ROOT = Path(__file__).resolve().parents[2]

AMOUNT = 12_000
"""Won that each payment has."""


def imp_uid(number: int) -> str:
    return f"imp_{number:012d}"


def made_up_record(number: int, now: int) -> Record:
    """A card payment of some days ago; the higher its number, the later."""
    paid_at = now - 10 * 86_400 + number
    return Record(
        imp_uid=imp_uid(number),
        merchant_uid=f"20300101-{number:06d}",
        amount=Decimal(AMOUNT),
        status=Status.PAID,
        pay_method="card",
        pg_provider="tosspayments",
        started_at=paid_at - 30,
        paid_at=paid_at,
        fields={
            "channel": "mobile",
            "pg_tid": f"tviva{number:016d}",
            "pg_id": "tvivarepublica",
            "apply_num": f"{number:08d}",
            "card_code": "366",
            "card_name": "신한카드",
            "card_number": "411905******1234",
            "card_type": 0,
            "name": "우전 녹차 선물세트",
            "buyer_name": "김가람",
            "buyer_email": "buyer@example.invalid",
            "buyer_tel": "010-0000-0000",
            "receipt_url": f"https://receipt.example.invalid/{number}",
        },
    )


@contextmanager
def upstream(count: int) -> Iterator[str]:
    """The stand-in with `count` payments while the block runs; its origin."""
    command = [sys.executable, "-m", "tests.bench.upstream", str(count)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def main() -> None:
    now = int(time.time())
    app = PracticeApp(made_up_record(number, now) for number in range(int(sys.argv[1])))
    with PracticeServer(app) as server:
        print(server.url, flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main()
