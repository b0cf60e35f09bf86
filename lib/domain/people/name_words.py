"""Word lists about names: titles, credentials, particles and frequent family names."""

from __future__ import annotations

from lib.domain.word_lists import word_set

COURTESY_TITLES = word_set(
    "mr mister mrs ms miss mx messrs madam madame mme mlle mademoiselle monsieur herr herrn frau"
    " fräulein señor señora señorita sr sra srta senhor senhora signor signora signorina sigra"
    " dhr mevr mevrouw mw meneer pani fru hr maître me shri smt kumari puan encik khun"
)
"""Titles without dots in small letters, as `titles.title_key` writes them; so all that follow."""
ACADEMIC_TITLES = word_set(
    "prof professor univ-prof fh-prof dr doctor dr-ing dott dottssa profssa dra profa profª"
    " ddr mudr judr rndr phdr mvdr paeddr drs"
)
OFFICE_TITLES = word_set(
    "capt captain cpt cmdr commander cdr lt lieutenant ltc lcdr col colonel sgt sergeant ssgt msgt"
    " cpl corporal pvt private gen general adm admiral maj major brigadier ensign airman"
    " 1lt 2lt ltjg 1sg sgm csm msg sfc ssg spc pfc tsgt smsgt gysgt cwo warrant specialist"
    " rev reverend pastor rabbi imam father fr mother bishop archbishop cardinal monsignor msgr"
    " deacon elder chaplain canon cantor judge magistrate principal provost chancellor"
    " rector superintendent supt president headmaster headmistress coach chief chef nurse officer"
    " detective det inspector insp sheriff trooper constable marshal commissioner councillor"
    " councilor councilman councilwoman alderman senator sen representative rep congressman"
    " congresswoman governor gov mayor ambassador lord lady attorney atty engr arch agent pan barr"
    " alhaji datuk dato datin ltcol ltgen majgen briggen radm vadm cmsgt"
)
RANKS_IN_CAPITALS = word_set(
    "cpt ltc col maj gen sgt cpl pvt 1lt 2lt ltjg 1sg sgm csm msg sfc ssg spc pfc cwo lcdr cdr"
)
"""Ranks that the services write in capitals: "CPT Park"."""
TITLES_BEFORE_GIVEN_NAME = word_set("sir dame sheikh sheik swami doña")
"""The given name follows these: "Sir Ian", not "Sir McKellen"."""
TITLES_BEFORE_WHOLE_NAME = word_set("sister brother")
UNSPOKEN_TITLES = word_set(
    "hon honorable honourable dipl-ing dipl-kfm dipl-inf ing mag pd priv-doz magister ven"
    " ir lic arq eng mgr bc emeritus emerita"
)
"""Titles that stand on an envelope and are never spoken."""
HONORABLE = word_set("hon honorable honourable")
TITLE_PAIRS = frozenset(
    {
        "vice president", "vice principal", "assistant principal", "vice chancellor", "lt col",
        "lieutenant colonel", "lt gen", "lieutenant general", "lt cmdr", "lieutenant commander",
        "maj gen", "major general", "brig gen", "brigadier general", "rear adm", "rear admiral",
        "vice adm", "vice admiral", "chief justice", "staff sergeant", "master sergeant",
        "lt cdr", "sergeant major", "attorney general", "chief inspector", "chief superintendent",
        "1st lt", "2nd lt", "first lieutenant", "second lieutenant", "petty officer",
        "chief petty", "first sergeant", "gunnery sergeant", "lance corporal", "warrant officer",
        "wing commander", "group captain", "squadron leader", "flight lieutenant", "air marshal",
        "field marshal", "special agent", "district attorney", "senior airman",
    }
)  # fmt: skip
"""Two words that are one title."""
PROFESSORS_OF_A_KIND = word_set(
    "assistant asst associate assoc adjunct adj visiting clinical emeritus emerita full"
)
"""What stands before "Professor" and is never spoken."""
BEFORE_REVEREND = word_set("rt right most very")
REVERENDS = word_set("rev reverend hon honorable honourable")
TITLES_WITH_A_DOT = word_set(
    "gen maj sen rep hon hr col arch ing mag ven pd msg spc ir lic arq eng mgr bc"
)
"""These count only with a dot or in capitals: "Maj", "Gen", "Col" are given names as well."""
TITLES_OR_GIVEN_NAMES = word_set("major pan")
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
    " dbe kbe gbe mbbs bds frcs mrcp frcp bvsc dphil jp mp rnc cnp lvn cma-aama"
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
    "li wang zhang liu chen yang huang zhao wu zhou xu zhu guo gao luo zheng xie deng tang xi jiang"
    " cai xiao zhong zou xiong qiu qian hu yao shao liao qin hou xue cao yuan cui peng zeng feng"
)
"""Frequent family names that stand first at home, folded, and are hardly ever given names."""
KOREAN_FAMILY_NAMES = word_set(
    "kim park lee choi jung jeong kang cho yoon jang lim han shin seo kwon hwang ahn song ryu hong"
)
"""They stand first where a hyphenated given name follows: "Park Ji-sung"."""
KOREAN_SYLLABLES = word_set(
    "min jun ji su soo hyun hyeon seo yeon yun young yeong eun woo hye jin sung seong ho kyung"
    " kyeong hee hui jae chul cheol sang won yong dong gun geon hwan sun seon mi ae ah a na ra bin"
    " hyuk tae sik joo ju jung jeong joon kyu in"
)
"""Two of them are a given name: "Minjun", "Ji-sung", "Min Ho"."""
JAPANESE_FAMILY_NAMES = word_set(
    "sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada"
    " sasaki yamaguchi matsumoto inoue kimura shimizu hayashi saito yamazaki nakajima ikeda"
    " hashimoto abe ishikawa yamashita nakagawa ogawa goto okada hasegawa murakami kondo ishii"
    " sakamoto endo aoki fujii nishimura fukuda miura fujiwara okamoto matsuda nakano harada ono"
    " tamura takeuchi kaneko nakayama ishida ueda morita kojima shibata hara sakai kudo yokoyama"
    " miyazaki miyamoto uchida takagi ando taniguchi ohno maruyama imai takada fujimoto murata"
)
HUNGARIAN_FAMILY_NAMES = word_set(
    "nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp takacs juhasz"
    " lakatos meszaros olah racz fekete szilagyi torok feher balazs gal kocsis orsos pinter fodor"
    " szucs kovesi veres somogyi fabian hegedus vamos"
)
"""Family names that stand first at home, folded; hardly any of them is a given name elsewhere."""
VIETNAMESE_MIDDLE_NAMES = word_set("van thi minh duc huu quoc thanh ngoc thu hoang xuan dinh")
"""They follow "Le", which begins other names elsewhere."""
NOT_A_PERSON = word_set(
    "team teams manager department committee office panel staff board recruiting recruitment hr"
    " gentlemen colleagues"
)
"""A "name" that ends so is an office: "Hiring Manager"."""
