"""WHAT THE BID BEARS OUT: a claim made in prose held against the bid's own figures."""
