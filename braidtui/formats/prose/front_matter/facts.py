"""What front matter tells of an episode, under the keys that people give it."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from braidtui.episode.model import Speaker
from braidtui.episode.web_address import refusal
from braidtui.formats.prose.front_matter.values import Values
from braidtui.formats.reading.clock import read_clock
from braidtui.formats.reading.tally import Tally

_TITLE = ("title", "episode_title", "name", "headline")
_SHOW = ("show", "podcast", "podcast_name", "show_name", "series", "channel")
_NUMBER = ("number", "episode_number", "episode", "episode_id", "ep")
_DATE = ("date", "published", "publish_date", "published_at", "pubdate", "release_date")
_URL = ("url", "link", "permalink", "page", "youtube_url", "youtube_link", "video_url", "video")
_AUDIO = (
    *("audio", "audio_url", "audio_file", "mp3", "enclosure", "media", "media_url", "file"),
    "podcast_file",
)
_PEOPLE = (
    *("speakers", "speaker", "hosts", "host", "guests", "guest", "people", "participants"),
    *("cast", "attendees"),
)
_SUMMARY = ("description", "summary", "excerpt", "subtitle")
_LANGUAGE = ("language", "lang", "locale")
_DURATION = ("duration", "runtime", "podcast_duration")
_READ = frozenset(
    (*_TITLE, *_SHOW, *_NUMBER, *_DATE, *_URL, *_AUDIO, *_PEOPLE, *_SUMMARY, *_LANGUAGE, *_DURATION)
)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?[ ]+(\d{1,2})(?:st|nd|rd|th)?,?[ ]+(\d{4})\b")
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\.?[ ]+([A-Za-z]{3,9})\.?,?[ ]+(\d{4})\b")
_EPOCH = re.compile(r"(-?\d{9,10})(\d{3})?(?:\.\d{1,9})?", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LANGUAGES = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_VIDEO = re.compile(r"https?://(?:[\w-]{1,20}\.)?(?:youtube\.com|youtu\.be|vimeo\.com)/")
_SOUND = re.compile(r"[^?#]*\.(?:mp3|m4a|ogg|oga|opus|wav|flac)(?:[?#]|$)", re.IGNORECASE)
_LONGEST_DATE = 60
_LONGEST_NAME = 100


class Facts(NamedTuple):
    """What is known of an episode before its first word; `duration` is milliseconds."""

    title: str = ""
    show: str = ""
    number: int | None = None
    date: datetime.date | None = None
    duration: int | None = None
    summary: str = ""
    url: str = ""
    audio: str = ""
    language: str = ""
    cast: tuple[Speaker, ...] = ()


def facts_of(values: Values, tally: Tally) -> Facts:
    """The facts in front matter; keys that have no place, and dates in no known form, are told."""
    unread = [key for key in values if key not in _READ]
    if unread:
        tally.count(1, f"front matter that is not kept: {', '.join(unread[:12])}")
    date = read_date(_first(values, _DATE))
    if date is None and _first(values, _DATE):
        tally.count(1, "the date in the front matter is not understood")
    number = _first(values, _NUMBER).lstrip("#")
    addresses = [_first(values, keys) for keys in (_URL, _AUDIO)]
    url, audio = (address if not refusal(address) else "" for address in addresses)
    if _VIDEO.match(audio):
        url, audio = url or audio, ""
    elif not audio and _SOUND.match(url):
        url, audio = "", url
    language = _first(values, _LANGUAGE)
    return Facts(
        title=_first(values, _TITLE),
        show=_first(values, _SHOW),
        number=int(number) if re.fullmatch(r"\d{1,9}", number, re.ASCII) else None,
        date=date,
        duration=read_clock(_first(values, _DURATION)) or None,
        summary=_first(values, _SUMMARY),
        url=url,
        audio=audio,
        language=language if _LANGUAGES.fullmatch(language) else "",
        cast=tuple(dict.fromkeys(_people(values))),
    )


def read_date(text: str) -> datetime.date | None:
    """The day in `2024-06-11T09:00`, `April 3rd, 2025`, `3 April 2025`, or in seconds or
    milliseconds since 1970; None where it is none of them."""
    text = text.strip()[:_LONGEST_DATE]
    try:
        if found := _ISO.match(text):
            return datetime.date(int(found[1]), int(found[2]), int(found[3]))
        if found := _MONTH_FIRST.search(text):
            return datetime.date(int(found[3]), _month(found[1]), int(found[2]))
        if found := _DAY_FIRST.search(text):
            return datetime.date(int(found[3]), _month(found[2]), int(found[1]))
        if found := _EPOCH.fullmatch(text):
            day = datetime.datetime.fromtimestamp(int(found[1]), datetime.UTC)
            return day.date()
    except (ValueError, OverflowError, OSError):
        return None
    return None


def _month(name: str) -> int:
    """Raises ValueError where it is no month."""
    return _MONTHS.index(name[:3].casefold()) + 1


def _first(values: Values, keys: tuple[str, ...]) -> str:
    """The first text under the first of these keys that has one, as one line."""
    found = (values[key][0] for key in keys if values.get(key))
    return " ".join(next(found, "").split())


def _people(values: Values) -> Iterator[Speaker]:
    for key in _PEOPLE:
        names = values.get(key, ())
        if len(names) == 1 and "," in names[0]:
            names = tuple(names[0].split(","))
        for name in names:
            bare = " ".join(name.split()).lstrip("@")
            if bare and len(bare) <= _LONGEST_NAME:
                yield Speaker("", bare)
