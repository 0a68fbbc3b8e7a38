"""THE WORKBOOK: the appraisal as an analyst wants it, with its working as live formulas.

Sheets: Results, Scenarios, one for each kind of council, Inputs. Every figure follows by formula
from the Inputs sheet; nothing that bidwriter worked out is pasted in as a result. openpyxl (MIT)
writes it and is imported only when a workbook is asked for.
"""
