"""The customer's bank account: the bank by name, the number typed twice (complaint 13)."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from refund_gui.domain.account import (
    AccountsDiffer,
    BankMissing,
    account_from_typed,
    check_account_number,
    check_bank_code,
    check_holder,
    check_tel,
)
from refund_gui.domain.banks import BANKS, Bank, BankCodes, banks_of, code_for
from refund_gui.domain.refund import RefundAccount
from refund_gui.domain.rules import AccountNeed
from refund_gui.ui.entry import Entry, new_form
from refund_gui.ui.words import bank_name, pg_name

_BANK_ROWS: Final = 12


class TypedEdit(QLineEdit):
    """Takes keys only: a copied number would repeat its own mistake. Signal `paste_refused`."""

    paste_refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_refused.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self.paste_refused.emit()
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()


class BankFields(QWidget):
    """Bank, number, number again, holder, and the phone number where the PG wants it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bankFields")
        self._need = AccountNeed(BankCodes.KFTC, tel=False)
        self._pg_provider = ""
        self._bank_combo = _bank_combo()
        self._again_edit = TypedEdit()
        self._bank = Entry(self._bank_combo, "refundBank", self._check_bank, self)
        self._code = Entry(QLineEdit(), "refundBankCode", check_bank_code, self)
        self._number = Entry(QLineEdit(), "refundAccount", check_account_number, self)
        self._again = Entry(self._again_edit, "refundAccountAgain", self._check_again, self)
        self._holder = Entry(QLineEdit(), "refundHolder", check_holder, self)
        self._tel = Entry(QLineEdit(), "refundTel", lambda text: check_tel(text, self._need), self)
        self._entries = (self._bank, self._code, self._number, self._again, self._holder, self._tel)
        form = new_form(self)
        for entry in self._entries:
            entry.add_to(form)
        self._again_edit.paste_refused.connect(self._on_paste_refused)
        self._number.left.connect(self._again.recheck)
        self._bank.left.connect(self._on_bank_left)
        self.retranslate()

    def fields(self) -> tuple[QWidget, ...]:
        """What Enter moves through."""
        return tuple(field for entry in self._entries for field in entry.fields())

    def show_need(self, need: AccountNeed, pg_provider: str) -> None:
        """What this PG wants to know of the account."""
        self._need, self._pg_provider = need, pg_provider
        self._code.set_row_visible(need.codes is BankCodes.TYPED)
        self._tel.set_row_visible(need.tel)
        self.retranslate()

    def has_typed(self) -> bool:
        """Whether anything stands in the fields."""
        return any(entry.text().strip() for entry in self._entries)

    def clear(self) -> None:
        """Forget the account: it lives until the attempt has ended."""
        for entry in self._entries:
            entry.clear()

    def account(self) -> RefundAccount | None:
        """The account, or None with each mistake told where it is and the focus on the first."""
        shown = [entry for entry in self._entries if self._is_asked(entry)]
        wrong = [entry for entry in shown if not entry.is_right()]
        if wrong:
            wrong[0].control.setFocus()
            return None
        bank = self._chosen()
        return account_from_typed(
            bank_name(bank) if bank else self._bank.text(),
            self._bank_code(),
            self._number.text(),
            self._again.text(),
            self._holder.text(),
            self._tel.text(),
            self._need,
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self._bank.set_names(self.tr("Bank"))
        self._bank.hint.setText(
            self.tr("{pg} pays into accounts at these {count} banks only.").format(
                pg=pg_name(self._pg_provider), count=len(banks_of(self._pg_provider))
            )
        )
        self._bank.hint.setVisible(len(banks_of(self._pg_provider)) < len(BANKS))
        self._code.set_names(self.tr("Bank code of the PG"))
        self._code.hint.setText(
            self.tr("{pg} has bank codes of its own that are not known here. Its manual lists them.").format(
                pg=pg_name(self._pg_provider)
            )
        )
        self._code.hint.show()
        self._number.set_names(self.tr("Account number"))
        self._again.set_names(self.tr("Account number again"))
        self._again.hint.setText(self.tr("Please type the number a second time: that finds a wrong digit."))
        self._holder.set_names(self.tr("Account holder"))
        self._tel.set_names(self.tr("Customer's phone"))
        self._fill_banks()

    def _fill_banks(self) -> None:
        chosen, typed = self._chosen(), self._bank.text()
        self._bank_combo.clear()
        for bank in banks_of(self._pg_provider):
            self._bank_combo.addItem(bank_name(bank), bank)
        self._bank_combo.setCurrentIndex(-1)
        self._bank_combo.setEditText(bank_name(chosen) if chosen else typed)

    def _chosen(self) -> Bank | None:
        """The bank whose name was typed or chosen, or the only one that the typed part fits."""
        typed = self._bank.text().strip().casefold()
        offered = banks_of(self._pg_provider)
        fitting = [b for b in offered if typed and typed in f"{b.korean}\n{b.english}".casefold()]
        exact = [b for b in fitting if typed in {b.korean.casefold(), b.english.casefold()}]
        return (exact or fitting)[0] if exact or len(fitting) == 1 else None

    def _bank_code(self) -> str:
        bank = self._chosen()
        code = code_for(bank, self._pg_provider) if bank else None
        return self._code.text() if code is None else code

    def _check_bank(self, text: str) -> None:
        """Where the code is typed, it may be a bank that is not listed here."""
        if not text.strip() or (self._chosen() is None and self._need.codes is not BankCodes.TYPED):
            raise BankMissing

    def _check_again(self, text: str) -> None:
        number, again = check_account_number(self._number.text()), check_account_number(text)
        if number != again:
            raise AccountsDiffer

    def _is_asked(self, entry: Entry) -> bool:
        if entry is self._code:
            return self._need.codes is BankCodes.TYPED
        return entry is not self._tel or self._need.tel

    def _on_bank_left(self) -> None:
        if bank := self._chosen():
            self._bank_combo.setEditText(bank_name(bank))

    def _on_paste_refused(self) -> None:
        self._again.hint.show()


def _bank_combo() -> QComboBox:
    combo = QComboBox()
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.setMaxVisibleItems(_BANK_ROWS)
    completer = QCompleter(combo.model(), combo)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    combo.setCompleter(completer)
    popup = completer.popup()
    if popup is not None:
        popup.setProperty("role", "choices")
    return combo
