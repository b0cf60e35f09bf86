"""The rules of the checker. One text is judged, whoever wrote it, with the facts of its brief.

A rule that blocks keeps a note from being marked as sent. What a rule wants looked at again can be
sent; each such finding has "It's right". A note with nothing open is ready.

Blocked:

| Rule | Found | Reason |
|---|---|---|
| placeholders | […], {{…}}, <name>, XX%, TBD, ____, lorem ipsum | a form letter |
| greeting | missing, misspelt, wrong capitals, another's, bare or wrong title | it is read first |
| signature | another name than mine, or none (not in an invitation) | who wrote this? |
| length | an e-mail without a subject | it looks like spam |
| days | a day or time of what I will do that is not the follow-up's | a promise broken |

Look again:

| Rule | Found | Reason |
|---|---|---|
| greeting | another form than "greet as" says; a bare family name | it may be meant |
| length | a subject of more than ten words | it is cut off |
| days | a date on no record; another weekday than the interview's | it may be theirs |
| job_names | company or role misspelt or another one | facts, by rapidfuzz |
| people | another reader spoken to; an employer of another job | mixed-up letters |
| numbers | another number than the facts have; turned round; unknown | facts |
| names | a known name misspelt; an unknown one | facts |
| personal | nothing of any blank, no sentence of its own | a form letter |
| length | too long or short for kind and channel | what gets read |
| personal | a sentence of six words or more in another's note too | people compare |
| manner | pressure, pushing, begging, flattery, clichés | how it sounds |
| manner | three thanks, three "I" in a row, capitals, "!!", emoji | how it sounds |
| contents | what an ask or a reply lacks; arguing; two questions | docs/words.md |
| hints_open | every slip of lib.words.slips, with its mend | careless reading |
| hints_open | a blank that does not go on from the words before it | docs/words.md, "Hints" |

Where the balance lies: a note with filled blanks is compared with them, so that an unknown name,
percentage or number of ten and more is pointed out. A text without blanks is somebody's own
story: there only what contradicts the facts is, and a strange name with a title. To name a
colleague is never a fault, to speak to one is. Numbers under ten count only where the facts count
the same thing, or where they stand beside a number from the facts.
"""
