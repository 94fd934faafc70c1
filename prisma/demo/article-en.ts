import type { DemoArticle } from './demo-article'
import { prose } from './prose'

export const articleEn: DemoArticle = {
  title: 'Who knew that the Sallow Bridge was failing?',
  byline: 'Imogen Fairclough',
  siteName: 'The Aldermouth Ledger',
  sourceUrl: 'https://example.org/aldermouth-ledger/sallow-bridge-inquiry',
  language: 'en',
  publishedAt: '2026-09-14',
  markdown: prose(
    `
At 6.40 on the morning of 3 March, a maintenance diver named Tomas Wrede came up beneath the Sallow Bridge and told
his supervisor that he could fit his whole arm into a crack in the fourth pier. By noon the bridge was shut. Six
months later it is still shut, 31,000 vehicles a day are being sent on a 44-kilometre detour around the estuary, and
Aldermouth has learned how quickly a city can be cut in half by people who preferred not to look.

The public inquiry that opened last Tuesday in the old customs house is supposed to establish what went wrong. After
four days of evidence it is establishing something less comfortable: *almost nothing about that crack was a
surprise*.

## What the paper trail shows

The inquiry has so far published 212 documents. The most awkward of them is an inspection report from 2021, numbered
BR-2021-118, in which the engineering firm Dene & Harrow rated the fourth pier “poor, deteriorating” and recommended
a limit of 18 tonnes within ninety days. No limit was imposed. According to the Roads Authority’s own traffic
counts, an average of 1,460 lorries above that weight crossed the bridge every working day for the next four and a
half years.

Asked about the report on Wednesday, the authority’s former director of structures, Leonard Pask, said that it had
been “one opinion among several” and that the repair budget for that year was already committed. “We did not ignore
it,” Mr Pask told the inquiry. “We placed it in a queue.” It is hard to imagine a sentence that better describes how
public safety is managed in this region.

The queue is worth looking at. Budget papers released to the inquiry show that in 2022 the authority spent 9.2
million crowns on the waterfront promenade, and 2.1 million on inspecting and repairing all sixty-three of its
bridges. A promenade can be opened by a minister with a pair of scissors. A pier cannot.

Dene & Harrow said in a written statement that it “stands by every line” of its report and that it sent the
authority three reminders. The authority says it can find only one. Both cannot be right, and it is not difficult to
guess which of them has more to hide.

## A detour counted in hours

For the 58,000 people who live on the Northbank, the closure is not about paperwork. Everyone here can recite the
list:

- The ambulance run to St Orrin’s hospital has gone from eleven minutes to thirty-eight, according to figures that
the regional health service released in July.
- Nineteen shops on Tern Street have closed since March, the traders’ association says. It does not say how many
closed in the year before.
- House prices on the north side have collapsed.
- The last ferry that might have filled the gap was scrapped in 2017, and nobody has explained why.

“My mother has dialysis three times a week, and the bus now takes two hours each way,” said Delphine Arkwright, a
classroom assistant who has lived on the Northbank since 1998. “She says she is thinking of stopping. I do not know
how to answer her.” No spreadsheet in the customs house will ever capture that.

On a wet Thursday evening this month I counted thirty-one people at the stop beside the closed approach. The 18.10
bus was full before it arrived, and left nine of them standing in the rain.

A survey of 1,204 residents by the University of Westreach in June found that 61 per cent had turned down work, a
medical appointment or a family visit because of the detour. The same survey found that 47 per cent still trusted
the authority to reopen the bridge safely, a figure that has been quoted rather less often. It would, of course, be
far lower today.

## The money and the blame

Who, then, is to blame? According to a senior official with knowledge of the budget talks, who asked not to be named
because she still works for the authority, the finance committee was told in 2023 that the bridge “might not see the
decade out”. Sources say the minutes of that meeting were later shortened. The committee’s chair, Councillor Rhoda
Penhallow, denies it. “There was no warning and there were no scissors,” she wrote on Tuesday evening in a post that
has been shared more than four thousand times.

Ms Penhallow, a career committee-sitter whose grasp of engineering has never troubled anyone, would rather talk
about something else. Why, she asked a local radio station, is nobody holding an inquiry into the previous
administration, which sold the tug fleet for a song? It is a fair question about tugs. It tells us nothing about a
pier.

Her opponents are hardly more careful. The residents’ group Open the Crossing calls the authority “a cartel of
clipboard cowards” and says the closure has **one cause and one cause only: greed**. Its latest handbill shows a
coffin drifting under the span, with the words “Next time it will be a school bus”. Nobody has been killed on the
Sallow Bridge. The handbill does not mention that.

The *Estuary Courier* reported last week that the contractor hired to monitor the crack belongs to a cousin of Mr
Pask. Counsel to the inquiry, Joanna Merriweather, said she had seen no document to that effect. If there is nothing
in the story, one wonders why nobody at the authority seems in any hurry to deny it.

## Two reports, one choice?

The decision now before the region has been put as starkly as it can be. Either the council finds 140 million crowns
for a new crossing this winter, the transport commissioner, Aurel Bannister, told reporters on Friday, or “we accept
that the Northbank is finished”.

There are other possibilities. An independent review by the structural engineer Hana Oyelaran-Reyes, published on 2
September, estimates that the fourth pier could be sleeved in steel for 23 million and carry cars, buses and
ambulances for another fifteen years. The [full text of the
review](https://example.org/sallow-bridge/independent-review) runs to ninety pages, and it is a safe bet that most
of those who dismiss it have not read past the second.

Mr Bannister’s office calls the sleeve “a sticking plaster on a shark bite”. It is a good line and a poor argument.
Studies have shown, his spokesman added, that emergency repairs always end up costing more than replacement; he did
not say which studies. As any engineer will tell you, concrete of that age does not heal.

> A bridge does not fall because it is old. It falls because each person who could have closed it had a reason to
wait one more week.
>
> — Hana Oyelaran-Reyes, independent review, page 4

That passage should be carved above the door of every public works department in the country. If the council borrows
the full sum, fares will double, the Tern Street library will go, and a generation of young families will follow it.
If the council does nothing, the first big storm of the winter will finish what the salt began.

## What should happen next

The inquiry will sit until the middle of November, and its report is not expected before spring. Aldermouth cannot
wait that long for honesty. Publish the minutes of the finance committee, uncut. Impose the weight limits that
engineers have already recommended for three other bridges, and do it tonight, before another diver comes up with
bad news. Readers on either bank should write to their councillor this week and ask one thing: what else is in the
queue?

The people who built the Sallow Bridge in 1961 took twenty-two months, with slide rules and borrowed barges. Their
grandchildren have needed six months to agree on the wording of a diversion sign. How long does it take to be
ashamed?
`,
    ' ',
  ),
}
