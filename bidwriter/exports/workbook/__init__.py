"""THE WORKBOOK: the appraisal as an analyst wants it, with its working as live formulas.

Sheets: Results, Scenarios, one for each kind of council, Inputs. Every figure follows by formula
from the Inputs sheet; what bidwriter worked out stands beside each formula, as a spreadsheet keeps
what it last came to, so that previews and protected views show it. openpyxl (MIT)
writes it and is imported only when a workbook is asked for.
"""
