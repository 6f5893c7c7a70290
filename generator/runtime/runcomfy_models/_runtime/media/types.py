"""Media inputs as types of pydantic: whatever was given becomes the string to send."""

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema

from .sources import MediaSource

if TYPE_CHECKING:
    from .rules import Rule


class MediaType:
    """Reads a URL string as it is, and a local file as the `data:` URI that holds it."""

    def __init__(self, kind: str) -> None:
        """`image`, `video`, `audio`, or empty where the docs do not say."""
        self.kind = kind

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """A string, behind the conversion."""
        from .core_schemas import (
            media_schema,  # only here, with all that it takes to read
        )

        return media_schema(self.kind)


class MediaRules:
    """Keeps the docs' `validations`: of local files always, of remote ones on request."""

    def __init__(self, *rules: "Rule") -> None:
        """Each is a rule, its limit and the page's words for it."""
        self.rules = rules

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """The schema of the string, and the rules behind it."""
        from .core_schemas import ruled_schema

        return ruled_schema(self.rules, handler(source))


MediaInput = Annotated[MediaSource, MediaType("")]
ImageInput = Annotated[MediaSource, MediaType("image")]
VideoInput = Annotated[MediaSource, MediaType("video")]
AudioInput = Annotated[MediaSource, MediaType("audio")]
