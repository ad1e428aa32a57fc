"""The tables as they are now. Not bound to a database: `database.Database` executes each query on its own.

Money is in whole minor units beside the row's currency; times in unix seconds. What makes the tables, with
their indexes and checks, is in `migrations`; what guards them is in `guards`.
"""

from typing import Final

import peewee as pw

WHOLE: Final = pw.SQL("*")
"""All columns of one table, for `select`. Peewee would write out 46 names anew for each query: 0.5 ms."""


class Payments(pw.Model):
    """Upstream's record as read last, and what lists sort, filter and search by."""

    id = pw.AutoField()
    imp_uid = pw.TextField()
    merchant_uid = pw.TextField()
    currency = pw.TextField()
    amount = pw.BigIntegerField()
    cancel_amount = pw.BigIntegerField()
    status = pw.TextField()
    sandbox = pw.BooleanField()
    pay_method = pw.TextField()
    channel = pw.TextField()
    pg_provider = pw.TextField()
    emb_pg_provider = pw.TextField()
    pg_tid = pw.TextField()
    pg_id = pw.TextField()
    escrow = pw.BooleanField()
    apply_num = pw.TextField()
    bank_name = pw.TextField()
    card_name = pw.TextField()
    card_number = pw.TextField()
    card_quota = pw.BigIntegerField()
    card_type = pw.BigIntegerField(null=True)
    vbank_code = pw.TextField()
    vbank_name = pw.TextField()
    vbank_num = pw.TextField()
    vbank_holder = pw.TextField()
    vbank_date = pw.BigIntegerField()
    goods = pw.TextField()
    buyer_name = pw.TextField()
    buyer_email = pw.TextField()
    buyer_tel = pw.TextField()
    started_at = pw.BigIntegerField()
    paid_at = pw.BigIntegerField()
    failed_at = pw.BigIntegerField()
    cancelled_at = pw.BigIntegerField()
    fail_reason = pw.TextField()
    cancel_reason = pw.TextField()
    receipt_url = pw.TextField()
    cash_receipt_issued = pw.BooleanField()
    promotion_id = pw.TextField(null=True)
    promotion_discount = pw.BigIntegerField(null=True)
    request_no = pw.BigIntegerField()
    ordered_at = pw.BigIntegerField()
    display_status = pw.TextField()
    place = pw.BigIntegerField(null=True)
    whole_amount = pw.BigIntegerField()
    search_text = pw.TextField()

    class Meta:
        table_name = "payments"


class Tallies(pw.Model):
    """How many payments a Korean day has of one status, method and PG."""

    day = pw.IntegerField()
    display_status = pw.TextField()
    pay_method = pw.TextField()
    pg_provider = pw.TextField()
    payments = pw.IntegerField()

    class Meta:
        table_name = "tallies"
        primary_key = pw.CompositeKey("day", "display_status", "pay_method", "pg_provider")


class Cancellations(pw.Model):
    """Entries of upstream's history. `nth` counts equal keys; the absent are no longer shown upstream."""

    id = pw.AutoField()
    imp_uid = pw.TextField()
    entry_key = pw.TextField()
    nth = pw.IntegerField()
    place = pw.IntegerField()
    is_present = pw.BooleanField()
    cancellation_id = pw.TextField()
    pg_tid = pw.TextField()
    amount = pw.BigIntegerField()
    cancelled_at = pw.BigIntegerField()
    reason = pw.TextField()
    receipt_url = pw.TextField()

    class Meta:
        table_name = "cancellations"


class Changes(pw.Model):
    """Every change of upstream's history that was seen here after a payment's first reading."""

    id = pw.AutoField()
    imp_uid = pw.TextField()
    entry_key = pw.TextField()
    nth = pw.IntegerField()
    at = pw.BigIntegerField()
    change = pw.TextField()
    made_in = pw.TextField()

    class Meta:
        table_name = "changes"


class Refunds(pw.Model):
    """What a person confirmed. Of the customer's account only what a MaskedAccount holds."""

    id = pw.AutoField()
    refund_id = pw.TextField()
    imp_uid = pw.TextField()
    tag = pw.TextField()
    currency = pw.TextField()
    amount = pw.BigIntegerField()
    checksum = pw.BigIntegerField()
    is_whole = pw.BooleanField()
    base_cancel_amount = pw.BigIntegerField()
    base_entries = pw.TextField()
    reason = pw.TextField()
    note = pw.TextField()
    operator = pw.TextField()
    counter = pw.TextField()
    account_bank_name = pw.TextField(null=True)
    account_bank_code = pw.TextField(null=True)
    account_last_four = pw.TextField(null=True)
    account_holder_initial = pw.TextField(null=True)
    payout = pw.TextField()
    payout_due = pw.TextField(null=True)
    origin = pw.TextField()
    created_at = pw.BigIntegerField()
    search_text = pw.TextField()
    state = pw.TextField()
    updated_at = pw.BigIntegerField()
    cancellation_id = pw.TextField()
    message = pw.TextField()
    tax_free = pw.BigIntegerField(null=True)
    vat = pw.BigIntegerField(null=True)
    tax_free_total = pw.BigIntegerField(null=True)
    escrow_confirmed = pw.BooleanField()

    class Meta:
        table_name = "refunds"


class Attempts(pw.Model):
    """Sends. The columns from `outcome` to `message` are empty until the send has ended."""

    id = pw.AutoField()
    refund_id = pw.TextField()
    number = pw.IntegerField()
    checksum = pw.BigIntegerField()
    amount = pw.BigIntegerField(null=True)
    started_at = pw.BigIntegerField()
    outcome = pw.TextField(null=True)
    ended_at = pw.BigIntegerField(null=True)
    http_status = pw.IntegerField(null=True)
    code = pw.BigIntegerField(null=True)
    message = pw.TextField(null=True)
    tax_free = pw.BigIntegerField(null=True)
    vat = pw.BigIntegerField(null=True)
    escrow_confirmed = pw.BooleanField()

    class Meta:
        table_name = "attempts"


class Events(pw.Model):
    """Every change of a refund's state. `old` is empty for its first."""

    id = pw.AutoField()
    refund_id = pw.TextField()
    at = pw.BigIntegerField()
    old = pw.TextField(null=True)
    new = pw.TextField()
    cause = pw.TextField()
    who = pw.TextField()
    detail = pw.TextField()

    class Meta:
        table_name = "events"


class Plans(pw.Model):
    """When a refund that was sent and has not succeeded is read next (protocol rule 16)."""

    refund_id = pw.TextField(primary_key=True)
    imp_uid = pw.TextField()
    since = pw.BigIntegerField()
    due = pw.BigIntegerField()
    planned_at = pw.BigIntegerField()

    class Meta:
        table_name = "plans"


class OutsideRefunds(pw.Model):
    """Notes of what went back in another way. They never change."""

    id = pw.AutoField()
    note_id = pw.TextField()
    imp_uid = pw.TextField()
    currency = pw.TextField()
    amount = pw.BigIntegerField()
    refunded_at = pw.BigIntegerField()
    way = pw.TextField()
    note = pw.TextField()
    operator = pw.TextField()
    noted_at = pw.BigIntegerField()

    class Meta:
        table_name = "outside_refunds"


class OutsideWithdrawals(pw.Model):
    """Notes that were taken back, each once."""

    id = pw.AutoField()
    note_id = pw.TextField()
    withdrawn_at = pw.BigIntegerField()
    operator = pw.TextField()

    class Meta:
        table_name = "outside_withdrawals"


class Marks(pw.Model):
    """Small numbers by name, such as when payments were last read."""

    name = pw.TextField(primary_key=True)
    value = pw.BigIntegerField()

    class Meta:
        table_name = "marks"


class Unread(pw.Model):
    """Stretches of upstream's time that are still to be read."""

    since = pw.BigIntegerField(primary_key=True)
    until = pw.BigIntegerField()

    class Meta:
        table_name = "unread"


class SetAside(pw.Model):
    """Records of a list that could not be read."""

    imp_uid = pw.TextField(primary_key=True)
    problem = pw.TextField()
    seen_at = pw.BigIntegerField()

    class Meta:
        table_name = "set_aside"


class Identity(pw.Model):
    """One row: which store this is."""

    store_id = pw.TextField(primary_key=True)

    class Meta:
        table_name = "identity"
