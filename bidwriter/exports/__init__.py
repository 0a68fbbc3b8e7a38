"""WHAT LEAVES THE OFFICE: the tagged PDF, the record, the package, and proving one."""
