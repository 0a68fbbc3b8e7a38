"""Every version of the bid: look at any, compare any two, bring the whole or one answer back."""
