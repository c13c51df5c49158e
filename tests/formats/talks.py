"""Any talk as people really hold them, for formats that cannot escape anything: a strategy."""

from hypothesis import strategies as st

from braidtui.episode.model import Episode, Segment, Speaker, Turn

NAMES = ("Ada Moor", "Tom Lund", "Zoë Ó Briain", "Jun Park (Geth)", "Sam | Nimbus", "Boma’s iPhone")
SENTENCES = (
    "The last train went at nine, and nobody waved.",
    "So?",
    "I said: no. Then we walked.",
    "See https://rails.example/map for the line — all of it!",
    "[laughs] That is 12:30 by my watch, give or take.",
    "“Quite,” she said; it cost 3 & a half.",
    "Über die Brücke, dann links.",
    "夜行列車は九時に出た。",
    "A < B, and B > C.",
)
TITLES = ("Tickets", "Platform 2", "Who pays?", "夜行列車", "On foot, then: a bridge")
PARAGRAPH = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)
TEXT = st.lists(PARAGRAPH, min_size=1, max_size=3).map("\n\n".join)


@st.composite
def talks(draw: st.DrawFn, *, is_timed: bool, step: int = 1) -> Episode:
    """A talk of one segment to three, in which nobody is heard less than three times.

    Starts, told for all turns or for none, are multiples of `step` milliseconds and all differ.
    """
    cast = [
        Speaker(f"s{number}", name)
        for number, name in enumerate(
            draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
        )
    ]
    heard = [speaker.id for speaker in cast] * 3
    heard += draw(st.lists(st.sampled_from(heard), max_size=4))
    gaps = draw(st.lists(st.integers(1, 90_000), min_size=len(heard), max_size=len(heard)))
    turns = [
        Turn(
            speaker,
            f"{draw(TEXT)} That was {index}.",  # nothing is said over and over
            sum(gaps[:index]) * step if is_timed else None,
        )
        for index, speaker in enumerate(draw(st.permutations(heard)))
    ]
    borders = sorted(draw(st.sets(st.integers(1, len(turns) - 1), max_size=2)))
    names = draw(st.permutations(TITLES))
    segments = tuple(
        Segment(title, turns[begin].start, tuple(turns[begin:end]))
        for title, begin, end in zip(names, [0, *borders], [*borders, len(turns)], strict=False)
    )
    return Episode("Night Trains", tuple(cast), segments)
