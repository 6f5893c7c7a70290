"""Build and validate an `Input` of 15 fields and its payload, beside bare pydantic."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from benchmarks.rows import Row, Sample, interleaved, row, table
from runcomfy_models._runtime.media.types import ImageInput, MediaRules
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven

Build = Callable[[], dict[str, Any]]

LIMIT = 6
TIMES, ROUNDS = 500, 40
"""Inputs in one measurement, and the number of measurements."""

Count = Annotated[int, Field(ge=1, le=50)]
Scale = Annotated[float, Field(ge=0, le=1)]
Ratio = Literal["16:9", "9:16", "1:1"]


class Lora(InputModel):
    """A nested object."""

    path: str
    scale: Scale | NotGiven = NOT_GIVEN


class Input(InputModel):
    """An input as the generator writes it."""

    prompt: str
    image_url: ImageInput
    ratio: Ratio
    negative_prompt: str | NotGiven = NOT_GIVEN
    steps: Annotated[Count | NotGiven, Field(alias="33_steps")] = NOT_GIVEN
    duration: Count | NotGiven = NOT_GIVEN
    seed: int | NotGiven = NOT_GIVEN
    cfg_scale: Scale | NotGiven = NOT_GIVEN
    strength: Scale | NotGiven = NOT_GIVEN
    generate_audio: bool | NotGiven = NOT_GIVEN
    style: Literal["natural", "vivid"] | NotGiven = NOT_GIVEN
    tags: Annotated[list[str], Field(max_length=20)] | NotGiven = NOT_GIVEN
    loras: list[Lora] | NotGiven = NOT_GIVEN
    sizes: list[int] | NotGiven = NOT_GIVEN
    caption: Annotated[str, Field(max_length=500)] | NotGiven | None = NOT_GIVEN


class BareLora(BaseModel):
    """The same as `Lora`, with only pydantic."""

    path: str
    scale: Scale | None = None


class Bare(BaseModel):
    """The same fields as `Input`, with only pydantic."""

    prompt: str
    image_url: str
    ratio: Ratio
    negative_prompt: str | None = None
    steps: Annotated[Count | None, Field(alias="33_steps")] = None
    duration: Count | None = None
    seed: int | None = None
    cfg_scale: Scale | None = None
    strength: Scale | None = None
    generate_audio: bool | None = None
    style: Literal["natural", "vivid"] | None = None
    tags: Annotated[list[str], Field(max_length=20)] | None = None
    loras: list[BareLora] | None = None
    sizes: list[int] | None = None
    caption: Annotated[str, Field(max_length=500)] | None = None


class Quirky(Input):
    """Also unions, maps, values of any type, and rules for files, as docs pages have them."""

    image_url: Annotated[ImageInput, MediaRules(("file_size_mb<", 10, ""))]
    seed_or_word: int | str | NotGiven = NOT_GIVEN
    style_or_lora: Literal["natural", "vivid"] | Lora | NotGiven = NOT_GIVEN
    size: dict[str, int] | NotGiven = NOT_GIVEN
    anything: list[Any] | NotGiven = NOT_GIVEN


class BareQuirky(Bare):
    """The same as `Quirky`, with only pydantic."""

    seed_or_word: int | str | None = None
    style_or_lora: Literal["natural", "vivid"] | BareLora | None = None
    size: dict[str, int] | None = None
    anything: list[Any] | None = None


VALUES: dict[str, Any] = {
    "prompt": "A lighthouse in the fog.",
    "image_url": "https://example.com/i.png",
    "ratio": "16:9",
    "negative_prompt": "blur",
    "duration": 5,
    "seed": 4294967295,
    "cfg_scale": 0.5,
    "strength": 0.8,
    "generate_audio": True,
    "style": "vivid",
    "tags": ["sea", "fog", "light"],
    "loras": [{"path": "https://example.com/l", "scale": 0.7}],
    "sizes": [512, 768],
    "caption": "Fog.",
}
"""All values but the one whose wire name differs from its Python name."""


_PLAIN = (
    "prompt image_url ratio duration cfg_scale generate_audio tags loras caption negative_prompt"
)
QUIRKY: dict[str, Any] = {
    **{name: VALUES[name] for name in _PLAIN.split()},
    "seed_or_word": 4294967295,
    "style_or_lora": "vivid",
    "size": {"width": 512, "height": 768},
    "anything": ["sea", 5, None],
}


def ours(model: type[Input], values: dict[str, Any]) -> dict[str, Any]:
    """Build and validate an input, and return its payload."""
    return model(**values, steps=20).to_payload()


def bare(model: type[Bare], values: dict[str, Any]) -> dict[str, Any]:
    """Do the same as `ours`, with only pydantic."""
    by_wire_name: dict[str, Any] = {**values, "33_steps": 20}
    return model(**by_wire_name).model_dump(by_alias=True, exclude_unset=True)


def rows() -> list[Row]:
    """Return the rows of plain types, and of all types."""
    name = "`Input` of 15 fields and its payload, over pydantic"
    return [
        _row(name, lambda: ours(Input, VALUES), lambda: bare(Bare, VALUES)),
        _row(
            f"{name}, with unions, a map, anything, media rules",
            lambda: ours(Quirky, QUIRKY),
            lambda: bare(BareQuirky, QUIRKY),
        ),
    ]


def _row(name: str, build: Build, build_bare: Build) -> Row:
    assert build() == build_bare()
    measurements = interleaved({"ours": _timed(build), "bare": _timed(build_bare)}, ROUNDS)
    return row(name, measurements["ours"], measurements["bare"], LIMIT)


def _timed(build: Build) -> Sample:
    def sample() -> float:
        start = time.perf_counter()
        for _ in range(TIMES):
            build()
        return (time.perf_counter() - start) * 1000 / TIMES

    return sample


if __name__ == "__main__":
    print(table(rows()))
