"""The simulator refuses inputs that break a rule in words; it reads the rules by itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from runcomfy_models import InvalidInputError
from runcomfy_models.testing import Simulator
from tests.simulator.real_models import KLING, Client

GIF = "data:image/gif;base64,R0lGODlhAAAA"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"multi_prompt": [{"duration": 5}]}, "the segments last"),
        ({"start_image_url": GIF}, "is image/gif, not image/jpeg"),
    ],
)
def test_inputs_that_a_client_lets_through_are_refused_with_422(
    changes: dict[str, Any], message: str, client: Client, simulator: Simulator
) -> None:
    if client.generated.model_id != KLING:
        pytest.skip("no rules")
    unchecked = client.generated.with_options(rules="off")
    with pytest.raises(InvalidInputError) as caught:
        client.do(unchecked.submit(**{**client.inputs, **changes}))
    assert caught.value.http_status == 422
    assert message in caught.value.problems[0].message
    assert not simulator.ledger.jobs


def test_inputs_that_keep_the_rules_are_accepted(client: Client, simulator: Simulator) -> None:
    if client.generated.model_id != KLING:
        pytest.skip("no rules")
    client.run(multi_prompt=[{"duration": 5}, {}])
    assert len(simulator.ledger.jobs) == 1


@pytest.mark.parametrize("rules", [True, False])
def test_rules_apply_unless_they_are_switched_off(rules: bool) -> None:
    inputs = {
        "prompt": "Waves.",
        "start_image_url": "https://example.com/sea.png",
        "duration": 10,
        "multi_prompt": [{"prompt": "a close-up", "duration": 5}],
    }
    with Simulator(rules=rules) as simulator:
        answer = httpx.post(
            f"{simulator.base_url}/v1/models/{KLING}",
            headers={"Authorization": f"Bearer {simulator.token}"},
            json=inputs,
        )
    assert answer.status_code == (422 if rules else 200)
    if rules:
        (problem,) = answer.json()["detail"]
        assert problem["msg"] == "the segments last 5 s together, the video 10 s"


def test_the_patches_of_a_page_are_what_the_service_takes(tmp_path: Path) -> None:
    (tmp_path / "acme/one").mkdir(parents=True)
    schema = {"type": "object", "properties": {"seed": {"type": "string"}}}
    (tmp_path / "acme/one/input.json").write_text(json.dumps(schema))
    patch = '{ value = "integer", was = "string", why = "a slip" }'
    rows = f'["acme/one".patch]\n"input.json#/properties/seed/type" = {patch}\n'
    (tmp_path / "overrides.toml").write_text(rows)
    with Simulator(schemas=tmp_path) as simulator:
        headers = {"Authorization": f"Bearer {simulator.token}"}
        url = f"{simulator.base_url}/v1/models/acme/one"
        assert httpx.post(url, headers=headers, json={"seed": 5}).status_code == 200
        assert httpx.post(url, headers=headers, json={"seed": "5"}).status_code == 422
