"""The campaign's figures: one line of JSON for each row of its table."""

import json
import os
from pathlib import Path


def record(row: str, cases: int, **figures: object) -> None:
    """Append a row to the file that CAMPAIGN_REPORT names; without it nothing is kept."""
    if path := os.environ.get("CAMPAIGN_REPORT"):
        with Path(path).open("a", encoding="utf-8") as report:
            report.write(json.dumps({"row": row, "cases": cases, **figures}) + "\n")
