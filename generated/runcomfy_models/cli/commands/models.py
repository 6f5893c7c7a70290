# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 91cb48d1ad98b62d7b08dc232f45de57
"""`runcomfy-models models`: find models by words."""

import click

import runcomfy_models
from runcomfy_models._runtime.info import ModelInfo
from runcomfy_models._runtime.pricing import catalog_price

from .. import options
from ..command import Command
from ..models.describing import info_facts
from ..output.printing import print_json, print_rows, print_to_stderr

_COLUMNS = ("model", "name", "price", "description")


@click.command(cls=Command)
@click.argument("words", nargs=-1)
@click.option("--kind", help="Only models of this kind: model, workflow, inference.")
@click.option(
    "--category", help="Only models of this category, such as image-to-video."
)
@click.option("--limit", type=click.IntRange(min=1), help="The most models to print.")
@options.as_json
def models(
    words: tuple[str, ...],
    kind: str | None,
    category: str | None,
    limit: int | None,
    as_json: bool,
) -> None:
    """Find models by WORDS of a name, a category or a description, also misspelt.

    The best one comes first; without WORDS, all models are listed. In a pipe, each line has id,
    name, price and description between tabs.
    """
    infos = [
        info
        for info in runcomfy_models.find(" ".join(words))
        if kind in (None, info.kind)
        and (category is None or category in (info.categories or ()))
    ][:limit]
    if as_json:
        for info in infos:
            print_json(info_facts(info))
        return
    print_rows(_COLUMNS, map(_row, infos))
    if not infos:
        print_to_stderr("no model fits")


def _row(info: ModelInfo) -> tuple[str, ...]:
    return (
        info.model_id,
        info.display_name or "",
        catalog_price(info),
        _line(info.description),
    )


def _line(text: str | None) -> str:
    """Return the first line of a description."""
    return (text or "").strip().partition("\n")[0]
