"""Names on lines of their own, with a colon or a time."""

import pytest

from tests.formats.html_page.pages import episode_of, messages, told

SAID = (
    ("Ann Lee", "0:05", 5_000, "I know one thing: lamps."),
    ("Bo 2", "0:12", 12_000, "He said: no."),
    ("Ann Lee", "10:31", 631_000, "Look: it rains."),
    ("Bo 2", "12:05", 725_000, "I know: it does."),
    ("Ann Lee", "1:02:03", 3_723_000, "Well."),
)


def page(form: str) -> str:
    return "".join(form.format(*turn) for turn in SAID)


@pytest.mark.parametrize(
    "form",
    [
        "<p>{0}: (<u><a href='https://a.example/x?ts=1'>{1}</a></u>)<br>{3}</p>",
        "<p><strong>{0}</strong> ({1}):<br>{3}</p>",
        "<p><strong>{0}</strong> ({1}): {3}</p>",
        "<p>{0} (<a href='https://a.example/x?ts=1'>{1}</a>):</p><p>{3}</p>",
        "<p>{0} - {1}<br/>\n{3}</p>",
        "<p>{1} {0}<br>{3}</p>",
        "<p>[{1}] {0}:<br>{3}</p>",
        "<div>{0} {1}<br>{3}<br><br></div>",
        "<div><b>{0}</b> <time>{1}</time> {3}</div>",
        "<p><b>{0}</b> <time>{1}</time> {3}</p>",
        "<p><span class='name'>{0}</span> <span class='time'>{1}</span><br>{3}</p>",
        "<h4>{0} <small>{1}</small></h4>\n<p>{3}</p>",
    ],
)
def test_a_name_and_a_time_above_the_words_are_theirs(form: str) -> None:
    assert told(page(form)) == [(start, name, words) for name, _, start, words in SAID]
    assert messages(page(form)) == []
    assert not any(turn.sources for turn in episode_of(page(form)).turns)


@pytest.mark.parametrize(
    "form",
    [
        "<p>{0}:<br>{3}</p>",
        "<p>{0}:</p><p>{3}</p>",
        "<div>{0}:<br>{3}<br><br></div>",
        "<p class='s'><span class='name'>{0}</span><br>{3}</p>",
    ],
)
def test_a_colon_within_the_words_makes_nobody_of_them(form: str) -> None:
    assert told(page(form)) == [(None, name, words) for name, _, _, words in SAID]


def test_a_name_that_has_a_line_elsewhere_may_have_its_words_behind_its_colon() -> None:
    text = f"{page('<p>{0}:<br>{3}</p>')}<p>Bo 2: So: yes.<br>Ann Lee:<br>No.</p>"
    assert told(text)[-2:] == [(None, "Bo 2", "So: yes."), (None, "Ann Lee", "No.")]


def test_the_links_of_a_block_are_the_sources_of_its_first_words() -> None:
    link = "<a href='https://a.example/b'>b</a>"
    text = f"{page('<p>{0}:<br>{3}</p>')}<p>Ann Lee:<br>See {link}.<br>Bo 2:<br>No.</p>"
    assert [len(turn.sources) for turn in episode_of(text).turns[-2:]] == [1, 0]


def test_lines_that_all_differ_are_no_names() -> None:
    text = "".join(f"<p>{it}:<br>Hm.</p><p>Well.</p><p>No.</p>" for it in ("Lamps", "Oil", "Rain"))
    assert {name for _, name, _ in told(text)} == {"Speaker"}


def test_lines_of_one_block_that_begin_with_names_are_turns() -> None:
    text = f"<body>{page('<b>{0}:</b> {3}<br>')}</body>"
    assert told(text) == [(None, name, words) for name, _, _, words in SAID]


def test_a_line_that_begins_with_any_words_and_a_colon_is_no_turn() -> None:
    text = "<p>Ann: Hm.<br>And so I asked: why?</p><p>Bo: No.</p><p>Ann: Yes.</p><p>Bo: Oh.</p>"
    assert told(text)[0] == (None, "Ann", "Hm.\n\nAnd so I asked: why?")
