"""A screen of its own for a test: Xvfb, a keyboard on it (xdotool), and a look at its pixels."""

import ctypes
import os
import shutil
import struct
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

PRIMARY = 0x1F4FD1
"""The colour of a step's main button while it can be pressed (light scheme)."""
DANGER = 0xB3261E
"""The colour of the button that moves money, while it is armed."""
ATTENTION = 0xFFE9B8
"""The colour of banners, as over a refund that is Checking."""

_SOLID_WIDTH, _SOLID_LINES = 40, 12
"""Pixels side by side, and lines of them: no text, no frame and no selected number has them."""


def until(condition: Callable[[], object], what: str, patience: float = 60) -> None:
    """Look until it is so; fails after `patience` seconds."""
    deadline = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < deadline, f"waited {patience} s in vain for: {what}"
        time.sleep(0.05)


class Screen:
    """An X server on a free display, with no window manager: windows get the keyboard by `focus`."""

    def __init__(self, folder: Path) -> None:
        for tool in ("Xvfb", "xdotool"):
            assert shutil.which(tool), f"{tool} is missing: sudo apt-get install xvfb xdotool"
        self._pixels = folder / "Xvfb_screen0"
        mine, servers = os.pipe()
        # Without -noreset it starts anew when its last client leaves, and cuts off who is just coming.
        command = f"Xvfb -noreset -displayfd {servers} -screen 0 1280x800x24 -fbdir".split()
        self._server = subprocess.Popen(
            [*command, str(folder)],
            pass_fds=[servers],
            stderr=subprocess.DEVNULL,
        )
        os.close(servers)
        with os.fdopen(mine) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        self.name = f":{number}"

    def close(self) -> None:
        self._server.terminate()
        self._server.wait(10)

    def point_at(self, x: int, y: int) -> None:
        """Put the pointer there."""
        self._xdotool("mousemove", str(x), str(y))

    def pointer(self) -> tuple[int, int]:
        """Where the pointer is: (x, y)."""
        told = dict(line.split("=") for line in self._xdotool("getmouselocation", "--shell").split())
        return int(told["X"]), int(told["Y"])

    def keys(self, *keys: str) -> None:
        """Strike one key after the other, as they are called in X: Tab, space, ctrl+f."""
        self._xdotool("key", "--delay", "40", *keys)

    def type(self, text: str) -> None:
        self._xdotool("type", "--delay", "25", text)

    def hold(self, key: str, seconds: float) -> None:
        """Keep a key down; the X server repeats it."""
        self._xdotool("keydown", key, "sleep", str(seconds), "keyup", key)

    def window(self, title: str) -> int | None:
        """The number of the visible window whose whole title matches."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"],
            env=self._environment(),
            capture_output=True,
            text=True,
            check=False,
        ).stdout.split()
        return int(found[-1]) if found else None

    def focus(self, title: str) -> None:
        """Give the keyboard to a window as soon as it is there, as a window manager does."""
        until(lambda: self.window(title), f"a window called {title}")
        self._xdotool("windowfocus", "--sync", str(self.window(title)))

    def wait_for(self, title: str, colour: int) -> None:
        """Until an area of this colour can be seen in the window."""
        until(lambda: self.shows(title, colour), f"{colour:#x} in {title}")

    def shows(self, title: str, colour: int) -> bool:
        """Whether the window has an area of this colour; a frame round a field is none."""
        window = self.window(title)
        if window is None:
            return False
        told = self._xdotool("getwindowgeometry", "--shell", str(window)).split()
        place = {name: int(value) for name, _, value in (line.partition("=") for line in told)}
        dump = self._pixels.read_bytes()
        head = struct.unpack(">25I", dump[:100])  # XWD: numbers big-endian, pixels as this machine has them
        first, per_line = head[0] + head[19] * 12, head[12]
        left, right = place["X"], place["X"] + place["WIDTH"]
        starts = (first + y * per_line for y in range(place["Y"], place["Y"] + place["HEIGHT"]))
        lines = [dump[start + left * 4 : start + right * 4] for start in starts]
        solid = [struct.pack("<I", unused << 24 | colour) * _SOLID_WIDTH for unused in (0, 255)]
        return any(sum(area in line for line in lines) >= _SOLID_LINES for area in solid)

    def ask_to_close(self, title: str) -> None:
        """What the cross in a window's title bar does."""
        x11 = ctypes.CDLL("libX11.so.6")
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XInternAtom.restype = ctypes.c_ulong
        display = ctypes.c_void_p(x11.XOpenDisplay(self.name.encode()))
        window = self.window(title)
        assert window is not None, f"no window called {title}"
        message = _ClientMessage(
            type=33,
            window=window,
            message_type=x11.XInternAtom(display, b"WM_PROTOCOLS", 0),
            format=32,
        )
        message.data[0] = x11.XInternAtom(display, b"WM_DELETE_WINDOW", 0)
        x11.XSendEvent(display, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(message))
        x11.XCloseDisplay(display)

    def _environment(self) -> dict[str, str]:
        return os.environ | {"DISPLAY": self.name}

    def _xdotool(self, *words: str) -> str:
        return subprocess.run(
            ["xdotool", *words],
            env=self._environment(),
            capture_output=True,
            text=True,
            timeout=30,
            check=True,
        ).stdout


class _ClientMessage(ctypes.Structure):
    """XClientMessageEvent, as long as an XEvent is."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("rest", ctypes.c_long * 12),
    )
