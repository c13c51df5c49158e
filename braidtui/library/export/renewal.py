"""A document put into the text of a file that is there already: what becomes of that file."""

import stat
from typing import NamedTuple

from braidtui.library.export.documents import Document
from braidtui.library.export.key_renewal import KeysError, with_renewed_keys
from braidtui.library.export.managed_block import BlockError, block_text, find_block
from braidtui.library.replacing.existing import Existing

REPLACED = "the file would be replaced"


class Renewal(NamedTuple):
    """The text that a file is to have; `reason` is why not unasked, empty where it may.

    `forced` then tells what would happen to the file.
    """

    text: str
    reason: str = ""
    forced: str = ""


def renewal(found: Existing, document: Document) -> Renewal:
    """What a file becomes that has been found where the document is to go."""
    if found.link:
        return replacement(found, document.text)
    try:
        text = found.data.decode()
    except UnicodeDecodeError:
        return Renewal(document.text, "is no text in UTF-8", REPLACED)
    if not text.strip():
        return Renewal(document.text)
    try:
        renewed = _renewed(text, document)
    except (BlockError, KeysError) as error:
        return Renewal(document.text, f"cannot be renewed: {error}", REPLACED)
    if not renewed.reason and renewed.text != text and not found.mode & stat.S_IWUSR:
        return renewed._replace(reason="is read-only", forced="it would be renewed all the same")
    return renewed


def replacement(found: Existing, text: str) -> Renewal:
    """What becomes of a file that can only be replaced."""
    if found.link:
        return Renewal(text, "is a link", "a file would take the place of the link")
    if found.data == text.encode():
        return Renewal(text)
    return Renewal(text, "is there already", REPLACED)


def _renewed(text: str, document: Document) -> Renewal:
    block = find_block(text)
    if block is None:
        return Renewal(document.text, "was not written by braidtui", REPLACED)
    if block.name != document.block:
        words = f"holds {block.name}, not {document.block}"
        return Renewal(document.text, words, REPLACED)
    new = block_text(document.block, document.body, block.line_break)
    whole = with_renewed_keys(f"{text[: block.begin]}{new}{text[block.end :]}", document.keys)
    if block.is_edited:
        words = "has been edited inside its block"
        return Renewal(whole, words, "the block would be renewed, without what was edited")
    return Renewal(whole)
