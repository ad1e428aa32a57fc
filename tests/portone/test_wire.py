"""JSON to domain objects: exact, tolerant of what is new, strict where a refund depends on it."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refund_gui.domain.money import Money
from refund_gui.domain.payment import Cancellation, Payment, Promotion
from refund_gui.errors import AnswerUnreadable, FieldMissing, UpstreamError
from refund_gui.portone.wire import message_of, parse, payment_of, record_of
from tests.portone.made_up import record, won

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def read(shown: object) -> Payment:
    """The payment, by way of JSON text."""
    body = json.dumps({"code": 0, "message": None, "response": shown}).encode()
    return payment_of(parse(body)["response"], 7)


def read_amount(number: str, currency: str = "USD") -> Money:
    body = json.dumps({"code": 0, "response": record(currency=currency, amount=0)}).replace(
        '"amount": 0', f'"amount": {number}', 1
    )
    return payment_of(parse(body.encode())["response"], 7).amount


@pytest.mark.parametrize(
    ("number", "currency", "minor"),
    [
        ("7000", "KRW", 7_000),
        ("7000.00", "KRW", 7_000),
        ("7e3", "KRW", 7_000),
        ("12.34", "USD", 1_234),
        ("0.1", "USD", 10),
        ("1.10", "USD", 110),
        ("12.345", "KWD", 12_345),
        ("1.2345", "XTS", 12_345),
        ("9007199254740993", "KRW", None),
        ("0", "KRW", 0),
        ("-0", "KRW", 0),
    ],
)
def test_amounts_are_exact(number: str, currency: str, minor: int | None) -> None:
    if minor is None:
        with pytest.raises(AnswerUnreadable, match="amount"):
            read_amount(number, currency)
    else:
        assert read_amount(number, currency) == Money(minor, currency)


@given(st.integers(0, 10**13 - 1))
def test_every_number_of_cents_is_exact(cents: int) -> None:
    assert read_amount(f"{cents // 100}.{cents % 100:02}") == Money(cents, "USD")


@pytest.mark.parametrize(
    "number",
    [
        "12.345",
        "0.5e-2",
        "1e400",
        "1e99999999999999999999",
        "1e-99999999999999999999",
        "1e-400",
        "1.0000000000000000000000000000001",
        "1" + "0" * 400,
        "-1",
        "-0.01",
    ],
)
def test_an_amount_that_cannot_be_is_refused_by_name(number: str) -> None:
    with pytest.raises(AnswerUnreadable, match=r"^amount"):
        read_amount(number)


def test_a_strange_number_elsewhere_costs_nothing() -> None:
    body = b'{"code": 0, "new": 1e99999999999999999999, "other": 0.12345678901234567890123456789012345}'
    assert parse(body)["code"] == 0


@pytest.mark.parametrize("number", ['"7000"', "true", "null", "[7000]", "{}"])
def test_an_amount_is_a_number(number: str) -> None:
    with pytest.raises(FieldMissing) as caught:
        read_amount(number)
    assert caught.value.field == "amount"


@pytest.mark.parametrize(
    "name", ["imp_uid", "merchant_uid", "amount", "cancel_amount", "currency", "status", "sandbox"]
)
@pytest.mark.parametrize("value", [None, [], {}])
def test_a_required_field_is_named(name: str, value: object) -> None:
    without = {key: field for key, field in record().items() if key != name}
    for shown in (without, record(**{name: value})):
        with pytest.raises(FieldMissing) as caught:
            read(shown)
        assert caught.value.field == name


@pytest.mark.parametrize("shown", [None, [], "imp_1", 7, True])
def test_what_is_no_record_is_no_payment(shown: object) -> None:
    with pytest.raises(FieldMissing) as caught:
        read(shown)
    assert caught.value.field == "response"


def test_all_else_may_be_absent() -> None:
    assert read(record()) == Payment(
        "imp_1", "order-1", won(10_000), won(0), "paid", sandbox=False, request_no=7
    )


def test_everything_that_is_there_is_read() -> None:
    entry = {
        "cancellation_id": "c1",
        "pg_tid": "t1",
        "amount": 1_000,
        "cancelled_at": 1_763_442_000,
        "reason": "[R7K2QT] 고객 변심",
        "receipt_url": "https://receipt.example.invalid/1",
    }
    shown = read(
        record(
            cancel_amount=1_000,
            status="cancelled",
            escrow=True,
            card_type=1,
            card_quota=3,
            paid_at=1_763_441_000,
            name="우전 녹차",
            buyer_tel=1000000000,
            promotion={"id": "p1", "discount": 500},
            cancel_history=[entry],
            cash_receipt_issued=True,
            something_new={"with": ["anything"]},
        )
    )
    assert (shown.escrow, shown.card_type, shown.card_quota, shown.paid_at) == (True, 1, 3, 1_763_441_000)
    assert (shown.goods, shown.buyer_tel, shown.cash_receipt_issued) == ("우전 녹차", "1000000000", True)
    assert shown.promotion == Promotion("p1", won(500))
    assert shown.cancellations == (
        Cancellation(
            "c1", "t1", won(1_000), 1_763_442_000, "[R7K2QT] 고객 변심", "https://receipt.example.invalid/1"
        ),
    )


@pytest.mark.parametrize("status", ["paid", "partially_cancelled", "지금"])
def test_a_status_may_be_new(status: str) -> None:
    assert read(record(status=status)).status == status


@pytest.mark.parametrize("history", [None, [], False, "", {}])
def test_an_empty_history_may_look_like_anything(history: object) -> None:
    assert read(record(cancel_history=history)).cancellations == ()


@pytest.mark.parametrize(
    ("history", "field"),
    [
        (7, "cancel_history"),
        ({"amount": 1}, "cancel_history"),
        (["x"], "cancel_history"),
        ([{"amount": "1", "cancelled_at": 5}], "cancel_history.amount"),
        ([{"amount": 1}], "cancelled_at"),
    ],
)
def test_a_history_that_cannot_be_read_is_no_empty_one(history: object, field: str) -> None:
    with pytest.raises(FieldMissing) as caught:
        read(record(cancel_history=history))
    assert caught.value.field == field


def test_an_old_entry_has_no_cancellation_id() -> None:
    shown = read(record(cancel_history=[{"amount": 5, "cancelled_at": 9, "pg_tid": "t"}]))
    assert shown.cancellations[0].key == "t|5|9"


@pytest.mark.parametrize("promotion", [None, {}, False])
def test_no_promotion(promotion: object) -> None:
    assert read(record(promotion=promotion)).promotion is None


@pytest.mark.parametrize(("promotion", "field"), [("p1", "promotion"), ({"id": "p1"}, "promotion.discount")])
def test_a_promotion_that_cannot_be_read_is_not_none(promotion: object, field: str) -> None:
    with pytest.raises(FieldMissing) as caught:
        read(record(promotion=promotion))
    assert caught.value.field == field


@pytest.mark.parametrize("time", [-1, True, "yesterday", 1.5, 10**15, None, 10**400 // 10**380])
def test_a_time_that_cannot_be_counts_as_none(time: object) -> None:
    assert read(record(paid_at=time, card_type=time)).paid_at == 0


@pytest.mark.parametrize("name", ["imp_uid", "merchant_uid", "name", "buyer_name", "cancel_reason"])
def test_half_a_surrogate_pair_becomes_something_that_can_be_stored(name: str) -> None:
    shown = read(record(**{name: "반품 \ud83d!"}))
    repr(shown).encode()
    field = {"name": "goods"}.get(name, name)
    assert getattr(shown, field) == "반품 ?!"


def test_a_whole_pair_is_one_character() -> None:
    assert read(record(name="\U0001f642")).goods == "🙂"
    assert message_of(parse(b'{"code": 1, "message": "\\ud83d\\ude42"}')) == "🙂"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<!DOCTYPE html>",
        b"null",
        b"[]",
        b'"code"',
        b"{",
        b'{"code": 0',
        b'{"code": 0}}',
        b'{"message": null}',
        b'{"code": null}',
        b'{"code": true}',
        b'{"code": false}',
        b'{"code": 0.0}',
        b'{"code": -0.0}',
        b'{"code": 0e0}',
        b'{"code": "0"}',
        b'{"code": [0]}',
        b'{"code": NaN}',
        b'{"code": 0, "response": {"amount": NaN}}',
        b'{"code": 0, "response": {"amount": Infinity}}',
        b'{"code": 0, "response": {"amount": -Infinity}}',
        b'{"code": 1, "code": 0}',
        b'{"code": 0, "response": {"amount": 1, "amount": 2}}',
        b'{"code": 0, "message": "\xff"}',
        b'{"code": ' + b"1" * 5_000 + b"}",
        b"[" * 200_000,
        b'{"code": 0, "deep": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    ],
)
def test_what_is_no_envelope(body: bytes) -> None:
    with pytest.raises(AnswerUnreadable):
        parse(body)


def test_an_error_quotes_nothing_of_the_body() -> None:
    with pytest.raises(AnswerUnreadable) as caught:
        parse(b'{"code": 0, "holder": "\xea\xb9\x80\xea\xb0\x80\xeb\x9e\x8c"')
    assert (str(caught.value), caught.value.__cause__) == ("not JSON", None)


@pytest.mark.parametrize(
    ("message", "words"), [("거절", "거절"), (None, ""), (7, "7"), (["x"], ""), (True, "")]
)
def test_upstreams_words(message: object, words: str) -> None:
    assert message_of(parse(json.dumps({"code": 1, "message": message}).encode())) == words


@pytest.mark.parametrize("response", [None, [], "x"])
def test_a_response_that_must_be_there(response: object) -> None:
    with pytest.raises(FieldMissing) as caught:
        record_of(parse(json.dumps({"code": 0, "response": response}).encode()))
    assert caught.value.field == "response"


@given(
    st.dictionaries(
        st.sampled_from([*record(), "cancel_history", "promotion", "paid_at", "card_type", "name", "new"]),
        JSON_VALUES,
    )
)
def test_any_record_is_a_payment_or_an_expected_error(odd: dict[str, Any]) -> None:
    try:
        shown = read(record(**odd))
    except UpstreamError:
        return
    assert shown.amount.minor >= 0
    assert shown.currency


@given(st.binary(max_size=40) | JSON_VALUES.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_an_envelope_or_unreadable(body: bytes) -> None:
    try:
        envelope = parse(body)
    except AnswerUnreadable:
        return
    assert type(envelope["code"]) is int


def test_decimals_are_parsed_as_decimals() -> None:
    assert parse(b'{"code": 0, "response": 0.1}')["response"] == Decimal("0.1")
