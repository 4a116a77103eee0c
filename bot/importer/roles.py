"""Roles: words for offices, bodies and groups, by which a text introduces who speaks."""

from bot.importer.word_set import word_set

HEADS = word_set(
    """
    officer soldier sailor fisherman driver nurse doctor teacher priest worker
    colleague partner successor predecessor host rival opponent ally contemporary pundit
    blogger commentator observer policymaker interlocutor organiser organizer attache refugee
    president premier minister secretary spokesperson spokesman spokeswoman ambassador envoy
    chancellor senator sen. rep. gov. governor congressman congresswoman representative chairman
    chairwoman chairperson chair director adviser advisor general gen. admiral adm. colonel col.
    lt. maj. capt. captain commander king queen prince princess emperor pope mayor judge justice
    commissioner professor prof. dr. mr. mrs. ms. mx. sir lord lady rev. hon. diplomat lawmaker
    analyst columnist economist expert scholar chief head leader official researcher historian
    rapporteur author writer editor journalist reporter correspondent activist lawyer attorney
    negotiator taoiseach counsellor councillor councilor mp mep deputy delegate representative
    undersecretary secretary-general premier-designate president-elect minister-president co-chair
    vice-president speaker whip member strategist academic fellow founder ceo executive manager
    trader farmer engineer resident witness user source aide counterpart sheikh emir ayatollah
    cleric archbishop bishop imam rabbi major-general lieutenant-general brigadier lieutenant
    sergeant marshal consul attaché legislator parliamentarian politician candidate comptroller
    treasurer regulator banker optometrist scientist physicist meteorologist mediator facilitator
    coordinator inspector prosecutor veteran tribune chamberlain prelate patriarch agent broker
    planner surveyor harbormaster harbourmaster whistleblower dissident organizer organiser
    campaigner demonstrator skipper pilot student businessman businesswoman entrepreneur pensioner
    voter spokespeople doyen laureate
    """
)
TITLES = word_set("mr. mrs. ms. mx. dr. prof. sir lord lady rev. hon. st. sr. amb. pres.")
MODIFIERS = word_set(
    """
    daily weekly tabloid monthly state-run state-owned pro-government
    deputy vice acting former junior senior chief first second assistant under permanent external
    prime foreign defense defence finance trade interior national security cabinet economic
    special supreme state outgoing incoming then retired top chief opposition floor party press
    military naval army navy air affairs energy health agriculture commerce transport education
    justice environment labor labour culture digital home treasury budget climate maritime
    parliamentary presidential government human rights customs shadow honorary associate executive
    managing policy political research one-time longtime long-time veteran leading prominent
    unnamed anonymous far-right left-wing right-wing conservative liberal central bank ruling
    union staff general regional local district council committee high-ranking visiting attorney
    chief-of-staff defence-policy independent federal provincial republican democratic lead
    nuclear peace industry petroleum oil gas water fisheries railway ports port border social
    media weibo telegram twitter television radio newspaper authoritarian fellow
    another late interim caretaker co designate elect
    """
)
GROUPS = word_set(
    """
    dockers sailors miners nurses doctors teachers clerics priests activists truckers pilots
    sides
    groups firms companies businesses charities ngos banks unions agencies bodies organizations
    organisations chambers investors refugees villagers locals workers academics pundits bloggers
    police officers soldiers commanders generals negotiators mediators traders spokesmen
    officials analysts critics experts observers leaders ministers lawmakers diplomats protesters
    protestors demonstrators supporters opponents spokespeople aides sources negotiators residents
    witnesses users economists scholars commentators envoys delegates delegations residents
    activists journalists reporters newspapers outlets media papers ministries governments farmers
    traders unions members allies rebels insurgents legislators representatives editors columnists
    senators ambassadors scientists historians lawyers organisers organizers campaigners users
    citizens voters students sceptics skeptics signatories parties presidents premiers countries
    states nations capitals chiefs fishermen exporters importers shippers insurers
    """
)
BODIES = word_set(
    """
    wing arm branch faction caucus lobby cartel syndicate taskforce mission team
    ministry department office embassy government council committee commission
    parliament duma congress senate house party bank agency institute union organization
    organisation association federation kremlin pentagon university center centre foundation group
    court army navy force forces police authority board bureau company corporation
    cabinet assembly politburo treasury
    secretariat administration league alliance bloc coalition consulate delegation chamber knesset
    bundestag diet yuan tribunal network club forum front movement brigade militia presidency
    palace junta regime regulator broadcaster agency operator fund consortium
    conglomerate observatory society directorate headquarters command guard observatory campaign
    staff leadership opposition military
    """
)
# Names of newspapers and alliances, or parts of them; written small they mean other things.
PAPERS = word_set(
    """
    nato un eu asean opec g7 g20 brics iaea imf who wto osce au icc icj wfp unesco unicef
    times daily post journal news herald observer ledger tribune guardian gazette radio press
    review standard globe today mail express telegraph courier chronicle monitor register echo
    dispatch bulletin mirror sun star independent economist weekly evening morning ilbo shimbun
    zeitung vestnik diário diario pravda izvestia haaretz yomiuri asahi nikkei reuters xinhua tass
    bbc cnn bloomberg ntv rt afp yonhap kyodo interfax sentinel advocate argus beacon banner
    examiner inquirer gazeta novosti sputnik politico axios tv ctv
    """
)
OUTLETS = word_set(
    """
    newspaper paper magazine broadcaster newswire channel outlet website blog newsletter station
    """
)
# What is written or read out: its author speaks, if the text names one.
TEXTS = word_set(
    """
    protocol agreement treaty pact accord charter document draft
    statement communique communiqué report article column editorial op-ed readout declaration
    resolution letter message survey poll study release post tweet speech essay commentary
    petition memo memorandum pledge note
    """
)
# The words an office is about: "Minister of Foreign Affairs", "Secretary of State".
SUBJECTS = word_set(
    """
    state foreign affairs defence defense finance trade interior health education energy justice
    commerce agriculture environment labor labour transport transportation industry economy
    development treasury home security culture tourism science technology water fisheries external
    internal national public works international relations cooperation information communication
    communications planning investment homeland veterans urban housing parliament budget climate
    digital women youth sports mines minerals petroleum economic veterans staff ideology war peace
    the and
    """
)
DETERMINERS = word_set(
    """
    the a an one another his her its their some several many most two three four five six seven
    eight nine ten both other all our this that these those no
    """
)
