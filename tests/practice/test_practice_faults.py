"""Every fault, over a real socket."""

import http.client
import re
import socket
import time
from decimal import Decimal
from threading import Event, Thread

import pytest

from refund_gui.practice.app import PracticeApp
from refund_gui.practice.faults import Fault, RequestLost, Waits
from refund_gui.practice.server import serve
from tests.practice.client import Client
from tests.practice.shop_kit import Clock, payment


@pytest.fixture(autouse=True)
def one_payment(app: PracticeApp) -> None:
    app.add(payment())
    app.add(payment("imp_2", amount=500))


def cancelled(app: PracticeApp, imp_uid: str = "imp_1") -> list[Decimal]:
    return [cancel.amount for cancel in app.history(imp_uid)]


def test_a_lost_answer_was_executed(app: PracticeApp, client: Client) -> None:
    app.faults.next(Fault.LOST_ANSWER)
    with pytest.raises(http.client.RemoteDisconnected):
        client.cancel("imp_1", amount=1000)
    assert cancelled(app) == [1000]
    assert client.get("/payments/imp_1").response["cancel_amount"] == 1000


def test_a_lost_request_was_not(app: PracticeApp, client: Client) -> None:
    app.faults.next(Fault.LOST_REQUEST)
    with pytest.raises(http.client.RemoteDisconnected):
        client.cancel("imp_1", amount=1000)
    assert cancelled(app) == []
    assert client.cancel("imp_1", amount=1000).code == 0


def test_a_refusal_has_its_code_and_words(app: PracticeApp, client: Client) -> None:
    app.faults.next(Fault.REFUSAL, code=-1, message="[8325] 통신오류, 잠시후 재시도 요망")
    reply = client.cancel("imp_1")
    assert (reply.status, reply.code, reply.message) == (200, -1, "[8325] 통신오류, 잠시후 재시도 요망")
    assert cancelled(app) == []


@pytest.mark.parametrize("executed", [False, True])
def test_a_slow_answer_waits_before_or_after(
    app: PracticeApp, client: Client, waits: list[float], executed: bool
) -> None:
    app.faults.next(Fault.SLOW, seconds=60, executed=executed)
    assert client.cancel("imp_1").code == 0
    assert waits == [60]
    assert cancelled(app) == [10000]


@pytest.mark.parametrize(("executed", "done"), [(False, []), (True, [10000])])
def test_a_slow_answer_holds_up_nobody_else(executed: bool, done: list[int]) -> None:
    """Another client reads while the first one still waits: before or after its refund is done."""
    seen: list[object] = []

    def read_meanwhile(seconds: float) -> None:
        other = Client(server.url)
        other.log_in()
        seen.append(other.get("/payments/imp_1").response["cancel_amount"])

    app = PracticeApp([payment()], wait=read_meanwhile)
    with serve(app) as server:
        client = Client(server.url)
        client.log_in()
        app.faults.next(Fault.SLOW, seconds=60, executed=executed)
        assert client.cancel("imp_1").code == 0
    assert seen == [sum(done)]


def test_a_refund_goes_on_when_its_client_has_gone() -> None:
    client_has_gone = Event()

    def wait(_: float) -> None:
        client_has_gone.wait(20)

    app = PracticeApp([payment()], wait=wait)
    with serve(app) as server:
        client = Client(server.url)
        client.log_in()
        app.faults.next(Fault.SLOW, seconds=60)
        with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
            body = b'{"imp_uid": "imp_1"}'
            head = f"POST /payments/cancel HTTP/1.1\r\nHost: x\r\nAuthorization: {client.token}\r\n"
            head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            connection.sendall(head.encode() + body)
        client_has_gone.set()
        deadline = time.monotonic() + 20
        while not app.history("imp_1") and time.monotonic() < deadline:
            client.get("/banks")
    assert cancelled(app) == [10000]


def test_a_dripping_answer_comes_byte_by_byte(app: PracticeApp, client: Client, waits: list[float]) -> None:
    app.faults.next(Fault.DRIPPING, seconds=2)
    reply = client.cancel("imp_1")
    assert reply.code == 0
    assert waits == [2.0] * len(reply.raw)


@pytest.mark.parametrize("status", [429, 500, 502, 503])
@pytest.mark.parametrize(("executed", "done"), [(False, []), (True, [10000])])
def test_error_pages(app: PracticeApp, client: Client, status: int, executed: bool, done: list[int]) -> None:
    app.faults.next(Fault.STATUS, status=status, executed=executed)
    reply = client.cancel("imp_1")
    assert (reply.status, reply.json) == (status, None)
    assert cancelled(app) == done


@pytest.mark.parametrize(("status", "wanted"), [(None, 200), (401, 401)])
def test_a_page_instead_of_json(app: PracticeApp, client: Client, status: int | None, wanted: int) -> None:
    app.faults.next(Fault.HTML, status=status)
    reply = client.cancel("imp_1")
    assert (reply.status, reply.raw[:15]) == (wanted, b"<!DOCTYPE html>")
    assert cancelled(app) == []


def test_truncated_json(app: PracticeApp, client: Client) -> None:
    app.faults.next(Fault.TRUNCATED)
    reply = client.cancel("imp_1")
    assert (reply.status, reply.json, reply.raw[:10]) == (200, None, b'{"code": 0')
    assert cancelled(app) == [10000]


def test_json_without_a_code(app: PracticeApp, client: Client) -> None:
    app.faults.next(Fault.NO_CODE)
    reply = client.cancel("imp_1")
    assert set(reply.json) == {"message", "response"}
    assert cancelled(app) == [10000]


def test_unauthorized_does_nothing(app: PracticeApp, client: Client) -> None:
    app.faults.next(Fault.UNAUTHORIZED)
    reply = client.cancel("imp_1")
    assert (reply.status, reply.json) == (401, {"code": -1, "message": "Unauthorized", "response": None})
    assert cancelled(app) == []
    assert client.cancel("imp_1").code == 0


def test_an_asynchronous_pg_acts_when_it_is_settled(app: PracticeApp, client: Client) -> None:
    app.faults.next(Fault.ASYNCHRONOUS)
    response = client.cancel("imp_1", amount=1000, reason="[R7K2QF] 변심").response
    assert (response["status"], response["cancel_amount"], response["cancel_history"]) == ("paid", 0, [])
    assert app.settle() == 1
    (entry,) = client.get("/payments/imp_1").response["cancel_history"]
    assert (entry["amount"], entry["reason"]) == (1000, "[R7K2QF] 변심")
    assert app.settle() == 0


def test_an_asynchronous_pg_acts_after_its_delay(app: PracticeApp, client: Client, clock: Clock) -> None:
    app.faults.next(Fault.ASYNCHRONOUS, seconds=300)
    client.cancel("imp_1", amount=1000)
    clock.now += 299
    assert cancelled(app) == []
    clock.now += 60
    (entry,) = client.get("/payments/imp_1").response["cancel_history"]
    assert entry["cancelled_at"] == clock.now - 59


def test_two_asynchronous_refunds_can_overlap_but_never_exceed(app: PracticeApp, client: Client) -> None:
    """The balance has not moved yet, so the checksum protects nothing; the amount still does."""
    app.faults.next(Fault.ASYNCHRONOUS, times=3)
    assert [client.cancel("imp_1", amount=4000, checksum=10000).code for _ in range(3)] == [0, 0, 0]
    assert app.settle() == 2
    assert cancelled(app) == [4000, 4000]


def test_a_late_refund_is_executed_after_its_answer_was_lost(
    app: PracticeApp, client: Client, clock: Clock
) -> None:
    app.faults.next(Fault.LATE, seconds=200)
    with pytest.raises(http.client.RemoteDisconnected):
        client.cancel("imp_1", amount=1000, checksum=10000)
    clock.now += 199
    assert client.get("/payments/imp_1").response["cancel_amount"] == 0
    clock.now += 1
    assert client.get("/payments/imp_1").response["cancel_amount"] == 1000


def test_a_late_refund_still_minds_its_checksum(app: PracticeApp, client: Client, clock: Clock) -> None:
    app.faults.next(Fault.LATE, seconds=200)
    with pytest.raises(http.client.RemoteDisconnected):
        client.cancel("imp_1", amount=1000, checksum=10000)
    assert client.cancel("imp_1", amount=2000, checksum=10000).code == 0
    clock.now += 200
    assert cancelled(app) == [2000]


def test_the_tag_can_be_stripped(app: PracticeApp, client: Client) -> None:
    app.faults.next(Fault.TAG_STRIPPED)
    response = client.cancel("imp_1", reason="[R7K2QF] 고객 변심").response
    assert response["cancel_history"][0]["reason"] == "고객 변심"


@pytest.mark.parametrize(("amount", "done"), [(None, 999), (Decimal(5000), 5000)])
def test_a_wrong_amount(app: PracticeApp, client: Client, amount: Decimal | None, done: int) -> None:
    app.faults.next(Fault.WRONG_AMOUNT, amount=amount)
    assert client.cancel("imp_1", amount=1000).response["cancel_amount"] == done
    assert cancelled(app) == [done]


def test_one_won_becomes_two(app: PracticeApp, client: Client) -> None:
    app.faults.next(Fault.WRONG_AMOUNT)
    assert client.cancel("imp_1", amount=1).response["cancel_amount"] == 2


def test_the_answer_can_show_another_payment(app: PracticeApp, client: Client) -> None:
    app.faults.next(Fault.WRONG_PAYMENT)
    assert client.cancel("imp_1").response["imp_uid"] == "imp_2"
    assert cancelled(app) == [10000]
    assert cancelled(app, "imp_2") == []


class TestTheQueue:
    def test_faults_come_in_order_and_as_often_as_said(self, app: PracticeApp, client: Client) -> None:
        app.faults.next(Fault.STATUS, times=2)
        app.faults.next(Fault.HTML)
        assert app.faults.left() == (Fault.STATUS, Fault.HTML)
        assert [client.cancel("imp_1").status for _ in range(4)] == [503, 503, 200, 200]
        assert app.faults.left() == ()
        assert cancelled(app) == [10000]

    def test_some_requests_can_pass_first(self, app: PracticeApp, client: Client) -> None:
        app.faults.next(Fault.STATUS, skip=2)
        assert [client.cancel("imp_1", amount=1).status for _ in range(4)] == [200, 200, 503, 200]

    def test_a_fault_for_good_lasts_until_it_is_cleared(self, app: PracticeApp, client: Client) -> None:
        app.faults.next(Fault.STATUS, on="/payments/status/*", times=None)
        assert [client.get("/payments/status/all").status for _ in range(3)] == [503] * 3
        app.faults.clear()
        assert client.get("/payments/status/all").status == 200

    def test_a_fault_meets_its_path_and_payment_only(self, app: PracticeApp, client: Client) -> None:
        app.faults.next(Fault.STATUS, imp_uid="imp_2")
        app.faults.next(Fault.STATUS, on="/users/getToken")
        assert client.get("/payments/imp_2").status == 200
        assert client.cancel("imp_1").code == 0
        assert client.cancel("imp_2").status == 503
        assert client.post("/users/getToken", {}).status == 503


def test_the_log_tells_what_came_but_no_secret(app: PracticeApp, client: Client) -> None:
    app.faults.next(Fault.REFUSAL)
    client.cancel(
        "imp_1", reason="변심", refund_account="9990001234567", refund_holder="김가람", refund_bank="088"
    )
    client.get("/payments/status/all", page=1)
    keys, refused, read = app.log()
    assert keys.body == {"imp_key": "***", "imp_secret": "***"}
    assert (refused.method, refused.path, refused.fault) == ("POST", "/payments/cancel", "refusal")
    assert refused.body == {
        "imp_uid": "imp_1",
        "reason": "변심",
        "refund_bank": "088",
        "refund_account": "***",
        "refund_holder": "***",
    }
    assert (read.path, read.query, read.fault) == ("/payments/status/all", {"page": ["1"]}, "")
    assert not re.search("practice_secret|9990001234567|김가람", repr(app.log()))


def test_a_real_wait_ends_at_once_when_the_stand_in_is_closed() -> None:
    waits, ends = Waits(), list[type[Exception]]()

    def wait() -> None:
        try:
            waits(600)
        except RequestLost as lost:
            ends.append(type(lost))

    thread = Thread(target=wait)
    thread.start()
    while thread.is_alive():
        waits.wake()
        thread.join(0.01)
    assert ends == [RequestLost]


def test_a_real_wait_waits() -> None:
    waits = Waits()
    waits.wake()
    waits(0.001)


def test_concurrent_refunds_with_one_checksum_are_done_once(app: PracticeApp, client: Client) -> None:
    codes: list[int] = []
    threads = [
        Thread(target=lambda: codes.append(client.cancel("imp_1", amount=1000, checksum=10000).code))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(codes) == [0] + [1] * 7
    assert cancelled(app) == [1000]
