"""From schemas to specs: every class, field, name and type is settled before rendering."""
