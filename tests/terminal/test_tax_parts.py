"""Tax parts and confirmed purchases: what was confirmed is what is sent, with every attempt, for ever."""

from typing import Any

import pytest

from refund_gui.domain.money import Money
from refund_gui.domain.refund import NO_PARTS, Outcome, RefundState, TaxParts
from refund_gui.domain.request import NoEscrow
from refund_gui.domain.tax import TaxedAboveRemaining, TaxFreeAboveRemaining, TaxPartNotTaken
from refund_gui.errors import AnswerNotSaved, InvalidInput
from refund_gui.practice.faults import Fault
from refund_gui.practice.records import Record
from refund_gui.terminal.unsaved import _answered_of
from tests.practice.shop_kit import payment
from tests.terminal.shop import Shop

S = RefundState


def won(amount: int) -> Money:
    return Money(amount, "KRW")


def parts(tax_free: int, vat: int | None = None, total: int = 4_000) -> dict[str, Any]:
    vat_part = None if vat is None else won(vat)
    return {"tax": TaxParts(won(tax_free), vat_part), "tax_free_total": won(total)}


def escrow(imp_uid: str = "imp_escrow") -> Record:
    record = payment(imp_uid, 10_000, "card", "html5_inicis")
    record.fields["escrow"] = True
    return record


def bodies(shop: Shop) -> list[dict[str, object]]:
    return [logged.body for logged in shop.upstream.log() if logged.path == "/payments/cancel"]


def test_the_next_offer_remembers_the_order_and_what_remains_of_it(shop: Shop) -> None:
    assert shop.refunding.offer("imp_card").tax.total is None
    shop.refund("imp_card", 3_000, **parts(1_200, 164))
    shop.refund("imp_card", 1_000)
    record = shop.refunding.offer("imp_card").tax
    assert (record.total, record.tax_free, record.taxed) == (won(4_000), won(1_200), won(1_800))
    assert (record.vat, record.untold, record.refundable) == (won(164), won(1_000), won(6_000))


def test_what_remains_outlives_a_restart(shop: Shop) -> None:
    refund = shop.refund("imp_card", 3_000, **parts(1_200))
    shop.restart()
    stored = shop.store.refunds.stored(refund.refund_id)
    assert (stored.tax, stored.tax_free_total) == (TaxParts(won(1_200)), won(4_000))
    with pytest.raises(TaxFreeAboveRemaining) as raised:
        shop.refund("imp_card", 7_000, **parts(2_801))
    assert raised.value.limit == won(2_800)
    with pytest.raises(TaxedAboveRemaining):
        shop.refund("imp_card", 7_000, **parts(2_799))
    assert shop.refund("imp_card", 7_000, **parts(2_800)).state is S.SUCCEEDED


def test_a_refund_that_failed_leaves_what_remained(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.REFUSAL)
    assert shop.refund("imp_card", 3_000, **parts(1_200)).state is S.REJECTED
    record = shop.refunding.offer("imp_card").tax
    assert (record.total, record.tax_free) == (won(4_000), won(0))


def test_trying_again_sends_the_same_parts(shop: Shop) -> None:
    shop.upstream.add(escrow())
    offer = shop.refunding.offer("imp_escrow")
    shop.line.is_down = True
    refund = shop.confirm(offer, 3_000, escrow_confirmed=True, **parts(1_200, 164))
    assert refund.state is S.PREPARED
    shop.line.is_down = False
    assert shop.refunding.try_again(refund.refund_id, None, "김점원").state is S.SUCCEEDED
    [body] = bodies(shop)
    assert (body["tax_free"], body["vat_amount"], body["escrow_confirmed"]) == (1_200, 164, True)
    first, second = shop.history.detail(refund.refund_id).attempts
    assert (first.outcome, second.outcome) == (Outcome.UNSENT, Outcome.DONE)
    assert first.tax == second.tax == TaxParts(won(1_200), won(164))
    assert first.escrow_confirmed
    assert second.escrow_confirmed


def test_after_a_401_the_same_parts_go_again(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.UNAUTHORIZED)
    assert shop.refund("imp_card", 3_000, **parts(0, total=0)).state is S.SUCCEEDED
    assert [body["tax_free"] for body in bodies(shop)] == [0, 0]


def test_without_parts_the_request_is_as_it_always_was(shop: Shop) -> None:
    shop.upstream.add(escrow())
    refund = shop.refund("imp_escrow", 3_000)
    assert set(bodies(shop)[0]) == {"imp_uid", "reason", "checksum", "amount"}
    assert (refund.tax, refund.tax_free_total, refund.escrow_confirmed) == (NO_PARTS, None, False)


@pytest.mark.parametrize(
    ("imp_uid", "asked", "error"),
    [
        ("imp_later", {"tax": TaxParts(Money(0, "USD")), "tax_free_total": Money(0, "USD")}, TaxPartNotTaken),
        ("imp_card", {"escrow_confirmed": True}, NoEscrow),
    ],
)
def test_what_the_payment_does_not_take_is_not_stored(
    shop: Shop, imp_uid: str, asked: dict[str, Any], error: type[InvalidInput]
) -> None:
    with pytest.raises(error):
        shop.refund(imp_uid, 100, **asked)
    assert (shop.posts(), shop.store.refunds.of_payment(imp_uid)) == (0, ())


@pytest.mark.parametrize("asked", [parts(1_200, 164), parts(1_200), {}])
def test_rule_15_the_spool_keeps_the_parts_that_were_sent(shop: Shop, asked: dict[str, Any]) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.full_disk("end_attempt", times=1)
    with pytest.raises(AnswerNotSaved) as raised:
        shop.confirm(offer, 3_000, **asked)
    [entry] = shop.store.spool.read()
    ended = _answered_of(entry).ended
    assert ended is not None
    assert ended.tax == asked.get("tax", NO_PARTS)
    shop.restart()
    detail = shop.history.detail(raised.value.refund_id)
    assert detail.refund.state is S.SUCCEEDED
    assert detail.attempts[0].tax == asked.get("tax", NO_PARTS)


def test_rule_15_a_spool_from_before_the_parts_is_replayed(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.full_disk("end_attempt", times=1)
    with pytest.raises(AnswerNotSaved) as raised:
        shop.confirm(offer, 3_000)
    [entry] = shop.store.spool.read()
    old = {name: value for name, value in entry["ended"].items() if name not in _NEW}
    assert len(old) == len(entry["ended"]) - len(_NEW)
    shop.store.spool.write([{**entry, "ended": old}])
    shop.restart()
    assert shop.history.detail(raised.value.refund_id).refund.state is S.SUCCEEDED


_NEW = {"tax_free", "vat", "escrow_confirmed"}
