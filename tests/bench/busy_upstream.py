"""A stand-in i'mport with orders of some weeks ago that a shop has not read yet, in a process of its own.

`python -m tests.bench.busy_upstream COUNT FIRST` prints its origin and serves until it is terminated.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Final

from refund_gui.domain.payment import Payment
from refund_gui.practice.app import PracticeApp
from refund_gui.practice.records import Cancel, Record, Status
from refund_gui.practice.server import PracticeServer
from tests.bench.made_up_shop import DAY, MadeUpShop
from tests.bench.million import ROOT

NEWEST: Final = 21 * DAY
"""Seconds ago: all that became of an order by now lies in the past."""

_KOREA: Final = 9 * 3600

_FIELDS: Final = (
    "channel", "pg_tid", "pg_id", "apply_num", "bank_name", "card_name", "card_number", "card_type",
    "vbank_name", "vbank_num", "vbank_holder", "vbank_date", "buyer_name", "buyer_email", "buyer_tel",
    "fail_reason", "receipt_url", "cash_receipt_issued",
)  # fmt: skip


def record_of(payment: Payment) -> Record:
    """The same payment as upstream has it."""
    return Record(
        imp_uid=payment.imp_uid,
        merchant_uid=payment.merchant_uid,
        amount=payment.amount.as_decimal(),
        status=Status(payment.status),
        pay_method=payment.pay_method,
        pg_provider=payment.pg_provider,
        started_at=payment.started_at,
        paid_at=payment.paid_at,
        failed_at=payment.failed_at,
        fields={name: getattr(payment, name) for name in _FIELDS} | {"name": payment.goods},
        cancels=[
            Cancel(
                entry.cancellation_id,
                entry.pg_tid,
                entry.amount.as_decimal(),
                entry.cancelled_at,
                entry.reason,
                entry.receipt_url,
            )
            for entry in payment.cancellations
        ],
    )


@contextmanager
def busy_upstream(count: int, first: int) -> Iterator[str]:
    """The stand-in with `count` orders, numbered from `first`, while the block runs; its origin."""
    command = [sys.executable, "-m", "tests.bench.busy_upstream", str(count), str(first)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def main() -> None:
    count, first = map(int, sys.argv[1:])
    midnight = (int(time.time()) + _KOREA) // DAY * DAY - _KOREA
    payments = MadeUpShop(count, first, end=midnight - NEWEST).payments()
    app = PracticeApp(map(record_of, payments))
    shop = app._shop
    shop.window = cache(shop.window)  # type: ignore[method-assign]  # its payments never change: sorted once
    with PracticeServer(app) as server:
        print(server.url, flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main()
