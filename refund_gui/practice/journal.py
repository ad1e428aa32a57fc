"""A file that keeps what was cancelled in a sample shop, so that practice goes on after a restart.

One JSON object a line: first when and from which seed the shop was made, then each cancel.
"""

import json
import os
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from refund_gui.practice.records import Cancel, Record
from refund_gui.practice.wire import dumps


class Journal:
    """Opens or begins the file. A line that a crash has cut off is dropped."""

    def __init__(self, path: Path, now: int, seed: int) -> None:
        self._path = path
        lines = _whole_lines(path) or [{"born": now, "seed": seed}]
        self._cancels = lines[1:]
        self.born = int(str(lines[0]["born"]))
        self.seed = int(str(lines[0]["seed"]))
        clean = path.with_name(path.name + ".new")
        clean.write_text("".join(dumps(line) + "\n" for line in lines), encoding="ascii")
        clean.replace(path)

    def replay(self, records: Iterable[Record]) -> None:
        """Write the kept cancels into the payments of the shop; those that do not fit it are left out."""
        by_uid = {record.imp_uid: record for record in records}
        for line in self._cancels:
            record = by_uid.get(str(line["imp_uid"]))
            cancel = _cancel(line)
            if record is not None and cancel.amount <= record.balance:
                record.add(cancel)

    def keep(self, imp_uid: str, cancel: Cancel) -> None:
        """Add a cancel, on the disk before this returns."""
        with self._path.open("a", encoding="ascii") as file:
            file.write(dumps({"imp_uid": imp_uid, **cancel.annotation()}) + "\n")
            file.flush()
            os.fsync(file.fileno())


def _cancel(line: dict[str, object]) -> Cancel:
    url = line["receipt_url"]
    return Cancel(
        cancellation_id=str(line["cancellation_id"]),
        pg_tid=str(line["pg_tid"]),
        amount=Decimal(str(line["amount"])),
        cancelled_at=int(str(line["cancelled_at"])),
        reason=str(line["reason"]),
        receipt_url=None if url is None else str(url),
    )


def _whole_lines(path: Path) -> list[dict[str, object]]:
    if not path.exists():
        return []
    lines = path.read_text(encoding="ascii").splitlines(keepends=True)
    return [json.loads(line, parse_float=Decimal) for line in lines if line.endswith("\n")]
