"""Make `resources/samples/tell-us-once.bid`: a made-up, complete bid to look round in.

    python tools/make_sample.py

The councils are real ones that have all been replaced since; the people, the figures and the
project are invented. Ids and times are fixed, so that the file comes out the same each time.
"""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import sample_appraisal

from bidwriter.bids.bid import Bid
from bidwriter.bids.changes import Change, apply, diff
from bidwriter.bids.editing import set_evidence, set_finished
from bidwriter.bids.leaves import with_leaves
from bidwriter.bids.person import Person
from bidwriter.bids.places import Place
from bidwriter.bids.typed.setting import set_typed
from bidwriter.files.container.bid_file import bid_bytes
from bidwriter.kinds.frozen import Leaf
from bidwriter.prose.markdown import stored
from bidwriter.rounds.library import find

TARGET = Path(__file__).parent.parent / "resources" / "samples" / "tell-us-once.bid"
JOAN = Person(id="sample0001", name="Joan Price", council="E07000164")
WHEN = datetime(2018, 11, 6, 10, 32, tzinfo=ZoneInfo("Europe/London"))

HAMBLETON, RYEDALE, SCARBOROUGH, NORTH_YORKSHIRE = (
    "E07000164", "E07000167", "E07000168", "E10000023",
)  # fmt: skip

ANSWERS = {
    "phase": "discovery",
    "title": "Tell us once when you move home",
    "contact-name": "Joan Price",
    "contact-role": "Digital services manager",
    "contact-email": "joan.price@hambleton.example",
    "contact-phone": "01632 960123",
    "contact-consent": "yes",
    "regions": "yorkshire-and-the-humber",
    "services": "Council tax; Electoral registration; Waste and recycling; advice-and-benefits",
    "themes": "platform; Data sharing",
    "required-outputs": "benefits-case; research-report; conclusion",
    "declarations": "signed; section-151; open-licence; accurate",
}

PROSE = {
    "summary": """\
People who move home tell their councils the same five facts again and again: who they are, where they lived, where they live now, from which day, and who moved with them. In a two-tier area those facts go to the district for council tax, to the electoral office, to the benefits team, to the bin crew and to the county for a parking permit, a blue badge or a school place.

Last year our four councils handled 61,000 moves. We followed 200 of them through our call logs:

- a household made 3.4 contacts on average to tell us of one move
- one move in six led to a wrong bill, a lost poll card or a bin that was not emptied
- people who move in a crisis, and can least afford a wrong bill, made 5.1 contacts

Nobody designed this. Each team has its own form, its own system and its own idea of an address, so nothing that one team learns reaches the next. Staff retype, post, ring back and apologise.

**The problem is not ours alone.** There were 27 county areas in England with the same split, and unitary councils tell us that the walls between their departments are as high as those between our buildings. Every one of them buys or builds its own answer.

We do not know whether one notice of a move can safely serve every team, nor what it would be worth. A discovery would tell us, and would tell every other council at the same time.""",
    "approach": """\
We will spend twelve weeks, in four sprints of three weeks, with one team drawn from all four councils and led by a user researcher.

1. **Listen.** Forty interviews with residents who moved in the last year, six of them with people who moved in a crisis, and a day beside each contact centre. We count avoidable contact as we go.
2. **Map.** We draw each step of a move against the record it touches, with the unique property reference number (UPRN) as the common key, and find where the facts are the same and where they only look the same.
3. **Compare.** We sketch three ways of telling us once, from a shared form to a notice that teams subscribe to, and try each with staff and residents on paper.
4. **Decide.** We cost the best of them with our accountants and recommend an alpha, another discovery, or stopping.

No personal data leaves a council. We test with made-up households, and our four data protection leads agree an impact assessment before any sample of real records is looked at.

We know when to stop: if fewer than half of the repeated contacts could be avoided, or if the law does not let the facts be shared, we say so in week six, publish why, and hand back what is unspent.

Each sprint ends with an open show and tell, online and in one of our towns, and our notes go on a public blog the same week.""",
    "benefits": """\
**For our four councils.** 61,000 moves at 3.4 contacts are about 207,000 contacts a year. If one notice served every team, at least one contact in each move would go. At the £2.90 that a contact costs us on the phone, that is £176,900 a year that our staff could spend on people who need them. Our contact logs from April to September 2018 and the finance teams' unit costs are the source; the discovery tests both.

**Wrong bills.** One move in six goes wrong. We will measure what it costs to put one right; a first count of 40 cases at Hambleton gave 35 minutes of staff time each.

**For residents.** Fewer calls, no wrong bill in the month when money is tightest, and a vote that is not lost. We will report these beside the savings and never inside them.

**For the sector.** The 2011 census found that about one person in nine had moved in the year before, so every council has this problem. We will publish:

- a benefits case that any council can put its own figures into
- the cost of the problem for a small district, a large one, a county and a unitary
- a clear finding if the benefit is not there, so that nobody else spends on it

We count savings with care: benefits start a year late in our sums, and we show a low case in which only one contact in ten is avoided.""",
    "relevance": """\
We chose partners who differ: two rural districts, a coastal one with many private tenants, and a county. They use three council tax systems and two contact centres between them, so a finding that holds for all four will hold elsewhere.

Before making anything we will look for what exists: other councils' discoveries on addresses, the registers and forms that GOV.UK already offers, and the open address standards. We list what we reuse and what we leave aside, with the reason.

To keep the work useful to others we will:

- ask eight councils outside the bid, unitaries and London boroughs among them, to read our findings in each sprint and say what is different for them
- use the UPRN as the key and describe every record in a published data standard, so that nothing depends on a supplier's product
- put scripts, interview guides, service maps and the benefits case on a public repository as they are made, under the Open Government Licence and, for code, the MIT licence
- name a person who answers questions about them for a year after we end

Our chief executives will present the finding, good or bad, to the regional chief executives' group in April.""",
    "impacts": """\
The grant pays for what none of us could justify alone: a trained researcher and a designer who look at a move from the resident's side, across all four councils at once. Without it each council would go on mending its own form.

When we end, four councils will know what a move costs, what one notice could save and whether the law allows it; and they will have worked as one team in the open for the first time. Heads of service have agreed to act on the finding in their 2019 plans.""",
    "user-research": """\
Our users are people who move home, the staff who take their calls, and the officers who rely on the facts: council tax, elections, benefits, waste and highways.

**Who.** Forty residents who moved in the last year: tenants and owners, in towns and villages, families and people alone. Six moved in a crisis and are found with the help of a refuge and a night shelter. Five do not use the internet. Ten have an access need. Twelve staff in two contact centres and ten officers in the back offices.

**How.** Interviews at home or by phone with a diary of the move; a day beside each contact centre; letters and forms laid end to end on a wall; paper trials of three ideas with fifteen people. A researcher leads every session and a member of our own staff takes part in each, so that the skill stays with us.

**With care.** We ask consent in plain words, record only sound, keep recordings in one protected place and delete them when the report is out. People are paid £50 for their time.

**What we know already.** Earlier work at Scarborough showed that people do not know which council does what, and do not think they should have to. What we only guess is that they would be glad for us to share the facts. If they are not, the plan changes: we would then study how to ask permission, not how to share.""",
    "support": """\
Three of our service managers and two team leaders would take the digital skills training that the fund offers, before the first sprint, so that they can decide with the team week by week. They will run a short session for their colleagues afterwards, and the two contact centre leaders will teach the partners who follow.

We would welcome help to reach the officials in government departments who look after the law on electoral registration and council tax.""",
    "funding-history": "None of the four councils has had funding for this work before.",
    "delivery-of-outputs": """\
1. **Benefits case.** Drafted by our finance partner in week eight, checked by each council's accountant, published in week twelve with the working and a sheet for other councils' figures.
2. **User research report.** Written by the researcher sprint by sprint, with every finding traced to the sessions behind it. Published in week ten, after residents who took part have seen a summary.
3. **Conclusion.** A recommendation to go on to an alpha, to discover more or to stop, with a first "to be" journey if we go on. Our four heads of service decide in the open at the last show and tell.

The product owner at Hambleton answers for all three. Each goes on the public repository under the Open Government Licence, and its address goes to the fund.""",
}

OUTPUTS = [
    (
        "orep000001",
        "User research report",
        "Interview 40 residents and 22 staff; write up and publish",
        "Week 10",
    ),
    (
        "orep000002",
        "Map of records and address keys",
        "Trace each fact about a move through four councils’ systems",
        "Week 6",
    ),
    (
        "orep000003",
        "Benefits case with a sheet to fill in",
        "Cost the problem and three options with our accountants",
        "Week 12",
    ),
    (
        "orep000004",
        "Conclusion and first journey",
        "Decide in public whether to go on, and publish why",
        "Week 12",
    ),
]

PARTNERS = [
    ("prow000001", HAMBLETON, True, "2018-08-09", "Leads; product owner and revenues staff"),
    (
        "prow000002",
        RYEDALE,
        False,
        "2018-10-02",
        "Revenues and elections staff; tests with rural residents",
    ),
    ("prow000003", SCARBOROUGH, False, "2018-08-30", "Contact centre; tests with private tenants"),
    (
        "prow000004",
        NORTH_YORKSHIRE,
        False,
        "2018-07-04",
        "Information governance; parking, blue badges and schools",
    ),
]

# id, what, quantity, unit, unit cost, payer, councils, principle
COSTS: list[tuple[str, str, str, str, str, str, tuple[str, ...], int]] = [
    ("cost000001", "User researcher, supplier", "45", "days", "720.00", "fund", (HAMBLETON,), 1),
    ("cost000002", "Service designer, supplier", "30", "days", "740.00", "fund", (HAMBLETON,), 1),
    ("cost000003", "Technical architect, supplier", "12", "days", "850.00", "fund", (HAMBLETON,), 2),
    ("cost000004", "Data analyst, backfill", "40", "days", "245.00", "fund", (RYEDALE,), 2),
    ("cost000005", "Payments to people we interview", "38", "people", "50.00", "fund", ("all",), 1),
    ("cost000006", "Show and tells, travel and venue", "4", "events", "475.00", "fund", ("all",), 5),
    ("cost000007", "Product owner", "40", "days", "268.00", "in-kind", (HAMBLETON,), 4),
    ("cost000008", "Contact centre and revenues staff", "30", "days", "186.00", "in-kind", ("all",), 1),
    ("cost000009", "Information governance advice", "10", "days", "245.00", "in-kind", (NORTH_YORKSHIRE,), 3),
    ("cost000010", "Senior sponsor", "8", "days", "350.00", "in-kind", (HAMBLETON,), 4),
]  # fmt: skip

# what is said of each cost line beside its sum: category, months, VAT, source
_RECOVERED = "VAT left out: we recover it"
SAID: list[tuple[Leaf, ...]] = [
    ("supplier", "2019-01/2019-03", _RECOVERED, "Digital Outcomes rates, Oct 2018"),
    ("supplier", "2019-01/2019-03", _RECOVERED, "Digital Outcomes rates, Oct 2018"),
    ("supplier", "2019-02/2019-03", _RECOVERED, "Digital Outcomes rates, Oct 2018"),
    ("backfill", "2019-01/2019-04", "No VAT", "Ryedale pay scales 2018/19"),
    ("other", "2019-01/2019-02", "No VAT", "£50 each, as in our 2017 research"),
    ("travel", "2019-01/2019-04", _RECOVERED, "Quotes of three venues"),
    ("staff", "2019-01/2019-04", "No VAT", "Hambleton pay scales 2018/19"),
    ("staff", "2019-01/2019-03", "No VAT", "Pay scales of the four councils"),
    ("staff", "2019-01/2019-02", "No VAT", "North Yorkshire pay scales 2018/19"),
    ("staff", "2019-01/2019-04", "No VAT", "Hambleton pay scales 2018/19"),
]

# place, principle, strength, why, the commitment it keeps
EVIDENCE = [
    ("summary", 1, "strong", "Starts from what a household goes through, with counts from 200 moves", ""),
    ("summary", 2, "some", "Names the systems that do not join up", ""),
    ("approach", 1, "strong", "Research leads; forty residents, six of them in a crisis", ""),
    ("approach", 2, "some", "The UPRN is the common key throughout", "teams-reuse"),
    ("approach", 3, "strong", "Four data protection leads agree an assessment before any record is seen", "teams-trust"),
    ("approach", 5, "strong", "Open show and tells each sprint and notes on a public blog", "leaders-champion"),
    ("benefits", 1, "some", "Residents’ benefits are reported beside the savings", ""),
    ("benefits", 4, "some", "Heads of service act on the benefits case in their 2019 plans", ""),
    ("relevance", 2, "strong", "Open address standard and a published data standard, free of any product", "teams-reuse"),
    ("relevance", 4, "some", "Chief executives present the finding, good or bad", "leaders-champion"),
    ("relevance", 5, "strong", "Everything on a public repository as it is made, under open licences", "teams-knowledge"),
    ("impacts", 4, "strong", "Four heads of service have agreed to act on the finding", "leaders-expertise"),
    ("impacts", 5, "some", "Four councils work as one team in the open", ""),
    ("user-research", 1, "strong", "Residents, staff and officers, with those hardest to reach named", ""),
    ("user-research", 3, "strong", "Consent in plain words; recordings kept in one place and deleted", ""),
    ("support", 4, "some", "Managers are trained so that they can decide week by week", "leaders-time"),
    ("support", 5, "some", "Those trained teach colleagues and partners", "teams-skills"),
    ("delivery-of-outputs", 2, "strong", "Every record is described in a published data standard", "teams-standard"),
    ("delivery-of-outputs", 5, "strong", "Every output on the public repository under an open licence", "teams-knowledge"),
    ("outputs/orep000001", 1, "strong", "Every finding is traced to the sessions behind it", ""),
    ("outputs/orep000001", 5, "strong", "Published for any council to use", ""),
    ("outputs/orep000002", 2, "strong", "Shows where the same fact is kept, keyed by UPRN", ""),
    ("outputs/orep000002", 3, "some", "Shows which facts may be shared and which may not", ""),
    ("outputs/orep000003", 5, "some", "Other councils can put their own figures in", ""),
    ("outputs/orep000004", 4, "some", "Heads of service decide in public", ""),
    ("cost-lines/cost000001", 1, "strong", "A trained researcher leads every session", ""),
    ("cost-lines/cost000006", 5, "strong", "Pays for show and tells that anyone can join", ""),
    ("cost-lines/cost000009", 3, "strong", "Pays for advice before any record is looked at", ""),
    ("cost-lines/cost000010", 4, "some", "The sponsor clears the way between four councils", ""),
]  # fmt: skip


def rows() -> dict[str, Leaf]:
    """The leaves of the tables, with fixed row ids."""
    leaves: dict[str, Leaf] = {}
    for at, (id_, output, action, when) in enumerate(OUTPUTS):
        leaves |= _row("outputs", id_, at, {"output": output, "action": action, "when": when})
    for at, (id_, council, lead, signed_on, part) in enumerate(PARTNERS):
        cells: dict[str, Leaf] = {"council": council, "signed": True, "signed-on": signed_on}
        rest: dict[str, Leaf] = {"agreed": True, "part": part}
        cells |= rest
        if lead:
            cells["lead"] = True
        leaves |= _row("partners", id_, at, cells)
    for at, (id_, what, quantity, unit, unit_cost, payer, councils, principle) in enumerate(COSTS):
        more: dict[str, Leaf] = {"payer": payer, "councils": councils, "principle": principle}
        cells = {"what": what, "quantity": quantity, "unit": unit, "unit-cost": unit_cost}
        cells |= more | dict(zip(("category", "stage", "vat", "source"), SAID[at], strict=True))
        leaves |= _row("cost-lines", id_, at, cells)
    for at, (id_, inputs) in enumerate(sample_appraisal.INPUTS):
        leaves |= _row("appraisal", id_, at, inputs)
    return leaves


def _row(question: str, id_: str, at: int, cells: dict[str, Leaf]) -> dict[str, Leaf]:
    place = f"{question}/{id_}"
    return {place: f"1{at:02d}"} | {f"{place}/{field}": leaf for field, leaf in cells.items()}


def sample() -> Bid:
    """The sample bid."""
    empty = Bid(bid_id="samplebid0000000001", round=find("local-digital-fund-2018").round)
    bid = empty
    for place, typed in ANSWERS.items():
        bid = set_typed(bid, place, typed)
    bid = with_leaves(bid, {Place(place): stored(text) for place, text in PROSE.items()})
    bid = with_leaves(bid, {Place(place): leaf for place, leaf in rows().items()})
    for place, principle, strength, reason, commitment in (*EVIDENCE, *sample_appraisal.EVIDENCE):
        bid = set_evidence(bid, place, principle, strength, reason, commitment)  # type: ignore[arg-type]
    for question in bid.asked:
        bid = set_finished(bid, question.id, done=True)
    change = Change(
        id="samplechange", who=JOAN, when=WHEN, words="Wrote the bid", edits=diff(empty, bid)
    )
    return apply(empty, change)


if __name__ == "__main__":
    TARGET.write_bytes(bid_bytes(sample(), {}))
