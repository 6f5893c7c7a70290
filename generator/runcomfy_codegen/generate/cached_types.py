"""The Python types of bare schemas, kept in the cache between runs."""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping

from runcomfy_codegen.generate.build_cache import BuildCache
from runcomfy_codegen.generate.digests import digest
from runcomfy_codegen.rendering.python_types import PythonTypes, python_types


def caching(cache: BuildCache, target_digest: str) -> PythonTypes:
    """Return `python_types` with a cache: the same generator asks for each type once."""

    def answer(schemas: Collection[str]) -> Mapping[str, ast.expr]:
        keys = {schema: digest(target_digest, schema) for schema in schemas}
        cached = cache.get("type", keys.values())
        texts = {schema: cached[key] for schema, key in keys.items() if key in cached}
        missing = keys.keys() - texts.keys()
        if missing:
            fresh = {schema: ast.unparse(tree) for schema, tree in python_types(missing).items()}
            cache.put("type", {keys[schema]: text for schema, text in fresh.items()})
            texts |= fresh
        return {schema: ast.parse(text, mode="eval").body for schema, text in texts.items()}

    return answer
