"""Sentences about laboratory values, put into silver notes.

The silver notes hold few analytes in running text, and the corpora of chemistry call them chemicals, so a student
takes "recheck potassium" for a medication. The guideline says that an analyte is no mention and the same substance
given to the patient is one: sentences of both kinds, and of the named disorders between them, teach the difference.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace

from .corpora import Note, Span

ANALYTES = (
    "potassium sodium chloride bicarbonate magnesium phosphate calcium phosphorus creatinine urea BUN glucose lactate albumin bilirubin "
    "ammonia troponin ferritin iron transferrin folate B12 cholesterol triglycerides LDL HDL TSH CRP ESR hemoglobin haemoglobin hematocrit "
    "platelets WBC INR PSA ALT AST ALP GGT amylase lipase CK BNP procalcitonin D-dimer fibrinogen uric_acid vitamin_D zinc copper cortisol "
    "testosterone estradiol prolactin insulin_level digoxin_level vancomycin_trough lithium_level phenytoin_level tacrolimus_level K Na Mg Cr HbA1c"
).replace("_", "\u00a0").split(" ")
ANALYTES = tuple(name.replace("\u00a0", " ") for name in ANALYTES)

# {a}, {b}, {c}: analytes; {v}, {w}: values. Nothing here is a mention.
READINGS = (
    "{A} {v}, {b} {w}.",
    "{A} was {v} this morning.",
    "{A} came down from {v} to {w}.",
    "{A} up to {v} from {w}.",
    "{A} and {b} within normal limits.",
    "{A} stable at {v}.",
    "{A} trending down, {v} today.",
    "{A} remains {v}; {b} {w}.",
    "Most recent {a} {v} ({w} last month).",
    "His {a} is {v} and {b} {w}.",
    "Her {a} has been between {v} and {w}.",
    "The {a} today is {v}.",
    "Admission {a} {v}, peak {w}.",
    "Last {a}: {v}. Last {b}: {w}.",
    "Check {a} and {b} in one week.",
    "Will repeat {a} tomorrow morning.",
    "Monitor {a}, {b} and {c} daily.",
    "Daily {a}, {b}.",
    "Follow-up {a} in 3 months.",
    "Plan: trend {a} and {b}.",
    "Send {a}, {b} and {c}.",
    "Blood taken for {a}, {b} and {c}.",
    "Awaiting {a} and {b}.",
    "Renal function and {a} in two weeks.",
    "GP to check {a} in 10 days please.",
    "Full blood count, {a} and {b} were requested.",
    "Repeat {a} before discharge.",
    "Goal {a} above {v}.",
    "Keep {a} > {v} and {b} > {w}.",
    "{A} not checked today.",
    "Serum {a} {v}, urine {b} {w}.",
    "Recheck {a} with next bloods",
    "- {a} {v}\n- {b} {w}\n- {c} pending",
    "{A}: {v}\n{B}: {w}",
)

# {m}: a medication, present. Nothing else here is a mention.
GIVEN = (
    "Continue {m} 20 mEq daily; recheck {a} in a week.",
    "{A} {v}, replaced with {m}.",
    "Given {m} for {a} of {v}.",
    "Takes {m} once a day. {A} {v}.",
    "{A} {v} after two doses of {m}.",
    "On {m}; {a} {v}, {b} {w}.",
    "Started {m}, repeat {a} on Monday.",
)
SUBSTANCES = (
    "potassium chloride", "KCl", "Slow-K", "magnesium sulfate", "magnesium oxide", "calcium gluconate", "calcium carbonate", "sodium bicarbonate",
    "sodium chloride tablets", "phosphate", "ferrous sulfate", "iron", "folic acid", "vitamin D", "cholecalciferol", "vitamin B12", "hydroxocobalamin",
    "insulin", "digoxin", "lithium", "levothyroxine", "zinc", "K-Phos", "furosemide", "warfarin",
)

_SLOT = re.compile(r"\{(\w)\}")


def sentence(rng: random.Random) -> tuple[str, tuple[Span, ...]]:
    """One sentence or short list, with its mentions."""
    template = rng.choice(GIVEN if rng.random() < 0.2 else READINGS)
    analytes = dict(zip("abc", rng.sample(ANALYTES, 3), strict=True))
    text, spans, last = "", [], 0
    for slot in _SLOT.finditer(template):
        text += template[last : slot.start()]
        name, last = slot.group(1), slot.end()
        if name == "m":
            substance = rng.choice(SUBSTANCES)
            spans.append(Span(len(text), len(text) + len(substance), "medication", "present"))
            text += substance
        elif name in "vw":
            text += rng.choice((f"{rng.uniform(0.4, 9.9):.1f}", str(rng.randint(9, 240)), f"{rng.uniform(10, 30):.1f}"))
        else:
            analyte = analytes[name.lower()]
            text += analyte[0].upper() + analyte[1:] if name.isupper() else analyte
    return text + template[last:], tuple(spans)


def with_laboratory(note: Note, rng: random.Random) -> Note:
    """The note with one to three such sentences, each behind the end of one of its sentences or lines."""
    for _ in range(rng.randint(1, 3)):
        places = [match.end() for match in re.finditer(r"[.\n](?=\s|$)|\n", note.text)]
        places = [p for p in places if all(p <= span.start or span.end <= p for span in note.spans)]
        if not places:
            return note
        place = rng.choice(places)
        words, spans = sentence(rng)
        glue = "" if note.text[place - 1] == "\n" else rng.choice((" ", " ", "\n"))
        added = glue + words + ("\n" if note.text[place - 1] == "\n" else "")
        moved = tuple(replace(s, start=s.start + len(added), end=s.end + len(added)) if s.start >= place else s for s in note.spans)
        inserted = tuple(replace(s, start=s.start + place + len(glue), end=s.end + place + len(glue)) for s in spans)
        together = sorted((*moved, *inserted), key=lambda s: s.start)
        note = replace(note, text=note.text[:place] + added + note.text[place:], spans=tuple(together))
    return note
