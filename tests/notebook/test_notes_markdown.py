"""What was kept of an episode, as a document: the words, who said them, what they rest on."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from braidtui.episode.model import Episode, Segment, Source, Speaker, Turn
from braidtui.episode.turn_span import TurnSpan
from braidtui.formats.markdown.form import MarkdownForm
from braidtui.library.export.documents import Document
from braidtui.library.opened import Opened
from braidtui.notebook.attaching import Attached, anchors_of, attach, attached
from braidtui.notebook.kept import Anchor, Kept, KeptEpisode, Kind
from braidtui.notebook.notes_markdown import notes_document
from tests.formats.markdown.hostile_text import BODIES, LINES
from tests.formats.markdown.rendering import PARSERS, Said, comments, rendered

EPISODE = Episode(
    title="Seven Looms",
    show="Braid",
    number=7,
    speakers=(Speaker("ada", "Ada Byron"), Speaker("mo", "Mo Ibn Sina")),
    segments=(
        Segment(
            "Warp",
            0,
            (
                Turn("ada", "Good evening, all.", 0, (Source(site="a.example"),)),
                Turn("mo", "It is.\n\nAnd it was.", 20_000),
            ),
        ),
        Segment("Weft", 60_000, (Turn("ada", "Across.", 60_000, (Source(site="b.example"),)),)),
        Segment("Knot", 90_000, (Turn("mo", "The end.", 90_000),)),
    ),
)


def opened(episode: Episode = EPISODE) -> Opened:
    return Opened(Path("007.yaml"), "007", "007", episode, (), ())


def kept(kind: Kind, *spans: TurnSpan, note: str = "", mark: str = "") -> Attached:
    """A kept thing that stands at these spans, or for none one whose words are gone."""
    anchors = anchors_of(EPISODE, spans) or [Anchor(0, 0, 4, "No *more* of it", "Ada Byron", 5_000)]
    one = Kept(1, kind, KeptEpisode("007", Path("007.yaml")), "Warp", tuple(anchors), note, mark)
    return attached(one, [(span,) for span in spans] or [()])


THINGS = (
    kept(Kind.MARK, TurnSpan(2, 0, 7), mark="a"),
    kept(Kind.HIGHLIGHT, TurnSpan(0, 5, 12)),
    kept(Kind.NOTE, TurnSpan(0, 14, 17), TurnSpan(1, 0, 19), note="Ask *them*.\n\n# Why?"),
    kept(Kind.QUOTE, note="Gone?"),
)


def document(
    *segments: int, form: MarkdownForm | None = None, things: tuple[Attached, ...] = THINGS
) -> Document:
    return notes_document(opened(), things, segments or None, form or MarkdownForm())


def test_kept_words_stand_by_segment_with_speaker_time_source_and_note() -> None:
    assert (
        document().body
        == """\
# Seven Looms

Braid · dispatch 7

## Warp

00:00:00–00:01:00

> evening
>
> — Ada Byron, 00:00:00[^007-1]

> **Ada Byron:** all
>
> **Mo Ibn Sina:** It is.
>
> And it was.
>
> — Ada Byron, Mo Ibn Sina, 00:00:00[^007-1]

Note: Ask \\*them\\*.

\\# Why?

## Weft

00:01:00–00:01:30

> Across. …
>
> — Ada Byron, 00:01:00, mark a[^007-2]

## Not in the text any more

> No \\*more\\* of it
>
> — Ada Byron, 00:00:05, quote of mine, “Warp”

Note: Gone?

[^007-1]: a.example
[^007-2]: b.example
"""
    )


def test_the_document_is_told_apart_from_the_transcript() -> None:
    made = document()
    assert made.name == "007-seven-looms--notes.md"
    assert made.block == "braid/007+notes"
    assert made.keys["type"] == "podcast-notes"
    assert made.keys["sources"] == 2
    assert document(things=(kept(Kind.QUOTE),)).keys["sources"] == 2  # those of the episode


def test_of_one_segment_only_what_stands_in_it() -> None:
    made = document(1)
    assert made.name == "007-seven-looms--s02-weft--notes.md"
    assert [line for line in made.body.split("\n") if line.startswith("## ")] == ["## Weft"]
    assert made.body.endswith("[^007-2]: b.example\n")
    assert made.keys["sources"] == 1


def test_for_obsidian_they_are_callouts() -> None:
    made = document(form=MarkdownForm(flavor="obsidian", timestamps="none"))
    assert "> [!quote] Ada Byron, mark a[^007-2]\n>\n> Across. …\n" in made.body
    assert made.first_keys["aliases"] == ("Seven Looms (notes)",)


@given(BODIES, LINES, BODIES)
def test_any_text_is_read_as_it_was_kept(text: str, name: str, note: str) -> None:
    turn = Turn("ada", text, 0, (Source(site=name),))
    segments = (Segment(name, 0, (turn,)),)
    episode = replace(EPISODE, speakers=(Speaker("ada", name),), segments=segments)
    span = TurnSpan(0, 0, len(text))
    there, gone = kept(Kind.NOTE, note=note), kept(Kind.HIGHLIGHT)
    words = (Anchor(0, 0, 1, text, name),)
    there = attached(replace(there.kept, anchors=words), [(span,)])
    gone = attached(replace(gone.kept, anchors=words, segment=name), [()])
    made = notes_document(opened(episode), (there, gone), None, MarkdownForm()).text
    paragraphs = [Said("blockquote p", line.strip()) for line in text.split("\n\n")]
    who = name.strip(" ")
    for parser in PARSERS.values():
        _, _, title, _, *said = rendered(made, parser)
        assert title == Said("h2", name.strip())
        assert said == [
            *paragraphs,
            Said("blockquote p", f"— {who}, 00:00:00", "", (name.strip(),)),
            *(Said("p", line.strip()) for line in f"Note: {note}".split("\n\n")),
            Said("h2", "Not in the text any more"),
            *paragraphs,
            Said("blockquote p", f"— {who}, “{name}”"),
        ]
    assert len(comments(made)) == 2


def test_nothing_kept_is_an_empty_document() -> None:
    assert document(things=()).body == "# Seven Looms\n\nBraid · dispatch 7\n"


@pytest.mark.parametrize("sources", ["list", "none"])
def test_sources_as_a_list_or_not_at_all(sources: str) -> None:
    form = MarkdownForm(sources="list" if sources == "list" else "none")
    assert ("## Sources\n\n- a.example\n- b.example\n" in document(form=form).body) == (
        sources == "list"
    )


def test_what_is_on_the_same_words_is_told_below_them_once() -> None:
    whole = TurnSpan(0, 0, 18)
    things = (
        kept(Kind.MARK, whole, mark="b"),
        kept(Kind.NOTE, whole, note="Of the turn."),
        kept(Kind.HIGHLIGHT, TurnSpan(0, 5, 17), note="Of the words."),
        kept(Kind.QUOTE, TurnSpan(0, 5, 17)),
        kept(Kind.HIGHLIGHT, TurnSpan(0, 14, 17)),
        kept(Kind.NOTE, TurnSpan(1, 0, 3), note="Alone."),
    )
    body = document(things=things).body
    assert (
        body[body.index("> ") : body.index("[^007-1]: ")]
        == """\
> evening, all
>
> — Ada Byron, 00:00:00, quote of mine, mark b[^007-1]

Note: Of the words.

Highlight: all

Note: Of the turn.

> It
>
> — Mo Ibn Sina, 00:00:20

Note: Alone.

"""
    )


def test_of_words_half_of_which_are_gone_each_half_has_its_own_speaker() -> None:
    both = anchors_of(EPISODE, [TurnSpan(0, 0, 18), TurnSpan(1, 0, 6)])
    one = replace(kept(Kind.NOTE, note="Why?").kept, anchors=both)
    (segment, *others) = EPISODE.segments
    shorter = replace(segment, turns=segment.turns[1:])
    half = replace(EPISODE, segments=(shorter, *others))
    made = notes_document(opened(half), attach(half, [one]), None, MarkdownForm()).body
    assert "> It is.\n>\n> — Mo Ibn Sina, 00:00:20\n\nNote: Why?\n" in made
    gone = made[made.index("## Not in") :]
    assert "> Good evening, all.\n>\n> — Ada Byron, 00:00:00, “Warp”\n" in gone
    assert "Mo Ibn Sina" not in gone
    assert "Why?" not in gone
