"""The business number with its check digit, and the receipt's last lines. All numbers are made up."""

import pytest

from refund_gui.domain.shop import (
    FOOTER_LIMIT,
    FOOTER_LINES,
    BusinessNumberLength,
    BusinessNumberNotDigits,
    BusinessNumberWrong,
    FooterTooHigh,
    FooterTooLong,
    business_number,
    receipt_footer,
    shown_business_number,
)

GOOD = "1234567891"


@pytest.mark.parametrize(
    "typed", ["123-45-67891", " 1234567891\n", "123 45 67891", "１２３－４５－６７８９１"]
)
def test_a_number_is_read_however_it_was_typed(typed: str) -> None:
    assert business_number(typed) == GOOD


@pytest.mark.parametrize("typed", ["", "  ", "---"])
def test_there_may_be_none(typed: str) -> None:
    assert business_number(typed) == "" == shown_business_number("")


def test_the_tens_of_the_last_product_count_once_more() -> None:
    """Sums of 45 and 5 leave the same ones: only the carried tens tell 9 from 1 in the ninth place."""
    assert business_number("0000000091") == "0000000091"
    assert business_number("0000000015") == "0000000015"
    with pytest.raises(BusinessNumberWrong):
        business_number("0000000095")


def test_any_single_wrong_digit_is_found() -> None:
    for place, digit in enumerate(GOOD):
        for other in set("0123456789") - {digit}:
            with pytest.raises(BusinessNumberWrong):
                business_number(GOOD[:place] + other + GOOD[place + 1 :])


@pytest.mark.parametrize("typed", ["12345-6789", "123-45-678911"])
def test_too_few_or_too_many_digits(typed: str) -> None:
    with pytest.raises(BusinessNumberLength) as told:
        business_number(typed)
    assert told.value.limit == 10


@pytest.mark.parametrize("typed", ["123-45-6789l", "123.45.67891", "-12345678①x", "사업자"])
def test_what_is_no_digit(typed: str) -> None:
    with pytest.raises(BusinessNumberNotDigits):
        business_number(typed)


def test_it_is_shown_in_groups() -> None:
    assert shown_business_number(GOOD) == "123-45-67891"


def test_a_footer_keeps_its_lines() -> None:
    assert (
        receipt_footer("\n 교환은 7일 안에 \n\n가을상점 02-000-0000 \n")
        == "교환은 7일 안에\n\n가을상점 02-000-0000"
    )
    assert receipt_footer(" \n ") == ""


def test_a_footer_ends_at_its_limits() -> None:
    longest = "가" * FOOTER_LIMIT
    assert receipt_footer(longest) == longest
    with pytest.raises(FooterTooLong) as long:
        receipt_footer(longest + "가")
    assert long.value.limit == FOOTER_LIMIT
    assert receipt_footer("a\nb\nc") == "a\nb\nc"
    with pytest.raises(FooterTooHigh) as high:
        receipt_footer("a\nb\nc\nd")
    assert high.value.limit == FOOTER_LINES
