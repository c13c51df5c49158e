import pytest
from hypothesis import given
from hypothesis import strategies as st

from braidtui.library.export.managed_block import BlockError, block_text, find_block

BLOCK = block_text("braid/008", "# T\n\nText.\n")


def test_a_block_stands_between_two_comments() -> None:
    begin, *body, end = BLOCK.split("\n")
    assert begin.startswith("<!-- braidtui:begin braid/008 ")
    assert body == ["", "# T", "", "Text.", ""]
    assert end == "<!-- braidtui:end -->"


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_a_block_is_found_among_other_text(line_break: str) -> None:
    block = BLOCK.replace("\n", line_break)
    text = f"Mine.{line_break}{block}{line_break}Mine too."
    found = find_block(text)
    assert found is not None
    assert text[found.begin : found.end] == block
    assert (found.name, found.is_edited, found.line_break) == ("braid/008", False, line_break)


@pytest.mark.parametrize(
    ("old", "new"),
    [("Text.", "Text!"), ("\n\nText", "\n\n\nText"), ("Text.\n\n", ""), ("T\n", "T \n")],
)
def test_an_edited_block_is_known_by_its_checksum(old: str, new: str) -> None:
    assert old in BLOCK
    found = find_block(BLOCK.replace(old, new))
    assert found is not None
    assert found.is_edited


def test_a_text_without_comments_has_no_block() -> None:
    assert find_block("# T\n\n<!-- mine -->\n") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{BLOCK}\n{BLOCK}", "more than one"),
        (BLOCK.replace("<!-- braidtui:end -->", ""), "is gone"),
        ("Text\n<!-- braidtui:end -->", "is gone"),
        ("<!-- braidtui:end -->\n" + BLOCK.replace("<!-- braidtui:end -->", ""), "is gone"),
    ],
)
def test_a_text_with_less_or_more_than_one_block_is_told(text: str, words: str) -> None:
    with pytest.raises(BlockError, match=words):
        find_block(text)


@given(st.text(), st.text(), st.sampled_from(["\n", "\r\n"]))
def test_whatever_stands_around_a_block_stays_around_it(
    before: str, after: str, line_break: str
) -> None:
    block = BLOCK.replace("\n", line_break)
    text = f"{before}\n{block}\n{after}"
    found = find_block(text)
    assert found is not None
    assert text[: found.begin] == f"{before}\n"
    assert text[found.end :] == f"\n{after}"
    assert not found.is_edited
