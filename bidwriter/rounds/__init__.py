"""WHAT A FUND ASKS: round packs, how they are modelled, loaded, found and linted."""
