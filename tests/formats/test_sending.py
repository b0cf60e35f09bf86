"""Messages leave as the person wrote them, and nothing can be smuggled out with them."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, unquote, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from lib.domain.notes import Text
from lib.domain.profile import Profile
from lib.formats import sending

NOTE = Text("Scores & reasons?", "Dear Dana,\n\n50 % is enough + more.\n\nSam")
SAM = Profile(name="Sam Ortega", email="sam@ortega.example")


def test_a_mail_link_carries_the_message_with_its_line_ends():
    url = sending.mailto_url("dana@x.example", NOTE)

    assert url is not None
    assert url.startswith(
        "mailto:dana@x.example?subject=Scores%20%26%20reasons%3F&body=Dear%20Dana%2C%0D%0A%0D%0A"
    )
    assert "+" not in url


def test_a_message_too_long_for_a_link_gives_none():
    assert sending.mailto_url("dana@x.example", Text("Hello", "word " * 500)) is None


def test_the_web_mailers_get_the_same_words():
    gmail = parse_qs(urlsplit(sending.gmail_url("dana@x.example", NOTE)).query)
    outlook = parse_qs(urlsplit(sending.outlook_url("dana@x.example", NOTE)).query)

    assert (gmail["to"], gmail["su"], gmail["body"]) == (["dana@x.example"], [NOTE.subject], [NOTE.body])
    assert (outlook["to"], outlook["subject"], outlook["body"]) == (
        ["dana@x.example"],
        [NOTE.subject],
        [NOTE.body],
    )


def test_a_draft_file_is_unsent_and_undated():
    message = message_from_bytes(sending.eml_draft(SAM, "dana@x.example", NOTE), policy=default)

    assert message["X-Unsent"] == "1"
    assert (message["Date"], message["Message-ID"]) == (None, None)
    assert (message["To"], message["From"]) == ("dana@x.example", "Sam Ortega <sam@ortega.example>")
    assert message.get_content().replace("\r\n", "\n").strip() == NOTE.body


def test_no_address_gives_a_draft_without_one():
    message = message_from_bytes(sending.eml_draft(Profile(), "", NOTE), policy=default)

    assert message["To"] is None
    assert message["From"] is None


def test_a_line_break_in_a_subject_or_an_address_opens_no_further_header():
    evil = Text("Hi\r\nBcc: everyone@x.example", "body")

    message = message_from_bytes(
        sending.eml_draft(SAM, "dana@x.example\r\nBcc: x@x.example", evil), policy=default
    )

    assert message["Bcc"] is None
    assert message["Subject"] == "Hi Bcc: everyone@x.example"
    url = sending.mailto_url("a@x.example?bcc=b@x.example&body=x", evil)
    assert url is not None
    assert "bcc=b" not in url.partition("?")[2]


@given(st.text(max_size=200), st.text(max_size=400), st.text(max_size=60))
def test_whatever_was_typed_can_be_handed_over(subject, body, to):
    text = Text(subject, body)

    message = message_from_bytes(sending.eml_draft(SAM, to, text), policy=default)
    url = sending.mailto_url(to, text)

    assert set(message.keys()) <= {
        "X-Unsent", "From", "To", "Subject", "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
    }  # fmt: skip
    assert url is None or unquote(url).startswith("mailto:")
    assert sending.gmail_url(to, text).isascii()


def test_file_names_are_plain():
    assert sending.eml_file_name("Zoë Ünal / ../x") == "note-to-zoe-unal-x.eml"
    assert sending.eml_file_name("李雷") == "note.eml"
