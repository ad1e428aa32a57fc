"""A store that was lost or restored from an older copy: noticed, said, swept (protocol: crash table)."""

import shutil

import pytest

from refund_gui.domain.refund import Origin, RefundState
from refund_gui.practice.faults import Fault
from refund_gui.terminal.continuity import GapKind
from tests.terminal.shop import ACCOUNT, Shop

S = RefundState
DAY = 86_400


def lose(shop: Shop) -> None:
    shop.stop()
    shutil.rmtree(shop.data_dir)
    shop.start()


def back_up(shop: Shop) -> None:
    copy = shop.store.back_up_daily()
    assert copy is not None
    shutil.copy(copy, shop.data_dir.parent / "kept.sqlite3")


def restore(shop: Shop) -> None:
    shop.stop()
    shutil.rmtree(shop.data_dir)
    shop.data_dir.mkdir()
    shutil.copy(shop.data_dir.parent / "kept.sqlite3", shop.data_dir / "store.sqlite3")
    shop.start()


def known(shop: Shop, imp_uid: str) -> set[tuple[str, Origin]]:
    return {(refund.tag, refund.origin) for refund in shop.store.refunds.of_payment(imp_uid)}


def gap(shop: Shop) -> GapKind | None:
    return shop.terminal.attention.look().gap


def test_a_lost_store_is_noticed_and_what_it_had_is_found_again(shop: Shop) -> None:
    card, vbank = shop.refund("imp_card", 3_000), shop.refund("imp_vbank", account=ACCOUNT)
    shop.check_all(1)
    shop.clock.advance(200 * DAY)
    lose(shop)
    shop.upstream.faults.next(Fault.STATUS, on="/payments/status/*", times=2)
    shop.check_all(1)
    assert gap(shop) is GapKind.LOST
    shop.check_all(10)
    assert gap(shop) is None
    assert known(shop, "imp_card") == {(card.tag, Origin.FOUND_UPSTREAM)}
    assert known(shop, "imp_vbank") == {(vbank.tag, Origin.FOUND_UPSTREAM)}
    assert shop.posts() == 2


def test_an_older_copy_is_noticed_and_what_it_misses_is_found(shop: Shop) -> None:
    first = shop.refund("imp_card", 3_000)
    back_up(shop)
    second = shop.refund("imp_card", 2_000)
    shop.check_all(1)
    restore(shop)
    shop.upstream.faults.next(Fault.STATUS, on="/payments/status/*")
    shop.check_all(1)
    assert gap(shop) is GapKind.RESTORED
    shop.check_all(5)
    assert gap(shop) is None
    assert known(shop, "imp_card") == {(first.tag, Origin.HERE), (second.tag, Origin.FOUND_UPSTREAM)}


def test_until_it_is_swept_each_fresh_reading_keeps_refunds_safe(shop: Shop) -> None:
    back_up(shop)
    lost = shop.refund("imp_card")
    shop.check_all(1)
    restore(shop)
    offer = shop.refunding.offer("imp_card")
    assert offer.payment.balance.minor == 0
    assert known(shop, "imp_card") == {(lost.tag, Origin.FOUND_UPSTREAM)}


def test_a_sweep_goes_on_after_a_restart(shop: Shop) -> None:
    card = shop.refund("imp_card", 3_000)
    shop.check_all(1)
    lose(shop)
    shop.line.is_down = True
    shop.check_all(3)
    assert gap(shop) is GapKind.LOST
    shop.restart()
    assert gap(shop) is GapKind.LOST
    shop.check_all(2)
    assert gap(shop) is None
    assert known(shop, "imp_card") == {(card.tag, Origin.FOUND_UPSTREAM)}


def test_an_ordinary_restart_is_no_gap(shop: Shop) -> None:
    shop.refund("imp_card", 3_000)
    shop.check_all(1)
    for _ in range(2):
        shop.restart()
        shop.check_all(1)
        assert gap(shop) is None
    pages = [entry for entry in shop.upstream.log() if entry.path.startswith("/payments/status")]
    assert pages == []


def test_a_new_shop_that_never_refunded_anything_has_nothing_to_lose(shop: Shop) -> None:
    shop.check_all(1)
    lose(shop)
    shop.check_all(1)
    assert gap(shop) is None
    assert shop.mark.load() is None


def test_what_was_made_after_the_mark_is_enough_to_notice(shop: Shop) -> None:
    shop.refund("imp_card", 1_000)
    shop.check_all(1)
    mark = shop.mark.load()
    assert mark is not None
    assert mark.newest_event == shop.store.overview.newest_event()
    assert mark.store_id == shop.store.store_id


@pytest.mark.parametrize("pages", [1, 3])
def test_a_listed_page_adopts_and_asks_for_single_readings(shop: Shop, pages: int) -> None:
    shop.upstream.faults.next(Fault.LATE, seconds=200)
    refund = shop.refund("imp_card", 3_000)
    shop.check_all(125)
    shop.clock.advance(100)
    assert shop.state(refund) is S.NOT_EXECUTED
    for _ in range(pages):
        shop.syncing.run(90, lambda progress: None, lambda: False)
    assert shop.state(refund) is S.NOT_EXECUTED, "a row of a list proves nothing by itself"
    shop.check_all(1)
    assert shop.state(refund) is S.SUCCEEDED


def test_another_counters_refund_is_adopted_from_the_list(shop: Shop) -> None:
    made = shop.refund("imp_card", 3_000)
    lose(shop)
    shop.syncing.run(90, lambda progress: None, lambda: False)
    assert known(shop, "imp_card") == {(made.tag, Origin.FOUND_UPSTREAM)}


def test_a_sweep_reads_every_page_of_every_window(shop: Shop) -> None:
    made = [shop.refund("imp_card", 1_000), shop.refund("imp_vbank", 2_000, ACCOUNT)]
    shop.check_all(1)
    shop.clock.advance(400 * DAY)
    lose(shop)
    shop.gateway._page_size = 1
    shop.check_all(1)
    for _ in range(12):
        shop.rounds.run()
    assert gap(shop) is None
    found = known(shop, "imp_card") | known(shop, "imp_vbank")
    assert found == {(refund.tag, Origin.FOUND_UPSTREAM) for refund in made}
