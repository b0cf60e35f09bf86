"""Bringing the follow-ups that stand into line with those that a plan calls for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lib.domain.followups.followup import FollowUp, HappeningKind
from lib.domain.notes import Note

LEAVES_NOTHING = {HappeningKind.DONE, HappeningKind.LET_GO, HappeningKind.THEY_ACTED}
"""Lines of history that say nothing about a follow-up that is open all the same."""
ABOUT_THE_PROMISE = {HappeningKind.PROMISED, HappeningKind.NOT_PROMISED}


@dataclass(frozen=True, slots=True)
class Changes:
    """What brings the standing follow-ups into line.

    `updated` are those that stand and are wanted, as they are to be, changed or not. `removed` are
    untouched and not wanted any more; `obsolete` are not wanted either, but touched by a person.
    """

    added: tuple[FollowUp, ...]
    updated: tuple[FollowUp, ...]
    removed: tuple[FollowUp, ...]
    obsolete: tuple[FollowUp, ...]


def is_touched(follow_up: FollowUp, notes: Iterable[Note] = ()) -> bool:
    """True if a person chose its day, told them of it, did it, or took it up again.

    Args:
        notes: what was written for it, where that would go with it. A note that was edited or sent
            counts as well.
    """
    if follow_up.overruled or not follow_up.is_open():
        return True
    lines = {one.known_kind() for one in follow_up.history} - LEAVES_NOTHING
    if follow_up.promise is None:
        # They were told of the day, and then they were not told after all.
        lines -= ABOUT_THE_PROMISE
    return bool(lines) or any(note.is_edited() or note.sent_at is not None for note in notes)


def reconcile(
    standing: Iterable[FollowUp], wanted: Iterable[FollowUp], notes: Iterable[Note] = ()
) -> Changes:
    """Returns what brings `standing` into line with `wanted`; they are matched by id.

    An open follow-up always takes over what is to be done and for whom, and its day only while it
    is untouched.

    Args:
        standing: what this plan gave rise to earlier, as far as it may be changed or removed.
        notes: the notes of these follow-ups.
    """
    here = {one.id: one for one in standing}
    plan = {one.id: one for one in wanted}
    removed: list[FollowUp] = []
    obsolete: list[FollowUp] = []
    written = tuple(notes)
    for one in here.values():
        if one.id not in plan:
            mine = [note for note in written if note.follow_up_id == one.id]
            (obsolete if is_touched(one, mine) else removed).append(one)
    return Changes(
        added=tuple(one for one in plan.values() if one.id not in here),
        updated=tuple(_updated(one, plan[one.id]) for one in here.values() if one.id in plan),
        removed=tuple(removed),
        obsolete=tuple(obsolete),
    )


def on_planned_day(standing: FollowUp, wanted: FollowUp) -> FollowUp:
    """Returns the standing follow-up on the day that is planned now, whoever chose another."""
    promise = wanted.promise or standing.promise
    return replace(
        standing, due=wanted.due, planned=wanted.planned, promise=promise, overruled=False
    )


def _updated(standing: FollowUp, wanted: FollowUp) -> FollowUp:
    if not standing.is_open():
        return standing
    named = replace(standing, what=wanted.what, who=wanted.who)
    return named if is_touched(standing) else on_planned_day(named, wanted)
