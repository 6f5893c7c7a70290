"""The page of a model agrees with its spec."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from runcomfy_codegen.planning.folder_plan import plan_folder
from runcomfy_codegen.releases.model_history import changes_by_model
from runcomfy_codegen.site.guides import read_guides, read_start_page
from runcomfy_codegen.site.model_page import ModelPage
from runcomfy_codegen.site.pages import model_pages
from runcomfy_codegen.site.paths import html_path, plain_path, with_plain_links
from runcomfy_codegen.site.templates import render

IMAGE = {"type": "string", "format": "image_uri"}
LIMIT = {"validation_rule": "file_size_mb<", "validation_value": 50, "validation_error": "too big"}
RULES = """
[["acme/m"]]
id = "enough"
at = "input.json#/properties/steps"
quote = "At least as many steps as images."
rule = "steps >= n"
message = "{steps} steps"
fits = [{ steps = 5, n = 4 }]
breaks = [{ steps = 3, n = 4 }]

[["acme/m"]]
id = "formats"
at = "input.json#/properties/image"
quote = "Supports png."
accepts = ["image/png"]
"""
LOG = """# Changes of the schemas

## 3. major

Models: 1 changed.

- `acme/m`
  - breaking (maximum-lowered) `input.json#/properties/n/maximum`: maximum changed from `9` to `4`
  - words: 2 changes

## 2. minor, released as 1.1.0 on 2026-03-04

- `acme/m`
  - compatible (input-added) `input.json#/properties/n`: `n` is new
- `acme/other`: the model is new

## 1. minor, released as 1.0.0 on 2026-01-02

- `acme/m`: the model is new
"""


def page(
    tmp_path: Path, log: str = "", package: str = "runcomfy_models", **documents: Any
) -> ModelPage:
    """Return the page of the model `acme/m` with such documents."""
    folder = tmp_path / "schemas/acme/m"
    folder.mkdir(parents=True)
    for name, value in documents.items():
        (folder / f"{name}.json").write_text(json.dumps(value))
    (model_page,) = model_pages(plan_folder(tmp_path / "schemas"), log, package)
    return model_page


def inputs(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def table(model_page: ModelPage, heading: str) -> list[str]:
    """Return the rows of the table below a heading."""
    text = render("model.md", page=model_page, is_plain=True)
    section = text.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return [line for line in section.splitlines() if line.startswith("|")][2:]


PROPERTIES: dict[str, tuple[dict[str, Any], str]] = {
    "a range and what the service assumes": (
        {"type": "integer", "minimum": 3, "maximum": 15, "default": 5},
        "| `x` | integer | 3 to 15 | `5` |  |",
    ),
    "words": (
        {"type": "string", "title": "Words", "description": "One line.\nAnother."},
        "| `x` | string |  |  | **Words**<br>One line.<br>Another. |",
    ),
    "a title that only repeats the description": (
        {"type": "string", "title": "Words", "description": "Words."},
        "| `x` | string |  |  | Words. |",
    ),
    "choices": (
        {"enum": ["16:9", "a|b", None]},
        '| `x` | `"16:9"` <code>&#34;a&#124;b&#34;</code> `null` |  |  |  |',
    ),
    "a medium and its limits": (
        {**IMAGE, "validations": [LIMIT]},
        "| `x` | image URL |  |  | media rule: <code>file&#95;size&#95;mb&#60; 50</code> |",
    ),
    "a list of media": (
        {"type": "array", "format": "image_uris", "maxItems": 4},
        "| `x` | array of image URL | at most 4 items |  |  |",
    ),
    "a pattern": (
        {"type": "string", "pattern": "^a|b$"},
        "| `x` | string |  |  | matches the pattern <code>&#34;&#94;a&#124;b&#36;&#34;</code> |",
    ),
    "a long sample": (
        {"type": "string", "default": "word " * 100},
        f'| `x` | string |  |  | example: `"{"word " * 23}word…` |',
    ),
    "deprecated": (
        {"type": "string", "deprecated": True},
        "| `x` | string |  |  | deprecated |",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("schema", "row"), PROPERTIES.values(), ids=PROPERTIES.keys())
def test_an_input_is_a_row(schema: Any, row: str, tmp_path: Path) -> None:
    assert table(page(tmp_path, input=inputs(x=schema)), "Inputs") == [row]


def test_a_required_input_says_so(tmp_path: Path) -> None:
    model_page = page(tmp_path, input={**inputs(x={"type": "string"}), "required": ["x"]})
    assert table(model_page, "Inputs") == ["| `x` | string |  | **required** |  |"]


def test_parts_of_an_input_have_their_own_rows(tmp_path: Path) -> None:
    item = inputs(prompt={"type": "string"})
    model_page = page(tmp_path, input=inputs(parts={"type": "array", "items": item}))
    assert [row.split("|")[1].strip() for row in table(model_page, "Inputs")] == [
        "`parts`",
        "`parts[].prompt`",
    ]


def test_an_output_is_a_row(tmp_path: Path) -> None:
    output = {"output": inputs(video={"type": "string", "description": "The video."})}
    model_page = page(tmp_path, input=inputs(), output=output)
    assert table(model_page, "Output") == ["| `video` | string &#124; null | The video. |"]


def test_rules_in_words_are_shown_with_their_inputs(tmp_path: Path) -> None:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas/rules.toml").write_text(RULES)
    number = {"type": "integer"}
    steps = {**number, "description": "At least as many steps as images."}
    image = {**IMAGE, "description": "Supports png."}
    model_page = page(tmp_path, input=inputs(steps=steps, n=number, image=image))
    rows = table(model_page, "Inputs")
    assert rows[1].endswith("| Rule: At least as many steps as images. |")
    assert rows[2].endswith("| Supports png.<br>media rule: accepts image/png |")
    text = render("model.md", page=model_page, is_plain=True)
    assert "- At least as many steps as images.  \n  <code>steps &#62;&#61; n</code>" in text


def test_facts_of_the_catalog_are_shown(tmp_path: Path) -> None:
    facts = {
        "display_name": "Dream 2",
        "description": "Dreams.",
        "kind": "model",
        "categories": ["text-to-image"],
        "base_price_usd": 0.05,
        "price_unit": "output",
        "model_url": "https://www.runcomfy.com/models/dream",
    }
    text = render("model.md", page=page(tmp_path, input=inputs(), catalog=facts), is_plain=True)
    assert text.startswith(
        "# Dream 2\n\n`acme/m` · model · text-to-image · "
        "[docs page of RunComfy](https://www.runcomfy.com/models/dream)\n\nDreams.\n\n"
        "**Price:** 0.05 US dollars per output\n"
    )


@pytest.mark.parametrize(
    ("model_id", "kinds"),
    [
        ("acme/dream-2/image-to-video/480p", ("image-to-video",)),
        ("acme/dream-2/first-last-frame/480p", ("first-last-frame",)),
        ("acme/dream-2/edit", ("edit",)),
        ("acme/dream-2/video-edit", ("video-edit",)),
        ("acme/dream-edit-plus", ("edit",)),
        ("acme/credit-to", ()),
        ("acme/editor/pro", ()),
    ],
)
def test_the_kind_of_a_model_that_the_catalog_does_not_have_is_in_its_id(
    model_id: str, kinds: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / model_id).mkdir(parents=True)
    (tmp_path / model_id / "input.json").write_text(json.dumps(inputs()))
    (model_page,) = model_pages(plan_folder(tmp_path), "", "runcomfy_models")
    assert model_page.kinds == kinds


def test_a_price_that_is_not_known_is_not_zero(tmp_path: Path) -> None:
    assert "**Price:** not known\n" in render(
        "model.md", page=page(tmp_path, input=inputs()), is_plain=True
    )


def test_changes_are_shown_with_version_and_day(tmp_path: Path) -> None:
    text = render("model.md", page=page(tmp_path, LOG, input=inputs()), is_plain=True)
    assert text.partition("## Changes\n\n")[2].strip().split("\n\n") == [
        "**Not released yet**",
        "- breaking (maximum-lowered) `input.json#/properties/n/maximum`: maximum changed "
        "from `9` to `4`\n- words: 2 changes",
        "**1.1.0, 2026-03-04**",
        "- compatible (input-added) `input.json#/properties/n`: `n` is new",
        "**1.0.0, 2026-01-02**",
        "- the model is new",
    ]


def test_the_changes_of_each_model_are_its_own() -> None:
    assert [change.findings for change in changes_by_model(LOG)["acme/other"]] == [
        ("the model is new",)
    ]


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("index.md", "index.html"),
        ("jobs.md", "jobs/index.html"),
        ("models/index.md", "models/index.html"),
        ("models/acme/index/index.md", "models/acme/index/index.html"),
        ("api/runcomfy_models.batch.md", "api/runcomfy_models.batch/index.html"),
    ],
)
def test_each_page_has_a_folder(path: str, url: str) -> None:
    assert html_path(path) == url
    assert plain_path(path) == f"{url}.md"


def test_links_of_plain_pages_lead_to_plain_pages() -> None:
    text = "[a](media.md#files-out) [b](https://example.com/media.md) [c](other.txt) [d](#here)"
    assert with_plain_links(text, "jobs.md", {"media.md", "jobs.md"}) == text.replace(
        "(media.md", "(../media/index.html.md"
    )


def test_links_of_guides_lead_into_the_site_or_to_the_repository(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n[b](b.md#x) [c](../CONTRIBUTING.md) [r](../README.md)")
    (tmp_path / "b.md").write_text("# B\n<!-- hidden\n-->\n![p](images/p.svg)")
    a, b = read_guides(tmp_path)
    base = "https://github.com/runcomfy/runcomfy-models/blob/main"
    assert a.text == f"# A\n[b](b.md#x) [c]({base}/CONTRIBUTING.md) [r](index.md)"
    assert b.text == "# B\n\n![p](images/p.svg)"
    readme = tmp_path / "README.txt"
    readme.write_text("[a](docs/a.md) [l](LICENSE)")
    assert read_start_page(readme, [a, b]) == f"[a](a.md) [l]({base}/LICENSE)"


def test_guides_are_in_their_order_and_unknown_ones_behind(tmp_path: Path) -> None:
    for name in ("architecture", "start", "zoo"):
        (tmp_path / f"{name}.md").write_text(f"# {name.title()}")
    assert [guide.title for guide in read_guides(tmp_path)] == ["Start", "Architecture", "Zoo"]


def test_a_section_with_nothing_in_it_is_left_out(tmp_path: Path) -> None:
    output = {"output": inputs(video={"type": "string"})}
    model_page = page(tmp_path, input=inputs(x={"type": "string"}), output=output)
    text = render("model.md", page=model_page, is_plain=True)
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings == ["## Example", "## Inputs", "## Output"]


def test_the_command_line_is_not_shown_for_a_package_that_it_does_not_know(tmp_path: Path) -> None:
    model_page = page(tmp_path, package="acme_models", input=inputs())
    assert [example.label for example in model_page.examples] == [
        *("Python", "Python, async", "Python, typed", "curl", "TypeScript")
    ]
