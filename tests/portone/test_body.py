"""The body of a cancel, byte by byte (api-v1 §2, protocol rule 12)."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refund_gui.domain.money import Money
from refund_gui.domain.refund import RefundAccount, TaxParts
from refund_gui.errors import UnsendableText
from refund_gui.portone.body import cancel_body
from tests.portone.made_up import ACCOUNT, payment, refund_of, won


def test_a_full_refund_of_an_untouched_payment_omits_the_amount_but_not_the_checksum() -> None:
    shown = payment()
    expected = '{"imp_uid": "imp_1", "reason": "[R7K2QT] 고객 변심", "checksum": 10000}'
    assert cancel_body(refund_of(shown), shown, None, False) == expected.encode()


def test_a_part_says_how_much() -> None:
    shown = payment()
    body = json.loads(cancel_body(refund_of(shown, won(7_000)), shown, None, False))
    assert (body["checksum"], body["amount"]) == (10_000, 7_000)


def test_what_is_left_of_a_touched_payment_says_how_much() -> None:
    shown = payment(cancel_amount=won(3_000))
    body = json.loads(cancel_body(refund_of(shown), shown, None, False))
    assert (body["checksum"], body["amount"]) == (7_000, 7_000)


def test_minor_units_are_written_without_float() -> None:
    shown = payment(amount=Money(10_000_000_01, "USD"), cancel_amount=Money(0, "USD"))
    body = cancel_body(refund_of(shown, Money(1234, "USD")), shown, None, False)
    assert b'"amount": 12.34' in body
    assert json.loads(body, parse_float=Decimal)["checksum"] == Decimal("10000000.01")


@pytest.mark.parametrize("amount", [won(0), won(-1)])
def test_nothing_or_less_is_never_written(amount: Money) -> None:
    shown = payment()
    with pytest.raises(ValueError, match="positive"):
        cancel_body(replace(refund_of(shown), amount=amount), shown, None, False)
    with pytest.raises(ValueError, match="positive"):
        cancel_body(replace(refund_of(shown), checksum=amount), shown, None, False)


@pytest.mark.parametrize("tax", [TaxParts(tax_free=won(-1)), TaxParts(vat=won(-1))])
def test_no_tax_part_is_negative(tax: TaxParts) -> None:
    shown = payment()
    with pytest.raises(ValueError, match="not negative"):
        cancel_body(refund_of(shown, tax=tax), shown, None, False)


def test_an_account_travels_whole() -> None:
    shown = payment(pay_method="vbank")
    body = json.loads(cancel_body(refund_of(shown), shown, ACCOUNT, False))
    assert (body["refund_holder"], body["refund_bank"], body["refund_account"]) == (
        "김가람",
        "88",
        "9990001234567",
    )
    assert "refund_tel" not in body


def test_a_telephone_number_travels_when_there_is_one() -> None:
    shown = payment(pay_method="vbank", pg_provider="smartro_v2")
    account = RefundAccount("신한은행", "088", "9990001234567", "김가람", "010-0000-0000")
    assert json.loads(cancel_body(refund_of(shown), shown, account, False))["refund_tel"] == "010-0000-0000"


@pytest.mark.parametrize("field", ["pg_provider", "pay_method"])
def test_naverpay_is_told_who_asks(field: str) -> None:
    shown = payment(**{field: "naverpay"})
    assert json.loads(cancel_body(refund_of(shown), shown, None, False))["extra"] == {"requester": "admin"}


def test_nobody_else_gets_an_extra_or_a_webhook_unasked() -> None:
    shown = payment()
    body = json.loads(cancel_body(refund_of(shown), shown, None, False))
    assert body.keys() == {"imp_uid", "reason", "checksum"}
    assert json.loads(cancel_body(refund_of(shown), shown, None, True))["enable_webhook"] is True


def test_texts_that_need_quoting_come_back_as_they_were() -> None:
    reason = '"따옴표" \\ 줄\n바꿈 \u2028 🙂'
    shown = payment()
    body = json.loads(cancel_body(refund_of(shown, reason=reason), shown, None, False))
    assert body["reason"] == f"[R7K2QT] {reason}"


@pytest.mark.parametrize(
    ("reason", "account", "field"),
    [
        ("반\ud83d쪽", None, "reason"),
        ("고객 변심", RefundAccount("신한은행", "88", "1", "김\udc00"), "refund_holder"),
        ("고객 변심", RefundAccount("신한은행", "\ud83d", "1", "김"), "refund_bank"),
        ("고객 변심", RefundAccount("신한은행", "88", "1\ud83d", "김"), "refund_account"),
        ("고객 변심", RefundAccount("신한은행", "88", "1", "김", "\ud83d"), "refund_tel"),
    ],
)
def test_half_a_character_is_refused_by_the_name_of_its_field(
    reason: str, account: RefundAccount | None, field: str
) -> None:
    shown = payment()
    with pytest.raises(UnsendableText) as caught:
        cancel_body(refund_of(shown, reason=reason), shown, account, False)
    assert caught.value.field == field
    assert str(caught.value) == field


@given(st.integers(1, 10**12), st.sampled_from([("KRW", 0), ("USD", 2), ("KWD", 3)]))
def test_every_amount_is_exact(minor: int, currency: tuple[str, int]) -> None:
    code, exponent = currency
    shown = payment(amount=Money(minor + 1, code), cancel_amount=Money(0, code))
    body = cancel_body(refund_of(shown, Money(minor, code)), shown, None, False)
    sent = json.loads(body, parse_float=Decimal)
    assert Decimal(sent["amount"]).scaleb(exponent) == minor
    assert Decimal(sent["checksum"]).scaleb(exponent) == minor + 1


@given(st.text())
def test_any_reason_travels_as_it_is_or_not_at_all(reason: str) -> None:
    refund = refund_of(payment(), reason=reason)
    try:
        body = cancel_body(refund, payment(), None, False)
    except UnsendableText:
        assert any("\ud800" <= character <= "\udfff" for character in reason)
    else:
        assert json.loads(body)["reason"] == refund.sent_reason
