"""What a search means, character by character."""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refund_gui.domain.searching import (
    INITIALS,
    MOST_WORDS,
    Search,
    compact,
    folded,
    initial_of,
    is_syllable,
    may_become,
)

SYLLABLES = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)
TEXTS = st.text(
    st.one_of(st.sampled_from("ab 12-　ＡｂÉß김민준ㄱㅁ"), SYLLABLES, st.characters()), max_size=20
)


def finds(typed: str, text: str, is_composing: bool = False) -> bool:
    words = Search(typed, is_composing).words
    return all(re.search(word.pattern, compact(text)) for word in words)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("김민준", "김민준"),
        ("민준", "김민준"),
        ("ㄱㅁㅈ", "김민준"),
        ("ㅁㅈ", "김민준"),
        ("김ㅁㅈ", "김민준"),
        ("ㄱ민", "김민준"),
        ("감귤선물", "유기농 감귤 선물세트"),
        ("감 선", "유기농 감귤 선물세트"),
        ("ㅋㅋ", "ㅋㅋ 세트"),
        ("010-1234", "01012345678"),
        ("0101234", "010-1234-5678"),
        ("5678", "010-1234-5678"),
        ("ＧＩＦＴ set", "gift SET"),
        ("ﾡﾱ", "김민"),  # consonants of half width
        (unicodedata.normalize("NFD", "김민"), "김민준"),
        ("straße", "STRASSE"),
    ],
)
def test_it_finds(typed: str, text: str) -> None:
    assert finds(typed, text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [("김준", "김민준"), ("ㄱㅈ", "김민준"), ("미", "김민준"), ("ㄲㅁ", "김민준"), ("감귤 쌀", "감귤 3kg")],
)
def test_it_does_not_find(typed: str, text: str) -> None:
    assert not finds(typed, text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("미", "민준"),  # a final consonant may come
        ("김미", "김민준"),
        ("남", "나무"),  # or move on
        ("하낭", "하나은행"),
        ("달", "닭갈비"),  # or become two
        ("닭", "달걀"),
        ("고", "과자"),  # or a vowel become another
        ("값", "갑사"),
        ("가", "가방"),
    ],
)
def test_a_composed_syllable_stands_for_what_it_may_become(typed: str, text: str) -> None:
    assert finds(typed, text, is_composing=True)


@pytest.mark.parametrize(
    ("typed", "text"), [("미", "먼지"), ("남", "나라"), ("김ㅁ", "김준"), ("고", "구두")]
)
def test_a_composed_syllable_stands_for_nothing_else(typed: str, text: str) -> None:
    assert not finds(typed, text, is_composing=True)


@given(SYLLABLES)
def test_a_syllable_is_among_what_it_may_become(syllable: str) -> None:
    assert syllable == may_become(syllable)[0]
    assert all(is_syllable(one) and initial_of(one) == initial_of(syllable) for one in may_become(syllable))
    assert len(set(may_become(syllable))) == len(may_become(syllable)) <= 112


@given(st.sampled_from("".join(map(chr, range(0xAC00, 0xD7A4)))), st.text(SYLLABLES, max_size=3))
def test_whatever_is_typed_on_is_found_while_it_is_composed(syllable: str, rest: str) -> None:
    """Every state of the keyboard on the way to a syllable finds the text with that syllable."""
    typed = unicodedata.normalize("NFD", syllable)
    for length in range(2, len(typed) + 1):
        state = unicodedata.normalize("NFC", typed[:length])
        assert finds(state, syllable + rest, is_composing=True)


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert not any(char.isspace() or char == "-" for char in compact(text))


@given(TEXTS, st.integers(0, 20), st.integers(0, 20))
def test_every_part_of_a_text_is_found_in_it(text: str, start: int, length: int) -> None:
    whole = compact(text)
    part = whole[start : start + length]
    assert finds(part, text)
    assert finds("".join(map(initial_of, part)), text)


@pytest.mark.parametrize(
    ("typed", "is_empty"),
    [("", True), (" - ", True), ("1", True), ("ㄱ", True), ("a b", True), ("김", False), ("12", False)],
)
def test_what_narrows_nothing_is_empty(typed: str, is_empty: bool) -> None:
    assert Search(typed).is_empty is is_empty


def test_a_paste_is_cut() -> None:
    assert len(Search("가나 " * 1000).words) == MOST_WORDS
    assert len(Search("가" * 1000).words[0].text) == 200


@pytest.mark.parametrize(
    ("typed", "text", "spans"),
    [
        ("민준", "김민준", ((1, 3),)),
        ("ㄱㅁㅈ", "김민준", ((0, 3),)),
        ("감귤선물", "유기농 감귤 선물세트", ((4, 9),)),
        ("5678 010", "010-1234-5678", ((0, 3), (9, 13))),
        ("234", "010-1234-5678", ((5, 8),)),
        ("12 23", "1234", ((0, 3),)),
        ("ss", "Maße", ((2, 3),)),
        ("gift", "ＧＩＦＴ set", ((0, 4),)),
        ("뷁뷁", "김민준", ()),
        ("1", "111", ()),
        ("김민", "", ()),
    ],
)
def test_the_match_is_marked_where_it_stands(
    typed: str, text: str, spans: tuple[tuple[int, int], ...]
) -> None:
    assert Search(typed).spans(text) == spans


@given(TEXTS, TEXTS)
def test_marks_are_sorted_and_apart(typed: str, text: str) -> None:
    spans = Search(typed, is_composing=True).spans(text)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(start < end <= len(text) for start, end in spans)
    assert all(end < start for (_, end), (start, _) in pairwise(spans))


def test_every_consonant_of_a_keyboard_is_an_initial() -> None:
    assert {initial_of(chr(code)) for code in range(0xAC00, 0xD7A4)} == set(INITIALS)
