"""How a document is written, to the letter."""

from datetime import date

from braidtui.episode.model import Episode, Quote, Segment, Source, Speaker, Turn
from braidtui.formats.markdown.document import markdown_body, write_markdown
from braidtui.formats.markdown.form import MarkdownForm
from braidtui.formats.markdown.manuscript import Manuscript

A, B = Source("https://a.example/?q=1", "On *rails*"), Source(site="b.example")
EPISODE = Episode(
    title="Night Trains #7",
    show="Rails",
    number=7,
    date=date(2026, 2, 1),
    duration=75_500,
    summary="A talk.",
    note="Retold.",
    speakers=(Speaker("moor", "Ada Moor", role="host"), Speaker("lund", "Tom Lund")),
    quotes=(Quote("All aboard."), Quote("Nobody says this.")),
    sources=(A,),
    segments=(
        Segment(
            "Tickets",
            0,
            (Turn("moor", "Well. All aboard.\n\n1. Now", 0, (A, B)), Turn("lund", "[tsk]")),
        ),
        Segment("Night", 60_000, (Turn("lund", "Hm!", 60_500, (B,)),), sources=(A, B)),
    ),
)


def body(form: MarkdownForm, *segments: int) -> str:
    return markdown_body(Manuscript(EPISODE, form, "007"), segments or None)


def test_a_whole_episode() -> None:
    assert (
        write_markdown(EPISODE)
        == """\
# Night Trains \\#7

Rails · dispatch 7 · 2026-02-01 · 00:01:15

A talk.

Sources: [^007-1]

> Nobody says this.

## Tickets

00:00:00–00:01:00

> All aboard.
>
> — Ada Moor, 00:00:00

**[00:00:00] Ada Moor (host):** Well. All aboard.

1\\. Now[^007-1][^007-2]

**Tom Lund:** \\[tsk\\]

## Night

00:01:00–00:01:15

Sources: [^007-1][^007-3]

**[00:01:00] Tom Lund:** Hm\\![^007-4]

Note: Retold.

[^007-1]: On \\*rails\\*, <https://a.example/?q=1>
[^007-2]: b.example
[^007-3]: b.example
[^007-4]: b.example
"""
    )


def test_a_segment_keeps_the_numbers_of_the_episode_for_obsidian() -> None:
    assert (
        body(MarkdownForm(flavor="obsidian"), 1)
        == """\
# Night Trains \\#7

Rails · dispatch 7 · 2026-02-01 · 00:01:15

## Night

00:01:00–00:01:15

Sources: [^007-1][^007-3]

**[00:01:00] Tom Lund:** Hm\\![^007-4] ^00-01-00

Note: Retold.

[^007-1]: On \\*rails\\*, <https://a.example/?q=1>
[^007-3]: b.example
[^007-4]: b.example
"""
    )


def test_a_list_of_sources_and_no_times() -> None:
    assert (
        body(MarkdownForm("none", "list"), 0)
        == """\
# Night Trains \\#7

Rails · dispatch 7 · 2026-02-01 · 00:01:15

## Tickets

> All aboard.
>
> — Ada Moor

**Ada Moor (host):** Well. All aboard.

1\\. Now

**Tom Lund:** \\[tsk\\]

Note: Retold.

## Sources

- On \\*rails\\*, <https://a.example/?q=1>
- b.example
"""
    )


def test_no_sources_at_all() -> None:
    assert "example" not in body(MarkdownForm(sources="none"))


def test_a_quote_for_obsidian_is_a_callout() -> None:
    quoted = "> [!quote] Ada Moor, 00:00:00\n>\n> All aboard.\n\n"
    assert quoted in body(MarkdownForm(flavor="obsidian"), 0)


def test_turns_of_one_time_have_block_ids_of_their_own() -> None:
    turns = (Turn("a", "x", 5_000), Turn("a", "y", 5_400), Turn("a", "z"), Turn("a", "z", 5_999))
    episode = Episode("T", (), (Segment("S", 0, turns),))
    manuscript = Manuscript(episode, MarkdownForm(flavor="obsidian"), "t")
    assert manuscript.block_ids == ("00-00-05", "00-00-05-2", "turn-3", "00-00-05-3")


def test_an_episode_without_a_number_has_plain_footnotes() -> None:
    episode = Episode("T", (), (Segment("S"),), sources=(B,))
    assert write_markdown(episode).endswith("Sources: [^1]\n\n## S\n\n[^1]: b.example\n")


def test_only_web_addresses_become_links() -> None:
    sources = tuple(map(Source, ("javascript:alert(1)", "https://a.example/<b>")))
    written = write_markdown(Episode("T", (), (), sources=sources))
    assert "[^1]: javascript:alert(1)\n[^2]: <https://a.example/%3Cb%3E>\n" in written
