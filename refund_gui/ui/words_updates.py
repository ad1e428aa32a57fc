"""Words for what is published about newer versions and not to be believed."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from refund_gui.errors import Refusal, UpdateRefused
from refund_gui.ui.words_states import Words

_OUT_OF_DATE: Final = frozenset({Refusal.EXPIRED, Refusal.REPLAYED, Refusal.NOT_YET_VALID})


def update_words(error: UpdateRefused) -> Words:
    """No refund depends on it, and nothing was downloaded."""
    if error.why in _OUT_OF_DATE:
        return Words(
            QCoreApplication.translate("Words", "What is published about new versions is out of date"),
            QCoreApplication.translate(
                "Words",
                "Nothing was installed, and refunds go on as always. Check this computer's date; if it is "
                "right, tell whoever looks after this program.",
            ),
        )
    return Words(
        QCoreApplication.translate("Words", "What is published about new versions is not genuine"),
        QCoreApplication.translate(
            "Words",
            "Nothing was installed, and refunds go on as always. Install no update until whoever looks after "
            "this program has said that it is right again.",
        ),
    )
