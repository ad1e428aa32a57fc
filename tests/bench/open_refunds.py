"""A shop's data directory with many payments, and the same one with a refund open for each of them."""

import shutil
import time
from dataclasses import replace
from pathlib import Path
from random import Random

from refund_gui.domain.money import Money
from refund_gui.domain.refund import Base, Cause, Move, Outcome, Refund, RefundState
from refund_gui.domain.tag import new_tag
from refund_gui.store.database import Database
from refund_gui.store.refunds import RefundRecords
from tests.bench.counter import counter
from tests.bench.upstream import AMOUNT, imp_uid

SINCE = 3_600
"""Seconds ago: by rule 16 all of them are due to be read by now."""

CHUNK = 500
"""Refunds made in one transaction."""


def make_shop(data_dir: Path, origin: str) -> None:
    """Load every payment of the stand-in, as a shop does at first."""
    with counter(data_dir, origin) as terminal:
        terminal.syncing.run(90, lambda progress: None, lambda: False)


def with_open_refunds(shop: Path, data_dir: Path, count: int) -> None:
    """A copy of the shop in which `count` payments have a refund whose answer was lost."""
    shutil.copytree(shop, data_dir)
    database = Database(data_dir / "store.sqlite3")
    refunds = RefundRecords(database)
    began = int(time.time()) - SINCE
    for first in range(0, count, CHUNK):
        with database.writing():
            for number in range(first, min(first + CHUNK, count)):
                _lose_answer(refunds, number, began)


def _lose_answer(refunds: RefundRecords, number: int, began: int) -> None:
    whole = Money(AMOUNT, "KRW")
    refund = Refund(
        refund_id=f"{number:032x}",
        imp_uid=imp_uid(number),
        tag=new_tag((), Random(number).getrandbits),
        amount=whole,
        checksum=whole,
        is_whole=True,
        base=Base(Money(0, "KRW"), ()),
        reason="고객 변심",
        operator="김점원",
        counter="계산대 1",
        created_at=began,
        updated_at=began,
    )
    refunds.add(refund, refund.operator)
    attempt = refunds.begin_attempt(refund.refund_id, None, began, refund.operator)
    ended = replace(attempt, outcome=Outcome.LOST, ended_at=began)
    move = Move(RefundState.SENDING, RefundState.UNKNOWN, Cause.ANSWER, began)
    refunds.end_attempt(ended, move, None)
