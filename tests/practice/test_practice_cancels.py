"""POST /payments/cancel (`api-v1 §2`)."""

from decimal import Decimal
from typing import Any

import pytest

from refund_gui.practice.app import PracticeApp
from refund_gui.practice.records import Status
from tests.practice.client import Client
from tests.practice.shop_kit import ACCOUNT, DAY, NOW, Clock, korean_time, payment

PG_REFUSAL = "결제취소에 실패하였습니다. "


def cancelled(app: PracticeApp, imp_uid: str = "imp_1") -> list[Decimal]:
    """The amounts that were really cancelled."""
    return [cancel.amount for cancel in app.history(imp_uid)]


def test_a_part_makes_the_status_cancelled_and_leaves_a_balance(app: PracticeApp, client: Client) -> None:
    app.add(payment())
    reply = client.cancel("imp_1", amount=3000, checksum=10000, reason="[R7K2QF] 고객 변심")
    response = reply.response
    assert (reply.status, reply.code) == (200, 0)
    assert (response["status"], response["cancel_amount"], response["cancelled_at"]) == (
        "cancelled",
        3000,
        NOW,
    )
    assert response["cancel_reason"] == "[R7K2QF] 고객 변심"
    (entry,) = response["cancel_history"]
    assert (entry["amount"], entry["reason"], entry["cancelled_at"]) == (3000, "[R7K2QF] 고객 변심", NOW)
    assert entry["cancellation_id"]
    assert entry["pg_tid"]
    assert response["cancel_receipt_urls"] == [entry["receipt_url"]]
    assert client.get("/payments/imp_1").response == response


def test_parts_add_up_and_the_last_one_says_when_and_why(
    app: PracticeApp, client: Client, clock: Clock
) -> None:
    app.add(payment())
    client.cancel("imp_1", amount=3000, checksum=10000, reason="one")
    clock.now += 60
    response = client.cancel("imp_1", amount=7000, checksum=7000, reason="two").response
    assert (response["cancel_amount"], response["cancel_reason"], response["cancelled_at"]) == (
        10000,
        "two",
        NOW + 60,
    )
    ids = {entry["cancellation_id"] for entry in response["cancel_history"]}
    assert len(ids) == 2


@pytest.mark.parametrize("amount", [{}, {"amount": 0}, {"amount": None}, {"amount": ""}])
def test_no_amount_or_zero_is_the_whole_balance(
    app: PracticeApp, client: Client, amount: dict[str, Any]
) -> None:
    app.add(payment())
    assert client.cancel("imp_1", checksum=10000, **amount).response["cancel_amount"] == 10000


def test_a_form_is_as_good_as_json(app: PracticeApp, client: Client) -> None:
    app.add(payment(pg_provider="naverpay"))
    body = {
        "imp_uid": "imp_1",
        "amount": "2500",
        "checksum": "10000",
        "reason": "변심",
        "extra[requester]": "customer",
    }
    reply = client.post("/payments/cancel", body, form=True)
    assert (reply.code, reply.response["cancel_amount"]) == (0, 2500)


def test_imp_uid_wins_over_merchant_uid(app: PracticeApp, client: Client) -> None:
    app.add(payment("imp_1"))
    app.add(payment("imp_2"))
    assert client.cancel("imp_1", merchant_uid="order-imp_2").response["imp_uid"] == "imp_1"
    assert cancelled(app, "imp_2") == []
    assert client.cancel("imp_9", merchant_uid="order-imp_2").code == 1


def test_a_merchant_uid_alone_finds_the_attempt_that_was_paid(app: PracticeApp, client: Client) -> None:
    app.add(payment("imp_1", merchant_uid="twice"))
    app.add(payment("imp_2", merchant_uid="twice", status=Status.FAILED, paid_at=NOW - 60))
    assert client.post("/payments/cancel", {"merchant_uid": "twice"}).response["imp_uid"] == "imp_1"


def test_a_payment_has_to_be_named(client: Client) -> None:
    assert client.post("/payments/cancel", {"amount": 100}).code == 1


def test_an_unknown_payment_is_refused_with_200(client: Client) -> None:
    reply = client.cancel("imp_9")
    assert (reply.status, reply.code, reply.message) == (200, 1, "취소할 결제건이 존재하지 않습니다.")


def test_a_fully_cancelled_payment_says_so(app: PracticeApp, client: Client) -> None:
    app.add(payment())
    client.cancel("imp_1")
    reply = client.cancel("imp_1", checksum=10000)
    assert (reply.status, reply.code, reply.message) == (200, 1, "이미 전액취소된 주문입니다.")
    assert cancelled(app) == [10000]


@pytest.mark.parametrize(
    "fields",
    [
        {"checksum": 9999},
        {"checksum": 0},
        {"checksum": "x"},
        {"amount": 10001},
        {"amount": -1},
        {"amount": 10.5},
        {"amount": "1,000"},
        {"amount": True},
        {"amount": "1e40"},
        {"amount": "Infinity"},
        {"amount": [1]},
    ],
)
def test_a_wrong_checksum_or_amount_changes_nothing(
    app: PracticeApp, client: Client, fields: dict[str, Any]
) -> None:
    app.add(payment())
    reply = client.cancel("imp_1", **fields)
    assert (reply.status, reply.code) == (200, 1)
    assert cancelled(app) == []


def test_the_checksum_of_a_first_part_is_refused_the_second_time(app: PracticeApp, client: Client) -> None:
    app.add(payment())
    assert client.cancel("imp_1", amount=1000, checksum=10000).code == 0
    assert client.cancel("imp_1", amount=1000, checksum=10000).code == 1
    assert cancelled(app) == [1000]


@pytest.mark.parametrize("status", [Status.READY, Status.FAILED])
@pytest.mark.parametrize("pay_method", ["card", "vbank"])
def test_what_was_not_paid_is_not_refunded(
    app: PracticeApp, client: Client, status: Status, pay_method: str
) -> None:
    app.add(payment(status=status, pay_method=pay_method))
    assert client.cancel("imp_1", refund_bank="088", **ACCOUNT).code != 0
    assert cancelled(app) == []


@pytest.mark.parametrize(("pg_provider", "text"), [("html5_inicis", "500749"), ("kcp", "CCA9")])
def test_after_a_part_some_pgs_want_the_amount(
    app: PracticeApp, client: Client, pg_provider: str, text: str
) -> None:
    app.add(payment(pg_provider=pg_provider))
    client.cancel("imp_1", amount=1000)
    refusal = client.cancel("imp_1", checksum=9000)
    assert (refusal.code, refusal.message.startswith(PG_REFUSAL), text in refusal.message) == (-1, True, True)
    assert client.cancel("imp_1", amount=9000, checksum=9000).code == 0


def test_the_pg_can_refuse_in_its_own_words(app: PracticeApp, client: Client) -> None:
    app.add(payment(pg_refusal="[8178] 정산금액 부족"))
    reply = client.cancel("imp_1")
    assert (reply.status, reply.code, reply.message) == (200, -1, PG_REFUSAL + "[8178] 정산금액 부족")


def test_dollars_stay_exact(app: PracticeApp, client: Client) -> None:
    app.add(payment(amount=Decimal("48.50"), currency="USD", pay_method="paypal", pg_provider="paypal_v2"))
    raw = b'{"imp_uid": "imp_1", "amount": 12.34, "checksum": 48.5}'
    reply = client.send("POST", "/payments/cancel", raw)
    assert reply.response["cancel_amount"] == Decimal("12.34")
    assert b'"cancel_amount": 12.34,' in reply.raw
    assert client.cancel("imp_1", amount="0.001").code == 1


def test_any_reason_comes_back_as_it_was(app: PracticeApp, client: Client) -> None:
    app.add(payment())
    reason = '[R7K2QF] 파손 😢 "따옴표" \ud83d'
    assert client.cancel("imp_1", reason=reason).response["cancel_reason"] == reason


class TestAccounts:
    @pytest.mark.parametrize("missing", ["refund_holder", "refund_bank", "refund_account"])
    def test_a_virtual_account_needs_all_of_it(self, app: PracticeApp, client: Client, missing: str) -> None:
        app.add(payment(pay_method="vbank"))
        fields = {name: value for name, value in ACCOUNT.items() if name != missing}
        if missing != "refund_bank":
            fields["refund_bank"] = "088"
        assert client.cancel("imp_1", **fields).code == 1
        assert cancelled(app) == []

    @pytest.mark.parametrize(
        ("pg_provider", "right", "wrong"),
        [
            ("html5_inicis", "88", ["088", "BK88", "99", "8"]),
            ("kcp", "BK88", ["88", "088", "BK99", "bk88"]),
            ("tosspayments", "088", ["88", "BK88", "999"]),
            ("nice", "088", ["88"]),
            ("kicc", "088", ["88"]),
            ("settle", "088", ["88"]),
            ("daou", "10", ["88", "088"]),
        ],
    )
    def test_each_pg_wants_its_own_bank_codes(
        self, app: PracticeApp, client: Client, pg_provider: str, right: str, wrong: list[str]
    ) -> None:
        app.add(payment(pay_method="vbank", pg_provider=pg_provider))
        for code in wrong:
            assert client.cancel("imp_1", refund_bank=code, **ACCOUNT).code == -1
        assert client.cancel("imp_1", refund_bank=right, **ACCOUNT).code == 0
        assert cancelled(app) == [10000]

    def test_a_pg_without_a_published_table_takes_any_code(self, app: PracticeApp, client: Client) -> None:
        app.add(payment(pay_method="vbank", pg_provider="ksnet"))
        assert client.cancel("imp_1", refund_bank="X1", **ACCOUNT).code == 0

    def test_an_account_has_no_letters(self, app: PracticeApp, client: Client) -> None:
        app.add(payment(pay_method="vbank"))
        fields = {**ACCOUNT, "refund_account": "12345a"}
        assert client.cancel("imp_1", refund_bank="088", **fields).code == -1

    def test_danal_refunds_no_virtual_account(self, app: PracticeApp, client: Client) -> None:
        app.add(payment(pay_method="vbank", pg_provider="danal"))
        assert client.cancel("imp_1", refund_bank="088", **ACCOUNT).code == -1

    @pytest.mark.parametrize(
        ("pay_method", "pg_provider"), [("vbank", "smartro"), ("trans", "smartro_v2"), ("trans", "welcome")]
    )
    def test_some_want_the_holders_telephone_too(
        self, app: PracticeApp, client: Client, pay_method: str, pg_provider: str
    ) -> None:
        app.add(payment(pay_method=pay_method, pg_provider=pg_provider))
        assert client.cancel("imp_1").code == 1
        assert client.cancel("imp_1", refund_bank="088", **ACCOUNT).code == -1
        assert client.cancel("imp_1", refund_bank="088", refund_tel="01000000000", **ACCOUNT).code == 0


class TestPhones:
    def test_the_month_ends_at_midnight_in_korea(
        self, app: PracticeApp, client: Client, clock: Clock
    ) -> None:
        app.add(payment(pay_method="phone", pg_provider="danal", paid_at=korean_time(2025, 10, 31, 23, 50)))
        clock.now = korean_time(2025, 11, 1, 0, 0)
        client.log_in()
        assert client.cancel("imp_1").code == -1
        clock.now = korean_time(2025, 10, 31, 23, 59)
        client.log_in()
        assert client.cancel("imp_1").code == 0

    def test_kcp_refunds_an_earlier_month_to_an_account(self, app: PracticeApp, client: Client) -> None:
        app.add(payment(pay_method="phone", pg_provider="kcp", paid_at=NOW - 25 * DAY))
        assert client.cancel("imp_1").code == 1
        assert client.cancel("imp_1", refund_bank="BK88", **ACCOUNT).code == 0

    def test_kcp_wants_no_account_within_the_month(self, app: PracticeApp, client: Client) -> None:
        app.add(payment(pay_method="phone", pg_provider="kcp"))
        assert "[8345]" in client.cancel("imp_1", refund_bank="BK88", **ACCOUNT).message
        assert client.cancel("imp_1").code == 0

    def test_only_inicis_refunds_a_part(self, app: PracticeApp, client: Client) -> None:
        app.add(payment("imp_1", pay_method="phone", pg_provider="mobilians"))
        app.add(payment("imp_2", pay_method="phone", pg_provider="html5_inicis"))
        assert client.cancel("imp_1", amount=1000).code == -1
        assert client.cancel("imp_2", amount=1000).code == 0


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"reason": "변심"},
        {"extra": {"requester": "admin"}},
        {"reason": "변심", "extra": {"requester": "me"}},
    ],
)
def test_naverpay_wants_a_reason_and_who_asked(
    app: PracticeApp, client: Client, fields: dict[str, Any]
) -> None:
    app.add(payment(pg_provider="naverpay"))
    assert client.cancel("imp_1", **fields).code == -1
    assert client.cancel("imp_1", reason="변심", extra={"requester": "admin"}).code == 0


def test_naver_orders_have_their_own_endpoint(app: PracticeApp, client: Client) -> None:
    app.add(payment(pg_provider="naverco"))
    assert client.cancel("imp_1", reason="변심").code == 1


def test_a_cancel_made_in_the_console_moves_the_balance(app: PracticeApp, client: Client) -> None:
    app.add(payment())
    app.cancel_outside("imp_1", Decimal(4000))
    assert client.cancel("imp_1", amount=1000, checksum=10000).code == 1
    assert client.cancel("imp_1", amount=1000, checksum=6000).code == 0


def test_the_history_of_an_unknown_payment_is_an_error(app: PracticeApp) -> None:
    with pytest.raises(KeyError, match="imp_9"):
        app.history("imp_9")
