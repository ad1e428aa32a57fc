"""The sample shop: believable, the same for the same seed, and kept by its journal."""

import http.client
from collections import Counter
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from refund_gui.clock import KOREA, in_korea
from refund_gui.practice import sample_shop
from refund_gui.practice.records import Record, Status
from refund_gui.practice.sample_shop import sample_app, sample_records
from refund_gui.practice.server import serve
from tests.practice.client import Client
from tests.practice.shop_kit import DAY, NOW, Clock

MOMENTS = [
    NOW,
    int(datetime(2025, 12, 1, 0, 0, 5, tzinfo=KOREA).timestamp()),
    int(datetime(2026, 3, 1, 0, 30, tzinfo=KOREA).timestamp()),
    int(datetime(2026, 8, 31, 23, 59, 59, tzinfo=KOREA).timestamp()),
]


@pytest.fixture(params=MOMENTS)
def now(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(params=[1, 2])
def shop(request: pytest.FixtureRequest, now: int) -> list[Record]:
    return sample_records(now, seed=request.param)


def by_uid(shop: list[Record], imp_uid: str) -> Record:
    return next(record for record in shop if record.imp_uid == imp_uid)


def test_the_same_seed_is_the_same_shop() -> None:
    assert sample_records(NOW, 5) == sample_records(NOW, 5)
    assert sample_records(NOW, 5) != sample_records(NOW, 6)


def test_there_are_about_three_hundred_payments_of_all_kinds(shop: list[Record]) -> None:
    assert 290 <= len(shop) <= 310
    assert len({record.imp_uid for record in shop}) == len(shop)
    methods = {
        "card",
        "vbank",
        "phone",
        "trans",
        "kakaopay",
        "point",
        "tosspay",
        "payco",
        "samsung",
        "paypal",
    }
    assert methods <= {record.pay_method for record in shop}
    pgs = {
        "html5_inicis",
        "kcp",
        "tosspayments",
        "nice",
        "danal",
        "kicc",
        "smartro",
        "kakaopay",
        "naverpay",
        "ksnet",
    }
    assert pgs <= {record.pg_provider for record in shop}
    counts = Counter(record.status for record in shop)
    assert min(counts[status] for status in Status) >= 3
    assert sum(1 for r in shop if r.cancels and r.balance) >= 5
    assert sum(1 for r in shop if r.cancels and not r.balance) >= 5


def test_money_adds_up(shop: list[Record]) -> None:
    for record in shop:
        assert record.amount > 0
        assert 0 <= record.cancel_amount <= record.amount
        assert record.cancel_amount == sum(cancel.amount for cancel in record.cancels)
        assert all(cancel.amount > 0 for cancel in record.cancels)
        assert (record.status is Status.CANCELLED) == bool(record.cancels)
        if record.currency == "KRW":
            assert all(money == int(money) for money in [record.amount, record.cancel_amount])


def test_times_are_in_order_and_in_the_past(shop: list[Record], now: int) -> None:
    for record in shop:
        assert now - 90 * DAY <= record.started_at <= now
        ended = record.paid_at or record.failed_at or record.started_at
        times = [record.started_at, ended, *(cancel.cancelled_at for cancel in record.cancels), now]
        assert times == sorted(times)
        assert bool(record.paid_at) == (record.status in {Status.PAID, Status.CANCELLED})
        assert bool(record.failed_at) == (record.status is Status.FAILED)
    newest = max(record.started_at for record in shop)
    assert now - 3600 <= newest


def test_fields_keep_to_the_limits_of_the_api(shop: list[Record]) -> None:
    limits = {
        "imp_uid": 32,
        "merchant_uid": 40,
        "pay_method": 20,
        "pg_provider": 16,
        "pg_tid": 64,
        "name": 40,
    }
    limits |= {"buyer_name": 16, "buyer_email": 64, "buyer_tel": 16, "buyer_addr": 128, "buyer_postcode": 8}
    for record in shop:
        shown = record.annotation()
        assert all(0 < len(str(shown[name])) <= limit for name, limit in limits.items())


def test_nobody_here_can_be_reached(shop: list[Record]) -> None:
    for record in shop:
        shown = record.annotation()
        assert str(shown["buyer_tel"]).startswith("010-0")
        assert str(shown["buyer_email"]).endswith("@example.invalid")
        assert (
            str(shown["receipt_url"] or "https://x.example.invalid/")
            .split("/")[2]
            .endswith("example.invalid")
        )


def test_test_payments_are_not_among_the_newest_hundred(shop: list[Record]) -> None:
    newest_first = sorted(shop, key=lambda record: -record.started_at)
    places = [place for place, record in enumerate(newest_first) if record.sandbox]
    assert len(places) == 5
    assert min(places) >= 100


def test_some_orders_failed_before_they_were_paid(shop: list[Record]) -> None:
    numbers = Counter(record.merchant_uid for record in shop)
    twice = [number for number, count in numbers.items() if count > 1]
    assert len(twice) >= 5
    for number in twice:
        attempts = sorted((r for r in shop if r.merchant_uid == number), key=lambda record: record.started_at)
        assert [record.status for record in attempts] == [Status.FAILED, Status.PAID]
        assert len({record.amount for record in attempts}) == 1


def test_phone_payments_of_this_month_and_the_last(shop: list[Record], now: int) -> None:
    this_month = in_korea(now).month
    last_month = 12 if this_month == 1 else this_month - 1
    assert in_korea(by_uid(shop, sample_shop.PHONE_THIS_MONTH).paid_at).month == this_month
    for imp_uid in (sample_shop.PHONE_LAST_MONTH, sample_shop.PHONE_KCP_LAST_MONTH):
        assert in_korea(by_uid(shop, imp_uid).paid_at).month == last_month


def test_the_named_payments_are_what_they_say(shop: list[Record], now: int) -> None:
    kinds = {
        sample_shop.CARD: ("card", "tosspayments", "paid"),
        sample_shop.VBANK: ("vbank", "html5_inicis", "paid"),
        sample_shop.VBANK_KCP: ("vbank", "kcp", "paid"),
        sample_shop.VBANK_TOSS: ("vbank", "tosspayments", "paid"),
        sample_shop.VBANK_WAITING: ("vbank", "html5_inicis", "ready"),
        sample_shop.VBANK_DANAL: ("vbank", "danal", "paid"),
        sample_shop.SETTLEMENT_SHORT: ("card", "kcp", "paid"),
        sample_shop.FIRST_ANSWER_LOST: ("card", "nice", "paid"),
        sample_shop.PARTLY_REFUNDED: ("card", "html5_inicis", "cancelled"),
        sample_shop.FULLY_REFUNDED: ("card", "nice", "cancelled"),
        sample_shop.NAVERPAY: ("card", "naverpay", "paid"),
    }
    for imp_uid, kind in kinds.items():
        record = by_uid(shop, imp_uid)
        assert (record.pay_method, record.pg_provider, record.status.value) == kind
    assert by_uid(shop, sample_shop.PARTLY_REFUNDED).balance == 60_000
    assert by_uid(shop, sample_shop.FULLY_REFUNDED).balance == 0
    assert by_uid(shop, sample_shop.DOLLARS).annotation()["amount"] == Decimal("48.50")
    assert by_uid(shop, sample_shop.KOREAN_ORDER).merchant_uid == "주문/가을-7"
    assert by_uid(shop, sample_shop.SANDBOX).sandbox
    promotion = by_uid(shop, sample_shop.PROMOTION).annotation()["promotion"]
    assert isinstance(promotion, dict)
    assert promotion["discount"] == 3000
    assert int(str(by_uid(shop, sample_shop.VBANK_WAITING).annotation()["vbank_date"])) > now


def test_all_of_it_is_valid_by_the_official_schema() -> None:
    with serve(sample_app(clock=Clock(NOW))) as server:
        client = Client(server.url)
        client.log_in()
        listed = client.get("/payments/status/all", limit=1000).response["list"]
        assert len(listed) == len(sample_records(NOW))
        dollars = client.get(f"/payments/{sample_shop.DOLLARS}")
        assert b'"amount": 48.50,' in dollars.raw


def test_the_named_payments_do_what_they_say() -> None:
    with serve(sample_app(clock=Clock(NOW))) as server:
        client = Client(server.url)
        client.log_in()
        assert client.cancel(sample_shop.CARD, amount=20_000, checksum=58_000).code == 0
        account = {"refund_holder": "김가람", "refund_bank": "88", "refund_account": "9990001234567"}
        assert client.cancel(sample_shop.VBANK, checksum=32_000, **account).code == 0
        for _ in range(2):
            refusal = client.cancel(sample_shop.SETTLEMENT_SHORT)
            assert (refusal.code, refusal.message) == (
                -1,
                "결제취소에 실패하였습니다. " + sample_shop.SETTLEMENT_TEXT,
            )
        with pytest.raises(http.client.RemoteDisconnected):
            client.cancel(sample_shop.FIRST_ANSWER_LOST, amount=1000)
        assert client.get(f"/payments/{sample_shop.FIRST_ANSWER_LOST}").response["cancel_amount"] == 1000
        assert client.cancel(sample_shop.FIRST_ANSWER_LOST, amount=1000).code == 0
        assert client.cancel(sample_shop.PHONE_LAST_MONTH).code == -1


class TestJournal:
    def cancel(self, journal: Path, clock: Clock, imp_uid: str, amount: int) -> None:
        with serve(sample_app(seed=4, clock=clock, journal=journal)) as server:
            client = Client(server.url)
            client.log_in()
            assert client.cancel(imp_uid, amount=amount, reason="[R7K2QF] 변심").code == 0

    def test_the_shop_and_its_refunds_are_there_again(self, tmp_path: Path) -> None:
        journal, clock = tmp_path / "shop.jsonl", Clock(NOW)
        self.cancel(journal, clock, sample_shop.CARD, 1000)
        clock.now += 3 * DAY
        self.cancel(journal, clock, sample_shop.CARD, 2000)
        again = sample_app(seed=9, clock=clock, journal=journal)
        history = again.history(sample_shop.CARD)
        kept = [(cancel.amount, cancel.cancelled_at) for cancel in history]
        assert kept == [(Decimal(1000), NOW), (Decimal(2000), NOW + 3 * DAY)]
        assert history[0].reason == "[R7K2QF] 변심"
        assert len({cancel.cancellation_id for cancel in history}) == 2
        with serve(again) as server:
            client = Client(server.url)
            client.log_in()
            started = client.get(f"/payments/{sample_shop.CARD}").response["started_at"]
        assert started == by_uid(sample_records(NOW, 4), sample_shop.CARD).started_at

    def test_the_first_answer_is_lost_only_once(self, tmp_path: Path) -> None:
        journal, clock = tmp_path / "shop.jsonl", Clock(NOW)
        with serve(sample_app(clock=clock, journal=journal)) as server:
            client = Client(server.url)
            client.log_in()
            with pytest.raises(http.client.RemoteDisconnected):
                client.cancel(sample_shop.FIRST_ANSWER_LOST, amount=1000)
        self.cancel(journal, clock, sample_shop.FIRST_ANSWER_LOST, 500)

    def test_a_line_that_was_cut_off_is_dropped(self, tmp_path: Path) -> None:
        journal, clock = tmp_path / "shop.jsonl", Clock(NOW)
        self.cancel(journal, clock, sample_shop.CARD, 1000)
        with journal.open("a") as file:
            file.write('{"imp_uid": "imp_9000')
        self.cancel(journal, clock, sample_shop.CARD, 2000)
        history = sample_app(clock=clock, journal=journal).history(sample_shop.CARD)
        assert [cancel.amount for cancel in history] == [1000, 2000]

    def test_what_does_not_fit_the_shop_is_left_out(self, tmp_path: Path) -> None:
        journal, clock = tmp_path / "shop.jsonl", Clock(NOW)
        self.cancel(journal, clock, sample_shop.CARD, 1000)
        kept = journal.read_text()
        gone = kept.splitlines(keepends=True)[1].replace(sample_shop.CARD, "imp_gone")
        too_much = kept.splitlines(keepends=True)[1].replace('"amount": 1000', '"amount": 58000')
        journal.write_text(kept + gone + too_much)
        history = sample_app(clock=clock, journal=journal).history(sample_shop.CARD)
        assert [cancel.amount for cancel in history] == [1000]
