"""What words beside a sum say of it: asked, given, the whole, a cap; or that it is no such sum."""

from bidwriter.checks.claims.phrases import FUND, NUMBERS, after, before, within

_CAP = "((discovery|alpha|grant|funding|fund|round|fund's) )*(cap|limit|ceiling|maximum)"
_OF_FUND = "(discovery|alpha|grants?|funding|fund|fund's|round|round's|bids?)"
_COMES_TO = "(is|are|of|will be|comes? to|totals|adds up to|stands at|:)"

# --- let be: rates, bounds, other money, other times -------------------------------------------

ABOUT = before("about", "around", "roughly", "approximately", "some", "nearly", "almost", "circa")
BOUND = before(
    "over", "under", "below", "above", "(more|less|fewer) than", "at (least|most)", "up to", "from",
    "between", "exceed(s|ing)?", "beyond", "as much as", "an? (extra|further|additional)",
)  # fmt: skip
RATE = after(
    "/ ?", "per", "each", "apiece", "every", "(for|to|from|by|in) (each|every)", "annually",
    "yearly", "monthly", "weekly", "daily", "an? (year|day|week|month|hour|head|person|night)",
    "an? (session|visit|call|contact|case|move|household|resident|council|time|piece|quarter)",
)  # fmt: skip
RANGE_BEFORE = before("-", "–", "—", "to", "or")
RANGE_AFTER = after("[-–—]", "(to|or) ?$", "(to|or) £")
OTHER_MONEY = within(
    "sav(e|es|ed|ing|ings)", "benefits?", "worth", "avoid\\w*", "reduc\\w+", "losses", "lose[sn]?",
    "lost", "debts?", "income", "fines?", "fees?", "prices?", "rent", "salar(y|ies)", "payback",
    "return(s|ed)?", "present value", "turnover", "revenue", "overspen\\w+", "cheaper", "instead",
    "rather than",
)  # fmt: skip
OTHER_TIME = within(
    "last", "previous(ly)?", "earlier", "ago", "once", "had", "was", "were", "received", "got",
    "won", "awarded", "spent", "paid", "gave", "asked", "already", "since", "before", "then",
    "would", "could", "might", "may", "if", "unless", "without", "not", "never", "next", "later",
    "future", "each", "every", "per", "for example", "such as", "half", "quarter", "third", "rest",
    "remaind\\w+", "another", "further", "additional", "extra", "others?", "elsewhere", "example",
)  # fmt: skip
OTHER_TIME_AFTER = within(
    "last (year|month|autumn|spring|summer|winter|time)", "ago", "previously", "next year",
    r"in (19|20)\d\d(?=[^.;]{0,12}$)",
)  # fmt: skip
PART = after(
    r"(\([^)]{0,40}\) ?)?(of (it|this|that|which|these|the(?! (fund|grant|total|whole|project|$)))"
    r"|goes|pays|is for|for|towards|on|to (pay|fund|buy|hire|employ|cover|meet|spend|recruit"
    r"|commission))",
)
WHOLE_WORK = after(
    r"(is )?for ((an?|the|this|our|whole|\w+-week|\w+-month|\w+ week|joint|shared) )*"
    r"(discovery|alpha|project|work|bid|phase|whole)"
    r"(?! (manager|management|board|lead|team|support|office|officer|research|researcher))",
)

# --- who speaks --------------------------------------------------------------------------------

US = within(
    "we", "us", "our", "ours", "together", f"all ({NUMBERS})", "councils", "partners",
    "this (bid|project|application|proposal|discovery|alpha)",
    "the (bid|project|application|proposal|partnership|grant)",
)  # fmt: skip
EACH = within("each", "every")

# --- the cap -----------------------------------------------------------------------------------

CAP_AFTER = after(
    f"{_CAP}(?! (for|on) (?!an? {_OF_FUND}))", "(that )?(is )?the (most|maximum|cap|limit)"
)
CAP_BEFORE = before(
    rf"cap( (for|on) (an? |the )?\w+)? ({_COMES_TO}|at|set at)",
    f"{_OF_FUND} (limit|ceiling|maximum) ({_COMES_TO}|at)",
    f"(limit|ceiling|maximum) (for|on) (an? |the |each )?{_OF_FUND} ({_COMES_TO}|at)",
)
UP_TO = before(
    r"(fund|round|mhclg|discovery|discoveries|alphas?|grants?)\b[^.;]{0,40}\bup to",
)
BELOW_CAP = after(rf"(below|under|short of|less than|inside|within) (the|our|its) ?({_CAP}|$)")

# --- asked of the fund -------------------------------------------------------------------------

ASKING = before(
    f"(ask|asks|asking|request|requests|requesting|bid|bids|bidding|apply|applies|applying|seek"
    f"|seeks|seeking)( ({FUND}|you|together|jointly|now|therefore|only|just))*"
    f"( (for|is for|of|to (fund|pay|provide|give us|contribute)))?",
    f"(bid|request|application|ask)( here)? (for|is for|{_COMES_TO})",
    f"costs? ({FUND})",
)
GRANT = before(
    f"(^|the|our|this|an?|in|with|for) ?((total|full|whole|mhclg|fund|discovery|alpha) )?"
    f"(grant|funding|amount requested|sum requested|funding request|requested funding)"
    f"( (from ({FUND})|requested|sought|asked for|(that )?we (ask|are asking|need|request|seek)"
    f"( for)?))? ?{_COMES_TO}",
)
GRANT_AFTER = after(
    "(that |which )?we (ask|are asking|request|are requesting|seek|are seeking|bid|are bidding"
    "|apply)",
    f"from ({FUND})",
    "((of|in) )?(grant|mhclg)( funding| money)?"
    "(?! (cap|limit|maximum|ceiling|officer|scheme|offer))",
    "((is|are) )?(requested|sought)", "of funding", "funding request",
)  # fmt: skip

# --- given by the councils ---------------------------------------------------------------------

_GIVE = "contribut(e|es|ing)|put(ting)? in|match(ing)? (it|this|that|the grant) with"
SURELY_GIVING = before(rf"({_GIVE})[^.;]{{0,30}}")
GIVING = before(
    "(give|giving|provide|bring|add|offer|commit)"
    "( (ourselves|between us|together|in kind|in cash|in staff time|in our own time))*",
)
CONTRIBUTION = before(
    "(our|the councils'|councils'|partners'|the partners'|total|joint|combined|an?|the)"
    " ((own|total|joint|whole|in[- ]kind|cash) )*(contribution|match( funding)?)"
    f"( (in kind|in cash|to the (project|work)))? ?{_COMES_TO}",
    "match(ed)? funding of",
)
OWN_AFTER = after(
    "of (our|the councils') own", "of match(ed)? funding", "in match funding", "ourselves",
    "from (our own|the councils themselves|ourselves)", "contribution",
)  # fmt: skip
IN_KIND = within("in[- ]kind")
IN_KIND_AFTER = after(
    "((of|in|as) (an? )?)?(in[- ]kind|(our|their) own (staff |officer )?time|(staff|officer"
    "|officers') time|own time|time of our own)",
)
IN_CASH = within("cash")
IN_CASH_AFTER = after(
    "((of|in|as) )?(cash(?! flow)|(our|their) own (money|funds|budgets?)|match(ed)?[- ]cash)",
)

# --- the whole project -------------------------------------------------------------------------

WHOLE = before(
    "(whole|entire|full|total|overall) (project|work|costs?|budget|value)( costs?| budget| value)?"
    f"( of (the|this|our) (whole )?(project|work|discovery|alpha|bid))? ?({_COMES_TO}|costs?"
    f"|will cost)",
    "(the|this|our) (project|discovery|alpha|work)('s)? ?(as a whole )?"
    f"((full |total |whole |overall )?(costs?|budget)( {_COMES_TO})?|comes? to|adds up to"
    f"|totals|will cost)",
    "(bring|brings|bringing|making|makes) (the|a) (total|whole)( (project )?cost)? (to|of)",
)
WHOLE_AFTER = after(
    "(for|is) the (whole|entire) (project|work|cost)", "(of )?(total|whole) (project )?costs?",
    "(of )?(total|whole) project( budget)?",
    "project(?! (manager|management|board|lead|team|support|office|officer|cost))",
)  # fmt: skip
