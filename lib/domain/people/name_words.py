"""Word lists about names: titles, credentials, particles and frequent family names."""

from __future__ import annotations

from lib.domain.word_lists import word_set

COURTESY_TITLES = word_set(
    "mr mister mrs ms miss mx messrs madam madame mme mlle mademoiselle monsieur herr herrn frau"
    " fräulein señor señora señorita sr sra srta senhor senhora signor signora signorina sigra"
    " dhr mevr mevrouw meneer pani fru hr"
)
"""Titles without dots in small letters, as `titles.title_key` writes them; so all that follow."""
ACADEMIC_TITLES = word_set("prof professor univ-prof fh-prof dr doctor dr-ing dott dottssa profssa")
OFFICE_TITLES = word_set(
    "capt captain cpt cmdr commander cdr lt lieutenant ltc lcdr col colonel sgt sergeant ssgt msgt"
    " cpl corporal pvt private gen general adm admiral maj major brigadier ensign airman"
    " rev reverend pastor rabbi imam father fr mother bishop archbishop cardinal monsignor msgr"
    " deacon elder chaplain canon cantor judge magistrate principal provost chancellor"
    " rector superintendent supt president headmaster headmistress coach chief chef nurse officer"
    " detective det inspector insp sheriff trooper constable marshal commissioner councillor"
    " councilor councilman councilwoman alderman senator sen representative rep congressman"
    " congresswoman governor gov mayor ambassador lord lady attorney atty engr arch"
)
TITLES_BEFORE_GIVEN_NAME = word_set("sir dame sheikh sheik swami")
"""The given name follows these: "Sir Ian", not "Sir McKellen"."""
TITLES_BEFORE_WHOLE_NAME = word_set("sister brother")
UNSPOKEN_TITLES = word_set(
    "hon honorable honourable dipl-ing dipl-kfm dipl-inf ing mag pd priv-doz magister ven"
)
"""Titles that stand on an envelope and are never spoken."""
HONORABLE = word_set("hon honorable honourable")
TITLE_PAIRS = frozenset(
    {
        "vice president", "vice principal", "assistant principal", "vice chancellor", "lt col",
        "lieutenant colonel", "lt gen", "lieutenant general", "lt cmdr", "lieutenant commander",
        "maj gen", "major general", "brig gen", "brigadier general", "rear adm", "rear admiral",
        "vice adm", "vice admiral", "chief justice", "staff sergeant", "master sergeant",
        "sergeant major", "attorney general", "chief inspector", "chief superintendent",
    }
)  # fmt: skip
"""Two words that are one title."""
TITLES_WITH_A_DOT = word_set("gen maj sen rep hon hr col arch ing mag ven pd")
"""These count only with a dot or in capitals: "Maj", "Gen", "Col" are given names as well."""
TITLES_OR_GIVEN_NAMES = word_set("major")
"""Taken for a title, but the person is asked."""
GIVEN_NAMES_OR_TITLES = word_set("dean justice")
"""Taken for a given name, but the person is asked."""
AFTER_TITLES = word_set(
    "med dent vet phil rer nat pol oec iur jur theol hc mult habil techn sc math agr forst"
)
"""What follows a German "Dr." and is never spoken."""

CREDENTIALS = word_set(
    "phd md do dds dmd dvm od pharmd psyd edd dba jd llm llb llb esq mba emba mpa mph mpp mfa mha"
    " ma ms msc msw med meng mphil ba bs bsc beng bfa bba bsn msn dnp rn lpn np pa pa-c aprn crna"
    " fnp fnp-bc fnp-c cnm pt dpt ot otr otr/l ccc-slp slp lcsw lmsw lpc lmft lmhc bcba rd rdn ldn"
    " cpa cma cfa cfp cia cisa cism cissp crisc cfe caia frm fca aca acca fcca cima ea fsa asa cpcu"
    " chfc clu arm cebs pmp capm pmi-acp pgmp csm cspo psm safe itil shrm-cp shrm-scp phr sphr gphr"
    " aphr cipd mcipd fcipd cpp pe eit aia faia aicp leed-ap leed riba ra cscp cpim cpsm cltd cssbb"
    " cssgb ccna ccnp ceh oscp cipp cipp/us cipp/e obe mbe cbe kc qc frsa facs facp faap faan"
    " ccrn cen nbct abd cae cfre cmp ccm ceng micheme imeche rics mrics frics"
)
"""Letters after a name, in small letters and without dots."""
GENERATIONS = word_set("jr sr ii iii iv jnr snr junior")

PARTICLES = word_set(
    "van von der den de del della dello di da dos das do du ter ten te zu zur vom la las le los"
    " al el bin binti bint ibn abu y af av d' l' 't mac mc st"
)
"""Words that begin a family name in small letters."""
LOWER_CASE_PARTICLES = word_set(
    "van von der den de del della dos das du ter ten zu zur vom bin binti ibn y 't"
)
"""The particles that are surely written small when a shouted name is put in normal case."""

SPANISH_SURNAMES = word_set(
    "garcia gonzalez rodriguez fernandez lopez martinez sanchez perez gomez martin jimenez ruiz"
    " hernandez diaz moreno munoz alvarez romero alonso gutierrez navarro torres dominguez vazquez"
    " vasquez ramos gil ramirez serrano blanco molina morales suarez ortega delgado castro ortiz"
    " rubio marin sanz nunez iglesias medina garrido cortes castillo santos lozano guerrero cano"
    " prieto mendez cruz flores herrera vargas reyes rojas mendoza silva souza oliveira pereira"
    " costa ferreira almeida carvalho ribeiro chavez aguilar salazar guzman velasquez velazquez"
    " espinoza espinosa contreras sandoval cabrera campos vega fuentes carrillo avila acosta"
    " figueroa estrada padilla soto rivera juarez marquez"
)
"""Frequent Spanish and Portuguese family names, folded: two in a row are one family name."""
VIETNAMESE_FAMILY_NAMES = word_set("nguyen tran pham huynh hoang phan vo dang bui ngo duong")
CHINESE_FAMILY_NAMES = word_set(
    "li wang zhang liu chen yang huang zhao wu zhou xu zhu guo gao luo zheng xie deng tang"
)
"""Frequent family names that stand first at home, folded, and are hardly ever given names."""
KOREAN_FAMILY_NAMES = word_set(
    "kim park lee choi jung jeong kang cho yoon jang lim han shin seo kwon hwang ahn song ryu hong"
)
"""They stand first where a hyphenated given name follows: "Park Ji-sung"."""
NOT_A_PERSON = word_set(
    "team teams manager department committee office panel staff board recruiting recruitment hr"
)
"""A "name" that ends so is an office: "Hiring Manager"."""
