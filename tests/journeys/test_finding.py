"""Finding in the open episode: `/ n N &`, what is marked, counted and hidden, and escape."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual import events
from textual.pilot import Pilot

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.find.hit import Field
from braidtui.find.pattern import pattern
from braidtui.tui.brushes import Brushes
from braidtui.tui.transcript.reading import ReadingPlace
from tests.journeys.conftest import WORDS, Shelf, page, press, seen, sees, tides
from tests.journeys.test_pictures import MIDDLE, picture, scripts

__all__ = ["picture"]

NAMES = {"/": "slash", "&": "ampersand", " ": "space", ":": "colon", "(": "left_parenthesis"}
NAMES |= {")": "right_parenthesis", "+": "plus", "$": "dollar_sign", '"': "quotation_mark"}


def typed(text: str) -> list[str]:
    """The keys that type a text."""
    return [NAMES.get(letter, letter) for letter in text]


async def find(pilot: Pilot[None], words: str, *keys: str) -> None:
    """Open the line, type, and go on with other keys."""
    await press(pilot, "slash", *typed(words), *keys)


def last_row(pilot: Pilot[None]) -> str:
    return seen(pilot)[-1].strip()


def marked(pilot: Pilot[None]) -> list[tuple[str, bool]]:
    """The words marked in the transcript in sight, and whether they are the present hit."""
    view = pilot.app.screen.transcript
    brushes: Brushes = view._brushes
    found: list[tuple[str, bool]] = []
    for y in range(view.size.height):
        view._is_painting = True
        for segment in view.render_line(y):
            for name in ("found", "found now"):
                if segment.style and segment.style.bgcolor == brushes(name).bgcolor:
                    found.append((segment.text, name == "found now"))
        view._is_painting = False
    return found


async def test_each_key_goes_to_the_first_hit_after_the_place_where_one_began(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 40)) as pilot:
        view = pilot.app.screen.transcript
        await press(pilot, "2")
        await find(pilot, "turn 1")
        assert view.place.turn == 10
        assert "2 of 11" in last_row(pilot)
        await press(pilot, "5")
        assert view.place.turn == 15
        await press(pilot, "backspace", "backspace")
        assert view.place.turn == 6
        await press(pilot, "1", "9", "enter")
        assert view.place.turn == 19
        assert '"turn 19" 1 of 1' in last_row(pilot)


async def test_a_hit_stands_a_third_from_the_top_where_it_was_out_of_sight(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (100, 32)) as pilot:
        await find(pilot, "turn 17", "enter")
        rows = page(pilot)
        assert next(y for y, row in enumerate(rows) if "Turn 17" in row) == len(rows) // 3


async def test_the_text_does_not_move_for_a_hit_in_sight(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 40)) as pilot:
        await press(pilot, "3")
        rows = page(pilot)
        await find(pilot, "turn 13", "enter")
        assert page(pilot) == rows
        assert pilot.app.screen.transcript.place.turn == 13


async def test_all_hits_in_sight_are_marked_and_the_present_one_otherwise(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (100, 20)) as pilot:
        await press(pilot, "2")
        await find(pilot, "a little")
        marks = marked(pilot)
        assert len(marks) > 2
        assert [word for word, _ in marks] == ["a little"] * len(marks)
        assert [is_present for _, is_present in marks] == [True] + [False] * (len(marks) - 1)
        await press(pilot, "enter", "n")
        assert [is_present for _, is_present in marked(pilot)][:3] == [False, True, False]


async def test_a_hit_that_goes_over_a_line_break_of_the_screen_is_marked_on_both(
    shelf: Shelf,
) -> None:
    async with shelf.read(shelf.put("007", tides()), (60, 30)) as pilot:
        await find(pilot, "takes the lower path twice a day and gives it back", "enter")
        marks = [word for word, is_present in marked(pilot) if is_present]
        assert len(marks) == 2
        assert " ".join(map(str.strip, marks)) == WORDS[9:59]


async def test_names_titles_and_stage_directions_are_found_and_marked(shelf: Shelf) -> None:
    whole = tides()
    turns = (*whole.segments[0].turns[:5], Turn("bo", "[sighs] Fine.", 100_000))
    whole = replace(whole, segments=(replace(whole.segments[0], turns=turns), *whole.segments[1:]))
    async with shelf.read(shelf.put("007", whole), (100, 30)) as pilot:
        for words, field, mark in (
            ("lindqvist", Field.SPEAKER, "Lindqvist"),
            ("part 3", Field.SEGMENT, "Part 3"),
            ("[sighs]", Field.TEXT, "[sighs]"),
            ("between", Field.EPISODE, "Between"),
        ):
            await press(pilot, "g")
            await find(pilot, words, "enter")
            assert pilot.app.screen.finding.found.present.field == field
            assert (mark, True) in marked(pilot)


async def test_n_and_capital_n_go_round_and_say_so(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 30)) as pilot:
        await find(pilot, "turn 2", "enter", "n")
        assert '"turn 2" 2 of 5' in last_row(pilot)
        await press(pilot, "N", "N")
        assert '"turn 2" 5 of 5, on from the end · ' in last_row(pilot)
        await press(pilot, "n")
        assert '"turn 2" 1 of 5, on from the top · ' in last_row(pilot)
        await press(pilot, "n")
        assert '"turn 2" 2 of 5 · ' in last_row(pilot)


async def test_n_goes_on_from_the_place_one_scrolled_to(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (100, 24)) as pilot:
        await find(pilot, "turn", "enter")
        await press(pilot, "4", "n")
        assert pilot.app.screen.transcript.place.turn == 18
        await press(pilot, "2", "N")
        assert pilot.app.screen.transcript.place.turn == 5


async def test_past_the_end_the_line_says_that_the_hit_is_from_the_top(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (100, 24)) as pilot:
        await press(pilot, "4")
        await find(pilot, "turn 3")
        assert "1 of 1, on from the top" in last_row(pilot)


async def test_escape_in_the_line_is_back_where_one_was_with_the_marks_of_before(
    shelf: Shelf,
) -> None:
    async with shelf.read(shelf.put("007", tides()), (100, 24)) as pilot:
        await press(pilot, "2", "j", "j", "j", "j")
        await find(pilot, "little", "enter")
        rows, place, marks = page(pilot), pilot.app.screen.transcript.place, marked(pilot)
        await find(pilot, "turn 22")
        assert page(pilot) != rows
        await press(pilot, "escape")
        assert (page(pilot), pilot.app.screen.transcript.place) == (rows, place)
        assert marked(pilot) == marks
        assert last_row(pilot).startswith('"little" ')


async def test_escape_in_the_text_takes_the_marks_away(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 24)) as pilot:
        await find(pilot, "little", "enter")
        assert sees(pilot, "00:00:00 · 13 hits")
        assert sees(pilot, "━")
        rows = page(pilot)
        await press(pilot, "escape")
        assert marked(pilot) == []
        assert page(pilot) == rows
        assert sees(pilot, "00:00:00 · 2 min")
        assert not sees(pilot, "━")
        await press(pilot, "n")
        assert sees(pilot, "Nothing to find yet.")


async def test_the_segments_tell_their_hits_and_the_sum_is_the_count(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 40)) as pilot:
        await find(pilot, "tide", "enter")
        screen = pilot.app.screen
        head = 1  # the title of the episode
        assert sum(screen.segments.hits) + head == screen.finding.found.hits.counted == 65
        assert sees(pilot, "00:02:00 · 18 hits")
        await find(pilot, "turn 20", "enter")
        assert sees(pilot, "00:02:00 · no hits")
        assert sees(pilot, "00:06:00 · 1 hit")


async def test_segments_without_times_have_room_for_their_hits_while_something_is_found(
    shelf: Shelf,
) -> None:
    turns = (Turn("a", "or"), Turn("a", "or or"))
    whole = Episode("T", (Speaker("a", "A"),), (Segment("One", None, turns), Segment("Two")))
    async with shelf.read(shelf.put("007", whole), (90, 24)) as pilot:
        await find(pilot, "or", "enter")
        assert sees(pilot, "3 hits")
        assert sees(pilot, "no hits")
        await press(pilot, "escape")
        assert not sees(pilot, "hits")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("/(a", "missing ): (a"),
        ("/a{99999999}", "invalid repetition size: {99999999}"),
        ("/", "a regular expression between"),
        ("zebra", "no hits"),
        ("字", "no hits"),
        ("/(t+i+)+$", "no hits"),
    ],
)
async def test_the_line_says_what_is_wrong(shelf: Shelf, words: str, said: str) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 24)) as pilot:
        await press(pilot, "2")
        rows = page(pilot)
        await find(pilot, words)
        assert said in last_row(pilot)
        assert page(pilot) == rows


async def test_enter_does_not_close_the_line_on_an_invalid_expression(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 24)) as pilot:
        await find(pilot, "/(tide", "enter")
        assert "missing )" in last_row(pilot)
        await press(pilot, ")", "enter")
        assert last_row(pilot).startswith("/(tide) 1 of ")


async def test_up_brings_back_what_was_typed_and_enter_alone_repeats_it(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 24)) as pilot:
        await find(pilot, "turn 1", "enter")
        await find(pilot, "path", "enter")
        await press(pilot, "slash", "up", "up")
        assert last_row(pilot).startswith("/turn 1")
        await press(pilot, "up", "down", "enter")
        assert last_row(pilot).startswith('"path" ')
        await press(pilot, "escape", "g", "slash", "enter")
        assert last_row(pilot).startswith('"path" 1 of ')


async def test_line_breaks_that_are_pasted_are_blanks(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 24)) as pilot:
        await press(pilot, "slash")
        pilot.app.post_message(events.Paste("gives it\nback\r\n"))
        await pilot.pause()
        assert last_row(pilot).startswith("/gives it back")
        assert "1 of " in last_row(pilot)


@pytest.mark.parametrize(
    "pasted",
    ["x" * 10_240, "\0", "👩🏽\u200d💻", "\u202eabc", "\x1b]0;x", "([{"],
    ids=["10 KB", "NUL", "emoji", "bidi", "escape", "brackets"],
)
async def test_whatever_is_pasted_is_looked_for(shelf: Shelf, pasted: str) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 24)) as pilot:
        await press(pilot, "slash")
        pilot.app.post_message(events.Paste(pasted))
        await pilot.pause()
        assert "no hits" in last_row(pilot)
        await press(pilot, "enter", "escape")
        assert pilot.app.is_running
        assert not any(sign in row for row in seen(pilot) for sign in "\x1b\0\u202e")


async def test_keys_that_come_all_at_once_are_typed_and_done_in_their_order(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 24)) as pilot:
        for key in ("slash", *typed("turn 2"), "enter", "n", "n", "slash", "up", "enter", "N"):
            letter = {"slash": "/", "space": " "}.get(key, key if len(key) == 1 else None)
            pilot.app.post_message(events.Key(key, letter))
        for _ in range(60):
            await pilot.pause()
        assert last_row(pilot).startswith('"turn 2" 2 of 5')


async def test_ctrl_o_is_back_before_the_find_and_before_the_steps(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (100, 24)) as pilot:
        view = pilot.app.screen.transcript
        await press(pilot, "3")
        await find(pilot, "turn 1", "enter", "n", "n", "n", "N")
        assert view.place.turn == 14
        await press(pilot, "2", "n", "n", "ctrl+o")
        assert view.place.turn == 6
        await press(pilot, "ctrl+o", "ctrl+o")
        assert view.place.turn == 12


async def test_a_hit_deep_in_a_turn_of_thousands_of_rows_comes_into_sight(shelf: Shelf) -> None:
    text = WORDS * 3000 + "Here stands the heron. " + WORDS * 3000
    whole = Episode("T", (Speaker("a", "A"),), (Segment("One", 0, (Turn("a", text.strip(), 0),)),))
    async with shelf.read(shelf.put("007", whole), (80, 24)) as pilot:
        await find(pilot, "heron", "enter")
        assert any("heron" in row for row in page(pilot))
        assert marked(pilot) == [("heron", True)]


async def test_marks_fall_on_whole_signs_in_every_script(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", scripts()), (70, 24)) as pilot:
        for words, mark in (
            ("速い", "速い"),
            ("cafe", "Cafe\u0301"),
            ("ניקוד", "ניקוד"),
            ("1", "1️⃣"),
            ("nguyen", "Nguyễn"),
            ("oro", "ọ̀rọ̀"),
        ):
            await find(pilot, words, "enter")
            assert (mark, True) in marked(pilot), words
        await find(pilot, "👩", "enter")
        assert [word for word, is_present in marked(pilot) if is_present] == ["👩🏽\u200d💻"]


async def test_only_turns_with_words_are_shown_and_escape_brings_all_back(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 40)) as pilot:
        await press(pilot, "3", "j", "j", "&", *typed("turn 2"))
        assert "5 of 24 turns · 19 hidden" in last_row(pilot)
        await press(pilot, "enter")
        assert "5 of 24 turns · 19 hidden" in last_row(pilot)
        await press(pilot, "g")
        names = [row for row in page(pilot) if row.startswith(("■ Ada", "◆ Bo"))]
        assert [name.split()[-1] for name in names] == [
            f"00:{m:02}:{s:02}" for m, s in ((0, 40), (6, 40), (7, 0), (7, 20), (7, 40))
        ]
        assert any("Part 1 of the tide" in row for row in page(pilot))
        assert not any("Part 2" in row for row in page(pilot))
        await press(pilot, "}", "}", "escape")
        assert "hidden" not in last_row(pilot)
        assert any("Turn 21 begins." in row for row in page(pilot))
        assert pilot.app.screen.transcript.place.turn == 21


async def test_escape_is_back_at_the_very_rows_where_one_did_not_move(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (100, 30)) as pilot:
        await press(pilot, "3", "j", "j", "j", "j", "j")
        rows, place = page(pilot), pilot.app.screen.transcript.place
        await press(pilot, "&", *typed("turn 3"), "enter")
        assert page(pilot) != rows
        await press(pilot, "escape")
        assert (page(pilot), pilot.app.screen.transcript.place) == (rows, place)


async def test_where_turns_are_hidden_find_and_every_key_stay_among_the_others(
    shelf: Shelf,
) -> None:
    async with shelf.read(shelf.put("007", tides()), (100, 30)) as pilot:
        view = pilot.app.screen.transcript
        await press(pilot, "&", *typed("speaker:moor"), "enter")
        assert view.reading.rows.shown == tuple(range(0, 24, 2))
        await find(pilot, "turn", "enter")
        assert '"turn" 1 of 12' in last_row(pilot)
        keys = ["n", "n", "N", "}", "}", "{", ")", "(", "]", "]", "[", "3", "d", "u", "j", "k"]
        for key in [*keys, "G", "g", "space", "b", "plus", "minus", "t", "z", "ctrl+o"]:
            await press(pilot, key)
            assert view.place.turn % 2 == 0, key
            assert view.reading.rows.hides_some, key
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert view.place.turn % 2 == 0
        await press(pilot, "escape")
        assert view.reading.rows.hides_some
        await press(pilot, "escape")
        assert not view.reading.rows.hides_some


async def test_a_jump_to_a_hidden_turn_shows_all_and_says_so(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (100, 30)) as pilot:
        view = pilot.app.screen.transcript
        await press(pilot, "&", *typed("speaker:moor"), "enter")
        await press(pilot, ":", *typed("3:05"), "enter")
        assert view.place.turn == 9
        assert not view.reading.rows.hides_some
        assert sees(pilot, "That turn was hidden: all are shown again.")
        await press(pilot, "j")
        assert "hidden" not in last_row(pilot)


@pytest.mark.parametrize(
    ("words", "said"),
    [("zebra", "no turn"), ("speaker:zoe", 'no speaker "zoe"'), ("/(", "missing )")],
)
async def test_nothing_is_hidden_where_no_turn_fits(shelf: Shelf, words: str, said: str) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 30)) as pilot:
        await press(pilot, "&", *typed(words))
        assert said in last_row(pilot)
        await press(pilot, "enter")
        assert not pilot.app.screen.transcript.reading.rows.hides_some


async def test_what_is_hidden_is_not_selected(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (100, 30)) as pilot:
        await press(pilot, "&", *typed("speaker:moor"), "enter")
        view = pilot.app.screen.transcript
        view.text_select_all()
        selected = pilot.app.screen.get_selected_text()
        assert "Turn 4 begins." in selected
        assert "Turn 5 begins." not in selected


async def test_what_is_hidden_does_not_count_as_read(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (100, 30)) as pilot:
        await press(pilot, "&", *typed("speaker:moor"), "enter", *["space"] * 12)
        assert "100%" in last_row(pilot)
        pilot.app.keep_all()
        assert shelf.notebook.progress()["007"] < 0.5


async def test_a_corrected_file_keeps_find_filter_and_place(shelf: Shelf) -> None:
    path = shelf.put("007", tides())
    async with shelf.read(path, (120, 30)) as pilot:
        screen = pilot.app.screen
        await press(pilot, "&", *typed("speaker:moor"), "enter")
        await find(pilot, "turn 1", "enter", "n")
        place = screen.transcript.place
        whole = tides()
        turns = (whole.segments[0].turns[0]._replace(text="Turn 100 is new."), *whole.turns[1:6])
        first = replace(whole.segments[0], turns=turns)
        shelf.put("007", replace(whole, segments=(first, *whole.segments[1:])))
        screen.file_watch.look()
        await pilot.pause()
        assert screen.transcript.place == place
        assert screen.transcript.reading.rows.hides_some
        assert "was read again" in last_row(pilot)
        screen.notices.forget()
        await pilot.pause()
        assert '"turn 1" 3 of 6' in last_row(pilot)


async def test_another_episode_is_searched_for_the_same_without_a_jump(shelf: Shelf) -> None:
    first = shelf.put("007", tides())
    shelf.put("008", replace(tides(6), number=8, title="Later"))
    async with shelf.read(first, (120, 30)) as pilot:
        await find(pilot, "turn 2", "enter")
        await press(pilot, "&", *typed("turn"), "enter", "J")
        screen = pilot.app.screen
        assert screen.transcript.is_at_head
        assert not screen.transcript.reading.rows.hides_some
        assert '"turn 2" 11 hits' in last_row(pilot)
        await press(pilot, "n")
        assert '"turn 2" 1 of 11' in last_row(pilot)


async def test_a_hit_of_the_library_opens_with_its_words_marked_and_steps_go_on(
    shelf: Shelf,
) -> None:
    first = shelf.put("007", tides())
    other = shelf.put("008", replace(tides(), number=8, title="Later"))
    async with shelf.read(first, (120, 30)) as pilot:
        screen = pilot.app.screen
        for path in (other, other, first):
            screen.opening.open_at(path, ReadingPlace(13, 5), pattern("a little"), "a little")
            await pilot.pause()
            assert screen.opened.path == path
            assert screen.transcript.place.turn == 13
            present = screen.finding.found.present
            assert present.place > (13, 5)
            assert ("a little", True) in marked(pilot)
            await press(pilot, "n")
            assert screen.finding.found.present > present
        assert '"a little" ' in last_row(pilot)


async def test_a_hit_only_in_the_heading_opens_at_its_turn(shelf: Shelf) -> None:
    path = shelf.put("007", tides())
    async with shelf.read(path, (120, 30)) as pilot:
        screen = pilot.app.screen
        screen.opening.open_at(path, ReadingPlace(6, 0), pattern("turn 20"), "turn 20")
        await pilot.pause()
        assert screen.transcript.place.turn == 6
        assert '"turn 20" 1 hit ' in last_row(pilot)


async def test_the_line_is_usable_in_a_tiny_terminal_and_survives_a_resize(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (40, 10)) as pilot:
        await find(pilot, "turn 12")
        assert last_row(pilot).startswith("/turn 12")
        assert "1 of 1" in last_row(pilot)
        for size in ((120, 40), (30, 5), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        await press(pilot, "backspace", "3", "enter")
        assert '"turn 13" 1 of 1' in last_row(pilot)


async def test_find_can_be_picked_from_the_help(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 30)) as pilot:
        await press(pilot, "?", "slash", *typed("find in the"), "enter", *typed("turn 9"), "enter")
        assert '"turn 9" 1 of 1' in last_row(pilot)


async def test_a_long_line_shows_its_end_and_is_edited_like_any(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (60, 20)) as pilot:
        await press(pilot, "slash")
        pilot.app.post_message(events.Paste("word " * 400 + "END"))
        await pilot.pause()
        assert "END" in last_row(pilot)
        await press(pilot, "home")
        assert last_row(pilot).startswith("/word word")
        await press(pilot, "ctrl+k", *typed("tide"))
        assert last_row(pilot).startswith("/tide ")
        assert "1 of 65" in last_row(pilot)


async def test_the_mouse_and_a_pane_leave_the_line_usable(shelf: Shelf) -> None:
    async with shelf.read(shelf.put("007", tides()), (120, 30)) as pilot:
        await find(pilot, "turn 1")
        await pilot.click("#segments", offset=(8, 8))
        await press(pilot, "n")
        assert pilot.app.screen.transcript.place.turn == 18 or sees(pilot, "of 11")
        await press(pilot, "escape")
        assert not pilot.app.screen.find_prompt.is_open
        assert sees(pilot, "q quit")


def test_hits_in_dark(picture: Callable[..., bool]) -> None:
    """Every "path" marked and underlined, one of them bold on a full ground; `/path` and "5 of 57"
    at the bottom; hits beside the segments; marks on the scroll bar."""
    assert picture("2", *typed("/path"), size=MIDDLE)


def test_some_turns_without_colour(
    picture: Callable[..., bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    """All grey: only squares speak; the present hit still differs from the others; at the bottom
    how many turns are hidden."""
    monkeypatch.setenv("NO_COLOR", "1")
    keys = (*typed("&speaker:moor"), "enter", *typed("/path"), "enter", "n")
    assert picture(*keys, size=MIDDLE)
