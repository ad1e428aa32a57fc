"""What a scanner types: a code, or a text that holds one, perhaps with the keyboard in Hangul mode."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, unquote_plus

_KEYS: Final = dict(
    zip(
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ",
        "qwertyuiopasdfghjklzxcvbnmQWERTOP",
        strict=True,
    )
)
"""The key of each letter on the usual Korean keyboard (두벌식, KS X 5002); capitals are typed with Shift."""
_DOUBLES: Final = {
    "ㅘ": "hk",
    "ㅙ": "ho",
    "ㅚ": "hl",
    "ㅝ": "nj",
    "ㅞ": "np",
    "ㅟ": "nl",
    "ㅢ": "ml",
    "ㄳ": "rt",
    "ㄵ": "sw",
    "ㄶ": "sg",
    "ㄺ": "fr",
    "ㄻ": "fa",
    "ㄼ": "fq",
    "ㄽ": "ft",
    "ㄾ": "fx",
    "ㄿ": "fv",
    "ㅀ": "fg",
    "ㅄ": "qt",
}
_STRUCK: Final = _KEYS | _DOUBLES
_INITIALS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS: Final = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS: Final = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_FIRST_SYLLABLE: Final = ord("가")
_LAST_SYLLABLE: Final = ord("힣")
_WIDE: Final = {ord("！") + place: ord("!") + place for place in range(94)}

_NAMED: Final = re.compile(
    r"""(?<![a-z0-9_])(imp_uid|merchant_uid)["']?\s*[=:]\s*"""
    r"""(?:"(?P<json>(?:[^"\\]|\\.)*)"|'(?P<quoted>[^']*)'|(?P<plain>[^\s&"'<>;,}#]+))""",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CodeMatch:
    """The payments of a code, newest first; `code` is the reading that they have, else the likeliest."""

    code: str
    imp_uids: tuple[str, ...]
    is_certain: bool = True
    """False when the text names a payment by imp_uid, and these only share its order number (rule 13)."""


def latin(text: str) -> str:
    """The keys that were struck where the keyboard wrote Hangul; everything else stays.

    Shift is lost where it makes no other Hangul letter: `A` and `a` both write ㅁ, and come back as `a`.
    """
    return "".join(map(_struck, unicodedata.normalize("NFC", text).translate(_WIDE)))


def codes(scanned: str) -> tuple[str, ...]:
    """What may be the order number or imp_uid in a scanned text, the likeliest last.

    A text or address that names one (`imp_uid=…`, JSON, query string) holds only what it names, its imp_uid
    first: it is one payment's.
    """
    named = _names_in(scanned)
    if named:
        return _once(code for name in ("imp_uid", "merchant_uid") for found, code in named if found == name)
    return _readings(scanned)


def named_imp_uids(scanned: str) -> frozenset[str]:
    """What a text names as its imp_uid, in small letters."""
    return frozenset(code.lower() for name, code in _names_in(scanned) if name == "imp_uid")


def names_a_code(scanned: str) -> bool:
    """Whether no person types such a text: it says which of its parts is the code."""
    return _NAMED.search(unquote(latin(scanned))) is not None


def spellings(code: str) -> tuple[str, ...]:
    """The code as it is, in capitals and in small letters."""
    return _once((code, code.upper(), code.lower()))


def _readings(scanned: str) -> tuple[str, ...]:
    text = scanned.strip()
    return _once((text, latin(text)))


def _names_in(scanned: str) -> list[tuple[str, str]]:
    readings = _readings(scanned)
    return [match for reading in _once((*readings, *map(unquote, readings))) for match in _named(reading)]


def _struck(letter: str) -> str:
    number = ord(letter)
    if not _FIRST_SYLLABLE <= number <= _LAST_SYLLABLE:
        return _STRUCK.get(letter, letter)
    rest, final = divmod(number - _FIRST_SYLLABLE, len(_FINALS))
    initial, vowel = divmod(rest, len(_VOWELS))
    parts = (_INITIALS[initial], _VOWELS[vowel], _FINALS[final])
    return "".join(_STRUCK[part] for part in parts if part)


def _named(text: str) -> Iterator[tuple[str, str]]:
    """Each name with what it may stand for."""
    for match in _NAMED.finditer(text):
        name = match[1].lower()
        if match["json"] is not None:
            yield name, _unescaped(match["json"])
        elif match["quoted"] is not None:
            yield name, match["quoted"]
        else:
            yield name, unquote(match["plain"])
            yield name, unquote_plus(match["plain"])


def _unescaped(inside: str) -> str:
    try:
        return str(json.loads(f'"{inside}"'))
    except ValueError:
        return inside


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
