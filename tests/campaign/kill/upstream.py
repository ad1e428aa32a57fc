"""The stand-in in the test's own process; it can kill its client while bytes are on the way."""

import os
import signal
from collections.abc import Iterable, Iterator
from queue import SimpleQueue
from threading import Condition
from typing import Final
from wsgiref.types import StartResponse, WSGIEnvironment

from refund_gui.practice.app import PracticeApp
from tests.campaign.kill.cases import Moment

PATIENCE: Final = 20.0
"""Seconds: the machine may be busy."""


class Upstream:
    """A WSGI app in front of the stand-in: counts the cancels that it has dealt with."""

    def __init__(self) -> None:
        self._changed = Condition()
        self.begin(PracticeApp())

    def begin(self, app: PracticeApp, kill_at: str = "", nth: int = 0) -> None:
        """The next case: `kill_at` is a Moment's value for the `nth` cancel that arrives."""
        self.app = app
        self.victim: SimpleQueue[int] = SimpleQueue()
        """Takes the process id of the client, which is killed at most once."""
        self._kill_at = kill_at
        self._nth = nth
        self._arrived = 0
        self._dealt_with = 0

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"] != "/payments/cancel":
            return self.app(environ, start_response)
        with self._changed:
            self._arrived += 1
            kill_at = self._kill_at if self._arrived == self._nth else ""
        if kill_at == Moment.WHOLE_REQUEST:
            self._kill()
        try:
            body = b"".join(self.app(environ, start_response))
            if kill_at == Moment.NO_ANSWER:
                self._kill()
        finally:
            with self._changed:
                self._dealt_with += 1
                self._changed.notify_all()
        return self._in_halves(body) if kill_at == Moment.HALF_ANSWER else [body]

    def wait_for_cancels(self, wanted: int) -> None:
        """Until so many cancels are dealt with: upstream works on after its client has gone."""
        with self._changed:
            assert self._changed.wait_for(lambda: self._dealt_with >= wanted, PATIENCE), "a POST is missing"

    def _in_halves(self, body: bytes) -> Iterator[bytes]:
        yield body[: len(body) // 2]
        self._kill()
        yield body[len(body) // 2 :]

    def _kill(self) -> None:
        os.kill(self.victim.get(timeout=PATIENCE), signal.SIGKILL)
