"""Where upstream may be, and when a proxy stands in between."""

import httpx
import pytest

from refund_gui.errors import BadOrigin
from refund_gui.portone.transport import OFFICIAL, check_origin, is_loopback, make_transport


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        (OFFICIAL, OFFICIAL),
        ("https://api.iamport.kr/", OFFICIAL),
        ("HTTPS://API.Iamport.KR:8443", "https://api.iamport.kr:8443"),
        ("https://[2001:db8::1]:443", "https://[2001:db8::1]:443"),
        ("https://192.0.2.1", "https://192.0.2.1"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://127.9.9.9", "http://127.9.9.9"),
        ("http://[::1]:8000/", "http://[::1]:8000"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("https://localhost", "https://localhost"),
    ],
)
def test_https_anywhere_and_http_on_this_computer(url: str, origin: str) -> None:
    assert check_origin(url) == origin


@pytest.mark.parametrize(
    ("url", "detail"),
    [
        ("", "https://"),
        ("api.iamport.kr", "https://"),
        ("https://", "https://"),
        ("https:///payments", "https://"),
        ("ftp://api.iamport.kr", "https://"),
        ("file:///etc/hosts", "https://"),
        ("http://api.iamport.kr", "use https"),
        ("http://127.0.0.1.example.com", "use https"),
        ("http://127.1", "use https"),
        ("http://0.0.0.0:8000", "use https"),
        ("http://192.168.0.10", "use https"),
        ("http://localhost.example.com", "use https"),
        ("https://api.iamport.kr/v1", "without a path"),
        ("https://api.iamport.kr?", "without a path"),
        ("https://api.iamport.kr?a=1", "without a path"),
        ("https://api.iamport.kr/#a", "without a path"),
        ("https://api.iamport.kr:port", "not a URL"),
        ("https://api.iamport.kr:70000", "not a URL"),
        ("https://[::1", "not a URL"),
        ("https://api.iamport.kr:0", "possible host"),
        ("https://api iamport.kr", "possible host"),
        ("https://api;iamport.kr", "possible host"),
    ],
)
def test_anything_else_is_refused_with_a_reason(url: str, detail: str) -> None:
    with pytest.raises(BadOrigin) as caught:
        check_origin(url)
    assert detail in caught.value.detail
    assert str(caught.value) == f"{url}: {caught.value.detail}"


@pytest.mark.parametrize(
    "url",
    [
        "https://shop:pa55word@api.iamport.kr",
        "http://shop:pa55word@127.0.0.1",
        "https://shop:pa55word@api.iamport.kr:port",
        "ftp://shop:pa55word@api.iamport.kr",
        "https://pa55word@",
    ],
)
def test_a_password_in_an_address_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(BadOrigin) as caught:
        check_origin(url)
    assert "pa55word" not in str(caught.value) + caught.value.url + repr(caught.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.255.0.1", "::1", "localhost"])
def test_this_computer(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["10.0.0.1", "::2", "localhost.kr", "", "api.iamport.kr"])
def test_other_computers(host: str) -> None:
    assert not is_loopback(host)


class Transport(httpx.BaseTransport):
    """Stands in for httpx's own transport, to see what it is given."""

    given: list[dict[str, object]]

    def __init__(self, **options: object) -> None:
        self.given.append(options)


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    given: list[dict[str, object]] = []
    monkeypatch.setattr(Transport, "given", given, raising=False)
    monkeypatch.setattr(httpx, "HTTPTransport", Transport)
    return given


@pytest.mark.parametrize(
    ("setting", "proxy"),
    [
        ("http://proxy.example:3128", "http://proxy.example:3128"),
        ("proxy.example:3128", "http://proxy.example:3128"),
        ("https://proxy.example", "https://proxy.example"),
        ("", None),
    ],
)
def test_https_goes_through_the_systems_proxy(
    given: list[dict[str, object]], monkeypatch: pytest.MonkeyPatch, setting: str, proxy: str | None
) -> None:
    monkeypatch.setenv("https_proxy", setting)
    make_transport(OFFICIAL)()
    assert [options["proxy"] for options in given] == [proxy]


def test_the_proxy_is_looked_up_for_each_connection(
    given: list[dict[str, object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    transport = make_transport(OFFICIAL)
    transport()
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    transport()
    monkeypatch.setenv("no_proxy", "iamport.kr")
    transport()
    assert [options["proxy"] for options in given] == [None, "http://proxy.example:3128", None]


@pytest.mark.parametrize("origin", ["https://localhost:8443", "https://127.0.0.1", "http://127.0.0.1:8000"])
def test_this_computer_is_reached_without_a_proxy(
    given: list[dict[str, object]], monkeypatch: pytest.MonkeyPatch, origin: str
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://proxy.example:3128")
    make_transport(origin)()
    assert [options.get("proxy") for options in given] == [None]


def test_a_proxy_that_is_not_spoken_proves_that_nothing_was_sent(
    given: list[dict[str, object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", "socks5://shop:pa55word@proxy.example")
    with pytest.raises(httpx.UnsupportedProtocol) as caught:
        make_transport(OFFICIAL)()
    assert "pa55word" not in str(caught.value)
    assert given == []


def test_each_connection_has_a_trust_store_of_its_own(given: list[dict[str, object]]) -> None:
    """While one shakes hands, its context is locked for all others."""
    transport = make_transport(OFFICIAL)
    transport()
    transport()
    contexts = [options["verify"] for options in given]
    assert contexts[0] is not contexts[1]
    assert {type(context).__module__ for context in contexts} == {"truststore._api"}
