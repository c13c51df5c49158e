"""Tables of names, times and words."""

import pytest

from tests.formats.html_page.pages import messages, told

SAID = (
    ("Ann", "0:05", "I know one thing: lamps."),
    ("Bo", "0:12", "He said: no."),
    ("Ann", "0:31", "Look: it rains on the lamps."),
)
STARTS = (5_000, 12_000, 31_000)


def table(row: str) -> str:
    return f"<table>{''.join(row.format(*turn) for turn in SAID)}</table>"


@pytest.mark.parametrize(
    "row",
    [
        "<tr><td>{1}</td><td>{0}</td><td>{2}</td></tr>",
        "<tr><td>{0}</td><td>{1}</td><td>{2}</td></tr>",
        "<tr><td>{1}<td>{0}<td>{2}",
        "<tr><th>{0}:</th><td>[{1}]</td><td><p>{2}</p></td></tr>",
        "<tr><td>7</td><td><span class=time>{1}</span></td><td><b>{0}</b></td><td>{2}</td></tr>",
    ],
)
def test_columns_of_names_times_and_words(row: str) -> None:
    turns = [(at, name, words) for at, (name, _, words) in zip(STARTS, SAID, strict=True)]
    assert told(table(row)) == turns
    assert messages(table(row)) == []


def test_columns_of_names_and_words() -> None:
    text = table("<tr><td>{0}</td><td><p>{2}</p><p>More.</p></td></tr>")
    assert [turn[1:] for turn in told(text)] == [(name, f"{it}\n\nMore.") for name, _, it in SAID]


def test_a_name_goes_on_where_its_cell_is_empty() -> None:
    rows = table("<tr><td>{0}</td><td>{1}</td><td>{2}</td></tr>")
    text = f"{rows}<table><tr><td></td><td>0:40</td><td>Well.</td></tr></table>"
    assert told(text)[-1] == (40_000, "Ann", "Well.")


def test_the_titles_of_the_columns_are_not_said() -> None:
    title = "<tr><th>Time</th><th>Speaker</th><th>Words</th></tr>"
    text = f"<table>{title}{table('<tr><td>{1}</td><td>{0}</td><td>{2}</td></tr>')}</table>"
    assert len(told(text)) == 3
    assert messages(text) == [
        (1, "words before the first name or time are left out (3 times; here first)")
    ]


def test_other_tables_and_lists_are_words() -> None:
    text = "<hr><ul><li>A lamp.</li><li>Oil.</li></ul>" * 3
    assert "Oil." in "".join(words for _, _, words in told(text))
    assert {name for _, name, _ in told(text)} == {"Speaker"}
