"""`help()` shows the docstrings of attributes, too."""

from __future__ import annotations

import pydoc
import subprocess
import sys
from types import ModuleType

import pytest

import runcomfy_models
from runcomfy_models import CancelOutcome, Options, Price
from runcomfy_models._runtime.attribute_docs import AttributeDocs
from runcomfy_models._runtime.options import OptionChanges
from runcomfy_models.kling.kling_3_0.standard import image_to_video
from runcomfy_models.runwayml.runway_aleph import video_to_video


def attributes(cls: type) -> str:
    return AttributeDocs(cls).__get__(None) or ""


def test_help_has_the_text_of_every_option() -> None:
    text = pydoc.render_doc(Options, renderer=pydoc.plaintext)
    assert "wait_timeout: Limit for one wait for a job as a whole, its time in the queue" in text
    assert all(f"{name}: " in text for name in OptionChanges.__annotations__)


@pytest.mark.parametrize("module", [image_to_video, video_to_video])
def test_help_of_a_model_has_no_addresses_of_objects(module: ModuleType) -> None:
    assert "object at 0x" not in pydoc.plain(pydoc.render_doc(module))


def test_an_option_says_the_same_as_the_keyword_of_a_client() -> None:
    of_options = str(Options.__doc__).partition("Attributes:")[2]
    of_keywords = attributes(OptionChanges).partition("Attributes:")[2]
    assert of_options == of_keywords


def test_help_has_the_attributes_of_every_public_class() -> None:
    assert "CANCELLED: The job will not run and not be charged." in str(CancelOutcome.__doc__)
    assert "high: The most that it may cost" in str(Price.__doc__)
    assert "high: The most" in str(Price(None, None, None, "").__doc__)
    public = [getattr(runcomfy_models, name) for name in runcomfy_models.__all__]
    assert all(item.__doc__ for item in public if isinstance(item, type))


def test_a_class_without_its_source_has_its_docstring() -> None:
    class Moved:
        """A class."""

    Moved.__module__ = "nowhere"
    assert attributes(Moved) == "A class."


def test_no_docstring_is_added_when_python_removes_docstrings() -> None:
    code = "from runcomfy_models import Options; assert Options.__doc__ is None"
    subprocess.run([sys.executable, "-OO", "-c", code], check=True)
