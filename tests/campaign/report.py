"""The rows of the campaign's report, one JSON line each."""

import json
import os
from pathlib import Path


def record(row: str, cases: int, **figures: object) -> None:
    """Append a row to the file that CAMPAIGN_REPORT names; without it nothing is written."""
    target = os.environ.get("CAMPAIGN_REPORT")
    if target:
        with Path(target).open("a", encoding="utf-8") as file:
            file.write(json.dumps({"row": row, "cases": cases, **figures}, ensure_ascii=False) + "\n")
