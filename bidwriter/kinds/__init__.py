"""KINDS OF ANSWER: one file a kind, with what a pack may say of such a question, what an answer
is, how typed words become one, how it prints and how its words are counted.

`answering.py` is the way in for the rest of bidwriter.
"""
