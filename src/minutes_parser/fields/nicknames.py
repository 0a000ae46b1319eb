"""Common short forms of English forenames; two names are of one family where they share a row."""

from __future__ import annotations

ROWS = """
alexander alexandra alex sandy alec al sasha lex | alison alice ali alli | andrew andy drew | angela angie | ann
anne anna annie annette nan | anthony tony ant | barbara barb babs | benjamin ben benny | bernard bernie | bridget
bridie biddy | caroline carol carrie caz | catherine katherine kathryn kate katie kathy cathy kath cath kitty kat
kit | charles charlie chas chuck | charlotte charlie lottie | christine christina christopher chris kit tina
chrissie | daniel danielle dan danny | david dave davy | deborah debra debbie deb debs | denise den | dennis den
denny | dominic dom | donald don donny | dorothy dot dottie dolly | douglas doug | edward eddie ed ted teddy ned |
edwin ed eddie | eleanor ellie nell nora | elizabeth liz lizzie beth betty eliza libby bess lisa | emily emma em |
frances fran francesca | francis frank | frederick fred freddie | gabriel gabby gabrielle | geoffrey jeffrey geoff
jeff | gerald gerry jerry gerard | gillian gill jill | graham gray | gregory greg | gwendoline gwen gwenda | harold
harry | helen nell ellen | henry harry hal | ian iain | isabel isabella bella izzy | jacob jake | jacqueline jackie
jacqui jacky | james jim jimmy jamie jem | jane janet janice jan jenny | jason jay | jennifer jenny jen jenni |
jeremy jerry jez | jessica jess jessie | joan jo joanie | joanna joanne jo | john jack johnny jon | jonathan jon
jonny jonathon | joseph joe joey | josephine jo josie | joshua josh | judith judy jude | julia julie jules | karen
kaz | kenneth ken kenny | kimberley kim | laura laurie | lawrence laurence larry laurie | leonard len lenny leo |
leslie lesley les | linda lynda lyn lindy | lorraine lori | louise lou | lucy lucinda lou | lynette lyn lynn lynne |
madeleine maddy | margaret maggie meg peggy marge margie | maria marie mary molly | mark marc | martin marty |
matthew matt matty | maureen mo | michael mike mick micky mickey | michelle shell | miriam mim | mohammed mo mohamed
| natalie nat natasha tasha | nathan nate nathaniel nat | nicholas nick nicky nico | nicola nicky nikki nic | norman
norm | oliver ollie olly | olivia liv ollie | pamela pam | patricia pat trish tricia patsy | patrick pat paddy |
penelope penny | peter pete | philip phillip phil | philippa pippa pip phillippa | rachel rach | raymond ray |
rebecca becky bec becca | reginald reg | richard rick dick rich ricky | robert rob bob bobby robbie bert | roderick
rod | rodney rod | roger rog | ronald ron ronnie | rosemary rose rosie | russell russ | samuel samantha sam sammy |
sarah sally sara | sebastian seb | sharon shaz | sheila shelagh | sidney sid | simon si | stanley stan | stephanie
steph | stephen steven steve | stuart stewart stu | susan sue susie suzanne suzie | sylvia syl | terence terry |
teresa theresa terri tess | thomas tom tommy | timothy tim | tracey tracy trace | valerie val | vanessa ness |
veronica ronnie | victor vic | victoria vicky vicki vikki tori | vincent vince | vivien vivienne viv | walter wally
walt | wendy wend | wilfred wilf | william will bill billy willie | yvonne von | zachary zach zak | zoe zo
"""


def _families() -> dict[str, set[int]]:
    families: dict[str, set[int]] = {}
    for number, row in enumerate(ROWS.split("|")):
        for name in row.split():
            families.setdefault(name, set()).add(number)
    return families


_FAMILIES = _families()


def same_forename(one: str, other: str) -> bool:
    """Whether two forenames in lower case can be one person's.

    >>> same_forename("vicky", "victoria"), same_forename("victoria", "victor")
    (True, False)
    """
    return one == other or bool(_FAMILIES.get(one, set()) & _FAMILIES.get(other, set()))


_MEMBERS = [row.split() for row in ROWS.split("|")]


def forms_of(forename: str) -> set[str]:
    """The other forms of a forename, all in lower case."""
    return {form for number in _FAMILIES.get(forename, ()) for form in _MEMBERS[number]} - {forename}
