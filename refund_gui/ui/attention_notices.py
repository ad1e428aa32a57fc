"""What the strip tells by itself: how things stand at the start, and that the store was lost or restored."""

from refund_gui.terminal.attention import Attention
from refund_gui.terminal.continuity import GapKind
from refund_gui.ui.attention_texts import (
    cleared_words,
    gap_closed_words,
    gap_words,
    how_many,
    start_words,
)
from refund_gui.ui.notice import Notice
from refund_gui.ui.words import Words


class AttentionNotices:
    """Tells each thing once, and takes back what is over if it still stands there."""

    def __init__(self, notice: Notice) -> None:
        self._notice = notice
        self._has_begun = False
        self._gap: GapKind | None = None
        self._summary: Words | None = None

    def show(self, attention: Attention) -> None:
        """A reading of what needs attention; the first one is the summary of the start."""
        news: list[Words] = []
        if attention.gap is not self._gap:
            news.append(gap_words(attention.gap) if attention.gap else gap_closed_words())
            self._gap = attention.gap
        summary = None if self._has_begun else start_words(attention)
        self._has_begun = True
        if summary:
            news.append(summary)
        if news:
            told = _together(news)
            self._summary = told if summary else None
            self._notice.tell(told)
        elif self._summary and self._notice.is_telling(self._summary) and not how_many(attention):
            self._summary = None
            self._notice.tell(cleared_words())


def _together(news: list[Words]) -> Words:
    """One below the other."""
    first, *rest = news
    lines = [first.advice, *(line for words in rest for line in (words.title, words.advice))]
    return Words(first.title, "\n".join(lines))
