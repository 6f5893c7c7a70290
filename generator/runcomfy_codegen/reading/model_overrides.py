"""Read and check the table of one model in `overrides.toml`."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from runcomfy_codegen.diagnostics.codes import CODES
from runcomfy_codegen.diagnostics.diagnostic import Severity
from runcomfy_codegen.json_schema.values import is_array, is_number, is_object
from runcomfy_codegen.reading.docs_url import is_https_url
from runcomfy_codegen.reading.files import INPUT, MODEL_FILES
from runcomfy_codegen.reading.place import Place
from runcomfy_codegen.suggesting import did_you_mean

TEXTS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "module": (lambda value: isinstance(value, str), "a string"),
    "docs_url": (is_https_url, "an https URL"),
}
"""Key of a text: what its value has to be."""

INPUT_PROPERTY = f"{INPUT}#/properties/"
"""The place of an input is this and its wire name."""


@dataclass(frozen=True)
class Waiver:
    """A diagnostic that may pass."""

    code: str
    place: str | None = None
    """As it is written (`input.json#/required/1`); None for every place."""


@dataclass(frozen=True)
class Patch:
    """An edit of one place of a page's document."""

    why: str
    value: Any = None
    """The corrected value."""
    was: tuple[Any] | None = None
    """The page's value, as the only item of a tuple; None if the page has none."""
    remove: bool = False
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class PriceFactor:
    """A factor of the price that depends on the value of one input."""

    times: Mapping[str, int | float]
    """Value of the input, as text: its factor. Other values have the factor 1."""
    why: str


@dataclass(frozen=True)
class ModelOverrides:
    """The maintainer's decisions for one model."""

    module: str | None = None
    """Dotted name of its module."""
    docs_url: str | None = None
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    """Place, as it is written (`input.json#/properties/x`): the name of an attribute or type."""
    waivers: tuple[Waiver, ...] = ()
    patches: Mapping[Place, Patch] = field(default_factory=dict[Place, Patch])
    """The maintainer's edits of the page, by place."""
    price: Mapping[str, PriceFactor] = field(default_factory=dict[str, PriceFactor])
    """Wire name of an input: what the price is multiplied by."""

    def waiver_for(self, code: str, place: Place) -> int | None:
        """Return the index of the first waiver for `code` at `place`; None if there is none."""
        for index, waiver in enumerate(self.waivers):
            if waiver.code == code and waiver.place in (None, str(place)):
                return index
        return None


class FormProblem(NamedTuple):
    """An error in an entry."""

    message: str
    keys: tuple[str | int, ...] = ()
    """Where it is in the model's table."""


def is_waivable(code: str) -> bool:
    """Whether an override may let diagnostics of this code pass."""
    row = CODES.get(code)
    return row is not None and (row.waivable or row.severity < Severity.ERROR)


def read_table(table: Any) -> tuple[ModelOverrides, list[FormProblem]]:
    """Return the valid entries of one model's table, and what is wrong with the others."""
    if not is_object(table):
        return ModelOverrides(), [FormProblem("is not a table")]
    allowed = (*TEXTS, "names", "waive", "patch", "price")
    problems = [
        FormProblem(f"has an unknown key {key!r}{did_you_mean(key, allowed)}", (key,))
        for key in table
        if key not in allowed
    ]
    texts = {key: table[key] for key, (is_valid, _) in TEXTS.items() if is_valid(table.get(key))}
    wrong = (key for key in TEXTS if key in table.keys() - texts)
    problems += [FormProblem(f"{key} is not {TEXTS[key][1]}", (key,)) for key in wrong]
    names, name_problems = _names(table.get("names", {}))
    waivers, waiver_problems = _waivers(table.get("waive", []))
    prices, price_problems = _prices(table.get("price", {}))
    patches, patch_problems = _patches(table.get("patch", {}))
    overrides = ModelOverrides(**texts, names=names, waivers=waivers, patches=patches, price=prices)
    problems += [*name_problems, *waiver_problems, *patch_problems, *price_problems]
    return overrides, problems


def _names(names: Any) -> tuple[dict[str, str], list[FormProblem]]:
    rows = names if is_object(names) else {}
    valid = {place: name for place, name in rows.items() if isinstance(name, str)}
    is_valid = is_object(names) and len(valid) == len(rows)
    problem = FormProblem("names is not a table of strings", ("names",))
    return valid, [] if is_valid else [problem]


def _waivers(waivers: Any) -> tuple[tuple[Waiver, ...], list[FormProblem]]:
    """Read waivers in both forms: an array of tables, or a table from place to code."""
    rows: Any = waivers
    if is_object(waivers):
        rows = [{"code": code, "at": place} for place, code in waivers.items()]
    if not is_array(rows):
        return (), [FormProblem("waive is not an array of tables", ("waive",))]
    checked = [(row, _waiver_problem(row)) for row in rows]
    valid = tuple(Waiver(row["code"], row.get("at")) for row, problem in checked if not problem)
    problems = (
        FormProblem(problem, ("waive", index)) for index, (_, problem) in enumerate(checked)
    )
    return valid, [problem for problem in problems if problem.message]


def _waiver_problem(row: Any) -> str:
    """Return what is wrong with one waiver; empty if nothing is."""
    if not is_object(row) or not isinstance(row.get("code"), str):
        return "waive needs tables with a code"
    if row.keys() - {"code", "at", "why"}:
        return "a waiver has the keys code, at and why only"
    if not isinstance(row.get("at", ""), str):
        return "the waiver's at is not a string"
    if row["code"] not in CODES:
        return f"unknown diagnostic {row['code']!r}"
    if not is_waivable(row["code"]):
        return f"{row['code']!r} is an error that cannot be waived"
    return ""


def _patches(patches: Any) -> tuple[dict[Place, Patch], list[FormProblem]]:
    if not is_object(patches):
        return {}, [FormProblem("patch is not a table of places", ("patch",))]
    checked = {place: _patch_problem(place, entry) for place, entry in patches.items()}
    problems = [
        FormProblem(f"patch {place}: {problem}", ("patch", place))
        for place, problem in checked.items()
        if problem
    ]
    return {
        Place.parse(place): Patch(
            why=entry["why"],
            value=entry.get("value"),
            was=(entry["was"],) if "was" in entry else None,
            remove="remove" in entry,
        )
        for place, entry in patches.items()
        if not checked[place]
    }, problems


def _patch_problem(text: str, entry: Any) -> str:
    """Return what is wrong with one patch; empty if nothing is."""
    place = Place.parse(text)
    if place.document not in MODEL_FILES or not place.pointer.startswith("/"):
        return f"is not a place such as {INPUT_PROPERTY}x"
    if not is_object(entry) or entry.keys() - {"value", "was", "why", "remove"}:
        return "needs a table of value, was and why, or of remove, was and why"
    if not isinstance(entry.get("why"), str) or not entry["why"].strip():
        return "why is not a text"
    if ("value" in entry) == ("remove" in entry) or entry.get("remove", True) is not True:
        return "needs either a value or remove = true"
    if "remove" in entry and "was" not in entry:
        return "needs was, the value that is removed"
    values = [entry[key] for key in ("value", "was") if key in entry]
    return "" if all(map(_is_json, values)) else "has a date or a number that JSON does not have"


def _is_json(value: Any) -> bool:
    if is_array(value):
        return all(map(_is_json, value))
    if is_object(value):
        return all(map(_is_json, value.values()))
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, str | bool | int)


def _prices(prices: Any) -> tuple[dict[str, PriceFactor], list[FormProblem]]:
    if not is_object(prices):
        return {}, [FormProblem("price is not a table of inputs", ("price",))]
    problems = [
        FormProblem(f"price: {place}: {problem}", ("price", place))
        for place, entry in prices.items()
        for problem in _price_problems(place, entry)
    ]
    wrong = {problem.keys[1] for problem in problems}
    return {
        place.removeprefix(INPUT_PROPERTY): PriceFactor(entry["times"], entry["why"])
        for place, entry in prices.items()
        if place not in wrong
    }, problems


def _price_problems(place: str, entry: Any) -> Iterator[str]:
    if not place.startswith(INPUT_PROPERTY) or "/" in place.removeprefix(INPUT_PROPERTY):
        yield f"is not the place of an input, such as {INPUT_PROPERTY}resolution"
    if not is_object(entry) or entry.keys() != {"times", "why"}:
        yield 'needs { times = { "a value" = 1.5 }, why = "…" }'
        return
    if not isinstance(entry["why"], str) or not entry["why"].strip():
        yield "why is not a text"
    times = entry["times"]
    if not is_object(times) or not times or not all(map(_is_factor, times.values())):
        yield "times is not a table of numbers above 0"


def _is_factor(value: Any) -> bool:
    return is_number(value) and math.isfinite(value) and value > 0
