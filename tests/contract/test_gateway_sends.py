"""What every gateway sends, what it makes of the answer, and what really happened upstream."""

from decimal import Decimal
from typing import Any

import pytest

from refund_gui.domain.answer import Answer, Done, Lost, Refused, Unauthorized
from refund_gui.domain.money import Money
from refund_gui.domain.refund import Outcome, TaxParts
from refund_gui.errors import KeysRefused, Unreachable, UnsendableText
from refund_gui.practice.faults import Fault
from tests.contract.conftest import Counter
from tests.portone.made_up import ACCOUNT, attempt_for, refund_of, won
from tests.practice.shop_kit import NOW


def test_a_whole_refund_is_done(counter: Counter) -> None:
    answer = counter.send()
    assert isinstance(answer, Done)
    shown = answer.payment
    assert (shown.imp_uid, shown.balance.minor, shown.cancelled_at) == ("imp_card", 0, NOW)
    assert [(entry.amount, entry.tag) for entry in shown.cancellations] == [(won(10_000), "R7K2QT")]
    assert counter.refunded() == [10_000]


def test_a_whole_refund_omits_the_amount_and_carries_the_checksum(counter: Counter) -> None:
    counter.send()
    assert counter.upstream.log()[-1].body == {
        "imp_uid": "imp_card",
        "reason": "[R7K2QT] 고객 변심",
        "checksum": 10_000,
        "enable_webhook": True,
    }


def test_parts_are_done_one_after_the_other(counter: Counter) -> None:
    first, second = counter.send(amount=3_000), counter.send(amount=7_000)
    assert isinstance(first, Done)
    assert isinstance(second, Done)
    assert (first.payment.balance, second.payment.balance) == (won(7_000), won(0))
    assert second.payment.request_no > first.payment.request_no
    sent = [logged.body for logged in counter.upstream.log() if logged.path == "/payments/cancel"]
    assert [(body["amount"], body["checksum"]) for body in sent] == [(3_000, 10_000), (7_000, 7_000)]


def test_cents_travel_exactly(counter: Counter) -> None:
    answer = counter.send("imp_dollars", amount=110)
    assert isinstance(answer, Done)
    assert answer.payment.balance == Money(1124, "USD")
    assert counter.refunded("imp_dollars") == [Decimal("1.10")]


def test_a_virtual_account_is_refunded_to_an_account(counter: Counter) -> None:
    assert isinstance(counter.send("imp_vbank", account=ACCOUNT), Done)
    assert counter.refunded("imp_vbank") == [30_000]


def test_naverpay_is_told_who_asks(counter: Counter) -> None:
    assert isinstance(counter.send("imp_naver"), Done)
    assert counter.upstream.log()[-1].body["extra"] == {"requester": "admin"}


def test_tax_parts_and_a_confirmed_purchase_are_said(counter: Counter) -> None:
    parts = TaxParts(tax_free=won(1_334), vat=won(181))
    answer = counter.send(amount=3_333, tax=parts, tax_free_total=won(4_000), escrow_confirmed=True)
    assert isinstance(answer, Done)
    assert counter.upstream.log()[-1].body == {
        "imp_uid": "imp_card",
        "reason": "[R7K2QT] 고객 변심",
        "checksum": 10_000,
        "amount": 3_333,
        "tax_free": 1_334,
        "vat_amount": 181,
        "escrow_confirmed": True,
        "enable_webhook": True,
    }
    [made] = counter.upstream.history("imp_card")
    assert (made.tax_free, made.vat_amount, made.escrow_confirmed) == (Decimal(1_334), Decimal(181), True)


def test_a_tax_part_of_zero_is_said_and_one_that_is_not_asked_is_not(counter: Counter) -> None:
    counter.send(amount=1_000, tax=TaxParts(tax_free=won(0)))
    counter.send(amount=1_000)
    said, unsaid = (logged.body for logged in counter.upstream.log() if logged.path == "/payments/cancel")
    assert said["tax_free"] == 0
    assert "vat_amount" not in said
    assert not {"tax_free", "vat_amount", "escrow_confirmed"} & set(unsaid)


def test_a_tax_part_travels_in_the_currencys_main_unit(counter: Counter) -> None:
    parts = TaxParts(Money(25, "USD"), Money(10, "USD"))
    assert isinstance(counter.send("imp_dollars", amount=110, tax=parts), Done)
    body = counter.upstream.log()[-1].body
    assert (body["tax_free"], body["vat_amount"]) == (Decimal("0.25"), Decimal("0.10"))


def test_parts_that_are_more_than_the_refund_are_refused_upstream(counter: Counter) -> None:
    answer = counter.send(amount=1_000, tax=TaxParts(won(600), won(401)))
    assert isinstance(answer, Refused)
    assert counter.refunded() == []


@pytest.mark.parametrize(
    ("imp_uid", "code", "words"), [("imp_refused", -1, "[8178] 상계가능"), ("imp_vbank", 1, "환불 계좌 정보")]
)
def test_a_refusal_comes_in_upstreams_words(counter: Counter, imp_uid: str, code: int, words: str) -> None:
    answer = counter.send(imp_uid)
    assert isinstance(answer, Refused)
    assert answer.code == code
    assert words in answer.message
    assert counter.refunded(imp_uid) == []


def test_the_checksum_stops_a_second_refund_on_an_old_reading(counter: Counter) -> None:
    shown = counter.gateway.payment("imp_card")
    counter.upstream.cancel_outside("imp_card", Decimal(4_000))
    assert isinstance(counter.send(amount=4_000, shown=shown), Refused)
    assert counter.refunded() == [4_000]


CASES: list[tuple[Fault, dict[str, Any], type[Answer], list[int]]] = [
    (Fault.LOST_ANSWER, {}, Lost, [4_000]),
    (Fault.LOST_REQUEST, {}, Lost, []),
    (Fault.LATE, {"seconds": 60}, Lost, []),
    (Fault.REFUSAL, {}, Refused, []),
    (Fault.UNAUTHORIZED, {}, Unauthorized, []),
    (Fault.ASYNCHRONOUS, {"seconds": 60}, Done, []),
    (Fault.TAG_STRIPPED, {}, Done, [4_000]),
    (Fault.WRONG_AMOUNT, {"amount": Decimal(5_000)}, Done, [5_000]),
    (Fault.WRONG_PAYMENT, {}, Done, [4_000]),
    (Fault.TRUNCATED, {}, Lost, [4_000]),
    (Fault.NO_CODE, {}, Lost, [4_000]),
    (Fault.SLOW, {"seconds": 5}, Done, [4_000]),
    (Fault.SLOW, {"seconds": 5, "executed": True}, Done, [4_000]),
    (Fault.DRIPPING, {"seconds": 1}, Done, [4_000]),
    *[
        (fault, {"status": status, "executed": executed}, Lost, [4_000] if executed else [])
        for fault, status in [
            *[(Fault.STATUS, status) for status in (400, 404, 429, 500, 502, 503, 504)],
            *[(Fault.HTML, status) for status in (200, 302, 307, 401, 403)],
        ]
        for executed in (False, True)
    ],
]


@pytest.mark.parametrize(
    ("fault", "details", "kind", "really"),
    CASES,
    ids=lambda value: str(value.value if isinstance(value, Fault) else getattr(value, "__name__", value)),
)
def test_every_fault_has_its_answer(
    counter: Counter, fault: Fault, details: dict[str, Any], kind: type[Answer], really: list[int]
) -> None:
    shown = counter.gateway.payment("imp_card")
    counter.upstream.faults.next(fault, **details)
    answer = counter.send(amount=4_000, shown=shown)
    assert type(answer) is kind
    assert counter.refunded() == really
    posts = [logged for logged in counter.upstream.log() if logged.path == "/payments/cancel"]
    assert len(posts) == 1  # never again by itself
    if isinstance(answer, Lost):
        assert answer.http_status == details.get("status", answer.http_status)


def test_every_practice_fault_is_tried() -> None:
    assert {fault for fault, *_ in CASES} == set(Fault)


def test_a_lost_connection_has_no_status_and_a_page_has_one(counter: Counter) -> None:
    counter.upstream.faults.next(Fault.LOST_ANSWER)
    counter.upstream.faults.next(Fault.HTML, status=200)
    first, second = counter.send(amount=100), counter.send(amount=100)
    assert isinstance(first, Lost)
    assert isinstance(second, Lost)
    assert (first.http_status, second.http_status) == (0, 200)


def test_code_0_about_another_payment_or_amount_is_shown_as_it_came(counter: Counter) -> None:
    counter.upstream.faults.next(Fault.WRONG_PAYMENT)
    counter.upstream.faults.next(Fault.WRONG_AMOUNT, amount=Decimal(1_500))
    other, more = counter.send(amount=1_000), counter.send(amount=1_000)
    assert isinstance(other, Done)
    assert isinstance(more, Done)
    assert other.payment.imp_uid != "imp_card"
    assert more.payment.cancellations[-1].amount == won(1_500)


def test_words_of_a_refusal_are_kept_to_the_letter(counter: Counter) -> None:
    counter.upstream.faults.next(Fault.REFUSAL, code=-77, message="[8325] 통신오류, 잠시후 재시도 요망 🙂")
    assert counter.send() == Refused(-77, "[8325] 통신오류, 잠시후 재시도 요망 🙂")


def test_after_a_401_the_next_cancel_has_a_new_token(counter: Counter) -> None:
    shown = counter.gateway.payment("imp_card")
    old = counter.gateway.prepare(refund_of(shown), shown, None)
    counter.upstream.revoke_token()
    assert counter.gateway.send(old, attempt_for(old)) == Unauthorized("Unauthorized")
    new = counter.gateway.prepare(refund_of(shown), shown, None)
    assert (new.token == old.token, new.body == old.body) == (False, True)
    assert isinstance(counter.gateway.send(new, attempt_for(new, number=2)), Done)
    assert counter.refunded() == [10_000]


@pytest.mark.parametrize(
    "wrong",
    [
        {"refund_id": "another"},
        {"checksum": won(9_000)},
        {"amount": won(1)},
        {"tax": TaxParts(won(0))},
        {"tax": TaxParts(vat=won(0))},
        {"escrow_confirmed": True},
        {"outcome": Outcome.LOST},
    ],
)
def test_a_cancel_is_sent_for_its_own_open_attempt_only(counter: Counter, wrong: dict[str, Any]) -> None:
    shown = counter.gateway.payment("imp_card")
    cancel = counter.gateway.prepare(refund_of(shown), shown, None)
    with pytest.raises(ValueError, match="attempt"):
        counter.gateway.send(cancel, attempt_for(cancel, **wrong))
    assert all(logged.path != "/payments/cancel" for logged in counter.upstream.log())


def test_what_cannot_be_written_is_found_before_anything_is_sent(counter: Counter) -> None:
    shown = counter.gateway.payment("imp_card")
    with pytest.raises(UnsendableText) as caught:
        counter.gateway.prepare(refund_of(shown, reason="반품 \ud83d"), shown, None)
    assert caught.value.field == "reason"


@pytest.mark.parametrize(
    ("fault", "error"), [(Fault.UNAUTHORIZED, KeysRefused), (Fault.LOST_REQUEST, Unreachable)]
)
def test_a_token_that_cannot_be_had_is_found_before_anything_is_sent(
    counter: Counter, fault: Fault, error: type[Exception]
) -> None:
    shown = counter.gateway.payment("imp_card")
    counter.clock.advance(3_600)
    counter.upstream.faults.next(fault, on="/users/getToken")
    with pytest.raises(error):
        counter.gateway.prepare(refund_of(shown), shown, None)
    assert counter.refunded() == []
