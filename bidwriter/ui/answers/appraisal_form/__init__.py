"""The parts of the benefits page: the form of inputs at its left, the results at its right."""
