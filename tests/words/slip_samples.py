"""Sentences with a slip and without one, by the rule that they are for."""

from __future__ import annotations

import json
from pathlib import Path

BAD = {
    "comma_splice": (
        "You mentioned that they lapse because nobody tracks them, I built one.",
        "The system is new for everyone, the night crew will need extra time with it.",
        "Thank you for your time, I really enjoyed our talk.",
        "We let the crews choose, they chose well.",
        "I liked the idea, it was simple.",
        "Saturdays are fine, I worked them for four years.",
        "I like it, we did it.",
        "I didn't, I left it blank.",
        "Nights were hard, we took turns.",
        "Training is weekly, I lead it myself.",
        "They can't, it closes at six.",
        "We need it, they don't.",
    ),
    "third_person": (
        "She's been doing it all in spreadsheets.",
        "They need someone twice a month.",
        "You mentioned that she wants a tracker.",
        "He lit up when I asked.",
    ),
    "reproach": (
        "You mentioned that your forklift certifications keep lapsing.",
        "Your process is broken.",
        "Your trackers are a mess.",
        "I heard that your certifications lapse.",
    ),
    "shorthand": (
        "It lapses bc nobody looks.",
        "A tracker w/ reminders helps.",
        "The first days are where ppl leave.",
        "I spoke to the mgr about it.",
        "We did it asap.",
        "It is prob the best way.",
        "I gotta say it was good.",
        "We moved 14 svcs at night.",
        "It took 11 mo to move it.",
        "They rewrote one svc first.",
        "I know u agree.",
        "A tracker w/reminders helps.",
        "We did it ASAP.",
    ),
    "arrow": ("It fell 48 -> 22.", "Training => fewer errors.", "Day → night.", "Ask --> answer."),
    "sign": ("Costs & time fell.", "Quick + easy to use.", "They lead & teach.", "We sort + ship."),
    "slash": (
        "It was fast/cheap.",
        "We sort/ship at night.",
        "The leads/crews agreed.",
        "I train/coach them.",
    ),
    "about": (
        "There were ~60 people.",
        "It costs ~$40 a day.",
        "It took ~ 3 weeks.",
        "We lost ~12% of them.",
    ),
    "times": (
        "We met 2x a week.",
        "It is 3x faster.",
        "I work there 2x per month.",
        "It ran 10x that day.",
    ),
    "glued": ("It took 40min.", "I led it for 3yrs.", "We need 2hrs.", "It is 6mos old."),
    "apostrophe": (
        "It doesnt work.",
        "Im glad.",
        "They cant do it.",
        "Its a good plan.",
        "Thats why.",
    ),
    "small_i": ("I think i can.", "Then i'm glad.", "When i came, it was late.", "So i asked."),
    "misspelt": (
        "I recieved it.",
        "That is alot.",
        "I could of done it.",
        "Untill then, thank you.",
    ),
    "small_day": (
        "We met on monday.",
        "It starts in december.",
        "I work saturdays there.",
        "On friday I am free.",
    ),
    "small_start": (
        "Thank you. we met there.",
        "I liked it. the crew did, too.",
        "thank you for your time.",
        "We agreed! then we left.",
    ),
    "no_subject": (
        "Got ours from 48 to 22 by letting crews pick their own shift leads.",
        "Made a tracker.",
        "Coached FLL for years.",
        "Would love to!",
        "Led the split at Fable.",
        "Worked them for four years.",
        "Ran three peak seasons.",
        "Loves a full yard.",
        "Was asked about it.",
        "Hates slow handovers most.",
    ),
    "fragment": (
        "Calm in peak.",
        "Three peak seasons.",
        "The team in Kade.",
        "My tracker for it.",
        "The dock at night with two drivers.",
        "Our team at Merrow.",
        "Route 9 with two new drivers.",
    ),
    "speech": (
        "It is killing you.",
        "That is no problem.",
        "You guys were kind.",
        "It was kind of hard.",
        "I was super excited.",
        "We have a ton of work.",
        "It was good stuff.",
        "My buddy told me.",
        "My buddies at Merrow agreed.",
        "An old buddy works there.",
    ),
    "dictated": (
        "I talked to them at pickup new paragraph eighty percent signed up.",
        "I would start in May comma if that suits.",
        "We met twice period new line it helped.",
        "It was hard comma and it lasted.",
    ),
    "small_number": (
        "I have 3 references.",
        "It took 2 weeks.",
        "I ran 3 peak seasons.",
        "They come in 2 years behind.",
        "3 nurses left early.",
        "The truck was late by 3 hours.",
    ),
    "percent": (
        "It fell by 20 percent.",
        "It was 48 per cent.",
        "From 48 percent to 22%.",
        "A 5 percent rise.",
    ),
    "here_is": (
        "Here is three references.",
        "There is two ways to do it.",
        "Here's 3 ideas.",
        "There was several of us.",
    ),
    "doubled_word": (
        "It is the the best.",
        "We we agreed.",
        "It was in in May.",
        "I saw and and heard it.",
    ),
    "doubled_mark": (
        "It was good..",
        "It worked,, really.",
        "It was great!!",
        "At Acme Inc.. Good.",
        "Why??",
    ),
    "article": (
        "It took a hour.",
        "It is an unique one.",
        "I had a MRI.",
        "She is an user.",
        "I teach a 8th grade.",
    ),
    "no_article": (
        "I made simple tracker.",
        "We built small tool.",
        "They use weekly list.",
        "I created short form.",
    ),
    "no_space": (
        "On Tuesday,December 1.",
        "I came,saw and stayed.",
        "Thank you,Carla.",
        "At Dalton,we cut it.",
    ),
}
GOOD = {
    "comma_splice": (
        "When it broke, I fixed it.",
        "As you said, we need time.",
        "If it helps, I can send it.",
        "At Dalton, we cut turnover by half.",
        "In 14 months, I saw it fall.",
        "The crews picked their leads, and we stood by them.",
        "Whether the day goes well will depend, I think, on the week before.",
        "You'll find someone good, I'm sure.",
        "The day we met, I knew.",
        "The more they know, the better they are.",
        "Which of your people would the crew pick, do you think?",
        "We agreed on a plan, we practiced on quiet days, and we kept a fallback at hand.",
        "Saturdays, I think, are fine.",
        "You know, I learned a lot.",
        "What is hard, I found, is to wait.",
        "When Saturdays are busy, I stay.",
        "People who like it, I believe, stay.",
        "You'll find someone good, I'm sure; let's keep in contact.",
        "Since Saturdays are fine, I can start.",
        "I did, and I left it blank.",
        "Saturdays are fine, it seems.",
        "Nights were quiet, it turns out.",
        "Whoever was chosen, I hope it goes well.",
        "Whatever is decided, I enjoyed it.",
        "Whichever is closer, I will take it.",
        "I spoke to the nurse who runs the ward, the person the team will miss most.",
        "We tried the new rota, the crews were calm, and the rest followed.",
        "I like lists, they help me, and they help others.",
        "I know that when it is late, they are calm.",
    ),
    "third_person": (
        "I met your colleague. She was kind.",
        "Dr. Weiß showed me the system. She was clear.",
        "The crews chose. They need time.",
        "They knew better than I did.",
        "My old manager wrote it. He still uses it.",
        "The leads asked for more. They wanted a say.",
    ),
    "reproach": (
        "Your questions were good.",
        "I hope your week goes well.",
        "Your team is new to me.",
        "If your flight is late, call me.",
        "Your time is short, I know.",
        "The certifications lapse because nobody tracks them.",
        "Call me if your system is slow.",
        "I wonder whether your trackers keep failing.",
    ),
    "shorthand": (
        "The HR team and I met.",
        "An MBA helps.",
        "I met Dr. Roth at 9 a.m. on Monday.",
        "It was the definition of calm.",
        "I wrote it in R.",
        "The minimum is clear.",
        "We ship at night, e.g. on Mondays.",
        "It took 11 months.",
        "Mo asked me about it.",
        "I met Mo on Monday.",
        "The service was good.",
    ),
    "arrow": (
        "It fell from 48% to 22%.",
        "One step – then the next.",
        "It is well-run.",
        "Twenty-two.",
        "A – B.",
        "Then we left.",
    ),
    "sign": (
        "I met Kade & Co.",
        "Harbor & Vale is known.",
        "We use C++ here.",
        "Q&A was good.",
        "R&D agreed.",
        "Day and night.",
    ),
    "slash": (
        "Bring a pen and/or paper.",
        "I do UI/UX work.",
        "We run 24/7.",
        "He/she may ask.",
        "It is at www.kade.example/a/b now.",
        "The input/output is clear.",
    ),
    "about": (
        "About 60 people came.",
        "It is at kade.example/~ann for now.",
        "It cost $40.",
        "Some 12% left.",
        "Nearly 60.",
        "Around 3 p.m.",
    ),
    "times": (
        "We met twice a week.",
        "It was a 4x4 truck.",
        "Use box 10x-12.",
        "The X-ray was clear.",
        "Two times.",
        "It is 1080p.",
    ),
    "glued": (
        "It took 40 minutes.",
        "At 9am we met.",
        "A 40-minute run.",
        "In the 1990s it grew.",
        "The 3rd day.",
        "It is $5M.",
    ),
    "apostrophe": (
        "It doesn't work.",
        "Its door is open.",
        "The team and its leads.",
        "We were there.",
        "As is my wont, I wrote.",
        "I’m glad.",
    ),
    "small_i": (
        "I think I can.",
        "It is simple, i.e. short.",
        "Part (i) is done.",
        "The iPhone works.",
        "I am.",
        "Wi-Fi and I.",
    ),
    "misspelt": (
        "I received it.",
        "A lot of work.",
        "I could have.",
        "Until then.",
        "Lose nothing.",
        "It is separate.",
    ),
    "small_day": (
        "I may come.",
        "They march on.",
        "I sat down.",
        "The sun rose.",
        "We met on Monday.",
        "An august hall.",
    ),
    "small_start": (
        "I liked hearing how the night mgr. runs the floor.",
        "The asst. manager at Park Ave. told me more.",
        "We met at 9 a.m. on Monday.",
        "I saw Acme Inc. grow.",
        "eBay works. It is old.",
        "It was good… and short.",
        "Hi Ann, it was good to meet you.",
        "I would bring this:\ncalm hands.",
        "I know St. Brendan's well.",
        "Bring paper, pens, etc. to it.",
    ),
    "no_subject": (
        "Led by Ann, the team grew.",
        "Asked about it, I said so.",
        "Would it help if I wrote it up?",
        "Built in 1990, the dock is old.",
        "Have a good week.",
        "Made with care, it lasts.",
        "Given the choice, they stay.",
        "Moving the second break from 2:00 to 4:00 a.m. cut our late errors by a third.",
        "Opening at 7 a.m. took some planning.",
        "Starting at 6 p.m. helped the students.",
        "Training them by 9 a.m. led to fewer errors.",
        "What I did:\n- Cut waste by half.\n- Led nights.",
        "I did two things:\n* Led the night crew.\n• Made a tracker.",
        "I did this:\nMade a tracker.",
        "Set the pace for others, and they will follow.",
    ),
    "fragment": (
        "Thank you.",
        "With kind regards and sincere thanks.",
        "Many thanks for an hour of good questions.",
        "It works.",
        "Glad we had the chance to talk.",
        "I agree.",
        "Best wishes for the season.",
        "A quick thank-you for your word.",
        "For putting a word in: thank you.",
        "My best wishes to you all.",
        "At Merrow I rode along every month.",
        "I rode along every month at Merrow.",
        "On Fridays we sang in the yard.",
        "In spring they dug new beds.",
        "The bell rang twice a day.",
        "I would bring two things:\n- Calm in peak.\n• My tracker for it.",
    ),
    "speech": (
        "It is the kind of problem I enjoy.",
        "That was kind of you.",
        "It solved the problem.",
        "A super market is near.",
        "This sort of work suits me.",
        "We weighed a ton.",
        "The kids liked it.",
        "I was a buddy to four new graduates.",
        "I liked your buddy system.",
        "My buddy program ran for a year.",
        "New nurses get a buddy.",
    ),
    "dictated": (
        "Put a comma there and read it.",
        "They send comma separated files.",
        "After the trial period we hired them.",
        "Each page began a new paragraph.",
        "We opened a new line in June.",
        "The missing comma cost us a day.",
    ),
    "small_number": (
        "I have three references.",
        "We are in phase 2 now.",
        "From 9 to 5 it is calm.",
        "It rose to 5 percent.",
        "The first 90 days count.",
        "We met at 9 on Monday.",
        "Grade 8 students read it.",
        "It was 7 December.",
        "The plan for Friday, December 4 stands.",
        "I count on Wednesday, December 2 for news.",
        "By May 3 things were calm.",
        "Since Nov. 9 orders rose.",
        "We spent 2 million dollars on it.",
        "It rose by 3 points.",
        "We ran 4 of 5 shifts.",
    ),
    "percent": (
        "It fell by 20%.",
        "A small percent left.",
        "Twenty percent of them.",
        "The percentage fell.",
        "It was 48%.",
        "In percent.",
    ),
    "here_is": (
        "Here are three references.",
        "There is one way.",
        "Here is the list.",
        "There is a few minutes' walk.",
        "There was no one.",
        "There's time.",
        "There was two weeks between the rounds.",
    ),
    "doubled_word": (
        "I know that that helps.",
        "We had had enough.",
        "It was very very late.",
        "Walla Walla is far.",
        "Thank you. You were kind.",
        "So so, as they say.",
    ),
    "doubled_mark": (
        "At 9 a.m., we met.",
        "Acme Inc., where I work.",
        "It was good…",
        "Well...",
        "I work at Yahoo!",
        "Is it? Yes.",
        "Ann, Jr., left.",
        "We need three things:\n. calm hands\n. clear notes",
    ),
    "article": (
        "It took an hour.",
        "A unique one.",
        "An MRI.",
        "A user.",
        "An 8th grade.",
        "A UX lead.",
        "A European.",
        "It is an SQL or a SQL test.",
        "Plan A is on.",
    ),
    "no_article": (
        "I made a simple tracker.",
        "We built small tools.",
        "They use weekly lists.",
        "The simple tracker helped.",
        "I want short forms.",
        "I made it simple.",
    ),
    "no_space": (
        "On Tuesday, December 1.",
        "It cost 1,200.",
        "I came, saw and stayed.",
        "At A,B it is.",
        "It is 48,5.",
        "Thank you, Carla.",
    ),
}
MORE = """
I have enclosed the two-page summary that you asked for.
Your team clearly knows its customers well.
The tour of the lab was the best part of my day.
It struck me how calmly everyone worked.
I was glad to hear that training comes first.
My last school had the same schedule, and it worked.
We moved 40 people to a new system in six weeks.
Since we spoke, I have read the report on water quality.
Please give my regards to Dr. Roth.
After the storm, the backlog took nine days to clear.
Our nurses hand over at the bedside, which families like.
You asked how I would start, and here is my answer.
I would begin by listening for a month.
That matches what I saw at Fable.
The outbox pattern solved this for us.
We went from 12 pages to one, and the reports came in.
I coached a robotics team for three years.
Parents told me that the early call mattered most.
The lesson plan is attached.
I will send the blog post by Friday.
I look forward to the system design round.
It was a pleasure to meet the whole panel.
Nobody should have to ask twice.
A small change in the rota made the difference.
There is one more thing that I should have said.
What helped most was a short meeting every morning.
Every store kept its own list until we merged them.
I'd be happy to walk you through the code.
Your library is a place that I would like to work in.
Even on a slow day, the phones ring 80 times.
The audit found nothing, and that was the point.
Few teams write down what went wrong; yours does.
In my first year, I read every ticket myself.
I still have the notes from that project.
As promised, here is the link to the study.
Thank you for being so frank about the budget.
With two young children, I know what you mean by mornings.
The garden at the back is a lovely idea.
We tested it with five users, and three of them cried.
My Spanish is good enough for a shift on the phones.
You made the interview feel like a conversation.
The question about failure was a fair one.
I have thought of a better answer since then.
Late reports fell from 50% to 12% in a year.
For the pilot, I would choose one ward.
Once the data was clean, the rest was easy.
It took us an hour to find the cause.
I learned to ask for help early.
An honest answer saves a week.
My references will be with you by the end of the day.
Should you need anything else, I am easy to reach.
The board meets on December 10, as you said.
Both shifts now use the same checklist.
I was the only one on call that night.
Without a plan, we would have lost the season.
Your students ask wonderful questions.
I grew up two streets from your first store.
The bus from there takes 40 minutes.
Small teams suit me.
You mentioned a choir; I sing tenor.
I hope the move goes well.
Have a restful weekend.
It meant a lot to hear that from a parent.
Thanks again for the coffee and the honest answers.
The role you described is close to what I do now.
I can start in January.
My notice period is four weeks.
On Mondays I teach until three.
The map on your wall stayed with me.
We paid every invoice within ten days.
When I left, there were 14 of us.
Would a short demo be useful?
Perhaps the two teams could meet.
I did not know that the mill was so old.
Its roof alone is worth a visit.
One of your drivers showed me the yard.
I was struck by how quiet it was.
In the end, the simple way won.
People stayed because they were asked.
Not every problem needs a tool.
Let me know if Thursday suits you better.
I am free on Tuesday and Wednesday.
My phone is on until nine.
The last train leaves at 22:40.
I'll bring the samples on Monday.
You will have my answer by Friday, December 18.
The choice is yours, of course.
Either date works for me.
I enjoyed the walk through the archive.
As a former nurse, I know that feeling.
You asked whether I mind nights, and I don't.
What you said about trust rang true.
I kept your card.
To be heard is half the work.
By the end of peak, nobody had quit.
I should like to see the new hall.
The tests ran in four minutes instead of 40.
The crew's own list was better than mine.
It was the right decision, and I would make it again.
A good handover is short.
""".strip().splitlines()
FOLDER = Path(__file__).parent / "faults"
GOOD_SENTENCES = (
    *(one["sentence"] for one in json.loads((FOLDER / "good.json").read_text(encoding="utf-8"))),
    *MORE,
)
