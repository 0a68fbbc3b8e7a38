"""Between our colours and Qt's palette, both ways.

The palette reaches what style sheets do not: placeholders, selections, links, native dialogs.
"""

from dataclasses import replace

from PySide6.QtGui import QColor, QPalette

from bidwriter.ui.look.tokens import DARK, LIGHT, PrincipleColour, Tokens

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


def palette_from(tokens: Tokens) -> QPalette:
    """A full Qt palette in our colours."""
    roles = {
        _Role.Window: tokens.canvas,
        _Role.WindowText: tokens.text,
        _Role.Base: tokens.surface,
        _Role.AlternateBase: tokens.sunken,
        _Role.Text: tokens.text,
        _Role.PlaceholderText: tokens.text3,
        _Role.Button: tokens.surface,
        _Role.ButtonText: tokens.text,
        _Role.BrightText: tokens.bad,
        _Role.ToolTipBase: tokens.toast,
        _Role.ToolTipText: tokens.on_toast,
        _Role.Highlight: tokens.selection,
        _Role.HighlightedText: tokens.text,
        _Role.Link: tokens.link,
        _Role.LinkVisited: tokens.link,
        _Role.Accent: tokens.ink,
        _Role.Light: tokens.surface,
        _Role.Midlight: tokens.line,
        _Role.Mid: tokens.line2,
        _Role.Dark: tokens.control,
        _Role.Shadow: tokens.text,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(_Group.Disabled, role, QColor(tokens.text3))
    return palette


def tokens_from(palette: QPalette) -> Tokens:
    """Our painted parts in the system's own colours, for contrast themes.

    Five principle colours cannot be had there; number and shape carry them.
    """

    def hex_of(role: QPalette.ColorRole) -> str:
        return palette.color(role).name()

    window, words = hex_of(_Role.Window), hex_of(_Role.WindowText)
    base, chosen = hex_of(_Role.Base), hex_of(_Role.Highlight)
    on_chosen, link = hex_of(_Role.HighlightedText), hex_of(_Role.Link)
    dark = palette.color(_Role.Window).lightness() < palette.color(_Role.WindowText).lightness()
    names = dict.fromkeys(("line", "line2", "control", "text", "text2", "text3", "ink2"), words)
    names |= dict.fromkeys(("bad", "ok", "focus"), words)
    names |= dict.fromkeys(("canvas", "sunken", "raised", "tint", "tint2", "done"), window)
    names |= dict.fromkeys(("bad_tint", "ok_tint", "mark", "mark2", "toast"), window)
    names |= {"surface": base, "link": link, "selection": chosen, "on_toast": words}
    names |= {"ink": chosen, "ink_hover": chosen, "ink_press": chosen, "on_ink": on_chosen}
    pair = PrincipleColour(chosen, window)
    return replace(DARK if dark else LIGHT, **names, principles=(pair,) * 5)  # type: ignore[arg-type]
