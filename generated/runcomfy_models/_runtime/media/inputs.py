# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 229e816f40ccee3f17e21ee55904dff8
"""Media inputs as types of pydantic: whatever was given becomes the string to send."""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .data_uri import from_data_uri, is_data_uri, to_data_uri
from .measures import measured
from .remote import Preflight
from .rules import Rule, broken, warn_once
from .sources import Media, MediaSource, Unusable, is_local, read_media


@dataclass(frozen=True)
class MediaType:
    """Reads a URL string as it is, and a local file as the `data:` URI that holds it."""

    kind: str
    """`image`, `video`, `audio`, or empty where the docs do not say."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """A string, behind the conversion."""
        return core_schema.with_info_before_validator_function(
            self._string, core_schema.str_schema(strict=True)
        )

    def _string(self, value: Any, info: ValidationInfo[Any]) -> Any:
        """What is to be sent, unless a preflight tells what is wrong with it."""
        text = value if isinstance(value, str) else self._sendable(value)
        if isinstance(info.context, Preflight) and isinstance(text, str):
            self._look(text, info.context)
        return text

    def _sendable(self, value: Any) -> Any:
        try:
            if not is_local(value):
                return value
            media = read_media(value)
            self._check_kind(media)
        except Unusable as error:
            raise PydanticCustomError("media", "{why}", {"why": str(error)}) from None
        return to_data_uri(media)

    def _look(self, url: str, preflight: Preflight) -> None:
        """Note the URL, or tell what is wrong with the file behind it."""
        if is_data_uri(url):
            return
        preflight.asked[url] = None
        if file := preflight.files.get(url):
            wrong_kind = self.kind and file.kind not in ("", self.kind)
            should = f"should be {self.kind}, not {file.content_type}"
            if why := file.problem or (should if wrong_kind else None):
                raise PydanticCustomError("media", "{why}", {"why": why})

    def _check_kind(self, media: Media) -> None:
        if self.kind and media.kind != self.kind:
            raise Unusable(f"should be {self.kind}, not {media.content_type}")


@dataclass(frozen=True, init=False)
class MediaRules:
    """Keeps the docs' `validations`: of local files always, of remote ones on request."""

    rules: tuple[Rule, ...]

    def __init__(self, *rules: Rule) -> None:
        """Each is a rule, its limit and the page's words for it."""
        object.__setattr__(self, "rules", rules)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """The schema of the string, and the rules behind it."""
        return core_schema.with_info_after_validator_function(
            self._check, handler(source)
        )

    def _check(self, value: str, info: ValidationInfo[Any]) -> str:
        facts = _facts(value, info.context)
        if lines := broken(self.rules, facts) if facts else []:
            raise PydanticCustomError("media", "{why}", {"why": "; ".join(lines)})
        return value


def _facts(value: str, context: object) -> dict[str, float]:
    """What is known of the file: nothing of a remote one that nobody has looked at."""
    if is_data_uri(value):
        if media := from_data_uri(value):
            return measured(media)
        warn_once("a data: URI cannot be read: the docs' rules were not checked")
        return {}
    file = context.files.get(value) if isinstance(context, Preflight) else None
    return file.facts if file else {}


MediaInput = Annotated[MediaSource, MediaType("")]
ImageInput = Annotated[MediaSource, MediaType("image")]
VideoInput = Annotated[MediaSource, MediaType("video")]
AudioInput = Annotated[MediaSource, MediaType("audio")]
