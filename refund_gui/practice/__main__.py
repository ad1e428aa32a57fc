"""`python -m refund_gui.practice [--port N] [--control] [--seed N]`: the sample shop on a loopback socket.

Prints `listening PORT` and serves until SIGINT or SIGTERM.
"""

import signal
import sys
from argparse import ArgumentParser
from contextlib import suppress
from random import Random

from refund_gui.practice.app import KEY, SECRET
from refund_gui.practice.control import Controlled
from refund_gui.practice.sample_shop import sample_app
from refund_gui.practice.server import PracticeServer


def main(arguments: list[str]) -> int:
    parser = ArgumentParser(
        prog="python -m refund_gui.practice",
        description=f"A stand-in i'mport with a sample shop. Key {KEY}, secret {SECRET}.",
    )
    parser.add_argument("--port", type=int, default=0, help="0 (default) takes a free one")
    parser.add_argument(
        "--control", action="store_true", help="also answer /_practice/faults, settle and log"
    )
    parser.add_argument("--seed", type=int, default=1, help="another seed is another shop")
    options = parser.parse_args(arguments)
    app = sample_app(seed=options.seed, random=Random(options.seed))
    for end in (signal.SIGINT, signal.SIGTERM):
        signal.signal(end, signal.default_int_handler)
    with PracticeServer(Controlled(app) if options.control else app, options.port) as server:
        with suppress(KeyboardInterrupt):
            print(f"listening {server.port}", flush=True)
            server.serve_forever()
        app.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
