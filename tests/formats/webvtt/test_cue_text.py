"""The text of a cue by the standard's tokenizer: words, tags, entities, voices."""

import pytest

from braidtui.formats.webvtt import read_cues
from braidtui.formats.webvtt.cue_text import Span, spans_of

TIMES = "WEBVTT\n\n00:00.000 --> 00:01.000\n"


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("rain &amp; snow", "rain & snow"),
        ("rain &amp snow", "rain & snow"),
        ("&LT;&lt;&gt;&quot;", '<<>"'),
        ("&AMP;&copy", "&©"),
        ("a&lrm;b&rlm;c&nbsp;d", "a\u200eb\u200fc\u00a0d"),
        ("&CounterClockwiseContourIntegral;", "\u2233"),
        ("&nsubE;", "\u2ac5\u0338"),
        ("&notin; &not; &not &notes", "\u2209 ¬ ¬ ¬es"),
        ("&#65;&#x42;&#67 &#X44", "ABC D"),
        ("&#0065;", "A"),
        ("&#xD800; &#0; &#99999999;", "\ufffd \ufffd \ufffd"),
        ("& && &; &7 &7; &nobody;", "& && &; &7 &7; &nobody;"),
        ("R&<b>amp;</b>B", "R&amp;B"),
        ("one <b>two</b> <i.x y>three</i>", "one two three"),
        ("<ruby>kan<rt>ji</rt></ruby>!", "kanji!"),
        ("<lang fr>oui</lang> <i>no</i>", "oui no"),
        ("one<00:00:01.500>two<01.5>three", "onetwothree"),
        ("one <c", "one "),
        ("one </b", "one "),
        ("one <0:01", "one "),
        ("a > b --&gt; c", "a > b --> c"),
        ("zero\x00byte", "zero\ufffdbyte"),
        ("two\nlines ", "two\nlines "),
    ],
)
def test_tags_go_and_entities_are_characters(raw: str, text: str, strict: bool) -> None:
    assert [cue.text for cue in read_cues(TIMES + raw, strict)] == [text]


def test_a_number_may_be_as_long_as_it_likes() -> None:
    (cue,) = read_cues(f"{TIMES}&#{9_999 * '0'}65; &#{9_999 * '7'};")
    assert cue.text == "A \ufffd"


@pytest.mark.parametrize(
    ("raw", "spans"),
    [
        ("<v Ada>Hi.</v>", [("Ada", "Hi.")]),
        ("<v Ada>Hi.", [("Ada", "Hi.")]),
        ("<v.loud.far Ada Moor>Hi.", [("Ada Moor", "Hi.")]),
        ("<v \t Ada\n  Moor >Hi.", [("Ada Moor", "Hi.")]),
        ("<v Ada &amp; Tom &lt;x&gt;>Hi.", [("Ada & Tom <x>", "Hi.")]),
        ("<v Ada>One.</v>\n<v Tom>Two.</v>", [("Ada", "One."), ("", "\n"), ("Tom", "Two.")]),
        ("<v Ada>One. <v Tom>Two.", [("Ada", "One. "), ("Tom", "Two.")]),
        ("<v Ada>One <v Tom>two</v> three", [("Ada", "One "), ("Tom", "two"), ("Ada", " three")]),
        ("So: <v Ada>Hi.", [("", "So: "), ("Ada", "Hi.")]),
        ("<v Ada>One <i>and</i> two", [("Ada", "One and two")]),
        ("<v>Hi.</v></v>", [("", "Hi.")]),
        ("<v Ada>", [("", "")]),
    ],
)
def test_a_voice_speaks_until_it_is_closed(raw: str, spans: list[tuple[str, str]]) -> None:
    assert spans_of(raw) == [Span(*span) for span in spans]


def test_a_cue_names_its_voices_in_the_order_of_the_text() -> None:
    (cue,) = read_cues(f"{TIMES}Well, <v Tom>one</v>\n<v.x Ann>two")
    assert (cue.text, cue.voices) == ("Well, one\ntwo", ("Tom", "Ann"))


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<lang fr>oui</lang> <nobody>no</nobody>", "oui no"),
        ("one</\nb>two<>three</>", "onetwothree"),
        ("one <", "one "),
        ("one <<b>two", "one two"),
        ("<video Ada><V Tom>Hi.", "Hi."),
        ("if x<y then z>w", "if xw"),
    ],
)
def test_a_tag_that_nobody_knows_is_text_but_for_the_standard(raw: str, text: str) -> None:
    (cue,), (strict,) = read_cues(TIMES + raw), read_cues(TIMES + raw, strict=True)
    assert (cue.text, strict.text) == (
        raw.replace("<b>", "").replace("</lang>", "").replace("<lang fr>", ""),
        text,
    )


@pytest.mark.parametrize(
    "raw",
    [
        *("a < b and c > d", "I <3 you", "1 <= 2", "<- that way", "<Ada Moor> hello"),
        *("a List<Text> of <ada@moor.example>", "see <https://moor.example/x> now"),
    ],
)
def test_what_nobody_means_as_a_tag_is_text_but_for_the_standard(raw: str) -> None:
    (cue,), (strict,) = read_cues(TIMES + raw), read_cues(TIMES + raw, strict=True)
    assert cue.text == raw
    assert "<" not in strict.text
