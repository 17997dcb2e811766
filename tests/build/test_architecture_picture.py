"""The drawn picture names parts that are there, and its boxes stand beside each other."""

from __future__ import annotations

import itertools
from xml.etree import ElementTree

import pytest
from support import ROOT

from pages.pictures import architecture

BOXES = (*architecture.WAYS_IN, *architecture.CORE, *architecture.DATA)


@pytest.mark.parametrize("box", BOXES, ids=lambda box: box.name)
def test_part_is_there(box: architecture.Box) -> None:
    assert (ROOT / box.where).exists(), "the part has moved: change the picture"


def test_boxes_do_not_overlap() -> None:
    for one, other in itertools.combinations(BOXES, 2):
        assert abs(one.x - other.x) > 160 or abs(one.y - other.y) > 56, (one, other)


def test_picture_is_well_formed_and_described() -> None:
    svg = ElementTree.fromstring(architecture.build_picture()).find("svg")
    assert svg is not None
    assert svg.get("role") == "img"
    assert "through pyvalidator.browser" in (svg.get("aria-label") or "")
