"""TRYING A ROUND: made-up right answers, and whether a bid on the round could ever be finished."""
