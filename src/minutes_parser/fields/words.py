"""The words that make up or stand around names: titles, letters, offices, jobs, organisations. Tables, not rules."""

from __future__ import annotations

# a title in the singular; its plural in -s is known too
TITLES = (
    "County Councillor", "County Cllr", "Borough Councillor", "Borough Cllr", "District Councillor",
    "District Cllr", "Town Councillor", "Parish Councillor", "City Councillor", "Ward Councillor", "Councillor",
    "Councilor", "Counciller", "Councilman", "Councilwoman", "Councilperson", "Councilmember", "Council Member",
    "Cllr", "CClr", "Clr", "Cr", "CC", "Bailie", "Alderman", "Alderwoman", "Ald", "Supervisor", "Commissioner",
    "Trustee", "Lord Provost", "Provost", "Lord Mayor", "Deputy Mayor", "Town Mayor", "Mayor", "Reeve",
    "Deputy Reeve", "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Doctor", "Associate Professor", "Professor", "Prof",
    "Sir", "Dame", "Lord", "Lady", "Baroness", "Baron", "Hon", "Rt Hon", "Justice", "Judge", "Very Reverend",
    "Reverend", "Revd", "Rev", "Father", "Fr", "Canon", "Archdeacon", "Pastor", "Rabbi", "Imam", "Sister",
    "Chief Superintendent", "Superintendent", "Chief Inspector", "Inspector", "Sergeant", "Sgt", "Constable", "PC",
    "PCSO", "ACC", "Major", "Captain", "Capt", "Colonel", "Col", "Commander", "Lieutenant", "Lt", "Senator",
    "Deputy", "Representative",
)  # fmt: skip
IRREGULAR_PLURALS = {
    "Aldermen": "Alderman",
    "Councilmen": "Councilman",
    "Messrs": "Mr",
    "Drs": "Dr",
    "Misses": "Miss",
    "Justices": "Justice",
}
# titles that are surnames or offices as well: a title only where a name follows
UNSURE_TITLES = frozenset(
    """
    lord major constable father canon dean judge justice deputy supervisor trustee representative sister pastor
    commander commissioner reeve
    """.split()
)
POST_NOMINALS = frozenset(
    """
    CBE OBE MBE KBE DBE GBE CH CB KCB BEM JP DL QC KC QSM QSO ONZM MNZM CNZM OAM AM AO TD QPM QFSM MP MSP MEP MS
    MLA MLC FRS FRICS PhD MA BA BSc MSc FCA ACA CPFA FRSA OStJ VRD RN RD ERD MC DSO PSM EdD PE Esq
    CPA MD JD DDS RA AICP MPA MBA
    """.split()
)
# offices held in a meeting or a body
OFFICES = (
    "chairman", "chairwoman", "chairperson", "chairmen", "chairpersons", "chairs", "chair", "convener", "convenor",
    "clerk", "secretary", "treasurer", "president", "minutes", "minute-taker", "minutetaker", "minute taker",
    "note-taker", "notetaker", "note taker", "minuting", "scribe", "recorder", "notes", "facilitator", "moderator",
    "presiding", "cathaoirleach", "leas-chathaoirleach", "rapporteur", "timekeeper", "sysadmin", "webmaster",
    "publicity officer", "host",
)  # fmt: skip
OFFICE_MODIFIERS = (
    "the", "acting", "deputy", "vice", "co", "hon", "hon.", "honorary", "assistant", "interim", "new", "parish",
    "town", "community council", "council", "committee", "session", "meeting", "general", "minute", "minutes",
    "membership", "joint", "outgoing", "incoming", "junior", "senior", "club", "board", "elected", "city",
    "municipal", "township", "company", "recording", "corresponding", "shire", "rotating", "agency", "district",
    "county", "village", "school", "first", "second", "immediate past", "past",
)  # fmt: skip
# words that end a name and begin a job
JOBS = frozenset(
    """
    officer officers director directors manager managers head leader lead coordinator co-ordinator administrator
    administrative assistant adviser advisor engineer surveyor solicitor accountant auditor headteacher
    headmaster headmistress principal governor governors teacher inspector superintendent chief executive
    representative representatives rep reps specialist consultant analyst planner architect technician
    supervisor trustee trustees ranger warden caretaker caseworker worker workers ombudsman commissioner
    registrar librarian bursar provost chancellor vice-chancellor dean lecturer researcher student nurse midwife
    physician surgeon radiographer portfolio-holder spokesperson member members cabinet senior junior deputy
    acting interim independent non-executive designated operations counsel facilities finance strategic
    corporate lay ex-officio co-opted resident residents tenant reporter editor financial responsible person
    volunteer volunteers guest guests observer observers visitor visitors correspondent sysadmin webmaster mayor
    attorney comptroller controller
    """.split()
)
# words of organisations, departments and places, never of a person's name
ORGANISATIONS = frozenset(
    """
    council councils borough county shire district department departments directorate services service board committee
    panel association society trust foundation school schools academy college university institute institution
    authority agency police constabulary hospital nhs clinic ccg icb partnership partnerships forum
    federation union company ltd limited plc llp inc group network team teams sector faith voluntary community
    communities club charity library libraries museum theatre ministry government parliament assembly office
    commission centre center council's constituency division diocese chamber chambers guild league alliance
    consortium cooperative development planning environment environmental transport transportation housing
    education health wellbeing safety safeguarding marketing communications communication economic regeneration
    infrastructure engineering procurement technology technologies information innovation enterprise enterprises
    investment physical commercial business agriculture farming conservation tourism culture leisure recreation
    legal governance audit democratic fire commissioning monitoring licensing training human resources policy
    performance strategy relationships quality assurance care social adult adults children children's families
    family fostering adoption participation youth public press members parish national regional
    international local central federal primary secondary sustainability biodiversity climate heritage estates
    property highways roads waste water energy elections electoral support representing software
    systems digital data standards management
    """.split()
)
# what stands behind a comma in the name of a company: 'Oak Software, Inc.'
COMPANIES = frozenset(("inc", "ltd", "llc", "limited", "plc", "llp", "corp", "gmbh"))
# kinds of membership: neither an office nor an affiliation where one is printed beside them, '(Voting Member)'
STANDINGS = frozenset(
    (
        "member", "voting member", "non-voting member", "nonvoting member", "voting", "board member", "member at large",
        "member-at-large", "committee member", "council member", "full member", "associate member", "regular member",
        "alternate", "alternate member", "tsc", "tsc member", "observer", "voting representative",
    )
)  # fmt: skip
# words of what a meeting is about, in labels that are none of people: 'Declarations of interest: Jo Ash'
TOPICS = frozenset(
    """
    interest interests declaration declarations minutes matters report reports correspondence quorum topic subject
    purpose action actions proposed seconded proposer seconder agenda apologies date time venue location
    """.split()
)
# words that are both: surnames when they stand second, places when they stand later
WEAK_ORGANISATIONS = frozenset(
    """
    ward hall bank church park house court field forest bridge street road lane town city village green north
    south east west
    """.split()
)
# capitalised words that begin lines of attendance lists and are no names
REFUSED = frozenset(
    """
    none nil no apologies apology present absent attendance attendees also in and the all n/a tbc tba vacant
    vacancy vacant position quorum meeting minutes agenda item items action actions members councillors officers officials staff
    public press clerk visitors observers guests others other welcome introductions introduction note notes date
    time venue location place contact website page draft approved monday tuesday wednesday thursday friday
    saturday sunday january february july september october november december copy signed there it this that
    these those apols name names initials role organisation title position remote online zoom teams microsoft
    virtual via attending unrestricted restricted part open closed agreed resolved noted various several one two
    three four five six seven eight nine ten eleven twelve twenty both see copyright email tel telephone mobile
    fax contents summary appendix minute's to from for at on by with of a an we he she they his her its was were
    is are be been had has have not
    """.split()
)
PLACE_WORDS = frozenset(
    """
    north south east west northern southern eastern western central greater great upper lower little saint new
    old royal
    """.split()
)
# jobs that are surnames as well, where they stand second
SURNAMES = frozenset(
    """
    dean warden ranger head leader constable bishop chancellor mayor nurse provost parish guest teacher page
    care chambers
    """.split()
)
# words of bodies that are surnames where the office stands behind them: 'Jo Board (Treasurer)'
UNSURE_SURNAMES = frozenset(("board", "school", "close"))
# jobs that are forenames as well, where a name follows
FORENAMES = frozenset(("dean",))
TRADES = JOBS | ORGANISATIONS
NOT_NAMES = TRADES | REFUSED
PARTICLES = frozenset(
    """
    de van von der den la le du da das dos del della di bin ibn al ap ab ui uí ní nic mac y ten ter zu af el st
    o'
    """.split()
)
