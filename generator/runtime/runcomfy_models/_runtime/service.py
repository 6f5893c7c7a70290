"""The protocol that all models share.

A placeholder: the generator writes this file anew in each package, from `schemas/`.
"""

from typing import Final

BASE_URL: Final = "https://model-api.runcomfy.net"
SUBMIT_PATH: Final = "/v1/models/{model_id}"
STATUS_PATH: Final = "/v1/requests/{request_id}/status"
RESULT_PATH: Final = "/v1/requests/{request_id}/result"
CANCEL_PATH: Final = "/v1/requests/{request_id}/cancel"
STATUSES: Final = (
    "in_queue",
    "in_progress",
    "completed",
    "cancelled",
)
