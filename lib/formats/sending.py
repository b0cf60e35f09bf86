"""Ways of handing a message to the person's own mail program. Nothing here sends anything.

`mailto:` as RFC 6068 has it, a draft file as Outlook reads it (`X-Unsent`), and the compose addresses of two
web mailers.
"""

from __future__ import annotations

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from unicodedata import category, normalize
from urllib.parse import quote

from lib.domain.notes import Text
from lib.domain.profile import Profile

LONGEST_URL = 1800
"""Characters that every mail program takes in a mailto address (Windows cuts longer ones)."""
ADDRESS = re.compile(r"[^@\s<>\"(),:;\[\]\\]+@[^@\s<>\"(),:;\[\]\\]+")


def mailto_url(to: str, text: Text) -> str | None:
    """The address that opens the mail program with that message; None where it would be too long."""
    body = quote(_crlf(text.body), safe="")
    url = f"mailto:{quote(_address(to), safe='@')}?subject={quote(_line(text.subject), safe='')}&body={body}"
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
    """A message file that opens as a draft: without date or id, which the mail program sets on sending."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    _address_header(message, "From", _line(sender.name), sender.email)
    _address_header(message, "To", "", to)
    message["Subject"] = _line(text.subject)
    message.set_content(_clean(text.body))
    return message.as_bytes()


def eml_file_name(reader: str) -> str:
    """A file name that every system takes, such as "note-to-dana-whitfield.eml"."""
    plain = normalize("NFKD", reader).encode("ascii", "ignore").decode().casefold()
    stem = "-".join(re.findall(r"[a-z0-9]+", plain))[:60]
    return f"note-to-{stem}.eml" if stem else "note.eml"


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
