"""`runcomfy-codegen export`: the schemas in forms that other tools and languages read."""
