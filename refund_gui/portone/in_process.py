"""A WSGI app in this process in place of the network: practice mode."""

from wsgiref.types import WSGIApplication

import httpx


class InProcess(httpx.BaseTransport):
    """An app that breaks off an answer looks like a connection that was cut."""

    def __init__(self, app: WSGIApplication) -> None:
        self._app = httpx.WSGITransport(app)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        try:
            response = self._app.handle_request(request)
            return httpx.Response(response.status_code, headers=response.headers, content=response.read())
        except Exception as error:
            raise httpx.RemoteProtocolError(type(error).__name__, request=request) from error
