"""Types of media inputs for pydantic, which turn a medium into the string to send."""

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from .sources import MediaSource

if TYPE_CHECKING:
    from .file_rules import MediaRule


class _Metadata:
    """Metadata of an `Annotated` type, which `help` shows."""

    def __repr__(self) -> str:
        values = ", ".join(map(repr, vars(self).values()))
        return f"{type(self).__name__}({values})"


class MediaKind(_Metadata):
    """Keeps a URL as it is, and turns a local file into a `data:` URI."""

    def __init__(self, kind: str) -> None:
        """Accept `kind`: `image`, `video`, `audio`, or empty for any."""
        self.kind = kind

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema of a string, with the conversion before it."""
        from .validating import media_schema  # here, to keep imports quick

        return media_schema(self.kind)


class MediaRules(_Metadata):
    """Checks the docs' `validations`: for local files always, for URLs in a preflight."""

    def __init__(self, *rules: "MediaRule") -> None:
        """Check `rules`."""
        self.rules = rules

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema of the string, followed by the rules."""
        from .validating import ruled_schema  # here, to keep imports quick

        return ruled_schema(self.rules, handler(source))


class MediaSamples(_Metadata):
    """Lets the page's own defaults of a medium through: names of files at the service."""

    def __init__(self, *samples: str) -> None:
        """Let `samples` through, unchecked."""
        self.samples = samples

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema of the medium, which accepts a sample unchecked."""
        from .validating import sample_schema  # here, to keep imports quick

        return sample_schema(self.samples, handler(source))


class MediaTypes(_Metadata):
    """Checks a rule in words about content types, when a call is prepared."""

    def __init__(self, name: str, types: tuple[str, ...], quote: str) -> None:
        """Accept `types`, by the rule `name`, which the page states as `quote`."""
        self.name = name
        self.types = types
        self.quote = quote

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema of the medium, followed by the rule."""
        from .validating import typed_schema  # here, to keep imports quick

        return typed_schema(self.name, self.types, self.quote, handler(source))

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Return the JSON Schema of the medium, with the rule among its `x-media-rules`."""
        schema = handler(core_schema)
        rule = {"id": self.name, "accepts": list(self.types), "quote": self.quote}
        return {**schema, "x-media-rules": [*schema.get("x-media-rules", ()), rule]}


MediaInput = Annotated[MediaSource, MediaKind("")]
ImageInput = Annotated[MediaSource, MediaKind("image")]
VideoInput = Annotated[MediaSource, MediaKind("video")]
AudioInput = Annotated[MediaSource, MediaKind("audio")]
