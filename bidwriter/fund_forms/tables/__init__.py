"""Forms that come as workbooks: a list of questions a row each, an XLSForm, or a form laid out in
cells."""
