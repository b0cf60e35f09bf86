"""Files of contacts as LinkedIn, Google, Outlook and phones write them. All people are made up."""

from __future__ import annotations

NOTES = (
    "When exporting your connection data, you may notice that some of the email "
    "addresses are missing. You "
    "will only see email addresses for connections who have allowed it, see settings"
)
LINKEDIN_HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
LINKEDIN_ROWS = (
    "Ada,Byron,https://www.linkedin.com/in/ada-byron-1,ada@engine.example,Engine Works,"
    "CTO,12 Mar 2024",
    'Jörg,Müller,https://www.linkedin.com/in/joerg,,"Maß & Söhne, GmbH",Geschäftsführer,7-Feb-22',
    ",,,,,,01 Jan 2023",
    "NA,Null,https://www.linkedin.com/in/na-null,,None,True,2021-05-06",
    "Sam,Reed,https://www.linkedin.com/in/sam-1,,Acme,Engineer,01 Jan 2020",
    "Sam,Reed,https://www.linkedin.com/in/sam-2,,Acme,Designer,02 Jan 2020",
)


def linkedin(*rows: str, notes: str = f'Notes:\n"{NOTES}"\n\n', end: str = "\n") -> bytes:
    """A Connections.csv."""
    text = notes + "\n".join((LINKEDIN_HEADER, *(rows or LINKEDIN_ROWS))) + "\n"
    return text.replace("\n", end).encode()


GOOGLE_OLD = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Nickname,Notes,Group Membership,"
    "E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,"
    "Phone 1 - Value,"
    "Address 1 - Type,"
    "Address 1 - Formatted,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title,"
    "Website 1 - Type,Website 1 - Value\n"
    "Ada K. Byron,Ada,K.,Byron,,,Met at the fair,* myContacts ::: Friends,* Work,"
    "ada@engine.example ::: ada@home.example,Home,byron@old.example,Mobile,+44 20 1 ::: "
    "+44 20 2,Work,"
    '"12 Mill Lane\nOxford\nUK",,Engine Works,CTO,Profile,www.linkedin.com/in/ada-byron-1\n'
    ",,,,,,,* myContacts,* Work,office@acme.example,,,,,,,,Acme,,,\n"
    ",,,,,,,* myContacts,* Work,who@nobody.example,,,,,,,,,,,\n"
)
GOOGLE_NEW = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Name Suffix,Nickname,File As,"
    "Organization Name,"
    "Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,"
    "E-mail 1 - Value,"
    "Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,"
    "Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,"
    "Address 1 - Country\n"
    "Ada,K.,Byron,,Jr.,,,Engine Works,CTO,R&D,,Likes looms,https://photos.example/1,* "
    "myContacts ::: Chess,"
    "* Work,ada@engine.example,Mobile,+44 20 1,,,12 Mill Lane,Oxford,,,OX1 2JD,UK\n"
    ",,,,,Bobby,,,,,,,,* myContacts,,,,,,,,,,,,\n"
    "Acme,,,,,,,Acme,,,,,,* myContacts,,,,,,,,,,,,\n"
)
OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,"
    "Business City,"
    "Business State,Business Postal Code,Business Country/Region,Business Phone,Mobile "
    "Phone,Categories,"
    "E-mail Address,E-mail Type,E-mail 2 Address,Notes,Web Page\n"
    "Dr,Ada,,Byron,,Engine Works,R&D,CTO,1 Main St,Springfield,IL,62701,USA,555 1,555 2,"
    '"Red;Friends",'
    "ada@engine.example,SMTP,ada@home.example,,https://ada.example\n"
    ",,,,,Acme,,,,,,,,555 3,,,,,,,\n"
)

VCARD_21 = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\n"
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;;\r\n"
    "TEL;FAX:+49 9\r\nTEL;HOME:+49 1\r\nTEL;CELL:+49 2\r\nEMAIL;INTERNET:jm@firma.example\r\n"
    "ADR;WORK:;;Hauptstr. 1;Ulm;;89073;Germany\r\n"
    "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Erste Zeile=0D=0AZweite =\r\nZeile\r\n"
    "END:VCARD\r\n"
)
VCARD_30 = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Byron;Ada;Augusta,King;Dr.;\r\nFN:Ada Byron\r\n"
    "ORG:Engine\\, Works\\; Ltd;R&D\r\nTITLE:Chief\r\n  Technologist\r\n"
    "EMAIL;TYPE=HOME:ada@home.example\r\n"
    "EMAIL;TYPE=WORK,PREF:ada@engine.example\r\n"
    "item1.URL:http\\://www.linkedin.com/in/ada-byron-1\r\n"
    "item1.X-ABLabel:LinkedIn\r\nCATEGORIES:myContacts,Chess\r\nNOTE:one\\ntwo\\, three\r\n"
    "PHOTO;ENCODING=b;TYPE=JPEG:QUJDQUJD\r\n QUJDQUJD\r\nEND:VCARD\r\n"
)
VCARD_40 = (
    "BEGIN:VCARD\nVERSION:4.0\nKIND:individual\nFN:Zoë Löw\nORG:Acme\n"
    'TEL;VALUE=uri;TYPE="voice,work":'
    "tel:+1-555-0100;ext=3\nEMAIL;PREF=2:second@acme.example\nEMAIL;PREF=1:first@acme.example\n"
    "X-SOCIALPROFILE;TYPE=linkedin:https://www.linkedin.com/in/zoe\n"
    "URL:https://zoe.example\nEND:VCARD\n"
)
COMPANY_CARD = (
    "BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nFN:Acme\nORG:Acme;\nX-ABShowAs:COMPANY\nTEL:+1 "
    "555 0199\nEND:VCARD\n"
)
BROKEN_CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Cut Short\nTEL:+1 5\n"
