"""The body of a cancel, written exactly: numbers from whole minor units, never through float (api-v1 §2)."""

import json

from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Refund, RefundAccount
from refund_gui.errors import UnsendableText


def cancel_body(
    refund: Refund, payment: Payment, account: RefundAccount | None, enable_webhook: bool
) -> bytes:
    """The JSON of one cancel. Raises UnsendableText naming the field.

    A full refund of an untouched payment omits `amount` and carries the checksum all the same (rule 12).
    An amount of 0 would mean "everything" to upstream: a ValueError, as the caller's bug. So is a tax part
    below 0; one of 0 is sent, for left out it means something else (api-v1 §2.5).
    """
    if refund.amount.minor <= 0 or refund.checksum.minor <= 0:
        raise ValueError("a refund's amount and checksum are positive")
    if any(part is not None and part.minor < 0 for part in (refund.tax.tax_free, refund.tax.vat)):
        raise ValueError("a refund's tax parts are not negative")
    parts = [
        _text("imp_uid", refund.imp_uid),
        _text("reason", refund.sent_reason),
        f'"checksum": {refund.checksum.as_json()}',
    ]
    if not refund.is_whole:
        parts.append(f'"amount": {refund.amount.as_json()}')
    if refund.tax.tax_free is not None:
        parts.append(f'"tax_free": {refund.tax.tax_free.as_json()}')
    if refund.tax.vat is not None:
        parts.append(f'"vat_amount": {refund.tax.vat.as_json()}')
    if account is not None:
        parts += [
            _text("refund_holder", account.holder),
            _text("refund_bank", account.bank_code),
            _text("refund_account", account.number),
        ]
        if account.tel:
            parts.append(_text("refund_tel", account.tel))
    if "naverpay" in {payment.pg_provider, payment.pay_method}:
        parts.append('"extra": {"requester": "admin"}')
    if refund.escrow_confirmed:
        parts.append('"escrow_confirmed": true')
    if enable_webhook:
        parts.append('"enable_webhook": true')
    return f"{{{', '.join(parts)}}}".encode()


def _text(name: str, value: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError:
        # Without its cause: that one quotes the text.
        raise UnsendableText(name) from None
    return f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}"
