/** What a dictionary needs to know of notes: names that mean something else there, words that belong to a name, symptoms by code. Data. */

import type { ConceptGroup } from "./concepts/concept-table.ts";

const names = (text: string): ReadonlySet<string> => new Set(text.split(/[,\n]/).map((name) => name.trim()).filter((name) => name !== ""));

/**
 * Folded. Names that the tables have and that in notes are mostly something else: plain English, laboratory analytes,
 * what is eaten, drunk or smoked, materials of surgery, exposures and tests. Chosen by hand among those that meant a mention in
 * fewer than two of five cases in the training notes.
 */
export const STOP_NAMES: Readonly<Record<ConceptGroup, ReadonlySet<string>>> = {
  medications: names(`
    today, thank, thanks, tell, tells, score, goal, goals, equal, equals, edge, edges, apex, lead, leads, trigger, triggers, monitor, monitors, probe, probes, mobile, plain, plateau, action, actions, focus, peak, confirm, confirms,
    balance, mate, mates, life, counter, challenge, command, commands, spike, spikes, program, spectrum, grasp, elevate, impact, finish, beyond, avid, beam, distance, twist, impulse, flame, paper, belt, price, manage, achieve,
    success, choice, runner, boxer, cascade, scout, voltage, senior, reflect, pivot, patrol, buster, tilt, wisdom, halo, halos, cherry, sentinel, rugby, pre op, abcd, mg, d2, ino, pres, rif, mom, dr, depot, diane,
    death, vision, retinal, thyroid, thyroid gland, parathyroid, iris, hips, buccal, nostril, nostrils, orbits, heme, slit, punch, spur, spurs, brace, dilator, dilators, staples, laser, rasp, chips, anvil, prism, tracer, scds, beds, peg, cmpa,
    blood, bloods, red blood cells, iron studies, creatinine, glucose, glucoses, sugar, sugars, lactate, cholesterol, cortisol, sodium, potassium, chloride, albumin, hematocrit, prolactin, amylase, lipase, bilirubin, fibrinogen, ammonia, t3, t4, acth,
    aldosterone, alpha 1 antitrypsin, serotonin, carbon dioxide, carbon monoxide, hbsag, b12, vit b12, vitamin d, copper, congo red, e coli, escherichia coli, yeast, proteus,
    alcohol, ethanol, methanol, ethylene glycol, tobacco, cannabis, cocaine, methamphetamine, xylazine, caffeine, wine, vodka, milk, peanut, salt, water, waters, honey, rice, wheat, sesame, vinegar, corn, pepper, olive, eggs, malt, lactose, gluten, grapefruit, whey, venom, ash leaf,
    oxygen, saline, normal saline, sterile water, cream, barium, dexa, sestamibi, synacthen, guaiac, latex, rubber, nickel, titanium, silver, gold, silica, argon, cotton, cotton wool, polyethylene, olympus, doyle,
    vicryl, silk, dexon, xeroform, dermabond, gelfoam, benzoin
  `),
  problems: names(`
    stable, dr, all, ed, id, as, has, mg, ph, mm, fm, nd, nv, cal, hcl, ca 125, axis, margin, margins, combined, presence, part of, growth, nervous, wells, diaz, malleus, axis i, ventilator, donor, carrier, pet, psa,
    allergies, allergy, allergic, drug allergies, drug allergy, complication, complications, illness, unwell, counseling, dissection, wound, wounds, infectious disease, infectious diseases, worries, bereavement, prom, hanging, shocks, frailty,
    pregnancy, pregnancies, pregnant, preterm, lordosis, flatus, right colon, aortic arch, spontaneous rupture, tobacco use, alcohol use, caffeine, fibrinogen,
    tetanus, rabies, rubella, varicella, yellow fever, influenza, flu, hbv, hcv, hpv, rsv, vzv, hav, hep a, hep b, hepatitis a, hepatitis b, her2, g6pd, gbs, nph, hus, gbm, sti, e coli, escherichia coli,
    immunosuppression, immunosuppressed, hyperventilation, disease, disorder, syndrome, symptom, symptoms, condition, problem, problems
  `),
};

/** Lower case. Chronicity, side, site and course that stand before a problem's name and belong to its mention. */
export const LEADING_WORDS: ReadonlySet<string> = names(`
  acute, chronic, subacute, recurrent, bilateral, unilateral, right, left, r, l, bladder, knee, hand, cervical, groin, oral, nerve, secondary, night, jaw, focal, lumbar, postural, shoulder, skin, exertional, anterior, posterior, artery,
  neck, facial, pulmonary, metastatic, latent, foot, mixed, hemorrhagic, haemorrhagic, sacral, ankle, extremity, marrow, nocturnal, flexion, breast, joint, lung, respiratory, wrist, tendon, internal, canal, central, sinus, leg,
  venous, fine, epidural, pelvic, lower, upper, disc, abdominal, temporal, heel, vein, dysplastic, red, postoperative, scrotal, bone, macular, steroid, primary, morning, renal, periorbital, perianal, hair, breakthrough, spontaneous, transverse,
  perioral, ruptured, dry, valve, splenic, tongue, thigh, sigmoid, patchy, intractable, cord, lateral, medial, infected, passive, splinter, oesophageal, esophageal, cold, bacterial, viral, fungal, hepatic, painless, hip, benign, aortic, itchy,
  oropharyngeal, nasal, paroxysmal, lip, bloody, genital, withdrawal, anal, liver, patellar, burning, frontal, thoracic, elbow, arm, calf, chest, back, ear, eye, throat, dental, pleuritic, productive, generalised, generalized
`);

/** Beginnings of ICD-10-CM codes outside chapter R whose names are complaints or findings by the guideline; measured on the training notes. */
const SYMPTOMS_ELSEWHERE = `
  D68.2 E04.9 E65 F22 F45.8 F51.3 F51.5 F95.9 G24 G25.2 G25.3 G25.5 G47.9 G89.2 H02.4 H02.8 H04.1 H05.2 H05.3 H20.0 H43.3 H47.1 H53.1 H53.2 H53.4 H53.8 H53.9 H54.7 H55.0 H57 H91.9 H92.0 H92.1 H93.1 I31.3 I73.8 I78.1 J34.8 J90 K06.8
  K08.8 K11.7 K12.0 K59.0 K62.5 K92.0 K92.1 L29.9 L50.9 L53.8 L53.9 L65.9 L68.0 L84 L85.3 L90.5 L90.6 L94.3 L98.9 M21.3 M25.4 M25.5 M25.6 M25.7 M54.2 M54.5 M54.9 M62.8 M79.1 M79.6 M79.8 M89.8 N40.1 N42.3 N50.8 N53.1 N62 N63 N64.4
  N64.5 N89.8 N91.2 N92.6 N93 N94.1 N94.6 N95.0 N95.1 Q79.8
`.trim().split(/\s+/);
/** Beginnings of codes in chapter R whose names stand in problem lists. */
const DISEASES_IN_R = "R00.1 R33 R48.0 R56 R57 R62.5 R65 R69 R73 R74.0 R78.8 R82".split(" ");

/** Chapter R of ICD-10-CM is "symptoms, signs and abnormal clinical and laboratory findings"; with the two lists above. */
export const symptomCode = (code: string): boolean =>
  (code.startsWith("R") && !DISEASES_IN_R.some((beginning) => code.startsWith(beginning))) || SYMPTOMS_ELSEWHERE.some((beginning) => code.startsWith(beginning));
