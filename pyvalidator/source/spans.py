"""Where the parts of a damaged text's value stand. Subtrees that were read strictly need no more than their start."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class ObjectSpans:
    """Members of an object that was read token by token: key → offsets of key and value, and the value's own spans
    where it was read in the same way."""

    start: int
    members: dict[str, tuple[int, int, Spans | None]] = field(default_factory=dict)


@dataclass(slots=True)
class ArraySpans:
    """Elements of an array, in runs: a run's first index, its start and end in the text, and, for a single element
    that was read token by token, its own spans. A run without spans is proper JSON."""

    start: int
    firsts: list[int] = field(default_factory=list)
    runs: list[tuple[int, int, Spans | None]] = field(default_factory=list)

    def add(self, first: int, start: int, end: int, spans: Spans | None = None) -> None:
        self.firsts.append(first)
        self.runs.append((start, end, spans))

    def pop(self) -> int:
        """Takes the last run back; where it starts."""
        self.firsts.pop()
        return self.runs.pop()[0]


Spans = ObjectSpans | ArraySpans
