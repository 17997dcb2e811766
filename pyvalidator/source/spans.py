"""Where the parts of a damaged text's value stand. Subtrees that were read strictly need no more than their start."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field


@dataclass(slots=True)
class ObjectSpans:
    """An object that was read token by token: for each member in the text the offsets of its key and its value (the
    key itself can be read there again: millions of them would fill the memory), and, by their offsets, the spans of
    those values that were read token by token too."""

    start: int
    offsets: array[int] = field(default_factory=lambda: array("Q"))
    children: dict[int, Spans] = field(default_factory=dict)

    def add(self, key_start: int, start: int, spans: Spans | None = None) -> None:
        self.offsets.append(key_start)
        self.offsets.append(start)
        if spans is not None:
            self.children[start] = spans

    def last_key_start(self) -> int:
        """Where the key of the last member stands; -1 when there is none."""
        return self.offsets[-2] if self.offsets else -1

    def pop(self) -> tuple[int, Spans | None]:
        """Takes the last member back; where its value starts, and the value's spans."""
        start = self.offsets.pop()
        self.offsets.pop()
        return start, self.children.pop(start, None)

    def exchange(self, former: Spans, spans: Spans) -> None:
        """Puts other spans in the place of those of a value."""
        self.children[former.start] = spans


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

    def exchange(self, former: Spans, spans: Spans) -> None:
        """Puts other spans in the place of those of the last element."""
        start, end, _ = self.runs[-1]
        self.runs[-1] = (start, end, spans)


Spans = ObjectSpans | ArraySpans
