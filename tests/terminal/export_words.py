"""Words for exports, and a store with made-up refunds to export."""

from refund_gui.domain.listing import PageKey
from refund_gui.domain.refund_listing import HistoryFilter, HistoryRow
from refund_gui.domain.states import HISTORY_STATES, EntryOrigin, Origin, OutsideWay
from refund_gui.store import Store
from refund_gui.terminal.exporting import ExportColumn, ExportWords
from tests.store.made_up import found_upstream, payment

WORDS = ExportWords(
    sheet="환불 내역",
    headers={column: f"머리글 {column}" for column in ExportColumn},
    refunded="환불 {count}건",
    outside="외부 {count}건",
    open="진행 중 {count}건",
    states={
        (state, is_test): f"상태 {state}{' 시험' * is_test}"
        for state in HISTORY_STATES
        for is_test in (False, True)
    },
    methods={"card": "수단 card"},
    pgs={"html5_inicis": "PG html5_inicis", "tosspayments": "PG tosspayments"},
    origins={origin: f"출처 {origin}" for origin in (*Origin, *EntryOrigin)},
    ways={way: f"방법 {way}" for way in OutsideWay},
)


def add_refunds(store: Store, count: int) -> None:
    """So many refunds of so many orders, a second apart."""
    for start in range(0, count, 250):
        numbers = range(start, min(start + 250, count))
        store.payments.save(payment(number) for number in numbers)
        with store._database.writing():  # one transaction: a hundred thousand of them would take minutes
            for number in numbers:
                store.refunds.add(found_upstream(number, imp_uid=f"imp_{number}", cancellation_id="c"), "")


def all_rows(store: Store, chosen: HistoryFilter | None = None) -> list[HistoryRow]:
    rows: list[HistoryRow] = []
    after: PageKey | None = None
    while page := store.refunds.page(chosen or HistoryFilter(), after, 1000):
        rows.extend(page)
        after = page[-1].key
    return rows
