"""What upstream's replies mean (protocol rules 5, 7, 8, 9)."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refund_gui.domain.answer import Answer, Done, Lost, Refused, Unauthorized
from refund_gui.errors import (
    AnswerUnreadable,
    FieldMissing,
    KeysRefused,
    PaymentNotFound,
    ReadRefused,
    UpstreamError,
)
from refund_gui.portone.call import Reply
from refund_gui.portone.gateway import BankName
from refund_gui.portone.replies import answer_of, banks_in, page_in, payment_in, payments_in
from tests.portone.made_up import envelope, gateway_to, record
from tests.portone.raw_server import http, raw_server

REFUNDED = record(cancel_amount=10_000, status="cancelled")
HTML = b"<!DOCTYPE html><html></html>"


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (200, envelope(REFUNDED), Done),
        (200, envelope({**REFUNDED, "imp_uid": "imp_other"}), Done),
        (200, envelope(None, 1, "이미 전액취소된 주문입니다."), Refused),
        (200, envelope(REFUNDED, -1, "?"), Refused),
        (401, envelope(None, -1, "Unauthorized"), Unauthorized),
        (401, HTML, Lost),
        (401, b"{}", Lost),
        (401, b'{"message": "Unauthorized"}', Lost),
        (401, envelope(REFUNDED, 0), Lost),
        (401, envelope(None, 0), Lost),
        (403, envelope(None, -1, "Unauthorized"), Lost),
        (407, envelope(None, -1, "Unauthorized"), Lost),
        *[
            (status, envelope(response, code), Lost)
            for status in (201, 202, 204, 207, 302, 400, 404, 409, 429, 500, 502, 503, 504)
            for code, response in ((0, REFUNDED), (-1, None))
        ],
        (200, b"", Lost),
        (200, HTML, Lost),
        (200, envelope(REFUNDED)[:-1], Lost),
        (200, b"[]", Lost),
        (200, envelope(REFUNDED, "0"), Lost),
        (200, envelope(REFUNDED, True), Lost),
        (200, envelope(REFUNDED, False), Lost),
        (200, envelope(REFUNDED, None), Lost),
        (200, envelope(REFUNDED, 0.0), Lost),
        (200, envelope(REFUNDED, 1.0), Lost),
        (200, envelope(None), Lost),
        (200, envelope([]), Lost),
        (200, envelope({}), Lost),
        (200, envelope("imp_1"), Lost),
        (200, envelope({**REFUNDED, "cancel_history": 7}), Lost),
        (200, envelope({**REFUNDED, "amount": 0.5}), Lost),
        (200, envelope(REFUNDED).replace(b"10000", b"1e99999999999999999999"), Lost),
    ],
)
def test_what_a_reply_to_a_cancel_is(status: int, body: bytes, kind: type[Answer]) -> None:
    answer = answer_of(Reply(status, body), 5)
    assert type(answer) is kind
    if isinstance(answer, Lost):
        assert answer.http_status == status
    if isinstance(answer, Done):
        assert answer.payment.request_no == 5


@given(
    st.integers(100, 599),
    st.binary(max_size=60)
    | st.builds(
        envelope,
        st.sampled_from([REFUNDED, None, [], {}]),
        st.integers(-3, 3) | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=2),
    ),
)
def test_a_send_is_over_only_where_upstream_says_so(status: int, body: bytes) -> None:
    """Nothing but a 200 with a code is done or refused, and nothing but a 401 with one was not taken in."""
    answer = answer_of(Reply(status, body), 1)
    if isinstance(answer, Done | Refused):
        assert status == 200
        assert type(json.loads(body)["code"]) is int
    elif isinstance(answer, Unauthorized):
        assert status == 401
        assert json.loads(body)["code"] != 0
    else:
        assert isinstance(answer, Lost)


def test_the_details_of_a_lost_answer_repeat_nothing_that_was_sent() -> None:
    for status, body in (
        (500, envelope(None, -1, "9990001234567")),
        (200, envelope({**REFUNDED, "imp_uid": None, "name": "9990001234567"})),
        (200, b"9990001234567 <html>"),
    ):
        assert "9990001234567" not in repr(answer_of(Reply(status, body), 1))


def listed(payments: list[object], **fields: Any) -> Reply:
    return Reply(
        200, envelope({"total": len(payments), "previous": 0, "next": 0, "list": payments, **fields})
    )


@pytest.mark.parametrize(
    ("following", "believed"),
    [(3, 3), (9, 9), (2, 0), (1, 0), (0, 0), (-3, 0), (False, 0), (True, 0), (None, 0), ("3", 0), (3.0, 0)],
)
def test_a_list_cannot_turn_in_circles(following: object, believed: int) -> None:
    assert page_in(listed([record()], next=following), 2, 9, 1).next_page == believed


@pytest.mark.parametrize(("total", "counted"), [(7, 7), (None, 2), ("many", 2), (True, 2)])
def test_a_total_that_is_none_is_counted(total: object, counted: int) -> None:
    assert page_in(listed([record(), None], total=total), 1, 9, 1).total == counted


def test_bad_records_are_set_aside_by_name() -> None:
    page = page_in(listed([record(imp_uid="imp_9", status=None), 5, record(amount=1.5)]), 1, 9, 1)
    assert [(bad.imp_uid, bad.problem.partition(":")[0]) for bad in page.set_aside] == [
        ("imp_9", "FieldMissing"),
        ("", "FieldMissing"),
        ("imp_1", "AnswerUnreadable"),
    ]


@pytest.mark.parametrize(
    "response", [None, [], {"total": 1}, {"list": None}, {"list": {"a": 1}}, {"list": 7}]
)
def test_a_page_without_its_list_is_no_empty_page(response: object) -> None:
    with pytest.raises(FieldMissing):
        page_in(Reply(200, envelope(response)), 1, 2, 1)


def test_a_400_in_json_is_a_page_beyond_the_data_and_any_other_is_not() -> None:
    page = page_in(Reply(400, envelope(None, -1, "조회 가능한 page 범위를 초과")), 1, 2, 1)
    assert (page.payments, page.total, page.next_page) == ((), 0, 0)
    with pytest.raises(ReadRefused):
        page_in(Reply(400, HTML), 1, 2, 1)


def test_several_payments() -> None:
    found = payments_in(Reply(207, envelope([record(), record(imp_uid="imp_2")])), 3)
    assert [(shown.imp_uid, shown.request_no) for shown in found] == [("imp_1", 3), ("imp_2", 3)]
    assert payments_in(Reply(404, envelope(None, -1, "없음")), 3) == ()


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(404, HTML), ReadRefused),
        (Reply(200, envelope(None)), FieldMissing),
        (Reply(200, envelope({})), FieldMissing),
        (Reply(201, envelope([])), ReadRefused),
        (Reply(200, envelope(None, 1, "거절")), ReadRefused),
    ],
)
def test_several_payments_that_cannot_be_read(reply: Reply, error: type[UpstreamError]) -> None:
    with pytest.raises(error):
        payments_in(reply, 1)


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(404, envelope(None, -1, "존재하지 않는 결제정보입니다.")), PaymentNotFound),
        (Reply(404, HTML), ReadRefused),
        (Reply(401, envelope(None, -1, "Unauthorized")), KeysRefused),
        (Reply(401, HTML), ReadRefused),
        (Reply(200, HTML), AnswerUnreadable),
        (Reply(207, envelope(record())), ReadRefused),
        (Reply(200, envelope(None)), FieldMissing),
        (Reply(200, envelope([record()])), FieldMissing),
    ],
)
def test_one_payment_that_cannot_be_read(reply: Reply, error: type[UpstreamError]) -> None:
    with pytest.raises(error) as caught:
        payment_in(reply, "imp_1", 1)
    assert type(caught.value) is error


@pytest.mark.parametrize("banks", [[5], [{"code": "004"}], [{"name": "KB"}], {}, None])
def test_banks_that_cannot_be_read(banks: object) -> None:
    with pytest.raises(FieldMissing):
        banks_in(Reply(200, envelope(banks)))


def test_banks() -> None:
    assert banks_in(Reply(200, envelope([{"code": "004", "name": "KB국민은행"}]))) == (
        BankName("004", "KB국민은행"),
    )


def test_the_record_of_another_payment_is_not_taken_for_the_one_that_was_asked_for() -> None:
    token = envelope({"access_token": "t", "expired_at": 1_800, "now": 0})
    with raw_server(http(200, token)) as server:
        gateway = gateway_to(server.url)
        gateway.check_keys()
        server.answer = http(200, envelope(record(imp_uid="imp_other")))
        with pytest.raises(AnswerUnreadable, match="another payment"):
            gateway.payment("imp_1")


TODAY = "Tue, 18 Nov 2025 05:00:00 GMT"


@pytest.mark.parametrize(
    ("retry_after", "date", "seconds"),
    [
        ("30", "", 30),
        ("0", "", 0),
        ("Tue, 18 Nov 2025 05:02:00 GMT", TODAY, 120),
        ("Tue, 18 Nov 2025 04:00:00 GMT", TODAY, 0),
        ("Tue, 18 Nov 2025 05:02:00 GMT", "", None),
        ("Tue, 18 Nov 2025 05:02:00 -0000", TODAY, None),
        ("Tue, 88 Nov 2025 05:02:00 GMT", TODAY, None),
        ("", TODAY, None),
        ("-5", "", None),
        ("1e9", "", None),
        ("٣", "", None),
        ("9" * 10, "", None),
    ],
)
@pytest.mark.parametrize("body", [HTML, envelope(None, -1, "잠시 후 다시 시도해주세요.")])
def test_a_refusal_says_when_to_ask_again(
    retry_after: str, date: str, seconds: float | None, body: bytes
) -> None:
    with pytest.raises(ReadRefused) as caught:
        page_in(Reply(429, body, retry_after, date), 1, 9, 1)
    assert caught.value.retry_after == seconds
    assert caught.value.is_passing


@pytest.mark.parametrize(
    ("status", "is_passing"), [(429, True), (500, True), (503, True), (403, False), (200, False)]
)
def test_what_may_pass_is_told_from_what_stays(status: int, is_passing: bool) -> None:
    assert ReadRefused(status, None, "").is_passing is is_passing


@pytest.mark.parametrize(
    ("limit", "following", "is_whole"), [(3, 0, True), (2, 0, False), (3, 2, False), (1, 0, False)]
)
def test_only_a_page_with_room_left_is_whole(limit: int, following: int, is_whole: bool) -> None:
    assert page_in(listed([record(), None], next=following), 1, limit, 1).is_whole is is_whole
