"""Deeds: one after the other, in a thread; on the way out none is left, and failures are known."""

from collections.abc import Callable
from threading import Thread

from braidtui.notebook.places import NotebookError
from braidtui.tui.reader.keep.deeds import Deeds


class Screen:
    """Begins no worker: what waits is done on the way out, or by who asks for it."""

    def __init__(self) -> None:
        self.complaints: list[str] = []
        self.workers: list[Callable[[], object]] = []

    def complain(self, message: str) -> None:
        self.complaints.append(message)

    def run_worker(self, work: Callable[[], object], *, group: str) -> object:
        self.workers.append(work)
        return work


def refuse() -> None:
    raise NotebookError("the disk is full")


def test_on_the_way_out_all_is_done_in_order_and_nothing_shown() -> None:
    deeds, done, shown = Deeds(Screen()), [], []
    for number in range(3):
        deeds.do(lambda number=number: done.append(number), shown.append)
    assert deeds.finish() == ""
    assert done == [0, 1, 2]
    assert shown == []


def test_what_fails_on_the_way_out_is_given_however_often_one_asks() -> None:
    screen, done = Screen(), []
    deeds = Deeds(screen)
    deeds.do(refuse, print)
    deeds.do(lambda: done.append("later"), print)
    assert deeds.finish() == "the disk is full"
    assert deeds.finish() == "the disk is full"
    assert done == ["later"]


async def test_what_fails_is_told_once_and_the_next_deed_is_done() -> None:
    screen, shown = Screen(), []
    deeds = Deeds(screen)
    deeds.do(refuse, shown.append)
    deeds.do(lambda: "done", shown.append)
    (work,) = screen.workers
    await work()
    assert screen.complaints == ["the disk is full"]
    assert shown == ["done"]
    assert deeds.finish() == ""


async def test_a_deed_that_comes_later_begins_anew() -> None:
    screen, shown = Screen(), []
    deeds = Deeds(screen)
    for word in ("one", "two"):
        deeds.do(lambda word=word: word, shown.append)
        await screen.workers.pop()()
    assert shown == ["one", "two"]


def test_two_who_finish_do_each_deed_once() -> None:
    deeds, done = Deeds(Screen()), []
    for number in range(200):
        deeds.do(lambda number=number: done.append(number), print)
    others = [Thread(target=deeds.finish) for _ in range(4)]
    for other in others:
        other.start()
    for other in others:
        other.join()
    assert done == list(range(200))
