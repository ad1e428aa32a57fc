"""Starts the refund terminal."""

import gc
import sys

gc.disable()  # what imports make stays: looking through it would hold up the first rows

from refund_gui.app import main as main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
