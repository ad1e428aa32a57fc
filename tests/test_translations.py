"""Every text of the window has its Korean, and can have it: literals only, the same placeholders."""

import ast
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parent.parent
KOREAN = ROOT / "resources" / "i18n" / "ko.ts"
SOURCES = [*sorted((ROOT / "refund_gui" / "ui").glob("*.py")), ROOT / "refund_gui" / "app.py"]
PLACEHOLDER = re.compile(r"{[^}]*}|%\w|&(?=\w)")

Texts = dict[tuple[str, str], ElementTree.Element]


def texts(ts_file: Path) -> Texts:
    """Each message's translation by context and source."""
    found: Texts = {}
    for context in ElementTree.parse(ts_file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            found[context.findtext("name", ""), message.findtext("source", "")] = translation
    return found


@pytest.fixture(scope="module")
def korean() -> Texts:
    return texts(KOREAN)


def test_the_file_holds_exactly_the_texts_of_the_source(korean: Texts, tmp_path: Path) -> None:
    extracted = tmp_path / "ko.ts"
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    subprocess.run(
        [lupdate, "-silent", "-locations", "none", "-extensions", "py", "refund_gui", "-ts", extracted],
        cwd=ROOT,
        check=True,
    )
    in_source = texts(extracted)
    assert set(in_source) - set(korean) == set(), "run `make translations` and translate what is new"
    assert set(korean) - set(in_source) == set(), "run `make translations`: these are no longer in the source"


def test_nothing_is_untranslated(korean: Texts) -> None:
    assert len(korean) > 300
    for where, translation in korean.items():
        assert translation.get("type") is None, where
        assert (translation.text or "").strip(), where


def test_placeholders_agree(korean: Texts) -> None:
    for (context, source), translation in korean.items():
        in_korean = sorted(PLACEHOLDER.findall(translation.text or ""))
        assert in_korean == sorted(PLACEHOLDER.findall(source)), (context, source)


def translate_calls(source: Path) -> list[ast.Call]:
    return [
        node
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"tr", "translate"}
    ]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_only_literals_are_translated(source: Path) -> None:
    """lupdate takes `tr(f"…")` without a word, and it is then never found at run time."""
    for call in translate_calls(source):
        for argument in call.args:
            assert isinstance(argument, ast.Constant), f"{source.name}:{call.lineno}"
            assert isinstance(argument.value, str), f"{source.name}:{call.lineno}"


def test_there_are_calls_to_look_at() -> None:
    assert sum(len(translate_calls(source)) for source in SOURCES) > 300


@pytest.mark.parametrize(
    "source",
    [source for source in SOURCES if not source.name.startswith("tour")],  # what a tour types is Korean
    ids=lambda source: source.name,
)
def test_no_korean_stands_in_the_code_of_the_window(source: Path) -> None:
    """Korean belongs into the .ts file, or English users see it.

    Docstrings may show it; a language is named in itself, and won are written with their own word.
    """
    tree = ast.parse(source.read_text(encoding="utf-8"))
    documentation = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            assert node.value in {"한국어", "원"} or not re.search(r"[가-힣]", node.value), (
                f"{source.name}:{node.lineno}: {node.value}"
            )
