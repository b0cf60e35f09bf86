"""The words by which the columns of any other table are guessed.

All headers are in the form that `known_files.plainly` gives: `E-mail 1 - Value` is `email 1
value`. Alternatives stand between `|`, in order of preference.
"""

from __future__ import annotations

from collections.abc import Mapping

from lib.formats.contacts.shapes import Column

PHRASES: Mapping[Column, str] = {
    Column.FIRST_NAME: "first name|given name|firstname|forename|first|vorname|prenom"
    "|nombre de pila|nome proprio|imie|voornaam|名",
    Column.LAST_NAME: "last name|family name|surname|lastname|last|nachname|familienname"
    "|nom de famille|apellidos|apellido|cognome|sobrenome|achternaam|nazwisko|姓",
    Column.NAME: "full name|name|display name|contact name|contact|person|anzeigename"
    "|vollstandiger name|nom complet"
    "|氏名|姓名|名前|이름|imie i nazwisko|nom|nombre completo|nombre|nome|naam|who",
    Column.PAST_COMPANIES: "past companies|previous companies|former companies|past company"
    "|previous company|former company|past employers|previous employers|previous employer"
    "|former employer|fruhere firmen",
    Column.COMPANY: "company|company name|organization|organisation|organization name|employer"
    "|firm|account|current company|account name|firma|unternehmen|arbeitgeber|entreprise|societe"
    "|会社名|会社|公司|회사"
    "|employeur|empresa|azienda|bedrijf",
    Column.POSITION: "position|job title|jobtitle|title|role|job|occupation|function|headline"
    "|beruf|stelle|current position|funktion|poste|fonction|titre|puesto|cargo|titel"
    "|stanowisko|functie|posizione|役職|职位|직함",
    Column.EMAIL: "email|email address|mail|email 1|primary email|work email|business email"
    "|email adresse|courriel|adresse email|adresse mail|correo|correo electronico|emailaddress"
    "|email id|emails",
    Column.EMAIL_2: "email 2 address|email 2|email address 2|secondary email|second email"
    "|other email|alternate email|private email|personal email|home email"
    "|email privat|email 2 value",
    Column.PHONE: "phone|mobile|mobile phone|phone number|telephone|cell|cell phone|tel|work phone"
    "|telefon|handy|mobil|telefono|movil|portable|mobiltelefon|telefonnummer"
    "|numero de telephone",
    Column.PHONE_2: "phone 2|mobile|mobile phone|home phone|work phone|business phone|office phone"
    "|second phone|other phone|telefon 2|fax",
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
    Column.FIRST_NAME: "vorname|prenom|forename|firstname|imie|voornaam|keresztnev|utonev",
    Column.LAST_NAME: "surname|nachname|lastname|apellidos|nazwisko|achternaam|vezeteknev",
    Column.PAST_COMPANIES: "past|previous|former",
    Column.COMPANY: "company|organization|organisation|employer|firma|empresa|entreprise",
    Column.POSITION: "position|role|title|occupation",
    Column.EMAIL: "email|mail|correo|courriel",
    Column.EMAIL_2: "email|mail|correo|courriel",
    Column.PHONE: "phone|mobile|telephone|telefon|telefono",
    Column.PHONE_2: "phone|mobile|telephone|telefon|telefono",
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
