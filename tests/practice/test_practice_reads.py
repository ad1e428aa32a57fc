"""Reading payments and banks (`api-v1 §3, §5`)."""

from urllib.parse import quote

import pytest

from refund_gui.practice.app import PracticeApp
from refund_gui.practice.records import Record, Status
from tests.practice.client import Client
from tests.practice.shop_kit import DAY, HOUR, NOW, Clock, payment


def uids(listed: list[dict[str, object]]) -> list[object]:
    return [row["imp_uid"] for row in listed]


def test_test_payments_hide_from_the_single_read_alone(app: PracticeApp, client: Client) -> None:
    app.add(payment(sandbox=True))
    assert client.get("/payments/imp_1").status == 404
    assert client.get("/payments/imp_1", include_sandbox="false").status == 404
    assert client.get("/payments/imp_1", include_sandbox="true").response["sandbox"] is True
    assert uids(client.get("/payments/status/all").response["list"]) == ["imp_1"]
    assert client.get("/payments/find/order-imp_1").status == 200
    assert client.cancel("imp_1").code == 0


def test_an_unknown_payment_is_404(client: Client) -> None:
    reply = client.get("/payments/imp_9")
    assert (reply.status, reply.code, reply.message) == (404, -1, "존재하지 않는 결제정보입니다.")


class TestSeveral:
    def test_all_found_is_200_some_207_none_404(self, app: PracticeApp, client: Client) -> None:
        app.add(payment("imp_1"))
        app.add(payment("imp_2"))
        both = client.get("/payments", **{"imp_uid[]": ["imp_1"], "merchant_uid[]": ["order-imp_2"]})
        assert (both.status, uids(both.response)) == (200, ["imp_1", "imp_2"])
        some = client.get("/payments", **{"imp_uid[]": ["imp_9", "imp_2"]})
        assert (some.status, uids(some.response)) == (207, ["imp_2"])
        assert client.get("/payments", **{"imp_uid[]": ["imp_8"], "merchant_uid[]": ["none"]}).status == 404

    @pytest.mark.parametrize(("asked", "status"), [(0, 400), (100, 404), (101, 400)])
    def test_one_to_a_hundred_can_be_asked(self, client: Client, asked: int, status: int) -> None:
        wanted = [f"imp_{number}" for number in range(asked)]
        assert client.get("/payments", **{"imp_uid[]": wanted}).status == status


class TestByOrderNumber:
    @pytest.fixture(autouse=True)
    def two_attempts(self, app: PracticeApp) -> None:
        app.add(payment("imp_1", merchant_uid="주문/가을 7", status=Status.FAILED, paid_at=NOW - 2 * HOUR))
        app.add(payment("imp_2", merchant_uid="주문/가을 7"))

    path = quote("주문/가을 7", safe="")

    def test_the_newest_attempt_is_found(self, client: Client) -> None:
        assert client.get(f"/payments/find/{self.path}").response["imp_uid"] == "imp_2"
        assert client.get(f"/payments/find/{self.path}", sorting="started").response["imp_uid"] == "imp_1"

    def test_a_status_narrows_it(self, client: Client) -> None:
        assert client.get(f"/payments/find/{self.path}/failed").response["imp_uid"] == "imp_1"
        assert client.get(f"/payments/find/{self.path}/ready").status == 404

    def test_find_all_has_pages(self, client: Client) -> None:
        page = client.get(f"/payments/findAll/{self.path}", limit=1, page=2).response
        assert (page["total"], page["previous"], page["next"], uids(page["list"])) == (2, 1, 0, ["imp_1"])
        assert client.get(f"/payments/findAll/{self.path}", page=2).status == 400

    def test_none_is_404(self, client: Client) -> None:
        assert client.get("/payments/find/nothing").status == 404
        assert client.get("/payments/findAll/nothing").status == 404

    def test_a_wrong_sorting_is_400(self, client: Client) -> None:
        assert client.get(f"/payments/find/{self.path}", sorting="amount").status == 400


class TestByStatus:
    def test_pages_of_twenty_newest_first(self, app: PracticeApp, client: Client) -> None:
        for number in range(45):
            app.add(payment(f"imp_{number:02d}", paid_at=NOW - HOUR - number))
        first = client.get("/payments/status/paid").response
        assert (first["total"], first["previous"], first["next"]) == (45, 0, 2)
        assert uids(first["list"]) == [f"imp_{number:02d}" for number in range(20)]
        last = client.get("/payments/status/paid", page=3).response
        assert (last["previous"], last["next"], len(last["list"])) == (2, 0, 5)
        assert client.get("/payments/status/paid", page=4).status == 400
        whole = client.get("/payments/status/paid", limit=1000, sorting="started").response
        assert uids(whole["list"]) == [f"imp_{number:02d}" for number in reversed(range(45))]

    def test_an_empty_window_is_400_unless_switched(self, app: PracticeApp, client: Client) -> None:
        assert client.get("/payments/status/all").status == 400
        app.empty_page_refused = False
        page = client.get("/payments/status/all").response
        assert page == {"total": 0, "previous": 0, "next": 0, "list": []}
        assert client.get("/payments/status/all", page=2).status == 400

    def test_the_window_is_inclusive_and_ninety_days_by_default(
        self, app: PracticeApp, client: Client
    ) -> None:
        app.add(payment("imp_1", paid_at=NOW - 90 * DAY))
        app.add(payment("imp_2", paid_at=NOW - 90 * DAY - 1))
        app.add(payment("imp_3", paid_at=NOW))
        assert uids(client.get("/payments/status/paid").response["list"]) == ["imp_3", "imp_1"]
        one = client.get("/payments/status/paid", **{"from": NOW, "to": NOW}).response
        assert uids(one["list"]) == ["imp_3"]
        old = client.get("/payments/status/paid", to=NOW - 90 * DAY - 1).response
        assert uids(old["list"]) == ["imp_2"]

    def test_a_longer_window_is_400(self, app: PracticeApp, client: Client) -> None:
        app.add(payment())
        assert client.get("/payments/status/all", **{"from": NOW - 90 * DAY, "to": NOW}).status == 200
        assert client.get("/payments/status/all", **{"from": NOW - 90 * DAY - 1, "to": NOW}).status == 400

    def test_the_window_looks_at_the_final_status(self, app: PracticeApp, client: Client) -> None:
        app.add(payment("imp_1", paid_at=NOW - 100 * DAY))
        assert client.get("/payments/status/all").status == 400
        client.cancel("imp_1", amount=1000)
        assert uids(client.get("/payments/status/cancelled").response["list"]) == ["imp_1"]
        assert client.get("/payments/status/paid", to=NOW - 99 * DAY).status == 400

    def test_ready_and_failed_have_their_own_times(self, app: PracticeApp, client: Client) -> None:
        app.add(payment("imp_1", status=Status.READY))
        app.add(payment("imp_2", status=Status.FAILED))
        started, failed = NOW - HOUR - 60, NOW - HOUR
        ready = client.get("/payments/status/ready", **{"from": started, "to": started})
        assert uids(ready.response["list"]) == ["imp_1"]
        lost = client.get("/payments/status/failed", **{"from": failed, "to": failed})
        assert uids(lost.response["list"]) == ["imp_2"]
        assert client.get("/payments/status/all").response["total"] == 2

    @pytest.mark.parametrize(
        ("sorting", "order"),
        [
            ("started", ["imp_1", "imp_2"]),
            ("-started", ["imp_2", "imp_1"]),
            ("paid", ["imp_2", "imp_1"]),
            ("-paid", ["imp_1", "imp_2"]),
            ("updated", ["imp_1", "imp_2"]),
            ("-updated", ["imp_2", "imp_1"]),
        ],
    )
    def test_sorting(self, app: PracticeApp, client: Client, sorting: str, order: list[str]) -> None:
        slow: Record = payment("imp_1", paid_at=NOW - HOUR)
        slow.started_at = NOW - 9 * HOUR
        app.add(slow)
        app.add(payment("imp_2", paid_at=NOW - 2 * HOUR))
        client.cancel("imp_2")
        assert uids(client.get("/payments/status/all", sorting=sorting).response["list"]) == order

    @pytest.mark.parametrize(
        "query",
        [{"page": 0}, {"page": "x"}, {"limit": 0}, {"limit": 1001}, {"from": "-1"}, {"sorting": "amount"}],
    )
    def test_wrong_parameters_are_400(
        self, app: PracticeApp, client: Client, query: dict[str, object]
    ) -> None:
        app.add(payment())
        assert client.get("/payments/status/all", **query).status == 400

    def test_a_wrong_status_is_400(self, client: Client) -> None:
        assert client.get("/payments/status/partial").status == 400

    def test_the_default_end_follows_the_clock(self, app: PracticeApp, client: Client, clock: Clock) -> None:
        app.add(payment(paid_at=NOW + 60))
        assert client.get("/payments/status/paid").status == 400
        clock.now += 60
        assert client.get("/payments/status/paid").status == 200


def test_banks_have_kftc_codes(client: Client) -> None:
    banks = client.get("/banks").response
    assert len(banks) == 22
    assert {"code": "088", "name": "신한은행"} in banks
    assert client.get("/banks/088").response == {"code": "088", "name": "신한은행"}
    assert client.get("/banks/88").status == 404
