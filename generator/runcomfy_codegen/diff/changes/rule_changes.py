"""Compare the rules in words of the models, and find those whose sentence is not there any more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from runcomfy_codegen.diff.comparing.change import describe
from runcomfy_codegen.diff.finding import ABSENT, Absent, Finding, code_span
from runcomfy_codegen.diff.rule_book import RuleBook
from runcomfy_codegen.planning.model_rules.quotes import stale_quotes, text_at
from runcomfy_codegen.reading.documents import ModelDocuments
from runcomfy_codegen.reading.files import INPUT
from runcomfy_codegen.reading.overrides import Overrides
from runcomfy_codegen.reading.rules_file import RuleEntry

Models = Mapping[str, ModelDocuments]


def compare_rules(
    old: Overrides, new: Overrides, models: set[str], rules: RuleBook
) -> Iterator[Finding]:
    """Yield the findings about the rules in words of `models`, which exist on both sides."""
    for model_id in sorted(models):
        before, after = (_by_id(side.rules_of(model_id)) for side in (old, new))
        for name in dict.fromkeys([*before, *after]):
            one, other = before.get(name), after.get(name)
            rule = _rule(one, other)
            if rule is not None:
                place = (other or one or _NOTHING).at
                shown = _shown(one), _shown(other)
                words = describe(f"the rule {code_span(name)}", *shown)
                yield rules.finding(rule, model_id, place, words, *shown)


def find_stale_quotes(
    old: Models, new: Models, overrides: Overrides, rules: RuleBook
) -> Iterator[Finding]:
    """Yield a finding for each quote of `overrides` that is in `old` and not in `new`."""
    for model_id, entries in sorted(overrides.rules.items()):
        if model_id not in old or model_id not in new:
            continue
        before, after = (side[model_id].documents[INPUT].value for side in (old, new))
        known = list(stale_quotes(entries, before))
        for entry in stale_quotes(entries, after):
            if entry not in known:
                words = f"the sentence {code_span(entry.quote)} is not there any more"
                now = text_at(after, entry.pointer)
                yield rules.finding("quote-stale", model_id, entry.at, words, entry.quote, now)


_NOTHING = RuleEntry(at="", quote="")


def _by_id(entries: tuple[RuleEntry, ...]) -> dict[str, RuleEntry]:
    return {entry.id: entry for entry in entries if entry.id}


def _shown(entry: RuleEntry | None) -> str | list[str] | Absent:
    if entry is None:
        return ABSENT
    return entry.rule or list(entry.accepts)


def _rule(old: RuleEntry | None, new: RuleEntry | None) -> str | None:
    """Return the rule of `diff` for two versions of a rule in words; None if they are equal."""
    if old is None or new is None:
        return "rule-added" if old is None else "rule-gone"
    if (old.rule, old.at) == (new.rule, new.at) and {*old.accepts} == {*new.accepts}:
        is_same = (old.message, old.quote) == (new.message, new.quote)
        return None if is_same else "rule-words-changed"
    is_wider = old.accepts and {*old.accepts} < {*new.accepts} and old.at == new.at
    return "rule-loosened" if is_wider else "rule-changed"
