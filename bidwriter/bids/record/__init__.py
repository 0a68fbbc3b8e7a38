"""THE RECORD: `bid.json`, its schema, its figures and the content hash."""
