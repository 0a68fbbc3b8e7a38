"""Word files as blocks: what their paragraphs, tables and fields say, whatever they are for."""
