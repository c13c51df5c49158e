"""Front matter tells of the episode, whatever form it has."""

import datetime

import pytest

from braidtui.formats.prose.front_matter.facts import read_date
from tests.formats.prose.reading_prose import imported

BODY = "**Ada Moor:** Late.\n\n**Tom Lund:** Yes.\n"


def test_yaml_tells_title_show_number_date_duration_and_people() -> None:
    text = (
        "---\ntitle: Night Trains\npodcast: Rails\nepisode: 012\ndate: 2019-10-15\n"
        "duration: '1:42:21'\nurl: https://a.example/1\naudio: https://a.example/1.mp3\n"
        f"language: en\ndescription: How late.\nguests:\n  - Ada Moor\ntags: [x]\n---\n{BODY}"
    )
    episode, notices = imported(text)
    assert (episode.title, episode.show, episode.number) == ("Night Trains", "Rails", 12)
    assert (episode.date, episode.duration) == (datetime.date(2019, 10, 15), 6_141_000)
    assert (episode.url, episode.audio) == ("https://a.example/1", "https://a.example/1.mp3")
    assert (episode.language, episode.summary) == ("en", "How late.")
    assert len(episode.turns) == 2
    assert "tags" in notices[0].message


def test_broken_yaml_is_read_line_by_line_and_told() -> None:
    text = f"---\ntitle: Trains: late: again\nnote: [x\nVideo Description: a\nb: c\n---\n{BODY}"
    episode, notices = imported(text)
    assert (episode.title, len(episode.turns)) == ("Trains: late: again", 2)
    assert any("no sound YAML" in notice.message for notice in notices)


def test_an_object_of_json_may_stand_first() -> None:
    text = '{"title": "Trains", "date": 1577836800000, "hosts": [{"name": "Ada"}]}\n\n' + BODY
    episode = imported(text).episode
    assert (episode.title, episode.date) == ("Trains", datetime.date(2020, 1, 1))
    assert len(episode.turns) == 2


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert len(imported(f"---\n\n{BODY}\n---\n").episode.turns) == 2


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-06-11", (2024, 6, 11)),
        ("2019-10-15 10:00:00 -0400", (2019, 10, 15)),
        ("1577836800000", (2020, 1, 1)),
        ("\n\n\n  April 3rd, 2025", (2025, 4, 3)),
        ("3 April 2025", (2025, 4, 3)),
    ],
)
def test_a_date_is_read_in_every_form_met(text: str, day: tuple[int, int, int]) -> None:
    assert read_date(text) == datetime.date(*day)


@pytest.mark.parametrize("text", ["", "soon", "2024-13-11", "Foo 3, 2025", "9" * 5000])
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


def test_an_address_of_a_sound_is_the_audio() -> None:
    episode = imported(f"---\nurl: https://a.example/one.mp3?x=1\n---\n{BODY}").episode
    assert (episode.url, episode.audio) == ("", "https://a.example/one.mp3?x=1")


def test_json_front_matter_of_a_podcast_site_tells_length_sound_and_page() -> None:
    text = (
        '{"podcast_duration": "00:56:22", "podcast_file": "https://a.example/1.mp3",\n'
        f'"youtube_link": "https://www.youtube.com/watch?v=x"}}\n\n{BODY}'
    )
    episode = imported(text).episode
    assert (episode.duration, episode.audio) == (3_382_000, "https://a.example/1.mp3")
    assert episode.url == "https://www.youtube.com/watch?v=x"
