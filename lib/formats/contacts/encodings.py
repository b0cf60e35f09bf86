"""Finds out in which encoding a file of contacts is, where nothing in it says so."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

CHOICES: Mapping[str, str] = {
    "utf-8": "Unicode (UTF-8)",
    "cp1252": "Western European",
    "cp1250": "Central European",
    "cp1251": "Cyrillic",
    "cp1253": "Greek",
    "cp1254": "Turkish",
    "cp1257": "Baltic",
    "cp1255": "Hebrew",
    "cp1256": "Arabic",
    "cp932": "Japanese (Shift_JIS)",
    "euc_jp": "Japanese (EUC)",
    "gb18030": "Chinese, simplified (GB18030)",
    "big5": "Chinese, traditional (Big5)",
    "cp949": "Korean (EUC-KR)",
    "koi8_r": "Cyrillic (KOI8-R)",
    "mac_roman": "Western European (old Mac)",
}
"""The encodings that a person can choose, with the names under which they are shown."""

_ALPHABETS: Mapping[str, tuple[str, ...]] = {
    "cp1252": (
        "äöüß", "àâæçéèêëîïôœùûüÿ", "áéíóúüñçàèïòºª", "ãâáàçéêíóôõúüºª", "àèéìíòóùú",
        "éëïóöüèêáçâ", "æøåéèêóòâôäöü", "äöåéü", "áéíóúýþæðö",
    ),
    "cp1250": (
        "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîșțşţ",
    ),
    "cp1254": ("çğıöşüâi̇",),
    "cp1257": ("ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž"),
}  # fmt: skip
"""The letters beyond ASCII of the languages that an encoding is used for."""
_CHINESE = re.compile(r"[一-鿿]")
_KANA = re.compile(r"[ぁ-ヿ]")
_HANGUL = re.compile(r"[가-힣]")
_SCRIPTS: Mapping[str, re.Pattern[str]] = {
    "cp1251": re.compile(r"[А-яЁёІіЇїЄєҐґЂђЈјЉљЊњЋћЏџЎў]"),
    "koi8_r": re.compile(r"[А-яЁё]"),
    "cp1253": re.compile(r"[Α-ωΆΈ-Ώΐάέήίΰϊϋόύώς]"),
    "cp1255": re.compile(r"[א-ת]"),
    "cp1256": re.compile(r"[ء-ْپچژگ]"),
}
_WORDS: Mapping[str, str] = {
    "cp932": "姓 名 氏名 会社 会社名 株式会社 部署 役職 電話 携帯 佐藤 鈴木 田中 電子メール",
    "euc_jp": "氏名 会社 株式会社 部署 役職 電話 携帯 佐藤 鈴木 高橋 田中 メモ 電子メール",
    "gb18030": "姓 名 姓名 公司 职务 职位 部门 电话 手机 邮件 邮箱 单位 有限 王 李 张 刘 陈 杨",
    "big5": "姓 名 姓名 公司 職稱 職務 部門 電話 手機 郵件 信箱 單位 有限 陳 林 黃 張 李 王",
    "cp949": "이름 성명 성 회사 직함 직책 부서 전화 휴대폰 휴대전화 메일 주식회사 김 이 박 최 정",
}
"""Words of headers and frequent names, by which the East Asian encodings are told apart."""
_VOWELS = re.compile("[аеиоуыэюяєіїёαεηιουωάέήίόύώ]", re.I)
_SIGNS = set(" ’‘“”„«»‚–—…•·°€™\xa0")


def detected(content: bytes) -> str:
    """Returns the encoding in which the letters of the content make most sense."""
    scores = {name: _score(content, name) for name in CHOICES if name != "utf-8"}
    best = max(scores.values())
    likely = [name for name, score in scores.items() if score == best]
    if best <= 0:
        return _by_library(content)
    return likely[0] if len(likely) == 1 or "cp1252" in likely else _by_library(content, likely)


def decoded(content: bytes, encoding: str) -> str:
    """Returns the text; what is no letter in that encoding becomes the replacement sign."""
    return content.decode(encoding, "replace")


def known(charset: str) -> str:
    """Returns the encoding that a file names, in Python's words; "" if there is no such one."""
    name = {"shift_jis": "cp932", "gb2312": "gb18030", "euc-kr": "cp949"}.get(charset.lower())
    try:
        return name or codecs.lookup(charset.strip('"')).name
    except (LookupError, ValueError):
        return ""


def _by_library(content: bytes, among: list[str] | None = None) -> str:
    # Imported here, since few files need it and it takes a while.
    from charset_normalizer import from_bytes

    best = from_bytes(content[:200_000], cp_isolation=among or list(CHOICES)).best()
    fallback = among[0] if among else "cp1252"
    return best.encoding if best and best.encoding != "ascii" else fallback


def _score(content: bytes, encoding: str) -> float:
    """Returns how well the letters fit: the share of good ones, and words that are known."""
    try:
        text = content[:100_000].decode(encoding)
    except UnicodeDecodeError as problem:
        if problem.start < 99_990:
            return -1.0
        text = content[: problem.start].decode(encoding)
    letters = [sign for sign in text.lower() if sign > "\x7f" and sign not in _SIGNS]
    if not letters:
        return 0.95 - _handicap(encoding, text)
    good = sum(map(_is_good(encoding, letters).__contains__, letters))
    strange = len(re.findall(_STRANGE, text))
    fit = (good - strange) / len(letters)
    return fit + _words_found(encoding, text) - _handicap(encoding, text)


def _handicap(encoding: str, text: str) -> float:
    """Returns what is taken off: old encodings are rare, and names begin with capitals."""
    if encoding == "mac_roman":
        return 0.1
    if encoding in ("cp1251", "koi8_r", "cp1253"):
        vowels = len(_VOWELS.findall(text)) / max(1, len(re.findall(r"[^\W\d_a-zA-Z]", text)))
        has_capital = any(word.istitle() and word > "\x7f" for word in text.split())
        return 0.1 * (not 0.25 < vowels < 0.7) + 0.1 * (not has_capital)
    if encoding == "cp1252" and re.search("[þðýÞÐÝ]", text):
        return 0.02
    if encoding == "cp1254" and not re.search("[ışğİŞĞ]", text):
        return 0.01
    return 0.0


_STRANGE = re.compile(
    r"[a-z][¡-¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ](?=[a-z])|[\x80-\x9f]|[a-zA-Z][Ѐ-ӿͰ-Ͽ֐-׿؀-ۿ一-鿿가-힣]"
    r"|[Ѐ-ӿͰ-Ͽ֐-׿؀-ۿ][a-zA-Z]|[а-яё][А-ЯЁ]"
)
"""What stands in no word: a capital or a sign within a word, or two scripts in one word."""


def _is_good(encoding: str, letters: list[str]) -> set[str]:
    """Returns those of the letters that belong to a language of this encoding."""
    if encoding in _WORDS:
        return {sign for sign in letters if _is_common(sign, encoding)}
    if script := _SCRIPTS.get(encoding):
        return {sign for sign in letters if script.match(sign)}
    alphabets = _ALPHABETS.get(encoding, _ALPHABETS["cp1252"])
    kept = [set(letters) & set(alphabet) for alphabet in alphabets]
    return max(kept, key=lambda good: sum(map(letters.count, good)))


def _is_common(sign: str, encoding: str) -> bool:
    """True for a sign that a person of that country would use: the first level of its standard."""
    if "　" <= sign <= "〟" or "！" <= sign <= "～":
        return True
    if encoding == "cp949":
        return _HANGUL.match(sign) is not None
    if encoding in ("cp932", "euc_jp") and _KANA.match(sign):
        return True
    standard, first, last = _FIRST_LEVEL[encoding]
    code = sign.encode(standard, "ignore")[:1]
    return first <= code <= last and _CHINESE.match(sign) is not None


_FIRST_LEVEL = {
    "cp932": ("cp932", b"\x88", b"\x98"),
    "euc_jp": ("cp932", b"\x88", b"\x98"),
    "gb18030": ("gb2312", b"\xb0", b"\xd7"),
    "big5": ("big5", b"\xa4", b"\xc6"),
}


def _words_found(encoding: str, text: str) -> float:
    """Returns a tenth for each known word of an East Asian language, five at most."""
    words = _WORDS.get(encoding, "").split()
    return min(5, sum(word in text for word in words)) / 10
