"""Starts the refund terminal."""

import sys

from refund_gui.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
