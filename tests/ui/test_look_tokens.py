"""The promises of the colour table, computed."""

import pytest

from bidwriter.ui.look.tokens import DARK, LIGHT, Tokens


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["text", "text2", "text3", "ink", "link", "bad", "ok"])
def test_words_can_be_read_on_surface_and_canvas(tokens: Tokens, name: str) -> None:
    for ground in (tokens.surface, tokens.canvas, tokens.sunken):
        assert contrast(getattr(tokens, name), ground) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["control", "focus", "ink2"])
def test_edges_can_be_seen(tokens: Tokens, name: str) -> None:
    for ground in (tokens.surface, tokens.canvas):
        assert contrast(getattr(tokens, name), ground) >= 3


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_words_on_tints_and_fills(tokens: Tokens) -> None:
    tints = (tokens.tint, tokens.tint2, tokens.mark, tokens.mark2, tokens.selection)
    assert min(contrast(tokens.text, tint) for tint in tints) >= 7
    assert contrast(tokens.on_ink, tokens.ink) >= 7
    assert contrast(tokens.on_toast, tokens.toast) >= 7
    assert contrast(tokens.bad, tokens.bad_tint) >= 4.5
    assert contrast(tokens.ok, tokens.ok_tint) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("number", range(1, 6))
def test_principles_can_be_read(tokens: Tokens, number: int) -> None:
    pair = tokens.principle(number)
    assert contrast(tokens.on_ink, pair.colour) >= 4.5
    assert contrast(pair.colour, tokens.surface) >= 4.5
    assert contrast(tokens.text2, pair.tint) >= 6.5
    assert contrast(tokens.text, pair.tint) >= 7


def test_a_sixth_principle_starts_over() -> None:
    assert LIGHT.principle(6) == LIGHT.principle(1)
