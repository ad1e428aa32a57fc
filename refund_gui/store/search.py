"""Text search: every word is somewhere in a row's text, whatever its case."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

import peewee as pw

LONGEST: Final = 200
MOST_WORDS: Final = 20
"""Characters and words of a search that count; more is a paste gone wrong, and SQL has limits."""


def folded(texts: Iterable[str]) -> str:
    """The texts as they are stored for searching: one line each, without case, Hangul composed."""
    lines = "\n".join(texts).replace("\0", " ")
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", lines).casefold())


def digits(text: str) -> str:
    """Its digits only: telephone numbers are searched with and without their dashes."""
    return re.sub(r"[^0-9]", "", text)


def matches(text: str, columns: Iterable[pw.TextField], digit_column: pw.TextField) -> list[pw.Expression]:
    """One condition for each word: in one of the columns, or (digits and dashes) in the digits."""
    found = []
    for word in folded([text[:LONGEST]]).split()[:MOST_WORDS]:
        anywhere = [column.contains(word) for column in columns]
        if re.fullmatch(r"[0-9-]*[0-9][0-9-]*", word):
            anywhere.append(digit_column.contains(digits(word)))
        condition = anywhere[0]
        for other in anywhere[1:]:
            condition = condition | other
        found.append(condition)
    return found
