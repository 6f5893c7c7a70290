"""Tests of `runcomfy-codegen import`."""
