"""What is kept is found by episode, in whatever file it is now."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.episode.turn_span import TurnSpan
from braidtui.episode.yaml_writer import write_episode
from braidtui.library.cache.store import EpisodeStore
from braidtui.library.catalog import Library
from braidtui.notebook.as_kept import as_kept
from braidtui.notebook.gathering import Gathering, OfEpisode, named
from braidtui.notebook.keepsakes import Keepsakes
from braidtui.notebook.kept import Kind

Gather = Callable[[], list[OfEpisode]]
TEXTS = ("The loom stands still.", "The weft runs on.", "A knot ends it.")


def an_episode(number: int, *texts: str, title: str = "") -> Episode:
    """Two segments, the second from the third turn on; turns a second apart."""
    turns = [Turn("a", text, 1_000 * at) for at, text in enumerate(texts)]
    segments = (Segment("Warp", 0, tuple(turns[:2])), Segment("Weft", 2_000, tuple(turns[2:])))
    return Episode(title or f"Day {number}", (Speaker("a", "Ann"),), segments, "Looms", number)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "lib"
    folder.mkdir()
    for number in (1, 2):
        put(folder, number, *TEXTS)
    return folder


def put(folder: Path, number: int, *texts: str, title: str = "") -> Path:
    path = folder / f"{number:03}.yaml"
    path.write_text(write_episode(an_episode(number, *texts, title=title)))
    return path


@pytest.fixture
def kept(folder: Path, tmp_path: Path) -> Keepsakes:
    """The last two words of each turn of the first episode, and one of the second."""
    keepsakes = Keepsakes(tmp_path / "notebook.sqlite")
    library = Library([folder], EpisodeStore(None))
    first, second = (library.open(folder / f"{number:03}.yaml") for number in (1, 2))
    for turn in (2, 0, 1):
        end = len(TEXTS[turn])
        keepsakes.keep(first, Kind.HIGHLIGHT, [TurnSpan(turn, end - 9, end)])
    keepsakes.keep(second, Kind.NOTE, [TurnSpan(0, 4, 8), TurnSpan(1, 4, 8)], note="Which?")
    keepsakes.keep(second, Kind.MARK, [TurnSpan(2, 2, 2)], mark="a")
    return keepsakes


@pytest.fixture
def gather(folder: Path, kept: Keepsakes) -> Gather:
    def gather() -> list[OfEpisode]:
        library = Library([folder], EpisodeStore(None))
        return list(Gathering(library).by_episode(kept.all()))

    return gather


def targets(found: OfEpisode) -> list[str]:
    return [one.target for one in found.things]


def test_things_stand_in_the_order_of_the_text(gather: Gather) -> None:
    first, second = gather()
    assert targets(first) == ["001@00:00:00", "001@00:00:01", "001@00:00:02"]
    assert [one.segment for one in first.things] == ["Warp", "Warp", "Weft"]
    assert targets(second) == ["002@00:00:00", "002@00:00:02"]
    assert [one.start for one in second.things] == [0, 2_000]
    assert all(one.is_attached for one in (*first.things, *second.things))


def test_where_words_are_now_is_told_and_not_where_they_were(folder: Path, gather: Gather) -> None:
    put(folder, 1, "A new first turn.", *TEXTS)
    first = gather()[0]
    assert targets(first) == ["001@00:00:01", "001@00:00:02", "001@00:00:03"]
    assert [(one.segment, one.turn) for one in first.things] == [
        ("Warp", 1),
        ("Weft", 2),
        ("Weft", 3),
    ]


def test_what_is_gone_from_the_text_ends_its_segment(folder: Path, gather: Gather) -> None:
    put(folder, 1, "Nothing of that kind here.", *TEXTS[1:])
    things = gather()[0].things
    assert [one.is_attached for one in things] == [True, False, True]
    assert things[1].kept.text == TEXTS[0][-9:]
    assert things[1].target == "001@00:00:00"


def test_what_stood_after_the_end_of_now_leads_to_the_episode(folder: Path, gather: Gather) -> None:
    short = replace(an_episode(1, "Else."), duration=500)
    (folder / "001.yaml").write_text(write_episode(replace(short, segments=short.segments[:1])))
    assert targets(gather()[0]) == ["001@00:00:00", "001", "001"]


def test_a_file_that_cannot_be_read_hides_no_other(folder: Path, gather: Gather) -> None:
    (folder / "001.yaml").write_text("title: [")
    first, second = gather()
    assert first.opened is None
    assert first.trouble.startswith(f"{folder / '001.yaml'}:1:")
    assert (first.id, first.episode.title) == ("001", "Day 1")
    assert [(one.target, one.is_attached, one.start) for one in first.things] == [
        ("", None, 0),
        ("", None, 1_000),
        ("", None, 2_000),
    ]
    assert targets(second) == ["002@00:00:00", "002@00:00:02"]


def test_one_file_that_cannot_be_read_is_asked_for_by_itself(folder: Path, kept: Keepsakes) -> None:
    path = folder / "001.yaml"
    path.unlink()
    gathering = Gathering(Library([folder], EpisodeStore(None)))
    found = gathering.of_file(path, kept.all())
    assert found is not None
    assert (len(found.things), found.opened) == (3, None)
    assert gathering.of_file(folder / "003.yaml", kept.all()) is None


def test_a_gone_episode_has_the_names_it_had(folder: Path, gather: Gather) -> None:
    for path in folder.iterdir():
        path.unlink()
    found = gather()
    for name, ids in (("1", ["001"]), ("002", ["002"]), ("day", ["001", "002"]), ("x", [])):
        assert [one.id for one in named(found, name)] == ids


def test_a_gone_episode_is_made_of_what_was_kept(folder: Path, gather: Gather) -> None:
    (folder / "002.yaml").unlink()
    (found,) = named(gather(), "2")
    opened, attached = as_kept(found)
    episode = opened.episode
    assert (opened.id, episode.title, episode.number) == ("002", "Day 2", 2)
    assert [segment.title for segment in episode.segments] == ["Warp", "Weft"]
    assert [[span.turn for span in one.spans] for one in attached] == [[0, 1], [2]]
    for one in attached:
        turns = [(episode.turns[it.turn], it) for it in one.spans]
        assert "\n\n".join(it.text[at.begin : at.end] for it, at in turns) == one.kept.text
        assert all(turn.speaker == "Ann" for turn, _ in turns)


def test_a_broken_file_is_known_by_its_key_in_whatever_folder(
    folder: Path, kept: Keepsakes
) -> None:
    away = folder.rename(folder.with_name("away"))
    (away / "001.yaml").write_text("title: [")
    first, second = Gathering(Library([away], EpisodeStore(None))).by_episode(kept.all())
    assert first.trouble.startswith(f"{away / '001.yaml'}:1:")
    assert second.opened is not None
