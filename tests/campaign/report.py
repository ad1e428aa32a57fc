"""What a part of the campaign has done, a JSON line a row, for the table."""

import json
import os
from pathlib import Path


def record(row: str, cases: int, **figures: object) -> None:
    """Add a line to the file that CAMPAIGN_REPORT names, if it names one."""
    path = os.environ.get("CAMPAIGN_REPORT")
    if path:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(json.dumps({"row": row, "cases": cases, **figures}, ensure_ascii=False) + "\n")
