"""What statements say of a refund `r`: whether it is open, and whether an entry begins with its tag."""

from typing import Final

from refund_gui.domain.states import OPEN_STATES

IS_OPEN: Final = f"r.state IN ({', '.join(repr(state.value) for state in sorted(OPEN_STATES))})"

HAS_TAG: Final = "substr(ltrim({}.reason, ' ' || char(9, 10, 13)), 1, 8) = '[' || r.tag || ']'"
"""To fill in: the name under which the statement has the entry (`domain/tag.py`)."""
