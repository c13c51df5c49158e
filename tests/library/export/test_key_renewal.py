"""Our keys are renewed in place; every other byte of a front matter is the reader's."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from braidtui.formats.markdown.front_matter import front_matter_text
from braidtui.library.export.key_renewal import KeysError, with_renewed_keys

KEYS = {"show": "Braid", "title": "New", "speakers": ("Ada", "Bo"), "id": "007"}
FRONT = front_matter_text(KEYS)


def test_keys_that_say_so_already_stay_as_an_editor_has_written_them() -> None:
    text = """\
---
# mine
id: '007'   # not 7
speakers: [Ada, "Bo"]
tags:
- looms
show: >-
  Braid
title: "New"
---
Text.
"""
    assert with_renewed_keys(text, KEYS) == text


def test_other_values_are_renewed_where_they_stand() -> None:
    text = """\
---
tags: [a,  b]   # mine
title: Old
rating: 5

# on the show
show: Old
speakers:
  - Ada
  # about Ada
note: |
  title: not a key

  # nor a comment
id: "007"
---
"""
    assert (
        with_renewed_keys(text, KEYS)
        == """\
---
tags: [a,  b]   # mine
title: New
rating: 5

# on the show
show: Braid
speakers:
  - Ada
  - Bo
  # about Ada
note: |
  title: not a key

  # nor a comment
id: "007"
---
"""
    )


def test_a_key_that_is_missing_comes_after_the_one_it_follows() -> None:
    text = "---\nmine: 1\nshow: Braid\nalso: 2\nid: '007'\n---\n"
    expected = "title: New\nspeakers:\n  - Ada\n  - Bo\nalso"
    assert with_renewed_keys(text, KEYS) == text.replace("also", expected)


def test_a_key_of_ours_that_is_told_no_more_goes() -> None:
    text = FRONT.replace("id:", "duration: '00:01:00'\nmine: 1\nid:")
    assert with_renewed_keys(text, KEYS) == FRONT.replace("id:", "mine: 1\nid:")


@pytest.mark.parametrize("text", ["Text.\n", "", "---\nno end\n", "\n---\na: b\n---\n"])
def test_a_text_without_front_matter_gets_ours(text: str) -> None:
    assert with_renewed_keys(text, KEYS) == f"{FRONT}\n{text}"


def test_an_empty_front_matter_is_filled() -> None:
    assert with_renewed_keys("---\n---\nText.\n", KEYS) == f"{FRONT}Text.\n"


def test_a_byte_order_mark_and_line_ends_are_kept() -> None:
    text = "\ufeff---\r\nmine: 1\r\ntitle: Old\r\n---\r\n"
    expected = "\ufeff---\r\nmine: 1\r\ntitle: New\r\n---\r\n"
    assert with_renewed_keys(text, {"title": "New"}) == expected
    assert with_renewed_keys("\ufeffText.", {"title": "T"}) == "\ufeff---\ntitle: T\n---\n\nText."


def test_without_keys_all_of_it_is_the_readers() -> None:
    assert with_renewed_keys("---\ntitle: Old\n---\n", {}) == "---\ntitle: Old\n---\n"


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("a: [", "no YAML"),
        ("a: b: c", r"no YAML \(line 2\)"),
        ("a\tb\x07: c", "no YAML"),
        ("- a", "no list of keys"),
        ("{a: b}", "no list of keys"),
        ("title: a\ntitle: b", "a key twice"),
        ("a: " + "[" * 2_000, "no YAML"),
        ("a: " + "x" * 5_000_000, "too long"),
        ("title: &t Old\nmine: *t", "no YAML"),
    ],
)
def test_what_cannot_be_told_apart_is_refused(inside: str, words: str) -> None:
    with pytest.raises(KeysError, match=words):
        with_renewed_keys(f"---\n{inside}\n---\n", KEYS)


OWN = st.dictionaries(
    st.from_regex(r"[a-z]{1,6}_", fullmatch=True),
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.text(st.characters(exclude_categories=["C"])),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text("ab", max_size=3), inner)
        ),
        max_leaves=4,
    ),
    max_size=4,
)
PIECES = (
    "# mine\n",
    "\n",
    "# mine, too\n",
    "title: Old\n",
    "show: Braid\n",
    "speakers: []\n",
)


@st.composite
def front_matters(draw: st.DrawFn) -> tuple[str, list[str]]:
    """The lines of a front matter, and those of them that are the reader's."""
    own = draw(OWN)
    style = draw(st.sampled_from([None, "'", '"', "|"]))
    dumped = [
        yaml.safe_dump({key: value}, default_style=style, allow_unicode=True)
        for key, value in own.items()
    ]
    ours = draw(st.lists(st.sampled_from(PIECES), unique=True))
    pieces = draw(st.permutations([*dumped, *ours]))
    readers = [piece for piece in pieces if not piece.startswith(("title", "show", "speakers"))]
    return "".join(pieces), readers


@given(front_matters())
def test_all_that_is_the_readers_stays_in_order_byte_for_byte(
    drawn: tuple[str, list[str]],
) -> None:
    inside, readers = drawn
    renewed = with_renewed_keys(f"---\n{inside}---\nText.\n", KEYS)
    at = 0
    for piece in readers:
        assert renewed.find(piece, at) >= at
        at = renewed.find(piece, at) + len(piece)
    assert renewed.endswith("---\nText.\n")
    read = yaml.safe_load(renewed.partition("---\n")[2].rpartition("---\n")[0])
    expected = {key: [*it] if isinstance(it, tuple) else it for key, it in KEYS.items()}
    before = yaml.safe_load(inside) or {}
    assert read == {**before, **expected}
    assert with_renewed_keys(renewed, KEYS) == renewed
