"""What words beside a sum say of it: asked, given, the whole, a cap; or that it is no such sum."""

from bidwriter.checks.claims.phrases import FUND, NUMBERS, after, before, within

_CAP = "((discovery|alpha|grant|funding|fund|round|fund's) )*(cap|limit|ceiling|maximum)"
_OF_FUND = "(discovery|alpha|grants?|funding|fund|fund's|round|round's|bids?)"
_COMES_TO = "(is|are|of|will be|comes? to|totals|adds up to|stands at|:)"

# --- let be: rates, bounds, other money, other times -------------------------------------------

EXTRA = before("an? (extra|further|additional)", "instead of", "rather than", "as much as")
INSTEAD_AFTER = after("instead", "rather than")
RATE = after(
    "/ ?", "per", "each", "apiece", "every", "(for|to|from|by|in) (each|every)", "annually",
    "yearly", "monthly", "weekly", "daily", "an? (year|day|week|month|hour|head|person|night)",
    "an? (session|visit|call|contact|case|move|household|resident|council|time|piece|quarter)",
)  # fmt: skip
A_DAY_BEFORE = before("(day|daily) rate( (of|is|at))?", "rate of")
A_DAY = after("an? day", "per day", "/ ?day", "daily")
RANGE_BEFORE = before("-", "–", "—", "to", "or")
RANGE_AFTER = after("[-–—]", "(to|or) ?$", "(to|or) £")
OTHER_MONEY = within(
    "sav(e|es|ed|ing|ings)", "benefits?", "worth", "avoid(s|ed|ing|able)?", "reduc\\w+", "losses",
    "lose[sn]?",
    "lost", "debts?", "income", "fines?", "fees?", "prices?", "rent", "salar(y|ies)", "payback",
    "return(s|ed)?", "present value", "turnover", "revenue", "overspen\\w+", "cheaper", "quoted?",
)  # fmt: skip
# What was, what others have, and what is a part of the whole.
OTHERS = within(
    "last", "previous(ly)?", "earlier", "ago", "once", "had", "was", "were", "received", "got",
    "won", "awarded", "spent", "paid", "gave", "asked", "already", "since", "before", "then",
    "next", "later", "future", "for example", "such as", "half",
    "quarter", "third", "rest", "remaind\\w+", "another", "further", "additional", "extra",
    "others?", "elsewhere", "example", "considered", "thought", "hoped", "wanted", "planned",
    "draft", "similar", r"in (19|20)\d\d",
)  # fmt: skip
ONE_OF_MANY = within("each", "every", "per")
WOULD = within("would")
# What is not, or might be.
UNREAL = within(
    "could", "might", "may", "if", "unless", "without", "not", "never", "should",
)  # fmt: skip
OTHERS_AFTER = within(
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
# The bid itself speaks, whatever else its sentence has in it.
LONG_AGO = within(
    "last (year|month|autumn|spring|summer|winter|time|bid|round)",
    "previous(ly)?",
    "earlier",
    "ago",
    "once",
    "another",
    "first bid",
    "draft",
    r"in (19|20)\d\d",
    "alone",
    "elsewhere",
    "others?",
    "not",
    "never",
    "without",
)

# --- the cap -----------------------------------------------------------------------------------

_LIMIT = "(cap|limit|ceiling|maximum)"
CAP_AFTER = after(
    f"{_CAP}(?! (for|on) (?!an? {_OF_FUND}))", "(that )?(is )?the (most|maximum|cap|limit)"
)
CAP_BEFORE = before(
    rf"cap( (for|on) (an? |the )?\w+)? ({_COMES_TO}|at|set at)",
    f"{_OF_FUND} {_LIMIT} ({_COMES_TO}|at)",
    "(is|are) capped at",
    f"(limit|ceiling|maximum) (for|on) (an? |the |each )?{_OF_FUND} ({_COMES_TO}|at)",
    f"(below|beneath|under|within|inside|short of) (the|our|its) {_LIMIT} of",
    r"(most|maximum)( that)? (an? |any |the )?"
    + _OF_FUND
    + r"( (can|may|could|will))?( (be|ask|bid))?( (given|awarded|granted|paid|have|get|for))? is",
)
# "The limit for a discovery, which the prospectus puts at £80,000".
LIMIT_AT = before(
    rf"{_LIMIT}\b[^.;£]{{0,60}}\b(puts?|sets?|fixes|gives|stands|states)( (it|that|this))?( at| as)"
)
UP_TO = before(
    r"(fund|round|mhclg|discovery|discoveries|alphas?|grants?)\b[^.;]{0,40}\bup to",
    rf"{_OF_FUND} (may|can|could|must|will) (be (awarded|given|granted|paid)|ask( for)?|have|get"
    r"|receive|bid for|cost|seek) (no|not) more than",
    rf"no {_OF_FUND} (may|can|could|must|will) (be (awarded|given|granted|paid)|ask( for)?|have"
    r"|get|receive|bid for|cost|seek) more than",
)
BELOW_CAP = after(
    rf"(below|beneath|under|short of|less than|inside|within) (the|our|its) ?({_CAP}|$)",
    f"of (the|our|its) {_LIMIT} (unused|unspent|unclaimed|in hand|untouched)",
    "(of )?(room|headroom|left|to spare|unspent)( left)? (below|beneath|under) (the|our|its)"
    rf" ?({_LIMIT}|$)",
)

# --- asked of the fund -------------------------------------------------------------------------

_ASK = (
    "(ask|asks|asking|request|requests|requesting|bid|bids|bidding|apply|applies|applying|seek"
    "|seeks|seeking)"
)
ASKING = before(
    f"{_ASK}( ({FUND}|you|together|jointly|now|therefore|only|just))*"
    f"( (for|is for|of|to (fund|pay|provide|give us|contribute)))?",
    f"(bid|request|application|ask)( here)? (for|is for|{_COMES_TO})",
    "our (bid|request|application|ask) (to|at)",
    f"costs? ({FUND})",
)
# Nobody else is given a grant by "the fund" in a bid, so that "would" and "if" are no doubt.
_THE_FUND = "(the (fund|ministry)|mhclg|(the )?local digital fund|this (fund|round))"
FUND_PAYS = before(
    f"{_THE_FUND}(,? if it agrees,?)? (is( being)? asked|would|will|shall|could)"
    " ?(to|only|therefore)?"
    " (pay|meet|bear|give|grant|award|provide|contribute|fund|cover|carry|find|put in|be asked for)"
    "( us)?",
    f"{_THE_FUND} (is|are)( being)? asked (for|to (find|part with))",
    f"{_THE_FUND} (grants|gives|awards|pays) us",
)
FUND_PAYS_AFTER = after(
    rf"((would|will|is to|has to|must|to) )?(come|comes|coming|be found|be paid|be met|be asked)"
    f" (from|by|of) ({FUND})",
    f"(would|will) be (the )?({FUND})('s)?",
    "(would|will|is to) be (paid|granted|given|awarded) to (us|the (partnership|councils|lead))",
)
GRANT = before(
    f"(^|the|our|this|an?|in|with|for) ?((total|full|whole|mhclg|fund|discovery|alpha) )?"
    "(grant|funding|(amount|sum|total) requested|funding request|requested funding)( element)?"
    f"( (from ({FUND})|requested|sought|asked for|(that )?we (ask|are asking|need|request|seek)"
    f"( for)?))? ?{_COMES_TO}",
)
# "Without the £76,000 we are requesting": whatever is said of it, it is what is asked for.
THE = before("the")
WE_ASK_AFTER = after(
    "(that |which )?(we|the (bid|councils)) (ask|are asking|request|are requesting|seek|are seeking"
    "|are applying|apply)( for)?",
)
# "£78,400 of the £99,950 is sought": what is sought is a part of the second sum.
A_PART_OF = after("of (the|our|its|this|that)( (whole|total|full))?$")
THE_WHOLE = before("^ of (the|our|its|this|that)( (whole|total|full))?")
GRANT_AFTER = after(
    "(that |which )?we (ask|are asking|request|are requesting|seek|are seeking|bid|are bidding"
    "|apply)",
    f"from ({FUND})",
    "((of|in) )?(grant|mhclg)( funding| money)?"
    "(?! (cap|limit|maximum|ceiling|officer|scheme|offer))",
    "((is|are) )?(being )?(requested|sought)", "of funding", "funding request",
    "is (what|all that|the sum( that)?) we (ask|are asking|request|seek|need|bid)",
    r"is,?( we [a-z]+,?)? an? (\w+ ){0,2}(request|ask|bid|sum to ask|thing to ask)",
    "(the fund|mhclg) (gets|would get|will get|buys|would buy)",
    "(is|are|would be|will be) (asked|requested|sought) (of|from)",
)  # fmt: skip

INSTALMENT = within("payments?", "instalments?", "tranches?", "advance", "up front", "milestones?")
OF_THAT = after("of (it|this|that|which)")
# "£64,000 of the grant goes on people": a part of what is asked for.
_THE_GRANT = (
    f"(of|from|out of) (the|our|this) (grant|bid|funding|({FUND})('s)? (money|grant)|money)"
)
OF_GRANT_AFTER = after(_THE_GRANT, "of what we (ask|want|seek|need)")
OF_GRANT_BEFORE = before(
    rf"(^|[,;]) ?{_THE_GRANT},?[^.;£]{{0,40}}",
    r"of what we (ask|want|seek|need)[^.;£]{0,40}",
)

# --- one council's part of the grant -----------------------------------------------------------

GETS = before(
    "(receives?|gets?|has|have|keeps?|holds?|takes?|(is|are|be) (paid|given)|draws?( down)?)"
)
OF_THE_GRANT = after(
    f"(of|from|out of) ((the|our|this) (grant|fund|funding)|({FUND})('s)? money)"
    "(?! (for|on|to (pay|buy)))",
)
SHARE_OF_GRANT = before(
    f"(share|part|portion|slice) of (the|our|this) (grant|funding|({FUND})('s)? (money|grant))"
    f" {_COMES_TO}",
)

# --- given by the councils ---------------------------------------------------------------------

_GIVE = (
    "contribut(e|es|ing)|put(ting)? in|pledg(e|es|ing)|match(ing)? (it|this|that|the grant) with"
)
SURELY_GIVING = before(rf"({_GIVE}|have pledged|(have|has) contributed)[^.;]{{0,30}}")
# "Our own effort is worth £21,550" is no saving.
WORTH = before(
    "(as a whole|altogether|in all),? is worth",
    "(project|discovery|alpha) worth",
    "(^|our|own|staff|officers?'?) ?(time|effort|work|help|support),? ((is|are) )?worth",
)
COUNCILS_REST = before(
    "(and|while|with) (the|our)( own)?( \\w+)? (councils|partners)( (the rest|giving))?,?"
)
GIVING = before(rf"({_GIVE})[^.;]{{0,30}}")
GIVING = before(
    "(give|giving|provide|bring|add|offer|commit|find|lend)"
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

_WORK = "(project|discovery|alpha|work)"
_COSTS = "(costs?|will cost|would cost|is costed at|is priced at|is put at|runs to)"
_ALL_TOLD = "(as a whole|altogether|in all|all told|in total|taken together)"
WHOLE = before(
    "(whole|entire|full|total|overall) (project|work|costs?|budget|value)( costs?| budget| value)?"
    f"( of (the|this|our) (whole )?{_WORK})? ?({_COMES_TO}|{_COSTS})",
    f"(the|this|our) {_WORK}('s)? ?(as a whole )?"
    f"((full |total |whole |overall )?(costs?|budget)( {_COMES_TO})?|comes? to|adds up to"
    "|totals|will cost)",
    f"(the|this|our) {_WORK} {_ALL_TOLD},? ({_COMES_TO}|{_COSTS})",
    f"{_ALL_TOLD},? (the|this|our) {_WORK} ({_COMES_TO}|{_COSTS})",
    f"(this|it) is an? (\\w+ )?{_WORK} of",
    "(bring|brings|bringing|making|makes) (the|a) (total|whole)( (project )?cost)? (to|of)",
)
WHOLE_AFTER = after(
    "(for|is) the (whole|entire) (project|work|cost)", "(of )?(total|whole) (project )?costs?",
    "(of )?(total|whole) project( budget)?",
    "project(?! (manager|management|board|lead|team|support|office|officer|cost))",
    f"(that )?(this|the) {_WORK} (costs|will cost)",
)  # fmt: skip

# --- what a sum may be said to be, when no phrase says so for certain --------------------------

HINTS = {
    "requested": within(
        _ASK, "asked", "grants?", "application", "funding", "sought", "the fund('s)?", "mhclg",
        "draws? down", "allocat\\w+", "receiv\\w+",
    ),
    "contributed": within(
        "contribut\\w+", "match(ed|ing)?", "in[- ]kind", "(staff|officers?'?|own) time",
        "our own (effort|money|funds|budgets?|staff|officers|people|work)", "put(ting)? in",
        "pledg\\w+", "time,? worth",
    ),
    "whole-project": within(
        "the whole", f"whole {_WORK}", "(the|our) total,? (at|of|is|being)",
        "=", f"{_ALL_TOLD}\\b.*\\b{_WORK}", f"{_WORK}\\b.*\\b{_ALL_TOLD}",
    ),
    "cap": within(_LIMIT, "the most"),
    "below-cap": within(
        rf"(leav\w+|below|beneath|under|short of|spare|headroom)\b.*\b{_LIMIT}"
    ),
}  # fmt: skip
