"""A small 2-set input method: what Latin keys write while the keyboard is in Hangul mode."""

from typing import Final

_ROWS: Final = {
    "qwertyuiop": "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ",
    "asdfghjkl": "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ",
    "zxcvbnm": "ㅋㅌㅊㅍㅠㅜㅡ",
    "QWERTOP": "ㅃㅉㄸㄲㅆㅒㅖ",
}
_JAMO: Final = {key: jamo for keys, row in _ROWS.items() for key, jamo in zip(keys, row, strict=True)}
KEPT_KEYS: Final = frozenset(_JAMO)
"""The letters that Hangul mode keeps apart: of the capitals only those with a Hangul letter of their own."""

_INITIALS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS: Final = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS: Final = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_JOINED: Final = {
    "ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ",
    "ㄱㅅ": "ㄳ", "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ", "ㄹㅂ": "ㄼ", "ㄹㅅ": "ㄽ",
    "ㄹㅌ": "ㄾ", "ㄹㅍ": "ㄿ", "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ",
}  # fmt: skip
_APART: Final = {joined: pair for pair, joined in _JOINED.items()}


def in_hangul_mode(keys: str) -> str:
    """What stands in a field after these keys; what is no Hangul key ends the syllable and is written."""
    written: list[str] = []
    initial = vowel = final = ""

    def end() -> None:
        nonlocal initial, vowel, final
        written.append(_syllable(initial, vowel, final))
        initial = vowel = final = ""

    for key in keys:
        jamo = _JAMO.get(key)
        if jamo is None:
            end()
            written.append(key)
        elif jamo in _VOWELS:
            if final:  # the last consonant begins the next syllable
                stays, goes = (_APART[final][0], _APART[final][1]) if final in _APART else ("", final)
                final = stays
                end()
                initial, vowel = goes, jamo
            elif vowel and vowel + jamo in _JOINED:
                vowel = _JOINED[vowel + jamo]
            elif vowel:
                end()
                vowel = jamo
            else:
                vowel = jamo
        elif initial and vowel and not final and jamo in _FINALS:
            final = jamo
        elif final and final + jamo in _JOINED:
            final = _JOINED[final + jamo]
        else:
            end()
            initial = jamo
    end()
    return "".join(written)


def _syllable(initial: str, vowel: str, final: str) -> str:
    if not (initial and vowel):
        return initial + vowel + final
    place = (_INITIALS.index(initial) * len(_VOWELS) + _VOWELS.index(vowel)) * len(_FINALS)
    return chr(ord("가") + place + (_FINALS.index(final) if final else 0))
