"""An `Input` as the body of a FastAPI application: its docs are right, and nothing warns."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from runcomfy_models.kling.kling_3_0.standard import image_to_video
from runcomfy_models.runwayml.runway_aleph import video_to_video


@pytest.fixture(scope="module")
def web() -> Iterator[TestClient]:
    """Serve two models, whose classes have the same names."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        app = FastAPI()
        app.post("/kling")(kling)
        app.post("/aleph")(aleph)
        app.post("/segments")(segments)
        with TestClient(app) as client:
            yield client


def kling(body: image_to_video.Input) -> image_to_video.Output:
    return image_to_video.Output(video=body.start_image_url)


def aleph(body: video_to_video.Input) -> video_to_video.Input:
    return body


def segments(body: list[image_to_video.MultiPromptItem]) -> int:
    return len(body)


@pytest.fixture(scope="module")
def schemas(web: TestClient) -> dict[str, Any]:
    components: dict[str, Any] = web.get("/openapi.json").json()["components"]["schemas"]
    return components


def schema_of(schemas: dict[str, Any], model: str) -> dict[str, Any]:
    """Return the schema of a model's `Input`, which FastAPI names after its module."""
    (schema,) = (schemas[name] for name in schemas if model in name and name.endswith("Input"))
    return dict(schema)


def test_the_docs_show_ranges_lengths_and_media_rules(schemas: dict[str, Any]) -> None:
    properties = schema_of(schemas, "image_to_video")["properties"]
    assert properties["duration"]["minimum"] == 3
    assert properties["duration"]["maximum"] == 15
    assert properties["multi_prompt"]["maxItems"] == 20
    aleph = schema_of(schemas, "video_to_video")
    assert aleph["additionalProperties"] is False
    assert aleph["properties"]["prompt"]["maxLength"] == 1000
    rule = {"rule": "file_size_mb<", "value": 16, "message": "File size must be less than 16 MB."}
    assert aleph["properties"]["video_url"]["x-media-rules"] == [rule]


def test_the_docs_show_no_class_of_ours(web: TestClient, schemas: dict[str, Any]) -> None:
    assert "NOT_GIVEN" not in web.get("/openapi.json").text
    assert not [name for name in schemas if "NotGiven" in name]
    assert [name for name in schemas if "MultiPromptItem" in name] == ["MultiPromptItem"]
    assert web.get("/docs").status_code == 200


@pytest.mark.parametrize(("path", "model"), [("kling", "image_to"), ("aleph", "video_to_video")])
def test_the_example_of_the_docs_posts(
    path: str, model: str, web: TestClient, schemas: dict[str, Any]
) -> None:
    (example,) = schema_of(schemas, model)["examples"]
    assert web.post(f"/{path}", json=example).status_code == 200


def test_an_invalid_body_is_refused_with_the_name_of_the_input(
    web: TestClient, schemas: dict[str, Any]
) -> None:
    (example,) = schema_of(schemas, "image_to_video")["examples"]
    answer = web.post("/kling", json={**example, "duration": 99})
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["loc"] == ["body", "duration"]


def test_an_input_is_returned_unchanged(web: TestClient, schemas: dict[str, Any]) -> None:
    (example,) = schema_of(schemas, "video_to_video")["examples"]
    assert web.post("/aleph", json=example).json() == example


def test_a_nested_object_is_a_body_of_its_own(web: TestClient) -> None:
    assert web.post("/segments", json=[{"duration": 5}, {}]).json() == 2
    assert web.post("/segments", json=[{"duration": 99}]).status_code == 422
