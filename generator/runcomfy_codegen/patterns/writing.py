"""Write a pattern's syntax tree in the syntax of an engine."""

from __future__ import annotations

from runcomfy_codegen.patterns.tree import (
    Alternation,
    Boundary,
    CharacterSet,
    Concatenation,
    Lookaround,
    Node,
    Repetition,
)

# In ECMA 262 `\b` considers ASCII letters only: hence `(?-u:…)` for Rust and lookarounds for
# Python. Its `$` does not match before a final line break: hence `\Z` for Python.
_WORD = "[0-9A-Z_a-z]"
RUST_BOUNDARIES = {"^": "^", "$": "$", "b": r"(?-u:\b)", "B": r"(?-u:\B)"}
PYTHON_BOUNDARIES = {
    "^": "^",
    "$": r"\Z",
    "b": f"(?:(?<={_WORD})(?!{_WORD})|(?<!{_WORD})(?={_WORD}))",
    "B": f"(?:(?<={_WORD})(?={_WORD})|(?<!{_WORD})(?!{_WORD}))",
}

# In classes `&`, `-` and `~` are escaped because `&&`, `--` and `~~` are set operations in Rust.
_SPECIAL = frozenset(r"\.^$*+?{}[]|()")
_SPECIAL_IN_CLASS = frozenset(r"\[]^-&~")
_SHORT_QUANTIFIERS = {"{0,}": "*", "{1,}": "+", "{0,1}": "?"}


def write(node: Node, boundaries: dict[str, str]) -> str:
    """Return the text of `node`, with the `boundaries` of the engine that will read it."""
    match node:
        case CharacterSet():
            return _character_set(node)
        case Boundary(kind):
            return boundaries[kind]
        case Lookaround(sign, inner):
            return f"(?{sign}{write(inner, boundaries)})"
        case Repetition(inner, minimum, maximum):
            return _atom(inner, boundaries) + _quantifier(minimum, maximum)
        case Concatenation(items):
            return "".join(_item(item, boundaries) for item in items)
        case Alternation(options):
            return "|".join(write(option, boundaries) for option in options)


def _item(node: Node, boundaries: dict[str, str]) -> str:
    """Return the text of `node` as part of a concatenation."""
    text = write(node, boundaries)
    return f"(?:{text})" if isinstance(node, Alternation) else text


def _atom(node: Node, boundaries: dict[str, str]) -> str:
    """Return the text of `node` in a form that a quantifier can follow."""
    text = write(node, boundaries)
    return text if isinstance(node, CharacterSet) else f"(?:{text})"


def _quantifier(minimum: int, maximum: int | None) -> str:
    text = f"{{{minimum},{'' if maximum is None else maximum}}}"
    return _SHORT_QUANTIFIERS.get(text, f"{{{minimum}}}" if minimum == maximum else text)


def _character_set(characters: CharacterSet) -> str:
    if characters.code_point is not None:
        return _char(characters.code_point, _SPECIAL)
    if not characters.ranges and not characters.properties:  # `[]` and `[^]`, which are legal
        return r"[\u0000-\U0010FFFF]" if characters.negated else r"[^\u0000-\U0010FFFF]"
    members = [*characters.properties, *(_range(first, last) for first, last in characters.ranges)]
    return f"[{'^' if characters.negated else ''}{''.join(members)}]"


def _range(first: int, last: int) -> str:
    code_points = [first] if first == last else [first, last]
    return "-".join(_char(code_point, _SPECIAL_IN_CLASS) for code_point in code_points)


def _char(code_point: int, special: frozenset[str]) -> str:
    char = chr(code_point)
    if char in special:
        return "\\" + char
    if 0x20 <= code_point < 0x7F:
        return char
    return f"\\u{code_point:04X}" if code_point <= 0xFFFF else f"\\U{code_point:08X}"
