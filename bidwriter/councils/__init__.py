"""WHO CAN BID: the register of councils, and bodies that are in no register."""
