"""Messages leave as the person wrote them, and nothing can be smuggled out with them."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from re import fullmatch
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.notes import Text
from lib.domain.profile import Profile
from lib.formats import sending

NOTE = Text("Scores & reasons?", "Dear Dana,\n\n50 % is enough + more.\n\nSam")
SAM = Profile(name="Sam Ortega", email="sam@ortega.example")


def test_a_mail_link_carries_the_message_with_its_line_ends() -> None:
    url = sending.mailto_url("dana@x.example", NOTE)

    assert url is not None
    assert url.startswith(
        "mailto:dana@x.example?subject=Scores%20%26%20reasons%3F&body=Dear%20Dana%2C%0D%0A%0D%0A"
    )
    assert "+" not in url


def test_a_message_too_long_for_a_link_gives_none() -> None:
    assert sending.mailto_url("dana@x.example", Text("Hello", "word " * 500)) is None


def test_the_web_mailers_get_the_same_words() -> None:
    gmail = parse_qs(urlsplit(sending.gmail_url("dana@x.example", NOTE)).query)
    outlook = parse_qs(urlsplit(sending.outlook_url("dana@x.example", NOTE)).query)

    assert (gmail["to"], gmail["su"], gmail["body"]) == (
        ["dana@x.example"],
        [NOTE.subject],
        [NOTE.body],
    )
    assert (outlook["to"], outlook["subject"], outlook["body"]) == (
        ["dana@x.example"],
        [NOTE.subject],
        [NOTE.body],
    )


def test_a_draft_file_is_unsent_and_undated() -> None:
    message = message_from_bytes(sending.eml_draft(SAM, "dana@x.example", NOTE), policy=default)

    assert message["X-Unsent"] == "1"
    assert (message["Date"], message["Message-ID"]) == (None, None)
    assert (message["To"], message["From"]) == ("dana@x.example", "Sam Ortega <sam@ortega.example>")
    assert message.get_content().replace("\r\n", "\n").strip() == NOTE.body


def test_no_address_gives_a_draft_without_one() -> None:
    message = message_from_bytes(sending.eml_draft(Profile(), "", NOTE), policy=default)

    assert message["To"] is None
    assert message["From"] is None


def test_a_line_break_in_a_subject_or_an_address_opens_no_further_header() -> None:
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
def test_whatever_was_typed_can_be_handed_over(subject: str, body: str, to: str) -> None:
    text = Text(subject, body)

    message = message_from_bytes(sending.eml_draft(SAM, to, text), policy=default)
    url = sending.mailto_url(to, text)

    assert set(message.keys()) <= {
        "X-Unsent", "From", "To", "Subject",
        "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
    }  # fmt: skip
    assert url is None or unquote(url).startswith("mailto:")
    assert sending.gmail_url(to, text).isascii()


def test_file_names_are_plain() -> None:
    assert sending.eml_file_name("Zoë Ünal / ../x") == "note-to-zoe-unal-x.eml"
    assert sending.eml_file_name("李雷") == "note.eml"


def test_the_name_for_a_file_has_no_loose_ends() -> None:
    assert sending.file_stem("A" * 59 + " and more") == "a" * 59
    assert sending.file_stem("CON / ..") == "con"


def test_a_message_to_myself_carries_the_page_as_a_file() -> None:
    page = "<!doctype html>\n<p>Zoë → 漢 " + "x" * 2000

    file = sending.eml_to_myself(SAM, NOTE, file_name="pocket-card.html", html=page)

    message = message_from_bytes(file, policy=default)
    body, (attached,) = message.get_body(("plain",)), message.iter_attachments()
    assert message["X-Unsent"] == "1"
    assert (message["Date"], message["Message-ID"]) == (None, None)
    assert (message["To"], message["From"]) == (
        "sam@ortega.example",
        "Sam Ortega <sam@ortega.example>",
    )
    assert body is not None
    assert body.get_content().replace("\r\n", "\n").strip() == NOTE.body
    assert (attached.get_filename(), attached.get_content_type()) == (
        "pocket-card.html",
        "text/html",
    )
    assert attached.get_content().replace("\r\n", "\n").strip() == page


def test_without_an_address_of_my_own_the_message_is_to_nobody() -> None:
    file = sending.eml_to_myself(Profile(), NOTE, file_name="card.html", html="<p>")

    assert message_from_bytes(file, policy=default)["To"] is None


@given(st.text(max_size=200), st.text(max_size=100), st.text(max_size=300), st.text(max_size=60))
def test_nothing_is_smuggled_out_with_a_message_to_myself(
    subject: str, file_name: str, html: str, name: str
) -> None:
    sender = Profile(name=name, email="sam@ortega.example\r\nBcc: x@x.example")
    text = Text(f"{subject}\r\nBcc: x@x.example", "body")

    file = sending.eml_to_myself(
        sender, text, file_name=f"{file_name}\r\nBcc: x@x.example", html=html
    )

    message = message_from_bytes(file, policy=default)
    assert set(message.keys()) == {
        "X-Unsent",
        "From",
        "To",
        "Subject",
        "Content-Type",
        "MIME-Version",
    }
    (attached,) = message.iter_attachments()
    assert attached["Bcc"] is None


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("+1 (555) 014-2", "tel:+15550142"),
        ("0555/123 45 ext. 3", "tel:055512345"),
        ("555-0142x12", "tel:5550142"),
        ("555 0142 #4", "tel:5550142"),
        ("+1 555 014 2, 99", "tel:+15550142"),
        ("Tel: 555 0142 (mobile)", "tel:5550142"),
        ("+44 (0)20 7946 0000", "tel:+442079460000"),
        ("(020) 7946 0000", "tel:02079460000"),
        ("(+1) 555 0142", "tel:+15550142"),
        ("tel:+1-555-0142", "tel:+15550142"),
        ("555–0142 or 555–0143", "tel:5550142"),
        ("room 4, 555 0142", "tel:5550142"),
        ("０５５５ １２３", "tel:0555123"),
        ("٠٥٥٥ ١٢٣", "tel:0555123"),
        ("+1 555\r\n014 2", "tel:+15550142"),
        ("911", "tel:911"),
        ("1-800-FLOWERS", None),
        ("12345678901234567890", None),
        ("12", None),
        ("ask the desk", None),
        ("", None),
    ],
)
def test_a_phone_number_is_dialled_however_it_was_written(written: str, url: str | None) -> None:
    assert sending.tel_url(written) == url


@given(st.text(max_size=300) | st.text("+()0123456789 -x.", max_size=5000))
def test_a_dialled_address_is_nothing_but_a_number(written: str) -> None:
    url = sending.tel_url(written)

    assert url is None or fullmatch(r"tel:\+?[0-9]{3,15}", url)
