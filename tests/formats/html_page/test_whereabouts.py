"""Where on a page the transcript stands, and what is left out around it."""

from tests.formats.html_page.pages import FORM, episode_of, messages, told


def test_what_stands_around_a_transcript_is_left_out_and_said() -> None:
    text = (
        "<html><body>\n<nav>Home</nav>\n<p>Read on.</p><p>Buy it.</p>\n"
        f'<div id="episode-transcript">{FORM}</div>\n<footer>Imprint</footer></body>'
    )
    assert len(told(text)) == 2
    assert messages(text) == [
        (2, "2 paragraphs in the navigation left out"),
        (3, "2 paragraphs outside the transcript left out"),
    ]


def test_what_stands_above_a_heading_called_transcript_is_left_out_and_said() -> None:
    text = f"<h1>Lamps</h1><p>We talk.</p><h2>Full transcript:</h2>{FORM}<h2>Oil</h2><p>x</p>"
    episode = episode_of(text)
    assert (episode.title, len(episode.turns)) == ("Lamps", 3)
    assert [segment.title for segment in episode.segments] == ["Lamps", "Oil"]
    assert messages(text) == [(1, "1 paragraph above the transcript left out")]


def test_below_a_heading_called_transcript_most_of_the_words_must_stand() -> None:
    assert len(told(f"{FORM}<h2>Transcript</h2><p>Buy it.</p>")) == 3


def test_names_in_a_list_beside_the_transcript_hide_it_not() -> None:
    keys = "".join(f"<dt>{key}</dt><dd>Do</dd>" for key in "abcdef")
    text = f"<dl>{keys}</dl><div class=transcript><p>{'Words of the show. ' * 9}</p></div>"
    assert [start for start, _, _ in told(text)] == [None]


def test_a_line_above_pages_with_a_time_for_each_paragraph_is_left_out_and_said() -> None:
    turns = "".join(f"<cite>Ann:</cite><time>0:0{at}</time><p>Yes.</p>" for at in range(5))
    assert [words for _, _, words in told(f"<p>By the show</p>{turns}")] == ["Yes."] * 5
    assert messages(f"<p>By the show</p>{turns}") == [
        (1, "words before the first name or time are left out")
    ]


def test_an_aside_is_left_out_where_it_is_not_the_transcript() -> None:
    assert len(told(f"<aside><dl><dt>Space</dt><dd>Play</dd></dl></aside>{FORM}")) == 2
    assert len(told(f'<p>Buy it.</p><aside class="transcript">{FORM}</aside>')) == 2
    assert len(told(f"<aside>{FORM}</aside>")) == 2


def test_a_button_called_transcript_hides_nothing() -> None:
    assert len(told(f'<div class="transcript-link">Read</div>{FORM}')) == 2


def test_scripts_styles_and_pictures_say_nothing() -> None:
    text = "<script>'<p>a</p>'</script><style>p{}</style><svg><title>x</title></svg>"
    assert len(told(f"<html>{text}{FORM}")) == 2


def test_comments_and_links_to_share_are_left_out_and_said() -> None:
    around = (
        '<div class="sharedaddy">Tell friends</div><section id="comments">'
        '<ol><li class="comment"><p><b>Otto:</b> Great.</p></li></ol></section>'
    )
    page = f"{FORM}<p>Words of the show, and more of them.</p>"
    assert told(f"<article>{page}{around}</article>") == told(page)
    assert [message for _, message in messages(f"{page}{around}")] == [
        "2 paragraphs in comments, links to share or the like left out"
    ]


def test_what_is_called_a_comment_is_kept_where_it_holds_most_of_the_words() -> None:
    assert told(f'<div class="with-sidebar">{FORM}</div>') == told(FORM)
    inside = f'<div class="with-sidebar">{FORM}<p id="newsletter">Buy.</p></div>'
    assert told(inside) == told(FORM)
    assert told(f'<div class="sidebar"><div class="transcript">{FORM}</div></div>') == told(FORM)
