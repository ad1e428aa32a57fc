"""`make screenshots`: every screen in both languages, light and dark, as pictures with a page for them.

Needs no display. `--only NAME …` takes some screens, `--percent N` larger text, `--size W H` another window.
"""

import os
import sys
from argparse import ArgumentParser
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from refund_gui.app import STYLE
from tests.gui.screens import SCREENS
from tests.gui.stage import SMALLEST, stage, use_scheme

LANGUAGES: Final = ("ko", "en")
SCHEMES: Final = ("light", "dark")
ROUND: Final = (("ko", "dark"), ("ko", "light"), ("en", "light"), ("en", "dark"))
"""So that little changes from one picture to the next: to dress everything anew takes its time."""

PAGE: Final = """<!doctype html><meta charset="utf-8"><title>Screens</title>
<style>body {{ font: 14px sans-serif }} img {{ width: 48%; border: 1px solid #999; margin: 2px }}</style>
{pictures}
"""


def main() -> None:
    parser = ArgumentParser(prog="tests.screenshots", description=__doc__)
    parser.add_argument("--to", type=Path, default=Path("build/screenshots"))
    parser.add_argument("--only", nargs="+", choices=list(SCREENS), default=list(SCREENS))
    parser.add_argument("--percent", type=int, default=100, help="the size of the text")
    parser.add_argument("--size", type=int, nargs=2, default=SMALLEST, metavar=("WIDTH", "HEIGHT"))
    given = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_print_message)
    app = QApplication([sys.argv[0], *STYLE])
    given.to.mkdir(parents=True, exist_ok=True)
    begun = monotonic()
    with TemporaryDirectory() as data_dir, stage(app, Path(data_dir), given.percent) as opened:
        opened.window.resize(*given.size)
        for name in given.only:
            shown = SCREENS[name](opened)
            for language, scheme in ROUND:
                opened.use_language(language)
                use_scheme(app, scheme == "dark")
                _keep(shown, given.to / f"{name}-{language}-{scheme}.png")
            opened.tidy()
    pictures = "\n".join(_section(name) for name in given.only)
    (given.to / "index.html").write_text(PAGE.format(pictures=pictures), encoding="utf-8")
    count = len(given.only) * len(LANGUAGES) * len(SCHEMES)
    print(f"{count} pictures in {monotonic() - begun:.0f} s: {given.to / 'index.html'}")


def _keep(shown: QWidget, picture: Path) -> None:
    for _ in range(3):  # new words, their layout, its painting
        QApplication.processEvents()
    if not shown.grab().save(str(picture)):
        raise OSError(f"{picture} cannot be written")


def _section(name: str) -> str:
    names = [f"{name}-{language}-{scheme}.png" for language in LANGUAGES for scheme in SCHEMES]
    return f"<h2>{escape(name)}</h2>\n" + "\n".join(f'<img src="{escape(one)}" alt="">' for one in names)


def _print_message(_kind: QtMsgType, _place: QMessageLogContext, text: str) -> None:
    """What Qt has to say, but for what it cannot do without a display."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)


if __name__ == "__main__":
    main()
