# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: ac122afbf124d4a589591386f3eedbf1
"""Check the rules for the file of a media input, as the docs' `validations` state them."""

import operator
import re
import warnings
from collections.abc import Callable, Mapping
from functools import cache

from .image_size import has_pillow

MediaRule = tuple[str, int | float | str, str]
"""Comparison, limit and the page's message: `("file_size_mb<", 16, "File size must be …")`."""

Facts = Mapping[str, float]
"""The known facts about a file: `{"file_size_mb": 1.5, "width": 640, "height": 480}`."""

OPERATORS: dict[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "==": operator.eq,
    "<": operator.lt,
    ">": operator.gt,
}

SYNONYMS = {"width_pixels": "width", "height_pixels": "height"}
"""Another name of a fact: the fact."""

MEASURED = frozenset({"file_size_mb", "width", "height"})
"""Facts that can be measured; a rule about anything else is unknown."""

_RULE = re.compile(r"\s*([a-z_]+)\s*(?:([/*])\s*([a-z_]+)\s*)?(<=|>=|==|<|>)\s*")


def file_rule_problems(rules: tuple[MediaRule, ...], facts: Facts) -> list[str]:
    """Return a message for each rule that a file breaks.

    A rule that is unknown, or about facts that are not known, is skipped with a warning.
    """
    lines: list[str] = []
    for name, limit, page_message in rules:
        parts, bound = _RULE.fullmatch(name), _number(limit)
        measures = _measures(parts) if parts else []
        if not parts or bound is None or not MEASURED.issuperset(measures):
            warn_once(f"the media rule {name} {limit} is unknown and was skipped")
        elif not facts.keys() >= set(measures):
            warn_once(f"the media rule {name} {limit} was not checked{_hint(measures)}")
        else:
            value = _combined([facts[measure] for measure in measures], parts[2])
            if not OPERATORS[parts[4]](value, bound):
                subject = name.strip().removesuffix(parts[4]).strip()
                comparison = (
                    f"{subject} should be {parts[4]} {bound:g}, it is {value:.6g}"
                )
                suffix = f" ({page_message})" if page_message else ""
                lines.append(comparison + suffix)
    return lines


def _measures(parts: re.Match[str]) -> list[str]:
    return [SYNONYMS.get(part, part) for part in (parts[1], parts[3]) if part]


def _combined(values: list[float], sign: str | None) -> float:
    if sign == "/":
        return values[0] / values[1]
    return values[0] * values[1] if sign else values[0]


def _number(limit: int | float | str) -> float | None:
    try:
        return float(limit)
    except ValueError:
        return None


def _hint(measures: list[str]) -> str:
    if has_pillow() or not {"width", "height"}.intersection(measures):
        return ""
    return ": to measure local images, install runcomfy-models[media]"


@cache
def warn_once(text: str) -> None:
    """Warn, but only once for each `text`."""
    warnings.warn(text, stacklevel=2)
