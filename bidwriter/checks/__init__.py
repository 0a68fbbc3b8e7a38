"""WHAT STOPS A BID: bid → problems. Pure; the time of day comes in as a value."""
