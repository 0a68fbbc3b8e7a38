"""Sentences about the sample bid as in `judged`, written and judged by somebody who has not seen the
rules, once these had been changed."""

from judged import Judged

LATER: Judged = (
    ("Some 34% of change-of-address notifications for council tax still reach us on paper.", ()),
    (
        "One county and three districts may not sound like much, but it takes in both tiers and that's rather the point.",
        (),
    ),
    (
        "More than half of the grant, £32,400, goes on user research, which is where we think a discovery should spend its money.",
        ("half",),
    ),
    (
        "The largest housing association locally has 4,600 homes, and around 12 days pass on average between a tenancy ending and anyone telling the revenues team.",
        (),
    ),
    (
        "Between them the partners will be putting in £25,150 of officer time, none of it in cash.",
        ("£25,150",),
    ),
    (
        "If every change of address were handled once instead of four times, we think the councils could save in the region of £87,000 a year between them.",
        (),
    ),
    (
        "A consultancy quoted £48,000 for a comparable piece of work in 2016, for one council only and with no residents spoken to, and we turned it down.",
        (),
    ),
    (
        "Hambleton's customer services budget for 2019/20 is £1.2m, three per cent lower than the year before, so there is no slack from which a cash contribution could be found.",
        (),
    ),
    ("Funding split: MHCLG 78%, councils 22%", ()),
    ("Total requested: £74,800", ("£74,800",)),
    (
        "We are asking the Local Digital Fund for £87,400, which will pay for the suppliers, one backfilled post, the interviews and the four show and tells.",
        ("£87,400",),
    ),
    (
        "We would prefer to receive the grant in two equal instalments, £39,200 on signing and £39,200 on publication of the final report.",
        (),
    ),
    (
        "Should the discovery show there is something worth building we would expect to return for an alpha, for which the fund allows up to £100,000.",
        (),
    ),
    (
        "The final report will be published under an open licence by 30 April 2019, and a draft will go to all four chief executives a fortnight before.",
        (),
    ),
    (
        "A day rate of £704 has been assumed for the service designer, being the middle of the quotes we got from three suppliers in October.",
        ("£704",),
    ),
    (
        "We do recognise that eighty-seven thousand pounds of public money is a significant ask for twelve weeks' work, and we have tried to be frank in this bid about what it would and would not buy.",
        ("eighty-seven thousand pounds",),
    ),
    ("We have kept our request £6,100 below the maximum for this stage.", ("£6,100",)),
    (
        "That leaves £2,600 of headroom beneath the £80,000 ceiling for discoveries, which we have not sought to use up.",
        ("£2,600",),
    ),
    (
        "Out of 215 days, no fewer than 97 are being given by the councils at no charge to MHCLG.",
        ("97",),
    ),
    ("The data analyst makes up an eighth of the grant.", ()),
    (
        "Any underspend of more than £500 will be notified to MHCLG within ten working days and returned if so wished.",
        (),
    ),
    (
        "Selby's 2016 pilot cost £21,000 and involved three councils; its report is candid about what went wrong and we have drawn on it.",
        (),
    ),
    (
        "Information governance advice (10 days, £2,540) will come from the county's Veritau-trained team, because address data is personal data and we would sooner get this right first time.",
        ("£2,540",),
    ),
    (
        "The technical architect, at twelve days and £10,200, is the smallest of the three supplier roles and will be called upon chiefly in February.",
        (),
    ),
    (
        "Staff from the contact centres and from revenues will be released for forty days, valued at £186 a day, subject to the annual billing peak in March.",
        ("forty",),
    ),
    (
        "With 45 days of research, 30 of design and 20 of technical architecture the supplier team is deliberately weighted towards talking to residents.",
        ("20",),
    ),
    (
        "To cover the cost of the grant in a single year we would need to avoid some 19,000 phone calls at £4.20, and we think that a realistic aim across four councils.",
        (),
    ),
    (
        "Last year's unsuccessful application, from Hambleton and one partner only, was for £45,000 with match funding of 50%.",
        (),
    ),
    ("Eighty-eight days of the 215 will be given by the councils free of charge.", ()),
    (
        "As lead authority Hambleton keeps 65% of the grant, largely because the supplier invoices will come to us.",
        ("65%",),
    ),
    (
        "Around 1,900 deaths a year are reported through Tell Us Once in the area, and residents ask us why moving house can't be as simple.",
        (),
    ),
    (
        "The whole project will cost £99,500, of which MHCLG is asked to meet £78,400 and the councils find the rest out of their own staff time.",
        ("£99,500",),
    ),
    (
        "Scarborough alone spends £6,500 a year on licences for the forms package behind its change-of-address page.",
        (),
    ),
    (
        "Time worth £1,935 is offered by each of Ryedale and Scarborough, chiefly from their contact centres.",
        ("£1,935",),
    ),
    (
        "Payments to interviewees and the costs of the show and tells come to £3,800 together, i.e. less than 5% of what we ask for.",
        (),
    ),
    (
        "In 2017/18 the contact centre in Northallerton took 11,400 calls about moving home, at an average cost of £4.20 a call.",
        (),
    ),
    (
        "Of the £78,400, Hambleton as accountable body will hold £67,550, the reason being that it will let all of the supplier contracts.",
        ("£67,550",),
    ),
    (
        "Five councils in the West Midlands tried something along these lines in 2015 but stopped, we understand, when the shared CRM contract came to an end.",
        (),
    ),
    (
        "This is a joint bid from three councils, one of them a county and the other two districts, who between them see the same resident moving house from quite different angles.",
        ("three", "two"),
    ),
    (
        "In our autumn survey 28 per cent of residents said they had told the council about a move and later found that another part of the council did not know.",
        (),
    ),
    (
        "Well over 80% of the grant goes through Hambleton's books, Ryedale has £10,750 and the other two under a thousand pounds each.",
        (),
    ),
    (
        "In short: £74.8k from MHCLG, £21.5k in kind from us, twelve weeks, one question.",
        ("£74.8k",),
    ),
    (
        "Ryedale has lost 21 per cent of its posts over the last five years and this is why backfill, rather than goodwill, is needed for the analyst.",
        (),
    ),
    (
        "In 2014 the county looked at replacing the customer system outright, and was given an estimate of £250,000 plus £32,000 a year to run it, neither of which was affordable.",
        (),
    ),
    (
        "Contact centre and revenues colleagues across the four councils will give 30 days between them, which has been valued at £5,850.",
        ("£5,850",),
    ),
    (
        "How the money is shared: Hambleton £10,750, Ryedale £65,750, Scarborough £950, North Yorkshire £950.",
        ("£10,750", "£65,750"),
    ),
    (
        "The bid is put forward by four districts and the county council, and each has obtained sign-off from its section 151 officer.",
        ("four",),
    ),
    (
        "Were the fund only able to offer £68,000, we would do without the technical architect and hold two show and tells online.",
        (),
    ),
    (
        "The councils' £21,550 is made up of staff time together with £5,000 in cash from Hambleton's transformation reserve.",
        ("£5,000",),
    ),
    (
        "Spread evenly the whole cost would be around £25,000 for each council, although of course it isn't spread evenly.",
        (),
    ),
    (
        "The councils are putting in about a fifth of the cost of the project, entirely as staff time.",
        (),
    ),
    (
        "Hambleton's contract procedure rules require anything over £50,000 to be competed openly, and we have built time for that into January.",
        (),
    ),
    (
        "By far the largest in-kind contribution, £19,415, comes from Hambleton; the county follows on £3,845.",
        ("£19,415",),
    ),
    (
        "Cabinet approval is needed for spending over £100,000, and so this project can be approved by the chief executive under delegated powers.",
        (),
    ),
    (
        "Had we wanted to, we could have gone to the £80,000 maximum, but we could not honestly find a use for the difference.",
        (),
    ),
    (
        "The team will work to all 18 points of the Digital Service Standard so far as they apply to a discovery.",
        (),
    ),
    (
        "Some £65,000 will go to suppliers, and the rest of the grant stays within the councils or goes to residents who help us.",
        (),
    ),
    (
        "The first show and tell will be held in Malton and will cost us rather less than the £475 allowed, the room being free; we've assumed £300 at most.",
        (),
    ),
    (
        "Around one household in ten moves in any given year, which for the area as a whole is upwards of 25,000 moves.",
        (),
    ),
    (
        "We regard a saving of less than £20,000 a year per council as the point at which it would not be worth going on to alpha, and will say so if that is what we find.",
        (),
    ),
    (
        "The total value of the project is £78,400, towards which we ask the Local Digital Fund to contribute £99,950.",
        ("£78,400", "£99,950"),
    ),
    (
        "The product owner, who is seconded part-time from Hambleton's customer services, is in for 45 days at £268, giving £10,720.",
        ("45",),
    ),
    (
        "A little over £80,000 is sought from the fund, the reasons for each line being set out in the table which follows.",
        ("£80,000",),
    ),
    (
        "Two of the four councils use the same revenues system, the other district uses another, and the county of course has none.",
        (),
    ),
    ("Research and design taken together make up £54,600 of the grant.", ()),
    (
        "The grant would therefore buy 172 days of people's time, plus interview payments and four events.",
        ("172",),
    ),
    (
        "A beta, if it ever came to that, might need £150,000 to £200,000, and we would look to the councils' own reserves for at least a quarter of it.",
        (),
    ),
    ("Total requested: £78,400", ()),
    (
        "Very nearly half of what we give in kind is the product owner's time (forty days at £268).",
        (),
    ),
    (
        "Nearly ninety thousand pounds is being requested from the Department, and the councils will add staff time valued at £21,550.",
        ("ninety thousand pounds",),
    ),
    (
        "All told, 251 days of effort are in the plan, 127 of which would be paid for by the fund.",
        ("251",),
    ),
    (
        "In-kind contributions are as follows: Hambleton £14,915; Ryedale £1,395; Scarborough £1,395; North Yorkshire £3,485.",
        ("£3,485",),
    ),
    (
        "Our senior sponsor has personally committed to eighteen days on the project, so there will be no shortage of top-level support.",
        ("eighteen",),
    ),
    (
        "At present it takes a resident moving from Scarborough to Ryedale an average of 45 minutes and three separate contacts to tell everybody who needs telling.",
        (),
    ),
    ("Fund £78,400 + in kind £21,550 = £98,950", ("£98,950",)),
    (
        "We spoke to 22 members of staff and nine residents in preparing this bid, which is no substitute for proper research but did persuade us there is a problem.",
        (),
    ),
    (
        "Running costs of a shared notification service might be £12,000 a year (three thousand per council), though this is a guess until the architect has done the work.",
        (),
    ),
    (
        "We expect to have to approach sixty or seventy people in order to get our 38 interviews.",
        (),
    ),
    (
        "Each of the 38 people interviewed will get a £40 payment by way of thanks (and to cover any bus fares or childcare).",
        ("£40",),
    ),
    ("We are asking for just under £80,000.", ()),
    (
        "Supplier fees (researcher, designer and architect, 87 days in total) amount to £68,400.",
        ("£68,400",),
    ),
    (
        "Thirty people who have recently moved house will be paid £50 each for giving up their time, coming to £1,900 in total.",
        ("Thirty",),
    ),
    (
        "A permanent data analyst on our scales would cost in the order of £38,500 a year with on-costs, which is not something this bid asks for.",
        (),
    ),
    ("User researcher (supplier): 54 days at £720 a day, £32,400 in all.", ("54",)),
    (
        "Agency cover for the contact centre would be £165 a day against the £186 at which our own staff are valued, but agency staff don't know the job.",
        (),
    ),
    ("The request falls £1,600 short of the discovery cap.", ()),
    (
        "North Yorkshire's £3,845 in kind includes ten days of information governance advice; Hambleton's £14,915 includes eight days of the sponsor.",
        (),
    ),
    (
        "Our nearest comparator is a discovery in Kent which had £65,000 from its own county and five districts, took sixteen weeks and interviewed thirty people.",
        (),
    ),
    (
        "Late notice of a move leads to overpaid housing benefit averaging £212 a case, of which only about 40% is ever recovered.",
        (),
    ),
    (
        "Ryedale was awarded £9,500 last year under a different programme for work on its address gazetteer, and that money has been fully spent.",
        (),
    ),
    (
        "This is a project of about a hundred thousand pounds, to which the Department would contribute not quite four-fifths.",
        (),
    ),
    (
        "Six in ten calls about a move are made in the first week after it, and 87% of callers could, on the face of it, have been dealt with online.",
        (),
    ),
    ("All figures are exclusive of VAT at 20%, which the councils are able to recover.", ()),
    (
        "Without the £76,000 we are requesting, this work simply would not happen in the current financial year.",
        ("£76,000",),
    ),
    (
        "The amount sought sits comfortably within the limit for a discovery project, which the prospectus puts at £100,000.",
        ("£100,000",),
    ),
    (
        "The £7.5 million available nationally through the Local Digital Fund will go furthest, in our view, where the same problem is found in every council in the country.",
        (),
    ),
    ("Hambleton leads, with three partners: Ryedale, Scarborough and North Yorkshire.", ()),
    (
        "We are aware of a separate bid in this round, led by a council in Lancashire, which asks for £74,800; it concerns blue badges and does not overlap with ours.",
        (),
    ),
    (
        "Seven further councils, including two outside Yorkshire, have asked to be kept informed and will be invited to the show and tells.",
        (),
    ),
    ("£78.4k of the £99,950 is sought from the fund; the balance, £21,550, is ours.", ()),
    (
        "The two biggest lines are the user researcher at £22,200 and the service designer at £32,400, both bought in through the Digital Marketplace.",
        ("£22,200", "£32,400"),
    ),
    (
        "Backfill for the data analyst has been costed at £254 a day over 40 days (£9,800).",
        ("£254",),
    ),
    (
        "Day rates for user researchers on the Digital Marketplace ranged from £600 to £850 this autumn, so we are content that ours is neither cheap nor dear.",
        (),
    ),
    (
        "An earlier draft of this bid, which some colleagues at MHCLG will have seen, asked for £84,000 and had 54 days of user research in it; we have since cut our cloth.",
        (),
    ),
    (
        "Ryedale draws down £10,570, while Scarborough and the county take £950 apiece.",
        ("£10,570",),
    ),
    (
        "Five councils have signed up to this discovery, with Hambleton in the lead and Ryedale, Scarborough and the county alongside.",
        ("Five",),
    ),
    (
        "MHCLG's contribution would be 87% of the total, with the remaining 22% met in kind.",
        ("87%",),
    ),
    (
        "Of the researcher's 45 days, fifteen are for interviews, twelve for sitting with staff in the contact centres and the remaining 18 for analysis and writing up.",
        (),
    ),
    (
        "It should be noted that the technical architect is only needed for twenty-one days, mostly in January when the back-office systems are being looked at.",
        ("twenty-one",),
    ),
    (
        "Had each council gone it alone we estimate a cost of £60,000 apiece, or £240,000 for the four, for much the same findings.",
        (),
    ),
    (
        "Match funding as a share of total project cost: 28 per cent (all in kind).",
        ("28 per cent",),
    ),
    (
        "Scarborough Borough Council and North Yorkshire County Council will each receive £590 from the grant, so as to cover their interviews and a show and tell.",
        ("£590",),
    ),
    (
        "Hambleton has about 91,000 residents, Ryedale 54,000, Scarborough 108,000 and the county as a whole a little over 600,000.",
        (),
    ),
    ("For each pound from the fund the four councils will add roughly 27p in officer time.", ()),
    (
        "Members can take comfort that a third of the total cost is being borne by the councils themselves, albeit as staff time rather than cash.",
        ("a third",),
    ),
    (
        "For service design we have allowed thirty days at £740, that is to say £22,800, which we believe to be proportionate.",
        ("£22,800",),
    ),
    ("Travel by own car will be paid at the HMRC rate of 45p a mile.", ()),
    (
        "The data analyst, whose post at Ryedale we would backfill from January, accounts for £8,900 of the sum requested.",
        ("£8,900",),
    ),
    (
        "There will be six show and tells, open to any council that wants to come along, and we have put in £475 for each to cover travel and the venue.",
        ("six",),
    ),
    (
        "Manual re-keying of address changes costs us something like £140,000 a year across the area, so that a grant of £84,700 would be repaid inside eight months if even the re-keying alone went away.",
        ("£84,700",),
    ),
)
