"""Hostile documents of every family are read in linear time, and give a sound record or our own error."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable
from contextlib import suppress

import pytest

from contract import faults
from hostile_documents import FAMILIES, Family
from minutes_parser import MinutesError, parse
from minutes_parser.readers import read
from minutes_parser.writers.json_ import dump_json
from test_linear import is_linear

FEW = 50
"""Objects that the library for PDF leaves to the collector, however many pages there are."""

each_family = pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)


@each_family
def test_a_sound_record_or_our_own_error(family: Family) -> None:
    source = family.make(max(family.size // 20, 10))
    try:
        minutes = parse(source, media_type=family.kind)
    except MinutesError:
        return
    assert faults(json.loads(dump_json(minutes)), read(source, media_type=family.kind).text) == []


@each_family
def test_parsing_leaves_no_cycles_to_collect(family: Family) -> None:
    source = family.make(max(family.size // 20, 10))
    with suppress(MinutesError):
        parse(source, media_type=family.kind)  # what is loaded at first use may leave some
        gc.collect()
        parse(source, media_type=family.kind)
        assert gc.isenabled()
        assert gc.collect() <= FEW


@each_family
def test_read_in_linear_time(family: Family) -> None:
    def at_size(size: int) -> Callable[[], object]:
        source = family.make(size)
        return lambda: parse(source, media_type=family.kind)

    assert is_linear(at_size, family.size)
