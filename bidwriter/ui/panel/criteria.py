"""What the panel scores: every criterion with its weight, what stands below it, and the scale."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidwriter.rounds.round import Round
from bidwriter.rounds.scoring import Criterion, percent, weights_within
from bidwriter.ui.look.space import column
from bidwriter.ui.parts.fund_words import item
from bidwriter.ui.parts.words import Words


def criteria(round_: Round) -> QWidget:
    """All of it, to be read."""
    inside = QWidget()
    body = column(inside, 6)
    for criterion in round_.criteria:
        _add(body, criterion)
    if round_.scoring:
        steps = [f"{step.score} {step.word}".strip() for step in round_.scoring.scale]
        body.addWidget(Words(f"Scored: {', '.join(steps)}", "small", "text2"))
        if round_.scoring.threshold is not None:
            least = f"A bid needs {round_.scoring.threshold}% of the top score"
            body.addWidget(Words(least, "small", "text2"))
    if round_.criteria_note:
        body.addWidget(Words(round_.criteria_note, "small", "text2"))
    return inside


def _add(body: QVBoxLayout, criterion: Criterion) -> None:
    body.addWidget(Words(_headed(criterion), "small"))
    if criterion.about:
        body.addWidget(Words(criterion.about, "small", "text2"))
    weights = weights_within(criterion)
    for part in criterion.sub_criteria:
        share = percent(weights[part.id])
        body.addWidget(item(f"{part.name}, {share} of it"))
    for step in sorted(criterion.steps, key=lambda step: step.score):
        body.addWidget(item(step.looks_like, str(step.score)))


def _headed(criterion: Criterion) -> str:
    """ "Skills, 15%, at least 3 (assumed, not published)"."""
    parts = [criterion.name]
    parts += [f"{criterion.weight}%"] if criterion.weight is not None else []
    parts += ["pass or fail"] if criterion.pass_or_fail else []
    parts += [f"at least {criterion.threshold}"] if criterion.threshold is not None else []
    assumed = " (assumed, not published)" if criterion.basis == "assumed" else ""
    return f"{', '.join(parts)}{assumed}"
