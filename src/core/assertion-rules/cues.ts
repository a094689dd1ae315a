/** What notes say around a mention to deny, doubt, date or attribute it. Data: the engine is assert-mentions.ts. Written for this project. */

import type { Assertion, EntityType } from "../types.ts";

export interface CueRule {
  /** What a mention in reach becomes. `pseudo`: looks like a cue and is none. `end`: what reaches over it stops there. */
  readonly makes: Assertion | "pseudo" | "end";
  /** Mentions behind the phrase, before it, or beginning with it. Without effect for `pseudo` and `end`. */
  readonly reach: "after" | "before" | "inside";
  /** Words between phrase and mention at most; to the end of the sentence when left out. */
  readonly words?: number;
  readonly types?: readonly EntityType[];
  /** Separated by commas; lower case, words as note-words.ts cuts them. For `inside`: how the mention begins, its letters alone. */
  readonly phrases: string;
}

const PROBLEMS = ["disease", "symptom"] as const;
const MEDICATIONS = ["medication"] as const;

export const CUE_RULES: readonly CueRule[] = [
  {
    makes: "pseudo",
    reach: "after",
    phrases: `no increase, no change, not only, no significant change, no interval change, no longer, without difficulty, not certain whether, gram negative,
      not necessarily, rule of, may be given, can take, no cause, history and, history obtained, history taken, history is, history was, social history,
      no history, day history of, days history of, week history of, weeks history of, month history of, months history of, year history of, years history of, hour history of, hours history of, long history of, prior to, past few, past week, past month, past year, past several, past two, past three, past 2, past 3, possible to, as possible, if possible, likely to, not drain, family member, family members, family present, family doctor, family practice`,
  },
  {
    makes: "end",
    reach: "after",
    phrases: `but, however, although, though, except, apart from, aside from, other than, nevertheless, yet, still, reports, complains, complaining of, c/o, endorses, admits, positive for, presents with, presented with,
      presenting with, now, currently, today, because, due to, secondary to, as a cause of, since, for which, who, which, +, found to have, noted to have, does have, has had, with known, diagnosed with, started on,
      was treated, treated with, showed, shows, revealed, reveals, +ve for, ;, →`,
  },

  // absent
  {
    makes: "absent",
    reach: "after",
    types: PROBLEMS,
    phrases: `no, denies, denied, denying, without, w/o, negative for, neg for, -ve for, free of, absence of, absent, no evidence of, no sign of, no signs of, no history of, no hx of, no h/o, no known,
      no new, no further, no significant, no obvious, ruled out for, r/o'd, never had, nor, nil, neither, fails to reveal, lack of, lacks, resolution of, not have, not had, rather than, deny, denial of, no ev, ∅, ø, never`,
  },
  { makes: "absent", reach: "after", words: 5, types: PROBLEMS, phrases: "not, isn't, wasn't, doesn't, didn't, hasn't, cannot, can't, unremarkable for, zero" },
  { makes: "absent", reach: "before", words: 3, types: PROBLEMS, phrases: "ruled out, was negative, were negative, is negative, are negative, negative, absent, not seen, not present, not found, not identified, not noted, not appreciated, none, denied, nil, is unlikely, unlikely, v unlikely, excluded, not felt, neg, -ve" },
  { makes: "absent", reach: "inside", types: ["symptom"], phrases: "nontender, nondistended, nonedematous, nonerythematous, nonicteric, noninjected, nonpalpable, nontoxic, nonfocal, nonbloody, nonbilious, nonreactive, anicteric, atraumatic, acyanotic, afebrile, nt, nd" },
  {
    makes: "absent",
    reach: "after",
    words: 4,
    types: MEDICATIONS,
    phrases: "no, denies, denied, without, not, never, avoid, avoiding, hold, holding, held, withhold, declines, declined, refused, refuses, not on, not taking, off, no more, instead of, rather than, defer, deferred, w/o, never had, hold off on, hold off",
  },
  { makes: "absent", reach: "before", words: 3, types: MEDICATIONS, phrases: "held, was held, were held, on hold, declined, refused, withheld, not taken, not given, not started, not needed, not indicated, not tolerated, deferred, contraindicated, not taking, avoided, omitted, not required" },

  // possible
  {
    makes: "possible",
    reach: "after",
    words: 8,
    types: PROBLEMS,
    phrases: `possible, possibly, probable, probably, suspected, suspect, suspicious for, suspicion of, suspicion for, suspected to have, presumed, presumably, likely, most likely, rule out, r/o, ro, to rule out, question of, questionable,
      concern for, concerning for, concerned about, consistent with, c/w, compatible with, suggestive of, suggests, suggesting, suggest, may have, might have, may be, might be, could be, could represent, may represent, versus, vs,
      differential diagnosis, differential diagnosis includes, differential, ddx, dd, query, worrisome for, worried about, cannot exclude, cannot rule out, can't exclude, not excluded, maybe, perhaps, ?, poss, prob, susp, susp., evaluate for, in favor of,
      think,  raising the possibility of, possibility of, in keeping with, ikw, impression of, vs., indicative of, representing, to exclude, exclude, work up for`,
  },
  { makes: "possible", reach: "before", words: 3, types: PROBLEMS, phrases: "is suspected, was suspected, suspected, is possible, is likely, is probable, cannot be excluded, can not be excluded, cannot be ruled out, not excluded, is considered, was considered, vs, vs., versus, ?, to be excluded, in the differential" },

  // hypothetical
  {
    makes: "hypothetical",
    reach: "after",
    types: PROBLEMS,
    phrases: `if, in case of, as needed for, prn for, prn, p.r.n., risk of, risks of, at risk for, at risk of, at high risk for, risk for, risk, increased risk of, risk factors for, return for, return if, come back if, back if, call if, call for, seek, watch for, watch out for,
      monitor for, monitoring for, observe for, screen for, screening for, to prevent, prevent, prevention of, prophylaxis for, prophylaxis against, prophylaxis of, including but not limited to, side effects, side effects include, side effects of, complications, complications include, complications such as, such as but not limited to,
      potential, potential for, warned of, warned about, warned re, safety net, worsening advice, in the event of, unless, to avoid, avoid, precautions for, alert for, look for, may cause, can cause, could cause, fear of, afraid of, as needed, might develop, may develop, red flags, counselled on, counseled on, against, sos if, tci if, expect, prone to, consent covered, side effects of, risks explained`,
  },
  { makes: "hypothetical", reach: "before", words: 3, types: PROBLEMS, phrases: "prophylaxis, ppx, precautions, screening, screen, risk, prevention, proph, vaccine, protocol, clinic, may occur, could occur, can occur, can follow" },
  {
    makes: "hypothetical",
    reach: "after",
    words: 8,
    types: MEDICATIONS,
    phrases: "if, consider, considering, could consider, may consider, would consider, may need, might need, may require, could try, could use, could add, can try, can consider, option, options, options include, discuss, discussed, discussed starting, discuss re, recommend considering, possibly, possible, potential, would start, would add, candidate for, may benefit from, unless, offer, offered, trial of, in case of, could start, maybe, next step, next, might be, alternatives, alternative, suggest, think about, thinking of",
  },
  { makes: "hypothetical", reach: "before", words: 4, types: MEDICATIONS, phrases: "if, can be considered, could be considered, may be considered, might be considered, may be needed, if needed, is an option, was discussed, were discussed, an option, can be requested, would be, could be" },

  // past
  {
    makes: "past",
    reach: "after",
    types: PROBLEMS,
    words: 14,
    phrases: `history of, hx of, h/o, history significant for, history includes, history is significant for, history notable for, past history of, past history, past medical history, past medical history of, past medical history significant for,
      medical history, medical history of, remote history of, prior history of, s/p, sp, status post, status-post, prior, previous, previously, previous history of, formerly, had had, past, recovered from, recently treated for, treated for, in childhood, as a child`,
  },
  { makes: "past", reach: "after", types: PROBLEMS, phrases: "pmh, pmhx, phx, psh, pshx, pmhx of, pmh of" },
  { makes: "past", reach: "before", words: 4, types: PROBLEMS, phrases: "has resolved, resolved, had resolved, have resolved, in the past, years ago, months ago, weeks ago, year ago, yrs ago, in remission, has since resolved, now resolved, last year, as a child, in childhood, as infant, settled, now gone, has gone, is gone, subsided, went away, repaired, was repaired, removed" },
  {
    makes: "past",
    reach: "after",
    words: 6,
    types: MEDICATIONS,
    phrases: "stop, stopped, stopping, discontinue, discontinued, discontinuing, d/c, dc, d/c'd, dc'd, previously on, prior, previous, previously, formerly, was on, had been on, used to take, completed, finished, s/p, status post, history of, past, failed, tried, switched from, changed from, weaned off, taken off, came off, coming off, tried and failed, ceased, cease, had received, replaced, no longer on, no longer taking, no longer takes, ran out of, in the past",
  },
  { makes: "past", reach: "before", words: 5, types: MEDICATIONS, phrases: "was stopped, were stopped, stopped, discontinued, was discontinued, were discontinued, d/c'd, dc'd, d/c, in the past, completed, finished, ceased, failed, previously, no help, useless, without relief, without benefit, did not help, didn't help, was switched, was changed to, years ago, months ago, last year, was tried, not effective" },

  // someone else
  {
    makes: "other-person",
    reach: "after",
    phrases: `family history of, family history, family hx of, family hx, fam hx, fhx, fh, fh:, fhx:, f/h, fmhx, famhx, mother, father, brother, brothers, sister, sisters, mum, mom, dad, parents, parent, maternal, paternal, grandmother, grandfather, grandparents, aunt, uncle, cousin, sibling, siblings,
      son, daughter, husband, wife, partner, spouse, children, gf, gm, mgm, mgf, pgm, pgf, roommate, classmates, contacts, sick contact, colleague, neighbor, neighbour, nephew, niece, twin, strong family history of, mo, bro, sis, flatmate, donor, fdr, coworker`,
  },
  { makes: "other-person", reach: "before", words: 4, phrases: "in mother, in father, in her mother, in his mother, in his father, in her father, in sister, in brother, in mum, in dad, in the family, in family, runs in the family, mum, dad, mother, father, brother, sister, in grandmother, in grandfather, in aunt, in uncle, in parents, in siblings" },

  // allergy
  { makes: "allergy", reach: "after", types: MEDICATIONS, phrases: "allergy, allergies, allergic to, allergy to, allergies to, drug allergies, allergic reaction to, reaction to, reactions to, intolerant of, intolerant to, intolerance to, intolerance, intolerances, anaphylaxis to, adverse reaction to, all:, hypersensitivity to, sensitivity to, sensitive to, allerg, algs, alg, adr, adrs, unable to tolerate, cannot tolerate, could not tolerate, can't tolerate" },
  { makes: "allergy", reach: "before", words: 3, types: MEDICATIONS, phrases: "allergy, allergic, intolerance, intolerant, anaphylaxis, allergies, caused rash, caused hives, all'y" },
];

/** Headings, without their colon, lower case. What stands below them is so unless its sentence says otherwise. */
export const SECTION_RULES: readonly { readonly makes: Assertion; readonly types?: readonly EntityType[]; readonly headings: string }[] = [
  {
    makes: "past",
    types: PROBLEMS,
    headings: `past medical history, pmh, pmhx, phx, medical history, past history, past surgical history, psh, pshx, surgical history, past medical/surgical history, past psychiatric history, past medical and surgical history, previous medical history, medical and surgical history,
      pmh/psh, pmhx/pshx, past ocular history, past oncologic history, past obstetric history, obstetric history, birth history, past, prior medical history, significant past medical history, past med hx, past hx, pohx, ocular history, psychiatric history, med hx, prior history`,
  },
  { makes: "other-person", headings: "family history, fh, fhx, fam hx, family hx, family medical history, famhx, fmhx, family psychiatric history, family" },
  { makes: "allergy", types: MEDICATIONS, headings: "allergies, allergy, drug allergies, allergies/intolerances, allergies and intolerances, medication allergies, all, allergies/adverse reactions, adrs, intolerances, allergic to, allergies to medications, adverse drug reactions, alg, algs, allergies and adverse reactions, drug allergy" },
  { makes: "past", types: PROBLEMS, headings: "adverse reactions, allergies, allergy, drug allergies, medication allergies, all, allergies/intolerances, adrs" },
  {
    makes: "hypothetical",
    headings: "return precautions, return if, return, consent, discussed, risks discussed, consent covered, red flags, safety net, safety-netting, safety netting, risks, complications discussed, when to call, call if, warning signs, reasons to return, seek care for, return to ed if, advice, side effects, call your doctor for, follow up if, escalation",
  },
  { makes: "possible", types: PROBLEMS, headings: "differential diagnosis, differential, ddx, dd, differential diagnoses, rule out" },
  { makes: "past", types: MEDICATIONS, headings: "discontinued medications, stopped medications, stop, stopped, medications stopped, discontinued, past medications, previous medications, prior medications, previous treatments, past treatments, prior treatments, past psychiatric medications, tried, failed" },
];
