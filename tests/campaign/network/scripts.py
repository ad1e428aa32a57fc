"""What a faulty line can do with a cancel: the scripts that the kinds of fault are made of."""

from collections.abc import Callable
from functools import partial

from tests.campaign.network.line import Exchange, Script
from tests.campaign.network.payments import OTHER_UID
from tests.portone.raw_server import http

JSON = "Content-Type: application/json"
HTML = "Content-Type: text/html"


def says(status: int, body: bytes, *headers: str) -> Script:
    """This answer, whoever gives it."""
    return lambda exchange: exchange.say(http(status, body, *headers))


def reset(exchange: Exchange) -> None:
    exchange.reset()


def close(exchange: Exchange) -> None:
    """No answer: the connection is closed."""


def stall(exchange: Exchange) -> None:
    exchange.client_goes()


def drip(exchange: Exchange) -> None:
    """Each byte comes in time, the answer as a whole does not."""
    exchange.say(b"HTTP/1.1 200 OK\r\nX-Padding: ")
    for _ in range(100):
        if exchange.client_goes(0.1):
            return
        exchange.say(b"1")


def cut_in_answer(exchange: Exchange) -> None:
    exchange.say(b'HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{"code": 0, ')
    exchange.reset()


def executed(then: Script) -> Script:
    """Upstream gets the request; what the client gets is another matter."""

    def script(exchange: Exchange) -> None:
        exchange.ask(exchange.request())
        then(exchange)

    return script


def not_executed(then: Script) -> Script:
    """The whole request arrives on the line and goes no further."""

    def script(exchange: Exchange) -> None:
        exchange.request()
        then(exchange)

    return script


def reset_half_way(exchange: Exchange) -> None:
    """Upstream gets half of the body, the rest stays unread here."""
    exchange.ask(exchange.request(share=0.5))
    exchange.reset()


def garbled(garble: Callable[[bytes], bytes]) -> Script:
    """Upstream's own answer with its body changed."""

    def script(exchange: Exchange) -> None:
        _, _, body = exchange.ask(exchange.request()).partition(b"\r\n\r\n")
        exchange.say(http(200, garble(body), JSON))

    return script


def short_answer(exchange: Exchange) -> None:
    """Fewer bytes than Content-Length says, then the end."""
    exchange.say(exchange.ask(exchange.request())[:-40])


def stall_in_answer(exchange: Exchange) -> None:
    whole = exchange.ask(exchange.request())
    exchange.say(whole[: len(whole) // 2])
    exchange.client_goes()


def another_payment(exchange: Exchange) -> None:
    """Code 0 with the record of somebody else's payment; ours is not touched."""
    _, _, rest = exchange.request().partition(b" /payments/cancel ")
    exchange.say(exchange.ask(f"GET /payments/{OTHER_UID} ".encode() + rest))


def _twice(answer: int | None, exchange: Exchange) -> None:
    request = exchange.request()
    answers = exchange.ask(request), exchange.ask(request)
    if answer is not None:
        exchange.say(answers[answer])


def twice(answer: int | None) -> Script:
    """The network delivers the request two times; the client gets answer 0, answer 1 or none."""
    return partial(_twice, answer)
