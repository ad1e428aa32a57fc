"""Words for what nobody has foreseen."""

from PySide6.QtCore import QCoreApplication

from refund_gui.ui.words_states import Words


def unexpected(detail: str = "") -> Words:
    """A bug, or something that nobody has foreseen."""
    return Words(
        QCoreApplication.translate("Words", "Something unexpected happened"),
        QCoreApplication.translate(
            "Words",
            "Your refunds are safe on disk. You can go on working; if it happens again, close the program "
            "and start it anew. What happened was written into the log file.",
        ),
        detail,
    )
