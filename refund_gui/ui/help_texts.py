"""The sentences of help. Names of buttons and states stand in braces (`ui/help_names.py`)."""

from PySide6.QtCore import QCoreApplication


def first_steps() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "Help", "Press {practice} at the first start. It is a made-up shop: no real money moves there."
        ),
        QCoreApplication.translate("Help", "Choose an order in the list and press {refund}."),
        QCoreApplication.translate(
            "Help", "Press {whole}, choose a reason, press {go_on}, look, and confirm."
        ),
        QCoreApplication.translate(
            "Help", "For your own shop, start the program again and enter the REST API key and secret."
        ),
        QCoreApplication.translate("Help", "Press {test_keys}, then {finish}."),
    )


def after_first_steps() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "Help",
            "The keys stand in PortOne's console: admin.portone.io → Integration → Keys → V1 API. Shop name, "
            "people and reasons are set under {settings}.",
        ),
    )


def refund_steps() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "Help", "Find the order: type any part of it, or scan its barcode. Then press {refund}."
        ),
        QCoreApplication.translate(
            "Help",
            "The payment is read afresh. What is possible, and when the customer has it, is told above.",
        ),
        QCoreApplication.translate("Help", "Press {whole}, or type an amount. Choose or type a reason."),
        QCoreApplication.translate(
            "Help", "Press {go_on}. Compare buyer, amount and method with the customer."
        ),
        QCoreApplication.translate("Help", "Press {confirm}. By keyboard: Tab, then the space bar."),
    )


def after_refund() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "Help", "{copy} copies a sentence that says how much goes back and when it arrives."
        ),
        QCoreApplication.translate(
            "Help",
            "{receipt} shows the receipt, to print it or to save it as PDF. {undo} tells, on the same day, "
            "how a PG takes a mistaken refund back.",
        ),
        QCoreApplication.translate(
            "Help",
            "After a part was refunded the order is {partly}, and the rest can be refunded later. Nothing is "
            "left when it is {fully}.",
        ),
        QCoreApplication.translate(
            "Help", "Nothing is sent before the confirmation, and Enter never confirms."
        ),
    )


def checking() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "Help",
            "{checking} means: the answer did not arrive, so it is not known yet whether the money went "
            "back. The program keeps reading PortOne's record until it is clear, also after a restart.",
        ),
        QCoreApplication.translate(
            "Help",
            "Until then do not pay the customer in another way: it would be paid twice. {check} reads at "
            "once.",
        ),
        QCoreApplication.translate(
            "Help",
            "{needs_review} means: PortOne's record alone cannot say it. Press {review}, look into the "
            "PG's own console, write what you found, and press {decide}.",
        ),
    )


def virtual_accounts() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "Help",
            "Money paid into a virtual account goes back to a bank account of the customer: ask for bank, "
            "number and holder. The number is typed twice and never stored.",
        ),
        QCoreApplication.translate(
            "Help",
            "The PG does not check the account. A wrong number may pay somebody else, so read it back to the "
            "customer.",
        ),
        QCoreApplication.translate(
            "Help",
            "Most PGs need a contract for these refunds (Toss Payments does not), they cost the shop about "
            "300 won each, and arrive on the next business day. Danal cannot make them.",
        ),
        QCoreApplication.translate(
            "Help", "An order that is {unpaid} has received no money: nothing to give back."
        ),
    )


def settlement() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "Help",
            "PGs take refunds out of the money that they have not paid out to you yet. On a day with few "
            "sales it may not suffice, and the PG refuses although everything is right.",
        ),
        QCoreApplication.translate(
            "Help",
            "Call the PG: it says how to deposit the missing amount, or refunds it by hand. After a "
            "refund by hand, write to cs@portone.io, so that PortOne's record is put right: {mail} copies "
            "the mail, filled in.",
        ),
        QCoreApplication.translate(
            "Help", "Refunding again later is safe: what was refused has moved no money."
        ),
    )


def deadlines() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "Help",
            "The order's detail shows {until}. The refund dialog says it too, before anything is sent.",
        ),
        QCoreApplication.translate(
            "Help",
            "Phone payments: only in the calendar month of the payment. Card: about a year, with some "
            "issuers less. KSNET: six months. PayPal: 180 days. Virtual accounts: no deadline.",
        ),
        QCoreApplication.translate(
            "Help",
            "After the deadline, pay the customer in another way, by bank transfer for example, and write it "
            "down with {outside} at the order: the daily close counts it then.",
        ),
    )


def daily_close() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "Help",
            "{summary} → {close_of_day} compares what this terminal refunded on a day with what PortOne "
            "shows for it. Each difference is listed with its reason; Enter opens its order. Print it at the "
            "end of the day.",
        ),
        QCoreApplication.translate(
            "Help",
            "What went back in another way counts once it was written down with {outside}, at the order or "
            "in its refund dialog.",
        ),
        QCoreApplication.translate(
            "Help",
            "Refunds made in PortOne's console are found by themselves. One made in a PG's own console "
            "is not told to PortOne: write to cs@portone.io.",
        ),
        QCoreApplication.translate(
            "Help",
            "The page beside it adds up the refunds of a time: by day, week or month, by method, reason, PG "
            "and person, and as a share of sales.",
        ),
    )


def history() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "Help",
            "{history} holds every refund and every attempt for good, and can be read without a network. "
            "Nobody can change or delete a line of it.",
        ),
        QCoreApplication.translate(
            "Help",
            "{export} writes what the list shows into a file for Excel or as CSV, {print} prints it or saves "
            "it as PDF. {receipt} beside a refund shows its receipt again.",
        ),
    )


def scanner() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "Help",
            "Scan a barcode or QR code with the order number anywhere in the main window: its refund dialog "
            "opens. The scanner must be one that works as a keyboard and ends with Enter.",
        ),
        QCoreApplication.translate("Help", "It also works in Hangul mode. A scan never confirms a refund."),
        QCoreApplication.translate("Help", "If a new order is not found, press {load}, then scan again."),
    )


def privacy() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "Help",
            "Orders and refunds lie on this computer only, in the data folder. {log_folder} opens it. A "
            "copy is made every day; seven are kept.",
        ),
        QCoreApplication.translate(
            "Help",
            "API keys lie in the computer's own keyring, never in a file. Of customers' account numbers only "
            "the last digits are kept.",
        ),
        QCoreApplication.translate(
            "Help",
            "What belongs to the shop is sent nowhere but to PortOne. Once a day the program asks whether "
            "there is a newer version of it; {settings} turns that off. Log and {report} hold no customer "
            "and no key.",
        ),
    )


def contact() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "Help",
            "PortOne: cs@portone.io. Give the payment's number (imp_…), the time, and the answer that "
            "you got, word for word: it stands in {history}.",
        ),
        QCoreApplication.translate(
            "Help", "The program itself: {report} collects what support needs, and shows it to you first."
        ),
    )
