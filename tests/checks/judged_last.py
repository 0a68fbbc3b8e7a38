"""Sentences about the sample bid as in `judged_later`, by somebody else again, once the rules had been
changed for those."""

from judged import Judged

LAST: Judged = (
    (
        "We have assumed £702 a day for user research over 45 days, i.e. £32,400, and £740 for service design.",
        ("£702",),
    ),
    (
        "As lead authority Hambleton would itself spend £67,550 of the £78,400, the rest being passed on to Ryedale, Scarborough and the county.",
        ("£67,550",),
    ),
    (
        "Hambleton's part, taking grant (£65,750) and officer time (£14,915) together, is £80,665.",
        (),
    ),
    (
        "Should an alpha follow, we'd expect to ask for something near its £100,000 cap, but that is for another day.",
        (),
    ),
    (
        "This is a project worth £110,000 altogether, run in the open and with users in the room from the first week.",
        ("£110,000",),
    ),
    (
        "We've budgeted for a technical architect at £580 a day, as only 12 days are needed (£10,200).",
        ("£580",),
    ),
    (
        "Backfilling our data analyst for 40 days at £254 a day comes to £9,800 and is, in our view, cheaper than going to the market.",
        ("£254",),
    ),
    (
        "Three district councils and a county council have come together for this: Hambleton (lead), Ryedale, Scarborough and North Yorkshire.",
        (),
    ),
    (
        "The county council pays its own information governance officers £245 a day with on-costs, and Leeds, by comparison, told us £290.",
        (),
    ),
    (
        "Three partner councils and Hambleton have found £25,150 between them in staff time; we seek £78,400 from the fund.",
        ("£25,150",),
    ),
    (
        "Two suppliers quoted £780 and £810 a day for service design outside London; we have not used either figure.",
        (),
    ),
    (
        "Our first costing came to £103,200, which was over what we thought reasonable, and so the fourth week of testing was struck out.",
        (),
    ),
    (
        "Council tax support, held by 8,600 households, is where failing to tell us does the most harm: arrears average £212.",
        (),
    ),
    (
        "The bid that we made in the last round, for £92,000, didn't succeed, and we have taken the feedback to heart.",
        (),
    ),
    ("Market rates for a user researcher of this standing run from £650 to £850 a day.", ()),
    (
        "Two-thirds of the cost of the discovery would fall on the Local Digital Fund and the balance on ourselves.",
        ("Two-thirds",),
    ),
    ("£78,400 (grant) + £21,500 (in kind) = £99,950.", ("£21,500",)),
    (
        "The three supplier roles – researcher, designer and architect – together cost £68,400, to be procured through the Digital Outcomes and Specialists framework.",
        ("£68,400",),
    ),
    ("We're asking for just under £80,000.", ()),
    (
        "Were MHCLG minded to offer only £60,000, we would drop the technical architect and do with one fewer show and tell.",
        (),
    ),
    ("You'll see that we come in £2,600 under the limit for a discovery.", ("£2,600",)),
    ("Cost of the user researcher, at the supplier's rate: £34,200.", ("£34,200",)),
    ("Each further show and tell, were one wanted, would add £475.", ()),
    (
        "The product owner, at 40 days, accounts for half of our £21.6k in-kind contribution (£10,720, to be exact).",
        (),
    ),
    (
        "A user researcher, bought in from a supplier, will be with us for 54 days at £720 a day, which is the largest single item in the budget at £32,400.",
        ("54",),
    ),
    (
        "In officer time Hambleton gives £3,845 and North Yorkshire £14,915; Ryedale and Scarborough give £1,395 apiece.",
        ("£3,845", "£14,915"),
    ),
    (
        "For the avoidance of doubt the sponsor's eight days (£2,080) are not charged to the grant.",
        ("£2,080",),
    ),
    (
        "Four show and tells, one at each council, are budgeted at £457 each to cover the room, tea and the train fares (£1,900 in all).",
        ("£457",),
    ),
    (
        "Of the £22,200 for service design, £7,400 is for the first ten days, before the mid-point review.",
        (),
    ),
    (
        "Five councils in North Yorkshire, led by Hambleton, stand behind this application.",
        ("Five",),
    ),
    (
        "With every penny of our £21,550 found from existing establishment budgets, the fund would be meeting 72% of the cost.",
        ("72%",),
    ),
    (
        "Calls about moves last 6 minutes 40 seconds on average; in April, the peak, we take 1,900 of them.",
        (),
    ),
    (
        "When you add our in-kind contribution to the grant, the discovery costs £95,990.",
        ("£95,990",),
    ),
    (
        "Our senior sponsor has cleared her diary for 10 days between January and April, which we have valued at £350 a day.",
        ("10",),
    ),
    (
        "Late notification leads to wrong council tax bills: £310,000 was written off by the districts in 2016/17 and £287,000 in 2017/18.",
        (),
    ),
    (
        "The service designer joins in week two, after the researcher has done the first interviews, and stays for 45 days.",
        ("45",),
    ),
    (
        "At £87,400 the request is one that the partner councils could not have met from their own revenue budgets in 2018/19.",
        ("£87,400",),
    ),
    (
        "Ryedale has £10,750 from the fund because it's lending us its analyst; Scarborough and the county have £950 each.",
        (),
    ),
    ("Of the 45 days of user research, 20 fall in January and 25 in February and March.", ()),
    (
        "North Yorkshire's own Stronger Communities programme put £21,500 into digital inclusion last year, none of which is counted here.",
        (),
    ),
    (
        "It was agreed by the leaders' board that 28 per cent of the project should be borne by the councils through the release of named officers.",
        ("28 per cent",),
    ),
    (
        "At present a resident who moves from Ryedale to Scarborough may have to tell as many as seven teams, in two tiers, at five addresses.",
        (),
    ),
    (
        "An earlier draft of this bid asked for £74,800; we put in more days for the researcher once colleagues at the county had read it.",
        (),
    ),
    (
        "The people who actually answer the phones – contact centre and revenues staff – will be released for 30 days, valued at £168 a day.",
        ("£168",),
    ),
    ("Total project cost: £99,590, of which £78,400 is sought from MHCLG.", ("£99,590",)),
    (
        "We therefore apply for seventy-four thousand eight hundred pounds (see the table at section 6).",
        ("seventy-four thousand eight hundred pounds",),
    ),
    ("A first payment of half the award, on signature, would suit us best.", ()),
    ("Roughly a fifth of the cost is found by the councils, none of it in cash.", ()),
    (
        "The four councils are between them committing over £22,000 of staff time to the discovery, at no cost to the fund.",
        ("£22,000",),
    ),
    (
        "The county's £3,845 is made up of ten days' information governance advice and a quarter of the front-line staff's time.",
        (),
    ),
    (
        "The councils' contribution, all of it staff time, amounts to 25 per cent of the whole.",
        ("25 per cent",),
    ),
    (
        "A 10 per cent overrun on the researcher would cost us £3,240, which the lead council would bear.",
        (),
    ),
    (
        "We would ask that the grant be paid in two equal instalments of £39,200, the first in January.",
        (),
    ),
    (
        "At the workshop in September we'd supposed that six councils would take part; two have since withdrawn for want of capacity.",
        (),
    ),
    ("Thirty-eight residents will be paid £50 each for an interview.", ()),
    (
        "One lesson from the 2015 Revenues pilot (budget £35,000, outturn £51,300) was to begin with users and not with software.",
        (),
    ),
    ("More than 200 days of work are planned, of which 127 are paid for and 88 given.", ()),
    (
        "The Government Digital Service reckons that eight weeks is the usual length of a discovery; ours takes twelve because we've four councils to get round.",
        (),
    ),
    (
        "Nearly four-fifths of the money would come from MHCLG; the balance (some £21,500) is officer time.",
        (),
    ),
    (
        "We are applying for the full £80,000 open to a discovery, and make no apology for it.",
        ("£80,000",),
    ),
    ("MHCLG is asked for a grant of £84.7k.", ("£84.7k",)),
    (
        "We reckon that savings may lie anywhere from £40,000 to £250,000 a year, which is exactly why a discovery is needed before anyone spends more.",
        (),
    ),
    (
        "Grant would be used to buy or backfill 172 days of specialist effort that none of us has in house.",
        ("172",),
    ),
    (
        "By 30 April 2019 we'll have published a report, a user needs log of at least 60 entries and a business case.",
        (),
    ),
    ("All told, the plan calls on 251 days of people's time over the twelve weeks.", ("251",)),
    (
        "Time given free by the councils is as follows: product owner, 30 days; contact centre and revenues staff, 40 days; information governance, 10 days; senior sponsor, 8 days.",
        ("30", "40"),
    ),
    ("Our request, £78.4k, leaves £1,600 of the £80,000 cap untouched.", ()),
    ("Service design has been priced at £22,400 (30 days at £740).", ("£22,400",)),
    (
        "Information governance advice (10 days at £245) has been costed at £2,540, to be met by the councils.",
        ("£2,540",),
    ),
    (
        "In 2017 Scarborough spent £42,000 on a customer portal that was never taken up by more than 9 per cent of households.",
        (),
    ),
    (
        "Anything over £25,000 must go to open tender under Hambleton's contract procedure rules.",
        (),
    ),
    (
        "The analyst's 40 days will be split: 15 on call records, 25 on council tax and the electoral roll.",
        (),
    ),
    (
        "Scarborough and North Yorkshire need little from the grant: £1,950 for the borough, £950 for the county.",
        ("£1,950",),
    ),
    (
        "People who give up an hour to be interviewed will be thanked with £60 in vouchers, 38 people in all, for which £1,900 is set aside.",
        ("£60",),
    ),
    ("Ryedale has some 54,000 residents, spread over 575 square miles.", ()),
    (
        "Should the panel agree, £79,000 would be paid to us in respect of the discovery, leaving £1,600 of the maximum award unclaimed.",
        ("£79,000",),
    ),
    ("Between 8,500 and 9,200 properties change hands or tenants in our area each year.", ()),
    (
        "Because travel has been pared back we've managed to hold our request to less than £78,000.",
        ("£78,000",),
    ),
    (
        "User research takes up more than half of the grant, which is as it should be in a discovery.",
        ("half",),
    ),
    (
        "The bid asks the fund to pay half of what the discovery costs, with the councils paying theirs in kind.",
        ("half",),
    ),
    ("To break even within two years the service need only shift 18 per cent of moves online.", ()),
    (
        "Excluding the two lines of £1,900 for interviewees and for show and tells, the grant pays for nothing but people: £74,600.",
        (),
    ),
    (
        "It is confirmed by each authority's section 151 officer that the contribution of £21,550 is wholly in kind and that no other public grant is being claimed for the same work.",
        (),
    ),
    ("Our contact centres employ 63 full-time equivalents, 12 of them at Scarborough.", ()),
    (
        "Ryedale and Scarborough have each undertaken to give staff time to the value of £1,359, as confirmed by their s.151 officers.",
        ("£1,359",),
    ),
    (
        "In year two benefits rise to £134,000, in year three to £161,000 (high case); the low case is a third of that.",
        (),
    ),
    (
        "A paper change-of-address form costs us £4.85 to handle, a telephone call £2.83 and an online form 15p (SOCITM's figures).",
        (),
    ),
    (
        "An off-the-shelf 'tell us once' module was offered to Scarborough at £18,500 a year plus £30,000 to install, and was turned down.",
        (),
    ),
    (
        "Six authorities have signed the Local Digital Declaration and put their names to this discovery: three districts and the county.",
        ("Six",),
    ),
    (
        "No single purchase of over £5,000 will be made without the board's consent, and variances above 5 per cent will be reported to it.",
        (),
    ),
    ("The fund pays for 88 of those days, and the councils give the other 127.", ("88", "127")),
    (
        "Had we bought the data analyst from a supplier at £600 a day instead of backfilling, the line would have been £24,000.",
        (),
    ),
    (
        "Moving home generates about 14,000 contacts a year across the four councils, and we think nearly a third of them are repeats.",
        (),
    ),
    (
        "Seven councils serve two-tier North Yorkshire at district level, and three of them are in this bid.",
        (),
    ),
    (
        "Hambleton, together with its two partners in this bid, has agreed to publish everything it learns under an open licence.",
        ("two",),
    ),
    ("Of the grant, Ryedale's share is £10,570, chiefly to backfill the analyst.", ("£10,570",)),
    ("All 87 supplier days, at a cost of £64,800, will be called off by Hambleton.", ()),
    (
        "Nationally, about 2.3 million households move each year; if every council saved just £1.20 on each, the sum would be £2.76m.",
        (),
    ),
    (
        "If only one contact in five could be avoided, the four councils would save something like £96,000 a year.",
        (),
    ),
    ("Grant and staff time together, the discovery comes to a shade under £100,000.", ()),
    (
        "We note that discovery awards are capped at £100,000, and our request for £78,400 sits comfortably within that.",
        ("£100,000",),
    ),
    (
        "We have no wish to build anything in this phase, and shall say so plainly if the evidence points to stopping.",
        (),
    ),
    (
        "The product owner (40 days, £10,270) and the senior sponsor (8 days, £2,800) are both found by the councils.",
        ("£10,270",),
    ),
    (
        "User research is the largest line at £32,400, some 41% of the grant and about a third of the whole.",
        (),
    ),
    ("Some 22 per cent of callers have rung before about the same move.", ()),
    (
        "Of what the councils themselves are putting in, £5,000 is cash and the remainder officer time.",
        ("£5,000",),
    ),
    (
        "Around 6% of single person discounts turn out to be wrong, worth on the county's reckoning £1.1m.",
        (),
    ),
    (
        "We ask the Local Digital Fund for £74,800, and our own officers' time makes up the rest.",
        ("£74,800",),
    ),
    (
        "With its three partners the lead authority will meet fortnightly, by Skype where the weather demands.",
        (),
    ),
    (
        "Elsewhere, three London boroughs had £83,000 for a comparable discovery and shared what they found with 40 others.",
        (),
    ),
    (
        "North Yorkshire's gift of time is put at £1,395, the same as Scarborough's, though the county also lends its information governance team.",
        ("£1,395",),
    ),
    (
        "Craven, Selby, Richmondshire and Harrogate, four councils not party to this bid, have asked to see our findings.",
        (),
    ),
    (
        "Hambleton's net revenue budget for 2018/19 is £8.4m, and its digital team is two people.",
        (),
    ),
    (
        "Scarborough and Ryedale will each draw £950 from the fund to cover the show and tell held on their premises and part of the interview payments.",
        ("£950",),
    ),
    (
        "The running cost of any later service is reckoned at no more than £12,000 a year, to be shared by four.",
        (),
    ),
    ("Technical architect, 12 days @ £850: £10,020.", ("£10,020",)),
    (
        "We've read with interest the bid of five Devon districts, who asked for £57,500 for waste data.",
        (),
    ),
    (
        "Seventy-eight per cent of our residents told the 2016 panel that they'd sooner tell the council once.",
        (),
    ),
    (
        "If the discovery saved each council a mere £20,000 a year, it would pay for itself inside fifteen months.",
        (),
    ),
    ("A senior sponsor can give half a day a week at most in ordinary times.", ()),
)
