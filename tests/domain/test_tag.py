"""The tag: protocol rule 10."""

from itertools import chain, count
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from refund_gui.domain.tag import ALPHABET, check_character, is_valid, new_tag, tag_of, tagged


@given(st.integers(min_value=0, max_value=2**25 - 1), st.integers(min_value=0))
def test_a_new_tag_is_valid_and_comes_back(first: int, seed: int) -> None:
    later = Random(seed)
    draws = chain([first], (later.getrandbits(25) for _ in count()))
    tag = new_tag(frozenset(), lambda bits: next(draws))
    assert is_valid(tag)
    assert tag_of(tagged(tag, "고객 변심")) == tag


def test_a_taken_tag_is_not_drawn_again() -> None:
    letter_a = ALPHABET.index("A") << 20
    first = new_tag(frozenset(), lambda bits: letter_a)
    draws = iter([letter_a, letter_a + 1])
    assert new_tag({first}, lambda bits: next(draws)) != first


def test_the_first_character_is_a_letter() -> None:
    draws = iter([0, 9 << 20, ALPHABET.index("Z") << 20])
    assert new_tag(frozenset(), lambda bits: next(draws)).startswith("Z0000")


def test_check_character_is_the_weighted_sum() -> None:
    values = [ALPHABET.index(c) for c in "R7K2Q"]
    assert check_character("R7K2Q") == ALPHABET[sum(i * v for i, v in enumerate(values, 1)) % 32]


@given(st.sampled_from(range(5)), st.sampled_from(ALPHABET))
def test_most_typing_errors_are_noticed(place: int, other: str) -> None:
    five = "R7K2Q"
    changed = five[:place] + other + five[place + 1 :]
    difference = (place + 1) * (ALPHABET.index(other) - ALPHABET.index(five[place]))
    assert (check_character(changed) == check_character(five)) == (difference % 32 == 0)


def test_only_a_valid_tag_at_the_start_counts() -> None:
    tag = "R7K2Q" + check_character("R7K2Q")
    wrong = tag[:5] + ALPHABET[(ALPHABET.index(tag[5]) + 1) % 32]
    assert tag_of(f"[{tag}] x") == tag
    assert tag_of(f"  [{tag}]x") == tag
    assert tag_of(f"x [{tag}]") is None
    assert tag_of(f"[{wrong}] x") is None
    assert tag_of(f"[{tag.lower()}] x") is None
    assert tag_of("") is None
    assert not is_valid("R7K")
    assert not is_valid("R7K2QU")
    assert not is_valid("17K2Q" + check_character("17K2Q"))
