"""E-mail addresses and phone numbers of a file: their kinds, and which is the preferred one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lib.domain.people.contacts import Reach
from lib.domain.search import folded
from lib.formats.contacts import values
from lib.formats.contacts.raw_reach import RawReach

LONGEST_KIND = 40
MOST = 50
NOT_TO_CALL = ("fax", "pager")
_KINDS: Mapping[str, str] = {
    "fax": "fax faks telefaks telecopie telefax ファックス 팩스 传真 傳真",
    "pager": "pager beeper radiomessagerie localizador cercapersone ポケット 호출기 szemely",
    "mobile": "mobil cell handy iphone movil celular telemovel portable komork 携帯 휴대 手机 手機",
    "work": "work business office geschaft dienst bureau profession trabajo comercial empresa"
    " uffici uff sluzbow firm werk bedrijf 会社 勤務 근무 회사 工作 単位 hivatal munka"
    " arbeit buro travail trabalho lavoro bureau praca company",
    "home": "home privat domicile particular residen abitazione ab) domow domow thuis huis 自宅"
    " 집 家 otthon maison casa zuhause dom personal",
    "main": "main haupt principal primary podstawow hoofd 代表 通常",
    "other": "other weiter autre otro outro altro inny ander その他 기타 egyeb",
}
"""The kinds, and how the words begin that tell them in headers and labels, folded."""
_TECHNICAL = {"internet", "pref", "voice", "x400", "smtp", "msg", "", "1", "text", "uri", "video"}
_SHORTENED = re.compile(r"[+-]?\d+(?:[.,]\d+)?E\+?\d+", re.I)
_FORMULA = re.compile(r"=\"(.*)\"", re.S)
_NEW_NUMBER = re.compile(r"\n|;|\s+(?:or|oder|ou|o|/)\s+", re.I)


def kind_of(label: str) -> str:
    """Returns the kind that a label or a header means; a label of one's own is its own kind."""
    bare = values.plain(re.sub(r"_\$!<(.*?)>!\$_", r"\1", label).removeprefix("*"), LONGEST_KIND)
    if known := _known_kind(bare):
        return known
    return "" if bare.lower() in _TECHNICAL else bare


def kind_of_header(header: str) -> str:
    """Returns the kind that a column's header means; "" if it says nothing of a kind."""
    return _known_kind(header)


def _known_kind(text: str) -> str:
    plain = f" {folded(text)}".replace("(", " (").replace(" (", " ")
    for kind, beginnings in _KINDS.items():
        for word in beginnings.split():
            if (f" {word}" if word.isascii() else folded(word)) in plain:
                return kind
    return ""


def mails(raw: Iterable[RawReach]) -> tuple[Reach, ...]:
    """Returns the e-mail addresses, preferred ones first, none twice."""
    ordered = sorted(raw, key=lambda one: not one.preferred)
    found: list[Reach] = []
    for one in ordered:
        found += (Reach(mail, kind_of(one.label)) for mail in values.mails([one.text]))
    return _once(found)


def phones(raw: Sequence[RawReach], lost: list[str], *, mobile_first: bool) -> tuple[Reach, ...]:
    """Returns the phone numbers: preferred ones first, then mobile ones, faxes and pagers last.

    Args:
        lost: takes the texts that are no number any more.
    """
    numbers: list[tuple[bool, Reach]] = []
    for one in raw:
        for text in _numbers(one.text):
            number = phone(text)
            if number:
                numbers.append((one.preferred, Reach(number, kind_of(one.label))))
            elif any(sign.isalnum() for sign in text):
                lost.append(text)
    ranked = sorted(numbers, key=lambda pair: _rank(*pair, mobile_first=mobile_first))
    return _once(reach for _, reach in ranked)


def _rank(preferred: bool, reach: Reach, *, mobile_first: bool) -> tuple[bool, bool, bool]:
    is_second = mobile_first and reach.kind != "mobile"
    return is_not_to_call(reach), not preferred, is_second


def is_not_to_call(reach: Reach) -> bool:
    """True for a fax and a pager, which nobody answers."""
    return any(word in reach.kind.lower() for word in NOT_TO_CALL)


def phone(text: str) -> str:
    """Returns a phone number without what a spreadsheet put around it; "" if it is none.

    `9.19876E+11` is none: a spreadsheet has cut its last digits off.
    """
    bare = text.strip()
    if formula := _FORMULA.fullmatch(bare):
        bare = formula[1]
    bare = re.sub(r"^(?:tel:|['’=]+(?=[+\d(]))", "", bare.strip(), flags=re.I)
    bare = values.plain(bare, values.LONGEST_PHONE)
    if re.fullmatch(r"\d{5,}\.0", bare):
        bare = bare.removesuffix(".0")
    if _SHORTENED.fullmatch(bare) or not any(sign.isdigit() for sign in bare):
        return ""
    return bare


def _numbers(text: str) -> Iterator[str]:
    for part in text[: values.LONGEST_CELL].split(":::", MOST):
        yield from filter(None, map(str.strip, _NEW_NUMBER.split(part)[:MOST]))


def _once(found: Iterable[Reach]) -> tuple[Reach, ...]:
    first: dict[str, Reach] = {}
    for one in found:
        first.setdefault(one.value.casefold(), one)
    return tuple(first.values())[:MOST]
