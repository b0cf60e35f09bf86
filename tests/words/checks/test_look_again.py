"""What the checker wants to be looked at again, and what anyone may write."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lib.domain.debriefs import Said
from lib.domain.notes import Channel, Text
from lib.words.checks.finding import NoteState, open_findings, state_of
from lib.words.letters.compose import compose
from tests.words.briefs import JOB, brief
from tests.words.checks.test_check import NOTE, TOBIAS, body, codes, findings, with_line


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Your audit starts on Friday 12 March.", "date_unknown:Friday 12 March"),
        ("I worked at Acme with them.", "other_company:Acme Holdings"),
        ("Thank you, Tobias.", "other_reader:Tobias"),
        ("Harbor & Vail is a fine place.", "company_misspelt:Harbor & Vail"),
        ("HARBOR & VALE is a fine place.", "company_misspelt:HARBOR & VALE"),
        ("I hope to join harbor & vale.", "company_misspelt:harbor & vale"),
        ("The Claims Data Analist role suits me.", "role_differs:Claims Data Analist"),
        ("The Fraud Examiner position suits me.", "role_differs:Fraud Examiner"),
        ("Please hire me soon.", "pushing:hire me"),
        ("I need your answer by noon.", "pressure:i need your answer"),
        ("I really need this job.", "begging:really need this job"),
        ("You are an amazing leader.", "flattery:you are an amazing"),
        ("I am a team player.", "cliche:team player"),
        ("Thanks again. I am grateful.", "over_thanking"),
        ("How great! Really!", "exclamations"),
        ("I THINK IT WORKED OUT WELL.", "capitals:I THINK IT WORKED OUT WELL"),
        ("It was fun \U0001f600\U0001f600.", "emoji"),
        ("I mean it. I do.", "first_person"),
        ("It works bc we try.", "shorthand:bc"),
    ],
)
def test_it_wants_this_looked_at_again(line: str, code: str) -> None:
    found = findings(with_line(line), other_companies=("Acme Holdings",))

    assert code in [one.code for one in found]
    assert state_of(found) is NoteState.LOOK_AGAIN


def test_it_is_right_answers_what_is_to_be_looked_at_and_nothing_that_blocks() -> None:
    look = findings(with_line("I am a team player."))
    blocked = findings(replace(NOTE, subject=""))

    assert state_of(look, ("cliche:team player",)) is NoteState.READY
    assert open_findings(look, ("cliche:team player",)) == ()
    assert state_of(blocked, ("no_subject",)) is NoteState.BLOCKED


def test_another_weekday_than_the_interviews_is_pointed_out_and_mended() -> None:
    (found,) = findings(body("the hour on Thursday", "the hour on Friday"))

    assert found.code == "interview_day:Friday"
    assert found.mended == NOTE


def test_a_company_misspelt_in_the_subject_is_mended_there() -> None:
    (found,) = findings(replace(NOTE, subject="Scores at Harbor & Vail"))

    assert found.code == "company_misspelt:Harbor & Vail"
    assert found.mended == replace(NOTE, subject="Scores at Harbor & Vale")


def test_another_role_that_a_line_break_parts_is_pointed_out_for_the_person_to_mend() -> None:
    (found,) = findings(with_line("The Fraud\nExaminer position suits me."))

    assert found.code == "role_differs:Fraud Examiner"
    assert found.mended is None


@pytest.mark.parametrize(
    ("company", "line", "code"),
    [
        (
            "Brightline Logistics",
            "I hope to join Brightline Partners.",
            "company_misspelt:Brightline Partners",
        ),
        (
            "Brightline Logistics",
            "I hope to join the Brightline Group.",
            "company_misspelt:Brightline Group",
        ),
        ("Brightline Logistics", "I hope to join Brightline.", ""),
        ("Brightline", "I hope to join brightline.", "company_misspelt:brightline"),
        ("eRx", "I hope to join Erx.", ""),
    ],
)
def test_a_company_with_another_second_word_is_another_company(
    company: str, line: str, code: str
) -> None:
    drawn = brief(others=(TOBIAS,), job=replace(JOB, company=company))

    assert codes(with_line(line), drawn) == ([code] if code else [])


@pytest.mark.parametrize(
    ("role", "said", "found"),
    [
        ("Claims Data Analyst", "Data Analyst", []),
        ("Claims Data Analyst", "Claims", []),
        ("Senior Claims Data Analyst", "Senior Claims Analyst", []),
        (
            "Senior Claims Data Analyst",
            "Junior Claims Analyst",
            ["role_differs:Junior Claims Analyst"],
        ),
        ("", "Fraud Examiner", []),
    ],
)
def test_a_role_may_be_said_in_fewer_of_its_words(role: str, said: str, found: list[str]) -> None:
    drawn = brief(others=(TOBIAS,), job=replace(JOB, role=role))
    text = with_line(f"The {said} role suits me.")

    assert [one for one in codes(text, drawn) if one.startswith("role_differs")] == found


@pytest.mark.parametrize(
    ("company", "line"),
    [
        ("X", "We had a plan X for the winter."),
        ("", "The desk was calm."),
        ("Kestrel", "A kestrel sat on the roof that day."),
        ("The Bread Oven", "The bread was still warm when we spoke."),
        ("First Harvest Bank", "First came the reasons, and then the trust."),
    ],
)
def test_usual_words_do_not_name_another_employer(company: str, line: str) -> None:
    assert codes(with_line(line), other_companies=(company,)) == []


@pytest.mark.parametrize(
    "line",
    [
        "Tobias told me the same about your scores.",
        "I wrote to Tobias on Friday.",
        "Acme's adjusters do that, too.",
        "An HR lead at Nord said so.",
        "I have done it for 12 years.",
    ],
)
def test_in_a_free_text_anyone_tells_their_own_story(line: str) -> None:
    assert codes(with_line(line), brief(others=(TOBIAS,), said=Said())) == []


@pytest.mark.parametrize(
    "line",
    [
        "I can start when you like now, Tobias, and would be glad to.",
        "As you said yourself, Tobias Fehr, it is the reasons that matter, not the score.",
        "It would be a pleasure, of course, Tobias, to see it again.",
        "Tobias, it was good to see the desk.",
    ],
)
def test_a_colleague_spoken_to_is_another_reader(line: str) -> None:
    assert "other_reader:Tobias" in codes(with_line(line))


@pytest.mark.parametrize(
    "line",
    [
        "Your team lead, Tobias, and I agreed on that.",
        "With Tobias, Ann, and you there, it was easy.",
        "I told Tobias, and he agreed.",
    ],
)
def test_a_colleague_spoken_of_is_not(line: str) -> None:
    assert not any(code.startswith("other_reader") for code in codes(with_line(line)))


@pytest.mark.parametrize(
    "line",
    [
        "Dana was generous with her time.",
        "I enjoyed how Dana put it.",
        "What Ms. Whitfield said about scores made sense.",
        "Dana Whitfield's question stays with me.",
        "It was good to talk with Dana.",
    ],
)
def test_a_reader_spoken_of_in_their_own_note_is_pointed_out(line: str) -> None:
    assert any(code.startswith("reader_named:") for code in codes(with_line(line)))


@pytest.mark.parametrize(
    "line",
    [
        "Thank you, Dana.",
        "Dana, it is the reasons that matter.",
        "Thanks again, Ms. Whitfield!",
        "Thanks Dana.",
    ],
)
def test_a_reader_spoken_to_is_not(line: str) -> None:
    assert not any(code.startswith("reader_named:") for code in codes(with_line(line)))


SAID = Said(
    topic="adjusters distrust the score",
    answer="At Nord, errors fell from 40% to 12% in nine months.",
)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("At Nord, errors fell to 14%.", "number:14%"),
        ("At Nord, errors fell from 12% to 40%.", "number_turned:12% to 40%"),
        ("At Nord, it took 30 weeks.", "number:30 weeks"),
        ("At Nord, errors fell in nine weeks.", "number:nine weeks"),
        ("At Nord, errors fell from 40% to 12% in eight months.", "number:eight months"),
        ("We did the same at Kestrel.", "name_unknown:Kestrel"),
        ("My thanks go to Ms. Withfield.", "name_slip:Withfield"),
    ],
)
def test_a_note_with_blanks_is_compared_with_them(line: str, code: str) -> None:
    assert code in codes(with_line(line), brief(others=(TOBIAS,), said=SAID))


@pytest.mark.parametrize(
    "line",
    [
        "At Nord, errors fell from 40% to 12% in nine months.",
        "It took two of us a day.",
        "Since 2019 I have worked with Excel and SQL.",
        "One thought more: HR should know.",
    ],
)
def test_what_stands_in_the_blanks_and_what_anyone_may_write_is_fine(line: str) -> None:
    assert codes(with_line(line), brief(others=(TOBIAS,), said=SAID)) == []


@pytest.mark.parametrize(
    "line",
    [
        "If anything is missing, let me know and I will send it at once.",
        "Let me know, and I'll be there right away.",
        "If you reply, I can start at once.",
        "Please give me a call if that is easier.",
        "Please give me until Monday.",
    ],
)
def test_what_i_will_do_at_once_puts_no_pressure_and_a_plain_please_is_no_begging(
    line: str,
) -> None:
    found = codes(with_line(line))

    assert not [code for code in found if code.startswith(("pressure", "begging"))]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Please let me know right away.", "pressure"),
        ("Could you decide at once?", "pressure"),
        ("Just give me the chance.", "begging"),
        ("Please pick me.", "begging"),
        ("Give me a try.", "begging"),
    ],
)
def test_pressing_and_begging_are_still_pointed_out(line: str, code: str) -> None:
    assert any(one.startswith(code) for one in codes(with_line(line)))


SCRIPT = Text(
    "",
    "Opening: Hello Dana, this is Sam Ortega. Is this a good time?\n\n"
    "Say: {say}\n\nAsk: What is the next step?\n\n"
    "Voicemail: Hello Dana, this is Sam Ortega. Thank you for Thursday. Thanks again.",
)


@pytest.mark.parametrize(
    ("say", "code"),
    [
        ("Thank you for Thursday. I am grateful for the tour.", ""),
        ("Thank you for Thursday. I am grateful. Thanks for the tour.", "over_thanking"),
    ],
)
def test_thanks_left_on_voicemail_are_none_too_many(say: str, code: str) -> None:
    text = replace(SCRIPT, body=SCRIPT.body.format(say=say.strip()))

    found = codes(text, brief(channel=Channel.PHONE))

    assert [one for one in found if one == "over_thanking"] == [code] * bool(code)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Dana", []),
        ("Ms. Whitfield", []),
        ("Tobias", ["other_reader_greeted"]),
        ("Danna", ["name_misspelt"]),
        ("there", ["name_missing"]),
    ],
)
def test_a_call_begins_with_the_name_of_whom_it_goes_to(name: str, found: list[str]) -> None:
    text = replace(
        SCRIPT, body=SCRIPT.body.replace("Dana", name).format(say="Thank you for Thursday.")
    )

    told = findings(text, brief(others=(TOBIAS,), channel=Channel.PHONE))

    assert [one.code for one in told if one.blocks] == found


def test_an_invitation_that_linkedin_takes_whole_is_not_too_long() -> None:
    drawn = brief(channel=Channel.INVITATION)

    assert codes(compose(drawn), drawn) == []


def test_a_note_that_could_go_to_anybody_is_pointed_out() -> None:
    generic = Text(
        "Thank you for the interview",
        "Dear Dana,\n\nThank you for your time on Thursday 19 November. It was good to hear about "
        "the Claims Data Analyst role at Harbor & Vale, and I learned a lot about the company. It "
        "would suit my skills, and I look forward to the next steps. I will call you on Tuesday "
        "1 December.\n\nBest regards,\nSam Ortega",
    )

    assert codes(generic) == ["no_specific"]
    own = generic.body.replace("the company", "why adjusters distrust scores")
    assert codes(replace(generic, body=own)) == []


@pytest.mark.parametrize(
    ("channel", "words", "code"),
    [
        (Channel.EMAIL, 10, "too_short"),
        (Channel.EMAIL, 160, "too_long"),
        (Channel.CARD, 90, "too_long"),
        (Channel.LINKEDIN, 100, "too_long"),
        (Channel.PHONE, 120, "too_long"),
        (Channel.INVITATION, 80, "too_long"),
    ],
)
def test_each_channel_has_its_length(channel: Channel, words: int, code: str) -> None:
    text = Text("Scores", f"Dear Dana,\n\n{'Scores need a reason. ' * (words // 4)}\n\nSam Ortega")

    assert code in codes(text, brief(channel=channel))


@pytest.mark.parametrize("voicemail", [20, 45])
@pytest.mark.parametrize(("words", "codes_found"), [(60, []), (90, []), (120, ["too_long"])])
def test_a_script_is_as_long_as_what_one_call_says_without_the_voicemail(
    words: int, voicemail: int, codes_found: list[str]
) -> None:
    script = Text(
        "",
        "Opening: Hello Dana, this is Sam Ortega.\n\n"
        f"Say: {'Scores need a reason. ' * (words // 4)}\n\n"
        "Ask: Who decides?\n\n"
        f"Voicemail: {'You can reach me. ' * (voicemail // 4)}",
    )

    found = codes(script, brief(channel=Channel.PHONE))

    assert [one for one in found if one.startswith("too_")] == codes_found


@pytest.mark.parametrize("gap", ["[your point]", "[one thing about me]", "[what] [when]", "[x]\n"])
def test_the_word_after_a_gap_is_not_taken_for_a_name(gap: str) -> None:
    assert not [one for one in codes(with_line(f"{gap} Yesterday was long.")) if "name" in one]
