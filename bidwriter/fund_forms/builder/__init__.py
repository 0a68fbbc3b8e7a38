"""Forms of MHCLG's form builder (JSON): pages with components, and the ways between pages."""
