"""What a scanner types is understood, also while the keyboard writes Hangul."""

import json
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refund_gui.domain.scan import codes, latin, names_a_code, spellings
from tests.domain.hangul_keyboard import KEPT_KEYS, in_hangul_mode

KEYS = st.text(st.sampled_from(sorted(KEPT_KEYS) + list('0123456789_-/:?&={}" .')), max_size=60)


@given(KEYS)
def test_what_was_typed_in_hangul_mode_comes_back(struck: str) -> None:
    assert latin(in_hangul_mode(struck)) == struck


@given(st.text("qwertyuiopasdfghjklzxcvbnm", min_size=1, max_size=60))
def test_letters_alone_make_syllables_and_come_back(struck: str) -> None:
    written = in_hangul_mode(struck)
    assert not any(letter.isascii() for letter in written)
    assert latin(written) == struck


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=60))
def test_latin_stays_latin(text: str) -> None:
    assert latin(text) == text


@pytest.mark.parametrize(
    ("written", "struck"),
    [
        ("ㅑㅡㅔ_123", "imp_123"),
        ("ㅐㄱㅇ-12", "ord-12"),
        ("ㅒㄲㅇ-12", "ORd-12"),  # Shift and D write ㅇ, as D alone does
        ("ㅃㅉㄸㄲㅆㅒㅖ", "QWERTOP"),
        ("값", "rkqt"),
        ("왜", "dho"),
        ("의", "dml"),
        ("\u1112\u1161\u11ab", "gks"),  # 한, as a Mac takes it apart
        ("ＩＭＰ＿１２３", "IMP_123"),
    ],
)
def test_each_letter_has_its_key(written: str, struck: str) -> None:
    assert latin(written) == struck


@pytest.mark.parametrize(
    "scanned",
    [
        "imp_123",
        "  imp_123\r\n",
        "ㅑㅡㅔ_123",
        "imp_uid=imp_123",
        "imp_uid: imp_123",
        "https://shop.example/done?imp_success=true&merchant_uid=A%2F1&imp_uid=imp_123",
        "https://shop.example/go?to=%2Fdone%3Fimp_uid%3Dimp_123%26x%3D1",
        "https://shop.example/?imp_uid=imp_123#end",
        '{"imp_uid": "imp_123", "merchant_uid": "A/1"}',
        "{'imp_uid':'imp_123'}",
        '{"IMP_UID":"imp_123"}',
        in_hangul_mode('{"imp_uid":"imp_123"}'),
        in_hangul_mode("https://shop.example/done?imp_uid=imp_123&x=1"),
    ],
)
def test_the_imp_uid_is_found(scanned: str) -> None:
    assert "imp_123" in codes(scanned)
    assert names_a_code(scanned) == ("uid" in latin(scanned).lower())


def test_an_imp_uid_goes_before_the_order_number() -> None:
    assert codes("merchant_uid=A-1&imp_uid=imp_1")[:2] == ("imp_1", "A-1")


def test_an_order_number_as_a_reading_of_its_own() -> None:
    assert codes("주문-한라봉") == ("주문-한라봉", "wnans-gksfkqhd")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=30))
def test_an_order_number_survives_json_and_a_query_string(order: str) -> None:
    assert order in codes(json.dumps({"merchant_uid": order}))
    assert order in codes("https://shop.example/?" + urlencode({"merchant_uid": order}))


def test_a_plus_may_be_itself_or_a_space() -> None:
    assert codes("merchant_uid=A+1") == ("A+1", "A 1")


def test_a_broken_escape_is_taken_as_it_stands() -> None:
    assert codes(r'{"merchant_uid": "A\x1"}') == (r"A\x1",)


@pytest.mark.parametrize("text", ["my_imp_uid=1", "imp_uid", "imp_uid=", "order-7", ""])
def test_what_names_nothing(text: str) -> None:
    assert not names_a_code(text)
    assert codes(text) == ((text,) if text else ())


def test_spellings() -> None:
    assert spellings("Ord-1") == ("Ord-1", "ORD-1", "ord-1")
    assert spellings("12") == ("12",)
