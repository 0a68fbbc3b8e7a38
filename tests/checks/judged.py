"""Sentences of council prose, each with what is wrong in it: figures that a careful colleague, who
has the sample bid beside them, would ask the writer to mend. Every one is made up, and was judged
before the rules that read prose were changed for it.

The sample asks the fund for £78,400 of a whole of £99,950, and gives £21,550 in kind, which is 22 %
of the whole; the cap is £80,000, so that £1,600 is left below it. Hambleton leads; Ryedale,
Scarborough and North Yorkshire are its partners. Of the fund's money £65,750 is Hambleton's, £10,750
Ryedale's, £950 each the others'. A user researcher has 45 days (£32,400), a service designer 30
(£22,200), a technical architect 12 (£10,200), a data analyst 40 (£9,800); 215 days in all.
"""

Judged = tuple[tuple[str, tuple[str, ...]], ...]

# By somebody who knows the rules as they were.
BY_ONE_WHO_KNOWS: Judged = (
    # the sum asked for
    ("We are applying for eighty thousand pounds.", ("eighty thousand pounds",)),
    ("The bid comes to £78,400, all of it for the discovery.", ()),
    ("Our application is for £79,400 over twelve weeks.", ("£79,400",)),
    ("The four councils need £78,400 from MHCLG to begin in January.", ()),
    ("To begin in January the four councils need £87,400 from MHCLG.", ("£87,400",)),
    ("If the fund grants us £78,400 we can begin in the new year.", ()),
    ("If the fund grants us £76,000 we can begin in the new year.", ("£76,000",)),
    ("Costs are set out below; the grant element is £78,400.", ()),
    ("Costs are set out below; the grant element is £74,800.", ("£74,800",)),
    ("Seventy-eight thousand four hundred pounds is what we ask for.", ()),
    ("A sum of £78,400 is sought.", ()),
    ("A sum of £80,000 is sought.", ("£80,000",)),
    ("The fund would pay £78,400 and the councils £21,550.", ()),
    ("The fund would pay £78,400 and the councils £25,550.", ("£25,550",)),
    ("We ask for £78,400, and give £22,500 of our own time on top.", ("£22,500",)),
    ("Nothing in this bid goes beyond the £78,400 that we ask for.", ()),
    ("We could ask for up to £100,000 if this were an alpha.", ()),
    ("We considered asking for £100,000 and decided against it.", ()),
    ("An earlier draft of this bid asked for £95,000.", ()),
    ("We asked the fund for £50,000 in 2017 and were turned down.", ()),
    ("In our first bid we asked for £60,000.", ()),
    ("Other bids to this fund ask for £80,000 and more.", ()),
    ("Last spring Craven bid for £45,000 and won it.", ()),
    ("Had we bid alone we would have asked for £55,000.", ()),
    ("The rest of the grant, £46,000, pays for the other roles.", ()),
    ("Of what we ask for, £65,750 is spent by Hambleton.", ()),
    ("£56,500 of the grant is for learning what users need.", ()),
    # the whole
    ("In 2017 the whole project cost £45,000.", ()),
    ("The whole project would have cost £45,000 in 2017.", ()),
    ("All told the work costs £99,950.", ()),
    ("All told the work costs £95,990.", ("£95,990",)),
    ("The discovery as a whole is worth £110,000.", ("£110,000",)),
    ("The work costs just under £100,000 altogether.", ()),
    ("Altogether this is a project of about £100,000.", ()),
    ("Altogether this is a project of about £120,000.", ("£120,000",)),
    ("Our last project cost £99,000 in all and ran late.", ()),
    ("The whole costs one hundred thousand pounds, give or take fifty.", ()),
    ("The total, at £98,950, is less than two posts for a year.", ("£98,950",)),
    ("A national service would cost £99,950,000 to build.", ()),
    # what the councils give
    ("Between us we put in £21,550 of officer time.", ()),
    ("Between us we put in £12,550 of officer time.", ("£12,550",)),
    ("Our own effort is worth £21,550.", ()),
    ("Our own effort is worth £31,550.", ("£31,550",)),
    ("We add £21,550 in kind and no cash.", ()),
    ("We add £5,000 in cash to our time.", ("£5,000",)),
    ("Staff time worth £21,550 is given free.", ()),
    ("Each council gives officer time worth £1,395 to the interviews.", ()),
    ("In 2016 the same councils gave £30,000 in kind to a health project.", ()),
    ("Without the grant we would have to find £78,400 ourselves.", ()),
    # shares
    ("The councils bear just over a fifth of the cost.", ()),
    ("The councils bear a third of the cost.", ("a third",)),
    ("We pay half of the whole project ourselves.", ("half",)),
    ("Nearly four fifths of the cost is asked of the fund.", ()),
    ("Two thirds of the total cost comes from the fund.", ("Two thirds",)),
    ("A quarter of our residents move every year.", ()),
    ("Half of all calls are about moves.", ()),
    ("A third of the grant goes on research with users.", ()),
    ("Our contribution is 22 per cent of the total.", ()),
    ("Our contribution is 27 per cent of the total.", ("27 per cent",)),
    # the cap
    ("We stay £1,600 under the limit of £80,000.", ()),
    ("We stay £2,600 under the limit of £80,000.", ("£2,600",)),
    ("The limit for discoveries is £80,000.", ()),
    ("The limit for discoveries is £85,000.", ("£85,000",)),
    ("The limit for an alpha is higher.", ()),
    # numbers of councils
    ("Four councils take part.", ()),
    ("Five councils take part.", ("Five councils",)),
    ("Six councils have come together for this discovery.", ("Six councils",)),
    ("The bid has four councils behind it, one of them a county.", ()),
    ("The bid has five councils behind it, one of them a county.", ("five councils",)),
    ("Hambleton leads, with three partners.", ()),
    ("Hambleton leads, with four partners.", ("four partners",)),
    ("There are four of us: three districts and a county.", ()),
    ("Three districts and a county are in it.", ()),
    ("Our three districts share a revenues team.", ()),
    ("Two councils have moved to the new register; two will follow in March.", ()),
    ("Ten councils came to our first meeting, and six wrote to support us.", ()),
    ("We will show the results to all 27 counties.", ()),
    ("A dozen councils outside North Yorkshire have asked for our findings.", ()),
    ("Of the four councils, one still keeps paper files.", ()),
    ("Seven councils in the region use the same supplier.", ()),
    # days of a named line
    ("The user researcher works 45 days, most of them in people’s homes.", ()),
    ("The user researcher works 54 days, most of them in people’s homes.", ("54 days",)),
    ("Forty-five days of user research come first.", ()),
    ("Fifty days of user research come first.", ("Fifty days",)),
    ("A service designer joins for 30 days.", ()),
    ("A service designer joins for 35 days.", ("35 days",)),
    ("The data analyst has 20 days to count repeat calls.", ("20 days",)),
    ("Our data analyst spends two days a week on it.", ()),
    ("In all we plan 215 days of work.", ()),
    ("In all we plan 250 days of work.", ("250 days",)),
    ("The first ten days go on recruiting people to talk to.", ()),
    ("A user researcher we asked last year wanted 60 days.", ()),
    # one council's own sum, and one line's
    ("Of the grant, Ryedale has £10,750 for its analyst.", ()),
    ("Of the grant, Ryedale has £12,750 for its analyst.", ("£12,750",)),
    ("The user researcher costs £32,400, the largest line.", ()),
    ("The user researcher costs £34,200, the largest line.", ("£34,200",)),
    ("Scarborough’s share of the grant is £950.", ()),
    ("Scarborough’s share of the grant is £1,950.", ("£1,950",)),
    ("Scarborough saves £9,500 a year if it works.", ()),
    ("We pay people who take part £1,900 in all.", ()),
)

# By somebody who has not seen the rules.
BY_ONE_WHO_DOES_NOT: Judged = (
    # contradict the bid
    ("We are asking the Local Digital Fund for £79,000 to run this discovery.", ("£79,000",)),
    (
        "Our application comes to £87,400, and every penny of it would be spent on the discovery.",
        ("£87,400",),
    ),
    ("The fund would pay £79k and the rest would be found from our officers' time.", ("£79k",)),
    (
        "All told, the project will cost £99,590, of which £78,400 is sought from the fund.",
        ("£99,590",),
    ),
    (
        "Of the £99,950 this work will cost, £76,400 would come from the Local Digital Fund.",
        ("£76,400",),
    ),
    ("The partners will themselves put in £22,150, wholly as staff time.", ("£22,150",)),
    (
        "Five councils have put their names to this bid, and each has chosen an officer to see it through.",
        ("Five councils",),
    ),
    (
        "Hambleton leads the work, and four other councils have joined it as partners.",
        ("four other councils",),
    ),
    ("Between us, the councils are meeting a third of the whole cost.", ("a third",)),
    (
        "Our own contribution, though it is all in kind, makes up 25% of the project's total.",
        ("25%",),
    ),
    ("About half of what the councils are giving is cash; the remainder is time.", ("half",)),
    (
        "A user researcher will join the team for 54 days, starting in the second week of January.",
        ("54 days",),
    ),
    (
        "We have budgeted for forty days of the user researcher's time and thirty of the service designer's.",
        ("forty days",),
    ),
    (
        "Ryedale will receive £10,570 of the grant once the collaboration agreement is signed.",
        ("£10,570",),
    ),
    ("Scarborough and North Yorkshire would each be paid £1,900 out of the grant.", ("£1,900",)),
    (
        "A discovery may be awarded no more than £100,000, and at £78,400 we have stayed inside that limit.",
        ("£100,000",),
    ),
    (
        "That leaves us £2,600 beneath the ceiling of £80,000 which the prospectus sets for a discovery.",
        ("£2,600",),
    ),
    (
        "Seventy-nine thousand pounds is, we believe, a proportionate request to make of the fund.",
        ("Seventy-nine thousand pounds",),
    ),
    (
        "It is with the backing of all four chief executives that we request seventy-four thousand eight hundred pounds.",
        ("seventy-four thousand eight hundred pounds",),
    ),
    (
        "With a grant of £0.78m we can answer the question properly rather than guess at it.",
        ("£0.78m",),
    ),
    ("Should we succeed, the fund would bear 88% of the cost and the councils 22%.", ("88%",)),
    (
        "Member authorities are covering just under a fifth of the total through the time of their own people.",
        ("just under a fifth",),
    ),
    ("The grant, if awarded, would carry two thirds of the project's cost.", ("two thirds",)),
    (
        "As lead authority Hambleton will keep £67,550 of the fund's money for the team it hires and pass on what remains.",
        ("£67,550",),
    ),
    (
        "Service design accounts for £22,200 of the bid, which buys us 25 days of an experienced designer.",
        ("25 days",),
    ),
    (
        "For £8,900 we get 40 days of a data analyst who already knows our council tax records.",
        ("£8,900",),
    ),
    (
        "A technical architect (20 days, £10,200) will look at how the four councils' systems might talk to one another.",
        ("20 days",),
    ),
    (
        "We value the product owner's 40 days at £12,720, none of which is charged to the fund.",
        ("£12,720",),
    ),
    (
        "£2,900 has been set aside to thank the residents who give up an hour to be interviewed.",
        ("£2,900",),
    ),
    (
        "At £750 a day, our user researcher is priced in line with the Digital Marketplace.",
        ("£750",),
    ),
    ("The discovery runs for ten weeks between January and April 2019.", ("ten weeks",)),
    (
        "Counting those paid for by the fund and those given by the councils, the plan has 251 days of work in it.",
        ("251 days",),
    ),
    (
        "This is a partnership of three district councils and two county councils.",
        ("two county councils",),
    ),
    (
        "The whole project comes to £78,400, and the fund is asked for £56,850 of that.",
        ("£78,400", "£56,850"),
    ),
    (
        "Our senior sponsor, a corporate director, has promised eighteen days to the project.",
        ("eighteen days",),
    ),
    (
        "We recognise that a little over £80,000 is a great deal to ask for twelve weeks' work.",
        ("£80,000",),
    ),
    ("Councils taking part have pledged £24k in kind.", ("£24k",)),
    ("North Yorkshire's share of the grant is £9,500, Scarborough's £950.", ("£9,500",)),
    (
        "Roughly a quarter of the money we want from the fund is for the user researcher.",
        ("a quarter",),
    ),
    (
        "Contact centre and revenues colleagues are lending us 35 days, worth £5,580, so that we hear from the people who take the calls.",
        ("35 days",),
    ),
    # nothing contradicts the bid
    ("We ask the fund for £78,400.", ()),
    (
        "The project as a whole is costed at £99,950; the fund would meet £78,400 and our own staff time makes up the other £21,550.",
        (),
    ),
    ("Our request is for about £80,000, which we know could be spent in many other ways.", ()),
    ("Just over a fifth of the total is being given by the councils themselves.", ()),
    ("For £78k the fund would get findings that any two-tier area in England could use.", ()),
    (
        "Nearly £80,000 of public money deserves a clear account of what it bought, and we will publish one.",
        (),
    ),
    (
        "A similar discovery run by a London borough in 2017 cost £79,000 and stopped short of talking to residents.",
        (),
    ),
    (
        "Every wrong address costs us around £40 to put right by the time a second bill has gone out.",
        (),
    ),
    (
        "Had we asked for the full £80,000 we could have had two more days of research, but we could not have justified them.",
        (),
    ),
    (
        "An earlier draft of this bid had five councils in it and asked for £95,000; we cut it back in September.",
        (),
    ),
    ("Ten other councils have asked to see what we find.", ()),
    (
        "A third of those who ring the contact centre about moving home have already told another part of the council.",
        (),
    ),
    (
        "If half of all movers told us only once, the four councils might save £120,000 a year between them.",
        (),
    ),
    (
        "Two of the four councils use the same revenues system, which gives us something to compare.",
        (),
    ),
    ("The largest single line is the user researcher, at £32,400.", ()),
    ("At £720 a day for 45 days, the user researcher is the heart of this bid.", ()),
    ("Research and service design together take £54,600 of the grant.", ()),
    ("Four specialist roles, paid for by the fund, supply 127 days between them.", ()),
    ("Council officers are giving 88 days of their time without charge to the fund.", ()),
    ("Beside Hambleton there are three partners: Ryedale, Scarborough and the county council.", ()),
    (
        "Last year our contact centre took some 11,000 calls from people who were moving in, moving out or moving on.",
        (),
    ),
    ("We are £1,600 below the cap, by design rather than by accident.", ()),
    ("Between them, Scarborough and North Yorkshire would receive £1,900.", ()),
    (
        "Ten days of the data analyst's time will be spent matching electoral and council tax records.",
        (),
    ),
    (
        "We understand that the Local Digital Fund has £7.5m to give out and that competition for it is keen.",
        (),
    ),
    (
        "Were an alpha to follow, it would need in the region of £100,000, and we make no claim on that here.",
        (),
    ),
    ("All but about a sixth of the grant would be held by Hambleton.", ()),
    ("Ryedale's part of the fund's money is £10,750.", ()),
    (
        "One household in eight in Scarborough changes its address in a year, against one in eleven in Ryedale.",
        (),
    ),
    ("Nearly four pounds in every five would come from the fund.", ()),
    ("Ours is a contribution of 22 % of the whole, and it is staff time from first to last.", ()),
    ("The fund is asked to meet 78% of what the discovery costs.", ()),
    ("The sum requested is seventy-eight thousand four hundred pounds.", ()),
    (
        "In round terms this is a £0.1m project, small enough to stop if the evidence tells us to.",
        (),
    ),
    (
        "We mean to interview 24 residents and a dozen landlords, and to sit beside staff in each of the four councils.",
        (),
    ),
    (
        "Three of the seven districts of North Yorkshire are in this bid, with the county council as the fourth partner.",
        (),
    ),
    (
        "Five councils in Kent tried a shared change-of-address form in 2014 and gave it up within eighteen months.",
        (),
    ),
    (
        "Our revenues teams spend an estimated £240,000 a year on post that goes to the wrong door.",
        (),
    ),
    ("None of the £21,550 we are giving is cash, and we say so plainly.", ()),
    ("The most that a discovery can be given is £80,000.", ()),
    (
        "In 2016 Scarborough spent £18,000 on a web form that fewer than 5% of movers ever finished.",
        (),
    ),
    ("Half of the service designer's 30 days will go on mapping how the service works now.", ()),
    (
        "By the end of week five the researcher will have used 20 days and we shall hold our first show and tell.",
        (),
    ),
    ("Were a fifth council to join us later, it would do so at its own expense.", ()),
    ("Forty days of a product owner, worth £10,720, is the biggest thing the councils bring.", ()),
    (
        "Two small lines of £1,900 each, one for thanking participants and one for show and tells, travel and venue, complete the budget.",
        (),
    ),
    ("If Scarborough had to withdraw, the grant would fall by no more than £950.", ()),
    ("One consultancy quoted us £96,000 for the same twelve weeks, and we turned it down.", ()),
    (
        "Rather more than two fifths of the grant pays for user research, since that is where our ignorance is greatest.",
        (),
    ),
    ("The partners' in-kind support is worth more than £20,000.", ()),
    (
        "In value, the product owner's time is about half of everything that the councils are giving.",
        (),
    ),
    (
        "A pensioner we spoke to in Thirsk had lost £312 of single person discount because one team never told the next.",
        (),
    ),
    ("Even with our own time counted in, the whole thing comes in under £100,000.", ()),
    ("Our senior sponsor has set aside eight days, and her diary already shows them.", ()),
    (
        "Holding a master address index costs the county £79,000 a year, a sum that is no part of this application.",
        (),
    ),
    (
        "We do not want £99,950 from the fund: that is what the project costs once our own time is included.",
        (),
    ),
    (
        "Over twelve weeks, from January to April 2019, the team will test whether telling us once is what people actually want.",
        (),
    ),
    ("Information governance advice takes ten days, which we have valued at £2,450.", ()),
    (
        "Should the benefits case stand up, payback would come in under three years on running costs of £15k a year.",
        (),
    ),
    (
        "Government's own guidance reckons that 60% of such contact is avoidable, though we suspect that our figure is nearer 35%.",
        (),
    ),
)
