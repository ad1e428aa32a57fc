"""What the sync bar says."""

from PySide6.QtCore import QCoreApplication

from refund_gui.domain.progress import SyncProgress
from refund_gui.errors import AnswerTimedOut, Unreachable
from refund_gui.terminal.syncing import SyncStanding
from refund_gui.ui import words
from refund_gui.ui.formats import date_time, short_date_time

_MINUTE, _HOUR = 60, 3600


def is_offline(error: Exception | None) -> bool:
    """Whether the load failed because nobody answered."""
    return isinstance(error, Unreachable | AnswerTimedOut)


def running_text(progress: SyncProgress | None) -> str:
    """How far the load is, and how long it will take."""
    if progress is None:
        return QCoreApplication.translate("SyncBar", "Loading orders…")
    if progress.waits:
        return QCoreApplication.translate("SyncBar", "PortOne asks to wait {time}").format(
            time=_duration(progress.waits)
        )
    if progress.is_resumed:
        text = QCoreApplication.translate("SyncBar", "Going on with loading… {read} of about {expected}")
    elif progress.expected > progress.read:
        text = QCoreApplication.translate("SyncBar", "Loading orders… {read} of about {expected}")
    else:
        text = QCoreApplication.translate("SyncBar", "Loading orders… {read}")
    parts = [text.format(read=f"{progress.read:,}", expected=f"{progress.expected:,}")]
    if progress.seconds_left:
        left = QCoreApplication.translate("SyncBar", "{time} left")
        parts.append(left.format(time=_duration(progress.seconds_left)))
    return " · ".join(parts)


def idle_text(standing: SyncStanding | None, error: Exception | None, now: int) -> str:
    """How fresh the list is. `now` in unix seconds."""
    if standing is None or standing.fresh_at is None:
        if is_offline(error):
            return QCoreApplication.translate("SyncBar", "Offline, and no orders were loaded yet")
        return QCoreApplication.translate("SyncBar", "No orders were loaded yet")
    if error is None:
        text = QCoreApplication.translate("SyncBar", "Up to date {time}")
    elif is_offline(error):
        text = QCoreApplication.translate("SyncBar", "Offline, showing what was saved {time}")
    else:
        text = QCoreApplication.translate("SyncBar", "Not loaded, showing what was saved {time}")
    return text.format(time=short_date_time(standing.fresh_at, now))


def note_text(standing: SyncStanding | None, error: Exception | None, was_stopped: bool) -> str:
    """What else there is to know: why it failed, what is not loaded, what could not be read."""
    lines: list[str] = []
    if error is not None:
        told = words.describe(error)
        lines += (told.advice,) if is_offline(error) else (told.title, told.advice, told.detail)
    is_complete = standing is not None and standing.is_complete
    if was_stopped and not is_complete:
        lines.append(QCoreApplication.translate("SyncBar", "Loading was stopped. F5 goes on with it."))
    elif standing is not None and not is_complete and standing.loaded_since is not None:
        text = QCoreApplication.translate("SyncBar", "Orders from before {time} are not loaded yet.")
        lines.append(text.format(time=date_time(standing.loaded_since)))
    if standing is not None and standing.set_aside:
        text = QCoreApplication.translate(
            "SyncBar",
            "{count} records could not be read and are not in the list (first: {payment}, {problem}).",
        )
        first = standing.set_aside[0]
        lines.append(
            text.format(count=len(standing.set_aside), payment=first.imp_uid or "–", problem=first.problem)
        )
    return "\n".join(filter(None, lines))


def _duration(seconds: int) -> str:
    if seconds < _MINUTE:
        return QCoreApplication.translate("SyncBar", "{count} s").format(count=seconds)
    if seconds < _HOUR:
        return QCoreApplication.translate("SyncBar", "{count} min").format(count=-(-seconds // _MINUTE))
    return QCoreApplication.translate("SyncBar", "{count} h").format(count=-(-seconds // _HOUR))
