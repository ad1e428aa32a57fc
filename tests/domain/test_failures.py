"""What upstream's words mean: each text of api-v1 §2.6 and §2.7, near misses, and that they move nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refund_gui.domain.failures import SIGNS, Again, FailureKind, failure_kind, try_again
from refund_gui.domain.pg_contacts import contact, pg_family
from refund_gui.domain.verdict import speaks_of_doubt

K = FailureKind
BY_PG = "결제취소에 실패하였습니다. "

TEXTS = [
    # already cancelled
    ("html5_inicis", "이미 전액취소된 주문입니다.", K.ALREADY_CANCELLED),
    ("html5_inicis", BY_PG + "[500626|기 취소 거래]", K.ALREADY_CANCELLED),
    ("inicis", BY_PG + "[120025|기취소거래]", K.ALREADY_CANCELLED),
    ("kcp", BY_PG + "[8133] 기취소된 신용카드 거래 취소요청", K.ALREADY_CANCELLED),
    ("kcp", BY_PG + "8337 기 환불 완료", K.ALREADY_CANCELLED),
    ("kcp_billing", BY_PG + "[8340] 기 환불 요청", K.ALREADY_CANCELLED),
    ("kcp", BY_PG + "[8388] 취소 진행중", K.UNDER_WAY),
    ("nice", "해당거래 취소실패(기취소성공)", K.ALREADY_CANCELLED),
    ("tosspayments", "[C0D3] 기취소거래", K.ALREADY_CANCELLED),
    ("uplus", "[RF15]", K.ALREADY_CANCELLED),
    ("tosspayments", "RF23|취소 불가", K.ALREADY_CANCELLED),
    ("kakaopay", "(-784)", K.ALREADY_CANCELLED),
    ("kakaopay", "code: −785, 취소할 수 없는 상태", K.ALREADY_CANCELLED),
    ("danal", "[35]", K.ALREADY_CANCELLED),
    ("danal", "[40] 취소 실패", K.ALREADY_CANCELLED),
    ("danal_tpay", "97|취소 실패", K.ALREADY_CANCELLED),
    ("danal", "[507] 취소 실패", K.ALREADY_CANCELLED),
    ("mobilians", "[0044]", K.ALREADY_CANCELLED),
    # not found
    ("kcp", "취소할 결제건이 존재하지 않습니다.", K.NOT_FOUND),
    ("kcp", "존재하지 않는 결제정보입니다.", K.NOT_FOUND),
    # too much
    ("kakaopay", "requested cancel amount is bigger than cancelable amount", K.TOO_MUCH),
    ("kakaopay", "(-710)", K.TOO_MUCH),
    ("kcp", "[8036] 부분취소 가능금액 초과", K.TOO_MUCH),
    ("kcp", "[8037] 남은금액 불일치", K.TOO_MUCH),
    ("tosspayments", "[C112] 남은잔액 불일치", K.TOO_MUCH),
    # partial not allowed
    ("html5_inicis", "[500412|부분취소 불가 가맹점]", K.PART_NOT_ALLOWED),
    ("html5_inicis", "[500503|간편결제 부분취소 제한]", K.PART_NOT_ALLOWED),
    ("html5_inicis", "[500705|횟수 초과]", K.PARTS_USED_UP),
    ("kcp", "[8392] 부분취소 불가 사이트", K.PART_NOT_ALLOWED),
    ("kcp", "[8386] 횟수 초과", K.PARTS_USED_UP),
    ("tosspayments", "[C054] 부분취소 불가 상점", K.PART_NOT_ALLOWED),
    ("tosspayments", "C103", K.PART_NOT_ALLOWED),
    ("nice", "부분취소 불가능 거래(전체취소 요망)", K.PART_NOT_ALLOWED),
    # full not allowed any more
    ("html5_inicis", BY_PG + "[500749|부분취소로 전체금액 취소는 불가능합니다.]", K.WHOLE_NOT_ALLOWED),
    ("kcp", BY_PG + "[CCA9] 부분취소 거래, 전체취소 불가", K.WHOLE_NOT_ALLOWED),
    # virtual account
    ("kcp", "[8327] 전체환불 불가 사이트", K.VBANK_CONTRACT),
    ("kcp", "[8328] 부분환불 불가 사이트", K.VBANK_CONTRACT),
    ("html5_inicis", "[504425|펌뱅킹환불 기준정보 사용중지]", K.VBANK_CONTRACT),
    ("nice", "요청하신 건에 대해 입금된 내역이 없습니다", K.NOTHING_DEPOSITED),
    # escrow
    ("tosspayments", "[ES12] 부분취소 불가한 에스크로 상태", K.ESCROW),
    ("html5_inicis", "[504747]", K.ESCROW),
    # phone
    ("mobilians", "[0041] 취소기간경과", K.PHONE_MONTH_OVER),
    ("mobilians", "[0042] 취소기간경과", K.PHONE_MONTH_OVER),
    ("mobilians", "[0030] LGU+ 선결제", K.PHONE_CARRIER),
    ("mobilians", "[0045]", K.PHONE_CARRIER),
    ("mobilians", "[0098] 통신사 통신오류", K.PHONE_LINE),
    ("kcp", "[8345] 당월 환불 불가 - 일반 취소로 진행 요망", K.PHONE_SAME_MONTH),
    # not enough unsettled money (§2.6)
    ("kcp", "[8178] 취소 금액보다 상계가능 정산금액 부족 으로 취소 불가합니다.", K.NOT_ENOUGH_MONEY),
    ("nice_v2", "취소금액이 미정산 금액보다 큽니다.", K.NOT_ENOUGH_MONEY),
    ("html5_inicis", "500906 [취소한도초과] 취소금액입금하여 한도증액요청", K.NOT_ENOUGH_MONEY),
    ("danal", "[45] 정산금액 부족으로 취소 실패", K.NOT_ENOUGH_MONEY),
    ("danal", "취소불가 상태입니다", K.NOT_ENOUGH_MONEY),
    ("daou", "[9029] 상점의 취소가능 금액이 부족합니다.", K.NOT_ENOUGH_MONEY),
    ("tosspayments", "[RF03]", K.NOT_ENOUGH_MONEY),
    ("tosspayments", "[RF08]", K.NOT_ENOUGH_MONEY),
    ("tosspayments", "[RF12]", K.NOT_ENOUGH_MONEY),
    # set-up, transport, maintenance
    ("html5_inicis", "TX9301|상점개인키 로드오류", K.SHOP_SETUP),
    ("kcp", "[8325] Receive Time-Out 통신오류, 잠시후 재시도 요망", K.TRANSPORT),
    ("tosspayments", "[RF11] 타임아웃건은 다음날부터", K.TIMED_OUT),
    ("naverpay", "MaintenanceOngoing 시스템 점검 중입니다", K.MAINTENANCE),
]  # fmt: skip


@pytest.mark.parametrize(("pg_provider", "message", "kind"), TEXTS, ids=[text[1] for text in TEXTS])
def test_each_known_text_is_recognised(pg_provider: str, message: str, kind: FailureKind) -> None:
    assert failure_kind(message, pg_provider) is kind
    assert failure_kind(f"{BY_PG}{message.removeprefix(BY_PG)}", pg_provider) is kind


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("［５００６２６｜기　취소　거래］", K.ALREADY_CANCELLED),
        ("[ 8178 ]", K.NOT_ENOUGH_MONEY),
        ("취소금액이\n미정산금액보다   큽니다.", K.NOT_ENOUGH_MONEY),
        ("요청하신건에대해입금된내역이없습니다", K.NOTHING_DEPOSITED),
        ("Requested cancel amount is BIGGER than cancellable amount", K.TOO_MUCH),
        ("tx9301|상점 개인키 로드 오류", K.SHOP_SETUP),
    ],
)
def test_width_case_and_blanks_do_not_matter_nor_an_unread_payment(message: str, kind: FailureKind) -> None:
    assert failure_kind(message) is kind


@pytest.mark.parametrize(
    ("pg_provider", "message"),
    [
        ("kcp", "취소 금액 8178원은 처리할 수 없습니다."),
        ("kcp", "8178원은 처리할 수 없습니다."),
        ("kcp", "8178 원은 처리할 수 없습니다."),
        ("kcp", "[8178원] 취소 거절"),
        ("kcp", "8,178원 취소 거절"),
        ("kcp", "주문 ABC-C054-1 거절"),
        ("tosspayments", "주문 ABC-C054 거절"),
        ("tosspayments", "XRF15A 거절"),
        ("html5_inicis", "[8178] 거절"),
        ("kcp", "[500626|거절]"),
        ("kcp", "[45]"),
        ("danal", "45 분 뒤에 문의하세요"),
        ("galaxia", "[9029] 거절"),
        ("kakaopay", "010-784-0000 거절"),
        ("kcp", "장기취소 대상이 아닙니다."),
        ("nice", "취소불가 상태입니다"),
        ("kcp", "[9999] 연습용 거절"),
        ("kcp", ""),
        ("", "거절"),
    ],
)
def test_near_misses_stay_unknown(pg_provider: str, message: str) -> None:
    assert failure_kind(message, pg_provider) is K.UNKNOWN
    assert try_again(K.UNKNOWN, message) is Again.AS_RECORDED


def test_other_words_of_doubt_are_trouble_on_the_way() -> None:
    message = "[7777] 카드사 응답 지연"
    assert failure_kind(message, "kcp") is K.TRANSPORT
    assert try_again(K.TRANSPORT, message) is Again.LOOK_FIRST


def test_no_words_call_a_new_try_safe_where_the_verdict_doubts() -> None:
    doubtful = [text for text in TEXTS if speaks_of_doubt(text[1])]
    assert {kind for *_, kind in doubtful} == {
        K.UNDER_WAY,
        K.PHONE_LINE,
        K.TRANSPORT,
        K.TIMED_OUT,
        K.MAINTENANCE,
    }
    for _, message, kind in doubtful:
        assert try_again(kind, message) is Again.LOOK_FIRST
    assert try_again(K.NOT_ENOUGH_MONEY, "[8178] 통신오류") is Again.LOOK_FIRST


def test_whether_to_try_again() -> None:
    safe = {kind: try_again(kind, "") for kind in K}
    dangerous = {kind for kind, again in safe.items() if again is Again.LOOK_FIRST}
    assert dangerous == {
        K.ALREADY_CANCELLED,
        K.UNDER_WAY,
        K.TOO_MUCH,
        K.PHONE_LINE,
        K.TIMED_OUT,
        K.MAINTENANCE,
        K.TRANSPORT,
    }
    assert safe[K.NOT_ENOUGH_MONEY] is safe[K.PART_NOT_ALLOWED] is Again.AFTER_CHANGE
    assert safe[K.PHONE_MONTH_OVER] is Again.NO_USE
    assert safe[K.UNKNOWN] is Again.AS_RECORDED


def test_every_sign_names_its_source_and_each_kind_has_one() -> None:
    assert all(sign.source for sign in SIGNS)
    assert {sign.kind for sign in SIGNS} == set(K) - {K.UNKNOWN}
    codes = [(sign.family, code) for sign in SIGNS for code in sign.codes]
    assert len(codes) == len(set(codes)), "one code means one thing at one PG"


@given(st.text() | st.text("[]|()-0123456789 취소기환불중RFCTX"), st.sampled_from(["", "kcp", "danal", "x"]))
def test_any_text_has_a_kind(message: str, pg_provider: str) -> None:
    kind = failure_kind(message, pg_provider)
    assert kind in K
    assert try_again(kind, message) in Again


@pytest.mark.parametrize(
    ("pg_provider", "phone"),
    [
        ("kcp", "1544-8667"),
        ("kcp_quick", "1544-8667"),
        ("html5_inicis", "1588-4954"),
        ("inicis_unified", "1588-4954"),
        ("danal_tpay", "1566-3355"),
        ("eximbay", ""),
    ],
)
def test_whom_to_call(pg_provider: str, phone: str) -> None:
    found = contact(pg_provider)
    assert found is not None
    assert found.phone == phone
    assert found.phone or found.mail


@pytest.mark.parametrize("pg_provider", ["nice", "nice_v2", "galaxia", "newpg", ""])
def test_nobody_is_invented(pg_provider: str) -> None:
    assert contact(pg_provider) is None


def test_one_name_for_all_codes_of_a_pg() -> None:
    assert pg_family("inicis_unified") == pg_family("html5_inicis") == "inicis"
    assert pg_family("newpg") == "newpg"
