"""Python's garbage collector rests during a check, and what a Python woke with stays out of its sight."""

import gc

import pytest

from pyvalidator.runtime import gc_control


@pytest.fixture
def thawed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(gc_control, "_frozen", False)
    yield
    gc.unfreeze()


def test_collector_rests_and_works_again():
    assert gc.isenabled()
    with gc_control.paused_gc():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_collector_that_was_off_stays_off():
    gc.disable()
    try:
        with gc_control.paused_gc():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_was_frozen_for_good_stays_frozen_after_a_check(thawed):
    gc_control.freeze_all()
    frozen = gc.get_freeze_count()
    assert frozen > 1000
    with gc_control.paused_gc():
        pass
    assert gc.get_freeze_count() >= frozen - 100


def test_a_check_leaves_nothing_frozen_otherwise(thawed):
    before = gc.get_freeze_count()
    with gc_control.paused_gc():
        pass
    assert gc.get_freeze_count() <= before
