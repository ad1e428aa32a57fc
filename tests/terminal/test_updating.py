"""Newer versions: asked for once a day, believed when genuine and in date, told while no refund is open."""

import socket
from collections.abc import Iterator

import pytest

from refund_gui.domain.refund import RefundState
from refund_gui.errors import Refusal, UpdateRefused
from refund_gui.practice.faults import Fault
from refund_gui.terminal.updating import Update, Updating
from refund_gui.updates.manifest import signed
from tests.portone.raw_server import http
from tests.practice.shop_kit import DAY, HOUR, NOW
from tests.terminal.shop import Shop
from tests.updates.published import KEY, PAGE, Site, manifest, site


@pytest.fixture
def published() -> Iterator[Site]:
    with site() as published:
        yield published


def program(shop: Shop, published: Site, version: str = "0.1.0") -> Updating:
    """The use case as a start of the program makes it."""
    return Updating(shop.store, shop.clock, published.source, version=version)


def refused(updating: Updating) -> Refusal:
    with pytest.raises(UpdateRefused) as caught:
        updating.check()
    return caught.value.why


def test_a_newer_version_is_told_with_its_page(shop: Shop, published: Site) -> None:
    assert program(shop, published).check() == Update("0.2.0", PAGE)


@pytest.mark.parametrize("own", ["0.2.0", "0.2.1", "0.10.0", "1.0.0"])
def test_the_same_or_an_older_version_is_none(shop: Shop, published: Site, own: str) -> None:
    assert program(shop, published, own).check() is None
    assert published.asked == 1


def test_nobody_is_asked_twice_a_day_whatever_restarts(shop: Shop, published: Site) -> None:
    updating = program(shop, published)
    assert updating.check()
    shop.clock.advance(DAY - 1)
    assert updating.check() == Update("0.2.0", PAGE), "it is known"
    shop.restart()
    assert program(shop, published).check() is None
    assert published.asked == 1
    shop.clock.advance(1)
    assert program(shop, published).check() == Update("0.2.0", PAGE)
    assert published.asked == 2


def test_a_version_that_is_no_longer_offered_is_no_longer_told(shop: Shop, published: Site) -> None:
    updating = program(shop, published)
    assert updating.check()
    published.publish(serial=8, version="0.1.0")
    shop.clock.advance(DAY)
    assert updating.check() is None


def test_where_nobody_answers_it_is_asked_again_in_an_hour(shop: Shop, published: Site) -> None:
    updating = program(shop, published)
    published.server.answer = http(503)
    assert updating.check() is None
    published.publish()
    shop.clock.advance(HOUR - 1)
    assert updating.check() is None
    assert published.asked == 1
    shop.clock.advance(1)
    assert updating.check() == Update("0.2.0", PAGE)


def test_a_clock_that_was_ahead_stops_no_asking(shop: Shop, published: Site) -> None:
    shop.clock.sleep(30 * DAY)
    assert program(shop, published).check()
    shop.clock.sleep(-30 * DAY)
    assert program(shop, published).check()
    assert published.asked == 2


def test_one_switch_ends_the_asking(shop: Shop, published: Site) -> None:
    wanted = [False]
    updating = Updating(shop.store, shop.clock, published.source, lambda: wanted[0], "0.1.0")
    assert updating.check() is None
    assert published.asked == 0
    wanted[0] = True
    assert updating.check()
    wanted[0] = False
    assert updating.check() is None, "what is known is not told either"


def test_without_an_address_there_is_nobody_to_ask(shop: Shop, published: Site) -> None:
    assert not shop.terminal.updating.is_possible
    assert shop.terminal.updating.check() is None
    assert program(shop, published).is_possible


def lose(shop: Shop) -> None:
    """A refund whose answer does not come."""
    shop.upstream.faults.next(Fault.LOST_REQUEST)
    assert shop.refund("imp_card").state is RefundState.UNKNOWN


def test_nobody_is_asked_while_a_refund_is_open(shop: Shop, published: Site) -> None:
    lose(shop)
    updating = program(shop, published)
    assert updating.check() is None
    assert published.asked == 0
    shop.check_all(200)
    assert not shop.store.overview.open_counts()
    assert updating.check() == Update("0.2.0", PAGE)


def test_what_was_found_waits_for_a_refund_that_began_meanwhile(shop: Shop, published: Site) -> None:
    def answer(connection: socket.socket) -> None:
        lose(shop)
        connection.sendall(http(200, signed(manifest(), KEY.sign)))

    published.server.answer = answer
    updating = program(shop, published)
    assert updating.check() is None
    assert updating.check() is None
    shop.check_all(200)
    assert updating.check() == Update("0.2.0", PAGE)
    assert published.asked == 1


def forge(published: Site) -> None:
    content = bytearray(signed(manifest(serial=8), KEY.sign))
    content[-10] ^= 1
    published.put(bytes(content))


def test_a_refusal_is_told_once_until_all_is_well_again(shop: Shop, published: Site) -> None:
    forge(published)
    assert refused(program(shop, published)) in {Refusal.FORGED, Refusal.UNREADABLE}
    for _ in range(3):
        shop.clock.advance(DAY)
        shop.restart()
        assert program(shop, published).check() is None
    assert published.asked == 4
    published.publish()
    shop.clock.advance(DAY)
    assert program(shop, published).check()
    forge(published)
    shop.clock.advance(DAY)
    assert refused(program(shop, published)) in {Refusal.FORGED, Refusal.UNREADABLE}


def test_what_was_known_before_a_forgery_stays_known(shop: Shop, published: Site) -> None:
    updating = program(shop, published)
    known = updating.check()
    assert known
    published.put(b"forged")
    shop.clock.advance(DAY)
    assert refused(updating) is Refusal.UNREADABLE
    assert updating.check() == known


def test_an_older_manifest_is_a_replay(shop: Shop, published: Site) -> None:
    published.publish(serial=8, version="0.3.0")
    assert program(shop, published).check()
    shop.clock.advance(DAY)
    shop.restart()
    published.publish(serial=7, version="0.4.0")
    assert refused(program(shop, published)) is Refusal.REPLAYED


def test_an_expired_manifest_is_refused_however_the_clock_is_set(shop: Shop, published: Site) -> None:
    shop.clock.advance(90 * DAY)
    assert refused(program(shop, published)) is Refusal.EXPIRED
    shop.clock.sleep(-89 * DAY)
    assert program(shop, published).check() is None
    published.publish(serial=8, issued_at=NOW + DAY, expires_at=NOW + 91 * DAY)
    shop.clock.advance(DAY)
    assert program(shop, published).check(), "the next one is believed"


def test_a_second_before_its_end_it_is_believed(shop: Shop, published: Site) -> None:
    shop.clock.advance(90 * DAY - 1)
    assert program(shop, published).check()


def test_the_newest_manifest_says_how_late_it_is_at_least(shop: Shop, published: Site) -> None:
    shop.clock.advance(30 * DAY)
    published.publish(issued_at=NOW + 30 * DAY)
    assert program(shop, published).check()
    shop.clock.sleep(-29 * DAY)
    published.publish(serial=8, issued_at=NOW, expires_at=NOW + 30 * DAY)
    assert refused(program(shop, published)) is Refusal.EXPIRED


def test_an_earlier_time_does_not_lower_the_newest(shop: Shop, published: Site) -> None:
    assert program(shop, published).check()
    shop.clock.advance(DAY)
    published.publish(serial=8, issued_at=NOW - 30 * DAY, expires_at=NOW + 2 * DAY)
    assert program(shop, published).check()
    shop.clock.sleep(-20 * DAY)
    published.publish(serial=9, issued_at=NOW - 30 * DAY, expires_at=NOW)
    assert refused(program(shop, published)) is Refusal.EXPIRED


@pytest.mark.parametrize(("ahead", "is_believed"), [(DAY, True), (DAY + 1, False)])
def test_a_time_to_come_spoils_nothing(shop: Shop, published: Site, ahead: int, is_believed: bool) -> None:
    published.publish(serial=2**50, issued_at=NOW + ahead, expires_at=NOW + 99 * DAY)
    if is_believed:
        assert program(shop, published).check()
    else:
        assert refused(program(shop, published)) is Refusal.NOT_YET_VALID
        published.publish()
        shop.clock.advance(DAY)
        assert program(shop, published).check(), "neither its serial nor its time counts"


@pytest.mark.parametrize("page", ["http://example.com/download", "file:///C:/setup.exe"])
def test_an_insecure_page_is_refused(shop: Shop, published: Site, page: str) -> None:
    published.publish(page=page)
    assert refused(program(shop, published)) is Refusal.INSECURE_PAGE
