"""A hundred fillings of the letter's blanks: half good English, half jottings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from lib.domain.debriefs import OfferOpening, Opening, Said
from lib.domain.english import English
from lib.domain.notes import Channel
from lib.words.brief import Brief
from tests.words.briefs import JOB, SENDER, brief, person

FILE = Path(__file__).with_suffix(".json")
BLANKS = ("topic", "answer", "offer", "also_topic", "also_answer")
Filling = Mapping[str, Any]


def fillings(*, good: bool) -> list[Filling]:
    """Those in good English, or the jottings."""
    return [one for one in json.loads(FILE.read_text(encoding="utf-8")) if one["good"] is good]


def said_of(filling: Filling) -> Said:
    """The blanks as they were filled in."""
    return Said(
        opening=Opening(filling["opening"]),
        offer_opening=OfferOpening(filling["offer_opening"]) if filling["offer_opening"] else None,
        also_opening=Opening(filling["also_opening"]) if filling["also_opening"] else None,
        **{blank: filling[blank] for blank in BLANKS},
    )


def brief_of(filling: Filling, channel: Channel = Channel.EMAIL) -> Brief:
    """The brief of the letter to that filling's reader."""
    job = replace(JOB, company=filling["company"], role=filling["role"])
    sender = replace(SENDER, english=English(filling["english"]))
    reader = replace(person(filling["reader"]), position=filling["position"])
    return brief(
        said=said_of(filling),
        job=job,
        sender=sender,
        reader=reader,
        channel=channel,
        next_contact=None,
    )
