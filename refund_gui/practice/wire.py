"""Requests in and answers out: JSON and form bodies, exact numbers, WSGI."""

import json
import re
from dataclasses import dataclass, field
from decimal import Decimal
from http.client import responses
from urllib.parse import parse_qs, parse_qsl
from wsgiref.types import WSGIEnvironment

JSON_TYPE = "application/json; charset=UTF-8"
HTML_TYPE = "text/html; charset=UTF-8"


class BadBody(Exception):
    """A request body that says JSON and is none."""


@dataclass(frozen=True)
class Request:
    """One request. `query` maps a name to all its values, `body` is the parsed body whatever its form."""

    method: str
    path: str
    query: dict[str, list[str]]
    authorization: str
    body: dict[str, object] = field(default_factory=dict)
    body_is_bad: bool = False

    def text(self, name: str) -> str:
        """A field of the body as text; "" when it is missing or null."""
        value = self.body.get(name)
        return "" if value is None else str(value).strip()


@dataclass(frozen=True)
class Answer:
    """What goes back. `drip` is the wait in seconds before each byte; None sends all at once.

    `retry_after`: the header of that name, "" for none.
    """

    status: int
    body: bytes
    content_type: str = JSON_TYPE
    drip: float | None = None
    retry_after: str = ""

    @property
    def status_line(self) -> str:
        return f"{self.status} {responses.get(self.status, 'Unknown')}"

    @property
    def headers(self) -> list[tuple[str, str]]:
        headers = [
            ("Content-Type", self.content_type),
            ("Content-Length", str(len(self.body))),
            ("Cache-Control", "no-store"),
        ]
        return [*headers, ("Retry-After", self.retry_after)] if self.retry_after else headers


def answer(status: int, code: int, message: str | None, response: object = None) -> Answer:
    """The body that every endpoint has (`api-v1 §1`)."""
    body = {"code": code, "message": message, "response": response}
    return Answer(status, dumps(body).encode("ascii"))


def fine(response: object, status: int = 200) -> Answer:
    return answer(status, 0, None, response)


def html(status: int, title: str) -> Answer:
    page = f"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>"
    return Answer(status, page.encode(), HTML_TYPE)


def dumps(value: object) -> str:
    """JSON with exact numbers: a Decimal is written digit by digit, a float is refused."""
    match value:
        case None | bool() | int() | str():
            return json.dumps(value)
        case Decimal():
            return format(value, "f")
        case dict():
            return "{" + ", ".join(f"{json.dumps(str(k))}: {dumps(v)}" for k, v in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(dumps(v) for v in value) + "]"
    raise TypeError(f"not for the wire: {type(value).__name__}")


def read_request(environ: WSGIEnvironment) -> Request:
    """The request in a WSGI environment, its body read to the end."""
    length = int(environ.get("CONTENT_LENGTH") or environ.get("HTTP_CONTENT_LENGTH") or 0)
    raw = environ["wsgi.input"].read(length) if length else b""
    body: dict[str, object] = {}
    bad = False
    try:
        body = _read_body(raw, str(environ.get("CONTENT_TYPE", "")))
    except BadBody:
        bad = True
    return Request(
        method=str(environ["REQUEST_METHOD"]),
        path=_readable(str(environ.get("PATH_INFO", ""))),
        query=parse_qs(str(environ.get("QUERY_STRING", "")), keep_blank_values=True),
        authorization=str(environ.get("HTTP_AUTHORIZATION", "")),
        body=body,
        body_is_bad=bad,
    )


def _readable(path: str) -> str:
    """WSGI hands over UTF-8 bytes as Latin-1; httpx's in-process transport hands over real text."""
    try:
        return path.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return path


def _read_body(raw: bytes, content_type: str) -> dict[str, object]:
    if not raw.strip():
        return {}
    if "json" not in content_type and not raw.lstrip().startswith(b"{"):
        return _read_form(raw)
    try:
        body = json.loads(raw, parse_float=Decimal, parse_constant=_refuse_constant)
    except ValueError as error:
        raise BadBody from error
    if not isinstance(body, dict):
        raise BadBody
    return body


def _read_form(raw: bytes) -> dict[str, object]:
    """`a=1&extra[requester]=admin` as {"a": "1", "extra": {"requester": "admin"}}."""
    form: dict[str, object] = {}
    for name, value in parse_qsl(raw.decode("utf-8", "replace"), keep_blank_values=True):
        nested = re.fullmatch(r"(\w+)\[(\w+)\]", name)
        if nested is None:
            form[name] = value
            continue
        group = form.setdefault(nested[1], {})
        if isinstance(group, dict):
            group[nested[2]] = value
    return form


def _refuse_constant(name: str) -> object:
    raise ValueError(name)
