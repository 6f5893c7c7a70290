"""Media in unions, as FastAPI and others write optional inputs: a local file, a list, or null."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import httpx
import pytest

from runcomfy_models._runtime.errors import InvalidInputError
from runcomfy_models.testing import Simulator

CASE = Path(__file__).parents[1] / "snapshots/media-unions"
MODULE = CASE / "expected/runcomfy_models/acme/media_unions.py"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
MP4 = b"\0\0\0\x18ftypmp42" + bytes(40)
URL = "https://example.com/image.png"


@pytest.fixture
def client() -> Iterator[Any]:
    """A client of the module that the snapshot has, at a simulator of its schemas."""
    spec = spec_from_file_location("media_unions", MODULE)
    assert spec
    assert spec.loader
    module: Any = module_from_spec(spec)
    spec.loader.exec_module(module)
    with (
        Simulator(schemas=CASE / "schemas") as simulator,
        module.Client(base_url=simulator.base_url, token=simulator.token) as client,
    ):
        client.simulator = simulator
        yield client


def test_a_local_file_is_accepted_for_any_medium(client: Any, tmp_path: Path) -> None:
    image, video = tmp_path / "a.png", tmp_path / "a.mp4"
    image.write_bytes(PNG)
    video.write_bytes(MP4)
    client.run(image_url=image, mask=image, reference_images=[image, image], last_frame=image)
    client.run(reference_images=image, video=video, clips=[video])
    assert len(client.simulator.ledger.jobs) == 2


@pytest.mark.parametrize(
    "inputs",
    [
        {"image_url": None, "last_frame": None, "source": None, "clips": None},
        {"image_url": "RunComfy_example.png"},
        {"video": "auto"},
        {"reference_images": URL},
        {"reference_images": [URL]},
    ],
)
def test_a_value_that_the_schema_lists_is_accepted(client: Any, inputs: dict[str, Any]) -> None:
    client.run(**inputs)


@pytest.mark.parametrize(
    "inputs",
    [
        {"image_url": "portrait.png"},
        {"mask": "portrait.png"},
        {"reference_images": "portrait.png"},
        {"reference_images": [URL, "portrait.png"]},
        {"last_frame": "portrait.png"},
        {"video": "automatic"},
        {"source": "voice.mp3"},
        {"clips": ["a.mp4"]},
    ],
)
def test_other_text_is_refused_by_the_client_and_the_simulator(
    client: Any, inputs: dict[str, Any]
) -> None:
    with pytest.raises(InvalidInputError):
        client.run(**inputs)
    simulator = client.simulator
    answer = httpx.post(
        f"{simulator.base_url}/v1/models/acme/media-unions",
        json=inputs,
        headers={"Authorization": f"Bearer {simulator.token}"},
    )
    assert answer.status_code == 422
    assert simulator.ledger.jobs == ()
