"""The made-up jobs, people and plans of the example, without their dates."""

from __future__ import annotations

from lib.domain.debriefs import (
    OfferOpening,
    Opening,
    PersonDebrief,
    PromiseKind,
    Request,
    Said,
    SpokenPromise,
)
from lib.domain.interviews import Interviewer, Role
from lib.domain.jobs import Job
from lib.domain.notes import Channel
from lib.domain.strategies import (
    ANYONE,
    EMAIL_WITHIN_A_DAY,
    Offer,
    Outreach,
    PersonPlan,
    PointToMake,
    Question,
    Strategy,
    Timing,
    Worry,
)

HARBOR, NORGAARD, TILLER = "example-harbor-final", "example-norgaard-first", "example-tiller-first"

TILLER_PEOPLE = (
    PersonDebrief(
        interviewer_id="example-ruben",
        noted="tickets reopened, nobody owns them after 1st reply. 30 agents too at mine!",
        valued="people who finish things",
        said=Said(
            opening=Opening.MENTIONED,
            topic="a third of your tickets get reopened after the first reply",
            answer="At Brightwater we gave every ticket one owner, and reopened tickets fell by half.",
            offer="send you our board as a template",
        ),
        thanks=(Channel.EMAIL, Channel.CARD),
    ),
    PersonDebrief(
        interviewer_id="example-ines",
        noted="3 months until new people answer alone",
        said=Said(
            opening=Opening.TALKED_ABOUT,
            topic="how long it takes until new people answer alone",
            answer="I wrote the first-week guide that I wish I'd had, and our next four hires used it.",
            offer_opening=OfferOpening.GLAD_TO,
            offer="do the same for your team",
        ),
    ),
)
_EMAIL_AND_CARD = (*EMAIL_WITHIN_A_DAY, Outreach(Channel.CARD, Timing.NEXT_WORKDAY))
_EMAIL_AND_LATER_CALL = (*EMAIL_WITHIN_A_DAY, Outreach(Channel.PHONE, Timing.TWO_AFTER_THEIR_DAY))
TEMPLATE_REQUEST = Request(
    id=f"{TILLER}.0", what="the owner board template", for_id="example-ruben"
)
TRAINING_CALL = SpokenPromise(
    id=f"{TILLER}.0", kind=PromiseKind.CALL, to_id="example-ines", about="the training plan"
)
STRATEGIES = (
    Strategy(
        id=HARBOR,
        goal="a second meeting with the whole team",
        closing="Before I go: what happens next, and may I call Priya the day after to ask?",
        points=(
            PointToMake(
                "I explain scores so that people trust them.",
                "At Linden I built reason codes that 40 agents now use.",
                f"{HARBOR}.0",
            ),
            PointToMake(
                "I keep data loads from breaking.",
                "I wrote the tests that ended our monthly load failures.",
                f"{HARBOR}.1",
            ),
        ),
        questions=(
            Question("What would you want to be different after my first three months?"),
            Question("Who reads the claims reports today, and what do they do with them?"),
        ),
        people=(
            PersonPlan("example-marguerite", _EMAIL_AND_CARD),
            PersonPlan("example-priya", _EMAIL_AND_LATER_CALL),
            PersonPlan(ANYONE, EMAIL_WITHIN_A_DAY),
        ),
        offers=(Offer("the two-page reason-code sample", Timing.TWO_WORKDAYS),),
        worries=(
            Worry("I have never worked in insurance", "I learned hospital billing from zero"),
        ),
        if_silent="one friendly e-mail to Priya, with the sample",
    ),
    Strategy(
        id=NORGAARD,
        goal="a morning in the bakery with the team",
        points=(
            PointToMake(
                "I plan shifts that people keep.",
                "I ran the schedule of 25 drivers for two years.",
                f"{NORGAARD}.0",
            ),
        ),
        questions=(Question("What goes wrong on the busiest morning of the week?"),),
    ),
)
JOBS = (
    Job(
        id="example-harbor",
        company="Harbor & Vale",
        role="Claims Data Analyst",
        found_at="their careers page",
    ),
    Job(
        id="example-norgaard",
        company="Nørgaard Bakehouse",
        role="Operations Lead",
        found_at="a friend",
    ),
    Job(
        id="example-tiller", company="Tiller Health", role="Service Analyst", found_at="a job board"
    ),
)
PEOPLE = (
    Interviewer(
        id="example-marguerite",
        job_id="example-harbor",
        name="Marguerite Okonjo-Lind",
        position="VP Claims",
        email="marguerite@harborvale.example",
        role=Role.DECISION_MAKER,
    ),
    Interviewer(
        id="example-tobias",
        job_id="example-harbor",
        name="Tobias Fehr",
        position="Lead Data Engineer",
        email="tobias@harborvale.example",
    ),
    Interviewer(
        id="example-priya",
        job_id="example-harbor",
        name="Priya Raman",
        position="Recruiter",
        email="priya@harborvale.example",
        phone="+1 555 0142",
        role=Role.RECRUITER,
    ),
    Interviewer(
        id="example-asta",
        job_id="example-norgaard",
        name="Asta Nørgaard",
        position="Owner",
        email="asta@norgaard.example",
        role=Role.DECISION_MAKER,
    ),
    Interviewer(
        id="example-ruben",
        job_id="example-tiller",
        name="Ruben Castellanos",
        position="Head of Service",
        email="ruben@tiller.example",
        role=Role.DECISION_MAKER,
    ),
    Interviewer(
        id="example-ines",
        job_id="example-tiller",
        name="Inès Duval",
        position="Team Lead",
        email="ines@tiller.example",
    ),
)
