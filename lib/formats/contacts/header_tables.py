"""The headers that files of contacts have, as data: add a header here to have it read.

All headers are in the form that `headers.plainly` gives: `E-mail 1 - Value` is `email 1 value`.
Alternatives stand between `|`, in order of preference; `#` stands for the numbers 1 to 20.
"""

from __future__ import annotations

from collections.abc import Mapping

from lib.formats.contacts.shapes import Column, FileKind

SIGNS: tuple[tuple[FileKind, str], ...] = (
    (FileKind.LINKEDIN, "first name|last name|connected on"),
    (FileKind.LINKEDIN, "first name|last name|url|position"),
    (FileKind.GOOGLE, "email 1 value"),
    (FileKind.GOOGLE, "phone 1 value"),
    (FileKind.GOOGLE, "organization name|labels"),
    (FileKind.GOOGLE, "given name|group membership"),
    (FileKind.OUTLOOK, "first name|last name|email address|email 2 address"),
    (FileKind.OUTLOOK, "first name|last name|email address|business phone"),
    (FileKind.OUTLOOK, "first name|last name|email address|business street"),
    (FileKind.OUTLOOK, "first name|last name|email address|email type"),
    (FileKind.OUTLOOK, "first name|last name|email address|categories"),
)
"""A file with all of these headers is of that kind; the first match counts."""

KNOWN: Mapping[FileKind, Mapping[Column, str]] = {
    FileKind.LINKEDIN: {
        Column.FIRST_NAME: "first name",
        Column.LAST_NAME: "last name",
        Column.POSITION: "position",
        Column.COMPANY: "company",
        Column.EMAIL: "email address|email",
        Column.LINK: "url|profile url",
        Column.CONNECTED_ON: "connected on",
    },
    FileKind.GOOGLE: {
        Column.NAME: "name",
        Column.FIRST_NAME: "first name|given name",
        Column.MIDDLE_NAME: "middle name|additional name",
        Column.LAST_NAME: "last name|family name",
        Column.SUFFIX: "name suffix",
        Column.NICKNAME: "nickname",
        Column.POSITION: "organization title|organization # title",
        Column.COMPANY: "organization name|organization # name",
        Column.EMAIL: "email # value",
        Column.PHONE: "phone # value",
        Column.LINK: "website # value|relation # value",
        Column.ADDRESS: "address # formatted",
        Column.REMARKS: "notes",
        Column.LABELS: "labels|group membership",
    },
    FileKind.OUTLOOK: {
        Column.FIRST_NAME: "first name",
        Column.MIDDLE_NAME: "middle name",
        Column.LAST_NAME: "last name",
        Column.SUFFIX: "suffix",
        Column.NICKNAME: "nickname",
        Column.POSITION: "job title",
        Column.COMPANY: "company",
        Column.EMAIL: "email address|email 2 address|email 3 address",
        Column.PHONE: "mobile phone|business phone|primary phone|home phone|business phone 2"
        "|other phone",
        Column.LINK: "web page|personal web page|business web page",
        Column.REMARKS: "notes",
        Column.LABELS: "categories",
    },
}
"""The columns of each kind of file."""

ADDRESSES: Mapping[FileKind, tuple[str, str]] = {
    FileKind.GOOGLE: (
        "address 1|address 2|address 3",
        "po box,extended address,street,city,region,postal code,country",
    ),
    FileKind.OUTLOOK: (
        "business|home|other",
        "po box|address po box,street 2,street,city,state,postal code,country region|country",
    ),
}
"""Addresses in parts: what the headers begin with, and the parts in the order of a vCard."""

PHRASES: Mapping[Column, str] = {
    Column.FIRST_NAME: "first name|given name|firstname|forename|first|vorname|prenom"
    "|nombre de pila|nome proprio",
    Column.LAST_NAME: "last name|family name|surname|lastname|last|nachname|familienname"
    "|nom de famille|apellidos|apellido|cognome|sobrenome|achternaam",
    Column.NAME: "full name|name|display name|contact name|contact|person|anzeigename"
    "|vollstandiger name|nom complet|nom|nombre completo|nombre|nome|naam|who",
    Column.PAST_COMPANIES: "past companies|previous companies|former companies|past company"
    "|previous company|former company|past employers|previous employers|previous employer"
    "|former employer|fruhere firmen",
    Column.COMPANY: "company|company name|organization|organisation|organization name|employer"
    "|firm|account|current company|account name|firma|unternehmen|arbeitgeber|entreprise|societe"
    "|employeur|empresa|azienda|bedrijf",
    Column.POSITION: "position|job title|jobtitle|title|role|job|occupation|function|headline"
    "|beruf|stelle|current position|funktion|poste|fonction|titre|puesto|cargo|titel",
    Column.EMAIL: "email|email address|mail|email 1|primary email|work email|business email"
    "|email adresse|courriel|adresse email|adresse mail|correo|correo electronico|emailaddress"
    "|email id|emails",
    Column.PHONE: "phone|mobile|mobile phone|phone number|telephone|cell|cell phone|tel|work phone"
    "|telefon|handy|mobil|telefono|movil|portable|mobiltelefon|telefonnummer"
    "|numero de telephone",
    Column.LINK: "linkedin|linkedin url|linkedin profile|profile url|linkedin link|profile"
    "|profile link|url|link|website|web page|homepage|webseite",
    Column.ADDRESS: "address|postal address|mailing address|work address|business address|adresse"
    "|anschrift|direccion|indirizzo",
    Column.REMARKS: "notes|note|remarks|comments|comment|description|notizen|bemerkungen|notas"
    "|remarques|details",
    Column.LABELS: "labels|tags|groups|categories|category|group|tag|lists|kategorien|gruppen"
    "|categorias|etiquetas",
}
"""Whole headers of any other table, in the order in which the columns are guessed."""

WORDS: Mapping[Column, str] = {
    Column.FIRST_NAME: "vorname|prenom|forename|firstname",
    Column.LAST_NAME: "surname|nachname|lastname|apellidos",
    Column.PAST_COMPANIES: "past|previous|former",
    Column.COMPANY: "company|organization|organisation|employer|firma|empresa|entreprise",
    Column.POSITION: "position|role|title|occupation",
    Column.EMAIL: "email|mail|correo|courriel",
    Column.PHONE: "phone|mobile|telephone|telefon|telefono",
    Column.LINK: "linkedin|url|link",
    Column.ADDRESS: "address|adresse",
    Column.REMARKS: "notes|remarks|comments|notizen",
    Column.LABELS: "labels|tags|groups|categories",
    Column.NAME: "name",
}
"""Single words of a header that tell what a column is, where no whole header does."""

MISLEADING = "type|label|date|id|count|status|user|file|yomi|phonetic|middle|nick"
"""Words of a header after which none of the others is trusted."""

HALF_NAMES = "name|nom|nombre|nome|naam"
"""Headers that mean the whole name alone, and half of it beside the other half."""
