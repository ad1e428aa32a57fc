"""The campaign's figures: one JSON line a row, in the file that CAMPAIGN_REPORT names, if it names one."""

import json
import os
from pathlib import Path


def record(row: str, cases: int, **figures: object) -> None:
    """Add a row to the report: how many cases ran, and what they showed."""
    path = os.environ.get("CAMPAIGN_REPORT")
    if not path:
        return
    line = json.dumps({"row": row, "cases": cases, **figures}, ensure_ascii=False)
    with Path(path).open("a", encoding="utf-8") as file:
        file.write(line + "\n")
