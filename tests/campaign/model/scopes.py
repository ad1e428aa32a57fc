"""How far the exploration goes: `CAMPAIGN=full` is the whole campaign, anything else CI's slice."""

import os
from dataclasses import replace

from tests.campaign.model.state import Scope

_PAYMENTS = (
    Scope("a part, card", total=5, amount=2, acts_later=False, crashes=1, posts=2, refunds=2),
    Scope("a part, PG that acts later", total=5, amount=2, acts_later=True, crashes=1, posts=2, refunds=2),
    Scope("the whole, card", total=2, amount=2, acts_later=False, crashes=1, posts=2, refunds=2),
    Scope("the whole, PG that acts later", total=2, amount=2, acts_later=True, crashes=1, posts=2, refunds=2),
)
"""In a part there is room for the same refund twice, and for somebody else's."""


def scopes() -> tuple[Scope, ...]:
    """What is explored whole."""
    if os.environ.get("CAMPAIGN") == "full":
        return tuple(replace(scope, crashes=3, posts=3, refunds=3) for scope in _PAYMENTS)
    return _PAYMENTS


def small_scope(acts_later: bool) -> Scope:
    """Where a wrong protocol is caught: the slice, which the right one survives."""
    return next(scope for scope in _PAYMENTS if scope.acts_later is acts_later)
