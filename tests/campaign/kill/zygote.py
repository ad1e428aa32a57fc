"""A process that has everything loaded and forks a counter for each order on its standard input.

Python's and Qt's start-up is paid once, and still each counter is a process of its own with files of its own,
which really dies. It says the counter's process id when it is born and its wait status when it is dead.
"""

import json
import os
import sys
import traceback

from tests.campaign.kill.counter_process import Order, warm_up, work


def main() -> None:
    warm_up()
    print("ready", flush=True)
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            _be_a_counter(Order(**json.loads(line)))
        print(pid, flush=True)
        print(os.waitpid(pid, 0)[1], flush=True)


def _be_a_counter(order: Order) -> None:
    code = 1
    try:
        work(order)
        code = 0
    finally:
        if code:
            traceback.print_exc()
        os._exit(code)


if __name__ == "__main__":
    main()
