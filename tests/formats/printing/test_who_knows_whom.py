"""The picture of who knows whom: what is drawn, what it says, and that nothing in it can do harm."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.interviews import Interviewer, Role
from lib.domain.jobs import Job
from lib.domain.people.address_book import AddressBook
from lib.domain.people.asks import Ask, Reached, Step
from lib.domain.people.contacts import Acquaintance, Contact, Knows
from lib.domain.people.suggestion_net import Bond, Friend, Met, Net, in_words, net_of
from lib.domain.people.suggestion_points import Place
from lib.domain.people.suggestions import JobNetwork, rank
from lib.formats.printing.who_knows_whom import svg

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
DANA = Met("dana", "Dana Whitfield", "VP Claims", Role.DECISION_MAKER)
TOBIAS = Met("tobias", "Tobias Fehr", "Lead Data Engineer")
NOOR, INES, ELIF = (
    Friend("noor", "Noor Haddad", "asked"),
    Friend("ines", "Inês Prado"),
    Friend("elif", "Elif Şahin"),
)
NET = Net(
    "Harbor & Vale",
    (NOOR, INES, ELIF),
    (TOBIAS, DANA),
    (Bond("noor", "dana", 5), Bond("ines", "tobias", 2), Bond("elif", place=Place.NOW)),
)
both_ways = pytest.mark.parametrize("narrow", [False, True], ids=["desktop", "phone"])


def texts(drawn: str) -> list[str]:
    root = ElementTree.fromstring(drawn)
    return [text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text")]


def crowd(count: int) -> Net:
    friends = tuple(Friend(str(i), f"Friend {i}") for i in range(count))
    return Net("Acme", friends, (DANA,), tuple(Bond(one.id, "dana", 3) for one in friends))


@both_ways
def test_it_shows_everybody_the_company_the_decision_and_how_far_the_ask_is(narrow):
    drawn = " ".join(texts(svg(NET, narrow=narrow)))

    wanted = (
        "Noor Haddad",
        "asked",
        "Dana Whitfield",
        "VP Claims",
        "decides",
        "Inês Prado",
        "Elif Şahin",
    )
    for words in (*wanted, "Tobias Fehr", "Harbor & Vale", "the company"):
        assert words in drawn
    assert "The decision" in drawn


def test_how_well_two_know_each_other_is_a_word_and_the_width_of_the_line():
    drawn = svg(NET)

    assert {"very well", "a little", "works there"} <= set(texts(drawn))
    widths = [
        float(width) for width in re.findall(r"stroke-width: ([\d.]+); stroke-opacity: 0.55", drawn)
    ]
    assert sorted(widths) == [1.75, 2.0, 4.75]


def test_on_a_phone_the_words_stand_with_the_name_and_no_type_is_small():
    drawn = svg(NET, narrow=True)

    assert {"knows Dana Whitfield very well", "knows Tobias Fehr a little", "works there"} <= set(
        texts(drawn)
    )
    assert 'viewBox="0 0 360 ' in drawn
    assert min(float(size) for size in re.findall(r"font-size: ([\d.]+)px", drawn)) >= 13


def test_who_knows_the_decider_stands_first_and_they_stand_first_among_the_met():
    turned = Net(NET.company, (INES, ELIF, NOOR), NET.met, NET.bonds)

    drawn = texts(svg(turned))

    assert [words for words in drawn if words in ("Noor Haddad", "Inês Prado", "Elif Şahin")] == [
        "Noor Haddad",
        "Inês Prado",
        "Elif Şahin",
    ]
    assert drawn.index("Dana Whitfield") < drawn.index("Tobias Fehr")


@both_ways
def test_at_most_eight_are_drawn_and_the_others_counted_in_words(narrow):
    drawn = texts(svg(crowd(11), narrow=narrow))

    assert [words for words in drawn if words.startswith("Friend")] == [
        f"Friend {i}" for i in range(8)
    ]
    assert "and 3 more" in drawn
    assert not any("more" in words for words in texts(svg(crowd(8), narrow=narrow)))


@both_ways
def test_who_knows_nobody_there_is_not_drawn_and_with_nobody_there_is_no_picture(narrow):
    lonely = Net(
        "Acme", (*NET.friends, Friend("z", "Zoe")), NET.met, (*NET.bonds, Bond("z", "gone", 5))
    )

    assert "Zoe" not in " ".join(texts(svg(lonely, narrow=narrow)))
    assert svg(Net("Acme", (NOOR,), (DANA,)), narrow=narrow) == ""
    assert in_words(Net("Acme", (NOOR,), (DANA,))) == ()


def test_the_sentences_say_what_the_picture_shows():
    assert in_words(NET) == (
        "Noor Haddad knows Dana Whitfield, who decides, very well",
        "Inês Prado knows Tobias Fehr a little",
        "Elif Şahin works at Harbor & Vale",
    )
    assert in_words(crowd(11))[-1] == "and 3 more"


def test_it_is_one_image_with_its_sentences_for_those_who_cannot_see_it():
    root = ElementTree.fromstring(svg(NET))

    assert root.get("role") == "img"
    assert root.get("aria-label") == "; ".join(["Who knows whom at Harbor & Vale", *in_words(NET)])


@both_ways
def test_a_long_name_is_wrapped_once_and_then_cut(narrow):
    long = Net(
        "Acme",
        (Friend("a", f"Maximiliana {'Konstantinopoulou-' * 4}"),),
        (DANA,),
        (Bond("a", "dana"),),
    )

    drawn = texts(svg(long, narrow=narrow))

    assert "Maximiliana" in drawn
    assert any(re.fullmatch("Konstantinop.*…", words) for words in drawn)


@both_ways
@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from(Role), st.integers(0, 5))
def test_whatever_is_in_a_name_it_is_text_and_the_markup_stays_whole(
    narrow, name, other, role, well
):
    met = Met("m", other, name, role)
    friends = Friend("f", f"x {name}", other), Friend("g", "Bo")
    net = Net(other, friends, (met,), (Bond("f", "m", well), Bond("g", place=Place.MAYBE)))

    root = ElementTree.fromstring(svg(net, narrow=narrow))

    assert {one.tag.rpartition("}")[2] for one in root.iter()} == {"svg", "text", "path", "circle"}
    assert not [
        key for one in root.iter() for key in one.attrib if key.startswith("on") or "href" in key
    ]


def test_nothing_is_fetched_and_nothing_runs():
    evil = Net("Acme", (Friend("a", '"><script>alert(1)</script>'),), (DANA,), (Bond("a", "dana"),))

    drawn = svg(evil)

    assert "<script" not in drawn
    assert "url(" not in drawn
    assert drawn.count("http") == 1, "the name of the format is the only address"


def test_the_net_of_suggestions_ties_people_and_else_the_company():
    job = Job(id="job", company="Harbor & Vale", role="Analyst")
    people = (
        Interviewer(id="dana", job_id="job", name="Dana", role=Role.DECISION_MAKER),
        Interviewer(id="x", job_id="job", position="assistant"),
    )
    noor = Contact(
        id="noor", name="Noor", company="Harbor & Vale", knows=(Knows("dana", 4, "from Meridian"),)
    )
    book = AddressBook([Acquaintance(id="elif", name="Elif", past_companies=("Harbor & Vale",))])
    asks = [Ask(id="a", job_id="job", contact_id="noor", steps=(Reached(Step.AGREED, NOW),))]

    network = JobNetwork(job, people, [noor], book)
    net = net_of(job, people, rank(network, asks, today=NOW.date(), now=NOW))

    assert net.friends == (Friend("noor", "Noor", "agreed"), Friend("elif", "Elif"))
    assert net.met[1] == Met("x", "the assistant")
    assert in_words(net) == (
        "Noor knows Dana, who decides, well (from Meridian)",
        "Elif worked at Harbor & Vale",
    )


def test_what_a_position_says_already_is_not_said_twice():
    recruiter = Met("r", "Rue", "Senior Recruiter", Role.RECRUITER)

    assert (recruiter.part(), DANA.part(), TOBIAS.part()) == ("", "decides", "")


def test_of_many_met_those_who_decide_and_those_whom_somebody_knows_are_drawn():
    many = tuple(Met(str(i), f"Met {i}") for i in range(9))
    net = Net("Acme", (NOOR,), (*many, DANA), (Bond("noor", "8", 2),))

    shown = [one.name for one in net.met_shown()]

    assert shown == ["Dana Whitfield", "Met 8", *(f"Met {i}" for i in range(6))]
