"""Whether a PDF brings its letters along."""

from typing import cast

from pypdf import PageObject
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject


def are_embedded(page: PageObject) -> bool:
    """Whether the page has fonts, and each of them is in the file."""
    fonts = _dictionary(_dictionary(page["/Resources"])["/Font"]).values()
    described = [_dictionary(_descendant(_dictionary(font))["/FontDescriptor"]) for font in fonts]
    return bool(described) and not any({"/FontFile2", "/FontFile3"}.isdisjoint(each) for each in described)


def _descendant(font: DictionaryObject) -> DictionaryObject:
    """The font itself: what the page names is a wrapper for two-byte codes."""
    [found] = cast(ArrayObject, font["/DescendantFonts"])
    return _dictionary(found)


def _dictionary(value: object) -> DictionaryObject:
    found = value.get_object() if isinstance(value, IndirectObject) else value
    assert isinstance(found, DictionaryObject)
    return found
