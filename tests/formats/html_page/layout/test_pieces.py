"""Names, times and words of pages that differ from the podcast namespace."""

import pytest

from tests.formats.html_page.pages import FORM, episode_of, messages, told


def test_paragraphs_that_are_times() -> None:
    text = "<p>0:07  </p><p>One.</p><p></p><p>1:59</p><p>Two.</p>"
    assert [(start, words) for start, _, words in told(text)] == [(7000, "One."), (119_000, "Two.")]
    assert messages(text) == [(1, "a paragraph without words is left out")]


def test_a_paragraph_that_is_a_time_is_said_where_an_element_has_told_the_time() -> None:
    text = f"{FORM}<cite>Ann:</cite><time>1:03:00</time><p>12:30</p><p>1:04:00</p><p>Bye.</p>"
    assert told(text)[2:] == [(3_780_000, "Ann", "12:30"), (3_840_000, "Ann", "Bye.")]


def test_words_that_begin_with_times_keep_them_where_elements_tell_the_time() -> None:
    text = "".join(f"<time>0:0{at}</time><p>1:1{at} is late.</p>" for at in range(4))
    assert told(text)[3] == (3000, "Speaker", "1:13 is late.")


def test_captions_in_a_page_become_the_paragraphs_of_who_speaks() -> None:
    said = (
        ("Ann", "the lamp"),
        ("Ann", "was green."),
        ("Bo", "and"),
        ("Bo", "where"),
        ("Bo", "is it"),
    )
    text = "".join(
        f"<cite>{name}:</cite><time>0:{at:02}</time><p>{words}</p><p></p>"
        for at, (name, words) in enumerate(said)
    )
    assert told(text) == [(0, "Ann", "the lamp was green."), (2000, "Bo", "and where is it")]
    assert len(told(text, join=False)) == 5


@pytest.mark.parametrize("words", ["A lamp.", "and so the lamp " * 30])
def test_paragraphs_that_are_whole_or_long_stay_turns(words: str) -> None:
    text = "".join(f"<p>0:0{at}</p><p>{words}</p>" for at in range(5))
    assert [start for start, _, _ in told(text)] == [0, 1000, 2000, 3000, 4000]


def test_escaped_brackets_of_markdown_are_brackets() -> None:
    text = r"<cite>Ann:</cite><p>So... \[laughter\] Yes.</p><cite>Bo:</cite><p>\[inaudible\]</p>"
    assert [words for _, _, words in told(text)] == ["So... [laughter] Yes.", "[inaudible]"]


def test_a_single_escaped_bracket_is_what_was_said() -> None:
    assert told(r"<cite>Ann:</cite><p>Type \[a\].</p>")[0][2] == r"Type \[a\]."


@pytest.mark.parametrize(
    "text",
    [
        '<p class="speaker">Ann:</p><p class="utterance">One.</p>'
        '<p class="speaker">Bo:</p><p class="utterance">Two.</p>',
        "<p><strong>Ann:</strong> One.</p><p><b>Bo</b>: Two.</p><p><b>Bo:</b> </p>",
        "<dl><dt>Ann</dt><dd>One.</dd><dt>Bo</dt><dd>Two.</dd></dl>",
        "<p><cite>Ann:</cite> One.</p><p><cite>Bo</cite>: Two.</p>",
        '<div><span class="t__speaker-name">Ann</span> One.</div>'
        '<div><span class="t__speaker-name">Bo</span> Two.</div>',
    ],
)
def test_names_as_pages_set_them(text: str) -> None:
    assert told(text) == [(None, "Ann", "One."), (None, "Bo", "Two.")]


@pytest.mark.parametrize(
    "text",
    [
        "<p>[00:12] Ann: a</p><p>[00:20] Bo: b</p><p>[00:30] Ann: c</p><p>[00:31] Bo: d</p>",
        "<p>Ann (0:12): a</p><p>Bo (0:20):<br>b</p><p>Ann (0:30): c</p><p>Bo (0:31): d</p>",
        "<p><b>Ann</b> 0:12</p><p>a</p><p><b>Bo</b> (0:20)</p><p>b</p>"
        "<p><b>Ann</b> [0:30]<br>c</p><p><b>Bo</b> 0:31</p><p>d</p>",
        '<p class="speaker">Ann</p><p><a href="#t=12">▶</a> a</p>'
        '<p class="speaker">Bo</p><p><a href="#t=20">▶</a> b</p><p class="speaker">Ann</p>'
        '<p><a href="#t=30">▶</a> c</p><p class="speaker">Bo</p><p><a href="#t=31">▶</a> d</p>',
        "<table><tr><td>0:12<td>Ann: a<tr><td>0:20<td>Bo: b<tr><td>0:30<td>Ann: c"
        "<tr><td>0:31<td>Bo: d</table>",
    ],
)
def test_times_as_pages_set_them(text: str) -> None:
    starts = (12_000, "a"), (20_000, "b"), (30_000, "c"), (31_000, "d")
    assert [(start, words.split()[-1]) for start, _, words in told(text)] == list(starts)


def test_a_work_that_is_cited_stays_in_its_sentence() -> None:
    text = f"{FORM}<p><cite>Moby Dick</cite> is long, <cite>Emma</cite> is not.</p>"
    assert told(text)[-1][2].endswith("Moby Dick is long, Emma is not.")


@pytest.mark.parametrize("sign", ["{} {}", "{} ({})", "{} <button>{}</button>"])
def test_headings_that_are_names_with_times(sign: str) -> None:
    heads = [("Ann Lee", "0:00"), ("Bo", "0:30"), ("Ann Lee", "1:01")]
    text = "".join(f"<h2>{sign.format(*head)}</h2><p>Yes.</p>" for head in heads)
    assert [turn[:2] for turn in told(text)] == [
        (0, "Ann Lee"),
        (30_000, "Bo"),
        (61_000, "Ann Lee"),
    ]
    assert len(episode_of(text).segments) == 1


def test_headings_that_come_back_again_and_again_are_names() -> None:
    text = "".join(f"<h3>{name}</h3><p>Yes.</p>" for name in ("Ann", "Bo") * 3)
    assert [name for _, name, _ in told(text)] == ["Ann", "Bo"] * 3


def test_starts_in_attributes_are_those_of_their_words() -> None:
    text = (
        '<div data-start="1.09"><div class="speaker">Ann</div><div>Excuse <b>me</b>.</div></div>'
        '<p><span data-start="7.5" data-end="8">Why</span> <span data-start="8">so?</span></p>'
        '<p data-start="soon">Well.</p>'
    )
    assert told(text) == [(1090, "Ann", "Excuse me."), (7500, "Ann", "Why so?\n\nWell.")]
