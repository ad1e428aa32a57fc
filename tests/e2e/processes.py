"""The program and the stand-in as processes of their own, and what can be seen of them from outside."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from refund_gui.practice.app import KEY, SECRET
from tests.e2e.display import PRIMARY, Screen, until

ROOT = Path(__file__).resolve().parents[2]

MAIN = "환불 단말기"
DIALOG = "환불 – .*"
WIZARD = "환불 단말기 시작하기"


class StandIn:
    """`python -m refund_gui.practice --control`."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "refund_gui.practice", "--control"],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout
        self.url = f"http://127.0.0.1:{self._process.stdout.readline().split()[1]}"
        self._token = ""

    def close(self) -> None:
        self._process.terminate()
        self._process.communicate(timeout=10)

    def log(self, path: str) -> list[dict[str, Any]]:
        """The requests for this path so far."""
        return [entry for entry in self._ask("GET", "/_practice/log") if entry["path"] == path]

    def cancels(self, imp_uid: str) -> list[dict[str, Any]]:
        """The cancels of this payment that were asked for."""
        bodies: list[dict[str, Any]] = [entry["body"] for entry in self.log("/payments/cancel")]
        return [body for body in bodies if body["imp_uid"] == imp_uid]

    def fault(self, **planned: object) -> None:
        self._ask("POST", "/_practice/faults", planned)

    def payment(self, imp_uid: str) -> dict[str, Any]:
        """The payment as any client of this API reads it."""
        keys = {"imp_key": KEY, "imp_secret": SECRET}
        self._token = self._token or self._ask("POST", "/users/getToken", keys)["access_token"]
        read: dict[str, Any] = self._ask("GET", f"/payments/{imp_uid}?include_sandbox=true")
        return read

    def _ask(self, method: str, path: str, body: object = None) -> Any:
        headers = {"Content-Type": "application/json", "Authorization": self._token}
        data = None if body is None else json.dumps(body).encode()
        with urlopen(Request(self.url + path, data, headers, method=method), timeout=10) as answer:
            return json.load(answer)["response"]


class Program:
    """`main.py --data-dir D --api-url URL --language ko` on a screen; worked by keyboard alone."""

    def __init__(self, screen: Screen, data_dir: Path, stand_in: StandIn) -> None:
        self._screen = screen
        self._data_dir = data_dir
        self._command = [
            *(sys.executable, "main.py", "--data-dir", str(data_dir)),
            *("--api-url", stand_in.url, "--language", "ko"),
        ]
        # A desktop's own session must not be reached from here, nor its keyring.
        private = ("DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR")
        kept = {name: value for name, value in os.environ.items() if name not in private}
        self._environment = kept | {
            "DISPLAY": screen.name,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }
        self.process = self.start_another()

    def start_another(self) -> "subprocess.Popen[str]":
        """The same command once more."""
        return subprocess.Popen(
            self._command, cwd=ROOT, env=self._environment, stderr=subprocess.PIPE, text=True
        )

    def enter_keys(self) -> None:
        """Through the wizard, until every order is loaded and the list has the keyboard."""
        screen, before = self._screen, self.synced_at()
        screen.focus(WIZARD)
        screen.type(KEY)
        screen.keys("Tab")
        screen.type(SECRET)
        screen.keys("Return")
        screen.wait_for(WIZARD, PRIMARY)
        screen.keys("Tab", "space")
        until(lambda: self.synced_at() > before, "all orders loaded")
        until(lambda: screen.window(WIZARD) is None, "the wizard gone")
        screen.focus(MAIN)

    def open_refund(self, order: str) -> None:
        """Type an order number and open its refund; the dialog then asks for the amount."""
        screen = self._screen
        screen.keys("ctrl+f")
        screen.type(order)
        screen.keys("Return")
        self.wait_for_form()

    def wait_for_form(self) -> None:
        """Until the refund dialog asks for the amount."""
        self._screen.focus(DIALOG)
        self._screen.wait_for(DIALOG, PRIMARY)

    def discard_refund(self) -> None:
        """Escape from a form in which something was typed: it asks, and the second button closes it."""
        self._screen.keys("Escape", "Tab", "space")
        until(lambda: self._screen.window(DIALOG) is None, "the dialog closed")
        self._screen.focus(MAIN)

    def leave_refund(self) -> None:
        """Escape from a result until the dialog has closed; back to the list."""

        def is_gone() -> bool:
            self._screen.keys("Escape")
            return self._screen.window(DIALOG) is None

        until(is_gone, "the dialog closed")
        self._screen.focus(MAIN)

    def close(self) -> str:
        """Close the window as a person does; what was said on stderr. The exit code must be 0."""
        self._screen.ask_to_close(MAIN)
        said = self.process.communicate(timeout=30)[1]
        assert self.process.returncode == 0, said
        return said

    def kill(self) -> None:
        """As the power cut does. What it had said on stderr is printed, for a test that failed."""
        if self.process.poll() is None:
            self.process.kill()
        said = self.process.communicate(timeout=10)[1]
        print(f"the program ended with {self.process.returncode}: {said}")

    def synced_at(self) -> int:
        """When all orders were loaded last, 0 for never."""
        return int(
            max((row[0] for row in self._rows("SELECT value FROM marks WHERE name = 'synced_at'")), default=0)
        )

    def order_number(self, imp_uid: str) -> str:
        return str(self._rows("SELECT merchant_uid FROM payments WHERE imp_uid = ?", imp_uid)[0][0])

    def refunds(self) -> list[tuple[Any, ...]]:
        """(imp_uid, state, amount) of all that is stored."""
        return self._rows("SELECT imp_uid, state, amount FROM refunds ORDER BY id")

    def attempts(self) -> int:
        return len(self._rows("SELECT id FROM attempts"))

    def is_sound(self) -> bool:
        return self._rows("PRAGMA integrity_check") == [("ok",)]

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        path = self._data_dir / "store.sqlite3"
        if not path.exists():
            return []
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)) as connection:
            return connection.execute(query, values).fetchall()
