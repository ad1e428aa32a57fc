"""The campaign's figures, one JSON line a row, for the table that `make campaign` prints."""

import json
import os
from pathlib import Path


def record(row: str, cases: int, **figures: object) -> None:
    """Append one row to the file that CAMPAIGN_REPORT names; without one, do nothing."""
    path = os.environ.get("CAMPAIGN_REPORT")
    if path:
        with Path(path).open("a", encoding="utf-8") as lines:
            lines.write(json.dumps({"row": row, "cases": cases, **figures}, ensure_ascii=False) + "\n")
