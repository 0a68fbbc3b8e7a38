"""THE WINDOW: header, task list, side panel, start, find; what holds the pages."""
