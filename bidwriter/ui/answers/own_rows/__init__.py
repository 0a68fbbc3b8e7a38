"""A FUND'S OWN TABLE: what is special to it on screen."""
