"""What may leave the shop: a text without keys, customers, telephone and account numbers.

It takes away too much rather than too little. What support needs stays: times, where in the program, payment
ids (`imp_…`), refund ids and tags, which name nobody.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Final

_KEPT: Final = re.compile(
    r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}(?= )"  # when: only as a line of the log begins
    r'|(?<=^  )File "[\w./<>-]*", line \d+, in [\w<>]+$'  # where: `_shortened` has made it
    r"|\bimp_\d{6,16}\b"
    r"|\brefund [0-9a-f]{32}\b"
    r"|\[[0-9A-HJKMNP-TV-Z]{6}\]",
    re.MULTILINE,
)
_IMP_UID: Final = re.compile(r"\bimp_\w+")
_PLACE: Final = re.compile(r'^  File "([^"\n]*)", line (\d+), in ([\w<>]+)$', re.MULTILINE)
_OURS: Final = "refund_gui/"

_REMOVED: Final = (
    # key=value, "secret": "value", Authorization: Bearer value
    (
        re.compile(
            r"""(?<![\w.])([\w-]*(?:secret|token|passw|authorization|key)[\w-]*["']?\s*[:=]\s*)["']?"""
            r"""(?:(?:bearer|basic)\s+)?[^\s,;"'}]+""",
            re.IGNORECASE,
        ),
        r"\1[removed]",
    ),
    (re.compile(r"\b(bearer|basic)\s+[^\s,;]+", re.IGNORECASE), r"\1 [removed]"),
    (re.compile(r"""[^\s<>"'(),;:]+@[^\s<>"'(),;:]+"""), "[e-mail]"),
    (re.compile(r"""\b(users|home)[\\/]+[^\\/\s"']+""", re.IGNORECASE), r"\1/[user]"),
    # 16 characters or more with a letter and a digit; without a digit 28 in both cases
    (re.compile(r"(?=[A-Za-z+/_=-]*\d)(?=[\d+/_=-]*[A-Za-z])[A-Za-z0-9+/_=-]{16,}"), "[key]"),
    (re.compile(r"(?=[a-z+/_=-]*[A-Z])(?=[A-Z+/_=-]*[a-z])[A-Za-z+/_=-]{28,}"), "[key]"),
    # seven digits or more, or stars in their place, with up to three separators between them
    (re.compile(r"[+(]?[\d*](?:[-‐‒–—−.,_/·() ]{0,3}[\d*]){6,}"), "[number]"),
    # the program writes its log in English: anything else was somebody's
    (re.compile(r"[^\x00-\x7f]+(?:[ \t]*[^\x00-\x7f]+)*"), "[text]"),
)


def scrub(text: str, known: Iterable[str] = ()) -> str:
    """The text without what names a person or opens an account; `known` are words that must not be in it."""
    text = _PLACE.sub(_shortened, unicodedata.normalize("NFKC", text))
    for word in sorted(
        {unicodedata.normalize("NFKC", each).strip() for each in known}, key=len, reverse=True
    ):
        if len(word) > 1:
            text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", "[removed]", text, flags=re.IGNORECASE)
    return _between(_KEPT, text, _without_data)


def payments_in(text: str) -> tuple[str, ...]:
    """The imp_uids that a text names, each once."""
    return tuple(dict.fromkeys(_IMP_UID.findall(text)))


def _without_data(text: str) -> str:
    for pattern, instead in _REMOVED:
        text = pattern.sub(instead, text)
    return text


def _between(kept: re.Pattern[str], text: str, change: Callable[[str], str]) -> str:
    """Change everything but the matches of `kept`."""
    parts, at = list[str](), 0
    for match in kept.finditer(text):
        parts += [change(text[at : match.start()]), match.group()]
        at = match.end()
    return "".join([*parts, change(text[at:])])


def _shortened(match: re.Match[str]) -> str:
    """A line of a stack: our own module, or the file's name alone; folders may hold a person's name."""
    path = match[1].replace("\\", "/")
    _, ours, module = path.rpartition(_OURS)
    name = ours + module if ours else path.rpartition("/")[2]
    return f'  File "{name}", line {match[2]}, in {match[3]}'
