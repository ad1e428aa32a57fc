"""Numbered steps: each whole or not at all, with a verified copy of what was there before."""

from pathlib import Path

import peewee as pw
import pytest

from refund_gui.domain.refund import NO_PARTS, RefundState
from refund_gui.errors import StoreNewer
from refund_gui.store import Store, open_store, tables
from refund_gui.store.database import Database
from refund_gui.store.guards import make_guards
from refund_gui.store.migrations import MIGRATIONS, Migration, migrate, version_of
from refund_gui.store.refund_rows import refund_row
from refund_gui.store.sqlite import verify
from tests.store.made_up import NOW, StillClock, payment, refund

TABLES = (
    tables.Payments,
    tables.Tallies,
    tables.Cancellations,
    tables.Changes,
    tables.Refunds,
    tables.Attempts,
    tables.Events,
    tables.Plans,
    tables.Marks,
    tables.Unread,
    tables.SetAside,
    tables.OutsideRefunds,
    tables.OutsideWithdrawals,
    tables.Identity,
)

NEWEST = len(MIGRATIONS)


def run(database: pw.Database, *statements: str) -> None:
    for statement in statements:
        database.execute_sql(statement)  # type: ignore[no-untyped-call]  # Peewee's stubs


def adds_a_table(database: pw.Database) -> None:
    run(database, "CREATE TABLE labels (text TEXT)", "INSERT INTO marks VALUES ('labelled', 1)")


def fails_halfway(database: pw.Database) -> None:
    adds_a_table(database)
    raise ZeroDivisionError


def rebuilds_events(database: pw.Database) -> None:
    run(
        database,
        "CREATE TABLE events_new AS SELECT * FROM events",
        "DROP TABLE events",
        "ALTER TABLE events_new RENAME TO events",
    )


@pytest.mark.parametrize("table", TABLES)
def test_the_migrated_columns_are_the_tables_columns(database: Database, table: type[pw.Model]) -> None:
    with database.connected():
        found = {
            column.name: (column.null, column.primary_key)
            for column in database.peewee.get_columns(table._meta.table_name)
        }
    columns = table._meta.columns.values()
    key = {field.name for field in table._meta.get_primary_keys()}  # type: ignore[no-untyped-call]
    assert found == {field.column_name: (field.null, field.name in key) for field in columns}


def test_there_are_no_other_tables(database: Database) -> None:
    with database.connected():
        found = set(database.peewee.get_tables())
    search = {name for name in found if name.partition("_")[0] == "search"}
    assert search == {"search", "search_config", "search_data", "search_idx"}
    assert found - search == {"versions"} | {table._meta.table_name for table in TABLES}


def test_each_step_leaves_its_row(database: Database) -> None:
    assert version_of(database) == len(MIGRATIONS)
    assert database.select("SELECT * FROM versions ORDER BY version") == [
        {"version": number, "name": migration.name, "applied_at": NOW}
        for number, migration in enumerate(MIGRATIONS, 1)
    ]


def test_a_store_of_the_first_version_keeps_its_refunds_and_gets_plans(
    tmp_path: Path, clock: StillClock
) -> None:
    path = tmp_path / "store.sqlite3"
    old = Database(path)
    migrate(old, tmp_path / "backups", clock, MIGRATIONS[:1])
    later = {"payout_due", "tax_free", "vat", "tax_free_total", "escrow_confirmed"}
    columns = [name for name in refund_row(refund()) if name not in later]
    with old.writing():
        run(old.peewee, "INSERT INTO identity VALUES ('0123456789abcdef0123456789abcdef')")
        for number, state in enumerate((RefundState.NOT_EXECUTED, RefundState.SUCCEEDED), 1):
            row = refund_row(refund(number, state=state))
            old.upsert_many(tables.Refunds, ["refund_id"], [{name: row[name] for name in columns}])
            attempt = (
                "INSERT INTO attempts (refund_id, number, checksum, started_at)"
                f" VALUES ('refund-{number}', 1, 10000, {NOW})"
            )
            run(old.peewee, attempt)
    store = open_store(tmp_path, clock)
    assert store.refunds.get("refund-1") == refund(
        1, state=RefundState.NOT_EXECUTED, tax=NO_PARTS, tax_free_total=None, escrow_confirmed=False
    )
    assert store.refunds.attempts("refund-1")[0].tax == NO_PARTS
    assert [plan.refund_id for plan in store.plans.due(NOW, 9)] == ["refund-1"]
    verify(tmp_path / "backups" / "before-version-2.sqlite3")
    store.close()


def test_a_new_step_runs_once_after_a_verified_backup(
    store: Store, database: Database, clock: StillClock, tmp_path: Path
) -> None:
    store.payments.save([payment()])
    steps = (*MIGRATIONS, Migration("m9999_labels", adds_a_table))
    for _ in range(2):
        migrate(database, tmp_path / "backups", clock, steps)
    assert version_of(database) == NEWEST + 1
    assert store.mark("labelled") == 1
    assert store.payments.get("imp_1") == payment()
    copy = tmp_path / "backups" / f"before-version-{NEWEST + 1}.sqlite3"
    verify(copy)
    assert version_of(Database(copy)) == NEWEST
    with pytest.raises(StoreNewer, match=f"database version {NEWEST + 1}, program version {NEWEST}"):
        migrate(database, tmp_path / "backups", clock)


def test_a_step_that_fails_leaves_nothing_but_the_backup(
    store: Store, database: Database, clock: StillClock, tmp_path: Path
) -> None:
    steps = (*MIGRATIONS, Migration("m9999_wrong", fails_halfway))
    with pytest.raises(ZeroDivisionError):
        migrate(database, tmp_path / "backups", clock, steps)
    assert version_of(database) == NEWEST
    assert store.mark("labelled") is None
    with database.connected():
        assert not database.peewee.table_exists("labels")
    verify(tmp_path / "backups" / f"before-version-{NEWEST + 1}.sqlite3")


def test_guards_lost_in_a_step_come_back(
    store: Store, database: Database, clock: StillClock, tmp_path: Path
) -> None:
    before = guards(database)
    migrate(database, tmp_path / "backups", clock, (*MIGRATIONS, Migration("m9999", rebuilds_events)))
    assert guards(database) != before
    make_guards(database)
    assert guards(database) == before


def test_guards_are_made_anew_only_when_they_differ(database: Database) -> None:
    before = guards(database)
    with database.connected():
        version = database.peewee.pragma("schema_version")
        make_guards(database)
        assert database.peewee.pragma("schema_version") == version
        for wrong in (
            "DROP TRIGGER guard_events_fixed",
            "DROP INDEX guard_one_open_refund",
            "CREATE INDEX guard_one_open_refund ON refunds (imp_uid)",
            "CREATE TRIGGER guard_of_old BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'old'); END",
        ):
            database.peewee.execute_sql(wrong)
    make_guards(database)
    assert guards(database) == before


def guards(database: Database) -> dict[str, str]:
    with database.connected():
        query = "SELECT name, sql FROM sqlite_master WHERE name LIKE 'guard%'"
        return dict(database.peewee.execute_sql(query).fetchall())
