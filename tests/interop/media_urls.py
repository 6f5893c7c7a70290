"""Hooks of schemathesis: every URI is one of a medium that the service can fetch."""

import schemathesis
from hypothesis import strategies as st

schemathesis.openapi.format(
    "uri", st.sampled_from(["https://example.com/a.png", "https://example.com/b%20c?d=e"])
)
