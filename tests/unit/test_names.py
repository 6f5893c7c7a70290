"""Text from a page becomes a Python name by fixed rules."""

from __future__ import annotations

import keyword
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcomfy_codegen.planning.names import reserved
from runcomfy_codegen.planning.names.member_names import member_names
from runcomfy_codegen.planning.names.python_names import (
    InvalidNameError,
    checked_module_name,
    field_name,
    module_name,
    type_name,
)
from runcomfy_codegen.reading.model_id import InvalidModelIdError, ModelId


@pytest.mark.parametrize(
    ("model_id", "module"),
    [
        ("kling/kling-3.0/standard/image-to-video", "kling.kling_3_0.standard.image_to_video"),
        ("kling/kling-video-o3/4K/edit", "kling.kling_video_o3.model_4k.edit"),
        ("minimax/Hailuo Video 01 Live", "minimax.hailuo_video_01_live"),
        ("sync/sync/lipsync/v2", "sync.sync.lipsync.v2"),
        ("acme/class", "acme.class_"),
        ("acme/match", "acme.match_"),
        ("acme/type", "acme.type_"),
        ("acme/one/_rules", "acme.one._rules_"),
        ("acme/9b", "acme.model_9b"),
        ("acme/a--b__c", "acme.a_b_c"),
        ("load/testing", "load_.testing"),
        ("testing/simulator", "testing_.simulator"),
    ],
)
def test_a_model_id_becomes_a_module(model_id: str, module: str) -> None:
    """Lower case, underscores, `model_` before a digit, `_` after a keyword."""
    assert module_name(ModelId.parse(model_id)) == module


@pytest.mark.parametrize("name", ["_runtime.errors", "_models", "progress", "testing.api", "load"])
def test_a_module_is_never_pinned_to_what_is_the_packages_own(name: str) -> None:
    with pytest.raises(InvalidNameError, match=r"the package's own|reserved"):
        checked_module_name(name)


@pytest.mark.parametrize("model_id", ["_runtime/errors", "_models/x", "-Runtime/errors"])
def test_a_model_id_never_becomes_a_module_of_the_runtime(model_id: str) -> None:
    with pytest.raises(InvalidNameError, match="the package's own"):
        module_name(ModelId.parse(model_id))


def test_the_reserved_names_hold_everything_at_the_top_of_the_package() -> None:
    """A vendor's package of such a name would take its place, or be taken for it."""
    import runcomfy_models

    library = Path(__file__).parents[2] / "generator/runtime/runcomfy_models"
    files = {path.name.partition(".")[0] for path in library.iterdir()}
    vendors = {module.split(".")[1] for module in runcomfy_models.MODELS.values()}
    for name in {*vars(runcomfy_models), *files} - vendors - {"model", "package", "py"}:
        if name.islower():
            with pytest.raises(InvalidNameError):
                checked_module_name(name)


@pytest.mark.parametrize(
    "text",
    [
        *("", "one", "/a/b", "a/b/", "a//b", "../a", "a/..", "a/.", "a/b/../../c", "a\\b/c"),
        *("a/b\n", "a/ b", "a/b ", "a/b  c", "a/é", "a/\u202e", "a/b?c", "a/b#c", "a/%2e%2e"),
        *("a/input.json", "overrides.toml/x", "Service.JSON/x", "a/page.json/b"),
        *("accepted.toml/x", "follow.toml/x", "changelog.md/x"),
        *("a/.hidden", "a/b.", "CON/a", "a/nul.txt", "a/" + "x" * 101, "a/\0", "C:/a", "~/a"),
    ],
)
def test_a_text_that_is_not_a_model_id_is_refused(text: str) -> None:
    """It could lead out of the folder, or cannot be the name of one."""
    with pytest.raises(InvalidModelIdError):
        ModelId.parse(text)


def test_a_segment_may_be_of_a_hundred_characters() -> None:
    assert ModelId.parse("a/" + "x" * 100).segments == ("a", "x" * 100)


@pytest.mark.parametrize(("length", "expected"), [(198, "'%s'"), (199, "'%s…")])
def test_a_message_shows_the_first_200_characters_of_a_model_id(length: int, expected: str) -> None:
    with pytest.raises(InvalidModelIdError) as caught:
        ModelId.parse("x" * length)
    assert str(caught.value) == f"model_id {expected % ('x' * length)} needs at least two segments"


def test_a_model_id_with_blanks_is_percent_encoded_in_a_url() -> None:
    assert ModelId.parse("minimax/Hailuo Video 01").url_path == "minimax/Hailuo%20Video%2001"


@pytest.mark.parametrize(
    ("wire_name", "name"),
    [
        ("prompt", "prompt"),
        ("promptText", "promptText"),
        ("33_string", "field_33_string"),
        ("aspect-ratio", "aspect_ratio"),
        ("Aspect-Ratio", "aspect_ratio"),
        ("class", "class_"),
        ("None", "none"),
        ("\N{FULLWIDTH LATIN SMALL LETTER C}lass", "class_"),
        ("_private", "field_private"),
        ("type", "type"),
        ("match", "match"),
        ("self", "self_"),
        ("schema", "schema_"),
        ("Output", "Output_"),
        ("timeout", "timeout"),
        ("__class__", "field_class_"),
        ("größe", "größe"),
        ("ﬁnal", "final"),
        ("x" * 300, "x" * 300),
    ],
)
def test_a_property_becomes_an_attribute(wire_name: str, name: str) -> None:
    """Its own name where Python allows, else by the rule."""
    assert field_name(wire_name) == name


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("multi_prompt", "Item"), "MultiPromptItem"),
        (("promptText",), "PromptText"),
        (("client",), "Client_"),
        (("33_string",), "Field33String"),
        (("loras", "Item", "Item"), "LorasItemItem"),
        (("none",), "None_"),
    ],
)
def test_a_nested_type_is_named_after_its_property(parts: tuple[str, ...], name: str) -> None:
    """In PascalCase, never a name of the module's own."""
    assert type_name(*parts) == name


@pytest.mark.parametrize("text", ["", "_", "💥", "---", "\n", "\u200b"])
def test_a_text_without_usable_characters_is_refused(text: str) -> None:
    with pytest.raises(InvalidNameError):
        field_name(text)


@given(st.text(max_size=40))
def test_any_name_is_an_identifier_of_its_own(text: str) -> None:
    """Or an error; nothing else ever becomes code."""
    for make in (field_name, type_name):
        try:
            name = make(text)
        except InvalidNameError:
            continue
        assert name.isidentifier()
        assert not keyword.iskeyword(name)
        assert not name.startswith("_")
    assert name_is_free(text)


def name_is_free(text: str) -> bool:
    """Whether the attribute for `text`, if there is one, is not reserved."""
    try:
        return field_name(text) not in reserved.FIELDS
    except InvalidNameError:
        return True


def test_the_reserved_names_hold_every_attribute_of_a_pydantic_model() -> None:
    """And of its class: pydantic warns of both. Should it get a new one, the list gets it first."""
    from pydantic import BaseModel

    from runcomfy_models._runtime.models.inputs import InputModel
    from runcomfy_models._runtime.models.outputs import OutputModel

    attributes = {*dir(BaseModel), *dir(type(BaseModel)), *dir(InputModel), *dir(OutputModel)}
    assert {name for name in attributes if not name.startswith("_")} <= reserved.FIELDS


def test_the_reserved_names_hold_everything_that_a_module_uses() -> None:
    """A field of such a name would stand in the way of the annotations behind it."""
    from runcomfy_codegen.rendering.imports import MODULES
    from runcomfy_codegen.rendering.python_types import BUILTIN_TYPE_NAMES

    names = (name.split()[-1] for names in MODULES.values() for name in names)
    imported = {name for name in names if not name.startswith("_")}  # as no field does
    assert imported | BUILTIN_TYPE_NAMES <= reserved.FIELDS
    assert imported <= reserved.TYPES


def test_names_beside_the_vendors_are_reserved(root: Path) -> None:
    """A vendor of that name would be written over it."""
    top = root / "templates" / "runcomfy_models"
    beside = {path.name.partition(".")[0] for path in top.iterdir()}
    assert {name for name in beside if not name.startswith("_")} - {"model", "package", "py"} <= (
        reserved.TOP_LEVEL
    )


def an_object(title: str | None = None, required: str = "", **properties: Any) -> dict[str, Any]:
    titled = {} if title is None else {"title": title}
    return {**titled, "type": "object", "properties": properties, "required": required.split()}


TAG: dict[str, Any] = {"const": "by-tag"}
MEMBERS: list[tuple[list[Any], list[str]]] = [
    ([an_object("ByUrl", a={}), an_object("ById", b={})], ["a", "b"]),
    ([an_object("ByUrl", a={}), an_object("ById", a={})], ["ByUrl", "ById"]),
    ([an_object("ByUrl", a={}), an_object("ById", a={}, b={})], ["", "b"]),
    ([an_object("ByUrl", "t", t=TAG), an_object(required="t", t=TAG)], ["ByUrl", "by-tag"]),
    ([an_object(required="t", t={"enum": ["x"]}), an_object(b={})], ["x", "b"]),
    ([an_object(required="t", t={"enum": ["x", "y"]}, a={}), an_object(t={})], ["a", ""]),
    ([an_object(required="t", t={"const": 1}), an_object(b={})], ["t", "b"]),
    ([an_object(t=TAG), an_object(b={})], ["t", "b"]),
    ([an_object(both={}, a={}), an_object(both={}, b={})], ["a", "b"]),
    ([an_object(both={}), an_object(both={})], ["", ""]),
    ([an_object("", a={}), an_object(b={})], ["a", "b"]),
    ([an_object("ByUrl", a={}), {"type": "string"}], ["", ""]),
    ([{"type": "null", "title": "No"}, an_object(a={}), an_object(b={})], ["", "a", "b"]),
    ([{"type": "object", "title": "Map"}, an_object(a={}), an_object(b={})], ["", "a", "b"]),
    ([], []),
]


@pytest.mark.parametrize(("members", "names"), MEMBERS)
def test_members_of_a_union_are_named_after_what_distinguishes_them(
    members: list[Any], names: list[str]
) -> None:
    assert member_names(members) == names
