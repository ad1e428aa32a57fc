"""How far upstream was read, and what could not be: kept across starts."""

from pathlib import Path

from refund_gui.domain.coverage import Coverage, Span
from refund_gui.store import Store, open_store
from refund_gui.store.coverage import SetAsideRecord
from tests.store.made_up import StillClock

COVERAGE = Coverage(10, 900, (Span(700, 900), Span(10, 300)))


def test_there_is_none_before_the_first_load(store: Store) -> None:
    assert store.coverage.load() is None


def test_it_is_kept_whole(store: Store, data_dir: Path, clock: StillClock) -> None:
    store.coverage.keep(Coverage(0, 1, (Span(0, 1),)))
    store.coverage.keep(COVERAGE)
    assert store.coverage.load() == COVERAGE
    store.close()
    again = open_store(data_dir, clock)
    assert again.coverage.load() == COVERAGE
    again.coverage.keep(Coverage(10, 900, ()))
    assert again.coverage.load() == Coverage(10, 900, ())
    again.close()


def test_bad_records_stay_until_they_read_well(store: Store) -> None:
    first, other = SetAsideRecord("imp_1", "FieldMissing: amount", 5), SetAsideRecord("", "FieldMissing", 9)
    store.coverage.note([first, other], ["imp_3"])
    assert store.coverage.set_aside() == (other, first)
    again = SetAsideRecord("imp_1", "FieldMissing: status", 12)
    store.coverage.note([again], [])
    assert store.coverage.set_aside() == (again, other)
    store.coverage.note([], ["imp_1", "imp_2"])
    assert store.coverage.set_aside() == (other,)
