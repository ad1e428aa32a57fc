"""What leaves the shop in a report: nothing that names a person, opens an account or is a key."""

import pytest

from refund_gui.terminal.scrubbing import payments_in, scrub

PLANTED = [
    "010-1234-5678",
    "01012345678",
    "+82 10 1234 5678",
    "+82-10-1234-5678",
    "(02) 123-4567",
    "０１０－１２３４－５６７８",
    "010–1234–5678",
    "010 - 1234 - 5678",
    "110 - 123 - 456789",
    "1588-0000",
    "garam.kim@example.com",
    "garam+shop@xn--example.co.kr",
    "9990001234567",
    "110-123-456789",
    "110 123 456789",
    "110_123_456789",
    "4330-1234-5678-1234",
    "4330-12**-****-1234",
    "4330 1234 5678 1234",
    "4330123456781234",
    "900101-1234567",
    "123-45-67890",
    "192.168.100.200",
    "김가람",
    "서울 마포구 가람로 1",
    "가람",
    "a1b2c3d4e5f60718293a4b5c6d7e8f9012345678",
    "ekKoeW8RyKuT0zgaZsUtXXTLQ4AhPFW3ZGseDA6bkA5lamv9OqDMnxyeB9wqOsuO9W3Mx9YSJ4dTqJ3f",
    "sk_live_51Mq9aBcDeFgHiJkL",
    "dGhpcyBpcyBhIHNlY3JldCBrZXk0",
    "QWxhZGRpbjpvcGVuIHNlc2FtZSBmb3Ig",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dBjftJeZ4CVPmB92K27uhbUJU1p1r",
]


@pytest.mark.parametrize("planted", PLANTED)
@pytest.mark.parametrize("around", ["{}", "customer {} called", "value='{}'", "<{}>,", "a:{};b", "[{}]"])
def test_nothing_planted_comes_through(planted: str, around: str) -> None:
    left = scrub("2025-11-29 14:02:11,345 INFO MainThread shop: " + around.format(planted))
    for part in {planted, *planted.replace("-", " ").replace(".", " ").split()}:
        assert len(part) < 5 or part not in left, left
    assert sum(character.isdigit() for character in left[24:]) < 3, left
    assert left.startswith("2025-11-29 14:02:11,345 INFO MainThread shop: ")


@pytest.mark.parametrize(
    "line",
    [
        "imp_key=abc",
        '"imp_secret": "abc"',
        "Authorization: Bearer abc",
        "authorization=abc",
        "api-key: abc",
        "access_token='abc'",
        "PASSWORD = abc",
        "sent with Bearer abc",
        "Basic abc",
    ],
)
def test_a_short_key_is_known_by_its_name(line: str) -> None:
    assert "abc" not in scrub(f"before {line}, after")
    assert scrub(f"before {line}, after").endswith("after")


@pytest.mark.parametrize(
    "line",
    [
        "2025-11-29 14:02:11,345 INFO reconcile-1 refund_gui.terminal.keys: reading imp_448280090638 failed: "
        "Unreachable",
        "2025-11-29 14:02:11,345 ERROR sends-1 refund_gui.terminal.sending: "
        "refund 0f8fad5bd9cb469fa16570867728950e is not known",
        "tag [R7K2QF] of imp_448280090638",
        "upstream refused with HTTP 503: waiting 30 s",
        "httpx.RemoteProtocolError",
        "the store was restored: sweeping",
    ],
)
def test_what_support_needs_stays(line: str) -> None:
    assert scrub(line) == line


def test_a_stack_shows_where_and_no_folder() -> None:
    stack = (
        '  File "C:\\Users\\garam\\app\\refund_gui\\ui\\crash.py", line 48, in report\n'
        '  File "/home/garam/shop2024/lib/python3.11/site-packages/httpx/_client.py", line 1014, in send\n'
        "opened C:\\Users\\garam\\refunds and /home/garam/refunds"
    )
    assert scrub(stack).splitlines() == [
        '  File "refund_gui/ui/crash.py", line 48, in report',
        '  File "_client.py", line 1014, in send',
        "opened C:\\Users/[user]\\refunds and /home/[user]/refunds",
    ]


def test_words_that_are_known_go_whatever_they_look_like() -> None:
    left = scrub("Garam Kim at GARAM MARKET paid; garam stays", ["Garam Kim", "Garam Market", "", "a"])
    assert left == "[removed] at [removed] paid; garam stays"


def test_a_date_in_the_middle_of_a_line_is_no_time_of_the_log() -> None:
    assert "2025" not in scrub("born 2025-11-29 14:02:11,345 INFO")


def test_payments_are_found_once_each() -> None:
    assert payments_in("imp_1 imp_card imp_1") == ("imp_1", "imp_card")
    assert payments_in("nothing") == ()
