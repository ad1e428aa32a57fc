"""Taking back a mistaken refund (api-v1 §2.5: Undoing), and the texts that a shop sends (§2.6)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from refund_gui.domain.letters import status_mail, undo_letter
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import MaskedAccount, Refund, RefundState
from refund_gui.domain.undoing import UndoObstacle, UndoWay, may_ask_to_undo, undo_obstacle, undo_way
from tests.domain.made_up import TAG, entry
from tests.practice.shop_kit import korean_time

PAID = korean_time(2026, 11, 2, 18, 5)
MADE = korean_time(2026, 11, 3, 10, 15)
SAME_DAY = korean_time(2026, 11, 3, 23, 59)
NEXT_DAY = korean_time(2026, 11, 4, 0, 0)

Made = tuple[Refund, Payment]


@pytest.fixture
def made(make_payment: Callable[..., Payment], make_refund: Callable[..., Refund]) -> Callable[..., Made]:
    def make(amount: int = 10_000, **changes: Any) -> Made:
        made = replace(entry(amount, reason=f"[{TAG}] 고객 변심"), cancelled_at=MADE)
        payment = make_payment(made, **({"paid_at": PAID} | changes))
        refund = make_refund(
            payment, amount, state=RefundState.SUCCEEDED, cancellation_id=made.key, created_at=MADE - 5
        )
        return refund, payment

    return make


def test_it_is_offered_on_its_korean_day_only(made: Callable[..., Made]) -> None:
    assert may_ask_to_undo(*made(), SAME_DAY)
    assert not may_ask_to_undo(*made(), NEXT_DAY)
    assert undo_obstacle(*made(), SAME_DAY) is None
    assert undo_obstacle(*made(), NEXT_DAY) is UndoObstacle.ANOTHER_DAY


@pytest.mark.parametrize("state", set(RefundState) - {RefundState.SUCCEEDED})
def test_only_what_was_refunded_can_be_taken_back(made: Callable[..., Made], state: RefundState) -> None:
    refund, payment = made()
    assert not may_ask_to_undo(replace(refund, state=state), payment, SAME_DAY)


@pytest.mark.parametrize(
    ("changes", "obstacle"),
    [
        ({"paid_at": MADE - 60}, UndoObstacle.PAID_TODAY),
        ({"card_type": 1}, UndoObstacle.CHECK_CARD),
        ({"card_type": 0}, None),
        ({"escrow": True}, UndoObstacle.ESCROW),
        ({"pg_provider": "naverpay"}, UndoObstacle.NEVER_HERE),
        ({"pg_provider": "payco"}, UndoObstacle.NEVER_HERE),
        ({"pay_method": "payco"}, UndoObstacle.NEVER_HERE),
        ({"pay_method": "phone"}, UndoObstacle.NEVER_HERE),
        ({"pay_method": "phone", "pg_provider": "danal"}, None),
        ({"pay_method": "trans", "pg_provider": "settle"}, UndoObstacle.NEVER_HERE),
        ({"pay_method": "trans"}, None),
        ({"pg_provider": "nice_v2", "amount": 10_000}, None),
        ({"pg_provider": "nice_v2", "amount": 20_000}, UndoObstacle.PART),
        ({"pg_provider": "kcp", "amount": 20_000}, None),
    ],
)
def test_what_stands_in_the_way(
    made: Callable[..., Made], changes: dict[str, Any], obstacle: UndoObstacle | None
) -> None:
    refund, payment = made()
    total = changes.pop("amount", None)
    payment = replace(payment, **changes)
    if total:
        payment = replace(payment, amount=Money(total, "KRW"))
    assert undo_obstacle(refund, payment, SAME_DAY) is obstacle


def test_where_it_is_done() -> None:
    assert {pg: undo_way(pg) for pg in ("nice", "kcp_billing", "html5_inicis")} == dict.fromkeys(
        ("nice", "kcp_billing", "html5_inicis"), UndoWay.CONSOLE
    )
    assert undo_way("danal") is undo_way("tosspayments") is UndoWay.ASK


def test_the_letter_to_the_pg(made: Callable[..., Made]) -> None:
    refund, payment = made(
        pg_provider="danal", apply_num="30012345", card_name="신한카드", pg_id="shop001", pg_tid="tid-77"
    )
    assert undo_letter(refund, payment, "가을상점").splitlines() == [
        "[취소 원복 요청]",
        "안녕하세요. 가을상점입니다.",
        "아래 거래를 착오로 취소(환불)하였습니다. 당일 원복 처리를 요청드립니다.",
        "",
        "- 주문번호: order-1",
        "- PG사: 다날",
        "- 상점 ID(MID): shop001",
        "- PG 거래번호: tid-77",
        "- 결제 일시: 2026-11-02 18:05",
        "- 결제 금액: 10,000원",
        "- 카드사: 신한카드",
        "- 승인번호: 30012345",
        "- 취소 일시: 2026-11-03 10:15",
        "- 취소 금액: 10,000원",
        "- 포트원 취소 ID: cancel_1",
        "- 포트원 imp_uid: imp_1",
        "- 요청 사유: 착오 취소",
    ]


def test_the_mail_to_portone(made: Callable[..., Made]) -> None:
    refund, payment = made(pg_provider="newpg")
    assert status_mail(refund, payment, "", webhook=True).splitlines() == [
        "받는 사람: cs@portone.io",
        "제목: [결제 상태 변경 요청] imp_1",
        "",
        "안녕하세요.",
        "아래 결제를 PG사에서 직접 취소(환불) 처리하였습니다. 포트원의 결제 상태를 취소로 변경해 주세요.",
        "",
        "- imp_uid: imp_1",
        "- 주문번호: order-1",
        "- PG사: newpg",
        "- 결제 일시: 2026-11-02 18:05",
        "- 결제 금액: 10,000원",
        "- 취소 금액: 10,000원",
        "- 취소 일시: (PG사에서 취소된 일시를 적어 주세요)",
        "- 취소 사유: 고객 변심",
        "- 웹훅 발송 여부: 예",
        f"- API 취소 시도: 2026-11-03 10:14 거절됨 (관리번호 {TAG})",
    ]


def test_the_mail_without_a_payment_and_with_other_money(made: Callable[..., Made]) -> None:
    refund, _ = made()
    mail = status_mail(replace(refund, amount=Money(4850, "USD")), None, "가을상점", webhook=None)
    assert "안녕하세요. 가을상점입니다." in mail
    assert "- 취소 금액: 48.50 USD" in mail
    assert "- 웹훅 발송 여부: 예 / 아니요" in mail
    assert "주문번호" not in mail
    assert "- 웹훅 발송 여부: 아니요" in status_mail(refund, None, "", webhook=False)


def test_no_letter_holds_an_account_a_card_number_or_a_person(made: Callable[..., Made]) -> None:
    refund, payment = made(
        buyer_name="김가람",
        buyer_tel="010-0000-0000",
        buyer_email="garam@example.com",
        card_number="9999-99**-****-9999",
        vbank_num="9990001234567",
        vbank_holder="이나래",
        paid_at=0,
    )
    account = MaskedAccount("신한은행", "88", "4567", "김")
    refund = replace(refund, account=account, note="손님이 화가 남", message="계좌 9990001234567 오류")
    for letter in (undo_letter(refund, payment, "가게"), status_mail(refund, payment, "가게", webhook=True)):
        for secret in ("김가람", "010-", "garam", "9999-", "999000", "이나래", "4567", "신한은행", "화가"):
            assert secret not in letter
        assert "결제 일시" not in letter
