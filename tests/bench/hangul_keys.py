"""Typing as a Korean keyboard does it: each key with what stands in the field after it.

A syllable is composed key by key; the consonant that begins the next one is shown as this one's last until a
vowel follows it (두벌식).
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

INITIALS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
FINALS: Final = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"

_FIRST_SYLLABLE: Final = 0xAC00
_OF_AN_INITIAL: Final = 588
_OF_A_VOWEL: Final = len(FINALS) + 1


class Stroke(NamedTuple):
    """One key. `ended`: what it ends the composition with; `key`: a letter or digit; `composed`: what is
    being composed after it. Each may be ""."""

    ended: str = ""
    key: str = ""
    composed: str = ""

    def press(self, edit: QLineEdit) -> None:
        """Hangul comes from an input method, anything else from the key."""
        if self.ended or not self.key:
            event = QInputMethodEvent(self.composed, [])
            event.setCommitString(self.ended)
            QApplication.sendEvent(edit, event)
        if self.key:
            QTest.keyClick(edit, self.key)  # type: ignore[call-overload]  # PySide6's stubs want an int


def initials(text: str) -> str:
    """The first consonants of its syllables: ㄱㅁㅈ for 김민준."""
    return "".join(map(_initial, text))


def strokes(text: str) -> Iterator[Stroke]:
    """The keys that type this text; double vowels and consonants (ㅘ, ㄳ) count as one."""
    composed, has_initial = "", False
    for char, following in zip(text, [*text[1:], ""], strict=True):
        if char.isascii():
            yield Stroke(composed, char)
            composed = ""
            continue
        if not has_initial:
            yield Stroke(composed, composed=_initial(char))
        if _is_syllable(char):
            open_syllable = _open(char)
            yield Stroke(composed if has_initial else "", composed=open_syllable)
            if char != open_syllable:
                yield Stroke(composed=char)
        composed = char
        has_initial = _is_syllable(following) and _open(char) == char and _initial(following) in FINALS
        if has_initial:  # as long as no vowel follows, it stands as this syllable's last
            yield Stroke(composed=chr(ord(char) + FINALS.index(_initial(following)) + 1))


def _is_syllable(char: str) -> bool:
    return "가" <= char <= "힣"


def _initial(char: str) -> str:
    """The consonant that a syllable begins with; anything else as it is."""
    if not _is_syllable(char):
        return char
    return INITIALS[(ord(char) - _FIRST_SYLLABLE) // _OF_AN_INITIAL]


def _open(char: str) -> str:
    """A syllable without its last consonant."""
    if not _is_syllable(char):
        return ""
    return chr(ord(char) - (ord(char) - _FIRST_SYLLABLE) % _OF_A_VOWEL)
