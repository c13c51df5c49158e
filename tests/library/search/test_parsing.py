"""What a typed query means."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braidtui.episode.safe_text import clean_line
from braidtui.library.search.parsing import MOST_TYPED, parse
from braidtui.library.search.query import Days, Numbers, Phrase, Query


def said(query: Query) -> list[str]:
    """The clauses in a plain form: `a|-b`, `"a b"`, `wi*`, `speaker=ona*`, `dur=1..2`."""
    return ["|".join(_atom(atom.what, atom.is_not) for atom in clause) for clause in query.clauses]


def _atom(what: object, is_not: bool) -> str:
    sign = "-" if is_not else ""
    if isinstance(what, Phrase):
        return sign + _phrase(what)
    wanted = what.wanted
    if isinstance(wanted, Phrase):
        return f"{sign}{what.field}={_phrase(wanted)}"
    if isinstance(wanted, Numbers | Days):
        return f"{sign}{what.field}={_end(wanted.first)}..{_end(wanted.last)}"
    return f"{sign}{what.field}={wanted}"


def _phrase(phrase: Phrase) -> str:
    return (
        "+".join(phrase.words)
        + ("*" if phrase.is_prefix else "")
        + ("´" if phrase.accented else "")
    )


def _end(end: object) -> str:
    return "" if end is None else str(end)


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("", []),
        ("  \t ", []),
        ("rocket floor", ["rocket", "floor"]),
        ("Rocket\xa0FLOOR\u3000x", ["rocket", "floor", "x"]),
        ("don't c++ 3.14", ["don+t", "c", "3+14"]),
        ("東京 タワー", ["東+京", "タ+ワ+ー"]),
        ("Café naïve", ["cafe´", "naive´"]),
        ("??? !! … ++", []),
        ("(rocket) (floor", ["rocket", "floor"]),
        # phrases
        ('"a phrase"', ["a+phrase"]),
        ("“a phrase” «or two» „so”", ["a+phrase", "or+two", "so"]),
        ('"runs to the end', ["runs+to+the+end"]),
        ('"one"two"three"', ["one", "two", "three"]),
        ('27" monitor', ["27", "monitor"]),
        ('a"b c"d', ["a", "b+c", "d"]),
        ('""', []),
        # leaving out
        ("-rocket", ["-rocket"]),
        ("–rocket —floor −x", ["-rocket", "-floor", "-x"]),
        ('-"a phrase"', ["-a+phrase"]),
        ("-speaker:ona", ["-speaker=ona*"]),
        ("well-known - --rebuild", ["well+known", "rebuild"]),
        # alternatives
        ("a OR b", ["a|b"]),
        ("x a OR b OR c y", ["x", "a|b|c", "y"]),
        ("a OR -b", ["a|-b"]),
        ('speaker:ona OR "a b"', ["speaker=ona*|a+b"]),
        ("a or b Or", ["a", "or", "b", "or"]),
        ('a "OR" b -OR', ["a", "or", "b", "-or"]),
        ("OR a", ["or", "a"]),
        ("a OR", ["a", "or"]),
        ("OR", ["or"]),
        ("a OR OR b", ["a", "or", "or", "b"]),
        ("x ??? OR b", ["x", "b"]),
        ("a OR ??? OR b", ["a|b"]),
        # beginnings
        ("wi*", ["wi*"]),
        ("wi** *", ["wi*"]),
        ('"two wi*" "two wi"*', ["two+wi*", "two+wi*"]),
        ("-wi*", ["-wi*"]),
        ("c++*", ["c"]),
        # fields
        ("speaker:ona", ["speaker=ona*"]),
        ("SPEAKER:Ona", ["speaker=ona*"]),
        ('speaker:"Ona Pell"', ["speaker=ona+pell"]),
        ('speaker:"Ona Pe"*', ["speaker=ona+pe*"]),
        ("speaker:“Ona Pell”", ["speaker=ona+pell"]),
        ("speaker：ona", ["speaker=ona*"]),
        ("speaker: ona floor", ["speaker=ona*", "floor"]),
        ('-speaker: "ona p"', ["-speaker=ona+p"]),
        (
            "role:host model:gpt-5.5 voice:grok/ara",
            ["role=host*", "model=gpt+5+5*", "voice=grok+ara*"],
        ),
        ("show:braid in:floor title:wall", ["show=braid*", "in=floor*", "title=wall*"]),
        ("site:en.example.org", ["site=en+example+org*"]),
        ("speaker:Zoë", ["speaker=zoe*´"]),
        ("has:quote has:Sources", ["has=quote", "has=source"]),
        ("is:read is:UNREAD", ["is=read", "is=unread"]),
        # what only looks like a field
        ("https://example.org/a", ["https+example+org+a"]),
        ("at 12:34", ["at", "12+34"]),
        ("note: this", ["note", "this"]),
        ("std::vector", ["std+vector"]),
        ('"speaker:ona"', ["speaker+ona"]),
        ("re:invent", ["re+invent"]),
    ],
)
def test_what_is_typed_means(typed: str, meaning: list[str]) -> None:
    query = parse(typed)
    assert said(query) == meaning
    assert query.complaints == ()


MINUTE = 60_000


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("episode:8", "episode=8..8"),
        ("episode:008", "episode=8..8"),
        ("episode:3..8", "episode=3..8"),
        ("episode:8..3", "episode=3..8"),
        ("episode:..8", "episode=..8"),
        ("episode:3…", "episode=3.."),
        ("episode:>3", "episode=4.."),
        ("episode:<=3", "episode=..3"),
        ("episode:dispatch-008", "episode=dispatch+008"),
        ("date:2026", "date=2026-01-01..2026-12-31"),
        ("date:2026-02", "date=2026-02-01..2026-02-28"),
        ("date:2024-2", "date=2024-02-01..2024-02-29"),
        ("date:9999", "date=9999-01-01..9999-12-31"),
        ("date:2026–05–20", "date=2026-05-20..2026-05-20"),
        ("date:2026-05..2026-07-04", "date=2026-05-01..2026-07-04"),
        ("date:2026-07..2026-05", "date=2026-05-01..2026-07-31"),
        ("date:2026-05-01..", "date=2026-05-01.."),
        ("date:..2026", "date=..2026-12-31"),
        ("date:>2026-05", "date=2026-06-01.."),
        ("date:>=2026-05", "date=2026-05-01.."),
        ("date:<2026", "date=..2025-12-31"),
        ('date:"2026 .. 2027"', "date=2026-01-01..2027-12-31"),
        ("date: 2026", "date=2026-01-01..2026-12-31"),
        ("dur:45", f"dur={45 * MINUTE}..{46 * MINUTE - 1}"),
        ("dur:1h30m", f"dur={90 * MINUTE}..{91 * MINUTE - 1}"),
        ("dur:1h30", f"dur={90 * MINUTE}..{91 * MINUTE - 1}"),
        ("dur:90s", f"dur={90_000}..{90_999}"),
        ("dur:00:30:00", f"dur={30 * MINUTE}..{30 * MINUTE + 999}"),
        ("dur:>30m", f"dur={30 * MINUTE + 1}.."),
        ("dur:<1h", f"dur=..{60 * MINUTE - 1}"),
        ("dur:>=1.5h", f"dur={90 * MINUTE}.."),
        ("dur:10m..20m", f"dur={10 * MINUTE}..{20 * MINUTE}"),
        ("dur:10..1h", f"dur={10 * MINUTE}..{60 * MINUTE}"),
        ("dur:5min..", f"dur={5 * MINUTE}.."),
    ],
)
def test_numbers_days_and_lengths_may_be_ranges(typed: str, meaning: str) -> None:
    query = parse(typed)
    assert said(query) == [meaning]
    assert query.complaints == ()


@pytest.mark.parametrize(
    ("typed", "meaning", "complaint"),
    [
        (
            "speakr:ona",
            ["speakr+ona"],
            '"speakr:" is no field (did you mean "speaker"?): searched as words',
        ),
        (
            "duration:>30m",
            ["duration+30m"],
            '"duration:" is no field (did you mean "dur"?): searched as words',
        ),
        ("-xyzzy:1", ["-xyzzy+1"], '"xyzzy:" is no field: searched as words'),
        ('xyzzy:"a b"', ["xyzzy+a+b"], '"xyzzy:" is no field: searched as words'),
        (
            "is:reed",
            ["is+reed"],
            '"is:reed" is searched as words: "is:" takes read or unread (did you mean "read"?)',
        ),
        ("has:", ["has"], '"has:" is searched as words: "has:" takes quote or source'),
        ("has: it all", ["has", "it", "all"], '"has:" is searched as words'),
        ("speaker:", ["speaker"], '"speaker:" is searched as words: "speaker:" takes a name'),
        ('speaker:"" a', ["speaker", "a"], '"speaker:""" is searched as words'),
        ("speaker: OR b", ["speaker|b"], '"speaker:" is searched as words'),
        ("speaker: -b", ["speaker", "-b"], '"speaker:" is searched as words'),
        (
            "date:2026-13",
            ["date+2026+13"],
            '"date:2026-13" is searched as words: "date:" takes 2026',
        ),
        ("date:2026-02-30", ["date+2026+02+30"], "date:"),
        ("date:0000", ["date+0000"], "date:"),
        ("date:>9999", ["date+9999"], "date:"),
        ("date:<0001", ["date+0001"], "date:"),
        ("date:..", ["date"], "date:"),
        ("date:today", ["date+today"], "date:"),
        ("dur:long", ["dur+long"], "dur:"),
        ("dur:>", ["dur"], "dur:"),
        ("dur:1..2..3", ["dur+1+2+3"], "dur:"),
        ("episode:3..x", ["episode+3+x"], "episode:"),
        ("*ing", ["ing"], '"*ing": "*" counts only at the end of a word'),
        ('"wi* two"', ["wi+two"], '"*" counts only at the end of a word'),
        ("a AND b", ["a", "and", "b"], '"AND" is searched as a word'),
        ("a NOT b", ["a", "not", "b"], '"NOT" is searched as a word'),
        ("-(a b)", ["a", "b"], '"-" leaves out what it stands right before'),
        ("spea\x1bkr:x\u202e", ["spea", "kr+x"], ""),
        ("zyx:\u202e\x9b31m", ["zyx", "31m"], ""),
    ],
)
def test_what_is_not_understood_is_said_and_searched_as_words(
    typed: str, meaning: list[str], complaint: str
) -> None:
    query = parse(typed)
    assert said(query) == meaning
    assert [complaint in words for words in query.complaints] == ([True] if complaint else [])


def test_shouting_is_no_operator() -> None:
    assert parse("DO NOT PANIC").complaints == ()


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("roc", ["roc*"]),
        ("roc ", ["roc"]),
        ("a roc", ["a", "roc*"]),
        ("roc.", ["roc"]),
        ("don’t", ["don+t*"]),
        ('"a phr', ["a+phr*"]),
        ('"a phr ', ["a+phr"]),
        ('"a phr"', ["a+phr"]),
        ("-roc", ["-roc"]),
        ("a OR", ["a"]),
        ("a OR ", ["a"]),
        ("a OR b", ["a|b*"]),
        ("OR", ["or*"]),
        ("speaker:", []),
        ("speaker: ", []),
        ("speaker:o", ["speaker=o*"]),
        ('speaker:"Ona Pe', ["speaker=ona+pe*"]),
        ("is:un", []),
        ("is:unread", ["is=unread"]),
        ("date:202", []),
        ("date:2026..20", []),
        ("dur:>", []),
        ("a has:", ["a"]),
    ],
)
def test_what_is_being_typed_may_go_on(typed: str, meaning: list[str]) -> None:
    query = parse(typed, as_you_type=True)
    assert said(query) == meaning
    assert query.complaints == ()


def test_what_is_finished_is_complained_of_as_one_types() -> None:
    assert len(parse("date:soon ", as_you_type=True).complaints) == 1
    assert len(parse("speakr:o", as_you_type=True).complaints) == 1


def test_a_filter_tells_how_it_was_typed() -> None:
    (only,), (other,) = parse('-speaker: "Ona Pell"  DATE:2026').clauses
    assert (only.what.typed, other.what.typed) == ('-speaker: "Ona Pell"', "DATE:2026")
    assert other.what.wanted == Days(datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))


def test_a_long_query_is_cut_and_that_is_said() -> None:
    query = parse("word " * 100)
    assert len(query.clauses) == 64
    assert query.complaints == ("only the first 64 words are searched for",)
    (phrase,) = parse('x "' + "café " * 100).clauses[1]
    assert len(phrase.what.words) == 63
    assert phrase.what.accented.count("é") == 63
    (name,) = parse("title:" + "x-" * 100 + " y").clauses
    assert len(name[0].what.wanted.words) == 64
    query = parse("a" * MOST_TYPED + " b")
    assert (len(query.typed), len(query.clauses)) == (MOST_TYPED, 1)
    assert query.complaints == ("only the first 10,000 characters are read",)


def test_the_first_complaints_are_told_and_how_many_more_there_are() -> None:
    query = parse(" ".join(f"is:x{number}" for number in range(20)))
    assert len(query.complaints) == 6
    assert query.complaints[-1] == "and 15 more like these"


HOSTILE = [
    "\0",
    "\0".join("rocket"),
    '"',
    '""""""""',
    "“”„«»‟″",
    "OR",
    "OR OR OR",
    "- -- — −-",
    "*",
    "***",
    ":",
    "::::",
    "speaker:::",
    "((((",
    ")(" * 1000,
    "'; DROP TABLE turns; --",
    '" OR 1=1 --',
    "text:rocket NEAR(a b, 3) ^x {a b}: c",
    "\ud800\udfff",
    "👩\u200d💻🇩🇪",
    "\u202e\u2066\u200b",
    "\x1b[31m\x9b\x07",
    "ﬁ İstanbul ẞ",
    "-" * 5000,
    '-"' * 5000,
    "date:" * 2000,
    "date:" + "9" * 9000,
    "dur:" + "1h" * 4000,
    "episode:" + "." * 9000,
    "speaker: " * 1200,
    "a OR " * 2500,
    "x" * 20_000,
    "東" * 20_000,
    "\u0301" * 20_000,
    "é" * 20_000,
]


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("as_you_type", [False, True])
def test_any_text_is_a_query(typed: str, as_you_type: bool) -> None:
    query = parse(typed, as_you_type=as_you_type)
    for line in (query.typed, *query.complaints):
        assert line == clean_line(line)
    assert sum(len(clause) for clause in query.clauses) <= 64
    assert all(len(line) <= 300 for line in query.complaints)


SIGNS = """a é " “ - – OR AND * : ： ( 東 \u0301 ' 8 .. > 2026 read xyz:"""
FIELDS = "speaker: date: dur: is: has: episode:"
PIECES = st.sampled_from([" ", "\0", *SIGNS.split(), *FIELDS.split()])


@given(st.lists(PIECES, max_size=20).map("".join) | st.text(max_size=60), st.booleans())
def test_a_query_is_safe_and_stays_itself(typed: str, as_you_type: bool) -> None:
    query = parse(typed, as_you_type=as_you_type)
    assert all(line == clean_line(line) for line in (query.typed, *query.complaints))
    assert all(query.clauses)
    assert parse(query.typed, as_you_type=as_you_type) == query
