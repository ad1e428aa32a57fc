"""The search index: which short pieces (grams) of its texts a payment is found by, newest first.

A table `search` (FTS5, contentless, without positions) holds each payment's grams under its `place`. What the
grams find is a candidate: the row itself is looked at before it is shown, so that the index may hold too much
but never too little. Digits are common, so letters and digits have grams of four; Hangul has grams of two,
single syllables, a syllable with the consonant behind it, and initial consonants by two and three.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import Final

from refund_gui.domain.searching import (
    INITIALS,
    Search,
    Word,
    compact,
    initial_of,
    is_syllable,
    may_become,
    moved_on,
)

_RUNS: Final = re.compile(r"[\x21-\x7e]{2,}")
_SYLLABLES: Final = re.compile(r"[가-힣]")
_FACET: Final = "\ue100"
_EACH: Final = "imp_"
"""So begins each imp_uid."""
_COMMON_START: Final = re.compile(r"(010|19|20)\d+$")
"""So begin phone numbers, and order numbers with a date."""


def search_text(texts: Iterable[str]) -> str:
    """The texts as they are compared with a search: compact, one line each."""
    return "\n".join(map(compact, texts))


def grams(text: str, facets: Iterable[str] = ()) -> str:
    """The tokens of a `search_text`, and of what else can be asked for beside it. Some come twice."""
    found = list(map(facet, facets))
    for line in text.split("\n"):
        if line.isascii():
            found += _pieces_of(line, 2, 3, 4)
        else:
            for run in _RUNS.findall(line):
                found += _pieces_of(run, 2, 3, 4)
            found += _pieces_of(line, 2)
            found += _SYLLABLES.findall(line)
            initials = "".join(map(initial_of, line))
            found += _pieces_of(initials, 2, 3)
            found += map("".join, zip(line, initials[1:], strict=False))
    return " ".join(found)


def facet(value: str) -> str:
    """The token of a value that is asked for as a whole."""
    return _FACET + compact(value)


def _pieces_of(text: str, *lengths: int) -> list[str]:
    return [text[n : n + length] for length in lengths for n in range(len(text) - length + 1)]


def expression(search: Search, facets: Iterable[Iterable[str]] = ()) -> str:
    """What FTS5 is asked for: every word's grams, and of each group of facets one. "" asks for nothing.

    It finds each row that the search means, and perhaps some more.
    """
    asked = [_any(map(facet, group)) for group in facets]
    for word in search.words:
        asked += map(_any, _of_word(word))
    return " AND ".join(dict.fromkeys(asked))


def _of_word(word: Word) -> Iterator[Collection[str]]:
    """Groups of grams: a text that the word stands in has one of each."""
    before, last = (word.text[:-1], word.text[-1]) if word.is_composing else (word.text, "")
    if word.has_initials:
        yield from ([piece] for piece in _pieces("".join(map(initial_of, word.text)), 3))
        yield from ([char] for char in before if is_syllable(char))
        pairs = map("".join, pairwise(word.text))
        yield from ([pair] for pair in pairs if is_syllable(pair[0]) and pair[1] in INITIALS)
        return
    yield from ([gram] for gram in _covering(before))
    if last:
        moved = moved_on(last)
        yield [
            *(before[-1:] + syllable for syllable in may_become(last)),
            *(["".join(moved)] if moved else []),
        ]


def _covering(text: str) -> Iterator[str]:
    """Few grams that together hold what tells a text from others."""
    if len(text) == 1 and is_syllable(text):
        yield text
    for run in _RUNS.findall(text):
        yield from _telling(run)
    yield from (pair for pair in map("".join, pairwise(text)) if not pair.isascii())


def _telling(run: str) -> Collection[str]:
    """A run's pieces, but for beginnings that very many payments share: to read their long lists took most of
    a search's time among a million.
    """
    if run.startswith(_EACH) and run != _EACH:
        return [*_pieces(run[len(_EACH) - 1 :], 4)]
    pieces = [*_pieces(run, 4)]
    return pieces[1:] if len(pieces) > 2 and _COMMON_START.match(run) else pieces


def _pieces(run: str, length: int) -> Iterator[str]:
    """Pieces side by side, the last one ending with the run; none of a single character."""
    if len(run) > 1:
        length = min(length, len(run))
        for start in (*range(0, len(run) - length, length), len(run) - length):
            yield run[start : start + length]


def _any(tokens: Iterable[str]) -> str:
    return "(" + " OR ".join('"' + token.replace('"', '""') + '"' for token in tokens) + ")"
