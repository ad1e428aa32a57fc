"""A title and an advice for every error and every state, in the user's language.

The other `words_…` hold the rest; everything is reached from here.
"""

from refund_gui.ui.words_errors import describe
from refund_gui.ui.words_grounds import event_words, ground_words
from refund_gui.ui.words_inputs import input_words
from refund_gui.ui.words_limits import notice_words
from refund_gui.ui.words_names import (
    bank_name,
    cause_name,
    left_over_name,
    made_in_name,
    method_name,
    method_names,
    origin_name,
    outcome_name,
    pg_name,
    pg_names,
    state_name,
    status_name,
    way_name,
)
from refund_gui.ui.words_obstacles import obstacle_words, possible_again, whole_only_words
from refund_gui.ui.words_payout import arrival_sentence, expected_sentence, payout_sentence
from refund_gui.ui.words_states import Words, left_over_words, state_words
from refund_gui.ui.words_unexpected import unexpected

__all__ = [
    "Words",
    "arrival_sentence",
    "bank_name",
    "cause_name",
    "describe",
    "event_words",
    "expected_sentence",
    "ground_words",
    "input_words",
    "left_over_name",
    "left_over_words",
    "made_in_name",
    "method_name",
    "method_names",
    "notice_words",
    "obstacle_words",
    "origin_name",
    "outcome_name",
    "payout_sentence",
    "pg_name",
    "pg_names",
    "possible_again",
    "state_name",
    "state_words",
    "status_name",
    "unexpected",
    "way_name",
    "whole_only_words",
]
