"""A plain HTTP client for the stand-in that checks every answer against the official schema."""

import http.client
import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from jsonschema import Draft4Validator

KEYS = {"imp_key": "practice_key", "imp_secret": "practice_secret"}
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Reply:
    """An answer; `json` is None when the body is no JSON."""

    status: int
    raw: bytes
    json: Any

    @property
    def code(self) -> int:
        return int(self.json["code"])

    @property
    def message(self) -> str:
        return str(self.json["message"])

    @property
    def response(self) -> Any:
        return self.json["response"]


class Client:
    """One connection per call. `token` is sent as a Bearer token unless it is empty."""

    def __init__(self, url: str) -> None:
        self.host = urlsplit(url).netloc
        self.token = ""

    def log_in(self) -> None:
        self.token = self.post("/users/getToken", KEYS).response["access_token"]

    def get(self, path: str, **query: object) -> Reply:
        return self.send("GET", path + ("?" + urlencode(query, doseq=True) if query else ""))

    def post(self, path: str, body: dict[str, Any], form: bool = False) -> Reply:
        raw = urlencode(body) if form else json.dumps(body)
        return self.send("POST", path, raw.encode(), FORM if form else JSON)

    def cancel(self, imp_uid: str, **fields: Any) -> Reply:
        return self.post("/payments/cancel", {"imp_uid": imp_uid, **fields})

    def send(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        content_type: str = JSON,
        authorization: str | None = None,
    ) -> Reply:
        headers = {"Content-Type": content_type} if body is not None else {}
        if authorization is not None or self.token:
            headers["Authorization"] = authorization or f"Bearer {self.token}"
        connection = http.client.HTTPConnection(self.host, timeout=20)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            raw = answer.read()
        finally:
            connection.close()
        reply = Reply(answer.status, raw, _parsed(raw))
        if reply.json is not None and "code" in reply.json and not path.startswith("/_practice/"):
            check(path, reply.json)
        return reply


def check(path: str, body: Any) -> None:
    """Validate the answer of an endpoint; raises jsonschema.ValidationError."""
    if body["code"] != 0:
        assert body["response"] is None
        assert body["message"]
        _VALIDATORS["ResponseAnnotation"].validate(body)
    else:
        _VALIDATORS[_definition(path.partition("?")[0])].validate(body)


def _definition(path: str) -> str:
    if path == "/users/getToken":
        return "AuthResponse"
    if path.startswith(("/payments/status/", "/payments/findAll/")):
        return "PaymentListResponse"
    if path == "/payments":
        return "MultiplePaymentsResponse"
    if path.startswith("/banks"):
        return "StandardCodeListResponse" if path == "/banks" else "StandardCodeResponse"
    return "PaymentResponse"


def _parsed(raw: bytes) -> Any:
    try:
        return json.loads(raw, parse_float=Decimal)
    except ValueError:
        return None


def _usable(schema: Any) -> Any:
    """The official definitions as JSON Schema.

    They are Swagger 2.0, which has no null: a field is typed "string" although null occurs (`fail_reason`
    "is null unless failed"). So what is not required may be null. Some limits are strings there.
    """
    if isinstance(schema, list):
        return [_usable(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    found = {name: _usable(part) for name, part in schema.items()}
    if str(found.get("maxLength", "")).isdigit():
        found["maxLength"] = int(found["maxLength"])
    if isinstance(found.get("properties"), dict):
        required = found.get("required", [])
        for name, part in found["properties"].items():
            if name not in required:
                found["properties"][name] = {"anyOf": [part, {"type": "null"}]}
        found["type"] = "object"
    return found


_OFFICIAL = json.loads(Path(__file__).with_name("v1-schema.json").read_text("utf-8"))
_VALIDATORS = {
    name: Draft4Validator({"$ref": f"#/definitions/{name}", **_usable(_OFFICIAL)})
    for name in _OFFICIAL["definitions"]
}
