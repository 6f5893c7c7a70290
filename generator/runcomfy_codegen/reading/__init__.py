"""The files of `schemas/`: JSON documents, overrides, model ids and the protocol, as they stand."""
