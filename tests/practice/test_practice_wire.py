"""Exact numbers on the wire."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refund_gui.practice.wire import dumps

MONEY = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | MONEY,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(VALUES)
def test_what_is_written_reads_back_exactly(value: object) -> None:
    assert json.loads(dumps(value), parse_float=Decimal) == value


def test_a_decimal_is_written_digit_by_digit() -> None:
    assert dumps([Decimal("48.50"), Decimal("1E+3"), Decimal("0.1"), 7000]) == "[48.50, 1000, 0.1, 7000]"


def test_a_float_is_never_written() -> None:
    with pytest.raises(TypeError, match="float"):
        dumps({"amount": 0.1})
