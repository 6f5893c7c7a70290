"""Plan one model: from its documents to its `ModelSpec`, with everything settled."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.diagnostics.codes import is_unwaivable
from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, has_errors
from runcomfy_codegen.dialect import input_schema, output_schema
from runcomfy_codegen.dialect.tables import COMMON_OUTPUT
from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.patches.applying import PatchedModel, patched
from runcomfy_codegen.planning.classes import ClassPlanner, in_order
from runcomfy_codegen.planning.examples.example_inputs import example_inputs, with_example
from runcomfy_codegen.planning.examples.page_samples import add_page_samples
from runcomfy_codegen.planning.ir import (
    FactorSpec,
    InfoSpec,
    ModelSpec,
    ObjectSpec,
    RuleSpec,
    with_input,
)
from runcomfy_codegen.planning.model_info import model_info
from runcomfy_codegen.planning.model_rules.quotes import check_quotes
from runcomfy_codegen.planning.model_rules.rule_content_types import add_content_types_of
from runcomfy_codegen.planning.model_rules.rule_docs import with_rules
from runcomfy_codegen.planning.model_rules.rule_scope import rule_scope
from runcomfy_codegen.planning.model_rules.rule_specs import rule_specs
from runcomfy_codegen.planning.names.document_names import Naming
from runcomfy_codegen.planning.names.pinned_names import PinnedNames
from runcomfy_codegen.planning.names.possible_names import possible_names
from runcomfy_codegen.planning.names.python_names import DICT, ModuleName, TypeName
from runcomfy_codegen.planning.names.spare_names import SpareNames
from runcomfy_codegen.planning.plan_report import PlanReport
from runcomfy_codegen.planning.price_factors import choice_problem, price_factors
from runcomfy_codegen.planning.sound_part import sound_part
from runcomfy_codegen.planning.type_schemas import MAX_SUBSCHEMAS, TooLargeError
from runcomfy_codegen.planning.types.definitions import Definitions
from runcomfy_codegen.planning.types.unsatisfiable import note_unsatisfiable
from runcomfy_codegen.planning.waivers import Waivers
from runcomfy_codegen.reading.docs_url import is_https_url
from runcomfy_codegen.reading.documents import ModelDocuments, read_documents
from runcomfy_codegen.reading.files import (
    CATALOG,
    EXAMPLE,
    INPUT,
    OUTPUT,
    OVERRIDES_FILE,
    PAGE,
    RULES_FILE,
)
from runcomfy_codegen.reading.model_files import ModelFiles
from runcomfy_codegen.reading.model_overrides import INPUT_PROPERTY, PriceFactor
from runcomfy_codegen.reading.overrides import Entry, Overrides
from runcomfy_codegen.reading.toml_lines import TomlLines
from runcomfy_codegen.reading.toml_text import quoted

NAME_CODES = ("name-collision", "invalid-name")
"""Codes that are reported beside other errors of the schema, since they do not follow from them."""


@dataclass(frozen=True)
class PlannedModel:
    """The outcome of planning one model."""

    spec: ModelSpec | None
    """None if there is an error."""
    report: PlanReport


def plan_files(files: ModelFiles, module: ModuleName | None, overrides: Overrides) -> PlannedModel:
    """Parse and plan the model whose files are `files`."""
    documents, diagnostics = read_documents(files)
    return plan(documents, module, overrides, diagnostics)


def plan(
    model: ModelDocuments,
    module: ModuleName | None,
    overrides: Overrides,
    diagnostics: Iterable[Diagnostic] = (),
) -> PlannedModel:
    """Plan one model.

    `module` is None if its name is invalid. `diagnostics` are those of its files, which go into
    the report.
    """
    corrected = patched(model, overrides)
    planner = _Planner(model, corrected, overrides)
    spec = planner.spec(module)
    waivers = planner.waivers()
    remaining = (*waivers.remaining(), *diagnostics)
    used = planner.pinned.used | planner.used | waivers.used() | corrected.used
    report = PlanReport(remaining, planner.is_complete, frozenset(used))
    return PlannedModel(None if has_errors(remaining) else spec, report)


class _Planner:
    """Plans one model; keeps the diagnostics of each of its documents."""

    def __init__(
        self,
        uncorrected: ModelDocuments,
        corrected: PatchedModel,
        overrides: Overrides,
        spare: SpareNames | None = None,
    ) -> None:
        """Take a model to plan; quotes of its rules are looked up in `uncorrected` documents."""
        self.uncorrected = uncorrected
        self.model = model = corrected.documents
        self.corrections = corrected.remarks
        self.overrides = overrides
        self.model_overrides = overrides.of(model.model_id)
        self.rules = overrides.rules_of(model.model_id)
        self.pinned = PinnedNames(model.model_id, overrides)
        self.is_complete = INPUT in model.documents and not model.unreadable
        self.used: set[Entry] = set()
        self._collectors: dict[str, Collector] = {}
        self._override_collector().diagnostics += corrected.diagnostics
        # The names are read when the first hint needs one: that plans the model a second time.
        self.spare = spare or SpareNames(self._used_names())

    def spec(self, module: ModuleName | None) -> ModelSpec | None:
        """Return the spec; None if a document cannot be planned."""
        inputs, schema = self.inputs()
        rules = self._rules(inputs) if inputs and schema else ()
        inputs = with_rules(inputs, rules)
        names = {spec.name for spec in inputs}
        dicts = {TypeName(name + DICT) for name in names}
        enums = {alias.name for spec in inputs for alias in spec.aliases}
        outputs = self.outputs(names | dicts | enums)
        info = self._info()
        factors = self._price_factors(info, schema) if schema else None
        example = self._example(inputs[-1], schema) if inputs and schema else {}
        if not self.is_complete or not inputs or not outputs or module is None:
            return None
        inputs = with_input(inputs, with_example(inputs[-1], example))
        remarks = (*self.corrections, *self.waivers().remarks())
        return ModelSpec(
            model_id=self.model.model_id,
            module=module,
            docs_url=info.docs_url,
            inputs=inputs,
            outputs=outputs,
            example=example,
            remarks=remarks,
            info=info,
            price_factors=factors,
            rules=rules,
        )

    def _used_names(self) -> Iterator[str]:
        """Yield the names that a hint may not offer: planned, pinned, or derived from some key."""
        yield from self.model_overrides.names.values()
        for document in self.model.documents.values():
            yield from possible_names(document.value)
        yield from _planned_names(self.uncorrected, self.model, self.overrides)

    def collector_of(self, document: str) -> Collector:
        """Return the collector of one of the model's documents."""
        file = f"{self.model.folder}/{document}"
        return self._collectors.setdefault(document, Collector(file))

    def waivers(self) -> Waivers:
        """Return the waivers, applied to all diagnostics so far."""
        return Waivers(self.model.model_id, self.overrides, self._collectors)

    def inputs(self) -> tuple[tuple[ObjectSpec, ...], Schema | None]:
        """Return the classes of the input, and its schema if it has no error."""
        document = self.model.documents.get(INPUT)
        schema = input_schema(document.value, self.collector_of(INPUT)) if document else None
        if document is None or schema is None:
            return self._incomplete(), None
        example = self.model.documents.get(EXAMPLE)
        if not any(map(is_unwaivable, self.collector_of(INPUT).diagnostics)):
            note_unsatisfiable(schema, document.value, self.collector_of(INPUT))
            if example:
                add_page_samples(schema, example.value)
        add_content_types_of(self.rules, schema, self._rule_collector())
        classes = self._classes(INPUT, schema, "")
        return classes, schema if self.is_complete else None

    def _rules(self, inputs: tuple[ObjectSpec, ...]) -> tuple[RuleSpec, ...]:
        """Return the rules in words; their quotes have to be in the page's own text."""
        collector = self._rule_collector()
        check_quotes(self.rules, self.uncorrected.value(INPUT), collector)
        return tuple(rule_specs(self.rules, rule_scope(inputs), collector))

    def _rule_collector(self) -> Collector:
        return self._collectors.setdefault(RULES_FILE, Collector(self.overrides.rules_file))

    def outputs(self, used_names: Collection[TypeName] = ()) -> tuple[ObjectSpec, ...]:
        """Return the classes of the output, whose names must not be in `used_names`."""
        collector = self.collector_of(OUTPUT)
        if OUTPUT in self.model.unreadable:
            return self._incomplete()
        if OUTPUT not in self.model.documents:
            collector.add(
                "missing-output", "", "the output that the docs show elsewhere is assumed"
            )
        schema_and_root = output_schema(self.model.value(OUTPUT, COMMON_OUTPUT), collector)
        if schema_and_root is None:
            return self._incomplete()
        return self._classes(OUTPUT, *schema_and_root, used_names)

    def _incomplete(self) -> tuple[ObjectSpec, ...]:
        """Return no classes, and record that the plan is not complete."""
        self.is_complete = False
        return ()

    def _classes(
        self, document: str, schema: Schema, pointer: str, used_names: Collection[TypeName] = ()
    ) -> tuple[ObjectSpec, ...]:
        """Return the classes of the `schema` at `pointer` of a document.

        If it has errors, its sound part is planned nevertheless, to report wrong names as well.
        """
        collector = self.collector_of(document)
        if not any(map(is_unwaivable, collector.diagnostics)):
            return _plan_classes(
                self._class_planner(document, schema, pointer, collector), used_names
            )
        self.is_complete = False
        sound = sound_part(schema, pointer, collector.diagnostics)
        if sound is None:
            return ()
        names_only = Collector(collector.file)
        classes = _plan_classes(
            self._class_planner(document, sound, pointer, names_only), used_names
        )
        collector.diagnostics += (
            diagnostic for diagnostic in names_only.diagnostics if diagnostic.code in NAME_CODES
        )
        return classes

    def _class_planner(
        self, document: str, schema: Schema, pointer: str, collector: Collector
    ) -> ClassPlanner:
        return ClassPlanner(
            definitions=Definitions(schema),
            class_name=TypeName("Input" if document == INPUT else "Output"),
            pointer=pointer,
            is_input=document == INPUT,
            naming=Naming(document, schema, self.pinned, self.spare, collector),
        )

    def _info(self) -> InfoSpec:
        """Return what the catalog says; its link counts if no page and no override has one."""
        document, collector = self.model.documents.get(CATALOG), self.collector_of(CATALOG)
        return model_info(document, self._docs_url(), collector)

    def _docs_url(self) -> str | None:
        """Return the address of the model's page; None if no file and no override says it."""
        document = self.model.documents.get(PAGE)
        page = document.value if document and is_object(document.value) else {}
        address = page["docs_url"] if is_https_url(page.get("docs_url")) else None
        if document and address is None:
            self.collector_of(PAGE).add("invalid-page", "", 'expected {"docs_url": "https://…"}')
        return self.model_overrides.docs_url or address

    def _price_factors(self, info: InfoSpec, schema: Schema) -> tuple[FactorSpec, ...] | None:
        """Return the inputs that the price depends on; those of overrides are checked."""
        valid: dict[str, PriceFactor] = {}
        for name, factor in self.model_overrides.price.items():
            self.used.add(("price", name))
            if problem := choice_problem(schema, name, factor):
                self._add_override_problem(("price", INPUT_PROPERTY + name), problem)
            else:
                valid[name] = factor
        return price_factors(info.price_unit, schema, valid) if info.price else None

    def _add_override_problem(self, keys: tuple[str, ...], problem: str) -> None:
        """Note what is wrong with an entry of this model in `overrides.toml`."""
        model_id, lines = str(self.model.model_id), TomlLines(self.overrides.source)
        message = f"[{quoted(model_id)}] {': '.join(keys)}: {problem}"
        line = lines.of(model_id, *keys)
        self._override_collector().add("invalid-override", "", message, line=line)

    def _override_collector(self) -> Collector:
        return self._collectors.setdefault(OVERRIDES_FILE, Collector(self.overrides.file))

    def _example(self, spec: ObjectSpec, schema: Schema) -> dict[str, Any]:
        collector = self.collector_of(EXAMPLE)
        if EXAMPLE not in self.model.documents.keys() | self.model.unreadable:
            collector.add("missing-example", "", "the example is built from the schema")
        return example_inputs(spec, schema, self.model.value(EXAMPLE), collector)


def _planned_names(
    uncorrected: ModelDocuments, corrected: ModelDocuments, overrides: Overrides
) -> Iterator[str]:
    """Yield the names that the plan of a model gives, without those made up for its hints."""
    trial = _Planner(uncorrected, PatchedModel(corrected), overrides, SpareNames(()))
    for spec in (*trial.inputs()[0], *trial.outputs()):
        names = {spec.name, spec.name + DICT, *(field.name for field in spec.fields)}
        yield from names - trial.spare.offered


def _plan_classes(
    planner: ClassPlanner, used_names: Collection[TypeName]
) -> tuple[ObjectSpec, ...]:
    """Return the classes of `planner`; a collision is noted for each that is in `used_names`."""
    naming = planner.naming
    try:
        planner.plan()
    except TooLargeError:
        message = f"more than {MAX_SUBSCHEMAS} subschemas, references followed"
        naming.collector.add("too-large", planner.pointer, message)
        return ()
    dicts = {spec.name + DICT for spec in planner.specs.values() if planner.is_input}
    for name, pointer in planner.pointers.items():
        if name in dicts:
            naming.type_collision("a type and the `TypedDict` of another one", name, pointer)
        if name in used_names:
            naming.type_collision("a type of the input and one of the output", name, pointer)
    return in_order(planner.specs)
