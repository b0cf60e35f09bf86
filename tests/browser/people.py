"""A made-up job with three interviewers whose interview has just ended, put into a store from
outside.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from lib.domain.interviews import Interview, Interviewer, Role
from lib.domain.jobs import Job
from lib.domain.profile import PROFILE_ID, Profile
from lib.store.repository import Store

ZONE = "America/New_York"
NAMES = {
    "mara": ("Mara Lindqvist", "Head of Claims", Role.DECISION_MAKER),
    "joel": ("Joel Abara", "Lead Data Engineer", Role.PEER),
    "wen": ("Wen Castellano", "Recruiter", Role.RECRUITER),
}


def just_ended(store: Store, *, id: str = "final", zone: str = ZONE) -> str:
    """Adds profile, job, people and interview; comes back with the interview's id."""
    now = datetime.now(UTC)
    start = (now - timedelta(hours=2)).astimezone(ZoneInfo(zone))
    with store.transaction(now=now, did="") as tx:
        profile = tx.find(Profile, PROFILE_ID) or Profile(zone=zone)
        if not profile.name:
            named: dict[str, Any] = {
                "name": "Robin Avery",
                "email": "robin@mail.example",
                "phone": "+1 555 0170",
            }
            tx.put(replace(profile, **named))
        tx.put(Job(id=f"job-{id}", company="Quayside Mutual", role="Claims Analyst"))
        for key, (name, position, role) in NAMES.items():
            mail = f"{key}@quayside.example"
            tx.put(
                Interviewer(
                    id=f"{key}-{id}",
                    job_id=f"job-{id}",
                    name=name,
                    position=position,
                    role=role,
                    email=mail,
                )
            )
        tx.put(
            Interview(
                id=id,
                job_id=f"job-{id}",
                day=start.date(),
                clock=time(start.hour, start.minute),
                zone=zone,
                interviewer_ids=tuple(f"{key}-{id}" for key in NAMES),
            )
        )
    return id
