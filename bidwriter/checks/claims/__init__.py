"""WHAT PROSE CLAIMS: amounts, shares, days and councils, where their words say whose they are."""
