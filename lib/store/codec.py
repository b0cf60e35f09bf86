"""Records to plain JSON values and back, for any frozen dataclass that derives from Record.

Dates, times and moments are ISO 8601 text, enumerations their value, tuples lists, sets sorted
lists. A field that the file lacks takes the dataclass's default; a field that the file has and the
dataclass does not know is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import fields
from datetime import date, datetime, time
from typing import Any, TypeVar, get_type_hints

import orjson
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from lib.domain.followups.followup import Happening
from lib.domain.followups.reasons import Reason, parse_reason
from lib.domain.records import Record
from lib.domain.store_errors import NotStorable, Unreadable

Raw = dict[str, Any]
R = TypeVar("R", bound=Record)

LONGEST_SHOWN = 60
"""Characters of a value that does not fit."""


def encode(record: R, before: Raw | None = None) -> Raw:
    """Returns the record as JSON values.

    Fields of `before` that this version does not know are carried over.

    Raises:
        NotStorable: a moment without a zone, a whole number beyond 64 bits, a value of a foreign
        type.
    """
    try:
        raw: Raw = _converter.unstructure(record)
        return {**_storable(raw), **_unknown(type(record), before)}
    except (ValueError, TypeError) as problem:
        raise NotStorable(record, str(problem)) from problem


def decode(kind: type[R], raw: Raw) -> R:
    """Returns the record that `encode` was given.

    Raises:
        Unreadable: a required field is missing, or a value does not fit its field.
    """
    try:
        return _converter.structure(raw, kind)
    except Exception as problem:
        raise Unreadable(kind, str(raw.get("id", "?")), _why(kind, raw, problem)) from problem


def same_content(one: Raw, other: Raw) -> bool:
    """Returns whether two states of a record are equal but for what the store sets at each save."""
    return bare(one) == bare(other)


def bare(raw: Raw) -> Raw:
    """Returns the raw record without what the store itself sets at each save.

    A row that is no record comes back as it is.
    """
    if not isinstance(raw, dict):
        return raw
    return {name: value for name, value in raw.items() if name not in ("revision", "changed_at")}


def _unknown(kind: type[Record], before: Raw | None) -> Raw:
    known = {field.name for field in fields(kind)}
    return {name: value for name, value in (before or {}).items() if name not in known}


def _storable(raw: Raw) -> Raw:
    try:
        orjson.dumps(raw)
    except TypeError:
        # Half of a surrogate pair is no character and has no UTF-8 form: the rest of the text still
        # counts.
        raw = _mended(raw)
        orjson.dumps(raw)
    return raw


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_mended(one) for one in value]
    if isinstance(value, dict):
        return {name: _mended(one) for name, one in value.items()}
    return value


def _why(kind: type[Record], raw: Raw, problem: BaseException) -> str:
    """Returns which field does not fit, and what stands in it, in words for the person."""
    if isinstance(problem, KeyError):
        return f"its {_spoken(str(problem.args[0]))} is missing"
    for name, wanted in get_type_hints(kind).items():
        try:
            _converter.structure(raw.get(name), wanted)
        except Exception:
            if name in raw:
                return f"its {_spoken(name)} {_cannot_be(raw[name])}"
    return str(problem) or type(problem).__name__


def _spoken(name: str) -> str:
    return name.replace("_", " ")


def _cannot_be(value: Any) -> str:
    if value is None:
        return "is missing"
    return f"cannot be “{', '.join(map(str, _leaves(value)))[:LONGEST_SHOWN]}”"


def _leaves(value: Any) -> Iterator[Any]:
    """Yields what stands in lists and objects, however deep."""
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _leaves(one)
    else:
        yield value


def _moment_to_text(moment: datetime) -> str:
    if moment.utcoffset() is None:
        raise ValueError(f"{moment} has no time zone")
    return moment.isoformat()


def _moment_from_text(text: Any, _: type[datetime]) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.utcoffset() is None:
        raise ValueError(f"{text} has no time zone")
    return moment


def _exactly(kind: type) -> Callable[[Any, type], Any]:
    def take(value: Any, wanted: type) -> Any:
        # A hook on str serves its subclasses too, and every StrEnum is one.
        if wanted is not kind:
            return wanted(value)
        # cattrs would turn null into the text "None" and the text "false" into True.
        if value.__class__ is not kind:
            raise ValueError(f"{value!r} where {kind.__name__} belongs")
        return value

    return take


def _make_converter() -> Converter:
    converter = Converter(
        detailed_validation=False, unstruct_collection_overrides={tuple: list, Set: sorted}
    )
    for plain in (str, int, bool):
        converter.register_structure_hook(plain, _exactly(plain))
    take_text = _exactly(str)
    converter.register_unstructure_hook(Reason, str)
    converter.register_structure_hook(Reason, lambda text, _: parse_reason(take_text(text, str)))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(time, time.isoformat)
    converter.register_unstructure_hook(datetime, _moment_to_text)
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    converter.register_structure_hook(time, lambda text, _: time.fromisoformat(text))
    converter.register_structure_hook(datetime, _moment_from_text)
    # A line of history from before there was a kind stays as it was stored.
    leave_out = make_dict_unstructure_fn(Happening, converter, kind=override(omit_if_default=True))
    converter.register_unstructure_hook(Happening, leave_out)
    return converter


_converter = _make_converter()
structure = _converter.structure
