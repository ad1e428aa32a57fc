"""Made-up people, goods and places of the sample shop.

Nobody here exists; hosts end in .invalid, and phone numbers begin with 010-0, which is never assigned."""

SURNAMES = "김이박최정강조윤장임한오서신권황안송류홍전고문손양배백허남심"

GIVEN = (
    "가람", "나래", "다솜", "라온", "마루", "보람", "새벽", "아라", "여울", "온유",
    "이든", "지오", "찬솔", "초롱", "태오", "푸름", "하람", "해솔", "은별", "도담",
    "시우", "예솔", "주아", "민들", "단비", "로운", "봄", "빛나",
)  # fmt: skip

STREETS = (
    "서울특별시 온새구 햇살로", "경기도 달빛시 은하대로", "부산광역시 푸른구 파도로",
    "대구광역시 솔바람구 소나무길", "인천광역시 갈매구 등대로", "대전광역시 별내구 나루길",
    "광주광역시 무등골구 단풍로", "강원특별자치도 눈꽃시 고갯길", "제주특별자치도 바람시 돌담길",
    "전라남도 차밭군 찻잎길",
)  # fmt: skip

GOODS = (
    ("유기농 보리차 티백 50입", 9_900),
    ("수제 도자기 머그컵", 18_000),
    ("우전 녹차 선물세트", 58_000),
    ("국산 참깨 볶음 500g", 16_500),
    ("손뜨개 컵받침 4개", 12_000),
    ("대추생강청 1kg", 24_000),
    ("무쇠 주전자 0.8L", 89_000),
    ("면 행주 10장", 8_500),
    ("한지 무드등", 43_000),
    ("월간 찻잎 정기구독", 29_000),
    ("다기 세트 5인용", 132_000),
    ("쑥차 파우치 20입", 15_800),
    ("호두과자 24구", 14_000),
    ("원목 찻상", 215_000),
    ("매실청 2병 묶음", 32_000),
    ("꽃차 샘플러 6종", 21_000),
    ("누룽지 간식 1박스", 11_900),
    ("자개 손거울", 27_500),
    ("티 인퓨저 스테인리스", 7_900),
    ("선물 보자기 포장", 4_000),
)

CARDS = (
    ("361", "BC카드"),
    ("365", "삼성카드"),
    ("366", "신한카드"),
    ("367", "현대카드"),
    ("368", "롯데카드"),
    ("371", "NH카드"),
    ("374", "하나카드"),
    ("381", "KB국민카드"),
    ("041", "우리카드"),
)

REASONS = ("고객 변심", "상품 파손", "배송 지연", "재고 부족", "오배송", "일부 품절", "관리자페이지취소")

FAILURES = (
    "[결제포기] 사용자가 결제를 취소하셨습니다",
    "[F112] 카드 한도초과",
    "[F113] 비밀번호 입력 오류",
    "[F204] 결제 가능 시간이 초과되었습니다",
    "[F310] 통장잔액 부족",
)

AGENTS = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148",
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36",
)

METHODS = (
    # weight, pay_method, pg_provider, emb_pg_provider
    (16, "card", "html5_inicis", None),
    (14, "card", "tosspayments", None),
    (11, "card", "kcp", None),
    (9, "card", "nice", None),
    (5, "card", "kicc", None),
    (4, "card", "smartro", None),
    (4, "card", "danal_tpay", None),
    (4, "card", "ksnet", None),
    (6, "card", "kakaopay", None),
    (5, "point", "kakaopay", None),
    (2, "kakaopay", "html5_inicis", "kakaopay"),
    (5, "card", "naverpay", None),
    (3, "point", "naverpay", None),
    (4, "tosspay", "tosspay", None),
    (3, "payco", "payco", None),
    (3, "samsung", "html5_inicis", None),
    (2, "applepay", "tosspayments", None),
    (3, "trans", "html5_inicis", None),
    (3, "trans", "kcp", None),
    (2, "trans", "tosspayments", None),
    (3, "vbank", "html5_inicis", None),
    (3, "vbank", "tosspayments", None),
    (2, "vbank", "kcp", None),
    (2, "vbank", "nice", None),
    (1, "vbank", "settle", None),
    (3, "phone", "danal", None),
    (2, "phone", "mobilians", None),
    (1, "phone", "kcp", None),
    (1, "phone", "html5_inicis", None),
    (1, "cultureland", "html5_inicis", None),
)
