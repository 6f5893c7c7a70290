"""Every file of a build has a path of its own."""

from __future__ import annotations

import pytest

from runcomfy_codegen.output.paths import OverwritingError, files_by_path
from runcomfy_codegen.reading.service_protocol import DOCUMENTED_PROTOCOL
from runcomfy_codegen.rendering.package import common_files


def test_a_module_never_replaces_a_file_of_the_runtime() -> None:
    """Names are refused long before; this is the last door."""
    common = common_files({}, {}, DOCUMENTED_PROTOCOL, ())
    with pytest.raises(OverwritingError, match=r"runcomfy_models/_runtime/errors\.py"):
        files_by_path({"runcomfy_models._runtime.errors": "intruder"}, common)
