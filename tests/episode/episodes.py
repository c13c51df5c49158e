"""Any episode that keeps the rules of the file, with texts that are hard to write: a strategy."""

from hypothesis import strategies as st

from braidtui.episode.colors import COLOR_NAMES
from braidtui.episode.model import Episode, Quote, Segment, Source, Speaker, Turn
from braidtui.episode.safe_text import as_body, clean, clean_line

AWKWARD = st.sampled_from(
    [
        *"-?:,[]{}#&*!|>'\"%@`~=\\",
        *(
            "- a",
            "? a",
            ": a",
            "a: b",
            "a #b",
            "a:",
            "--- a",
            "...",
            "<<",
            "yes",
            "NO",
            "On",
            "null",
        ),
        *("~", "1.10", "0x1F", "1e3", "3:12", "2026-05-20", "010", "1_000", ".nan", "-.inf", "0o7"),
        *("don't", 'say "hi"', "C:\\new", "\\", "a\\", "  two  blanks  ", "\ttab\there", "x" * 300),
        *(
            "\u2028a\u2029b\x85c",
            "a\xa0b",
            "\xa0a",
            "a\u3000",
            "שלום עולם",
            "👨‍👩‍👧‍👦",
            "e\u0301",
            "می‌خواهم",
        ),
        *(
            "漢字かな交じり文",
            "a\n\nb",
            "a\n b\n",
            "%YAML 1.1",
            "[tsk] so",
            "{a: b}",
            "a, b",
            "\ufeffa",
            "|-",
            ">-",
        ),
        *(
            "word " * 60,
            "“typographic” – it’s",
            "a\u200bb",
            "\u202egpj",
            "\x1b[31m",
            "!x",
            "@x",
            "&a *b",
        ),
    ]
)
RAW = st.one_of(AWKWARD, st.text(max_size=60), st.lists(AWKWARD, max_size=6).map(" ".join))


def clean_body(text: str) -> str:
    """A text of paragraphs, as the reader of files makes it safe."""
    return as_body(clean(text))


def seen(text: str) -> str:
    return text if text.strip() else f"{text}x"


LINE = RAW.map(clean_line).map(seen)
BODY = st.one_of(RAW, st.lists(RAW, max_size=4).map("\n\n".join)).map(clean_body).map(seen)
URL = st.one_of(
    LINE, st.text("abc/?#&=%~,[]{}:;'()é", max_size=150).map("https://example.org/".__add__)
)
DAY = st.none() | st.dates()
OPTIONAL = st.just("") | LINE
SOURCE = st.builds(Source, url=URL, title=OPTIONAL, site=OPTIONAL, date=DAY) | st.builds(
    Source, url=st.just(""), title=OPTIONAL, site=LINE, date=DAY
)
SOURCES = st.lists(SOURCE, max_size=3).map(tuple)
TIME = st.integers(0, 9_999_999_000)
COLOR = st.sampled_from(["", "#00ff7f", *COLOR_NAMES])


@st.composite
def episodes(draw: st.DrawFn) -> Episode:
    ids = draw(st.lists(LINE, min_size=1, max_size=3, unique=True))
    shape = [*draw(st.lists(st.integers(0, 3), max_size=2)), draw(st.integers(1, 3))]
    starts = iter(sorted(draw(st.lists(TIME, min_size=12, max_size=12))))
    speaker = st.sampled_from(ids)

    def turn() -> Turn:
        start = draw(st.sampled_from([None, next(starts)]))
        return Turn(draw(speaker), draw(BODY), start, draw(SOURCES))

    def segment(count: int) -> Segment:
        start = next(starts)
        return Segment(draw(LINE), start, tuple(turn() for _ in range(count)), draw(SOURCES))

    return Episode(
        title=draw(LINE),
        speakers=tuple(
            Speaker(id, draw(LINE), draw(OPTIONAL), draw(OPTIONAL), draw(OPTIONAL), draw(COLOR))
            for id in ids
        ),
        segments=tuple(segment(count) for count in shape),
        show=draw(OPTIONAL),
        number=draw(st.none() | st.integers(0, 999_999_999)),
        date=draw(DAY),
        duration=draw(st.none() | TIME),
        summary=draw(st.just("") | BODY),
        url=draw(st.just("") | URL),
        audio=draw(OPTIONAL),
        language=draw(OPTIONAL),
        note=draw(st.just("") | BODY),
        quotes=draw(
            st.lists(
                st.builds(Quote, LINE, st.just("") | speaker, st.none() | TIME), max_size=2
            ).map(tuple)
        ),
        sources=draw(SOURCES),
    )
