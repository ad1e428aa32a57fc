"""Tax-free and VAT parts: who is asked for them, how they are split, and what cannot add up."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refund_gui.domain import tax as t
from refund_gui.domain.money import Money, zero
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Refund, RefundState, TaxParts
from refund_gui.errors import InvalidInput
from tests.domain.made_up import entry, won

MakePayment = Callable[..., Payment]
MakeRefund = Callable[..., Refund]

UNTOUCHED = t.TaxRecord(won(10_000), won(10_000), None, won(0), won(0), won(0), won(0))
"""10,000 won, of which nothing was refunded."""


@pytest.mark.parametrize(
    ("pg_provider", "tax_free", "vat"),
    [
        ("kcp", True, False),
        ("kcp_quick", True, False),
        ("kicc", True, False),
        ("payco", True, False),
        ("toss_brandpay", True, False),
        ("nice", True, True),
        ("html5_inicis", True, True),
        ("inicis", True, True),
        ("inicis_unified", True, True),
        ("nice_v2", False, True),
        ("welcome", False, True),
        ("tosspay_v2", False, True),
        ("kakaopay", False, False),
        ("daou", False, False),
        ("tosspayments", False, False),
        ("a_pg_of_tomorrow", False, False),
    ],
)
def test_only_these_pgs_are_asked(
    make_payment: MakePayment, pg_provider: str, tax_free: bool, vat: bool
) -> None:
    payment = make_payment(pg_provider=pg_provider)
    for amount in (None, won(1), won(10_000)):
        assert t.tax_need(payment, amount) == t.TaxNeed(tax_free, vat)


def test_smartro_v2_is_asked_for_a_part_only(make_payment: MakePayment) -> None:
    payment = make_payment(pg_provider="smartro_v2")
    assert t.tax_need(payment, won(9_999)).tax_free
    assert t.tax_need(payment, None).tax_free
    assert not t.tax_need(payment, won(10_000)).tax_free
    touched = make_payment(entry(4_000), pg_provider="smartro_v2")
    assert t.tax_need(touched, won(6_000)).tax_free


def refunded(make_refund: MakeRefund, amount: int, tax_free: int | None, **changes: object) -> Refund:
    return make_refund(
        amount=amount,
        tax=TaxParts(None if tax_free is None else won(tax_free), changes.pop("vat", None)),  # type: ignore[arg-type]
        **({"state": RefundState.SUCCEEDED, "tax_free_total": won(4_000)} | changes),
    )


def test_the_record_is_what_succeeded(make_payment: MakePayment, make_refund: MakeRefund) -> None:
    newest_first = (
        refunded(make_refund, 500, 500, state=RefundState.REJECTED, tax_free_total=won(4_500)),
        refunded(make_refund, 2_000, 800, vat=won(109)),
        refunded(make_refund, 1_000, None, tax_free_total=None),
        refunded(make_refund, 3_000, 1_200, state=RefundState.REVERSED),
    )
    record = t.tax_record(make_payment(), newest_first, won(6_500))
    assert record == t.TaxRecord(
        won(10_000), won(6_500), won(4_500), won(800), won(1_200), won(109), won(2_000)
    )
    assert record.untold == won(1_500)
    assert record.has_vat
    assert t.tax_record(make_payment(), (), won(10_000)) == UNTOUCHED
    assert not UNTOUCHED.has_vat


@pytest.mark.parametrize(
    ("total", "tax_free", "amount", "error", "limit"),
    [
        (10_001, 0, 1, t.TaxFreeTotalAbovePaid, 10_000),
        (4_000, 3_001, 3_000, t.TaxFreeAboveAmount, 3_000),
        (4_000, 4_001, 5_000, t.TaxFreeAboveRemaining, 4_000),
        (4_000, 999, 7_000, t.TaxedAboveRemaining, 1_000),
        (4_000, 3_999, 10_000, t.TaxedAboveRemaining, 4_000),
    ],
)
def test_what_cannot_add_up_is_refused_with_its_limit(
    make_payment: MakePayment, total: int, tax_free: int, amount: int, error: type[InvalidInput], limit: int
) -> None:
    payment = make_payment(pg_provider="kcp")
    with pytest.raises(error) as raised:
        t.check_tax(TaxParts(won(tax_free)), won(total), won(amount), payment, UNTOUCHED)
    assert raised.value.args == (won(limit),)


def test_the_order_total_fits_what_went_back() -> None:
    record = replace(UNTOUCHED, refundable=won(5_000), tax_free=won(2_000), taxed=won(3_000))
    t.check_tax_free_total(won(2_000), record)
    t.check_tax_free_total(won(7_000), record)
    with pytest.raises(t.TaxFreeTotalBelowRefunded) as below:
        t.check_tax_free_total(won(1_999), record)
    with pytest.raises(t.TaxFreeTotalAbovePaid) as above:
        t.check_tax_free_total(won(7_001), record)
    assert (below.value.limit, above.value.limit) == (won(2_000), won(7_000))


def test_vat_is_part_of_what_is_taxed(make_payment: MakePayment) -> None:
    payment = make_payment(pg_provider="nice")
    t.check_tax(TaxParts(won(4_000), won(6_000)), won(4_000), won(10_000), payment, UNTOUCHED)
    t.check_tax(TaxParts(None, won(10_000)), None, won(10_000), payment, UNTOUCHED)
    with pytest.raises(t.VatAboveTaxed) as raised:
        t.check_tax(TaxParts(won(4_000), won(6_001)), won(4_000), won(10_000), payment, UNTOUCHED)
    assert raised.value.limit == won(6_000)


def test_parts_only_where_the_pg_takes_them(make_payment: MakePayment) -> None:
    payment = make_payment(pg_provider="tosspayments")
    t.check_tax(TaxParts(), None, won(1), payment, UNTOUCHED)
    for parts in (TaxParts(tax_free=won(0)), TaxParts(vat=won(0))):
        with pytest.raises(t.TaxPartNotTaken):
            t.check_tax(parts, won(0), won(1), payment, UNTOUCHED)


def test_a_tax_free_part_says_how_much_of_the_order_is(make_payment: MakePayment) -> None:
    payment = make_payment(pg_provider="kcp")
    with pytest.raises(t.TaxFreeTotalMissing):
        t.check_tax(TaxParts(won(0)), None, won(1), payment, UNTOUCHED)
    t.check_tax(TaxParts(won(0)), won(0), won(1), payment, UNTOUCHED)


def test_what_an_eleventh_is_worth() -> None:
    assert not t.is_vat_unusual(won(0), won(11_000))
    assert not t.is_vat_unusual(won(1_001), won(11_000))
    assert t.is_vat_unusual(won(1_002), won(11_000))
    assert t.is_vat_unusual(won(1_100), won(11_000))  # 10 % of the price with VAT: a common slip


def test_refunds_that_said_nothing_leave_open_what_they_were() -> None:
    """Of 10,000 won, 4,000 tax-free, somebody refunded 5,000 elsewhere."""
    record = replace(UNTOUCHED, refundable=won(5_000))
    assert t.tax_free_left(won(4_000), record) == won(2_000)
    assert t.offered_tax_free(won(5_000), won(4_000), record) == won(2_000)
    for possible in (0, 2_000, 4_000):
        t.check_tax_free(won(possible), won(5_000), won(4_000), record)
    with pytest.raises(t.TaxFreeAboveRemaining):
        t.check_tax_free(won(4_001), won(5_000), won(4_000), record)
    with pytest.raises(t.TaxedAboveRemaining) as raised:
        t.check_tax_free(won(2_999), won(5_000), won(8_000), record)
    assert raised.value.limit == won(3_000)


def test_more_told_than_gone_leaves_a_way_to_refund() -> None:
    """An entry is gone upstream, and not yet believed: more is refundable than the parts say."""
    record = replace(UNTOUCHED, refundable=won(9_000), taxed=won(6_000))
    assert record.untold == won(0)
    assert t.offered_tax_free(won(9_000), won(4_000), record) == won(4_000)
    t.check_tax_free(won(4_000), won(9_000), won(4_000), record)


def test_vat_is_an_eleventh_of_the_taxed_part() -> None:
    assert t.offered_vat(won(10_000), won(0), won(0), UNTOUCHED) == won(909)
    assert t.offered_vat(won(10_000), won(4_000), won(4_000), UNTOUCHED) == won(545)
    assert t.offered_vat(won(4_000), won(4_000), won(4_000), UNTOUCHED) == won(0)


def test_vat_of_the_rest_takes_what_remains_of_it() -> None:
    """Each refund said its VAT, 910 won in all: a won more than an eleventh of what went back."""
    record = replace(UNTOUCHED, refundable=won(5_000), vat=won(456), with_vat=won(5_000))
    assert t.offered_vat(won(5_000), won(0), won(0), record) == won(453)
    too_much = replace(record, vat=won(1_000))
    assert t.offered_vat(won(5_000), won(0), won(0), too_much) == won(0)


def test_vat_without_a_whole_record_is_an_eleventh() -> None:
    record = replace(UNTOUCHED, refundable=won(5_000), vat=won(10), with_vat=won(1_000))
    assert t.offered_vat(won(5_000), won(0), won(0), record) == won(455)


def test_of_nothing_nothing_is_shared() -> None:
    assert t.share(won(5), won(0), won(0)) == won(0)
    assert t.share(won(1), won(2), won(1)) == won(1)  # halves up


@st.composite
def series(draw: st.DrawFn) -> tuple[int, int, list[int]]:
    """An order's amount, how much of it is tax-free, and refunds that give all of it back."""
    paid = draw(st.integers(1, 10_000_000))
    total = draw(st.integers(0, paid))
    cuts = draw(st.lists(st.integers(1, paid), max_size=8))
    places = sorted({0, paid, *cuts})
    return paid, total, [after - before for before, after in pairwise(places)]


@given(series())
def test_any_series_of_offers_adds_up_to_the_won(made: tuple[int, int, list[int]]) -> None:
    paid, total, amounts = made
    record = t.TaxRecord(won(paid), won(paid), won(total), *[won(0)] * 4)
    for amount in map(won, amounts):
        tax_free = t.offered_tax_free(amount, won(total), record)
        vat = t.offered_vat(amount, tax_free, won(total), record)
        assert 0 <= tax_free.minor <= amount.minor
        assert 0 <= vat.minor <= amount.minor - tax_free.minor
        t.check_tax_free_total(won(total), record)
        t.check_tax_free(tax_free, amount, won(total), record)
        t.check_vat(vat, amount - tax_free)
        assert not t.is_vat_unusual(vat, amount - tax_free)
        record = with_refund(record, amount, tax_free, vat)
        assert record.tax_free <= won(total)
    assert (record.tax_free, record.taxed) == (won(total), won(paid - total))
    assert record.vat == t.share(won(1), won(11), won(paid - total))


@given(series(), st.data())
def test_the_last_takes_exactly_the_rest_whatever_was_typed_before(
    made: tuple[int, int, list[int]], data: st.DataObject
) -> None:
    """Between the limits that the errors name anything may be typed, and no refund becomes impossible."""
    paid, total, amounts = made
    record = t.TaxRecord(won(paid), won(paid), won(total), *[won(0)] * 4)
    for amount in map(won, amounts):
        least = max(0, amount.minor - (record.refundable.minor - (total - record.tax_free.minor)))
        most = min(amount.minor, total - record.tax_free.minor)
        typed = won(data.draw(st.integers(least, most)))
        t.check_tax_free(typed, amount, won(total), record)
        for wrong in (least - 1, most + 1):
            if wrong >= 0:
                with pytest.raises(t.TaxFreeError):
                    t.check_tax_free(won(wrong), amount, won(total), record)
        if amount == record.refundable:
            assert typed == t.offered_tax_free(amount, won(total), record) == won(total) - record.tax_free
        record = with_refund(record, amount, typed, zero("KRW"))
    assert record.tax_free == won(total)


@given(series(), st.data())
def test_offers_pass_beside_refunds_that_said_nothing(
    made: tuple[int, int, list[int]], data: st.DataObject
) -> None:
    paid, total, amounts = made
    record = t.TaxRecord(won(paid), won(paid), won(total), *[won(0)] * 4)
    for amount in map(won, amounts):
        tax_free = t.offered_tax_free(amount, won(total), record)
        t.check_tax_free(tax_free, amount, won(total), record)
        vat = t.offered_vat(amount, tax_free, won(total), record)
        t.check_vat(vat, amount - tax_free)
        if data.draw(st.booleans()):
            record = with_refund(record, amount, tax_free, vat)
        else:
            record = replace(record, refundable=record.refundable - amount)


def with_refund(record: t.TaxRecord, amount: Money, tax_free: Money, vat: Money) -> t.TaxRecord:
    return replace(
        record,
        refundable=record.refundable - amount,
        tax_free=record.tax_free + tax_free,
        taxed=record.taxed + (amount - tax_free),
        vat=record.vat + vat,
        with_vat=record.with_vat + amount,
    )
