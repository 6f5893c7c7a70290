"""The properties of the models in the corpus: the kinds that real docs pages have."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

Schema = dict[str, Any]

_TEXTS = (
    "Descrizione del contenuto da generare, con soggetto, movimento della camera e stile.",
    "要生成的视频内容的详细描述,包括主体、动作、镜头运动和风格。",
    "生成する動画の内容。被写体、動き、カメラワーク、スタイルを含めてください。",
    "Controls how closely the result follows the prompt; higher values follow it more strictly.",
    "Beschreibung für die Generierung – Motiv, Bewegung der Kamera, Beleuchtung und Stil.",
    "Décrit le résultat attendu : le sujet, le mouvement et l'éclairage de la scène.",
    "",
)
_RULE_KEYS = ("validation_rule", "validation_value", "validation_error")
_RULES = (
    ("file_size_mb<", 10, "Image must be smaller than 10 MB"),
    ("width_pixels>", 300, "Width must exceed 300 px"),
    ("width/height<", 2.5, "Aspect ratio must be below 2.5"),
)


def _text(random: Random) -> str:
    return random.choice(_TEXTS)


def _titled(schema: Callable[[Random], Schema]) -> Callable[[Random], Schema]:
    return lambda random: (
        {"title": _text(random)[:24], "description": _text(random)} | schema(random)
    )


def _prompt(random: Random) -> Schema:
    return {"type": "string", "default": _text(random) * random.randint(1, 8)}


def _words(*values: str) -> Callable[[Random], Schema]:
    def schema(random: Random) -> Schema:
        chosen = list(values[: random.randint(1, len(values))])
        return {"type": "string", "enum": chosen, "default": chosen[0]}

    return schema


def _whole(low: int, high: int) -> Callable[[Random], Schema]:
    return lambda random: {
        "type": "integer",
        "format": "int_slider_with_range",
        "minimum": low,
        "maximum": high,
        "default": random.randint(low, min(high, low + 100)),
    }


def _share(low: float, high: float) -> Callable[[Random], Schema]:
    return lambda random: {
        "type": "float",
        "format": "float_slider_with_range",
        "minimum": low,
        "maximum": high,
        "default": round(random.uniform(low, high), 1),
    }


def _flag(random: Random) -> Schema:
    return {"type": "boolean", "default": random.random() < 0.5}


def _string(_: Random) -> Schema:
    return {"type": "string", "format": "str"}


def _media(kind: str) -> Callable[[Random], Schema]:
    def schema(random: Random) -> Schema:
        chosen = _RULES[: random.randint(0, len(_RULES))]
        rules = [dict(zip(_RULE_KEYS, rule, strict=True)) for rule in chosen]
        return {"type": "string", "format": f"{kind}_uri"} | (
            {"validations": rules} if rules else {}
        )

    return schema


def _media_list(kind: str) -> Callable[[Random], Schema]:
    items = {"items": {"type": "string", "format": f"{kind}_uri"}}
    return lambda random: (
        {
            "type": "array",
            "format": f"{kind}_uris",
            "maxItems": random.randint(1, 9),
        }
        | random.choice(({}, items))
    )


def _segments(random: Random) -> Schema:
    return {
        "type": "array",
        "minItems": 0,
        "maxItems": random.randint(2, 20),
        "items": {
            "type": "object",
            "properties": {
                "prompt": {"type": "string", "format": "str"},
                "duration": {"type": "integer", "minimum": 3, "maximum": 15, "default": 5},
            },
            "required": ["prompt"],
        },
    }


def _loras(random: Random) -> Schema:
    return {
        "type": "array",
        "maxItems": random.randint(1, 4),
        "items": {
            "type": "object",
            "properties": {
                "path": {"type": "string", "description": _text(random)},
                "scale": {"type": "float", "minimum": 0, "maximum": 4, "default": 1},
            },
            "required": ["path"],
        },
    }


def _elements(_: Random) -> Schema:
    images = {"type": "array", "format": "image_uris", "items": _media("image")(Random(0))}  # noqa: S311
    return {
        "type": "array",
        "maxItems": 3,
        "items": {
            "type": "object",
            "properties": {"frontal_image_url": {"type": "string"}, "reference_image_urls": images},
        },
    }


def _size(random: Random) -> Schema:
    width = {"type": "integer", "minimum": 64, "maximum": 4096}
    named = {"type": "string", "enum": ["square_hd", "portrait_4_3", "landscape_16_9"]}
    free = {
        "type": "object",
        "properties": {"width": width, "height": width},
        "required": ["width"],
    }
    return {"anyOf": random.sample([named, free], 2), "default": "square_hd"}


def _rate(_: Random) -> Schema:
    return {"type": "integer", "enum": [16000, 24000, 48000], "default": 24000}


def _camera(random: Random) -> Schema:
    return {
        "type": "object",
        "properties": {
            axis: {"type": "float", "minimum": -10, "maximum": 10, "description": _text(random)}
            for axis in ("horizontal", "vertical", "pan", "tilt", "roll", "zoom")
        },
    }


PROPERTIES: dict[str, Callable[[Random], Schema]] = {
    name: _titled(schema)
    for name, schema in {
        "prompt": _prompt,
        "negative_prompt": _string,
        "image_url": _media("image"),
        "end_image_url": _media("image"),
        "video_url": _media("video"),
        "audio_url": _media("audio"),
        "image_urls": _media_list("image"),
        "reference_videos": _media_list("video"),
        "aspect_ratio": _words("16:9", "9:16", "1:1", "4:3", "3:4", "21:9"),
        "resolution": _words("480p", "720p", "1080p", "4k"),
        "ratio": _words("1280:720", "720:1280", "1152:864 (4:3)", "960:960 (1:1)"),
        "seconds": _words("5", "6", "8", "10", "auto"),
        "duration": _whole(3, 15),
        "seed": _whole(-1, 4294967295),
        "num_images": _whole(1, 4),
        "num_inference_steps": _whole(1, 50),
        "cfg_scale": _share(0, 1),
        "guidance_scale": _share(1, 20),
        "strength": _share(0, 2),
        "generate_audio": _flag,
        "enable_safety_checker": _flag,
        "promptText": _string,
        "33_string": _string,
        "voice_id": _words("Aria", "Sofía", "Łukasz", "美咲", "Chloé"),
        "sample_rate": _rate,
        "size": _size,
        "multi_prompt": _segments,
        "loras": _loras,
        "elements": _elements,
        "camera_control": _camera,
    }.items()
}
"""Wire name: the schema that `random` draws for it."""
