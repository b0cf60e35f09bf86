"""The made-up people whom one knows, and what they were asked, of the example."""

from __future__ import annotations

from datetime import datetime, timedelta

from lib.domain.people.asks import Ask, Reached, Step, ask_id
from lib.domain.people.contacts import Contact, Knows

CONTACTS = (
    Contact(
        id="example-noor",
        name="Noor Haddad",
        position="Claims Manager",
        company="Harbor & Vale",
        email="noor@harborvale.example",
        how="shared an office for three years at Linden Mutual",
        how_well=4,
        tags=("former colleague",),
        knows=(Knows("example-marguerite", 4, "reports to her"),),
    ),
    Contact(
        id="example-emeka",
        name="Emeka Obi",
        position="Actuary",
        company="Linden Mutual",
        past_companies=("Harbor & Vale",),
        link="https://www.linkedin.com/in/example-emeka-obi",
        how="sat on the same project",
        how_well=3,
    ),
    Contact(
        id="example-leila",
        name="Leila Haidari",
        position="Service Designer",
        company="Brightwater Clinics",
        email="leila@brightwater.example",
        how="worked together at Linden Mutual",
        how_well=5,
        knows=(Knows("example-ruben", 3, "worked with him at Brightwater"),),
    ),
    Contact(
        id="example-jonas",
        name="Jonas Weidmann",
        position="Support Lead",
        company="Tiller Health",
        phone="+1 555 0177",
        how="met at a conference",
        how_well=1,
    ),
)


def asks(now: datetime) -> tuple[Ask, ...]:
    """Leila was asked yesterday about the job at Tiller Health; Jonas is an idea."""
    # To the hour, so that loading the example twice changes nothing the second time.
    now = now.replace(minute=0, second=0, microsecond=0)
    job, yesterday = "example-tiller", now - timedelta(days=1)
    leila, jonas = "example-leila", "example-jonas"
    return (
        Ask(
            id=ask_id(job, leila),
            job_id=job,
            contact_id=leila,
            steps=(Reached(Step.IDEA, yesterday), Reached(Step.ASKED, yesterday)),
        ),
        Ask(id=ask_id(job, jonas), job_id=job, contact_id=jonas, steps=(Reached(Step.IDEA, now),)),
    )
