"""WHAT ONE DOES WITH A BID FILE: open, change, join, copy, begin; the same for the window and the
command line. It knows no Qt."""
