"""THE CONTAINER: a bid file or package as a zip of checked files, read and written."""
