"""THE PAGES: each is a widget made from a session and a navigator, knowing no other page."""
