"""The forms in which a sentence records what a meeting resolved, by the words without which none of them is met.

Patterns for sentences in lower case with single spaces. A pattern is here because many clerks write so.
"""

from __future__ import annotations

from minutes_parser.lazy import by_letter

DECIDED = (
    "(?:a(?:greed|pproved|ccepted|dopted|ppointed|uthori[sz]ed)|r(?:esolved|atified|e-?elected|e-?appointed|ejected|efused)"
    "|d(?:ecided|eferred|eclared (?:duly )?elected)|e(?:ndorsed|lected)|c(?:arried(?! (?:out|forward|over|on(?! a )|by(?! a )))|o-?opted|hosen)"
    "|postponed|nominated(?! but)|sanctioned|waived|signed off|tabled until|voted (?:in|onto|off))"
)
_VERDICT = (
    r"(?:agreed|resolved|decided|approved|accepted|adopted|ratified|endorsed|(?:re-?)?(?:elected|appointed)|co-?opted|voted|sanctioned|waived|signed off|consented to"
    r"|chose|selected|awarded|opted|concurred|nominated(?= .{3,60}? (?:as|to|for)\b)|settled on"
    r"|concluded(?= that .{3,150}? (?:should|shall|will|would|must|is to|are to)\b)|unanimously (?:supported|backed)"
    r"|authori[sz]ed|deferred|rejected|tabled(?= the (?:item|motion|matter|discussion|request|application|proposal|resolution)\b)|declined(?= (?:to(?! comment| answer)|the|this|in)\b|\W*$))"
)
_MANNER = (
    "(?:(?:also|further|then|therefore|thus|again|all|both|duly|formally|generally|subsequently|provisionally|finally|now"
    r"|initially|hereby|unanimously|collectively|broadly|[ao]n balance|in principle|by all|\w{3,20},? and) ){0,4}"
)
# Whose agreement is the meeting's. A person's is not: "Cllr Oak agreed that ..." reports an opinion or a promise.
_BODY = (
    r"(?:(?:the|this|all|both) )?(?:[\w-]{1,30} ){0,4}?(?:"
    + by_letter(
        "board|council|committee|panel|group|meeting|team|e(?<!chief e)xec(?:utive)?"
        "|assembly|forum|trust|society|association|partnership|commission|authority|cabinet|senate|pc|tsc|tac|tc|sc|wg|sig|ec|eb|gb|consortium|vestry|congregation|synod|maintainers|committers|shareholders|homeowners|partners|wpls?"
        "|fgb|lgb|agm|members|councillors|cllrs|governors|trustees|directors|residents|attendees|delegates|officers|participants"
        "|all|everyone|everybody|those present|those involved|those attending|people present|people involved|people attending"
        "|all present|all in attendance|we|they"
    )
    + ")(?: (?:members|present|in attendance|as a whole|unanimously))?"
)
_BY_BODY = "|".join(
    f"(?<=\\b{body} confirmed)"
    for body in "committee council board meeting group members trustees governors directors we".split()
)
"""Behind 'confirmed', which is frequent where people say things: a search runs from one to the next."""
PLURAL = "(?:councillors|cllrs|members|governors|trustees|directors|officers|participants|partners|maintainers|committers|all|everyone|we|they)"
_PUT_OFF = "(?:deferred|postponed|held over|carried forward|pushed(?: back)?)"

# What a clerk says in short was settled: "Payments authorised.", "Terms of reference agreed by all".
_MATTER = "(?:{})".format(
    by_letter(
        "minutes|contents?|budgets?|accounts|reports?|policy|policies|terms|reference|tor|dates?|plans?|proposals?|payments?|requests?|applications?"
        "|motions?|amendments?|changes?|agenda|drafts?|quotes?|quotations?|expenditure|grants?|donations?|prs?|pull requests?|patch(?:es)?|rfcs?|peps?|adrs?|items?|schedule|charter|purchases?"
        "|routes?|venues?|prices?|costs?|fees?|charges?|themes?|designs?|wording|logo|programme|rotas?|timetable|format|spend(?:ing)?|invoices?|constitution|by-?laws"
        "|rules|nominations?|ideas?|topics?|leases?|contracts?|letters?|statements?|responses?|strategy|strategies|resolutions?"
    )
)
_SETTLED = "(?:approved|agreed|accepted|adopted|ratified|authori[sz]ed|deferred|postponed|supported|rejected|tabled(?= (?:until|to)))"
_OFFICE = (
    r"(?:the |our |its |his |her |a )?(?:new |next |interim )?(?:vice[ -])?(?:chair\w*|president|secretary|treasurer|captain|clerk|(?:board|committee|council) member"
    r"|board|committee|council|director|trustee|delegate|representative|maintainer|editor|post|role|office)\b"
)
_TAIL = r"(?: (?:unanimously|by (?:consensus|all|everyone|everybody|members|governors|the [\w-]{3,20})|(?:unchanged )?as (?:presented|circulated|is|amended|published|written|read|submitted|distributed|corrected|shown|listed)|unchanged|(?:with(?:out)?|until|to|till) .{0,40}|and (?:thank\w*|filed|placed|noted|signed|minuted)\b.{0,60}))?\W*$"


_SETTLING = (
    "agreed resolved decided approved accepted adopted opted elected reelected carried ratified endorsed authorised authorized"
    " deferred postponed rejected declined refused nominated settled concluded supported backed signed tabled voted chose chosen selected awarded concurred sanctioned waived consented appointed reappointed coopted declared"
)

FORMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        _SETTLING,
        (
            rf"\bit (?:was|is|has been) {_MANNER}(?:agreed|resolved|decided|determined|approved)\b",
            rf"\b(?:was|were|are|is) {_MANNER}{DECIDED}\b",
            rf"(?:^|[,;:–—-] |\b(?:and|but|when|discussion|which|after \w{{3,20}}|consequently,?) )"
            rf"{_BODY} (?:has |have )?{_MANNER}{_VERDICT}\b",
        ),
    ),
    ("approve approved", (r"^\W*approved? without (?:objection|dissent)\b|^\W*approval of\b.{0,300}\bapproved\W*$",)),
    ("seconded seconds", (
        r"^.{2,60}? (?:accepted|approved|adopted) (?:the |these )?(?:\w+ )?(?:minutes|reports?|accounts|agenda|budget)\b.{0,120}?\bsecond(?:ed|s)\b",
    )),
    ("2nd", (r"\b(?:propos(?:ed|al|er|es)|mov(?:ed|er|es)|motion)\b.{0,250}?\b2nd(?:ed)?\b",)),
    ("determined", (rf"\bit (?:was|is|has been) {_MANNER}determined\b",)),
    ("agreed resolved decided approved", (
        rf"^\W*{_BODY}\b[^.]{{0,200}}?,? (?:and|but) {_MANNER}(?:agreed|resolved|decided|approved)\b",
        rf"^\W*{_BODY}, [^,.;]{{3,120}}, {_MANNER}(?:agreed|resolved|decided|approved)\b",
    )),
    (
        "agree agreed resolved approved deferred adopted ratified accepted carried postponed refused passed rejected defeated denied declined",
        (r"(?: [-–—:] ?|: )(?:denied\W*$|declined\W*$|agreed|agree(?= (?:that|to|on)\b|\W*$)|resolved|approved|deferred|adopted|ratified|accepted|carried(?! (?:forward|over|out)\b)|postponed|refused|passed|rejected|defeated)\b",
         r" -- (?:agreed|resolved|approved|deferred|adopted|ratified|carried|postponed|passed|rejected)\W*$|\((?:all )?(?:\w+ (?:and|&) )?(?:agreed|approved|carried|passed|adopted|deferred|accepted)(?: unanimously)?\)\W*$"),
    ),
    (
        "agreed approved accepted adopted carried deferred postponed ratified resolved unanimously rejected",
        (r"^\W*(?:all |both |these |also,? |further |then )?(?:agreed|approved|accepted|adopted|carried|deferred|postponed|ratified|resolved|unanimously|rejected)\b"
         r"(?! \w+ (?:is|are|was|were|will)\b)",),
    ),
    (
        "decided voted passed elected reelected appointed reappointed coopted opted",
        (r"^\W*(?:decided (?:to|that|not|on|against)|voted (?:to|not|for (?:adoption|approval|acceptance|\w{3,12}ing|(?:an?|the) (?!motion|resolution|amendment))\b)|passed\W*(?:u|unanimously)?\W*$|(?:(?:re-?)?(?:elected|appointed)|co-?opted):? .{3,60}? (?:as|to|onto)) ?",),
    ),
    # Notes that name nobody: 'Discussed the fence, decided against it'
    ("decided agreed", (
        r"^\W*(?:discussed|covered|reviewed|considered|debated|talked (?:about|of|over|through)|looked (?:at|into)|went (?:over|through))\b[^.;]{2,200}?[,;] (?:and |but )?(?:\w+ly )?(?:decided|agreed) (?:to|that|not|on|against)\b",
    )),
    (
        "approved agreed accepted adopted ratified authorised authorized deferred postponed supported rejected tabled",
        (rf"\b{_MATTER} (?:un\w+ly )?{_SETTLED}{_TAIL}",
         rf"^\W*(?:the |an? )?{_MATTER} (?:of|for|from|at) [^.;:]{{2,60}} {_SETTLED}{_TAIL}",
         rf"[£€$] ?\d[\d.,]*k?\b[^.;:]{{0,40}} {_SETTLED}(?: for [^.;:]{{3,60}})?\W*$",
         r"^\W*(?:\w+ ){0,2}(?:members?|grants?|payments?) (?:approved|accepted): \w",
         rf"^\W*(?:the )?[a-z]{{1,12}}[ -]?\d[\d./-]{{0,8}} {_SETTLED}\b"),
    ),
    (
        "carried passed approved agreed",
        (r"[;,] (?:and )?(?:carried|passed|approved|(?:all )?agreed)(?: unanimously)?\W*$",
         r"\b(?:and|then) (?:was |were )?(?:duly |unanimously )?carried\b|\bit was not carried\b"),
    ),
    (
        "approved accepted adopted agreed",
        (r"\b(?:reviewed|discussed|received|considered|presented|read),? (?:and )?(?:\w+ly )?(?:approved|accepted|adopted|agreed)"
         r"(?: and (?:approved|accepted|adopted))?(?: \w+ly| as \w+)?\W*$",
         r"(?:^\W*|: )(?:reviewed|discussed|considered|circulated|read|received)(?:,|,? and| &) (?:\w+ly )?(?:approved|accepted|adopted|agreed)\b(?! (?:by|on|at|in)\b)",),
    ),
    (
        "approved agreed accepted adopted",
        (r"\bw(?:as|ere) (?:(?:taken as read|read|circulated|received|noted|presented|checked|considered|proposed|seconded|confirmed|amended)(?:,|,? and|,? then) ){1,3}"
         r"(?:duly |unanimously )?(?:approved|agreed|accepted|adopted)\b",
         r"^\W*apologies (?:for absence )?(?:(?:was|were|had been) )?(?:received|noted|given|tendered|sent)\b.{0,150}? and (?:were )?(?:accepted|approved)\b"),
    ),
    ("awarded", (r"\b(?:bid|contract|tender)s? (?:was|were) awarded to\b",)),
    ("unanimously", (r"\bunanimously (?:approved|accepted|adopted|passed|ratified|endorsed)\b",)),
    ("agreed", (r"[a-z],? (?:as )?agreed by (?:all|everyone|everybody|the (?:board|committee|council|group|meeting|members))\W*$",)),
    ("amended", (r"^\W*(?:the )?(?:constitution|by-?laws|rules|agenda|policy|charter) (?:was|were) (?:\w+ly )?amended (?:to|by|as)\b",)),
    ("elected", (r"(?:\(|^\W*)(?:re-?)?elected (?:unopposed|unanimously|by acclamation)\W*$",)),
    ("declined refused granted", (r"^\W*(?:declined|refused|granted)(?: in (?:full|part))?\W*$",)),
    ("agreed fixed", (r"^\W*(?:[\w’'-]+ ){0,4}dates? (?:agreed|fixed)(?: (?:as|for|on)\b|: \w)",)),
    ("tabled", (
        r"^\W*tabled\W*$|\btabled (?:to|until|till) (?:the |a |our )?(?:\w{1,20} ){0,3}(?:meeting|agenda|month|session|week)\b",
        r"^\W*tabled (?:pending|until|till|to|for|(?:due|owing) to|because)\b",
        r"\b(?:rest|remainder|balance) of the (?:agenda|business|items) (?:was|were) (?:\w+ )?tabled\b",
    )),
    ("disagreement opposition", (r"\bthere (?:was|were) no (?:disagreement|opposition to)\b",)),
    ("passes passed", (r"^\W*(?:(?:the )?(?:motion|proposal|resolution) )?pass(?:es|ed)(?: unanimously)?\W*$",
                r"^\W*passes:|^\W*(?:the )?[\w-]{1,20} pass(?:es|ed) (?:the|this) (?:\w+ ){0,2}(?:appeal|motion|resolution|proposal|slate|budget|amendment)\b")),
    ("accepts approves adopts accept", (
        r"^\W*(?:the )?meeting (?:\w+ ){1,4}and (?:accepts|approves|adopts)\b|^\W*(?:friends|meeting) (?:approve|accept|adopt)s?\b",
    )),
    ("favour favor", (rf"^\W*{_BODY} (?:was|were) (?:\w+ly )?in favou?r of (?:(?:the|this|that|these)\b|\w{3,12}ing\b)",)),
    ("amended", (rf"^\W*{_BODY} {_MANNER}amended (?:the|its|their) (?:\w+ )?(?:by-?laws?|constitution|rules|agenda|budget|polic(?:y|ies)|terms|charter|resolution)\b",)),
    ("formed established", (rf"^\W*{_BODY} (?:has |have )?{_MANNER}(?:formed|established|set up) (?:an? )(?:new )?(?:[\w-]+ ){{0,2}}(?:sub-?committee|committee|task force|working (?:group|party))\b",)),
    ("vote", (r"\bvotes?(?::| was)? \d{1,3} ?[-–/] ?\d{1,3}(?: ?[-–/] ?\d{1,3})?(?: \([^()]{2,30}\))? (?:in favou?r|for)\b",)),
    # 'For the spring fair the board agreed to ...', 'The board discussed the draft and directed staff to ...'
    ("agreed decided resolved voted chose elected", (r"^\W*(?:for|as for|regarding|concerning|by a) [^.,;:]{3,60}? (?:the )?(?:board|council|committee|group|meeting|members|trustees) (?:\w+ly )?(?:(?:agreed|decided|resolved|voted) (?:to|that|on|not)|chose|elected)\b",)),
    ("directed instructed", (r"^\W*the (?:[\w-]+ ){0,3}?(?:board|council|committee|commission|trustees|directors)\b(?: [^.;]{3,160}? and)? (?:\w+ly )?(?:directed|instructed) (?:staff|(?:the )?(?:clerk|secretary|treasurer|manager|counsel|attorney|administrator)) to\b",)),
    ("resolved", (r"(?:^\W*|, )it (?:\w+ly )?resolved (?:that|to)\b",)),
    ("confirmed", (rf" confirmed(?:{_BY_BODY}) (?:(?:the |these |those |their )?(?:[\w’'-]+ ){{0,3}}minutes|(?:the|their) (?:appointment|election|decision))\b",)),
    ("passed carried", (rf"^\W*{_BODY} (?:has |have )?{_MANNER}(?:passed|carried) (?:an?|the|this|that) (?:[\w-]+ ){{0,2}}(?:resolution|motion|budget|by-?law)\b",)),
    ("voted", (r"^\W*voted that\b|\bit was (?:\w+ly )?voted (?:to|that|not)\b",)),
    ("ordered", (r"\b(?:was|were|be|it was) (?:\w+ly )?ordered (?:that|to be|placed|filed|spread|paid|received)\b",)),
    ("declared", (r"\b(?:chair\w*|president|mayor|cathaoirleach|moderator|returning officer|clerk) (?:then )?declared (?:.{3,80}? (?:duly )?(?:elected|carried|adopted|appointed)|that .{3,100}? (?:should|shall))\b",)),
    ("tabled deferred postponed", (r"\b(?:review|discussion|item|vote|motion|approval|decision)(?: (?:of|on|about) .{0,60}?)? (?:tabled|deferred|postponed)\b",)),
    ("appointment", (r"\bappointment of .{3,60} (?:was|were) (?:confirmed|agreed)\b",)),
    ("agreement agreeable", (r"^\W*agreement (?:(?:that|to|on)\b.{15}|with \w{3,20}ing\b)|\bthere (?:was|is) (?:\w+ )?agreement (?:to|that)\b|(?<!\bno )\bagreement (?:was|is|has been) (?:reached|made) (?:to|that|on)\b|\bwe (?:are|were) all in agreement (?:that|to)\b|\b(?:general|unanimous|universal|full) agreement\b|\b(?:broad|wide|overall|clear|strong) agreement (?:that|to|on)\b|\b(?:reached|came to) (?:an )?agreement (?:that|to|on)\b|\b(?:was|were) (?:agreeable to|in agreement|met with (?:general |unanimous )?(?:agreement|approval))\b",)),
    ("agree decide", (r"^\W*(?:we|all|(?:the )?(?:members|trustees|directors|councillors|governors|partners|participants))(?: all| unanimously| therefore| hereby)? (?:agree|decide) (?:that|to|on)\b|\bit was (?:\w+ly )?agree (?:that|to)\b",)),
    ("approve adopt ratify appoint", (r"^\W*(?:we|members)(?: all| hereby)? (?:\w+ and )?(?:approve|adopt|ratify|appoint) (?:the|this|these|an?|our)\b|\bwhom we appoint\b",)),
    ("accept", (r"^\W*we (?:\w+ and )?accept (?:the|this|these|our)\b",)),
    ("sense", (r"\bsense of the (?:meeting|group|board|committee|assembly) (?:was|is|that)\b",)),
    # What a council says to a planning authority: '24/0012 Two-storey extension - No objection'
    ("objection objections comment comments object support refusal approval", (
        r"(?: [-–—]|:|\.) (?:no (?:objections?|comments?)|objection|object|support|recommend(?:ed)? (?:approval|refusal)|(?:approval|refusal) recommended)\W*$",
        r" [-–—] (?:strong(?:ly)? )?object(?:ion)?,? (?:on|due to|because|for|as)\b",
        r"\brecommended for (?:approval|refusal)\W*$|^\W*(?:recommend(?:ed)? (?:approval|refusal)|(?:approval|refusal) recommended)\b",
    )),
    ("grants", (r"^\W*(?:the )?(?:\w+ )?(?:board|council|committee|trust) grants? .{0,40}?(?:approval|permission|consent)\b",)),
    ("voted", (r"\bvoted (?:up)?on and (?:\w+ly )?(?:adopted|approved|accepted|agreed|passed|carried|ratified)\b", r"\bvoted (?:to|in favou?r|unanimously|against|\d)\b",)),
    ("abstained abstain abstention abstentions against opposed", (r"^\W*\d{1,3} (?:approved?|agreed?|in favou?r|for|yes),? (?:and )?\d{1,3} (?:abst\w+|against|opposed)\b",)),
    ("stand", (r"\bminutes (?:shall )?stand (?:as )?approved\b",)),
    ("minutes", (
        r"^\W*(?:[\w’'-]+ ){0,4}minutes (?:(?:of|from|for|held|dated) .{0,60} )?(?:approved|agreed|accepted)\b",
        r"\bminutes\b.{0,150}?\b(?:was|were)\b.{0,60}?\b(?:taken as read|confirmed)\b",
        r"\bminutes\b.{0,80}?\b(?:was|were)\b.{0,40}?\band signed\b",
        r"\bminutes\b.{0,80}?\bdeemed (?:to be )?(?:an? )?(?:true|correct|accurate)\b",
    )),
    (
        "second seconded seconder seconding seconds",
        (r"\b(?:propos(?:ed|al|ition|er|es)|mov(?:ed|er|es)|motion(?:ed|s(?= (?:to|that|for) |,))?|nominat(?:ed|es|ion))\b.{0,250}?\bsecond(?:ed|er|ing|s|(?! (?:phase|stage|half|reading|time|year|week|quarter|part|term|draft|version|floor|round|home|opinion)\b))\b",
         r"\b(?:as|for) (?:vice[ -])?(?:chair\w*|president|treasurer|secretary|captain)\b.{0,60}\bsecond(?:ed|ing)\b"),
    ),
    ("prop", (r"\bprop\b[.:]? .{2,40}[,;/.] ?sec\b[.:]? ",)),
    ("supported", (r"\b(?:mov(?:ed|er|es)|motion(?:ed)?)\b.{0,150}?\bsupported by\b",)),
    ("confirmed", (r"^\W*(?:the )?(?:(?!county|district|borough|city)[\w-]+ ){0,3}(?:council|board|committee|panel|governors|trustees) confirmed (?:that|the (?:re-?)?(?:appointment|election))\b",)),
    ("objection objections objected", (
        r"(?:^\W*|: |\bthere were |\bthere being |\bhearing |\bwith )no objections? (?:to|on|for) ",
        r"^\W*no objections?(?:[,;] (?:moving|going) (?:ahead|forward)\b.{0,30})?\W*$",
        r"[a-z,:;] (?:without|no) objections?\W*$|^\W*without objection\b|\b(?:nobody|no[ -]one|none) objected\b",
        r"\bno objections? (?:was|were) (?:raised|made|offered)\b",
    )),
    # 'WG7 requests', 'SC9/WG7 resolves'
    ("requests confirms resolves recommends instructs", (
        r"^\W*(?:[a-z]{2,6}\d{0,4}/){0,3}[a-z]{2,4} ?\d{1,4} (?:requests|confirms|resolves|recommends|instructs)\b",
    )),
    ("objection objections comment comments observation observations",
     (rf"\b{_BODY} (?:had|has|have|made|raised|offered|chose to make|agreed) no (?:objection|comment|observation)s?\b",)),
    ("granted given", (
        r"(?<!planning )\b(?:approval|permission|authority|consent|powers?) (?:was|is|were|has been) (?:(?!later)\w+ )?(?:granted|given)"
        r" (?:to|for|by the (?:board|council|committee))\b",
        r"\b(?:clerk|chair\w*|treasurer|secretary|officers?|manager|director) (?:was|were|is) (?:given|granted) (?:\w+ )?"
        r"(?:authority|permission|power|approval)\b|\brequests? (?:was|were) (?:granted|given)\b",
    )),
    ("granted gave confirmed", (
        rf"^\W*{_BODY} {_MANNER}(?:granted|gave|confirmed) (?:(?:its|their|formal|full|the) ){{0,4}}"
        r"(?:approval|consent|permission|support|agreement|backing)\b",
    )),
    ("declined turned withdrawn",
     (r"\b(?:requests?|proposals?|offers?|invitations?|bids?|motions?)(?: (?:from|to|for|by) .{3,80}?)? (?:was|were) (?:declined|turned down|withdrawn)\b",)),
    ("suspended reinstated resumed", (r"\bstanding orders (?:was|were) (?:suspended|reinstated|resumed)\b",)),
    ("referred", (
        r"\b(?:it|item|matter|issue|polic(?:y|ies)|application|motion|proposal|question) (?:was|were|be) (?:then )?referred (?:back )?to"
        r" (?:the )?(?:[\w&-]+ ){0,4}(?:committee|board|council|panel|group|trustees|governors)\b",
        rf"^\W*{_BODY} {_MANNER}referred (?:the|this|it) (?:[\w’'-]+ ){{0,8}}?(?:back )?to (?:the )?(?:[\w&-]+ ){{0,4}}(?:committee|board|council|panel|group|trustees|governors)\b",
    )),
    ("adjourned carried",
     (r"(?<!meeting )(?<!actions )\b(?:was|were|be) (?:adjourned|carried over) to (?:the |our )?(?:\w{1,12} ){0,3}(?:meeting|agenda|month|session)\b",)),
    ("moved", (r"\bmoved (?:that|to)\b.{3,200}?(?:,| and) [\w.’'-]{2,20}(?: [\w.’'-]{2,20})? (?:agreed|concurred)\W*$", r"(?:\b(?:be|was|were) |^\W*)moved to (?:next week|(?:the |a |our )?(?:next|later|future|following) (?:meeting|agenda|month))\b",)),
    ("favour favor nem nemine", (
        r"^\W*(?:all|everyone|everybody)(?: of)?(?: those| members| governors)?(?: present)? (?:was|were|voted|is|are) in favou?r\b",
        r"\b\w{1,8} (?:votes? )?in favou?r,? (?:and )?\w{1,8} (?:votes? )?(?:opposed|against)\b",
        r"\ball (?:were )?in favou?r\b|\bin favou?r, (?:and )?\w{2,9} (?:votes? )?(?:opposed|against)\b|\bnem(?:ine)?\.? con\b",
    )),
    ("vote votes", (
        r"\bvotes for(?:,? and |, )\w{1,8} (?:votes? )?against\b|\bvotes to\b",
        r"\bvote was (?!taken\W*$)(?!(?:held (?:on|in|at|by|to)|taken on|called|cut|put|requested|asked)\b)",
    )),
    ("supports support objects", (rf"^\W*(?:[a-z]{{4,12}}: )?{_BODY} (?:strongly |fully )?(?:supports?|objects to) (?:(?:the|this|a) )?(?:\w+ )?(?:application|proposal|motion)\b",)),
    # "For: 5, against: 0", "FOR = all ; AGAINST = none"
    ("against opposed noes nays", (
        r"\b(?=[afiy])(?<!\()(?:for|in favou?r|ayes?|yes) ?[=: ] ?(?:all|\d{1,3}) ?[,;.]? ?(?:and )?(?:against|opposed|noes|nays) ?[=: ] ?(?:none|nil|\d{1,3})\b",
    )),
    ("yeas ayes", (r"\b\d{1,3} (?:yeas?|ayes?)(?: ?[-–—/,;] ?| and |, and )\d{1,3} (?:nays?|noes)\b",)),
    ("elected reelected", (r"^\W{0,4}[^:.]{3,80} (?:re-?)?elected (?:by acclamation|unopposed|unanimously|for (?:an? )?[\w-]{1,6}[ -]years?(?: term)?)\b",
        r"^[^:.]{3,60}: (?:duly |unanimously )?(?:re-?)?elected (?:as|on|by|unopposed|to|unanimously|chair\w*|president)\b",)),
    (
        "objection objections agreed approved accepted adopted carried deferred postponed rejected passed",
        (r" (?:[-–=]{1,2}>|[→⇒➔]) ?(?:no objections?|agreed|approved|accepted|adopted|carried(?! (?:over|forward))|deferred|postponed|rejected|passed)\b(?! (?:by|to) )",
         r": no objections?(?: [-–—,] \w{1,12})?\W*$"),
    ),
    ("results result", (r"^\W*(?:voting|votes?|election|poll|ballot) results?\b.{0,200}\b(?:elected|against|opposed|abst\w+|unanim\w+|for: ?\d+)",)),
    ("set fixed", (
        r"\b(?:precept|budget|fees?|rates?|subscriptions?|levy|quorum|charge|contribution) (?:of .{0,30} )?(?:was|were|is|be) (?:therefore )?(?:set|fixed) at\b",
        rf"^\W*{_BODY} set the (?:precept|budget|fees?|rates?|subscriptions?|levy)\b",
    )),
    ("passed", (
        r"\b(?:resolution|proposal|amendment|budget|by-?laws?)\b.{0,200}? (?:was|were|is) (?:duly |unanimously )?passed\b(?! (?:on )?to\b)",
        r"\bpassed with (?:\w{1,8} )?(?:votes?|in favou?r|abst\w+|against|opposed|objections?)\b",
        r"\bpassed (?:unanimously|by (?:a )?(?:voice|show|majority|unanimous|\d)|\d|as (?:an? )?(?:true|correct|accurate)\b)",
        r"\b(?:accounts|payments|minutes|invoices) (?:(?:of|for|from) [^.,;]{3,40} )?were (?:duly )?passed\b(?! (?:on )?to)",
    )),
    ("remain stay", (r"^\W*(?:the )?(?:membership )?(?:subscriptions?|fees?|dues|precept|rates?|prices?|charges?) (?:to|will|shall|should) (?:remain|stay) (?:at|unchanged|the same)\b",)),
    ("left", (r"\bit was left that\b",)),
    ("elected", (rf"^\W*(?!.*\b(?:was|were|been|be) )[\w.’' -]{{3,50}} (?:re-?)?elected (?:as|to) {_OFFICE}",)),
    ("confirmed", (rf"w(?<=\bw)(?:as|ere) (?:re-?)?confirmed (?:as|in) {_OFFICE}",)),
    ("unanimous gave", (
        rf"^\W*{_BODY} (?:was|were) {_MANNER}unanimous (?:in|that|about)\b|\bit was unanimous (?:that|to)\b",
        rf"^\W*{_BODY} gave (?:(?:its|their|the|unanimous|full|general) ){{1,3}}(?:approval|consent|support|backing|agreement)\b",
    )),
    ("approval", (r"\bapproval (?:of|for) .{3,80}, which was (?:\w+ )?given\b",)),
    ("tabled", (r"\b(?:item|matter|discussion|vote|topic|motion) (?:was|were) (?:\w+ly )?tabled(?! by\b)",)),
    ("favour favor", (r"\b(?:show of hands|vote|majority) was (?:\w+ly )?in favou?r of\b",)),
    ("go", (r"^\W*(?:we|the (?:group|team|committee|board|tsc)) (?:will|shall|are going to|is going to) go (?:ahead )?with\b",)),
    ("supported objected", (
        r"\bapplications? (?:was|were) supported\b|\bsupported the (?:proposal|motion|recommendation)",
        rf"^\W*{_BODY} (?:supported|objected to) the (?:\w+ )?application\b",
    )),
    ("agreed approved accepted carried supported", (  # the second verb; the first is told of far more often
        r"\b(?:suggested|proposed|recommended)\b.{0,150}?,? (?:which|who|and this|and it) (?:was|were) (?:then |also |unanimously |duly )*"
        r"(?:agreed|approved|accepted|carried|supported)(?: by (?:all|members|governors|everyone|the \w+))?\W*$",
    )),
    ("happy content", (
        r"\b(?:was|were) (?:happy|content) to approve\b",
        rf"^\W*{_BODY} (?:was|were) {_MANNER}(?:happy|content) (?:to (?:go ahead|proceed|support|accept|agree|adopt)|(?:with|for) the "
        r"(?:\w+ )?(?:proposal|recommendation|plan|draft|minutes|budget|application|policy|change)s?)\b",
    )),
    ("favour favor yes yea aye ayes unanimous", (
        # '- 7 in favour, 2 abstain', '? 5 of 6 trustees voted yes', '(6 ayes)': how the vote on the matter before it went
        r"(?: [-–—:] ?|: |\(|^[-–— ]{0,4})(?:\w{3,5}|\d{1,3}(?: ?/ ?\d{1,3}| (?:out )?of \d{1,3})?) (?:[a-z]{4,12} ){0,2}(?:(?:votes?|voted|say|said),? )?(?:in favou?r|yes|yeas?|ayes?)\b(?:[;,]? (?:and )?\w{1,5} (?:votes? )?(?:abst\w+|against|opposed|no|noes|nays?)\b){0,3}\W*$",
    )),
    ("votes", (r"^\W*(?:\d{1,3} ?/ ?\d{1,3}|\d{1,3} (?:out )?of \d{1,3}) votes (?:for|to)\b",)),
    ("delegated", (rf"^\W*{_BODY} {_MANNER}delegated (?:authority|power|responsibility|the )",)),
    ("recommended recommends", (
        rf"(?:^\W*|, |\band ){_BODY} {_MANNER}recommend(?:ed|s) (?:approval|refusal|acceptance|rejection|that|to|(?:the|this|these) [^.;]{{2,80}}? for (?:adoption|approval|acceptance))\b|^\W*recommended:? (?:that|to)\b",
    )),
    ("recommendation recommendations", (r"^\W*recommendations? (?:was |were )?(?:agreed|approved|accepted|adopted)\b",)),
    ("approves adopts accepts agrees resolves endorses ratifies decides", (
        r"^\W*(?:the )?(?:[\w-]{1,30} ){0,3}?(?:board|council|committee|panel|meeting|assembly|trust|society|association|tsc|tac|senate|team|group|wg|tc|sc|everyone|everybody)"
        rf" {_MANNER}(?:approves|adopts|accepts(?! that)|agrees(?= (?:to|that|on|in)\b|\W*$)|resolves|endorses|ratifies|decides(?= (?:to|that|on|not|against)\b))\b",
    )),
    ("motion resolution proposal recommendation amendment vote", (
        r"\b(?:motion|resolution|proposal|recommendation|amendment|vote) (?:was |is |were |has been )?(?:duly |unanimously )?"
        r"(?:carried|carries|passes|fails|passed(?! (?:to (?:the|a|an|our|all|members)\b|by|on))|approved|adopted|unanimous|accepted|supported|defeated|lost|failed)\b",
        r"\b(?:motion|proposal|resolution|amendment|and it) (?:was|is) not (?:carried|passed|approved|adopted)\b",
        r"\b(?:motion|proposal|resolution) (?:was |were )?(?:made|moved|put|proposed|offered),?(?: seconded,?)? (?:and|then) (?:then |duly |\w+ly )?(?:passed|approved|adopted|accepted)\b",
        r"\bmotion .{3,200}?,? (?:passed|carried|failed|approved)(?: (?:unanimously|(?:without|with|by) .{3,30}))?\W*$",
        r"\bon (?:a |the )?motion (?:of|by|from)\b",
    )),
    ("msc msp msa msu ms m", (r"(?:^\W*|[:–—-] |\bit was )(?:m/?s/?[cpau](?:/u)?\b|m/s:? \(?[\w.’'-]{2,20}(?: [\w.’'-]{2,20})? ?(?:/|&|and ) ?\w)", r"[a-z.)] m/(?:s/)?c\W*$")),
    ("sf", (r"\bsf:? ?\d+,? f:? ?\d+",)),
    ("decision", (
        r"\bdecision (?:is going to|is to|will|would) be (?:made|taken|reached) (?:at|in) (?:the |our |a )?(?:\w+ )?(?:meeting|agm|session)\b",
        r"^\W*(?:a |the )?decision (?:was |is )?(?:taken |made )?(?:to|that|not to)\b",
        r"\b(?:there was|followed by|made|took|reached) (?:a |the )(?:\w{3,12} )?decision (?:to|that|not to)\b",)),
    ("consensus unanimous", (
        r"^\W*(?:(?:rough|strong|clear|general) )?consensus(?: in the (?:room|group|meeting))?(?: (?:to|on|for) |\W*$)",
        r"(?<!what the )\bconsensus (?:(?:of|in|among) (?:the )?\w+ )?(?:was reached|reached|is|was(?! not)|that|to)\b|\bby consensus\b"
        r"|\bha(?:ve|d) consensus\b|\breached a? ?consensus\b|\bunanimous consent\b",
    )),
    ("continued", (r"(?:^\W*|: )continued (?:until|pending|for another|to (?:the |our )?(?:\w{1,12} ){0,2}(?:meeting|month|agenda|session))\b",)),
    ("deferred postponed held carried pushed", (
        rf"\b(?:(?:is|was|are|were) to|would|will) be {_PUT_OFF}\b",
        rf"\b{_PUT_OFF} (?:to|until|till|for) (?!each\b|every\b)(?:the |a |our )?(?:\w{{1,20}} ){{0,3}}(?:meeting|agenda|date|month|session|week)\b",
    )),
    ("delayed", (r"^\W*(?:[\w.’'/-]+ ){1,5}(?<!\bis )(?<!are )(?<!was )(?<!were )(?<!has )(?<!have )(?<!had )to be delayed(?: (?:until|till|to)\b|\W*$)",)),
    ("discuss revisit", (
        r"(?:^\W*|[-–—:,;] )(?:we )?will (?:discuss|revisit)(?: (?:it|this))?(?: again| further)? (?:next (?:week|month|meeting|time|call)|(?:at|in) (?:the |our )?next (?:\w+ )?(?:meeting|call))\W*$",
    )),
    ("defer postpone table", (
        r"(?:^\W*|[,;:–—-] )(?:(?:we )?(?:will|to) |we[’']ll )?(?:defer|postpone|table)(?: [^.;:]{2,60}?)? (?:to|until|till) (?:the |a |an |our )?(?:\w{1,20} ){0,3}(?:meeting|agenda|call|session|week|month|year|version|release|date|time)\b",
    )),
    ("considered discussed revisited", (r"\b(?:will|would|to) be (?:considered|discussed|revisited) (?:further |again )?at (?:a|an|another) (?:(?:future|later|subsequent|different) )?meeting\b", r"\bwill be (?:re)?(?:considered|discussed|revisited) (?:further|again) at\b",
        r"^\W*(?:it|this|(?:the|this) (?:item|matter|issue|topic|motion|proposal)) will be (?:considered|discussed|revisited) at (?:the|our) next (?:\w+ )?meeting\b",)),
    ("record", (r"\b(?:was|were)\b.{0,80}\b(?:as|be) (?:an? )?(?:true|correct|accurate)(?: and (?:true|correct|accurate))? record\b",)),
)  # fmt: skip
"""Words that stand in the text by themselves or begin a word in it, and the patterns that need one of them."""
