"""The socket server, the endpoints of its own, and the module run as a program."""

import http.client
import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import jsonschema
import pytest

from refund_gui.practice.app import PracticeApp
from refund_gui.practice.control import Controlled
from refund_gui.practice.faults import AnswerLost, Fault
from refund_gui.practice.server import PracticeServer, serve
from tests.practice.client import KEYS, Client, check
from tests.practice.shop_kit import payment

ROOT = Path(__file__).parents[2]


def test_the_checker_of_these_tests_finds_wrong_answers(app: PracticeApp, client: Client) -> None:
    app.add(payment())
    right = client.get("/payments/imp_1").json
    check("/payments/imp_1", right)
    for field, wrong in [
        ("amount", "10000"),
        ("status", None),
        ("name", 7),
        ("cancel_history", [{"amount": 1}]),
    ]:
        with pytest.raises(jsonschema.ValidationError):
            check("/payments/imp_1", {**right, "response": {**right["response"], field: wrong}})


def test_a_connection_is_kept_for_the_next_request(server: PracticeServer, client: Client) -> None:
    connection = http.client.HTTPConnection(client.host, timeout=20)
    try:
        connection.connect()
        first = connection.sock
        for _ in range(3):
            connection.request("GET", "/banks/088", headers={"Authorization": client.token})
            answer = connection.getresponse()
            assert answer.version == 11
            assert json.loads(answer.read())["response"]["code"] == "088"
            assert connection.sock is first
    finally:
        connection.close()


def test_closing_ends_kept_connections_too(app: PracticeApp) -> None:
    with serve(app) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
        connection.request("GET", "/banks")
        connection.getresponse().read()
        kept = connection.sock
    assert isinstance(kept, socket.socket)
    try:
        assert kept.recv(1) == b""
    finally:
        connection.close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", server.port), timeout=5).close()


def test_a_body_in_chunks_is_not_taken(client: Client) -> None:
    connection = http.client.HTTPConnection(client.host, timeout=20)
    try:
        connection.putrequest("POST", "/users/getToken")
        connection.putheader("Transfer-Encoding", "chunked")
        connection.endheaders()
        assert connection.getresponse().status == 411
    finally:
        connection.close()


def test_in_process_it_is_plain_wsgi(app: PracticeApp) -> None:
    app.add(payment(merchant_uid="주문/가을-7"))
    with httpx.Client(transport=httpx.WSGITransport(app=app), base_url="http://practice.invalid") as client:
        token = client.post("/users/getToken", json=KEYS).json()["response"]["access_token"]
        client.headers["Authorization"] = f"Bearer {token}"
        path = "/payments/find/%EC%A3%BC%EB%AC%B8%2F%EA%B0%80%EC%9D%84-7"
        assert client.get(path).json()["response"]["imp_uid"] == "imp_1"
        app.faults.next(Fault.LOST_ANSWER)
        with pytest.raises(AnswerLost):
            client.post("/payments/cancel", json={"imp_uid": "imp_1"})
        app.faults.next(Fault.DRIPPING, on="/payments/imp_1", seconds=1)
        assert client.get("/payments/imp_1").json()["response"]["cancel_amount"] == 10000


class TestControl:
    @pytest.fixture
    def controlled(self, app: PracticeApp) -> Iterator[Client]:
        app.add(payment())
        with serve(Controlled(app)) as server:
            client = Client(server.url)
            client.log_in()
            yield client

    def test_it_is_not_there_without_being_asked_for(self, client: Client) -> None:
        assert client.get("/_practice/log").status == 404

    def test_faults_can_be_planned(self, app: PracticeApp, controlled: Client) -> None:
        plan = {
            "fault": "wrong_amount",
            "path": "/payments/cancel",
            "times": 1,
            "amount": 2500,
            "seconds": 0.5,
        }
        assert controlled.post("/_practice/faults", plan).status == 200
        assert controlled.cancel("imp_1", amount=1000).response["cancel_amount"] == 2500
        controlled.post("/_practice/faults", {"fault": "status", "path": "/banks", "times": None})
        assert controlled.get("/banks").status == 503
        controlled.send("DELETE", "/_practice/faults")
        assert controlled.get("/banks").status == 200

    @pytest.mark.parametrize(
        "plan",
        [
            {},
            {"fault": "none"},
            {"fault": "slow", "seconds": "2"},
            {"fault": "slow", "what": 1},
            {"fault": "slow", "path": 1},
        ],
    )
    def test_wrong_plans_are_400(self, app: PracticeApp, controlled: Client, plan: dict[str, Any]) -> None:
        assert controlled.post("/_practice/faults", plan).status == 400
        assert app.faults.left() == ()

    def test_put_off_refunds_can_be_settled(self, controlled: Client) -> None:
        controlled.post("/_practice/faults", {"fault": "asynchronous"})
        assert controlled.cancel("imp_1").response["cancel_amount"] == 0
        assert controlled.post("/_practice/settle", {}).response == {"executed": 1}
        assert controlled.get("/payments/imp_1").response["cancel_amount"] == 10000

    def test_the_log_can_be_read(self, controlled: Client) -> None:
        controlled.cancel("imp_1", amount=10)
        first, second = controlled.get("/_practice/log").response
        assert first["body"] == {"imp_key": "***", "imp_secret": "***"}
        assert (second["path"], second["body"]) == ("/payments/cancel", {"imp_uid": "imp_1", "amount": 10})

    def test_anything_else_is_404(self, controlled: Client) -> None:
        assert controlled.get("/_practice/other").status == 404


@pytest.mark.parametrize("arguments", [[], ["--control"]])
def test_the_module_serves_the_sample_shop(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "refund_gui.practice", "--seed", "3", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        try:
            assert program.stdout
            listening = re.fullmatch(r"listening (\d+)\n", program.stdout.readline())
            assert listening
            client = Client(f"http://127.0.0.1:{listening[1]}")
            client.log_in()
            assert client.get("/payments/status/all", limit=1000).response["total"] > 280
            assert client.get("/_practice/log").status == (200 if arguments else 404)
        finally:
            program.send_signal(signal.SIGTERM) if sys.platform != "win32" else program.kill()
        code = program.wait(timeout=20)
    assert code == 0 or sys.platform == "win32"
