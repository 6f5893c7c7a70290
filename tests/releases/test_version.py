"""The next version after a change, by Semantic Versioning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcomfy_codegen.releases.version import PARTS, Version

numbers = st.integers(0, 10**6)
versions = st.builds(Version, numbers, numbers, numbers)


@pytest.mark.parametrize(
    ("version", "part", "after"),
    [
        ("1.2.3", "major", "2.0.0"),
        ("1.2.3", "minor", "1.3.0"),
        ("1.2.3", "patch", "1.2.4"),
        ("1.2.3", "none", "1.2.3"),
        ("0.2.3", "major", "0.3.0"),
        ("0.2.3", "minor", "0.3.0"),
        ("0.2.3", "patch", "0.2.4"),
    ],
)
def test_a_change_raises_its_part_of_the_version(version: str, part: str, after: str) -> None:
    parsed = Version.parse(version)
    assert parsed
    assert str(parsed.raised(part)) == after


@given(versions, st.sampled_from(PARTS[1:]))
def test_a_raised_version_is_later(version: Version, part: str) -> None:
    assert version.raised(part) > version


@given(versions)
def test_a_version_is_read_as_it_is_written(version: Version) -> None:
    assert Version.parse(str(version)) == version


@pytest.mark.parametrize("text", ["1.2", "1.2.3.4", "01.2.3", "1.2.3rc1", "v1.2.3", "1.2.٣", ""])
def test_other_texts_are_no_versions(text: str) -> None:
    assert Version.parse(text) is None
