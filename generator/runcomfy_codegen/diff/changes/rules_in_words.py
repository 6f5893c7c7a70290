"""Compare the rules in words of the models, and find those whose sentence the page has lost."""

from __future__ import annotations

from collections.abc import Iterator

from runcomfy_codegen.diff.comparing.change import describe
from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.diff.verdicts import Verdicts
from runcomfy_codegen.json_schema.values import ABSENT, Absent
from runcomfy_codegen.planning.model_rules.quotes import stale_quotes, text_at
from runcomfy_codegen.reading.documents import Models
from runcomfy_codegen.reading.files import INPUT
from runcomfy_codegen.reading.overrides import Overrides
from runcomfy_codegen.reading.rules_file import RuleEntry
from runcomfy_codegen.untrusted_text import code_span


def compare_rules(
    old: Overrides, new: Overrides, models: set[str], verdicts: Verdicts
) -> Iterator[Finding]:
    """Yield the findings about the rules in words of `models`, which exist on both sides."""
    for model_id in sorted(models):
        before, after = (_by_id(side.rules_of(model_id)) for side in (old, new))
        for name in dict.fromkeys([*before, *after]):
            old_entry, new_entry = before.get(name), after.get(name)
            rule = _diff_rule(old_entry, new_entry)
            if rule is not None:
                place = {**before, **after}[name].place
                old_text, new_text = _content(old_entry), _content(new_entry)
                message = describe(f"the rule {code_span(name)}", old_text, new_text)
                yield verdicts.finding(
                    rule, model_id, place, message, before=old_text, after=new_text
                )


def find_stale_quotes(
    old: Models, new: Models, overrides: Overrides, verdicts: Verdicts
) -> Iterator[Finding]:
    """Yield a finding for each quote of `overrides` that is in `old` and not in `new`."""
    for model_id, entries in sorted(overrides.rules.items()):
        if model_id not in old or model_id not in new:
            continue
        before, after = (side[model_id].value(INPUT) for side in (old, new))
        already_stale = list(stale_quotes(entries, before))
        for entry in stale_quotes(entries, after):
            if entry not in already_stale:
                message = f"the page no longer has the sentence {code_span(entry.quote)}"
                now = text_at(after, entry.place.pointer)
                yield verdicts.finding(
                    "quote-stale", model_id, entry.place, message, before=entry.quote, after=now
                )


def _by_id(entries: tuple[RuleEntry, ...]) -> dict[str, RuleEntry]:
    return {entry.id: entry for entry in entries if entry.id}


def _content(entry: RuleEntry | None) -> str | list[str] | Absent:
    if entry is None:
        return ABSENT
    return entry.rule or list(entry.accepts)


def _diff_rule(old: RuleEntry | None, new: RuleEntry | None) -> str | None:
    """Return the rule of `diff` for two versions of a rule in words; None if they are equal."""
    if old is None or new is None:
        return "rule-added" if old is None else "rule-gone"
    if (old.rule, old.place) == (new.rule, new.place) and {*old.accepts} == {*new.accepts}:
        is_same = (old.message, old.quote) == (new.message, new.quote)
        return None if is_same else "rule-words-changed"
    is_wider = old.accepts and {*old.accepts} < {*new.accepts} and old.place == new.place
    return "rule-loosened" if is_wider else "rule-changed"
