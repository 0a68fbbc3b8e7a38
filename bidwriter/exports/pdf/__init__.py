"""THE BID IN PRINT: what the panel reads, as a tagged, archival PDF.

`document.bid_pdf` is the way in. Each file holds one part of the document; each returns blocks
of `exports.tagged` and reads the bid through a `Sheet`, which holds nothing that this copy may
not show. Text that people typed goes into blocks as plain characters, never as mark-up.
"""
