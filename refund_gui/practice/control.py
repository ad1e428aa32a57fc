"""Endpoints that only the stand-in has, so that another process can drive it.

POST   /_practice/faults   as Faults.next: {"fault": "slow", "path": "/payments/cancel", "seconds": 2}
DELETE /_practice/faults   forget the faults that wait
POST   /_practice/settle   execute the cancels that were put off
GET    /_practice/log      the requests that arrived, keys and accounts masked
"""

from collections.abc import Iterable
from dataclasses import asdict
from decimal import Decimal
from wsgiref.types import StartResponse, WSGIEnvironment

from refund_gui.practice.app import PracticeApp
from refund_gui.practice.faults import Fault
from refund_gui.practice.wire import Answer, Request, answer, fine, read_request

_DETAILS: dict[str, type | tuple[type, ...]] = {
    "times": (int, type(None)),
    "skip": int,
    "imp_uid": str,
    "seconds": (int, float, Decimal),
    "status": int,
    "executed": bool,
    "code": int,
    "message": str,
    "amount": (int, Decimal),
    "retry_after": str,
}


class Controlled:
    """The app with these endpoints before it. They ask for no token."""

    def __init__(self, app: PracticeApp) -> None:
        self._app = app

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if not str(environ.get("PATH_INFO", "")).startswith("/_practice/"):
            return self._app(environ, start_response)
        reply = self._answer(read_request(environ))
        start_response(reply.status_line, reply.headers)
        return [reply.body]

    def _answer(self, request: Request) -> Answer:
        match request.method, request.path:
            case "POST", "/_practice/faults":
                return self._plan(dict(request.body))
            case "DELETE", "/_practice/faults":
                self._app.faults.clear()
                return fine(None)
            case "POST", "/_practice/settle":
                return fine({"executed": self._app.settle()})
            case "GET", "/_practice/log":
                return fine([asdict(logged) for logged in self._app.log()])
        return answer(404, -1, "Not Found")

    def _plan(self, wanted: dict[str, object]) -> Answer:
        try:
            fault = Fault(str(wanted.pop("fault", "")))
        except ValueError:
            return answer(400, -1, "fault: one of " + ", ".join(Fault))
        path = wanted.pop("path", "/payments/cancel")
        wrong = [name for name, value in wanted.items() if not isinstance(value, _DETAILS.get(name, ()))]
        if wrong or not isinstance(path, str):
            return answer(400, -1, f"unknown or of the wrong type: {', '.join(wrong) or 'path'}")
        if "seconds" in wanted:
            wanted["seconds"] = float(str(wanted["seconds"]))
        if "amount" in wanted:
            wanted["amount"] = Decimal(str(wanted["amount"]))
        self._app.faults.next(fault, on=path, **wanted)  # type: ignore[arg-type]  # checked against _DETAILS
        return fine({"fault": fault.value, "path": path})
