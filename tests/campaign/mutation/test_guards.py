"""The list of guards fits the code and the documentation. Breaking them is `make campaign`'s."""

import re
from pathlib import Path

import pytest

from tests.campaign.mutation.guards import GUARDS, Guard

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_it_can_be_broken(guard: Guard) -> None:
    whole = (ROOT / "refund_gui" / guard.file).read_text(encoding="utf-8")
    broken = guard.broken(whole)
    assert broken != whole
    compile(broken, guard.file, "exec")
    assert all((ROOT / path.partition("::")[0]).exists() for path in guard.tests)


def test_the_documentation_lists_them_all() -> None:
    page = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([\w/]+\.py)` \| (.+?) \|$", page, re.MULTILINE)
    assert listed == [(guard.file, guard.name) for guard in GUARDS]
