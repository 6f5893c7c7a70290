# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 408a2955913b9dda69ab9c658e6b7cac
"""The output of each simulated model: one that the test gives, or a sample."""

import json
from collections.abc import Mapping
from typing import Any

from .api_errors import ApiError
from .raw_schemas import RawSchemas
from .sample_outputs import Url, sample_output, why_no_sample


class OutputSchemaError(ValueError):
    """No output can be made up for some models. The message lists them, and says what to do."""


class Outputs:
    """Knows the output of each model."""

    def __init__(
        self, schemas: RawSchemas, given: Mapping[str, dict[str, Any]]
    ) -> None:
        """Take the outputs `given` for some model_ids; raises `ValueError` for an unknown one."""
        for model_id in sorted(given.keys() - set(schemas.model_ids)):
            raise ValueError(f"outputs: unknown model {model_id!r} in {schemas.folder}")
        self._schemas = schemas
        self._given = given

    def of(self, model_id: str, url: Url) -> dict[str, Any]:
        """Return the output of a job; `url` returns the URL of a file by its name."""
        if model_id in self._given:
            return self._given[model_id]
        return sample_output(self._schemas.output(model_id), url)

    def check(self) -> None:
        """Raise `OutputSchemaError` if some model has no output."""
        others = [name for name in self._schemas.model_ids if name not in self._given]
        if reasons := {name: why for name in others if (why := self._why_none(name))}:
            raise OutputSchemaError(_message(reasons))

    def _why_none(self, model_id: str) -> str:
        """Return why no output can be made up for a model; empty if one can."""
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
            "the simulator can make up no output from:",
            *rows,
            "correct the schema, or give an output yourself: "
            f'Simulator(outputs={{"{example}": {{…}}}}), '
            f"or `simulate --output {example} FILE` with a JSON file",
        ]
    )
