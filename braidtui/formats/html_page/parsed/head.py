"""What a page tells of itself: its title, its date, its language, where it was."""

import datetime
import re
from typing import TYPE_CHECKING, NamedTuple

from braidtui.episode.web_address import refusal

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_TITLES = ("og:title", "twitter:title")
_DATES = ("article:published_time", "og:published_time", "date", "dc.date", "datepublished")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*+", re.ASCII)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{1,5}\)(\S{1,2048}) -->")


class Head(NamedTuple):
    """The facts of a page; "" and None where it does not tell them."""

    title: str
    own_title: str
    date: datetime.date | None
    language: str
    url: str


def read_head(page: "LexborHTMLParser", text: str) -> Head:
    """`title` is what the page calls itself for others, `own_title` what stands in its window."""
    told: dict[str, str] = {}
    for meta in page.css("meta"):
        attributes = meta.attributes
        name = (attributes.get("property") or attributes.get("name") or "").lower()
        told.setdefault(name, attributes.get("content") or "")
    window = page.css_first("title")
    return Head(
        title=next((told[name] for name in _TITLES if told.get(name)), ""),
        own_title=window.text().strip() if window else "",
        date=next(filter(None, (_day(told.get(name, "")) for name in _DATES)), None),
        language=_language(page),
        url=_address(page, told, text),
    )


def _day(text: str) -> datetime.date | None:
    day = _DAY.match(text)
    try:
        return datetime.date(*map(int, day.groups())) if day else None
    except ValueError:
        return None


def _language(page: "LexborHTMLParser") -> str:
    root = page.css_first("html")
    told = (root.attributes.get("lang") or "") if root else ""
    return told if _LANGUAGE.fullmatch(told) else ""


def _address(page: "LexborHTMLParser", told: dict[str, str], text: str) -> str:
    link = page.css_first('link[rel="canonical"]')
    saved = _SAVED_FROM.search(text, 0, 4000)
    offers = (
        (link.attributes.get("href") or "") if link else "",
        told.get("og:url", ""),
        saved[1] if saved else "",
    )
    return next((url for url in offers if url and not refusal(url)), "")
