"""DRAWINGS: charts as plain shapes, the same on screen and in the PDF.

Pure values in points, from the top left. Colours are named by role, so that light, dark and print
each fill in their own. Nothing here knows ReportLab or Qt.
"""
