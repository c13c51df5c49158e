"""What a person may type to name an episode and a place in it."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.library.catalog import Library
from braidtui.library.place_names import PLACES
from braidtui.library.reading import trouble_in_words
from braidtui.library.target import AmbiguousTarget, Target, TargetError, resolve, turn_at

Write = Callable[..., Path]
Open = Callable[..., Library]


@pytest.fixture
def library(
    write_episode: Write, open_library: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Library:
    write_episode("lib/008.yaml", number=8, show="Braid", title="The Rocket’s Floor")
    write_episode("lib/dispatch-9.yaml", number=9, show="Braid", title="Après Ski")
    write_episode("lib/Tour.yaml", title="A tour of the reader")
    write_episode("lib/detour.yaml", title="A detour, by rocket")
    write_episode("lib/other/008b.yaml", number=12, show="Else", title="Twelve")
    write_episode("lib/twelve.yaml", number=12, show="Braid", title="A dozen")
    write_episode("lib/bad.yaml", number="x")
    write_episode("lib/077.yaml", number="x")
    monkeypatch.chdir(tmp_path)
    return open_library("lib")


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("8", "008"),
        ("008", "008"),
        ("9", "dispatch-9"),
        ("dispatch-9", "dispatch-9"),
        ("DISPATCH-9", "dispatch-9"),
        ("Tour", "Tour"),
        ("tour", "Tour"),
        ("other/008b", "008b"),
        ("apres", "dispatch-9"),
        ("ski APRÈS", "dispatch-9"),
        ("floor", "008"),
        ("rocket's", "008"),
        ("tour reader", "Tour"),
        ("doze", "twelve"),
        ("bad", "bad"),
        ("77", "077"),
    ],
)
def test_a_number_an_id_or_words_of_a_title_name_an_episode(
    library: Library, text: str, id: str
) -> None:
    target = resolve(library, text)
    assert (target.path.stem, target.place) == (id, "")


def test_several_that_fit_are_listed(library: Library) -> None:
    with pytest.raises(AmbiguousTarget) as ambiguous:
        resolve(library, "rocket")
    assert {entry.id for entry in ambiguous.value.entries} == {"008", "detour"}
    assert str(ambiguous.value).startswith('"rocket" fits 2 episodes: ')
    assert 'detour "A detour, by rocket"' in str(ambiguous.value)
    with pytest.raises(AmbiguousTarget, match="12"):
        resolve(library, "12")


def test_an_id_just_as_typed_counts_before_the_same_number_elsewhere(
    library: Library, write_episode: Write
) -> None:
    write_episode("lib/other8.yaml", number=8, show="Another", title="Eight")
    library.rescan()
    assert resolve(library, "008").path.stem == "008"
    with pytest.raises(AmbiguousTarget):
        resolve(library, "8")


def test_one_id_in_two_folders_is_told_apart(
    library: Library, write_episode: Write, tmp_path: Path
) -> None:
    write_episode("lib/else/Tour.yaml", title="Other")
    library.rescan()
    with pytest.raises(AmbiguousTarget, match='else/Tour "Other"'):
        resolve(library, "Tour")
    assert resolve(library, "else/Tour").path == tmp_path / "lib/else/Tour.yaml"


@pytest.mark.parametrize("place", ["5:26", "00:05:26", "s3", "S3", "50%", "12.5%", "326"])
def test_a_place_stands_after_an_at(library: Library, place: str) -> None:
    assert resolve(library, f"008@{place}").path.stem == "008"
    assert resolve(library, f"008@{place}").place == place
    assert resolve(library, f"lib/008.yaml@{place}") == Target(Path("lib/008.yaml"), place)


def test_a_file_counts_before_all_else(library: Library, write_episode: Write) -> None:
    for name in ("8", "a@5.yaml", "Tour", "sub/x@s3"):
        write_episode(name)
        assert resolve(library, name) == Target(Path(name))
    assert resolve(library, "a@5.yaml@0:05") == Target(Path("a@5.yaml"), "0:05")


def test_a_folder_of_the_name_is_not_meant(library: Library, tmp_path: Path) -> None:
    (tmp_path / "9").mkdir()
    assert resolve(library, "9").path.stem == "dispatch-9"


def test_what_can_only_be_a_path_is_left_to_opening(library: Library, tmp_path: Path) -> None:
    for path in ("/dev/zero", "-"):
        assert resolve(library, path) == Target(Path(path))


def test_a_folder_is_no_target_but_may_be_imported(library: Library, tmp_path: Path) -> None:
    (tmp_path / "my talks").mkdir()
    for text in ("my talks", "./my talks", "my talks/"):
        with pytest.raises(TargetError) as error:
            resolve(library, text)
        assert (
            str(error.value) == "my talks: is a folder: `braidtui import 'my talks'` brings it in"
        )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("99", 'no episode fits "99"'),
        ("dispach-9", 'no episode fits "dispach-9" (did you mean "dispatch-9"?)'),
        ("nothing like it", 'no episode fits "nothing like it"'),
        ("", "an empty target names no episode"),
        (" ", "an empty target names no episode"),
        ("@5:26", "an empty target names no episode"),
        ("...", 'no episode fits "..."'),
        ("008.yaml", '008.yaml: no such file (did you mean "008"?)'),
        ("lib/none.yaml@5", "lib/none.yaml: no such file"),
        ("none/at/all", "none/at/all: no such file"),
        ("none.vtt", "none.vtt: no such file"),
        ("none.mp3@5", "none.mp3: no such file"),
        ("008@noon", '"noon" is no place: ' + PLACES),
        ("me@home", 'no episode fits "me@home"'),
        ("x\0y", 'no episode fits "x␀y"'),
        ("\x1b[2J\n", 'no episode fits "␛[2J"'),
    ],
)
def test_what_names_nothing_is_said_in_one_safe_line(
    library: Library, text: str, message: str
) -> None:
    with pytest.raises(TargetError) as error:
        resolve(library, text)
    assert str(error.value) == message


def test_a_very_long_target_is_only_not_found(library: Library) -> None:
    begin = time.process_time()
    for text in ("x" * 100_000, "@" * 100_000, "s3@" * 30_000, "/" * 100_000):
        with pytest.raises(TargetError) as error:
            resolve(library, text)
        assert len(str(error.value)) <= 300
    with pytest.raises(OSError) as refused:
        library.open(resolve(library, "a/" * 50_000).path)
    assert len(trouble_in_words(refused.value)) <= 300
    assert time.process_time() - begin < 2


def test_a_good_episode_counts_before_a_broken_copy(
    write_episode: Write, open_library: Open, tmp_path: Path
) -> None:
    write_episode("lib/008.yaml", number=8)
    write_episode("own/008.yaml", number="x")
    for text in ("8", "008"):
        assert resolve(open_library("lib", "own"), text).path == tmp_path / "lib/008.yaml"


def episode(**fields: object) -> Episode:
    """Segments of 2, 0 and 2 turns, at 0:10, 0:20, 0:40 and 1:00; the last has half the text."""
    first = Segment("One", 10_000, (Turn("a", "x" * 10, 10_000), Turn("a", "x" * 10, 20_000)))
    last = Segment("Three", 40_000, (Turn("a", "x" * 10, 40_000), Turn("a", "x" * 30, 60_000)))
    whole = {"duration": 90_000, "segments": (first, Segment("Two", 30_000), last)} | fields
    return Episode("T", (Speaker("a", "Ann"),), **whole)


@pytest.mark.parametrize(
    ("place", "turn"),
    [
        *(("0", 0), ("0:10", 0), ("0:19.999", 0), ("00:00:20", 1), ("39", 1), ("1:30", 3)),
        *(("s1", 0), ("s2", 2), ("s3", 2), ("S03", 2)),
        *(("t1", 0), ("t3", 2), ("T04", 3)),
        *(("0%", 0), ("16%", 0), ("17%", 1), ("49.9%", 2), ("50%", 3), ("100%", 3)),
    ],
)
def test_a_place_is_a_turn(place: str, turn: int) -> None:
    assert turn_at(episode(), place) == turn
    assert Target(Path("x"), place).turn(episode()) == turn


def test_a_time_is_the_first_turn_that_tells_it() -> None:
    starts = (0, 10_000, None, 10_000, 20_000)
    said = Segment("One", 0, tuple(Turn("a", "x", start) for start in starts))
    many = episode(segments=(said,))
    assert [turn_at(many, place) for place in ("0:10", "0:11", "0:09")] == [1, 3, 0]


def test_a_time_passes_over_a_turn_that_tells_none() -> None:
    said = Segment("One", 0, (Turn("a", "x"), Turn("a", "x", 0), Turn("a", "x", 5000)))
    assert turn_at(episode(segments=(said,)), "0:00") == 1


def test_without_a_place_there_is_no_turn() -> None:
    assert Target(Path("x")).turn(episode()) is None


def test_a_last_segment_without_turns_is_the_end() -> None:
    said = Segment("One", 0, (Turn("a", "x"),))
    assert turn_at(episode(segments=(said, Segment("Two"))), "s2") == 0


def test_without_a_duration_any_time_may_be_in_the_last_turn() -> None:
    assert turn_at(episode(duration=None), "9:00:00") == 3


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("s0", "there is no segment 0: the episode has 3 segments"),
        ("s99", "there is no segment 99: the episode has 3 segments"),
        ("t0", "there is no turn 0: the episode has 4 turns"),
        ("t5", "there is no turn 5: the episode has 4 turns"),
        ("1:31", "00:01:31 is after the end at 00:01:30"),
        ("101%", "a place beyond 100% is outside the episode"),
        ("x", '"x" is no place: ' + PLACES),
    ],
)
def test_a_place_outside_is_said_in_words(place: str, message: str) -> None:
    with pytest.raises(TargetError) as error:
        turn_at(episode(), place)
    assert str(error.value) == message


def test_a_time_needs_an_episode_that_tells_times() -> None:
    untimed = episode(segments=(Segment("One", None, (Turn("a", "x"),)),))
    with pytest.raises(TargetError, match="tells no times"):
        turn_at(untimed, "5:26")
