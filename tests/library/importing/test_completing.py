"""What the files beside a transcript tell completes the episode."""

from pathlib import Path

from braidtui.episode.model import Episode, Quote, Segment, Source, Speaker, Turn
from braidtui.library.importing.completing import completed
from braidtui.library.importing.finding.sidecars import Sidecars
from braidtui.library.importing.told import WHOLE, Told, told_by

EPISODE = Episode(
    "Loose Ends",
    (Speaker("lee", "Ann Lee"), Speaker("speaker_01", "SPEAKER_01")),
    (Segment("All", 0, (Turn("lee", "One.", 0), Turn("speaker_01", "Two.", 5000))),),
    quotes=(Quote("Two", "speaker_01"),),
    sources=(Source(url="https://example.org/a"), Source(url="https://example.org/b")),
)


def told(folder: Path, **texts: str) -> Told:
    """What sidecars with these texts tell."""
    paths = {}
    for kind, text in texts.items():
        paths[kind] = folder / f"ep.{kind}"
        paths[kind].write_text(text)
    return told_by(Sidecars(**paths))


def test_the_head_of_an_episode_wins_over_its_transcript(tmp_path: Path) -> None:
    head = "show: Looms\nnumber: 7\ndate: 2026-05-01\ntitle: Warp\nlanguage: en\nduration: 1:00\n"
    episode = completed(EPISODE, told(tmp_path, head=head))
    assert (episode.show, episode.number, episode.title) == ("Looms", 7, "Warp")
    assert (episode.language, episode.duration, str(episode.date)) == ("en", 60_000, "2026-05-01")
    assert episode.segments == EPISODE.segments


def test_people_told_of_lend_their_roles_and_ids_to_names_and_labels(tmp_path: Path) -> None:
    head = (
        "speakers:\n  ann: {name: Ann Lee, role: host, voice: v/a, color: teal}\n"
        "  SPEAKER_01: {name: Bo Park, model: m/x}\n  cy: {name: Cy}\n"
    )
    episode = completed(EPISODE, told(tmp_path, head=head))
    assert episode.speakers == (
        Speaker("ann", "Ann Lee", role="host", voice="v/a", color="teal"),
        Speaker("SPEAKER_01", "Bo Park", model="m/x"),
    )
    assert [turn.speaker for turn in episode.turns] == ["ann", "SPEAKER_01"]
    assert episode.quotes == (Quote("Two", "SPEAKER_01"),)


def test_nobody_gets_the_id_of_somebody_else(tmp_path: Path) -> None:
    episode = completed(EPISODE, told(tmp_path, head="speakers: {speaker_01: {name: Ann Lee}}"))
    assert len({speaker.id for speaker in episode.speakers}) == 2
    assert episode.speakers_by_id[episode.turns[0].speaker].name == "Ann Lee"


def test_a_duration_that_ends_before_the_last_turn_is_not_taken(tmp_path: Path) -> None:
    assert completed(EPISODE, told(tmp_path, head="duration: 0:04")).duration is None


def test_a_wrong_field_of_a_head_is_told_with_its_path_and_the_others_hold(tmp_path: Path) -> None:
    found = told(tmp_path, head="show: Looms\nnumber: seven\nbogus: 1\n")
    assert found.values == {"show": "Looms"}
    assert [str(problem).partition(": ")[0] for problem in found.problems] == [
        f"{tmp_path / 'ep.head'}:2:9",
        f"{tmp_path / 'ep.head'}:3:1",
    ]
    assert all(problem.problem.is_warning for problem in found.problems)


def test_a_whole_episode_beside_a_transcript_is_told_and_not_read(tmp_path: Path) -> None:
    whole = "title: T\nspeakers: {a: {name: A}}\nsegments: [{title: S, turns: []}]\n"
    found = told(tmp_path, head=whole)
    assert (found.values, found.cast, found.used) == ({}, (), ())
    assert [str(it) for it in found.problems] == [f"{tmp_path / 'ep.head'}:1:1: warning: {WHOLE}"]


def test_a_broken_or_missing_sidecar_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "bin").write_bytes(bytes(range(256)) * 9)
    missing = told_by(Sidecars(chapters=tmp_path / "gone", description=tmp_path / "bin"))
    assert [problem.problem.is_warning for problem in missing.problems] == [True, True]
    (tmp_path / "large").write_bytes(b"x" * (1 << 21))
    large = told_by(Sidecars(description=tmp_path / "large"))
    assert [it.problem.message for it in large.problems] == ["is larger than 1 MiB: it is not used"]


def test_a_description_tells_summary_links_and_chapters(tmp_path: Path) -> None:
    text = (
        "https://example.org/show\n\nWhy looms came first,\nand what they cost.\n\n"
        "00:00 Opening\n12:34 The cost (see https://example.org/a).\n\nMore later.\n"
    )
    found = told(tmp_path, description=text)
    assert found.values == {"summary": "Why looms came first, and what they cost."}
    assert [source.url for source in found.sources] == [
        "https://example.org/show",
        "https://example.org/a",
    ]
    assert [chapter.start for chapter in found.chapters] == [0, 754_000]
    united = completed(EPISODE, found).sources
    assert [source.url[-1] for source in united] == ["w", "a", "b"]


def test_a_list_of_chapters_wins_over_the_lines_of_a_description(tmp_path: Path) -> None:
    chapters = '{"version": "1.2.0", "chapters": [{"startTime": 3, "title": "Three"}]}'
    found = told(tmp_path, chapters=chapters, description="00:00 Opening\n01:00 Next\n02:00 Last\n")
    assert [(chapter.start, chapter.title) for chapter in found.chapters] == [(3000, "Three")]
    assert found.used == (tmp_path / "ep.chapters",)
