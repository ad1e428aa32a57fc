"""What help tells, topic by topic, as HTML in the window's language."""

from collections.abc import Iterable
from enum import StrEnum
from html import escape

from PySide6.QtCore import QCoreApplication

from refund_gui.domain.pg_contacts import contact, known_pgs
from refund_gui.domain.states import RefundState
from refund_gui.ui import formats, help_texts
from refund_gui.ui.help_names import told
from refund_gui.ui.shortcuts import key_lines
from refund_gui.ui.whats_new import RELEASES, news
from refund_gui.ui.words_names import pg_name, state_name
from refund_gui.ui.words_states import state_advice


class HelpTopic(StrEnum):
    """In the order of help's list."""

    FIRST_STEPS = "first_steps"
    REFUND = "refund"
    CHECKING = "checking"
    VIRTUAL_ACCOUNTS = "virtual_accounts"
    SETTLEMENT = "settlement"
    DEADLINES = "deadlines"
    DAILY_CLOSE = "daily_close"
    HISTORY = "history"
    SCANNER = "scanner"
    KEYS = "keys"
    PRIVACY = "privacy"
    CONTACT = "contact"
    NEWS = "news"


def topic_title(topic: HelpTopic) -> str:
    """The topic's name in the list, and its heading."""
    match topic:
        case HelpTopic.FIRST_STEPS:
            return QCoreApplication.translate("Help", "First steps")
        case HelpTopic.REFUND:
            return QCoreApplication.translate("Help", "Refund an order")
        case HelpTopic.CHECKING:
            return QCoreApplication.translate("Help", "Checking, and what to do")
        case HelpTopic.VIRTUAL_ACCOUNTS:
            return QCoreApplication.translate("Help", "Virtual accounts")
        case HelpTopic.SETTLEMENT:
            return QCoreApplication.translate("Help", "Not enough unsettled money")
        case HelpTopic.DEADLINES:
            return QCoreApplication.translate("Help", "Until when a refund is possible")
        case HelpTopic.DAILY_CLOSE:
            return QCoreApplication.translate("Help", "Summary and daily close")
        case HelpTopic.HISTORY:
            return QCoreApplication.translate("Help", "History and export")
        case HelpTopic.SCANNER:
            return QCoreApplication.translate("Help", "Scanner")
        case HelpTopic.KEYS:
            return QCoreApplication.translate("Help", "Keyboard shortcuts")
        case HelpTopic.PRIVACY:
            return QCoreApplication.translate("Help", "Privacy, and where data lies")
        case HelpTopic.CONTACT:
            return QCoreApplication.translate("Help", "Reach PortOne and the PG")
        case HelpTopic.NEWS:
            return QCoreApplication.translate("Help", "What is new")


def topic_html(topic: HelpTopic) -> str:
    """The whole topic with its heading."""
    return f"<h2>{escape(topic_title(topic))}</h2>{_body(topic)}"


def _body(topic: HelpTopic) -> str:
    match topic:
        case HelpTopic.FIRST_STEPS:
            return _steps(help_texts.first_steps()) + _paragraphs(help_texts.after_first_steps())
        case HelpTopic.REFUND:
            return _steps(help_texts.refund_steps()) + _paragraphs(help_texts.after_refund())
        case HelpTopic.CHECKING:
            return _paragraphs(help_texts.checking()) + _table(
                (state_name(state), state_advice(state)) for state in RefundState
            )
        case HelpTopic.VIRTUAL_ACCOUNTS:
            return _paragraphs(help_texts.virtual_accounts())
        case HelpTopic.SETTLEMENT:
            return _paragraphs(help_texts.settlement())
        case HelpTopic.DEADLINES:
            return _paragraphs(help_texts.deadlines())
        case HelpTopic.DAILY_CLOSE:
            return _paragraphs(help_texts.daily_close())
        case HelpTopic.HISTORY:
            return _paragraphs(help_texts.history())
        case HelpTopic.SCANNER:
            return _paragraphs(help_texts.scanner())
        case HelpTopic.KEYS:
            return _table(key_lines())
        case HelpTopic.PRIVACY:
            return _paragraphs(help_texts.privacy())
        case HelpTopic.CONTACT:
            return _paragraphs(help_texts.contact()) + _table(_pg_contacts())
        case HelpTopic.NEWS:
            return "".join(f"<h3>{version}</h3>{_list(news(version))}" for version in RELEASES)


def _pg_contacts() -> Iterable[tuple[str, str]]:
    """Each PG by its name, with telephone and mail."""
    for code in known_pgs():
        found = contact(code)
        if found is not None:
            name = found.name_ko if formats.is_korean() else pg_name(code)
            yield name, " · ".join(filter(None, (found.phone, found.mail)))


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p>{told(text)}</p>" for text in texts)


def _steps(texts: Iterable[str]) -> str:
    return "<ol>" + "".join(f"<li>{told(text)}</li>" for text in texts) + "</ol>"


def _list(texts: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(text)}</li>" for text in texts) + "</ul>"


def _table(rows: Iterable[tuple[str, str]]) -> str:
    lines = "".join(
        f"<tr><td><b>{escape(name)}</b>&nbsp;&nbsp;</td><td>{escape(text)}</td></tr>" for name, text in rows
    )
    return f'<table cellpadding="4">{lines}</table>'
