"""One sentence for everything that can be wrong with what a person typed, with the limit in it."""

from PySide6.QtCore import QCoreApplication

from refund_gui.domain import account, money, outside, request, shop
from refund_gui.errors import InvalidInput
from refund_gui.ui import formats
from refund_gui.ui.words_obstacles import obstacle_title
from refund_gui.ui.words_tax import tax_input_words


def input_words(error: InvalidInput) -> str:
    """What is wrong and what would be right."""
    match error:
        case money.AmountError():
            return _amount(error)
        case request.NotRefundable(obstacle=obstacle):
            return obstacle_title(obstacle)
        case request.ReasonMissing():
            return QCoreApplication.translate("Words", "Enter a reason.")
        case request.ReasonTooLong(limit=limit):
            return QCoreApplication.translate(
                "Words", "The reason may have at most {limit} characters."
            ).format(limit=limit)
        case request.TextUnsendable():
            return QCoreApplication.translate("Words", "There is a character in it that cannot be sent.")
        case request.NoteTooLong(limit=limit):
            return QCoreApplication.translate(
                "Words", "The note may have at most {limit} characters."
            ).format(limit=limit)
        case outside.DayToCome():
            return QCoreApplication.translate("Words", "This day is still to come.")
        case outside.DayBeforePayment(day=day):
            return QCoreApplication.translate("Words", "It was paid only on {day}.").format(day=day)
        case request.NoEscrow():
            return QCoreApplication.translate("Words", "This is no escrow payment.")
        case _:
            return tax_input_words(error) or _account(error)


def _amount(error: money.AmountError) -> str:
    match error:
        case money.AmountMissing():
            return QCoreApplication.translate("Words", "Enter an amount.")
        case money.NotANumber():
            return QCoreApplication.translate("Words", "This is not an amount. Enter digits only.")
        case money.TooManyDecimals(limit=0):
            return QCoreApplication.translate("Words", "This currency has no decimals. Enter a whole amount.")
        case money.TooManyDecimals(limit=limit):
            return QCoreApplication.translate(
                "Words", "This currency has at most {limit} digits after the point."
            ).format(limit=limit)
        case money.NotPositive():
            return QCoreApplication.translate("Words", "The amount must be more than zero.")
        case money.Negative():
            return QCoreApplication.translate("Words", "The amount must not be less than zero.")
        case money.TooLarge():
            return QCoreApplication.translate("Words", "No payment is as large as this.")
        case request.AboveBalance(limit=limit):
            return QCoreApplication.translate("Words", "At most {amount} can be refunded.").format(
                amount=formats.money(limit)
            )
        case request.PartNotAllowed(limit=limit):
            return QCoreApplication.translate(
                "Words", "Only the whole amount, {amount}, can be refunded here."
            ).format(amount=formats.money(limit))
        case request.WrongCurrency():
            return QCoreApplication.translate("Words", "The amount is not in the payment's currency.")
        case _:
            return _other()


def _account(error: InvalidInput) -> str:
    match error:
        case request.AccountMissing():
            return QCoreApplication.translate("Words", "Enter the customer's bank account.")
        case request.AccountNotNeeded():
            return QCoreApplication.translate(
                "Words", "This payment goes back the way it came, not to an account."
            )
        case account.BankMissing():
            return QCoreApplication.translate("Words", "Choose the bank.")
        case account.BankCodeInvalid(limit=limit):
            return QCoreApplication.translate(
                "Words", "A bank code has letters and digits only, at most {limit} of them."
            ).format(limit=limit)
        case account.AccountNumberMissing():
            return QCoreApplication.translate("Words", "Enter the account number.")
        case account.AccountNotDigits():
            return QCoreApplication.translate("Words", "An account number has digits only.")
        case account.AccountLength(least=least, most=most):
            return QCoreApplication.translate(
                "Words", "An account number has {least} to {most} digits."
            ).format(least=least, most=most)
        case account.AccountsDiffer():
            return QCoreApplication.translate("Words", "The two account numbers are not the same.")
        case account.HolderMissing():
            return QCoreApplication.translate("Words", "Enter the account holder's name.")
        case account.HolderTooLong(limit=limit):
            return QCoreApplication.translate(
                "Words", "The account holder's name may have at most {limit} characters."
            ).format(limit=limit)
        case account.TelInvalid(least=least, most=most):
            return QCoreApplication.translate(
                "Words", "The customer's phone number has {least} to {most} digits."
            ).format(least=least, most=most)
        case _:
            return _shop(error)


def _shop(error: InvalidInput) -> str:
    match error:
        case shop.BusinessNumberNotDigits():
            return QCoreApplication.translate("Words", "A business number has digits only.")
        case shop.BusinessNumberLength(limit=limit):
            return QCoreApplication.translate("Words", "A business number has {limit} digits.").format(
                limit=limit
            )
        case shop.BusinessNumberWrong():
            return QCoreApplication.translate(
                "Words", "This is no business number: one of its digits is mistyped."
            )
        case shop.FooterTooLong(limit=limit):
            return QCoreApplication.translate(
                "Words", "These lines may have at most {limit} characters."
            ).format(limit=limit)
        case shop.FooterTooHigh(limit=limit):
            return QCoreApplication.translate("Words", "There may be at most {limit} lines.").format(
                limit=limit
            )
        case _:
            return _other()


def _other() -> str:
    return QCoreApplication.translate("Words", "This cannot be used.")
