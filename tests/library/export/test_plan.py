"""What happens to a file where a document is to go: nothing of the reader's is lost."""

import os
import stat
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from braidtui.formats.markdown.form import MarkdownForm
from braidtui.library.export import plan as planning
from braidtui.library.export.documents import Document, documents
from braidtui.library.export.plan import ExportRefused, Plan, plan, plan_whole
from braidtui.library.opened import Opened

NAME = "007-seven-looms.md"
Tree = dict[str, bytes | str]


@pytest.fixture
def document(opened: Opened) -> Document:
    return documents(opened, None, MarkdownForm())[0]


@pytest.fixture
def later(corrected: Opened) -> Document:
    return documents(corrected, None, MarkdownForm())[0]


def tree(folder: Path) -> Tree:
    """Every file of a folder by name, a link as where it leads to."""
    return {
        it.name: str(it.readlink()) if it.is_symlink() else b"" if it.is_dir() else it.read_bytes()
        for it in folder.iterdir()
    }


def test_a_new_file_is_written_whole(tmp_path: Path, document: Document) -> None:
    planned = plan(tmp_path, document)
    assert (planned.path, planned.deed, planned.reason) == (tmp_path / NAME, "new", "")
    assert planned.write() == (tmp_path / NAME, "new", None)
    assert tree(tmp_path) == {NAME: document.text.encode()}


def test_a_folder_that_is_missing_is_made(tmp_path: Path, document: Document) -> None:
    path = tmp_path / "a" / "b" / "mine.md"
    plan(path, document).write()
    assert path.read_text() == document.text


def test_where_nothing_changes_the_file_is_not_touched(tmp_path: Path, document: Document) -> None:
    plan(tmp_path, document).write()
    os.utime(tmp_path / NAME, ns=(1, 1))
    before = (tmp_path / NAME).stat()
    planned = plan(tmp_path, document)
    assert planned.deed == "same"
    assert planned.write().deed == "same"
    after = (tmp_path / NAME).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, 1)


def test_a_renewal_keeps_all_that_is_the_readers(
    tmp_path: Path, document: Document, later: Document
) -> None:
    def mine(text: str) -> bytes:
        text = text.replace("---\n\n<!--", "tags: [loom]  # mine\n---\nBefore.\n\n<!--")
        return f"{text}\nAfter.  \r\n\tNo end".encode()

    path = tmp_path / "mine.md"
    path.write_bytes(mine(document.text))
    path.chmod(0o640)
    planned = plan(path, later)
    assert planned.deed == "renewed"
    assert planned.write() == (path, "renewed", None)
    assert path.read_bytes() == mine(later.text)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert plan(path, later).deed == "same"
    assert list(tree(tmp_path)) == ["mine.md"]


def test_a_file_with_other_line_ends_is_renewed_in_them(
    tmp_path: Path, document: Document, later: Document
) -> None:
    path = tmp_path / NAME
    path.write_bytes(document.text.replace("\n", "\r\n").encode())
    assert plan(tmp_path, document).deed == "same"
    plan(tmp_path, later).write()
    assert path.read_bytes() == later.text.replace("\n", "\r\n").encode()


def test_without_front_matter_that_of_the_file_stays(
    tmp_path: Path, opened: Opened, corrected: Opened, document: Document
) -> None:
    plan(tmp_path, document).write()
    (bare,) = documents(corrected, None, MarkdownForm(front_matter=False))
    plan(tmp_path, bare).write()
    head = document.text.partition("<!--")[0]
    assert bare.text.startswith("<!-- braidtui:begin ")
    assert (tmp_path / NAME).read_text() == head + bare.text


def test_an_empty_file_may_be_filled(tmp_path: Path, document: Document) -> None:
    (tmp_path / NAME).write_text("\n")
    assert plan(tmp_path, document).write().deed == "renewed"
    assert (tmp_path / NAME).read_text() == document.text


def test_tags_for_obsidian_are_the_readers_once_they_are_written(
    tmp_path: Path, opened: Opened, corrected: Opened
) -> None:
    form = MarkdownForm(flavor="obsidian")
    plan(tmp_path, documents(opened, None, form)[0]).write()
    path = tmp_path / NAME
    aliases, tags = "aliases:\n  - Seven Looms\n", "tags:\n  - podcast\n  - podcast/braid\n"
    assert aliases + tags in path.read_text()
    path.write_text(path.read_text().replace(aliases, "").replace(tags, "tags: [loom]\n"))
    plan(tmp_path, documents(corrected, None, form)[0]).write()
    assert "tags: [loom]\n---\n" in path.read_text()
    assert "aliases" not in path.read_text()


def edited(text: str) -> bytes:
    return text.replace("So it is", "So it was").encode()


def of_another(text: str) -> bytes:
    return text.replace("braid/007", "braid/008").encode()


def twice(text: str) -> bytes:
    return (text + text).encode()


def without_end(text: str) -> bytes:
    return text.replace("<!-- braidtui:end -->", "").encode()


def with_bad_keys(text: str) -> bytes:
    return text.replace("title:", "title: [").encode()


REFUSED = (
    (edited, "has been edited inside its block"),
    (of_another, "holds braid/008, not braid/007"),
    (twice, "more than one block"),
    (without_end, "is gone"),
    (with_bad_keys, "its front matter is no YAML"),
    (lambda _: b"# Mine\n", "was not written by braidtui"),
    (lambda text: text.encode("utf-16"), "is no text in UTF-8"),
)


@pytest.mark.parametrize(("spoilt", "words"), REFUSED)
def test_what_is_not_ours_to_renew_is_refused_and_with_force_kept_in_a_copy(
    tmp_path: Path,
    document: Document,
    later: Document,
    spoilt: Callable[[str], bytes],
    words: str,
) -> None:
    found = spoilt(document.text)
    (tmp_path / NAME).write_bytes(found)
    planned = plan(tmp_path, later)
    assert planned.deed == "refused"
    assert words in planned.reason
    with pytest.raises(ExportRefused, match=words):
        planned.write()
    assert tree(tmp_path) == {NAME: found}
    copy = tmp_path / f"{NAME}.bak"
    assert planned.write(force=True) == (tmp_path / NAME, "replaced", copy)
    assert tree(tmp_path) == {NAME: later.text.encode(), copy.name: found}


def test_with_force_an_edited_block_is_renewed_and_the_rest_stays(
    tmp_path: Path, document: Document, later: Document
) -> None:
    (tmp_path / NAME).write_bytes(edited(document.text) + b"\nAfter.")
    plan(tmp_path, later).write(force=True)
    assert (tmp_path / NAME).read_text() == later.text + "\nAfter."


def test_no_copy_takes_the_place_of_another(tmp_path: Path, document: Document) -> None:
    (tmp_path / NAME).write_text("second")
    (tmp_path / f"{NAME}.bak").write_text("first")
    assert plan(tmp_path, document).write(force=True).copy == tmp_path / f"{NAME}.bak-2"
    assert (tmp_path / f"{NAME}.bak").read_text() == "first"
    assert (tmp_path / f"{NAME}.bak-2").read_text() == "second"


@pytest.mark.parametrize("leads_to", ["victim", "nothing"])
def test_a_link_is_refused_and_with_force_only_the_link_goes(
    tmp_path: Path, document: Document, leads_to: str
) -> None:
    (tmp_path / "victim").write_text(document.text)
    (tmp_path / NAME).symlink_to(leads_to)
    before = tree(tmp_path)
    planned = plan(tmp_path, document)
    assert (planned.deed, planned.reason) == ("refused", "is a link")
    with pytest.raises(ExportRefused):
        planned.write()
    assert tree(tmp_path) == before
    planned.write(force=True)
    forced = {NAME: document.text.encode(), f"{NAME}.bak": leads_to}
    assert tree(tmp_path) == {"victim": document.text.encode(), **forced}


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_a_folder_or_a_pipe_is_refused_also_with_force(
    tmp_path: Path, document: Document, make: Callable[[Path], None]
) -> None:
    make(tmp_path / NAME)
    planned = plan(tmp_path, document)
    assert (planned.deed, planned.forced) == ("refused", "")
    with pytest.raises(ExportRefused, match="is a "):
        planned.write(force=True)
    assert [it.name for it in tmp_path.iterdir()] == [NAME]


@pytest.mark.parametrize("place", ["file/a.md", "file/deeper/a.md", "link/a.md"])
def test_what_would_lie_in_no_folder_is_refused_at_once(
    tmp_path: Path, document: Document, place: str
) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to("nothing")
    planned = plan(tmp_path / place, document)
    parent = tmp_path / place.partition("/")[0]
    words = f"would lie in {parent}, which is no folder"
    assert planned[1:4] == ("refused", words, "")
    with pytest.raises(ExportRefused, match="which is no folder"):
        planned.write(force=True)


def test_where_nothing_can_be_written_it_is_refused_unless_it_is_the_same(
    tmp_path: Path, document: Document, later: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan(tmp_path, document).write()
    (tmp_path / "mine.md").write_text("mine")
    monkeypatch.setattr(os, "access", lambda folder, mode: Path(folder) != tmp_path)
    words = f"lie in {tmp_path}, where nothing can be written"
    assert plan(tmp_path / "a" / "b.md", document).reason == f"would {words}"
    assert plan(tmp_path, later).reason == words.replace("lie", "lies", 1)
    assert plan(tmp_path / "mine.md", later).forced == ""
    assert plan(tmp_path, document).deed == "same"


def test_a_read_only_file_is_refused_unless_it_is_the_same(
    tmp_path: Path, document: Document, later: Document
) -> None:
    plan(tmp_path, document).write()
    (tmp_path / NAME).chmod(0o444)
    assert plan(tmp_path, document).deed == "same"
    assert plan(tmp_path, later).reason == "is read-only"
    plan(tmp_path, later).write(force=True)
    assert (tmp_path / NAME).read_text() == later.text


def becomes_a_link(path: Path, leads_to: str = "victim") -> None:
    path.unlink(missing_ok=True)
    path.symlink_to(leads_to)


def becomes_a_folder(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()


def is_saved_by_an_editor(path: Path) -> None:
    path.write_text("Mine, just now.")


@pytest.mark.parametrize("meddle", [becomes_a_link, becomes_a_folder, is_saved_by_an_editor])
@pytest.mark.parametrize("before", ["nothing", "old", "foreign"])
def test_what_came_between_plan_and_write_is_left_as_it_is(
    tmp_path: Path,
    document: Document,
    later: Document,
    meddle: Callable[[Path], None],
    before: str,
) -> None:
    (tmp_path / "victim").write_text("victim")
    if before != "nothing":
        (tmp_path / NAME).write_text(document.text if before == "old" else "foreign")
    planned = plan(tmp_path, later)
    meddle(tmp_path / NAME)
    expected = tree(tmp_path)
    with pytest.raises(ExportRefused, match="at this very moment"):
        planned.write(force=True)
    assert tree(tmp_path) == expected


def test_what_comes_while_it_is_written_is_left_as_it_is(
    tmp_path: Path, document: Document, later: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan(tmp_path, document).write()
    planned = plan(tmp_path, later)
    write_whole = planning.write_whole

    def meddled(path: Path, data: bytes, **options: object) -> None:
        is_saved_by_an_editor(path)
        write_whole(path, data, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(planning, "write_whole", meddled)
    with pytest.raises(ExportRefused, match="at this very moment"):
        planned.write()
    assert tree(tmp_path) == {NAME: b"Mine, just now."}


def test_a_full_disk_leaves_the_file_as_it_was(
    tmp_path: Path, document: Document, later: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    plan(tmp_path, document).write()
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        plan(tmp_path, later).write()
    assert tree(tmp_path) == {NAME: document.text.encode()}


def test_a_picture_is_written_once_and_replaced_with_force_alone(tmp_path: Path) -> None:
    def planned(text: str) -> Plan:
        return plan_whole(tmp_path, "a.svg", text)

    assert planned("one").write().deed == "new"
    assert planned("one").write().deed == "same"
    assert (planned("two").deed, planned("two").reason) == ("refused", "is there already")
    planned("two").write(force=True)
    assert tree(tmp_path) == {"a.svg": b"two", "a.svg.bak": b"one"}


AROUND = st.text(st.characters(exclude_categories=["Cs"])).filter(lambda it: "braidtui:" not in it)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(AROUND, AROUND)
def test_any_text_around_the_block_outlives_a_renewal_byte_for_byte(
    tmp_path: Path, document: Document, later: Document, before: str, after: str
) -> None:
    path = tmp_path / "mine.md"

    def mine(text: str) -> bytes:
        head, begin, block = text.partition("<!-- braidtui:begin")
        return f"{head}{before}\n{begin}{block}{after}".encode()

    path.write_bytes(mine(document.text))
    assert plan(path, document).deed == "same"
    plan(path, later).write()
    assert path.read_bytes() == mine(later.text)


def test_two_that_keep_a_copy_at_once_do_not_share_its_name(
    tmp_path: Path, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / NAME).write_text("foreign")
    (tmp_path / f"{NAME}.bak").write_text("of another process")
    monkeypatch.setattr("os.path.lexists", lambda _path: False)  # it was not there a moment ago
    assert plan(tmp_path, document).write(force=True).copy == tmp_path / f"{NAME}.bak-2"
    assert (tmp_path / f"{NAME}.bak").read_text() == "of another process"


def test_no_race_with_a_link_reaches_the_file_it_leads_to(
    tmp_path: Path, document: Document, later: Document
) -> None:
    folder, victim = tmp_path / "out", tmp_path / "victim"
    folder.mkdir()
    victim.write_text(document.text)
    path, is_done = folder / "mine.md", threading.Event()

    def swap() -> None:
        while not is_done.is_set():
            with suppress(FileExistsError):
                becomes_a_link(path, "../victim")
            path.unlink(missing_ok=True)
            path.write_text(document.text)

    swapping = threading.Thread(target=swap)
    swapping.start()
    try:
        for number in range(200):
            with suppress(ExportRefused, OSError):
                plan(path, later if number % 2 else document).write(force=number % 3 == 0)
    finally:
        is_done.set()
        swapping.join()
    assert victim.read_text() == document.text
    assert sorted(it.name for it in tmp_path.iterdir()) == ["out", "victim"]
