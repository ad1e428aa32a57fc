"""Complaint 6, wrong amounts: paid instead of remaining, rounding leftovers, clipping in silence."""

from decimal import Decimal

import pytest

from refund_gui.domain.money import AmountError, Money, NotPositive, TooManyDecimals, from_typed
from refund_gui.domain.refund import RefundState, TaxParts
from refund_gui.domain.request import AboveBalance
from refund_gui.domain.tax import (
    TaxedAboveRemaining,
    TaxFreeAboveAmount,
    TaxFreeAboveRemaining,
    TaxFreeTotalAbovePaid,
    TaxFreeTotalBelowRefunded,
    VatAboveTaxed,
    offered_tax_free,
    offered_vat,
)
from refund_gui.errors import BalanceMoved, InvalidInput
from tests.terminal.shop import Shop


def won(amount: int) -> Money:
    return Money(amount, "KRW")


def executed(shop: Shop) -> list[Decimal]:
    return [cancel.amount for cancel in shop.upstream.history("imp_card")]


def test_complaint_06_remaining_is_offered_and_not_what_was_paid(shop: Shop) -> None:
    shop.refund("imp_card", 1)
    shop.upstream.cancel_outside("imp_card", Decimal(2_999))
    offer = shop.refunding.offer("imp_card")
    assert (offer.payment.amount, offer.rules.refundable) == (won(10_000), won(7_000))
    with pytest.raises(AboveBalance) as raised:
        shop.confirm(offer, 10_000)
    assert raised.value.limit == won(7_000)
    assert executed(shop) == [1, 2_999]


def test_complaint_06_the_tax_free_part_is_of_what_remains_and_not_of_the_order(shop: Shop) -> None:
    shop.refund("imp_card", 5_000, tax=TaxParts(won(3_000)), tax_free_total=won(4_000))
    offer = shop.refunding.offer("imp_card")
    assert offered_tax_free(won(5_000), won(4_000), offer.tax) == won(1_000)
    with pytest.raises(TaxFreeAboveRemaining) as raised:
        shop.confirm(offer, 5_000, tax=TaxParts(won(1_001)), tax_free_total=won(4_000))
    assert raised.value.limit == won(1_000)
    assert executed(shop) == [5_000]


def test_complaint_06_rounding_leaves_nothing_over(shop: Shop) -> None:
    """Thirds of 10,000 won, 4,000 of them tax-free: each split is rounded, and the sums are exact."""
    for amount in (3_333, 3_333, 3_334):
        record = shop.refunding.offer("imp_card").tax
        tax_free = offered_tax_free(won(amount), won(4_000), record)
        vat = offered_vat(won(amount), tax_free, won(4_000), record)
        shop.refund("imp_card", amount, tax=TaxParts(tax_free, vat), tax_free_total=won(4_000))
    history = shop.upstream.history("imp_card")
    assert [one.tax_free for one in history] == [1_333, 1_333, 1_334]
    assert sum(executed(shop)) == 10_000
    assert sum(one.tax_free or 0 for one in history) == 4_000
    assert sum(one.vat_amount or 0 for one in history) == 545  # an eleventh of the taxed 6,000 won
    assert shop.refunding.offer("imp_card").rules.refundable == won(0)


def test_complaint_06_a_last_won_can_be_refunded_alone(shop: Shop) -> None:
    shop.refund("imp_card", 9_999, tax=TaxParts(won(4_000)), tax_free_total=won(4_000))
    record = shop.refunding.offer("imp_card").tax
    assert offered_tax_free(won(1), won(4_000), record) == won(0)
    last = shop.refund("imp_card", 1, tax=TaxParts(won(0)), tax_free_total=won(4_000))
    assert last.state is RefundState.SUCCEEDED
    assert executed(shop) == [9_999, 1]


@pytest.mark.parametrize(
    ("amount", "tax_free", "vat", "total", "error"),
    [
        (10_001, None, None, None, AboveBalance),
        (5_000, 4_001, None, 4_000, TaxFreeAboveRemaining),
        (3_000, 3_001, None, 4_000, TaxFreeAboveAmount),
        (10_000, 3_999, None, 4_000, TaxedAboveRemaining),
        (5_000, 0, None, 10_001, TaxFreeTotalAbovePaid),
        (5_000, 1_000, 4_001, 4_000, VatAboveTaxed),
    ],
)
def test_complaint_06_nothing_is_clipped_in_silence(
    shop: Shop,
    amount: int,
    tax_free: int | None,
    vat: int | None,
    total: int | None,
    error: type[InvalidInput],
) -> None:
    """What is a little too much is refused, not made to fit: nothing is stored, nothing is sent."""
    offer = shop.refunding.offer("imp_card")
    tax = TaxParts(*(None if part is None else won(part) for part in (tax_free, vat)))
    with pytest.raises(error):
        shop.confirm(offer, amount, tax=tax, tax_free_total=None if total is None else won(total))
    assert (shop.posts(), shop.store.refunds.of_payment("imp_card")) == (0, ())


def test_complaint_06_a_total_that_was_refunded_already_is_not_made_smaller(shop: Shop) -> None:
    shop.refund("imp_card", 5_000, tax=TaxParts(won(3_000)), tax_free_total=won(4_000))
    with pytest.raises(TaxFreeTotalBelowRefunded) as raised:
        shop.refund("imp_card", 1_000, tax=TaxParts(won(0)), tax_free_total=won(2_999))
    assert raised.value.limit == won(3_000)
    assert shop.posts() == 1


def test_complaint_06_what_moved_meanwhile_is_asked_anew_and_not_fitted(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.upstream.cancel_outside("imp_card", Decimal(8_000))
    shop.clock.advance(31)
    with pytest.raises(BalanceMoved):
        shop.confirm(offer, 5_000)
    assert shop.posts() == 0


@pytest.mark.parametrize(
    ("typed", "error"), [("1000.5", TooManyDecimals), ("-1000", NotPositive), ("0", NotPositive)]
)
def test_complaint_06_what_was_typed_is_never_rounded(typed: str, error: type[AmountError]) -> None:
    with pytest.raises(error):
        from_typed(typed, "KRW")
