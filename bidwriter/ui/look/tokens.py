"""Every colour, type role, space and radius of the design, named by what it is for.

Plain values only: no Qt, no scaling, no choice between light and dark.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple


class PrincipleColour(NamedTuple):
    """The colour of one principle and the tint behind it."""

    colour: str
    tint: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """One complete set of colours."""

    dark: bool
    canvas: str
    surface: str
    sunken: str
    raised: str
    line: str
    line2: str
    control: str
    text: str
    text2: str
    text3: str
    ink: str
    ink_hover: str
    ink_press: str
    on_ink: str
    ink2: str
    tint: str
    tint2: str
    done: str
    link: str
    focus: str
    bad: str
    bad_tint: str
    ok: str
    ok_tint: str
    mark: str
    mark2: str
    selection: str
    toast: str
    on_toast: str
    principles: tuple[PrincipleColour, ...]

    def principle(self, number: int) -> PrincipleColour:
        """The colours of principle `number`, counted from 1; they start over after the last."""
        return self.principles[(number - 1) % len(self.principles)]


LIGHT = Tokens(
    dark=False,
    canvas="#F6F4EF",
    surface="#FFFFFF",
    sunken="#FBFAF7",
    raised="#FFFFFF",
    line="#E3DFD6",
    line2="#D2CDC2",
    control="#827E75",
    text="#1C2130",
    text2="#4A5060",
    text3="#646977",
    ink="#2B3A67",
    ink_hover="#1F2B50",
    ink_press="#172142",
    on_ink="#FFFFFF",
    ink2="#7484B8",
    tint="#E7EAF3",
    tint2="#F1F3F8",
    done="#D9DFEF",
    link="#2B4C9B",
    focus="#1463F0",
    bad="#BE1238",
    bad_tint="#FCECEF",
    ok="#2C6E31",
    ok_tint="#E9F3E8",
    mark="#FFF1B8",
    mark2="#DCE6FB",
    selection="#CCD6F2",
    toast="#1C2130",
    on_toast="#FFFFFF",
    principles=(
        PrincipleColour("#2866D2", "#EAF1FD"),
        PrincipleColour("#902B08", "#FBEEE8"),
        PrincipleColour("#0A5F50", "#E5F3F0"),
        PrincipleColour("#741C6C", "#F7EBF6"),
        PrincipleColour("#8A6900", "#FAF3DC"),
    ),
)

DARK = Tokens(
    dark=True,
    canvas="#14161C",
    surface="#1B1E26",
    sunken="#171A21",
    raised="#242832",
    line="#2C303B",
    line2="#3A3F4C",
    control="#7F8594",
    text="#ECEAE4",
    text2="#BBBDC5",
    text3="#9A9EA9",
    ink="#B4C1F2",
    ink_hover="#C8D2F7",
    ink_press="#DAE1FA",
    on_ink="#141828",
    ink2="#6F7DB5",
    tint="#2A3048",
    tint2="#222735",
    done="#303859",
    link="#AFC3FF",
    focus="#7FB0FF",
    bad="#FF8FA3",
    bad_tint="#3A1F28",
    ok="#8FD08F",
    ok_tint="#1E3022",
    mark="#3C3723",
    mark2="#2A3860",
    selection="#34406B",
    toast="#ECEAE4",
    on_toast="#14161C",
    principles=(
        PrincipleColour("#6F9CFA", "#1F2B45"),
        PrincipleColour("#EA8658", "#3A261F"),
        PrincipleColour("#3FCBA6", "#1A322D"),
        PrincipleColour("#F0A8D8", "#38263A"),
        PrincipleColour("#F3DA7C", "#35301D"),
    ),
)

Role = Literal["display", "h1", "h2", "h3", "figure", "prose", "body", "small", "caption"]


class TypeRole(NamedTuple):
    """Size and line height in logical pixels at 100 % text, and the usual weight."""

    px: int
    line: int
    weight: int


TYPE: dict[Role, TypeRole] = {
    "display": TypeRole(32, 38, 600),
    "h1": TypeRole(27, 33, 600),
    "h2": TypeRole(20, 26, 600),
    "h3": TypeRole(16, 22, 600),
    "figure": TypeRole(26, 30, 600),
    "prose": TypeRole(17, 27, 400),
    "body": TypeRole(15, 22, 400),
    "small": TypeRole(14, 20, 400),
    "caption": TypeRole(13, 18, 400),
}

FAMILY = "Atkinson Hyperlegible Next"
RADIUS_FIELD = 7
RADIUS_BUTTON = 8
RADIUS_EDITOR = 9
RADIUS_CARD = 12
