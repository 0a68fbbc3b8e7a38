"""HOW EACH KIND OF QUESTION IS ANSWERED: one editor a kind, named as the kinds are."""
