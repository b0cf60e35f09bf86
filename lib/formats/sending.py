"""Ways of handing a message to the person's own mail program. Nothing here sends anything.

`mailto:` as RFC 6068 has it, a draft file as Outlook reads it (`X-Unsent`), and the compose
addresses of two web mailers.
"""

from __future__ import annotations

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from unicodedata import category, decimal, normalize
from urllib.parse import quote

from lib.domain.notes import Text
from lib.domain.profile import Profile

LONGEST_URL = 1800
"""Characters that every mail program takes in a mailto address (Windows cuts longer ones)."""
ADDRESS = re.compile(r"[^@\s<>\"(),:;\[\]\\]+@[^@\s<>\"(),:;\[\]\\]+")
NUMBER = re.compile(r"\+?[\s(]*\d(?:[\s().\-/‐-―·]*\d)*")
TRUNK = re.compile(r"(\+.*?\d)[\s.\-/]*\(0\)")
"""The "(0)" in "+44 (0)20 …": dialled inside the country only, never after the "+"."""
SPELT_ON = re.compile(r"[\-.]?(?!ext|x)[a-z]{2}", re.I)
"""What follows the digits of a number that goes on in letters ("1-800-FLOWERS")."""
SHORTEST_NUMBER, LONGEST_NUMBER = 3, 15
"""Digits of an emergency call, and of the longest number in the world (ITU-T E.164)."""
LONGEST_WRITTEN = 200
"""Characters in which a number is looked for."""


def mailto_url(to: str, text: Text) -> str | None:
    """Returns the address that opens the mail program with that message; None if it is too long."""
    subject = quote(_line(text.subject), safe="")
    body = quote(_crlf(text.body), safe="")
    url = f"mailto:{quote(_address(to), safe='@')}?subject={subject}&body={body}"
    return url if len(url) < LONGEST_URL else None


def gmail_url(to: str, text: Text) -> str:
    """The address that opens a new message in Gmail."""
    return (
        "https://mail.google.com/mail/?view=cm&fs=1"
        f"&to={quote(_address(to), safe='')}&su={quote(_line(text.subject), safe='')}"
        f"&body={quote(_clean(text.body), safe='')}"
    )


def outlook_url(to: str, text: Text) -> str:
    """The address that opens a new message in Outlook on the web."""
    return (
        "https://outlook.office.com/mail/deeplink/compose"
        f"?to={quote(_address(to), safe='')}&subject={quote(_line(text.subject), safe='')}"
        f"&body={quote(_clean(text.body), safe='')}"
    )


def eml_draft(sender: Profile, to: str, text: Text) -> bytes:
    """Returns a message file that opens as a draft; the mail program sets its date and id."""
    return _draft(sender, to, text).as_bytes()


def eml_to_myself(sender: Profile, text: Text, *, file_name: str, html: str) -> bytes:
    """A draft to the person's own address, with that page attached as a file."""
    message = _draft(sender, sender.email, text)
    message.add_attachment(_clean(html), subtype="html", filename=_line(file_name))
    return message.as_bytes()


def eml_file_name(reader: str) -> str:
    """A file name that every system takes, such as "note-to-dana-whitfield.eml"."""
    stem = file_stem(reader)
    return f"note-to-{stem}.eml" if stem else "note.eml"


def file_stem(words: str) -> str:
    """Returns the words as every system takes them in a file's name, such as "dana-whitfield"."""
    plain = normalize("NFKD", words).encode("ascii", "ignore").decode().casefold()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:60].rstrip("-")


def tel_url(phone: str) -> str | None:
    """Returns the address that dials the first number written there; None without a number.

    An extension is left out: it begins with a letter or a sign that no number holds.
    """
    written = TRUNK.sub(r"\1", normalize("NFKC", phone[:LONGEST_WRITTEN]))
    for found in NUMBER.finditer(written):
        digits = "".join(str(decimal(sign)) for sign in found.group() if sign.isdecimal())
        if len(digits) >= SHORTEST_NUMBER:
            if len(digits) > LONGEST_NUMBER or SPELT_ON.match(written, found.end()):
                return None
            return f"tel:+{digits}" if "+" in found.group() else f"tel:{digits}"
    return None


def _draft(sender: Profile, to: str, text: Text) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    _address_header(message, "From", _line(sender.name), sender.email)
    _address_header(message, "To", "", to)
    message["Subject"] = _line(text.subject)
    message.set_content(_clean(text.body))
    return message


def _address_header(message: EmailMessage, name: str, display: str, address: str) -> None:
    if found := _address(address):
        user, _, domain = found.rpartition("@")
        message[name] = Address(display, user, domain)


def _address(written: str) -> str:
    """The one address in what was written; empty if there is none that a header could carry."""
    match = ADDRESS.search(_line(written))
    return match.group() if match and match.group().isascii() else ""


def _line(text: str) -> str:
    """One line without control characters: no header can be smuggled in through it."""
    return " ".join(_clean(text).split())


def _clean(text: str) -> str:
    """The text without control characters and lone surrogates; line ends stay."""
    return "".join(sign for sign in text if sign == "\n" or category(sign) not in ("Cc", "Cs"))


def _crlf(text: str) -> str:
    return _clean(text).replace("\n", "\r\n")
