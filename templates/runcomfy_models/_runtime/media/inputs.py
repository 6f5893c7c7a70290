"""Media inputs as types of pydantic: whatever was given becomes the string to send."""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ..shortcut import with_shortcut
from ..shown import shown
from .content_types import kind_of
from .data_uri import from_data_uri, is_data_uri, to_data_uri, told_type
from .measures import measured
from .remote import Preflight, RemoteFile
from .rules import Rule, broken, warn_once
from .sources import MediaSource, Unusable, is_local, read_media

_URL = "^https?://"
"""What needs no look, where nobody is in a preflight."""


@dataclass(frozen=True)
class MediaType:
    """Reads a URL string as it is, and a local file as the `data:` URI that holds it."""

    kind: str
    """`image`, `video`, `audio`, or empty where the docs do not say."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """A string, behind the conversion."""
        exact = core_schema.with_info_before_validator_function(
            self._string, core_schema.str_schema(strict=True)
        )
        return with_shortcut(exact, core_schema.str_schema(strict=True, pattern=_URL))

    def _string(self, value: Any, info: ValidationInfo[Any]) -> Any:
        """What is to be sent, unless something is wrong with it."""
        text = value if isinstance(value, str) else self._sendable(value)
        if isinstance(text, str):
            self._look(text, info.context)
        return text

    def _sendable(self, value: Any) -> Any:
        try:
            if not is_local(value):
                return value
            return to_data_uri(read_media(value))
        except Unusable as error:
            raise PydanticCustomError("media", "{why}", {"why": str(error)}) from None

    def _look(self, text: str, context: object) -> None:
        """Tell what is wrong with a medium; in a preflight note its URL first."""
        why = None
        if is_data_uri(text):
            why = self._misfit(told_type(text))
        elif isinstance(context, Preflight):
            context.asked[text] = None
            file = context.files.get(text, RemoteFile())
            why = file.problem or self._misfit(file.content_type)
        if why:
            raise PydanticCustomError("media", "{why}", {"why": why})

    def _misfit(self, content_type: str) -> str | None:
        """What is wrong with a medium that says it is of `content_type`."""
        if not self.kind or kind_of(content_type) in ("", self.kind):
            return None
        return f"should be {self.kind}, not {shown(content_type, 80)}"


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
