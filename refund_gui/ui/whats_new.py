"""What a shop owner notices of each version. The newest version comes first, and is the program's own."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from refund_gui.terminal.seen_version import is_newer

RELEASES: Final = ("0.1.0",)


def news(version: str) -> tuple[str, ...]:
    """A few sentences about a version, none for one that has no news."""
    match version:
        case "0.1.0":
            return (
                QCoreApplication.translate(
                    "News", "Refund any order, in whole or in part, with a confirmation."
                ),
                QCoreApplication.translate(
                    "News", "A lost answer is Checking until it is clear, never “failed”."
                ),
                QCoreApplication.translate("News", "Search by any part of an order, or scan it."),
                QCoreApplication.translate(
                    "News", "Receipts, lists and the daily close on paper, as PDF or for Excel."
                ),
                QCoreApplication.translate("News", "Help with F1, also on what is on screen."),
            )
        case _:
            return ()


def news_since(version: str) -> tuple[str, ...]:
    """What is new since this version, the newest first."""
    return tuple(line for release in RELEASES if is_newer(release, version) for line in news(release))
