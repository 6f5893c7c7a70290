"""The subcommands of `runcomfy-codegen`: one module each, imported only when used."""
