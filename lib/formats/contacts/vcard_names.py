"""What a card may hold that the app does not keep, in the words of a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_READ = (
    "FN N NICKNAME ORG TITLE ROLE EMAIL TEL ADR LABEL URL X-SOCIALPROFILE SOCIALPROFILE NOTE"
    " CATEGORIES KIND X-ABSHOWAS X-ADDRESSBOOKSERVER-KIND X-ABLABEL"
)
_ABOUT_THE_CARD = (
    "BEGIN END VERSION PRODID UID REV SOURCE CLASS SORT-STRING MAILER AGENT PROFILE NAME"
    " X-PHONETIC-FIRST-NAME X-PHONETIC-LAST-NAME CLIENTPIDMAP XML"
)
_SILENT = {*_READ.split(), *_ABOUT_THE_CARD.split()}
_OWN = ("X-AB", "X-APPLE", "X-EVOLUTION", "X-KADDRESSBOOK", "X-MS-", "X-IMAGE")
"""How lines begin that a program keeps for itself."""
_WORDS = {
    "BDAY": "birthday",
    "ANNIVERSARY": "anniversary",
    "X-ANNIVERSARY": "anniversary",
    "PHOTO": "picture",
    "LOGO": "logo",
    "SOUND": "sound",
    "KEY": "key",
    "GEO": "place on the map",
    "TZ": "time zone",
    "LANG": "language",
    "GENDER": "gender",
    "RELATED": "related people",
    "X-ABRELATEDNAMES": "related people",
    "X-ABDATE": "dates",
    "X-SPOUSE": "spouse",
    "X-ASSISTANT": "assistant",
    "X-MANAGER": "manager",
    "IMPP": "instant messaging",
    "X-SKYPE": "Skype",
    "X-SKYPE-USERNAME": "Skype",
    "X-ICQ": "ICQ",
    "X-JABBER": "Jabber",
    "X-AIM": "AIM",
    "X-TWITTER": "Twitter",
    "CALURI": "calendar",
    "FBURL": "calendar",
    "CALADRURI": "calendar",
    "MEMBER": "members",
    "HOBBY": "hobbies",
    "INTEREST": "interests",
    "EXPERTISE": "expertise",
}
"""The words for lines that people know (RFC 6350, section 6, and programs' own)."""


def not_kept_of(names: Iterable[str]) -> Iterator[str]:
    """Yields what lines with these names hold and the app does not keep."""
    for name in names:
        if name in _WORDS or (name not in _SILENT and not name.startswith(_OWN)):
            yield _WORDS.get(name, name.removeprefix("X-").capitalize())
