"""Transcripts as people write them become the turns that were said."""

import pytest

from braidtui.formats.given import Given
from braidtui.formats.imported import FormatRefused
from braidtui.formats.prose.reader import claims, claims_markdown
from tests.formats.prose.reading_prose import imported, told, turns_of

NAMES = "**Ada Moor:** Is it late?\n\n**Tom Lund:** It is.\n\n"


def test_a_paragraph_without_a_name_goes_on_with_the_turn() -> None:
    assert turns_of(NAMES + "Very late.\n\n**Ada Moor:** Oh.\n") == [
        ("Ada Moor", "Is it late?", None),
        ("Tom Lund", "It is.\n\nVery late.", None),
        ("Ada Moor", "Oh.", None),
    ]


def test_words_may_stand_in_the_paragraph_below_the_name() -> None:
    assert turns_of("**Ada:**\n\nLate.\n\n**Tom:**\n\nYes.\n") == [
        ("Ada", "Late.", None),
        ("Tom", "Yes.", None),
    ]


def test_escaped_brackets_are_directions_and_no_starts() -> None:
    text = NAMES + "**Ada Moor:** \\[laughs\\] So \\[unintelligible 00:03:18.16\\] it is.\n"
    assert turns_of(text)[-1] == (
        "Ada Moor",
        "[laughs] So [unintelligible 00:03:18.16] it is.",
        None,
    )


def test_a_break_is_a_turn_and_begins_a_segment() -> None:
    episode = imported(f"{NAMES}**Break:** \\[28:47\\]\n\n**Ada Moor:** On.\n").episode
    assert told(episode)[2][:2] == ("Break", "[28:47]")
    assert [(segment.title, segment.start) for segment in episode.segments][1:] == [
        ("Break", 1_727_000)
    ]


def test_a_break_that_tells_a_time_alone_behind_its_colon_only_begins_a_segment() -> None:
    episode = imported(f"{NAMES}**Break**: \\[28:47\\]\n\n**Ada Moor:** On.\n").episode
    assert told(episode)[2][:2] == ("Ada Moor", "On.")
    assert [(segment.title, segment.start) for segment in episode.segments][1:] == [
        ("Break", 1_727_000)
    ]


def test_a_break_without_a_time_or_words_is_a_turn() -> None:
    assert turns_of(f"{NAMES}**Break:**\n\n**Ada Moor:** On.\n")[2] == ("Break", "[Break]", None)


def test_a_name_without_words_stays_and_is_told() -> None:
    result = imported("**Ada:**\n\n**Tom:** Yes.\n\n**Ada:** No.\n")
    assert told(result.episode)[0] == ("Ada", "[…]", None)
    assert "a name without words" in result.notices[0].message


def test_one_use_of_a_bold_name_is_enough_among_others() -> None:
    assert [who for who, _, _ in turns_of(NAMES + "**Mia Ott, PhD:** Hello.\n")] == [
        *("Ada Moor", "Tom Lund", "Mia Ott, PhD"),
    ]


def test_a_bold_start_in_prose_is_no_name() -> None:
    text = "# Trains\n\nThey run.\n\n**Note that:** they are late.\n\nThey are.\n\nStill.\n"
    assert {who for who, _, _ in turns_of(text)} == {"Speaker"}


def test_a_time_within_somebodys_words_begins_no_turn() -> None:
    more = "".join(f"\\[00:1{n}:00\\] And more.\n\n" for n in range(4))
    assert len(turns_of(NAMES + more)) == 2


def test_a_name_in_a_list_among_turns_is_text() -> None:
    assert len(turns_of(NAMES + "Links:\n\n- **Rails:** a book\n\n**Ada Moor:** On.\n")) == 3


def test_wrapped_lines_are_one_paragraph() -> None:
    text = "__Ada__: A line that\nis wrapped.\n\n__Tom__: Yes.\n"
    assert turns_of(text)[0] == ("Ada", "A line that is wrapped.", None)


def test_names_and_times_on_their_own_lines() -> None:
    text = "## Rails\n\nAda Moor: 00:00:01\n\nLate.\nVery.\n\nTom Lund – 00:02:46:\n\nYes.\n"
    episode = imported(text).episode
    assert told(episode) == [("Ada Moor", "Late. Very.", 1_000), ("Tom Lund", "Yes.", 166_000)]
    assert [segment.title for segment in episode.segments] == ["Rails"]


def test_a_time_on_its_own_line_belongs_to_the_name_below() -> None:
    text = "00:00:05\n**Ada:** Late.\n\n00:00:09\n**Tom:** Yes.\n"
    assert turns_of(text) == [("Ada", "Late.", 5_000), ("Tom", "Yes.", 9_000)]


def test_a_chat_keeps_its_messages_and_counts_its_noise() -> None:
    text = (
        '00:02:17\tAda:\tLate.\n00:02:18\tTom | X:\tReacted to "Late." with +1\n'
        "00:02:30\tTom | X:\tYes.\n"
    )
    result = imported(text)
    assert told(result.episode) == [("Ada", "Late.", 137_000), ("Tom | X", "Yes.", 150_000)]
    assert "reaction" in result.notices[0].message


@pytest.mark.parametrize(
    "attendees",
    [
        "Ada Moor (AMR), Tom Lund (TLD), Eve Ng (ENG)\n",
        "| Name | |\n|---|---|\n| Ada Moor | AMR |\n| Tom Lund | TLD |\n| Eve Ng | ENG |\n",
    ],
)
def test_initials_are_the_names_of_the_attendees(attendees: str) -> None:
    text = f"# Notes\n\n{attendees}\n## Rails\n\nAMR: Late.\n\nTLD: Note: yes.\n"
    assert turns_of(text) == [("Ada Moor", "Late.", None), ("Tom Lund", "Note: yes.", None)]


def test_a_head_of_plain_text_is_title_and_note() -> None:
    text = "Night Trains #1: Late\n12 May 2020\nRuntime 1:20:00\n\nAda: A.\n\nTom: B.\n\nAda: C.\n"
    episode = imported(text).episode
    assert (episode.title, len(episode.turns)) == ("Night Trains #1: Late", 3)
    assert episode.note == "12 May 2020\n\nRuntime 1:20:00"


def test_i_said_is_nobody() -> None:
    text = "".join(f"Ada: One.\n\nTom: Two.\n\nI said: three {n}.\n\nOn.\n\n" for n in range(4))
    assert {who for who, _, _ in turns_of(text)} == {"Ada", "Tom"}


def test_lines_that_no_blank_line_parts_are_a_cue_each() -> None:
    lines = ["So the trains run", "at night: slowly", "and late.", "Good."]
    assert [text for _, text, _ in turns_of("\n".join(lines), join=False)] == lines


def test_paragraphs_that_an_author_left_without_a_name_are_no_cues() -> None:
    text = "**Ada:** One.\n\nAnd one more.\n\n**Tom:** Two.\n"
    assert [words for _, words, _ in turns_of(text, join=False)] == [
        "One.\n\nAnd one more.",
        "Two.",
    ]


def test_times_before_lines_become_paragraphs() -> None:
    assert turns_of("00:00:00 So the trains\n00:00:04 run at night.\n") == [
        ("Speaker", "So the trains run at night.", 0)
    ]


def test_bullets_before_every_line_go() -> None:
    assert turns_of("# T\n\n* so the trains\n* run\n* at night\n", join=False) == [
        ("Speaker", "so the trains", None),
        ("Speaker", "run", None),
        ("Speaker", "at night", None),
    ]


def test_paragraphs_without_a_name_are_said_by_the_one_speaker() -> None:
    text = "---\nspeakers: [Ada Moor]\n---\nThe trains run.\n\nThey are late.\n"
    assert turns_of(text) == [("Ada Moor", "The trains run.\n\nThey are late.", None)]


def test_headings_are_segments_with_the_times_in_them() -> None:
    text = "# T\n\n## Rails [0:10] {#rails}\n\n**A B:** x\n\n## 12:34 [Late](#l)\n\n**C D:** y\n"
    segments = imported(text).episode.segments
    assert [(segment.title, segment.start) for segment in segments] == [
        ("Rails", 10_000),
        ("Late", 754_000),
    ]


def test_underlined_lines_are_titles() -> None:
    text = "Night Trains\n====\n\nRails\n-----\n\nAda Moor 00:00:00\nLate.\n\nTom 00:00:05\nYes.\n"
    episode = imported(text).episode
    assert (episode.title, [it.title for it in episode.segments]) == ("Night Trains", ["Rails"])


def test_links_and_footnotes_are_sources_of_their_turn() -> None:
    text = (
        NAMES + "**Ada Moor:** See [it](https://a.example/x)[^1].\n\n[^1]: <https://b.example/>\n"
    )
    turn = imported(text).episode.turns[-1]
    assert turn.text == "See it."
    assert [source.url for source in turn.sources] == ["https://a.example/x", "https://b.example/"]


def test_comments_and_pictures_are_left_out_and_told() -> None:
    result = imported(NAMES + "<!-- not\n\nsaid -->\n\n![tram](t.png) On.\n")
    assert told(result.episode)[-1][1] == "It is.\n\nOn."
    assert [(notice.line, notice.message) for notice in result.notices] == [
        (5, "a comment is left out"),
        (9, "a picture is left out"),
    ]


def test_code_is_text_and_names_in_it_are_none() -> None:
    text = NAMES + "```\n**x:** *y*\n```\n\n> quoted\n> words\n"
    assert turns_of(text)[-1][1] == "It is.\n\n**x:** *y*\n\nquoted words"


@pytest.mark.parametrize(
    "text", ["# T\n\nx", "**A:** x", "__A__: x", "[a](https://b.example) x", "* a\n* b\n* c"]
)
def test_markdown_is_claimed(text: str) -> None:
    assert claims_markdown(Given(text))
    assert not claims_markdown(Given("A line.\n\nAda: [laughs] 2 * 3\n#1 of all\n"))


@pytest.mark.parametrize("text", ["", "12:34", '{"a": 1}', "[1, 2]", "<p>words</p>", "[\n"])
def test_what_has_no_words_or_is_another_language_is_not_claimed(text: str) -> None:
    assert not claims(Given(text))
    assert claims(Given("[00:12] Ada: words"))


def test_a_text_without_a_turn_is_refused() -> None:
    with pytest.raises(FormatRefused):
        imported("# T\n")


def test_a_rule_below_a_named_line_makes_no_title_of_it() -> None:
    assert len(turns_of("**Ada:** Late.\n---\n**Tom:** Yes.\n---\n**Ada:** Oh.\n")) == 3


def test_a_line_that_opens_and_closes_a_fence_hides_nothing() -> None:
    text = NAMES + "```so``` he said\n\n**Mia Ott:** And?\n\n```then``` she said\n"
    assert [who for who, _, _ in turns_of(text)] == ["Ada Moor", "Tom Lund", "Mia Ott"]


def test_a_comment_that_is_talked_of_hides_no_turn() -> None:
    text = NAMES + "**Ada Moor:** An `<!--` or a <!-- opens.\n\n**Tom Lund:** And --> closes.\n"
    assert len(turns_of(text)) == 4
    assert len(turns_of(NAMES + "<!-- not\n\n**Tom Lund:** this -->\n")) == 2


def test_a_top_heading_below_other_headings_is_no_title() -> None:
    text = (
        f"### Date: May 25, 2023\n## Sheds\n# 1. Paint\n\n{NAMES}# 2. Nails\n\n**Ada Moor:** On.\n"
    )
    episode = imported(text, name="shed-7").episode
    assert episode.title == "shed-7"
    assert [segment.title for segment in episode.segments] == ["1. Paint", "2. Nails"]


def test_names_alone_above_items_are_speakers_with_one_use() -> None:
    text = "# Sheds\n\n" + "".join(
        f"{name}:\n* It is {name}.\n\n" for name in ("Ada Moor", "Tom Lund", "Mia", "Bo", "Ada")
    )
    assert [who for who, _, _ in turns_of(text)] == [
        *("Ada Moor", "Tom Lund", "Mia", "Bo", "Ada Moor"),
    ]


def test_a_label_above_a_list_of_attendees_is_nobody() -> None:
    people = "Ada Moor (AM), Tom Lund (TL), Mia Ott (MO)"
    result = imported(f"# Shed\n\n{people}\n\nRemote:\n{people}\n\nAM: Paint?\n\nTL: Yes.\n")
    assert [speaker.name for speaker in result.episode.speakers] == ["Ada Moor", "Tom Lund"]


def test_a_time_may_stand_between_backticks() -> None:
    text = "`[17:37]` **Ada:** Late.\n\n`[18:02]` **Tom:** Yes.\n"
    assert turns_of(text) == [("Ada", "Late.", 1_057_000), ("Tom", "Yes.", 1_082_000)]


@pytest.mark.parametrize("head", ["2020-01-23\n1:30:06\n", "Date: 2020-01-23\nRuntime: 1:30:06\n"])
def test_lines_above_the_first_turn_tell_number_day_and_duration(head: str) -> None:
    talk = "Ada: Late.\nTom: Yes.\nAda: No.\nTom: Oh.\nAda: So.\nTom: Well.\n"
    episode = imported(f"Night Trains #135: Late Again\n{head}\n{talk}").episode
    assert (episode.title, episode.number) == ("Night Trains #135: Late Again", 135)
    assert (str(episode.date), episode.duration) == ("2020-01-23", 5_406_000)


def test_a_time_above_the_first_turn_that_something_begins_after_is_no_duration() -> None:
    episode = imported(f"# Sheds\n\n0:07\n\n## Paint [0:10]\n\n{NAMES}").episode
    assert (episode.duration, episode.segments[0].start) == (None, 10_000)


@pytest.mark.parametrize("head", ["Ada 0:90:00", "Ada [0:75]"])
def test_a_clock_in_a_head_that_is_no_time_is_told(head: str) -> None:
    result = imported(f"{head}\nLate.\n\nTom 0:00:10\nYes.\n\nAda 0:00:20\nOh.\n")
    assert told(result.episode)[0] == ("Ada", "Late.", None)
    assert [(it.line, it.message) for it in result.notices] == [
        (1, "what is no time is left out of a head")
    ]


def test_when_a_chapter_begins_and_ends_is_no_turn() -> None:
    chapter = "## Sheds\n\n00:00:01 - 00:00:30\n\n"
    text = f"# T\n\n{chapter}**[00:00:01] Ada:** So.\n\n" * 4
    assert {who for who, _, _ in turns_of(text)} == {"Ada"}
    assert [start for _, _, start in turns_of(text) if start is not None] == [1_000] * 4


def test_a_quotation_among_turns_is_of_whoever_speaks() -> None:
    quoted = "".join(f"> The tram was late {n}.\n>\n> — Mia Ott, 00:00:2{n}\n\n" for n in range(9))
    assert {who for who, _, _ in turns_of(NAMES + quoted)} == {"Ada Moor", "Tom Lund"}
    assert {who for who, _, _ in turns_of("# T\n\n" + quoted)} == {"Speaker"}


@pytest.mark.parametrize("head", ["Bo: {}", "**Bo:** {}"])
def test_a_time_before_one_name_among_names_without_is_its_start(head: str) -> None:
    lines = ["Ada: Oh.", "Bo: Well.", "Ada: So.", f"[00:00:30] {head.format('Hm.')}", "Ada: Good."]
    names = lines if "**" not in head else [line.replace("Ada:", "**Ada:**") for line in lines]
    names = [line.replace("Bo: W", "**Bo:** W") if "**" in head else line for line in names]
    assert turns_of("\n\n".join(names))[3] == ("Bo", "Hm.", 30_000)


def test_a_name_told_once_behind_a_time_speaks_where_names_begin_most_lines() -> None:
    text = "Ada: Oh.\nBo: Well.\nAda: So.\nBo: Ah.\n[00:10:00] Cy Hall: Only this.\nAda: Good.\n"
    assert turns_of(text)[4] == ("Cy Hall", "Only this.", 600_000)


def test_a_time_behind_most_names_is_the_start() -> None:
    text = "Ada: [00:00:01] Oh.\nBo: [00:00:04] Well.\nAda: [00:00:09] So.\nBo: Ah.\n"
    assert turns_of(text)[1:] == [
        ("Bo", "Well.", 4_000),
        ("Ada", "So.", 9_000),
        ("Bo", "Ah.", None),
    ]


def test_a_time_behind_one_name_stays_in_the_text() -> None:
    text = "Ada: Oh.\nBo: [00:00:04] Well.\nAda: So.\nBo: Ah.\nAda: Hm.\n"
    assert turns_of(text)[1] == ("Bo", "[00:00:04] Well.", None)


@pytest.mark.parametrize("line", ["[BELLS]", "(A door)", "{a gong}", "<music>"])
def test_what_is_heard_above_the_first_name_is_said_and_no_title(line: str) -> None:
    episode = imported(f"{line}\nAda: Oh.\nBo: Well.\nAda: So.\nBo: Ah.\n").episode
    assert told(episode)[0] == ("Speaker", line, None)
    assert episode.title == "Untitled"


def test_a_title_behind_its_label_is_the_title() -> None:
    text = "Title: The Lamp\nDate: 2031-02-03\n\nAda: Oh.\nBo: Well.\nAda: So.\nBo: Ah.\n"
    assert imported(text).episode.title == "The Lamp"


def test_a_numbered_title_alone_above_a_talk_is_the_title() -> None:
    result = imported("Lecture 4: Lamps\n\nGood morning. We light one.\n\nFirst: the wick.\n")
    assert result.episode.title == "Lecture 4: Lamps"
    assert told(result.episode)[0][:2] == ("Speaker", "Good morning. We light one.")


def test_an_indented_line_goes_on_with_its_footnote() -> None:
    note = "[^a]: Lamp Post, <https://a.example/>\n    second line\n\n    and a third.\n"
    episode = imported(f"{NAMES}**Ada Moor:** Well.[^a]\n\n{note}").episode
    assert told(episode)[-1][1] == "Well."
    assert [(it.url, it.title) for it in episode.turns[-1].sources] == [
        ("https://a.example/", "Lamp Post, second line and a third.")
    ]


def test_a_list_of_chapters_is_refused_with_what_helps() -> None:
    text = "Ada meets Bo.\n\n0:00 Start\n2:15 Why lamps?\n12:34 Wicks: a tale\n\nMore: a.example\n"
    with pytest.raises(FormatRefused) as refusal:
        imported(text)
    assert "NAME.description.txt" in refusal.value.problems[0].message
