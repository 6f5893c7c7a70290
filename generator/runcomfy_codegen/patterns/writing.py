"""Writing a pattern's tree in the syntax of an engine."""

from __future__ import annotations

from runcomfy_codegen.patterns.tree import (
    Characters,
    Choice,
    Edge,
    Look,
    Node,
    Repeat,
    Sequence,
)

_WORD = "[0-9A-Z_a-z]"
LINEAR = {"^": "^", "$": "$", "b": r"(?-u:\b)", "B": r"(?-u:\B)"}
"""Edges in the syntax of Rust's engine."""

BACKTRACKING = {
    "^": "^",
    "$": r"\Z",
    "b": f"(?:(?<={_WORD})(?!{_WORD})|(?<!{_WORD})(?={_WORD}))",
    "B": f"(?:(?<={_WORD})(?={_WORD})|(?<!{_WORD})(?!{_WORD}))",
}
"""Edges in the syntax of Python's engine."""

_SPECIAL = frozenset(r"\.^$*+?{}[]|()")
_SPECIAL_IN_CLASS = frozenset(r"\[]^-&~")


def written(node: Node, edges: dict[str, str]) -> str:
    """`node` as text, with `edges` of the engine that is to read it."""
    match node:
        case Characters():
            return _characters(node)
        case Edge(kind):
            return edges[kind]
        case Look(sign, inner):
            return f"(?{sign}{written(inner, edges)})"
        case Repeat(inner, least, most):
            return _atom(inner, edges) + _quantifier(least, most)
        case Sequence(items):
            return "".join(_item(item, edges) for item in items)
        case Choice(options):
            return "|".join(written(option, edges) for option in options)


def _item(node: Node, edges: dict[str, str]) -> str:
    """`node` as one of several in a row."""
    text = written(node, edges)
    return f"(?:{text})" if isinstance(node, Choice) else text


def _atom(node: Node, edges: dict[str, str]) -> str:
    """`node` as something that a quantifier may stand behind."""
    text = written(node, edges)
    return text if isinstance(node, Characters) else f"(?:{text})"


def _quantifier(least: int, most: int | None) -> str:
    text = f"{{{least},{'' if most is None else most}}}"
    return _SIGNS.get(text, f"{{{least}}}" if least == most else text)


_SIGNS = {"{0,}": "*", "{1,}": "+", "{0,1}": "?"}


def _characters(found: Characters) -> str:
    if _is_one(found):
        return _char(found.ranges[0][0], _SPECIAL)
    if not found.ranges and not found.properties:
        return r"[\u0000-\U0010FFFF]" if found.negated else r"[^\u0000-\U0010FFFF]"
    body = "".join([*found.properties, *(_range(*one) for one in found.ranges)])
    return f"[{'^' if found.negated else ''}{body}]"


def _is_one(found: Characters) -> bool:
    """Whether it is one character, and not a set."""
    plain = not found.properties and not found.negated and len(found.ranges) == 1
    return plain and found.ranges[0][0] == found.ranges[0][1]


def _range(first: int, last: int) -> str:
    ends = [first] if first == last else [first, last]
    return "-".join(_char(code, _SPECIAL_IN_CLASS) for code in ends)


def _char(code: int, special: frozenset[str]) -> str:
    char = chr(code)
    if char in special:
        return "\\" + char
    if 0x20 <= code < 0x7F:
        return char
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"
