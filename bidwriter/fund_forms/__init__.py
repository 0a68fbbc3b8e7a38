"""A FUND'S FORM TAKEN IN: what its pages, questions, tables and rules are, whichever way it comes,
what of it is doubtful, and the round pack that becomes of it. It writes no file."""
