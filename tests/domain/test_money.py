"""Money: whole minor units, exact from JSON and from what people type."""

import json
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refund_gui.domain.money import (
    EXPONENTS,
    LARGEST,
    AmountError,
    AmountMissing,
    InexactAmount,
    Money,
    Negative,
    NotANumber,
    NotPositive,
    TooLarge,
    TooManyDecimals,
    from_number,
    from_typed,
    zero,
)


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("7000", "KRW", 7000),
        ("1,000원", "KRW", 1000),
        ("₩12,345,678", "KRW", 12_345_678),
        ("￦ 5,000", "KRW", 5000),
        ("１２３４", "KRW", 1234),
        ("１，０００ 원", "KRW", 1000),
        ("  900 ", "KRW", 900),
        ("0050", "KRW", 50),
        ("12.34", "USD", 1234),
        ("$12.3", "USD", 1230),
        ("12.", "USD", 1200),
        ("1.234", "KWD", 1234),
        ("+5", "KRW", 5),
    ],
)
def test_what_people_type_is_read(text: str, currency: str, minor: int) -> None:
    assert from_typed(text, currency) == Money(minor, currency)


def test_zero_counts_where_it_is_an_amount() -> None:
    assert (
        from_typed("0", "KRW", zero_counts=True) == from_typed("-0", "KRW", zero_counts=True) == zero("KRW")
    )
    assert from_typed("5", "KRW", zero_counts=True) == Money(5, "KRW")
    with pytest.raises(Negative):
        from_typed("-5", "KRW", zero_counts=True)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", AmountMissing),
        ("   ", AmountMissing),
        ("원", AmountMissing),
        ("abc", NotANumber),
        ("천원", NotANumber),
        ("1,00", NotANumber),
        ("1 000x", NotANumber),
        ("--5", NotANumber),
        ("٣٠٠", NotANumber),
        ("1e3", NotANumber),
        ("0", NotPositive),
        ("000", NotPositive),
        ("-5", NotPositive),
        ("−5", NotPositive),
        ("1000.5", TooManyDecimals),
        ("1000.0", TooManyDecimals),
        ("9" * 13, TooLarge),
        ("9" * 5000, TooLarge),
    ],
)
def test_each_wrong_amount_has_its_own_error(text: str, error: type[AmountError]) -> None:
    with pytest.raises(error) as raised:
        from_typed(text, "KRW")
    assert type(raised.value) is error


def test_the_limit_of_decimals_is_in_the_error() -> None:
    with pytest.raises(TooManyDecimals) as raised:
        from_typed("1.234", "USD")
    assert raised.value.limit == 2


@pytest.mark.parametrize(
    ("number", "currency", "minor"),
    [
        (7000, "KRW", 7000),
        (Decimal("7000.0"), "KRW", 7000),
        (Decimal("7E3"), "KRW", 7000),
        (Decimal("12.34"), "USD", 1234),
        (0, "KRW", 0),
        (Decimal("0.1234"), "XXX", 1234),
    ],
)
def test_json_numbers_are_exact(number: object, currency: str, minor: int) -> None:
    assert from_number(number, currency) == Money(minor, currency)


@pytest.mark.parametrize(
    "number",
    [
        7000.0,
        True,
        None,
        "7000",
        Decimal("NaN"),
        Decimal("Infinity"),
        Decimal("0.5"),
        Decimal("1e40"),
        Decimal("1e999999"),
        Decimal("7000." + "0" * 30 + "1"),
        Decimal("1e-99999999"),
    ],
)
def test_whatever_is_not_exact_is_refused(number: object) -> None:
    with pytest.raises(InexactAmount):
        from_number(number, "KRW")


@given(st.sampled_from(sorted(EXPONENTS)), st.integers(min_value=0, max_value=LARGEST))
def test_json_there_and_back_loses_nothing(currency: str, minor: int) -> None:
    text = Money(minor, currency).as_json()
    assert from_number(json.loads(text, parse_float=Decimal), currency) == Money(minor, currency)


def test_json_is_the_main_unit() -> None:
    assert Money(7000, "KRW").as_json() == "7000"
    assert Money(1234, "USD").as_json() == "12.34"
    assert Money(100_000, "KRW").as_json() == "100000"


def test_arithmetic_stays_within_one_currency() -> None:
    assert Money(5, "KRW") + Money(3, "KRW") == Money(8, "KRW")
    assert Money(5, "KRW") - Money(3, "KRW") == Money(2, "KRW")
    assert Money(3, "KRW") < Money(5, "KRW")
    assert Money(5, "KRW") <= Money(5, "KRW")
    assert zero("USD") == Money(0, "USD")


@pytest.mark.parametrize(
    "mix",
    [
        lambda a, b: a + b,
        lambda a, b: a - b,
        lambda a, b: a < b,
        lambda a, b: a <= b,
    ],
)
def test_currencies_do_not_mix(mix: Callable[[Money, Money], object]) -> None:
    with pytest.raises(ValueError, match="do not mix"):
        mix(Money(1, "KRW"), Money(1, "USD"))


def test_an_unknown_currency_is_held_but_not_known() -> None:
    assert not Money(1, "XXX").is_known
    assert Money(1, "KRW").is_known
