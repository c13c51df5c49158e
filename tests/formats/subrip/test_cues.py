"""The cues of SRT as it is met: whatever its writer got wrong, the same two cues come out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braidtui.formats.captions.cue import Cue
from braidtui.formats.subrip import read_cues

FIRST, SECOND = "00:00:01,000 --> 00:00:02,500", "00:00:03,000 --> 00:00:04,000"
PLAIN = f"1\n{FIRST}\nThe kettle sings.\n\n2\n{SECOND}\nPour it.\n"


def timed(first: str, second: str = SECOND) -> str:
    return PLAIN.replace(FIRST, first).replace(SECOND, second)


def spans(text: str) -> list[tuple[int, int]]:
    return [(cue.start, cue.end) for cue in read_cues(text)]


def texts(text: str) -> list[str]:
    return [cue.text for cue in read_cues(text)]


def test_a_cue_has_index_times_and_lines() -> None:
    assert read_cues(f"7\n{FIRST}\nThe kettle\nsings.\n") == [
        Cue("7", 1_000, 2_500, "The kettle\nsings.")
    ]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("no index", PLAIN.replace("1\n00", "00").replace("2\n00", "00")),
        ("the same index", PLAIN.replace("2\n00", "1\n00")),
        ("an index below zero", PLAIN.replace("1\n00", "-1\n00")),
        ("an index with a fraction", PLAIN.replace("2\n00", "1.5\n00")),
        ("an index with a sign", PLAIN.replace("1\n00", "#1\n00").replace("2\n00", "2.\n00")),
        ("an index of letters", PLAIN.replace("1\n00", "a\n00").replace("2\n00", "b\n00")),
        ("one index of letters", PLAIN.replace("2\n00", "second\n00")),
        ("an index of words", PLAIN.replace("1\n00", "Cue 1\n00").replace("2\n00", "Cue 2\n00")),
        ("an index with blanks", PLAIN.replace("1\n00", " 1 \t\n00").replace("2\n00", "002\n00")),
        ("an index on the line", PLAIN.replace("1\n00", "1 00").replace("2\n00", "2. 00")),
        ("a long index", PLAIN.replace("1\n00", "1700000000001\n00")),
        ("points", timed("00:00:01.000 --> 00:00:02.500", "00:00:03.000 --> 00:00:04.000")),
        ("colons", timed("00:00:01:000 --> 00:00:02:500")),
        ("full-width signs", timed("00：00：01，000 --> 00：00：02，500")),
        ("no minutes", timed("00:01,000 --> 00:02,500")),
        ("seconds alone", timed("1.0 --> 2.5", "3 --> 4.0")),
        ("no millis", timed("00:00:01,000 --> 00:00:02,500", "00:00:03 --> 00:00:04")),
        ("a comma without millis", timed(FIRST, "00:00:03, --> 00:00:04,")),
        ("one digit of millis", timed("00:00:01,0 --> 00:00:02,5")),
        ("two digits of millis", timed("00:00:01,00 --> 00:00:02,50")),
        ("microseconds", timed("00:00:01,000000 --> 00:00:02,500999")),
        ("single digits", timed("0:0:1,0 --> 0:0:2,5")),
        ("blanks in the times", timed("00: 00: 01, 000 -> 00: 00: 02, 500")),
        ("a glued arrow", timed("00:00:01,000-->00:00:02,500")),
        ("a short arrow", timed("00:00:01,000 -> 00:00:02,500")),
        ("a long arrow", timed("00:00:01,000 ----> 00:00:02,500")),
        ("a parted arrow", timed("00:00:01,000 -- > 00:00:02,500", "00:00:03,000 - >00:00:04,000")),
        ("an arrow of another sign", timed("00:00:01,000 → 00:00:02,500")),
        ("an arrow of dashes", timed("00:00:01,000 –> 00:00:02,500")),
        ("an escaped arrow", timed("00:00:01,000 --&gt; 00:00:02,500")),
        ("more blanks", timed("  00:00:01,000   -->  00:00:02,500   ")),
        ("tabs", timed("\t00:00:01,000\t-->\t00:00:02,500\t")),
        ("no-break spaces", timed("\xa000:00:01,000\xa0-->\xa000:00:02,500\xa0")),
        ("coordinates", timed(FIRST + " X1:100 X2:540 Y1:010 Y2:090", SECOND + "  X1: 1 X2: 2")),
        ("settings of WebVTT", timed(FIRST + " align:start position:0%", SECOND + " line:90%")),
        ("words behind the times", PLAIN.replace("500\n", "500 ").replace("4,000\n", "4,000 ")),
        ("no blank line", PLAIN.replace("\n\n", "\n")),
        ("no blank line, no index", PLAIN.replace("\n\n2\n", "\n").replace("1\n00", "00")),
        ("more blank lines", PLAIN.replace("\n\n", "\n\n\n\n")),
        ("blank lines of blanks", PLAIN.replace("\n\n", "\n \t\n")),
        ("every line twice broken", PLAIN.replace("\n", "\n\n")),
        ("blank lines in front", "\n \n\n" + PLAIN),
        ("carriage returns", PLAIN.replace("\n", "\r")),
        ("both line ends", PLAIN.replace("\n", "\r\n")),
        ("three line ends", PLAIN.replace("\n", "\r\r\n")),
        ("a BOM", "\ufeff" + PLAIN),
        ("a BOM within", "\ufeff\ufeff" + PLAIN.replace("2\n00", "\ufeff2\n00")),
        ("a BOM before the words", PLAIN.replace("The", "\ufeffThe")),
        ("no line end at the end", PLAIN.rstrip()),
        ("an index left over", PLAIN + "\n3\n"),
        ("half of a third", PLAIN + "\n3\n00:00:05,000 --"),
        ("tags", PLAIN.replace("The", "<I><b>The</B></i>")),
        ("tags with blanks", PLAIN.replace("Pour", '< font color="red" >Pour</ font>')),
        ("overrides", PLAIN.replace("The", "{\\an8}The").replace("it", "{\\c&H0000FF&}it{\\c}")),
    ],
)
def test_the_two_cues_come_out(kind: str, text: str) -> None:
    assert spans(text) == [(1_000, 2_500), (3_000, 4_000)], kind
    assert texts(text) == ["The kettle sings.", "Pour it."], kind


def test_the_index_is_kept_as_it_stands() -> None:
    for index in ("", "1", "007", "#7", "7.", "abc"):
        text = PLAIN.replace("1\n00", f"{index}\n00" if index else "00")
        assert read_cues(text)[0].id == index


@pytest.mark.parametrize(
    ("times", "start", "end"),
    [
        ("100:00:01,000 --> 1234:00:02,000", 360_001_000, 4_442_402_000),
        ("01:01:01,001 --> 01:01:01,010", 3_661_001, 3_661_010),
        ("59:59.9 --> 1:00:02.3", 3_599_900, 3_602_300),
        ("00:90:00,000 --> 00:90:75,000", 5_400_000, 5_475_000),
        ("00:00:05,000 --> 00:00:04,000", 5_000, 4_000),
        ("00:00:05,000 --> 00:00:05,000", 5_000, 5_000),
        ("-00:00:01,000 --> 00:00:04,000", 0, 4_000),
        ("00:00:05,000 -->", 5_000, 5_000),
    ],
)
def test_times_are_milliseconds(times: str, start: int, end: int) -> None:
    assert spans(f"1\n{times}\nTea.\n") == [(start, end)]


def test_a_number_that_is_said_is_text_and_the_last_before_the_times_is_the_index() -> None:
    assert texts(f"1\n{FIRST}\n42\n\n2\n{SECOND}\n1066\n1848\n\n3\n{SECOND}\n12") == [
        "42",
        "1066\n1848",
        "12",
    ]
    tight = f"1\n{FIRST}\nHow many?\n42\n2\n{SECOND}\n7\n"
    assert [(cue.id, cue.text) for cue in read_cues(tight)] == [("1", "How many?\n42"), ("2", "7")]


def test_a_number_is_said_where_no_cue_has_an_index() -> None:
    assert texts(f"{FIRST}\n1066\n\n{SECOND}\nA year.\n") == ["1066", "A year."]
    assert texts(f"{FIRST}\n1066\n{SECOND}\nA year.\n") == ["1066", "A year."]
    assert texts(f"{FIRST}\n1066\n00:00:03.000 -> 00:00:04.000\nSo.\n") == ["1066", "So."]


def test_a_number_between_blank_lines_is_the_index_where_it_is_the_next() -> None:
    assert texts(f"1\n{FIRST}\nWhen?\n\n1066\n\n{SECOND}\nSo.\n") == ["When?\n\n1066", "So."]
    assert texts(f"1\n{FIRST}\nWhen?\n\n2\n\n{SECOND}\nSo.\n") == ["When?", "So."]
    assert texts(f"1\n{FIRST}\nWhen?\n\n1066\n") == ["When?\n\n1066"]


def test_a_number_between_blank_lines_is_the_index_where_the_first_stands_so() -> None:
    spaced = f"5\n{FIRST}\nWhen?\n\n9\n{SECOND}\nSo.\n".replace("\n", "\n\n")
    assert [(cue.id, cue.text) for cue in read_cues(spaced)] == [("5", "When?"), ("9", "So.")]


def test_a_word_by_itself_above_the_times_is_an_index_where_others_have_one() -> None:
    assert texts(f"1\n{FIRST}\nYes.\n\nIndeed\n{SECOND}\nSo.\n") == ["Yes.", "So."]
    assert texts(f"1\n{FIRST}\nYes.\nIndeed\n{SECOND}\nSo.\n") == ["Yes.\nIndeed", "So."]
    assert texts(f"1\n{FIRST}\n\nIndeed\n{SECOND}\nSo.\n") == ["Indeed", "So."]
    assert texts(f"{FIRST}\nYes.\n\nIndeed\n{SECOND}\nSo.\n") == ["Yes.\n\nIndeed", "So."]


def test_words_go_on_behind_a_blank_line() -> None:
    assert texts(
        f"1\n{FIRST}\nFirst.\n\nThen this.\n\n1066\n\n2\n{SECOND}\nLast.\n\nOf all.\n"
    ) == [
        "First.\n\nThen this.\n\n1066",
        "Last.\n\nOf all.",
    ]


def test_an_arrow_that_is_no_timing_is_text() -> None:
    said = "tea --> cup\n--> there\n5 --> 6\n10:30 --> 11:30\n10:30 --> Rome\nat 0:01 --> 0:02"
    assert texts(f"1\n{FIRST}\n{said}\n\n2\n{SECOND}\nPour it.\n") == [said, "Pour it."]
    apart = "tea\n\n5 --> 6\n\n10:30 --> Rome\n\n0:01 --> 0:02 is short"
    assert texts(f"1\n{FIRST}\n{apart}\n\n2\n{SECOND}\nPour it.\n") == [apart, "Pour it."]
    coarse = f"1\n00:00:01 --> 00:00:02\nSee:\n{SECOND}\n"
    assert texts(coarse) == [f"See:\n{SECOND}"]
    quoted = f"{SECOND} is how it is written"
    assert texts(f"1\n{FIRST}\nSee?\n{quoted}\n") == [f"See?\n{quoted}"]


def test_a_cue_may_be_empty() -> None:
    assert texts(f"1\n{FIRST}\n\n2\n{SECOND}\nPour it.\n\n3\n{SECOND}\n") == ["", "Pour it.", ""]
    assert texts(f"1\n{FIRST}\n2\n{SECOND}\nPour it.") == ["", "Pour it."]
    assert texts(f"1\n{FIRST}\n{{\\an8}}\n\n") == [""]


def test_the_order_is_that_of_the_text() -> None:
    assert spans(f"2\n{SECOND}\nB\n\n1\n{FIRST}\nA\n") == [(3_000, 4_000), (1_000, 2_500)]


def test_styling_goes_and_what_is_no_styling_stays() -> None:
    assert texts(f"1\n{FIRST}\n<u>2<3, 5>1</u> <sighs> {{soft}} <3 {{\\open\n") == [
        "2<3, 5>1 <sighs> {soft} <3 {\\open"
    ]
    assert texts(f"1\n{FIRST}\n<i>one<br/>two</i>\\Nthree <00:00:01.500>four\n") == [
        "one\ntwo\nthree four"
    ]
    assert texts(f"1\n{FIRST}\n&lt;i&gt; salt &amp; rye, B&B;\n") == ["<i> salt & rye, B&B;"]


def test_a_voice_is_who_speaks() -> None:
    (cue,) = read_cues(f"1\n{FIRST}\n<v Ann &amp; Bo>Tea?</v>\n<v.loud Tom>No.\n<v Tom >Yes.\n")
    assert (cue.voices, cue.text) == (("Ann & Bo", "Tom"), "Tea?\nNo.\nYes.")


@pytest.mark.parametrize("text", ["", "\n\n", "Only words.\n", "1\n2\n3\n", "-->", "{}"])
def test_a_text_that_is_no_srt_has_no_cues(text: str) -> None:
    assert read_cues(text) == []


@given(st.text(), st.integers(0, len(PLAIN)), st.text(max_size=9))
def test_whatever_the_text_cues_are_sound(any_text: str, at: int, new: str) -> None:
    for text in (any_text, PLAIN[:at], PLAIN[:at] + new + PLAIN[at:]):
        for cue in read_cues(text):
            assert cue.start >= 0 <= cue.end
            assert cue.text == cue.text.strip()


INDEX = st.integers(0, 9_999).map(str)
SAID = st.lists(st.text("ab 1.\xa0é", min_size=1).filter(lambda line: line.strip()), max_size=3)
CLOCK = st.integers(0, 399_999_999)


def written(millis: int) -> str:
    seconds, rest = divmod(millis, 1_000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d},{rest:03d}"


@given(st.lists(st.tuples(INDEX, CLOCK, CLOCK, SAID)))
def test_what_is_written_well_is_read_as_it_was(
    cues: list[tuple[str, int, int, list[str]]],
) -> None:
    text = "".join(
        f"{index}\n{written(start)} --> {written(end)}\n" + "".join(f"{x}\n" for x in lines) + "\n"
        for index, start, end, lines in cues
    )
    assert read_cues(text) == [
        Cue(index, start, end, "\n".join(lines).strip()) for index, start, end, lines in cues
    ]


def test_an_arrow_without_its_head_parts_full_clocks_alone() -> None:
    assert spans(PLAIN.replace("-->", "--.")) == [(1_000, 2_500), (3_000, 4_000)]
    assert spans(PLAIN.replace("-->", "--")) == [(1_000, 2_500), (3_000, 4_000)]
    said = "10:30 -- 11:30\n10:00 --. 11:00\n\n11:00:01 -- 12:00:00"
    assert texts(PLAIN.replace("The kettle sings.", said))[0] == said
