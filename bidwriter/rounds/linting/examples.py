"""How a name of a pack is written right, for the person who looks at a finding."""

_EXAMPLES = {
    "limit": "limit = { words = 300 }",
    "options": 'options = [ { id = "cash", label = "Cash" }, { id = "land", label = "Land" } ]',
    "statements": '[[questions.statements]]\nid = "true"\ntext = "What we say is true"',
    "columns": 'columns = [ { id = "what", label = "Milestone", kind = "short-text" } ]',
    "asked-when": 'asked-when = { question = "match-used", is = ["yes"] }',
    "guidance": '[questions.guidance]\nlooks-for = ["What a good answer has"]',
    "closes": '[closes]\nday = "2027-03-31"\ntime = "12:00"',
    "opens": '[opens]\nday = "2027-01-31"',
    "cover": '[cover]\ntitle = "title"\ncosts = "costs"',
    "title": 'title = "What is the project called?"',
    "phase-question": 'phase-question = "phase"',
    "short-name": 'short-name = "LDF1"',
    "version": 'version = "1.0"',
    "format": "format = 2",
    "id": 'id = "user-research"',
    "kind": 'kind = "rich-text"',
    "max": 'max = "80000.00"',
    "min": 'min = "1000.00"',
    "scale": 'scale = [ { score = 0, word = "Not met" }, { score = 1, word = "Met" } ]',
    "pattern": 'pattern = "[A-Z]{2}[0-9]{6}"\npattern-words = "Two letters and six digits"',
    "discount": 'discount = [ { rate = "3.5" } ]',
    "sign-offs": '[[sign-offs]]\nid = "s151"\nrole = "Section 151 officer"\nstatement = "…"',
}


def example_for(*names: str) -> str:
    """An example of what has the last of these names, or the one before; "" where none is kept."""
    return next((_EXAMPLES[name] for name in reversed(names[-2:]) if name in _EXAMPLES), "")
