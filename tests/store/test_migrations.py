from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from lib.actions import debriefs, drafts, notes, settings
from lib.domain.answers import Answer, JobEvent
from lib.domain.debriefs import Debrief
from lib.domain.followups.given_out import GivenOut
from lib.domain.jobs import Job
from lib.domain.notes import Channel, Note, NoteKind
from lib.domain.people.asks import Ask
from lib.domain.people.contacts import Contact, SameCompany
from lib.domain.profile import PROFILE_ID, Profile, Tone
from lib.domain.set_aside import SetAside
from lib.domain.store_errors import TooNew, UndoConflict
from lib.domain.strategies import Strategy
from lib.store.document import Tree
from lib.store.migrations import STEPS, climb, thanks_as_channels, version_of
from lib.store.repository import Store
from lib.store.tables import TABLES as TODAYS
from lib.store.undo_images import BIGGER_THAN
from tests.store.samples import NOON, TABLES, Firm, firm, later

NEWER = {Contact, Ask, SameCompany, JobEvent, Answer, SetAside, GivenOut}
FILES = Path(__file__).parent / "files"
"""Files as earlier versions of the app wrote them."""


def shout(tree: Tree) -> Tree:
    rows = {
        number: {**raw, "name": raw["name"].upper()}
        for number, raw in tree.get("firms", {}).items()
    }
    return {**tree, "firms": rows}


def sign(tree: Tree) -> Tree:
    rows = {number: {**raw, "remarks": "signed"} for number, raw in tree.get("firms", {}).items()}
    return {**tree, "firms": rows}


@pytest.fixture
def old(folder: Path) -> Store:
    """A store of version 1 that holds one firm."""
    store = Store(folder, tables=TABLES, steps=())
    with store.transaction(now=NOON, did="Added") as tx:
        tx.put(firm("Harbor"))
    return store


def schema(store: Store) -> int:
    version: int = json.loads(store.file.read_bytes())["_header"]["1"]["schema"]
    return version


def test_the_version_is_the_top_of_the_ladder() -> None:
    assert version_of(()) == 1
    assert version_of((shout, sign)) == 3
    assert version_of(STEPS) == 7


def test_each_step_is_taken_once_from_the_version_that_was_found() -> None:
    tree: Tree = {"firms": {"1": {"name": "Harbor"}}}

    assert climb(tree, 1, (shout, sign)) == {
        "firms": {"1": {"name": "HARBOR", "remarks": "signed"}}
    }
    assert climb(tree, 2, (shout, sign)) == {
        "firms": {"1": {"name": "Harbor", "remarks": "signed"}}
    }
    assert climb(tree, 3, (shout, sign)) is tree


def test_an_older_file_is_read_in_todays_form_and_left_as_it_is(old: Store, folder: Path) -> None:
    before = old.file.read_bytes()
    new = Store(folder, tables=TABLES, steps=(shout, sign))

    (read,) = new.read().all(Firm)

    assert (read.name, read.remarks) == ("HARBOR", "signed")
    assert old.file.read_bytes() == before


def test_the_first_save_writes_todays_form_after_a_copy_of_the_old_one(
    old: Store, folder: Path
) -> None:
    before = old.file.read_bytes()
    new = Store(folder, tables=TABLES, steps=(shout,))

    with new.transaction(now=later(1), did="Added") as tx:
        tx.put(firm("Vale"))

    assert schema(new) == 2
    assert [one.name for one in new.read().all(Firm)] == ["HARBOR", "Vale"]
    assert (folder / "backups" / "format-1.json").read_bytes() == before


def test_what_was_done_in_an_older_form_can_still_be_undone(old: Store, folder: Path) -> None:
    with old.transaction(now=later(1), did="Renamed") as tx:
        tx.put(replace(tx.all(Firm)[0], name="Vale"))
    new = Store(folder, tables=TABLES, steps=(shout,))

    assert [one.did for one in new.entries()] == ["Renamed", "Added"]
    new.undo(new.entries()[0].id, now=later(2))

    assert [one.name for one in new.read().all(Firm)] == ["HARBOR"]


def test_several_actions_of_an_older_form_can_be_undone_one_after_the_other(
    old: Store, folder: Path
) -> None:
    for minute, name in enumerate(("Vale", "Quay", "Dock"), 1):
        with old.transaction(now=later(minute), did=f"Named it {name}") as tx:
            tx.put(replace(tx.all(Firm)[0], name=name))
    new = Store(folder, tables=TABLES, steps=(shout, sign))

    for minute in range(3):
        last = next(one for one in new.entries() if one.undone_at is None and not one.undoes)
        new.undo(last.id, now=later(10 + minute))

    (left,) = new.read().all(Firm)
    assert (left.name, left.remarks) == ("HARBOR", "signed")


def test_a_big_action_of_an_older_form_can_still_be_undone(old: Store, folder: Path) -> None:
    with old.transaction(now=later(1), did="Wrote a lot") as tx:
        (harbor,) = tx.all(Firm)
        tx.put(replace(harbor, remarks="x" * BIGGER_THAN))
    with old.transaction(now=later(2), did="Removed it") as tx:
        tx.remove(Firm, harbor.id)
    new = Store(folder, tables=TABLES, steps=(shout,))

    new.undo(new.entries()[0].id, now=later(3))

    (back,) = new.read().all(Firm)
    assert (back.name, len(back.remarks)) == ("HARBOR", BIGGER_THAN)


def test_a_big_action_of_an_older_form_whose_images_are_gone_says_so(
    old: Store, folder: Path
) -> None:
    with old.transaction(now=later(1), did="Wrote a lot") as tx:
        tx.put(firm("Vale", remarks="x" * BIGGER_THAN))
    with old.transaction(now=later(2), did="Removed all") as tx:
        for one in tx.all(Firm):
            tx.remove(Firm, one.id)
    for images in (folder / "undo").iterdir():
        images.unlink()
    new = Store(folder, tables=TABLES, steps=(shout,))

    with pytest.raises(UndoConflict, match="missing or damaged"):
        new.undo(new.entries()[0].id, now=later(3))

    assert new.read().all(Firm) == ()


def test_the_older_app_shows_the_newer_file_and_changes_nothing(old: Store, folder: Path) -> None:
    new = Store(folder, tables=TABLES, steps=(shout,))
    with new.transaction(now=later(1), did="Added") as tx:
        tx.put(firm("Vale"))
    before = new.file.read_bytes()

    assert [one.name for one in old.read().all(Firm)] == ["HARBOR", "Vale"]
    assert isinstance(old.trouble, TooNew)
    with pytest.raises(TooNew), old.transaction(now=later(2), did="Added"):
        pass
    with pytest.raises(TooNew):
        old.erase(now=later(3))

    assert old.file.read_bytes() == before


def test_a_file_of_version_1_is_read_with_its_ways_of_thanking_as_channels(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    shutil.copy(FILES / "format-1.json", folder / "follow-through.json")

    (read,) = Store(folder).read().all(Debrief)

    assert {one.interviewer_id: one.thanks for one in read.people} == {
        "example-ruben": (Channel.EMAIL, Channel.CARD),
        "example-ines": (),
    }


def test_every_way_of_thanking_of_version_1_has_its_channels() -> None:
    words = ("email", "card", "both", "none")
    people = [{"interviewer_id": word, "thanks": word} for word in words] + [
        {"interviewer_id": "unsaid"}
    ]
    tree: Tree = {"debriefs": {"1": {"id": "i", "people": people}, "2": {"id": "j"}}}

    climbed = thanks_as_channels(tree)["debriefs"]

    assert [one["thanks"] for one in climbed["1"]["people"]] == [
        ["email"],
        ["card"],
        ["email", "card"],
        [],
        ["email"],
    ]
    assert climbed["2"]["people"] == []


def test_a_file_of_version_2_is_read_with_what_can_be_undone(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    shutil.copy(FILES / "format-2.json", folder / "follow-through.json")
    wrote = json.loads((FILES / "format-2.json").read_bytes())
    store = Store(folder)

    read = store.documents()

    changed_since = {"debriefs", "strategies", "notes", "profile"}
    kept = [name for name in TODAYS.values() if name not in changed_since]
    for name in kept:
        assert read[name] == list(wrote.get(name, {}).values())
    assert all(len(store.read().all(kind)) > 0 for kind in TODAYS.keys() - NEWER)
    assert len(store.entries()) == len(wrote["_undo"])


def test_a_file_of_version_3_is_read_as_it_was_and_has_nobody_to_ask_yet(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    shutil.copy(FILES / "format-3.json", folder / "follow-through.json")
    reader = Store(folder).read()

    assert all(len(reader.all(kind)) > 0 for kind in TODAYS.keys() - NEWER)
    assert not any(reader.all(kind) for kind in NEWER)


@pytest.fixture
def of_version_4(folder: Path) -> Store:
    """A store over a file that version 4 wrote, with points, an edited note and undo entries."""
    folder.mkdir(mode=0o700)
    shutil.copy(FILES / "format-4.json", folder / "follow-through.json")
    return Store(folder)


def test_what_version_4_captured_about_a_person_becomes_private_notes(of_version_4: Store) -> None:
    told = of_version_4.read().get(Debrief, "example-harbor-final").about("example-tobias")

    assert told.noted == (
        "loads break when columns get renamed -> tests that stopped monthly failures\n"
        "new people take long"
    )
    assert told.valued == "straight answers"
    assert told.said.is_empty()


def test_the_points_of_a_worksheet_of_version_4_get_ids(of_version_4: Store) -> None:
    points = [point for sheet in of_version_4.read().all(Strategy) for point in sheet.points]

    assert len({point.id for point in points}) == len(points) > 2
    assert all(point.id for point in points)


def test_notes_of_version_4_keep_their_words_when_the_tone_changes(of_version_4: Store) -> None:
    before = {note.id: note.text for note in of_version_4.read().all(Note)}
    profile = of_version_4.read().get(Profile, PROFILE_ID)

    settings.save_profile(of_version_4, replace(profile, tone=Tone.FORMAL), now=later(1))

    after = {note.id: note.text for note in of_version_4.read().all(Note)}
    assert before == after
    assert len(before) > 5


def test_notes_of_version_4_keep_their_words_when_the_checklist_is_written_again(
    of_version_4: Store,
) -> None:
    before = {note.id: note.text for note in of_version_4.read().all(Note)}
    sheet = of_version_4.read().get(Debrief, "example-tiller-first")

    debriefs.write(of_version_4, sheet, now=later(1))

    after = {note.id: note.text for note in of_version_4.read().all(Note)}
    assert {id: after[id] for id in before} == before
    assert debriefs.changes(of_version_4.read(), sheet.id, now=later(1)) == ()


def test_only_write_again_composes_a_note_of_version_4_anew(of_version_4: Store) -> None:
    reader = of_version_4.read()
    note = reader.where(Note, interview_id="example-harbor-final", interviewer_id="example-tobias")[
        0
    ]
    fresh = drafts.fresh_text(reader, note)

    notes.take_text(of_version_4, note.id, fresh, by_app=True, now=later(1))

    taken = of_version_4.read().get(Note, note.id)
    assert taken.text == fresh != note.text
    assert not taken.is_edited()


def test_everything_that_version_4_did_can_be_undone(of_version_4: Store) -> None:
    wrote = json.loads((FILES / "format-4.json").read_bytes())["_undo"]

    assert len(of_version_4.entries()) == len(wrote) > 5
    while entries := [
        one for one in of_version_4.entries() if not one.undone_at and not one.undoes
    ]:
        of_version_4.undo(entries[0].id, now=later(1))

    assert of_version_4.read().all(Job) == ()


@pytest.fixture
def of_version_5(folder: Path) -> Store:
    """A store over a file of version 5, with a check-in, a call script and a reply to a no."""
    folder.mkdir(mode=0o700)
    shutil.copy(FILES / "format-5.json", folder / "follow-through.json")
    return Store(folder)


def test_messages_of_version_5_keep_their_words_when_the_tone_changes(of_version_5: Store) -> None:
    reader = of_version_5.read()
    before = {
        note.id: note.text for note in reader.all(Note) if note.kind is not NoteKind.THANK_YOU
    }

    settings.save_profile(of_version_5, Profile(tone=Tone.FORMAL), now=later(1))

    after = {note.id: note.text for note in of_version_5.read().all(Note)}
    assert {id: after[id] for id in before} == before
    assert len(before) > 3


def test_letters_of_version_5_still_follow_the_tone(of_version_5: Store) -> None:
    letters = of_version_5.read().where(Note, kind=NoteKind.THANK_YOU)

    assert [note.keeps_its_words for note in letters] == [False] * 3


def test_what_stands_in_the_blanks_of_a_message_of_version_5_comes_with_write_again(
    of_version_5: Store,
) -> None:
    note = next(one for one in of_version_5.read().all(Note) if one.kind is NoteKind.CHECK_IN)

    fresh = drafts.fresh_text(of_version_5.read(), note)
    notes.take_text(of_version_5, note.id, fresh, by_app=True, now=later(1))

    taken = of_version_5.read().get(Note, note.id)
    assert taken.text == fresh != note.text
    assert not taken.is_edited()


def test_everything_that_version_5_did_can_be_undone(of_version_5: Store) -> None:
    while entries := [
        one for one in of_version_5.entries() if not one.undone_at and not one.undoes
    ]:
        of_version_5.undo(entries[0].id, now=later(1))

    assert of_version_5.read().all(Job) == ()


@pytest.fixture
def of_version_6(folder: Path) -> Store:
    """A store over a file of version 6, whose person keeps the US federal holidays."""
    folder.mkdir(mode=0o700)
    shutil.copy(FILES / "format-6.json", folder / "follow-through.json")
    return Store(folder)


def test_who_kept_the_us_federal_holidays_keeps_those_of_the_united_states(
    of_version_6: Store,
) -> None:
    profile = of_version_6.read().get(Profile, PROFILE_ID)

    assert (profile.country, profile.region) == ("US", "")
    assert "holidays" not in of_version_6.documents()["profile"][0]


@pytest.mark.parametrize(
    ("before", "country"), [("us_federal", "US"), ("none", ""), (None, None), ("lunar", None)]
)
def test_a_profile_of_version_6_names_a_country(before: str | None, country: str | None) -> None:
    raw = {"id": "profile"} | ({"holidays": before} if before else {})

    (row,) = climb({"profile": {"1": raw}}, 6, STEPS)["profile"].values()

    assert row.get("country") == country


def test_everything_that_version_6_did_can_be_undone(of_version_6: Store) -> None:
    while entries := [
        one for one in of_version_6.entries() if not one.undone_at and not one.undoes
    ]:
        of_version_6.undo(entries[0].id, now=later(1))

    assert of_version_6.read().all(Job) == ()


def test_the_first_save_over_a_file_of_version_2_keeps_it(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    shutil.copy(FILES / "format-2.json", folder / "follow-through.json")
    store = Store(folder)

    with store.transaction(now=later(1), did="Removed") as tx:
        tx.remove(Debrief, tx.all(Debrief)[0].id)

    assert schema(store) == version_of(STEPS)
    assert (folder / "backups" / "format-2.json").read_bytes() == (
        FILES / "format-2.json"
    ).read_bytes()


def test_every_version_but_todays_has_a_file_as_it_was_written() -> None:
    kept = sorted(path.name for path in FILES.glob("format-*.json"))

    assert kept == [f"format-{version}.json" for version in range(1, version_of(STEPS))]
