"""What a search means: every word is somewhere in a payment's texts. Case, width, spaces, dashes: no matter.

Initial consonants stand for syllables (ㄱㅁㅈ finds 김민준), and the syllable that is still being composed
for every one that it may become: 미 for 민, 남 for 나무.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from typing import Final

LONGEST: Final = 200
MOST_WORDS: Final = 20
"""Characters and words of a search that count; more is a paste gone wrong."""

INITIALS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FINALS: Final = (
    "", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ",
    "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ",
)  # fmt: skip
_VOWELS_FROM: Final = {8: 4, 13: 4, 18: 2}
"""ㅗ, ㅜ and ㅡ may become so many vowels, itself among them, that follow it in Unicode."""

_FIRST, _LAST, _PER_INITIAL, _PER_VOWEL = 0xAC00, 0xD7A3, 588, 28

# Unicode's width folding also turns single consonants into parts of syllables: back again.
_CONSONANTS: Final = {0x1100 + number: letter for number, letter in enumerate(INITIALS)}
_SKIPPED: Final = r"[\s\u0000-\u001f\u007f\u00ad\u200b-\u200f\u2010-\u2015\u2060\u2212\ufeff-]"
"""What is no part of the text that is searched: white space, dashes, and what cannot be seen."""
_SKIP: Final = re.compile(f"{_SKIPPED}+")


def folded(text: str) -> str:
    """Without case and width; Hangul composed."""
    if text.isascii():
        return text.lower()
    wide = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFKC", wide).translate(_CONSONANTS)


def compact(text: str) -> str:
    """The text as it is searched: folded, without spaces and dashes."""
    return _SKIP.sub("", folded(text))


def is_syllable(char: str) -> bool:
    """Whether it is one composed syllable."""
    return len(char) == 1 and _FIRST <= ord(char) <= _LAST


@cache
def initial_of(char: str) -> str:
    """The initial consonant of a syllable; any other character as it is."""
    return INITIALS[(ord(char) - _FIRST) // _PER_INITIAL] if is_syllable(char) else char


def may_become(syllable: str) -> tuple[str, ...]:
    """The syllables that one still being composed may become by typing on, itself first.

    A final consonant may also move on to the next syllable: see `Word`.
    """
    code = ord(syllable)
    final = (code - _FIRST) % _PER_VOWEL
    if final:
        longer = (n for n, letters in enumerate(_FINALS) if letters.startswith(_FINALS[final]) and n != final)
        return (syllable, *(chr(code - final + n) for n in longer))
    vowel = (code - _FIRST) % _PER_INITIAL // _PER_VOWEL
    return tuple(chr(code + n) for n in range(_PER_VOWEL * _VOWELS_FROM.get(vowel, 1)))


def moved_on(syllable: str) -> tuple[str, str] | None:
    """What is left of a syllable whose final consonant moves on, and that consonant: 남 → 나, ㅁ."""
    code = ord(syllable)
    letters = _FINALS[(code - _FIRST) % _PER_VOWEL]
    if not letters:
        return None
    rest = code - (code - _FIRST) % _PER_VOWEL + _FINALS.index(letters[:-1])
    return chr(rest), letters[-1]


class Word:
    """One word of a search, compact. `is_composing`: its last syllable may still become another."""

    def __init__(self, text: str, is_composing: bool = False) -> None:
        self.text = text
        self.is_composing = is_composing and is_syllable(text[-1])
        self.has_initials = any(char in INITIALS for char in text)
        self.is_exact = not (self.is_composing or self.has_initials)
        """Whether it simply stands in the text."""
        self.narrows = len(text) > 1 or is_syllable(text)
        """Whether it is looked for: two characters, or one syllable."""

    @cached_property
    def pattern(self) -> str:
        """A regular expression for compact text."""
        return "".join(self._parts(""))

    @cached_property
    def shown(self) -> "re.Pattern[str]":
        """The same for folded text that still has its spaces and dashes."""
        between = f"{_SKIPPED}*"
        return re.compile(between.join(self._parts(between)))

    def _parts(self, between: str) -> Iterator[str]:
        before, last = self.text[:-1], self.text[-1]
        yield from map(_one, before)
        moved = moved_on(last) if self.is_composing else None
        choice = "[" + "".join(may_become(last)) + "]" if self.is_composing else _one(last)
        yield f"(?:{choice}|{moved[0]}{between}{_one(moved[1])})" if moved else choice


def _one(char: str) -> str:
    """What a character of a search stands for: a consonant for itself and every syllable that begins so."""
    if char not in INITIALS:
        return re.escape(char)
    first = _FIRST + INITIALS.index(char) * _PER_INITIAL
    return f"[{char}{chr(first)}-{chr(first + _PER_INITIAL - 1)}]"


class Search:
    """A search as it was typed. `is_composing`: its last syllable is still being composed."""

    def __init__(self, text: str, is_composing: bool = False) -> None:
        texts = [*filter(None, map(compact, folded(text[:LONGEST]).split()))][:MOST_WORDS]
        last = len(texts) - 1
        self.words = tuple(Word(word, is_composing and number == last) for number, word in enumerate(texts))
        self.is_empty = not any(word.narrows for word in self.words)
        """Whether it narrows nothing."""

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where in a shown text its words stand: half-open ranges, sorted, apart from each other."""
        if self.is_empty or not text:
            return ()
        shown, places = _with_places(text)
        found = sorted(
            (places[match.start()], places[match.end() - 1] + 1)
            for word in self.words
            for match in word.shown.finditer(shown)
        )
        return tuple(_joined(found))


@lru_cache(maxsize=2_000)
def _with_places(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its characters the place in the text that it comes from.

    Kept for some: the same names and goods come again with each key.
    """
    if text.isascii():
        return text.lower(), range(len(text))
    shown, places = "", []
    for place, char in enumerate(text):
        part = folded(char)
        shown += part
        places += [place] * len(part)
    return shown, places


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start = end = 0
    for first, last in spans:
        if first > end:
            if end > start:
                yield start, end
            start, end = first, last
        else:
            end = max(end, last)
    if end > start:
        yield start, end
