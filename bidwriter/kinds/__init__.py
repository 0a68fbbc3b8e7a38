"""KINDS OF ANSWER: one file a kind, with what a pack may say of such a question, what an answer
is, how typed words become one, how it prints and how its words are counted.

`kinds.py` is the list of all of them; everything else asks the question.
"""
