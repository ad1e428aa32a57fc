"""The first schema. Frozen: later changes are migrations of their own."""

import peewee as pw


class _Payments(pw.Model):
    id = pw.AutoField()
    imp_uid = pw.TextField(unique=True)
    merchant_uid = pw.TextField(index=True)
    currency = pw.TextField()
    amount = pw.BigIntegerField()
    cancel_amount = pw.BigIntegerField()
    status = pw.TextField()
    sandbox = pw.BooleanField()
    pay_method = pw.TextField(index=True)
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
    request_no = pw.BigIntegerField(index=True)
    ordered_at = pw.BigIntegerField()
    display_status = pw.TextField()
    search_text = pw.TextField()
    search_digits = pw.TextField()

    class Meta:
        table_name = "payments"
        indexes = ((("ordered_at", "id"), False),)


class _Cancellations(pw.Model):
    id = pw.AutoField()
    imp_uid = pw.ForeignKeyField(_Payments, field="imp_uid", column_name="imp_uid", index=False)
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
        indexes = ((("imp_uid", "entry_key", "nth"), True),)


class _Refunds(pw.Model):
    id = pw.AutoField()
    refund_id = pw.TextField(unique=True)
    imp_uid = pw.TextField()
    tag = pw.TextField()
    currency = pw.TextField()
    amount = pw.BigIntegerField(constraints=[pw.Check("amount > 0")])
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
    account_last_four = pw.TextField(null=True, constraints=[pw.Check("length(account_last_four) <= 4")])
    account_holder_initial = pw.TextField(
        null=True, constraints=[pw.Check("length(account_holder_initial) <= 1")]
    )
    payout = pw.TextField()
    origin = pw.TextField()
    created_at = pw.BigIntegerField()
    search_text = pw.TextField()
    state = pw.TextField()
    updated_at = pw.BigIntegerField()
    cancellation_id = pw.TextField()
    message = pw.TextField()

    class Meta:
        table_name = "refunds"
        indexes = ((("imp_uid", "tag"), True), (("created_at", "id"), False), (("state",), False))


_Refunds.add_index(
    _Refunds.index(
        _Refunds.imp_uid,
        _Refunds.cancellation_id,
        unique=True,
        where=pw.SQL("cancellation_id <> ''"),
        name="refunds_one_per_entry",
    )
)


class _Attempts(pw.Model):
    id = pw.AutoField()
    refund_id = pw.ForeignKeyField(_Refunds, field="refund_id", column_name="refund_id", index=False)
    number = pw.IntegerField()
    checksum = pw.BigIntegerField()
    amount = pw.BigIntegerField(null=True)
    started_at = pw.BigIntegerField()
    outcome = pw.TextField(null=True)
    ended_at = pw.BigIntegerField(null=True)
    http_status = pw.IntegerField(null=True)
    code = pw.BigIntegerField(null=True)
    message = pw.TextField(null=True)

    class Meta:
        table_name = "attempts"
        indexes = ((("refund_id", "number"), True),)
        constraints = (
            pw.Check(
                "(outcome IS NULL AND ended_at IS NULL AND http_status IS NULL AND code IS NULL"
                " AND message IS NULL) OR (outcome IS NOT NULL AND ended_at IS NOT NULL"
                " AND http_status IS NOT NULL AND message IS NOT NULL)"
            ),
        )


class _Events(pw.Model):
    id = pw.AutoField()
    refund_id = pw.ForeignKeyField(_Refunds, field="refund_id", column_name="refund_id")
    at = pw.BigIntegerField()
    old = pw.TextField(null=True)
    new = pw.TextField()
    cause = pw.TextField()
    who = pw.TextField()
    detail = pw.TextField()

    class Meta:
        table_name = "events"


class _Marks(pw.Model):
    name = pw.TextField(primary_key=True)
    value = pw.BigIntegerField()

    class Meta:
        table_name = "marks"


class _Identity(pw.Model):
    store_id = pw.TextField(primary_key=True)

    class Meta:
        table_name = "identity"


def apply(database: pw.Database) -> None:
    """Make the tables. The caller holds the transaction."""
    for table in (_Payments, _Cancellations, _Refunds, _Attempts, _Events, _Marks, _Identity):
        pw.SchemaManager(table, database).create_all(safe=False)
