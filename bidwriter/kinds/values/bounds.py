"""The least and the most that an answer may be, in words."""


def span_words(least: str, most: str, nothing: str = "") -> str:
    """ "10 to 200", "10 or more", "200 or less", "10"; with `nothing`, "£0, or £10 to £200". ""
    where there is neither edge."""
    if least and most:
        span = least if least == most else f"{least} to {most}"
    elif least or most:
        span = f"{least} or more" if least else f"{most} or less"
    else:
        return ""
    return f"{nothing}, or {span}" if nothing else span
