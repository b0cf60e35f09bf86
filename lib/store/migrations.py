"""The steps from older formats of the file to today's, each tested from a real file.

A step takes records as version n wrote them and gives them as version n + 1 wants them, each by
itself. A new field with a default needs no step; a renamed or removed field or meaning does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lib.store.codec import Raw
from lib.store.document import Rows, Tree
from lib.store.history import TABLE as UNDO
from lib.store.history import ImagesOf, digest, is_entry
from lib.store.undo_images import Gone

Step = Callable[[Tree], Tree]

_THANKS = {"email": ["email"], "card": ["card"], "both": ["email", "card"], "none": []}


def thanks_as_channels(tree: Tree) -> Tree:
    """Version 2: how a person is thanked is a list of channels; it was one word for two of them."""
    return each(tree, "debriefs", _with_channels)


def each(tree: Tree, table: str, step: Callable[[Raw], Raw]) -> Tree:
    """Returns the tables with this step taken for each record of one of them."""
    rows = {number: step(raw) for number, raw in tree.get(table, {}).items()}
    return {**tree, table: rows} if rows else tree


def _with_channels(debrief: Raw) -> Raw:
    people = [
        {**one, "thanks": _THANKS[one.get("thanks", "email")]} for one in debrief.get("people", ())
    ]
    return {**debrief, "people": people}


def unchanged(tree: Tree) -> Tree:
    """Versions 3 and 4: images of big actions lie beside the file; contacts and asks were added."""
    return tree


def letters(tree: Tree) -> Tree:
    """Version 5: what was captured about a person becomes private notes; notes that exist are kept.

    A debrief's points ("raised", "help") are joined to the person's own notes. Each point of a
    worksheet gets an id. A note that exists is marked, so that only "write again" composes it anew.
    """
    tree = each(tree, "debriefs", _with_own_notes)
    tree = each(tree, "strategies", _with_point_ids)
    return each(tree, "notes", _kept)


def _with_own_notes(debrief: Raw) -> Raw:
    people = [_with_noted(one) for one in debrief.get("people", ())]
    return {**debrief, "people": people}


def _with_noted(person: Raw) -> Raw:
    lines = [person["noted"]] if person.get("noted") else []
    for point in person.get("points", ()):
        both = (point.get("raised", "").strip(), point.get("help", "").strip())
        lines += [" -> ".join(text for text in both if text)]
    noted = "\n".join(line for line in lines if line)
    return {**{name: value for name, value in person.items() if name != "points"}, "noted": noted}


def _with_point_ids(strategy: Raw) -> Raw:
    points = strategy.get("points", ())
    numbered = [
        {**one, "id": one.get("id") or f"{strategy['id']}.{i}"} for i, one in enumerate(points)
    ]
    return {**strategy, "points": numbered}


def _kept(note: Raw) -> Raw:
    return {**note, "keeps_its_words": True}


def blanks_of_messages(tree: Tree) -> Tree:
    """Version 6: messages have blanks of their own; those that exist keep their words."""
    return each(tree, "notes", _kept_if_message)


def _kept_if_message(note: Raw) -> Raw:
    return note if note.get("kind", "thank_you") == "thank_you" else _kept(note)


def countries(tree: Tree) -> Tree:
    """Whose holidays count is a country; it was those of the United States, or none."""
    return each(tree, "profile", _with_country)


def _with_country(profile: Raw) -> Raw:
    kept = {name: value for name, value in profile.items() if name != "holidays"}
    named = {"us_federal": "US", "none": ""}
    return {**kept, "country": named[profile["holidays"]]} if "holidays" in profile else kept


def addresses_with_kinds(tree: Tree) -> Tree:
    """A part of version 7: each further e-mail address in the address book has a kind."""
    return each(tree, "acquaintances", _with_kinds_of_addresses)


def _with_kinds_of_addresses(person: Raw) -> Raw:
    if "other_emails" not in person:
        return person
    kinds = [_with_kind(one) for one in person["other_emails"]]
    return {**person, "other_emails": kinds}


def _with_kind(address: Any) -> Any:
    return {"value": address, "kind": ""} if isinstance(address, str) else address


# Each is about one kind of record, and leaves tables alone that are not there.
_PARTS_OF_VERSION_7: tuple[Step, ...] = (countries, addresses_with_kinds)


def version_7(tree: Tree) -> Tree:
    """Version 7: what each of its parts says."""
    return _taken(tree, _PARTS_OF_VERSION_7)


# STEPS[0] leads from version 1 to version 2, and so on.
STEPS: tuple[Step, ...] = (
    thanks_as_channels,
    unchanged,
    unchanged,
    letters,
    blanks_of_messages,
    version_7,
)


def version_of(steps: Sequence[Step]) -> int:
    """The version at the top of the ladder."""
    return len(steps) + 1


def in_shape(tree: Tree) -> Tree:
    """Returns the tables as TinyDB wants them: rows under rising numbers.

    What else stands in the place of a table becomes a row of it. A line of the history that is none
    goes: it holds nothing but what could be taken back.
    """
    right = {name: rows for name, rows in tree.items() if _is_right(rows)}
    shaped = {name: _in_rows(rows) for name, rows in tree.items() if name not in right}
    undo = {**right, **shaped}.get(UNDO, {})
    kept = {number: raw for number, raw in undo.items() if is_entry(raw)}
    if len(kept) < len(undo):
        shaped[UNDO] = kept
    return {**tree, **shaped} if shaped else tree


def _is_right(rows: Any) -> bool:
    if not isinstance(rows, dict) or not all(map(str.isdecimal, rows)):
        return False
    numbers = [int(number) for number in rows]
    return numbers == sorted(numbers) and list(map(str, numbers)) == list(rows)


def _in_rows(found: Any) -> Rows:
    rows = found.values() if isinstance(found, dict) else [found]
    return {str(number): row for number, row in enumerate(rows, start=1)}


def climb(
    tree: Tree, version: int, steps: Sequence[Step], images_of: ImagesOf | None = None
) -> Tree:
    """Returns the tables in today's form, with the list of what can be undone.

    Args:
        images_of: returns the before-images of an undo entry, wherever they lie. An entry whose
            images are gone stays as it is, and says so when it is to be undone.
    """
    ahead, tree = steps[version - 1 :], in_shape(tree)
    if not ahead:
        return tree
    records = {name: rows for name, rows in tree.items() if name != UNDO}
    climbed = {name: _climbed(name, rows, ahead) for name, rows in records.items()}
    if UNDO not in tree:
        return climbed
    entries = {number: _with_images(raw, images_of) for number, raw in tree[UNDO].items()}
    marks = _new_marks(records, climbed)
    for entry in entries.values():
        entry["images"] = [_image_taken(image, ahead, marks) for image in entry["images"]]
    for entry in entries.values():
        for image in entry["images"]:
            image["after"] = marks.get(image["after"], image["after"])
    return {**climbed, UNDO: entries}


def _climbed(name: str, rows: Rows, ahead: Sequence[Step]) -> Rows:
    """Returns the rows of a table in today's form; one that a step does not fit stays as it is."""
    found = {}
    for number, raw in rows.items():
        try:
            found[number] = _taken({name: {number: raw}}, ahead)[name][number]
        except (LookupError, TypeError, AttributeError, ValueError):
            found[number] = raw
    return found


def _taken(tree: Tree, ahead: Sequence[Step]) -> Tree:
    for step in ahead:
        tree = step(tree)
    return tree


def _with_images(entry: Raw, images_of: ImagesOf | None) -> Raw:
    """Returns a copy of the entry with the images that lay in a file of their own."""
    if not entry.get("apart") or images_of is None:
        return dict(entry)
    try:
        images = images_of(entry)
    except Gone:
        return dict(entry)
    return {**{name: value for name, value in entry.items() if name != "apart"}, "images": images}


def _new_marks(records: Tree, climbed: Tree) -> dict[str, str]:
    """Returns today's mark of each record, by its mark in the older form."""
    marks = {}
    for table, rows in records.items():
        for number, raw in rows.items():
            marks[digest(raw)] = digest(climbed[table][number])
    return marks


def _image_taken(image: Raw, ahead: Sequence[Step], marks: dict[str, str]) -> Raw:
    """Returns the image with what stood before in today's form, and adds that one's mark."""
    table, before = image["table"], image["before"]
    if before is None:
        return dict(image)
    taken = _taken({table: {"1": before}}, ahead)[table]["1"]
    marks[digest(before)] = digest(taken)
    return {**image, "before": taken}
