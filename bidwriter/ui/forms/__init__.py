"""MAKING A ROUND FROM A FORM: what the fund wrote at the left, what was understood at the right."""
