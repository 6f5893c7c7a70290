# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 5d736643f9c9f0473888cc1858808f08
"""The output of each simulated model: one that the test provides, or a generated sample."""

import json
from collections.abc import Mapping
from typing import Any

from .api_errors import ApiError
from .raw_schemas import RawSchemas
from .sample_outputs import Url, sample_output, why_no_sample


class OutputSchemaError(ValueError):
    """No output can be generated for some models. The message lists them, and says what to do."""


class OutputSource:
    """The output of each model."""

    def __init__(
        self, schemas: RawSchemas, provided: Mapping[str, dict[str, Any]]
    ) -> None:
        """Take the outputs `provided` by model_id; raises `ValueError` for an unknown id."""
        for model_id in sorted(provided.keys() - set(schemas.model_ids)):
            raise ValueError(f"outputs: unknown model {model_id!r} in {schemas.folder}")
        self._schemas = schemas
        self._provided = provided

    def of(self, model_id: str, url: Url) -> dict[str, Any]:
        """Return the output of a job; `url` returns the URL of a file by its name."""
        if model_id in self._provided:
            return self._provided[model_id]
        return sample_output(self._schemas.output(model_id), url)

    def check(self) -> None:
        """Raise `OutputSchemaError` if some model has no output."""
        generated = [
            name for name in self._schemas.model_ids if name not in self._provided
        ]
        reasons = {name: why for name in generated if (why := self._why_none(name))}
        if reasons:
            raise OutputSchemaError(_message(reasons))

    def _why_none(self, model_id: str) -> str:
        """Return why no output can be generated for a model; empty if one can."""
        try:
            schema = self._schemas.output(model_id)
        except ApiError as error:
            return str(error.document["message"])
        return why_no_sample(json.dumps(schema))


def _message(reasons: dict[str, str]) -> str:
    """Return a message that lists the models of `reasons`, each with its reason."""
    rows = [
        f"  {model_id}/output.json: {reason}" for model_id, reason in reasons.items()
    ]
    example = next(iter(reasons))
    return "\n".join(
        [
            "the simulator cannot generate an output from:",
            *rows,
            "correct the schema, or provide an output: "
            f'Simulator(outputs={{"{example}": {{…}}}}), '
            f"or `simulate --output {example} FILE` with a JSON file",
        ]
    )
