"""Tokens and who may call (`api-v1 §1`)."""

import pytest

from refund_gui.practice.app import PracticeApp
from refund_gui.practice.server import serve
from tests.practice.client import KEYS, Client
from tests.practice.shop_kit import NOW, Clock


def test_a_token_lives_for_thirty_minutes(client: Client, clock: Clock) -> None:
    response = client.post("/users/getToken", KEYS).response
    assert (response["now"], response["expired_at"]) == (NOW, NOW + 1800)
    clock.now = NOW + 1799
    assert client.get("/banks").status == 200
    clock.now = NOW + 1800
    assert client.get("/banks").status == 401


def test_asking_early_gives_the_same_token_with_the_same_end(client: Client, clock: Clock) -> None:
    clock.now = NOW + 1739
    response = client.post("/users/getToken", KEYS).response
    assert (response["access_token"], response["expired_at"]) == (client.token, NOW + 1800)


def test_in_the_last_minute_the_same_token_gets_five_minutes_more(client: Client, clock: Clock) -> None:
    clock.now = NOW + 1740
    response = client.post("/users/getToken", KEYS).response
    assert (response["access_token"], response["expired_at"]) == (client.token, NOW + 2100)
    clock.now = NOW + 2099
    assert client.get("/banks").status == 200


def test_after_its_end_there_is_a_new_token(client: Client, clock: Clock) -> None:
    clock.now = NOW + 1800
    response = client.post("/users/getToken", KEYS).response
    assert response["access_token"] != client.token
    assert response["expired_at"] == NOW + 3600


def test_keys_may_come_as_a_form(client: Client) -> None:
    assert client.post("/users/getToken", KEYS, form=True).response["access_token"] == client.token


@pytest.mark.parametrize("wrong", [{"imp_key": "other"}, {"imp_secret": "other"}])
def test_wrong_keys_are_401(client: Client, wrong: dict[str, str]) -> None:
    reply = client.post("/users/getToken", KEYS | wrong)
    assert (reply.status, reply.code) == (401, -1)
    assert reply.message == "인증에 실패하였습니다. API키와 secret을 확인하세요."


@pytest.mark.parametrize(
    "body", [{}, {"imp_key": "k"}, {"imp_secret": "s"}, {"imp_key": "k", "imp_secret": None}]
)
def test_missing_keys_are_400(client: Client, body: dict[str, str]) -> None:
    reply = client.post("/users/getToken", body)
    assert (reply.status, reply.message) == (400, "imp_key, imp_secret 파라메터가 누락되었습니다.")


def test_keys_can_be_chosen() -> None:
    with serve(PracticeApp(key="shop_key", secret="shop_secret")) as server:
        client = Client(server.url)
        assert client.post("/users/getToken", KEYS).status == 401
        keys = {"imp_key": "shop_key", "imp_secret": "shop_secret"}
        assert client.post("/users/getToken", keys).status == 200


def test_a_bare_token_is_as_good_as_a_bearer_token(client: Client) -> None:
    assert client.send("GET", "/banks", authorization=client.token).status == 200
    assert client.send("GET", "/banks", authorization=f"Bearer {client.token}").status == 200


@pytest.mark.parametrize("authorization", ["Bearer ", "Bearer nonsense", "nonsense", ""])
def test_without_a_valid_token_every_call_is_401_as_json(client: Client, authorization: str) -> None:
    client.token = ""
    for method, path in [("GET", "/payments/imp_1"), ("GET", "/banks"), ("POST", "/payments/cancel")]:
        reply = client.send(method, path, b"{}", authorization=authorization)
        assert (reply.status, reply.json) == (401, {"code": -1, "message": "Unauthorized", "response": None})


def test_a_token_can_be_revoked(app: PracticeApp, client: Client) -> None:
    app.revoke_token()
    assert client.get("/banks").status == 401
    client.log_in()
    assert client.get("/banks").status == 200


def test_a_broken_body_is_400(client: Client) -> None:
    assert client.send("POST", "/users/getToken", b'{"imp_key": ').status == 400
    assert client.send("POST", "/payments/cancel", b"[1]").status == 400
    assert client.send("POST", "/payments/cancel", b'{"amount": NaN}').status == 400


def test_paths_and_methods_that_do_not_exist(client: Client) -> None:
    assert client.get("/nowhere").status == 404
    assert client.get("/payments/cancel").status == 405
    assert client.get("/users/getToken").status == 405
    assert client.post("/banks", {}).status == 405
