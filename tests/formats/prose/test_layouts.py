"""Every layout of names and times tells its parts."""

import pytest

from braidtui.formats.prose.layouts import Kind, mark_of

LINES = [
    ("**Ada Moor:** Yes.", Kind.BOLD, "Ada Moor", None, "Yes."),
    ("**Ada Moor**: Yes.", Kind.BOLD, "Ada Moor", None, "Yes."),
    ("__Ada__: Yes.", Kind.BOLD, "Ada", None, "Yes."),
    ("**Ada: **Yes.", Kind.BOLD, "Ada", None, "Yes."),
    ("**Ada: Yes.", Kind.BOLD, "Ada", None, "Yes."),
    ("**[00:12:34] Ada:** Yes.", Kind.BOLD, "Ada", 754_000, "Yes."),
    ("**Ada (00:12:34):** Yes.", Kind.BOLD, "Ada", 754_000, "Yes."),
    ("**Ada:** \\[00:48:00.09\\] Yes.", Kind.BOLD, "Ada", 2_880_090, "Yes."),
    ("**Ada** 7:25", Kind.BOLD, "Ada", 445_000, ""),
    ("**Ada** [00:01](https://v.example/1?t=1s): Yes.", Kind.BOLD, "Ada", 1_000, "Yes."),
    ("- **Ada**: Yes.", Kind.BOLD, "Ada", None, "Yes."),
    ("[00:10] **Ada**: Yes.", Kind.STAMP, "Ada", 10_000, "Yes."),
    ("[Speaker 1] [00:07] Yes.", Kind.STAMP, "Speaker 1", 7_000, "Yes."),
    ("[00:12] Yes.", Kind.STAMP, "", 12_000, "Yes."),
    ("(00:12) Yes.", Kind.STAMP, "", 12_000, "Yes."),
    ("00:00:07 Yes.", Kind.TIME, "", 7_000, "Yes."),
    ("00:02:17\tAda | X:\tYes.", Kind.CHAT, "Ada | X", 137_000, "Yes."),
    ("Ada Moor 00:12:34", Kind.LABEL, "Ada Moor", 754_000, ""),
    ("Ada | X (Moor) 00:12:34", Kind.LABEL, "Ada | X (Moor)", 754_000, ""),
    ("Ada Moor: 00:00:18", Kind.LABEL, "Ada Moor", 18_000, ""),
    ("Ada Moor\xa0– 00:02:46:", Kind.LABEL, "Ada Moor", 166_000, ""),
    ("Ada Moor (00:12:34):", Kind.LABEL, "Ada Moor", 754_000, ""),
    ("Ada Moor (00:12:34): Yes.", Kind.LABEL, "Ada Moor", 754_000, "Yes."),
    ("Ada Moor | 00:20", Kind.LABEL, "Ada Moor", 20_000, ""),
    ("[Ada Moor] 10:00:20", Kind.STAMP, "Ada Moor", 36_020_000, ""),
    ("**Ada** *00:20*", Kind.BOLD, "Ada", 20_000, ""),
    ("'''Ada:''' Yes.", Kind.BOLD, "Ada", None, "Yes."),
    ("'''Tom O'Hara''': Yes.", Kind.BOLD, "Tom O'Hara", None, "Yes."),
    ("[[Ada Moor]]: Yes.", Kind.PREFIX, "Ada Moor", None, "Yes."),
    ("Ada Moor  0:00", Kind.LABEL, "Ada Moor", 0, ""),
    ("AMR: Yes.", Kind.PREFIX, "AMR", None, "Yes."),
    ("[AMR]: Yes.", Kind.PREFIX, "AMR", None, "Yes."),
    ("* Yes.", Kind.BULLET, "", None, "Yes."),
]


@pytest.mark.parametrize(("line", "kind", "name", "start", "text"), LINES)
def test_a_line_tells_who_and_when(
    line: str, kind: Kind, name: str, start: int | None, text: str
) -> None:
    mark = mark_of(line)
    assert mark is not None
    assert (mark.kind, mark.name, mark.start, mark.text) == (kind, name, start, text)


@pytest.mark.parametrize("span", ["[00:00:01.000 --> 00:00:05.000]", "00:00:01 - 00:00:05"])
def test_the_end_of_a_span_is_told(span: str) -> None:
    mark = mark_of(f"{span}  Yes.")
    assert mark is not None
    assert (mark.start, mark.end, mark.text) == (1_000, 5_000, "Yes.")


@pytest.mark.parametrize(
    "line", ["**Trains** are late", "It is late.", "- late", "[late]", "#1", "0:75 late"]
)
def test_running_text_has_no_mark(line: str) -> None:
    assert mark_of(line) is None
