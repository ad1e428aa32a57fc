"""Payment: balance, display status and what is new in its history."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from refund_gui.domain.payment import DisplayStatus, Payment
from tests.domain.made_up import entry, won

MakePayment = Callable[..., Payment]


def test_the_balance_is_never_taken_from_the_status(make_payment: MakePayment) -> None:
    payment = make_payment(entry(3_000), status="cancelled")
    assert payment.balance == won(7_000)
    assert payment.display_status is DisplayStatus.PARTLY_REFUNDED


@pytest.mark.parametrize(
    ("status", "cancelled", "paid_at", "shown"),
    [
        ("paid", 0, 1, DisplayStatus.PAID),
        ("paid", 3_000, 1, DisplayStatus.PARTLY_REFUNDED),
        ("cancelled", 3_000, 1, DisplayStatus.PARTLY_REFUNDED),
        ("cancelled", 10_000, 1, DisplayStatus.FULLY_REFUNDED),
        ("cancelled", 0, 1, DisplayStatus.PAID),
        ("cancelled", 0, 0, DisplayStatus.CLOSED),
        ("ready", 0, 0, DisplayStatus.AWAITING_PAYMENT),
        ("failed", 0, 0, DisplayStatus.FAILED),
        ("invented_later", 0, 0, DisplayStatus.OTHER),
    ],
)
def test_display_status(
    make_payment: MakePayment, status: str, cancelled: int, paid_at: int, shown: DisplayStatus
) -> None:
    payment = make_payment(status=status, cancel_amount=won(cancelled), paid_at=paid_at)
    assert payment.display_status is shown


def test_what_was_paid(make_payment: MakePayment) -> None:
    assert make_payment(status="paid", paid_at=0).was_paid
    assert make_payment(status="cancelled").was_paid
    assert make_payment(entry(1), status="cancelled", paid_at=0).was_paid
    assert not make_payment(status="failed", paid_at=0).was_paid


def test_untouched_means_no_amount_and_no_entry(make_payment: MakePayment) -> None:
    assert make_payment().is_untouched
    assert not make_payment(entry(1)).is_untouched
    assert not make_payment(entry(1), cancel_amount=won(0)).is_untouched


def test_lists_go_by_the_paid_time_else_the_start(make_payment: MakePayment) -> None:
    assert make_payment(paid_at=5, started_at=3).ordered_at == 5
    assert make_payment(paid_at=0, started_at=3).ordered_at == 3
    assert make_payment().currency == "KRW"


def test_new_entries_are_counted_not_only_compared(make_payment: MakePayment) -> None:
    twin = replace(entry(1_000), cancellation_id="")
    payment = make_payment(twin, twin)
    assert payment.entries_since(()) == (twin, twin)
    assert payment.entries_since((twin.key,)) == (twin,)
    assert payment.entries_since((twin.key, twin.key)) == ()


def test_an_old_entry_without_an_id_has_a_key_of_its_facts() -> None:
    assert entry(1_000).key == "cancel_1"
    assert replace(entry(1_000), cancellation_id="").key == "tid_1|1000|1780000001"
