"""The parts of Braid's page: segments, hosts, turns, sources, quotes."""

from braidtui.episode.model import Source, Speaker
from braidtui.formats.braid_page.reader import read_braid_page
from tests.formats.braid_page.conftest import HEAD, PAGE, SEGMENTS, TURNS, told
from tests.formats.given_text import read_by


def test_sites_become_no_urls_and_stay_apart_where_they_repeat() -> None:
    first, *others = read_by(read_braid_page, PAGE).episode.turns
    assert first.sources == tuple(
        Source(site=site) for site in ("lamps.example", "harbour.example", "lamps.example")
    )
    assert not any(turn.sources for turn in others)


def test_without_a_segment_list_all_turns_are_one_segment_titled_like_the_episode() -> None:
    (segment,) = read_by(read_braid_page, HEAD + TURNS).episode.segments
    assert (segment.title, segment.start) == ("The Lighthouse Keeps Its Own Hours", 0)
    assert len(segment.turns) == 4


def test_a_segment_holds_the_turns_from_its_start_to_the_next_ones() -> None:
    page = PAGE.replace("00:02:05 Who pays", "00:00:30 A\n\n00:02:00 B\n\n00:02:06 C\n\n1:00:00 D")
    segments = read_by(read_braid_page, page).episode.segments
    assert [(s.title, len(s.turns)) for s in segments] == [
        ("Who lights it", 1),
        ("A", 1),
        ("B", 1),
        ("C", 1),
        ("D", 0),
    ]
    assert segments[-1].start == 3_600_000


def test_the_first_segment_takes_what_stands_before_it() -> None:
    first = read_by(read_braid_page, PAGE.replace("00:00:00 Who", "00:00:10 Who")).episode.segments[
        0
    ]
    assert (first.start, len(first.turns)) == (0, 2)


def test_one_host_or_five() -> None:
    def host(name: str, role: str) -> str:
        return f"{name}\n\n{role}\n\nmodel/{name[0]} · voice/{name[0]}\n\n"

    one = read_by(read_braid_page, TURNS.replace("Ivo Kell", "Mara Dune")).episode
    assert [speaker.name for speaker in one.speakers] == ["Mara Dune"]
    names = ("Ann Ash", "Ben Birk", "Cid Cane", "Dee Dorn", "Mara Dune")
    page = HEAD + SEGMENTS + TURNS + "\nHosts on this episode\n\n"
    five = read_by(read_braid_page, page + "".join(host(name, "GUEST HOST") for name in names))
    assert [speaker.name for speaker in five.episode.speakers] == [*names, "Ivo Kell"]
    assert five.episode.speakers[1] == Speaker(
        "birk", "Ben Birk", "guest host", "model/B", "voice/B"
    )
    assert "Ivo Kell speaks but is not among the hosts" in "".join(told(five))


def test_a_host_may_lack_role_model_or_voice() -> None:
    page = PAGE.replace("MODERATOR\n", "\n").replace("codex/gpt-5.5 · grok/sal", "codex/gpt-5.5")
    dune, kell = read_by(read_braid_page, page).episode.speakers
    assert (dune.role, dune.model, dune.voice) == ("", "claude/claude-opus-4-7", "grok/ara")
    assert (kell.role, kell.model, kell.voice) == ("builder", "codex/gpt-5.5", "")


def test_urls_are_sources_too_and_only_after_the_words() -> None:
    page = TURNS.replace("And the money?", "And the money?\n\nhttps://a.example/b?c=d\n\nb.example")
    assert read_by(read_braid_page, page).episode.turns[2].sources == (
        Source(url="https://a.example/b?c=d"),
        Source(site="b.example"),
    )
    page = TURNS.replace("And the money?", "money.example\n\nhttps://a b\n\njavascript:alert(1)")
    turn = read_by(read_braid_page, page).episode.turns[2]
    assert turn.text.startswith("money.example") and "javascript" in turn.text
    assert turn.sources == ()


def test_a_start_that_runs_backwards_is_left_out_and_said() -> None:
    imported = read_by(read_braid_page, PAGE.replace("00:00:31", "00:20:31"))
    starts = [turn.start for turn in imported.episode.turns]
    assert starts == [0, None, 125_000, 129_000]
    assert "the time 00:20:31 is none, or runs backwards: left out" in "".join(told(imported))


def test_a_turn_without_a_time_or_a_name_is_a_turn() -> None:
    page = PAGE.replace("00:00:31\n\n", "").replace("■ **Mara Dune**\n\n00:02:05", "00:02:05")
    imported = read_by(read_braid_page, page)
    assert [(turn.speaker, turn.start) for turn in imported.episode.turns] == [
        ("dune", 0),
        ("kell", None),
        ("kell", 125_000),
        ("kell", 129_000),
    ]
    assert "a turn of Ivo Kell tells no time" in "".join(told(imported))
    assert "a time without a name: taken for Ivo Kell" in "".join(told(imported))


def test_a_duration_that_turns_outlast_is_left_out_and_said() -> None:
    imported = read_by(read_braid_page, PAGE.replace("/ 00:04:10", "/ 00:02:08"))
    assert imported.episode.duration is None
    assert "the duration 00:02:08 is left out: turns start after it" in "".join(told(imported))
    lone = PAGE.replace("♦ DISPATCH", "00:03:00\n\n♦ DISPATCH")
    assert read_by(read_braid_page, lone).episode.duration == 250_000


def test_words_above_a_time_are_no_name_where_they_read_as_words_or_a_source() -> None:
    page = TURNS.replace("■ **Mara Dune**\n\n00:02:05", "00:02:05").replace(
        "said so.", "said so.\n\nYes."
    )
    turns = read_by(read_braid_page, page).episode.turns
    assert [turn.speaker for turn in turns] == ["dune", "kell", "kell", "kell"]
    assert turns[1].text.endswith("Yes.")
    cited = page.replace("\n\nYes.", "\n\nb.example")
    assert read_by(read_braid_page, cited).episode.turns[1].sources == (Source(site="b.example"),)


def test_a_quote_that_nobody_says_is_kept_and_said() -> None:
    imported = read_by(
        read_braid_page, PAGE.replace("nobody tends is only", "nobody tends is just", 1)
    )
    assert imported.episode.quotes[0].speaker == ""
    assert "a pull quote stands in no turn" in "".join(told(imported))


def test_hidden_characters_are_cleaned_away_and_counted() -> None:
    imported = read_by(read_braid_page, PAGE.replace("And the", "And\x1b[31m \u202ethe\u200b"))
    assert imported.episode.turns[2].text == "And␛[31m \ufffdthe money?"
    assert "3 hidden or control characters were cleaned away" in "".join(told(imported))
