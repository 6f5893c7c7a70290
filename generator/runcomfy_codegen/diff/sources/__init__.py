"""The two sides of a comparison: folders of schemas, or git revisions of them."""
