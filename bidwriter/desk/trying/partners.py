"""Made-up partners: as many as the round asks for, of the types and nations that may lead."""

from typing import Any, NamedTuple, get_args

from bidwriter.councils.register import Council, council
from bidwriter.desk.trying.rows import row_id
from bidwriter.desk.trying.setting import Setting
from bidwriter.kinds.tables.partners import Partner, Partners
from bidwriter.kinds.tables.rows import keys_after
from bidwriter.kinds.values.body import Body, BodyKind, Nation

USUAL = 2
_MOST = 500  # as many as an answer can hold
BODY_KINDS: tuple[str, ...] = get_args(BodyKind)
NATIONS: tuple[str, ...] = get_args(Nation)


class Team(NamedTuple):
    """What is asked of the partners: how many there are, how many of them signed, which types and
    nations may lead (none named: any), and who must be among them, by code."""

    many: int = USUAL
    signed: int = USUAL
    types: tuple[str, ...] = ()
    nations: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def partners(question: Partners, setting: Setting) -> tuple[Partner, ...]:  # noqa: ARG001
    """A lead and a partner, who signed and agreed."""
    return team(setting, Team()) or ()


def team(setting: Setting, asked: Team) -> tuple[Partner, ...] | None:
    """Partners as they are asked for, the lead first; None where nobody could lead."""
    lead = _lead(setting, asked)
    if lead is None:
        return None
    others = [Body(code=code) for code in asked.named if code != str(lead) and council(code)]
    for at in range(min(_MOST, asked.many) - 1 - len(others)):
        others.append(_other(setting, at, {str(lead), *map(str, others)}))
    bodies = [lead, *others][: max(1, min(_MOST, asked.many))]
    keys = keys_after((), len(bodies))
    return tuple(
        _partner(at, key, body, signed=at < asked.signed)
        for at, (body, key) in enumerate(zip(bodies, keys, strict=True))
    )


def beside(at: int) -> tuple[Partner, ...]:
    """One made-up council alone, for a further question about partners, the `at`-th."""
    body = Body(name=f"Another made-up council {at + 1}", kind="council", nation="England")
    return (_partner(0, "100", body, signed=True),)


def _partner(at: int, key: str, body: Body, *, signed: bool) -> Partner:
    cells: dict[str, Any] = {"lead": True} if at == 0 else {"agreed": True}
    cells |= {"council": body, "signed": signed, "part": "Made-up part in the work"}
    return Partner(id=row_id(at), order=key, **cells)


def _lead(setting: Setting, asked: Team) -> Body | None:
    """A council of the register that may lead, one that must be there if it can; else a body."""
    there = sorted(setting.there, key=lambda council: council.code not in asked.named)
    if not asked.nations or "England" in asked.nations:
        fit = (one for one in there if not asked.types or one.type in asked.types)
        if found := next(fit, None):
            return Body(code=found.code)
    nation = next((one for one in NATIONS if one in asked.nations or not asked.nations), None)
    kind = next((one for one in BODY_KINDS[::-1] if one in asked.types or not asked.types), None)
    if nation is None or kind is None:
        return None
    return Body.model_validate(f"Made-up lead ({kind}, {nation})")


def _other(setting: Setting, at: int, taken: set[str]) -> Body:
    """The next council of the register that nobody is yet; then made-up ones."""
    free: Council | None = next((one for one in setting.there if one.code not in taken), None)
    if free is not None:
        return Body(code=free.code)
    return Body.model_validate(f"Made-up council {at + 1} (council, England)")
