"""The vocabulary of minutes: verbs of asking, telling and promising, and the nouns that name people by their part.

All lower case, matched against whole tokens. A word stands here because clerks everywhere use it so.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# --- asking -------------------------------------------------------------------------------------------------------
ASK = _words("asked ask asks asking")
"""Verbs that put a question or a request, by what follows."""
QUERY = _words(
    "queried queries questioned questions enquired enquires inquired inquires wondered wonders challenged probed"
    " pressed quizzed wondering querying enquiring inquiring curious"
)
"""Verbs that put a question, whatever follows."""
SEEK = _words("sought seeks seek requested requests requesting sought-after wanted wants")
"""Verbs that put a question where information is their object."""
WANT = _words("wanted wished wants wishes keen desire desired interested curious like liked asked")
"""With "to know": verbs that put a question."""
RAISE = _words("raised raises raise posed put made received submitted tabled")
"""Verbs that put a question where a question is their object."""
QUESTION_NOUN = _words("question questions query queries enquiry enquiries inquiry inquiries questioning")
INFORMATION = _words(
    "update updates clarification clarity assurance assurances reassurance information explanation explanations"
    " view views opinion opinions thoughts feedback confirmation comment comments assessment timescale timescales"
    " timeframe timeframes timeline timelines figures breakdown detail details steps examples example indication"
    " evidence rationale reason reasons background overview summary insight input understanding advice guidance"
    " position impression picture progress context perspective perspectives plans status justification ideas suggestions definition meaning reaction recommendation news direction rundown run-down pros cons"
)
"""What a question asks for; anything else that is asked for is a request."""
FIGURE = _words(
    "cost costs price prices number numbers amount total date dates name names percentage proportion level levels rate"
    " balance outcome outcomes result results cause deadline size length value age frequency"
)
"""What else a question asks for where it is the very thing asked for: "the likely cost", not "a cut in the cost"."""
WH = _words("whether if how what why when where who whom whose which")
INVERTED = _words("could would can is are was were did does do will should has have had")
"""With which a question opens that is told as it was put: "asked could they be dimmed"."""
TELL = _words(
    "speak outline explain summarise summarize set identify describe clarify confirm comment elaborate expand brief walk talk"
    " detail say state tell justify define indicate share introduce give provide update advise respond account"
    " reflect explore comment assure reassure demonstrate highlight remind recap show"
)
"""Verbs whose doing at the meeting is an answer: "was asked to outline"."""

# --- telling ------------------------------------------------------------------------------------------------------
REPLY = _words(
    "replied responded answered confirmed explained clarified advised reassured assured confirms replies explains"
    " responds answers clarifies advises reassures assures"
)
"""Verbs that as a rule answer a question."""
SAY = REPLY | _words(
    "said says stated states reported reports suggested suggests indicated indicates added adds noted notes agreed"
    " agrees felt feels thought thinks believed believes informed told commented comments highlighted highlights"
    " reiterated emphasised emphasized stressed acknowledged accepted recommended mentioned observed considered"
    " pointed outlined described referred demonstrated cited gave provided offered undertook promised expected hoped"
    " anticipated estimated proposed argued concluded remarked insisted declared warned admitted concurred disagreed"
    " expressed summarised summarized updated echoed admitted denied identified understood assured continued"
    " would could can cannot did does welcomed wants wanted likes liked hopes expects thanked raised asked queried prefers"
    " advises understands mentions proposes recommends acknowledges observes emphasizes emphasises stresses outlines describes"
    " argues concludes remarks insists warns admits concurs disagrees estimates reiterates wonders cautions cautioned"
    " declined refused apologised apologized shared showed presented discussed read drew set talked spoke voiced invited requested was is were are had has"
    " reminded reminds countered counters recalled recalls asserted asserts elaborated urged urges encouraged points expresses"
)
"""What may follow a subject who has the floor."""
OPINE = _words(
    "said says stated states indicated agreed agrees reported informed told thinks thought felt feels believed believes suggested suggests"
    " added adds noted notes pointed points offered offers volunteered mentioned mentions observed observes commented remarked remarks"
    " argued argues reminded reminds asserted asserts insisted insists warned warns countered counters disagreed disagrees concurred"
    " concurs recalled recalls reiterated reiterates emphasised emphasized stressed stresses proposed proposes"
)
"""Verbs of telling of which only people are the subject."""
OPENS_TOPIC = _words(
    "reported noted welcomed thanked raised introduced presented updated outlined informed announced congratulated"
    " acknowledged discussed reviewed considered proposed invited opened closed queried asked commended moved"
)
"""Verbs with which a speaker takes up another matter rather than answering."""
STATE = _words(
    "confident clear reassured assured happy keen aware unaware unsure sure certain content pleased satisfied concerned"
    " unable able hopeful optimistic surprised sighted not looking working also still mindful comfortable willing"
    " agreeable supportive of"
)
"""What follows a person's "is" or "was" in an answer: "the Clerk was not aware"."""
IMPERSONAL = _words("it there this that these those yes no")

# --- promising ----------------------------------------------------------------------------------------------------
CHARGE = _words("instructed instructs requested tasked directed mandated advised told assigned delegated")
"""Before "to" and a verb: someone is given work."""
PROMISE = _words(
    "agreed offered undertook volunteered promised committed pledged undertaken undertakes offers volunteers agrees"
    " plan plans intend intends intended volunteer"
)
"""Before "to" and a verb: someone binds himself."""
LEFT = _words("left")
"""Before "to" or "with" somebody and "to" and a verb: it is his to do."""
WOULD = _words("would 'd ’d")
MODAL = WOULD | _words("will 'll ’ll shall")
BE = _words("is are was were be been being has have had")
TO_BE = _words("is are was were")
NEGATION = _words("not never n't n’t cannot")
STATIVE = _words(
    "be have need mean require remain stay depend become result cost appear seem know find like prefer want expect hope"
    " love favour benefit abide wish anticipate welcome appreciate see happen occur change increase decrease allow enable include"
    " consist comprise contain lead support say recall note remember strive retire resign step become leave rather"
)
"""After "will": verbs that foretell rather than promise."""
EFFECT = _words("take provide ensure help make")
"""After "will": verbs that promise of a person and foretell of a thing."""
PERSONAL = _words(
    "contact email e-mail circulate ask speak talk chase liaise investigate look draft organise organize arrange obtain get"
    " attend forward follow ring phone check share research bring discuss invite present write send prepare report add buy"
    " order post fix try test submit compile collate print host coordinate co-ordinate approach remind chair rewrite revise"
    " review edit upload book handle file do monitor put raise finalise finalize supply inform notify pick reach work rework"
    " document summarise summarize double-check ping push merge announce design lend pay fetch store act step"
    " resend re-send purchase donate install repair repaint recirculate respond reply apply enquire inquire visit distribute schedule consult nominate sign verify type"
    " query reschedule seek tell text tidy volunteer message bake cook photograph proofread teach demo"
)
"""After "will": what only people do, so that a lone name before it is somebody's."""
THINGS_DO = EFFECT | _words(
    "accept address advance affect aim appeal arise arrive attract avoid base begin belong break bring burn carry cause cease charge close collapse"
    " combine come commence compete complement concentrate conclude concern conform continue contribute count cover deal decline deliver demand deprecate"
    " deserve detect determine develop differ disappear display drop dominate double emerge encourage end engage enter equal evolve exceed execute exist expand"
    " expire explode extend face fail fall feature feed fill finish fit flow fluctuate focus force form freeze function fund gain generate give go grow"
    " handle hit hold host hurt impact implement impose improve incorporate incur influence introduce involve join jump keep kick lapse last launch let lie"
    " limit link load look lose maintain match matter meet minimise minimize move obtain offer open operate overlap own pass pause pay permit persist play"
    " pose prevent proceed produce promote prompt protect prove push range reach react rebound receive recover reduce reflect relate release reopen replace represent"
    " reside resolve resort restart restrict resume return reveal rise roll rule run save sell serve set settle shape shift ship show shrink shut sit slow"
    " spread stand start stop stretch strike struggle succeed suffer suit supersede surround survive suspend switch tackle tend test throw total touch"
    " trade transform travel treat trigger turn undergo undermine understand use vary visit vote win wind work worsen yield default crash dry exceed flood leak overflow rot rust compile define delay package reboot refuse reject render validate"
)
"""After "will": what things and firms do as well, so that it tells nothing of a lone word before it."""
CONTENT = _words("note see accept approve support hear receive be endorse leave stand serve continue remain")
"""After "happy to": verbs with which one agrees rather than promises."""

# --- people -------------------------------------------------------------------------------------------------------
PRONOUN = _words("he she they we i")
DAY = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february july september october november december"
)
"""Names that nobody bears."""
BODY = _words("committee group team board panel party force subcommittee sub-committee council")
"""Nouns for a body before which any word may say which one: "the working group"."""
DETERMINER = _words(
    "the a an one another some several two three four five both many other most each any all his her their our its"
)
ADJECTIVE = _words(
    "new local former lead senior vice deputy assistant acting interim independent lay other parish town city borough"
    " district county ward community school student staff elected co-opted executive non-executive neighbourhood"
    " police chief head present remaining additional further number fellow voting joint general"
)
ROLE = _words(
    "chair chairman chairwoman chairperson convenor convener president treasurer secretary clerk member members"
    " councillor councillors governor governors trustee trustees director directors officer officers resident residents"
    " parishioner parishioners public board committee council panel group team cabinet forum trust head headteacher"
    " principal teacher teachers parent parents student students pupil pupils manager managers representative"
    " representatives attendee attendees participant participants delegate delegates commissioner commissioners"
    " constable superintendent inspector sergeant pcso chief mayor leader warden ranger rangers caretaker"
    " bursar vicar rector surveyor architect engineer auditor solicitor agent applicant applicants developer"
    " developers neighbour neighbours landowner landowners volunteer volunteers colleague colleagues shareholder"
    " shareholders lead leads coordinator co-ordinator scribe editor maintainer maintainers sponsor sponsors"
    " subcommittee sub-committee force executive assembly guest speaker gentleman lady man woman person"
    " people user users patient patients audience floor everyone everybody someone somebody anyone nobody none all"
    " those secretariat staff administrator facilitator presenter moderator owner owners faculty senator senators dean deans"
    " provost professors co-chair co-chairs vice-chair vice-chairman vice-president cathaoirleach questioner panellist panellists"
    " panelist panelists consultant consultants contractor contractors engineers architects planner planners supervisor"
    " supervisors attorney counsel librarian minister pastor elders deacon deacons alderman aldermen selectman selectmen"
    " tenant tenants householder householders visitor visitors presenters speakers editors coordinators co-ordinators chairs"
    " homeowner homeowners leaseholder leaseholders ratepayer ratepayers taxpayer taxpayers neighbor neighbors caller callers"
    " customer customers journalist journalists reporter reporters constituent constituents citizen citizens villager villagers"
    " investor investors analyst analysts commenter commenters commission selectboard vestry"
    " organiser organisers organizer organizers contributor contributors moderators captain webmaster employee employees"
)
ANONYMOUS = _words(
    "resident member parent speaker parishioner student caller homeowner tenant neighbour neighbor attendee"
)
"""Before a number: one who is not named."""
OFFICE = _words(
    "owner officer manager coordinator co-ordinator warden director editor chair secretary treasurer clerk leader champion"
)
"""Nouns for one who has an office before which any word may say which one: "the challenge owner"."""
TITLE = _words(
    "mr mrs ms mx miss dr prof professor cllr cllrs clr coun shri smt sri kum sen rep ald hon councillor sir dame lord lady rev revd fr canon pc pcc sgt insp supt"
)
MEMBER = _words(
    "member trustee governor director commissioner chair officer sergeant inspector superintendent constable garda captain chief"
    " lieutenant councilmember councilwoman councilman alderman selectman senator representative supervisor mayor manager pastor father"
)
"""Before a name, as a title."""
PARTICLE = _words("van von de der den la le di da bin al o' mc mac")
GROUP = _words(
    "board committee council panel group members councillors governors trustees directors everyone meeting team pc"
    " attendees all officers tsc public commission selectboard vestry"
)
"""Those at the meeting as a body: a question can be put to them."""
THING = _words(
    "letter letters email emails e-mail survey surveys questionnaire report reports paper papers consultation form"
    " document documents application applications notice article policy law act data text page article post minutes"
    " bank project programme program scheme fund grant budget software festival exhibition conference"
    " agenda item items issue issues matter matters point points topic question questions query action actions"
    " motion proposal proposals website link links meetings event events strategies work deadline"
)
"""Subjects that neither ask nor answer at the meeting."""
ADVERB = _words(
    "also further then subsequently again specifically additionally later therefore next once still now first"
    " however finally just simply briefly formally initially previously strongly kindly duly gladly happily personally"
    " immediately promptly shortly urgently directly verbally jointly separately rightly helpfully always soon already"
    " very respectfully politely tentatively provisionally reluctantly generously graciously currently actively hopefully meanwhile afterwards thereafter"
)
SUBORDINATE = _words("that which who whom when as because since whether if while although though until unless whilst")
FUNCTION = (
    SUBORDINATE | WH | IMPERSONAL | ADVERB
    | _words("in on at for of to by from with after before during and or but not if also as please following what having being")
)  # fmt: skip
"""Words that a capital letter at the start of a sentence makes no name."""
