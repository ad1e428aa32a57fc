"""What every gateway reads (api-v1 §1, §3, §5), and how its reads fail."""

import pytest

from refund_gui.domain.money import Money
from refund_gui.domain.payment import DisplayStatus
from refund_gui.errors import (
    AnswerUnreadable,
    FieldMissing,
    KeysRefused,
    PaymentNotFound,
    ReadRefused,
    Unreachable,
    UpstreamError,
)
from refund_gui.portone.gateway import Gateway
from refund_gui.practice.faults import Fault
from tests.contract.conftest import Counter
from tests.practice.shop_kit import DAY, NOW, payment


def test_the_keys_are_tried_anew_each_time(counter: Counter) -> None:
    counter.gateway.check_keys()
    counter.gateway.check_keys()
    assert [logged.path for logged in counter.upstream.log()] == ["/users/getToken"] * 2


def test_a_payment_is_read_exactly(gateway: Gateway) -> None:
    shown = gateway.payment("imp_dollars")
    assert (shown.imp_uid, shown.amount, shown.balance) == (
        "imp_dollars",
        Money(1234, "USD"),
        Money(1234, "USD"),
    )
    assert (shown.pg_provider, shown.display_status) == ("paypal_v2", DisplayStatus.PAID)


def test_each_reading_has_a_higher_number(gateway: Gateway) -> None:
    first, second = gateway.payment("imp_card"), gateway.payment("imp_card")
    assert 0 < first.request_no < second.request_no


def test_test_payments_are_read_too(gateway: Gateway) -> None:
    assert gateway.payment("imp_test").sandbox is True


@pytest.mark.parametrize("imp_uid", ["imp_none", "이름/없음", "..", "\ud83d"])
def test_a_payment_that_is_not_there(gateway: Gateway, imp_uid: str) -> None:
    with pytest.raises(PaymentNotFound) as caught:
        gateway.payment(imp_uid)
    assert caught.value.payment == imp_uid


def test_an_order_number_may_hold_anything(gateway: Gateway) -> None:
    assert gateway.find("주문/가을 7?#%2F").imp_uid == "imp_korean"


@pytest.mark.parametrize("merchant_uid", ["order-none", "🙂/", "\ud83d half"])
def test_an_order_that_is_not_there(gateway: Gateway, merchant_uid: str) -> None:
    with pytest.raises(PaymentNotFound) as caught:
        gateway.find(merchant_uid)
    assert caught.value.payment == merchant_uid


def test_of_several_attempts_at_an_order_the_newest_is_found(counter: Counter) -> None:
    counter.upstream.add(payment("imp_old", merchant_uid="twice", paid_at=NOW - 2 * DAY))
    counter.upstream.add(payment("imp_new", merchant_uid="twice", paid_at=NOW - DAY))
    assert counter.gateway.find("twice").imp_uid == "imp_new"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (("imp_card", "imp_vbank"), {"imp_card", "imp_vbank"}),
        (("imp_card", "imp_none"), {"imp_card"}),
        (("imp_none",), set()),
        ((), set()),
    ],
)
def test_several_payments_at_once(gateway: Gateway, asked: tuple[str, ...], found: set[str]) -> None:
    assert {shown.imp_uid for shown in gateway.payments(asked)} == found


def test_more_than_a_hundred_at_once_are_refused(gateway: Gateway) -> None:
    with pytest.raises(ReadRefused) as caught:
        gateway.payments(tuple(f"imp_{number}" for number in range(101)))
    assert caught.value.http_status == 400
    assert "100" in caught.value.message


def test_a_window_is_read_page_by_page(gateway: Gateway) -> None:
    pages, following = [], 1
    while following:
        page = gateway.page(NOW - 2 * DAY, NOW, following)
        pages.append(page)
        following = page.next_page
    assert [len(page.payments) for page in pages] == [3, 3, 1]
    assert {page.total for page in pages} == {7}
    assert len({shown.imp_uid for page in pages for shown in page.payments}) == 7
    assert pages[0].payments[0].imp_uid == "imp_test"  # the oldest first


def test_a_status_narrows_the_list(counter: Counter) -> None:
    counter.send(amount=1_000)
    page = counter.gateway.page(NOW - DAY, NOW, 1, "cancelled")
    assert [shown.imp_uid for shown in page.payments] == ["imp_card"]


@pytest.mark.parametrize("refused", [True, False])
@pytest.mark.parametrize("page", [1, 4])
def test_beyond_the_end_there_is_an_empty_page(counter: Counter, refused: bool, page: int) -> None:
    counter.upstream.empty_page_refused = refused
    shown = counter.gateway.page(NOW - 80 * DAY, NOW - 79 * DAY, page)
    assert (shown.payments, shown.next_page, shown.set_aside) == ((), 0, ())


@pytest.mark.parametrize(
    ("since", "until", "page", "status"),
    [
        (NOW - 91 * DAY, NOW, 1, "all"),
        (NOW, NOW - 1, 1, "all"),
        (NOW - DAY, NOW, 0, "all"),
        (NOW - DAY, NOW, 1, "refunded"),
    ],
)
def test_what_upstream_would_refuse_does_not_pass_for_an_empty_page(
    gateway: Gateway, since: int, until: int, page: int, status: str
) -> None:
    with pytest.raises(ValueError, match="90 days"):
        gateway.page(since, until, page, status)


def test_the_banks_have_their_standard_codes(gateway: Gateway) -> None:
    assert {bank.code: bank.name for bank in gateway.banks()}["088"].startswith("신한")


def test_a_token_that_was_revoked_is_fetched_again(counter: Counter) -> None:
    counter.gateway.payment("imp_card")
    counter.upstream.revoke_token()
    assert counter.gateway.payment("imp_card").imp_uid == "imp_card"


def test_a_token_refused_twice_means_the_keys(counter: Counter) -> None:
    counter.upstream.faults.next(Fault.UNAUTHORIZED, on="/payments/imp_card", times=2)
    with pytest.raises(KeysRefused) as caught:
        counter.gateway.payment("imp_card")
    assert caught.value.message == "Unauthorized"


@pytest.mark.parametrize(
    ("fault", "status", "error"),
    [
        (Fault.LOST_ANSWER, None, Unreachable),
        (Fault.LOST_REQUEST, None, Unreachable),
        (Fault.HTML, None, AnswerUnreadable),
        (Fault.HTML, 302, ReadRefused),
        (Fault.HTML, 400, ReadRefused),
        (Fault.HTML, 401, ReadRefused),
        (Fault.HTML, 404, ReadRefused),
        (Fault.STATUS, 429, ReadRefused),
        (Fault.STATUS, 500, ReadRefused),
        (Fault.STATUS, 503, ReadRefused),
        (Fault.TRUNCATED, None, AnswerUnreadable),
        (Fault.NO_CODE, None, AnswerUnreadable),
        (Fault.REFUSAL, None, ReadRefused),
    ],
)
@pytest.mark.parametrize("what", ["payment", "payments", "find", "page", "banks", "keys"])
def test_a_failing_read_says_how_it_failed(
    counter: Counter, fault: Fault, status: int | None, error: type[UpstreamError], what: str
) -> None:
    gateway = counter.gateway
    reads = {
        "payment": lambda: gateway.payment("imp_card"),
        "payments": lambda: gateway.payments(("imp_card",)),
        "find": lambda: gateway.find("order-imp_card"),
        "page": lambda: gateway.page(NOW - DAY, NOW, 1),
        "banks": gateway.banks,
        "keys": gateway.check_keys,
    }
    gateway.check_keys()
    counter.upstream.faults.next(fault, on="*", times=None, status=status)
    with pytest.raises(error) as caught:
        reads[what]()
    assert type(caught.value) is error
    if isinstance(caught.value, ReadRefused) and fault is not Fault.REFUSAL:
        assert (caught.value.code, caught.value.message) == (None, "")


def test_a_refused_read_keeps_the_words(counter: Counter) -> None:
    counter.upstream.faults.next(Fault.REFUSAL, on="/banks", code=7, message="점검 중입니다")
    with pytest.raises(ReadRefused) as caught:
        counter.gateway.banks()
    assert (caught.value.http_status, caught.value.code, caught.value.message) == (200, 7, "점검 중입니다")


def test_a_required_field_that_is_missing_is_named(counter: Counter) -> None:
    record = payment("imp_odd")
    record.sandbox = None  # type: ignore[assignment]  # what upstream never should say
    counter.upstream.add(record)
    with pytest.raises(FieldMissing) as caught:
        counter.gateway.payments(("imp_odd",))
    assert caught.value.field == "sandbox"


def test_a_bad_record_stops_no_list(counter: Counter) -> None:
    record = payment("imp_odd", paid_at=NOW - DAY - 60)
    record.sandbox = None  # type: ignore[assignment]  # what upstream never should say
    counter.upstream.add(record)
    page = counter.gateway.page(NOW - 2 * DAY, NOW, 1)
    assert [(bad.imp_uid, bad.problem) for bad in page.set_aside] == [("imp_odd", "FieldMissing: sandbox")]
    assert [shown.imp_uid for shown in page.payments][:1] == ["imp_test"]
    assert (len(page.payments), page.next_page) == (2, 2)


def test_a_refusal_that_passes_says_when_to_ask_again(counter: Counter) -> None:
    counter.upstream.faults.next(Fault.STATUS, on="*", status=429, retry_after="17", times=None)
    with pytest.raises(ReadRefused) as caught:
        counter.gateway.page(NOW - DAY, NOW, 1)
    assert (caught.value.http_status, caught.value.retry_after) == (429, 17)


def test_upstreams_clock(counter: Counter) -> None:
    counter.clock.sleep(3_600)
    counter.upstream._clock = lambda: NOW + 5
    assert counter.gateway.now() == NOW + 5
