"""Several threads at one store: exactly one wins, nobody waits for ever, no connection is left behind."""

import gc
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from refund_gui.domain.listing import OrderFilter
from refund_gui.domain.refund import RefundState
from refund_gui.errors import NotAllowed, RefundIsOpen, StoreCorrupt, StoreReadOnly
from refund_gui.store import Store, open_store
from refund_gui.store.connections import MOST_KEPT
from refund_gui.store.database import Database
from refund_gui.store.payments import PaymentRecords
from tests.store.made_up import NOW, StillClock, answered, ended, payment, refund, sent, won

RACERS = 8


def race(run: Callable[[int], object]) -> list[object]:
    """What each of the racers, let go at the same moment, returned or raised."""
    start = threading.Barrier(RACERS)

    def one(number: int) -> object:
        start.wait()
        try:
            return run(number)
        except (NotAllowed, RefundIsOpen) as error:
            return type(error)

    with ThreadPoolExecutor(RACERS) as pool:
        return list(pool.map(one, range(RACERS)))


@pytest.mark.parametrize("_again", range(5))
def test_one_of_many_confirmations_wins(store: Store, _again: int) -> None:
    tags = [f"TAG{number}" for number in range(RACERS)]
    results = race(lambda n: store.refunds.add(refund(n, tag=tags[n]), "이나래"))
    assert sorted(map(str, results)) == sorted(["None", *[str(RefundIsOpen)] * (RACERS - 1)])
    (winner,) = store.refunds.of_payment("imp_1")
    assert len(store.refunds.events(winner.refund_id)) == 1


@pytest.mark.parametrize("_again", range(5))
def test_one_of_many_attempts_wins(store: Store, _again: int) -> None:
    store.refunds.add(refund(), "이나래")
    results = race(lambda n: store.refunds.begin_attempt("refund-1", won(3_000), NOW + n, "이나래"))
    assert results.count(NotAllowed) == RACERS - 1
    (attempt,) = store.refunds.attempts("refund-1")
    assert attempt in results


def test_one_of_many_outcomes_is_kept(store: Store) -> None:
    attempt = sent(store, refund())
    results = race(
        lambda n: store.refunds.end_attempt(
            ended(attempt, message=str(n)), answered(RefundState.UNKNOWN), None
        )
    )
    assert results.count(NotAllowed) == RACERS - 1
    assert len(store.refunds.events("refund-1")) == 3


def test_a_sync_and_refunds_do_not_disturb_each_other(store: Store) -> None:
    def work(number: int) -> object:
        if number % 2:
            return store.payments.save(payment(number * 1000 + n) for n in range(300))
        return sent(store, refund(number, imp_uid=f"imp_of_{number}"))

    results = race(work)
    assert NotAllowed not in results
    assert store.orders.count(OrderFilter()) == RACERS // 2 * 300
    assert len(store.overview.open_refunds()) == RACERS // 2


def test_a_few_connections_serve_all_threads(data_dir: Path, clock: StillClock) -> None:
    elsewhere = open_connections()
    store = open_store(data_dir, clock)
    for _ in range(3):
        race(lambda n: store.payments.save([payment(n)]))
    assert 1 <= open_connections() - elsewhere <= 1 + MOST_KEPT  # one that keeps the log
    store.close()
    assert open_connections() == elsewhere


def test_no_connection_keeps_an_old_moment(store: Store, raw: sqlite3.Connection) -> None:
    """A reader that is not at its end keeps the log from being folded."""
    store.payments.save(payment(number) for number in range(300))
    race(lambda n: (store.orders.by_code(["imp_1"]), store.payments.highest_request_no(), store.mark("none")))
    race(lambda n: store.orders.count(OrderFilter()))
    assert raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone() == (0, 0, 0)


def test_a_connection_that_failed_is_not_used_again(store: Store, database: Database) -> None:
    with database.connections.keeping():
        with pytest.raises(StoreReadOnly):
            save_on_a_spoilt_connection(database)
        assert PaymentRecords(database, StillClock()).save([payment()]) == 1


def test_what_is_no_database_leaves_no_connection(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    path.write_bytes(b"no database" * 100)
    before, database = open_connections(), Database(path)
    with pytest.raises(StoreCorrupt), database.connected():
        pass
    assert open_connections() == before


def test_between_calls_a_thread_has_no_connection(store: Store, database: Database) -> None:
    with database.connected():
        assert not database.peewee.is_closed()
    assert database.peewee.is_closed()
    assert database.connections.current is None


def save_on_a_spoilt_connection(database: Database) -> None:
    with database.connected():
        database.peewee.execute_sql("PRAGMA query_only = 1")
        PaymentRecords(database, StillClock()).save([payment()])


def open_connections() -> int:
    gc.collect()
    return sum(is_open(thing) for thing in gc.get_objects() if isinstance(thing, sqlite3.Connection))


def is_open(connection: sqlite3.Connection) -> bool:
    try:
        return connection.total_changes >= 0
    except sqlite3.ProgrammingError:
        return False
