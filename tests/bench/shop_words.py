"""Words of the made-up shop that is measured. Nobody here exists."""

from typing import Final

SURNAMES: Final = {
    "김": 215, "이": 147, "박": 84, "최": 47, "정": 43, "강": 24, "조": 21, "윤": 21, "장": 20, "임": 17,
    "한": 15, "오": 15, "서": 15, "신": 15, "권": 14, "황": 14, "안": 14, "송": 14, "류": 13, "홍": 11,
    "전": 11, "고": 9, "문": 9, "손": 9, "양": 9, "배": 8, "백": 8, "허": 7, "남": 6, "심": 5, "노": 5,
    "하": 5, "곽": 4, "성": 4, "차": 4, "주": 4, "우": 4, "구": 4, "나": 3, "민": 3, "남궁": 1, "제갈": 1,
}  # fmt: skip
"""With how many of a thousand people have them, roughly."""

FIRST_SYLLABLES: Final = "민서지예도하주시은수현유재준승우성건태다채가나연혜소정영진동경상라윤아이세"
SECOND_SYLLABLES: Final = "준서윤우현호진민영희연아린은수지율원빈경혁훈석환철미나라솔결람봄산별온찬규재하"

QUALITIES: Final = (
    "유기농", "국산", "수제", "프리미엄", "대용량", "미니", "휴대용", "무선", "접이식", "방수", "친환경",
    "Basic", "Classic", "PRO", "NEW", "2026 신형",
)  # fmt: skip

THINGS: Final = (
    ("보리차 티백", 9_900), ("녹차 선물세트", 58_000), ("머그컵", 18_000), ("참깨 볶음", 16_500),
    ("생강청", 24_000), ("주전자", 89_000), ("면 행주", 8_500), ("무드등", 43_000), ("다기 세트", 132_000),
    ("호두과자", 14_000), ("원목 찻상", 215_000), ("매실청", 32_000), ("누룽지", 11_900),
    ("손거울", 27_500), ("텀블러", 21_000), ("블루투스 스피커 BT-500", 74_000), ("USB-C 케이블", 12_900),
    ("LED 스탠드", 39_000), ("캠핑 의자", 48_000), ("에코백", 15_000), ("티셔츠", 19_800),
    ("운동화 270", 64_000), ("양말 5켤레", 9_000), ("가습기 H2O", 55_000), ("전기포트", 46_000),
)  # fmt: skip

SIZES: Final = ("", "500g", "1kg", "2개 묶음", "1+1", "L")

GOODS: Final = tuple(
    (f"{quality} {thing} {size}".strip(), price)
    for thing, price in THINGS
    for number, quality in enumerate(QUALITIES)
    for size in (SIZES[number % len(SIZES)],)
)
"""Four hundred (name, won)."""

RARE_GOODS: Final = (
    ("주문 제작 찻장", 980_000),
    ("한정판 만년필 No.7", 320_000),
    ("반려견 유모차", 189_000),
    ("Vinyl LP 박스", 140_000),
    ("꽹과리", 77_000),
)
"""One order in a hundred thousand has each of them."""

CARDS: Final = ("신한카드", "KB국민카드", "삼성카드", "현대카드", "BC카드", "롯데카드", "NH카드", "하나카드")
BANKS: Final = ("국민은행", "신한은행", "우리은행", "농협은행", "기업은행", "하나은행", "카카오뱅크")

METHODS: Final = {
    ("card", "html5_inicis"): 22,
    ("card", "tosspayments"): 20,
    ("card", "kcp"): 14,
    ("card", "nice"): 9,
    ("card", "ksnet"): 5,
    ("trans", "html5_inicis"): 5,
    ("trans", "tosspayments"): 3,
    ("vbank", "html5_inicis"): 5,
    ("vbank", "kcp"): 4,
    ("phone", "danal"): 3,
    ("kakaopay", "kakaopay"): 7,
    ("tosspay", "tosspay"): 2,
    ("payco", "payco"): 1,
}
"""(pay_method, pg_provider) with how many of a hundred payments use them: 70 are cards."""

REASONS: Final = ("고객 변심", "상품 파손", "배송 지연", "재고 부족", "오배송", "관리자페이지취소")
FAILURES: Final = (
    "[결제포기] 사용자가 결제를 취소하셨습니다",
    "[F112] 카드 한도초과",
    "[F310] 통장잔액 부족",
)
