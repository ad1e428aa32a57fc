"""A title and an advice for every error and every state, in the user's language.

The other `words_…` hold the rest; everything is reached from here.
"""

from refund_gui.ui.words_errors import describe, unexpected
from refund_gui.ui.words_grounds import event_words, ground_words
from refund_gui.ui.words_inputs import input_words
from refund_gui.ui.words_names import (
    bank_name,
    cause_name,
    left_over_name,
    made_in_name,
    method_name,
    origin_name,
    outcome_name,
    pg_name,
    state_name,
    status_name,
)
from refund_gui.ui.words_payout import payout_sentence
from refund_gui.ui.words_states import Words, left_over_words, obstacle_words, state_words

__all__ = [
    "Words",
    "bank_name",
    "cause_name",
    "describe",
    "event_words",
    "ground_words",
    "input_words",
    "left_over_name",
    "left_over_words",
    "made_in_name",
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
