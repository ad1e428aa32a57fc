"""A title and an advice for every error and every state, in the user's language.

`words_errors`, `words_inputs` and `words_names` hold the rest; everything is reached from here.
"""

from refund_gui.ui.words_errors import describe, unexpected
from refund_gui.ui.words_inputs import input_words
from refund_gui.ui.words_names import (
    bank_name,
    cause_name,
    event_words,
    ground_words,
    method_name,
    origin_name,
    outcome_name,
    pg_name,
    state_name,
    status_name,
)
from refund_gui.ui.words_states import Words, obstacle_words, payout_sentence, state_words

__all__ = [
    "Words",
    "bank_name",
    "cause_name",
    "describe",
    "event_words",
    "ground_words",
    "input_words",
    "method_name",
    "obstacle_words",
    "origin_name",
    "outcome_name",
    "payout_sentence",
    "pg_name",
    "state_name",
    "state_words",
    "status_name",
    "unexpected",
]
