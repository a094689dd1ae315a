/** Words that a name may lose without changing what it names, as data. Folded. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Side, severity, course and certainty. Site and cause are not among them: they change the concept. */
export const PROBLEM_QUALIFIERS = words(`
  left right l r lt rt bilateral bilaterally bilat unilateral sided side
  mild moderate severe mildly moderately severely significant marked markedly slight slightly minimal minor massive extensive intense
  mod sev bad terrible horrible awful some little bit very really so
  acute chronic subacute recurrent persistent intermittent constant continuous occasional frequent episodic ongoing continued sudden
  worsening worsened worse progressive progressing increasing improving improved resolving stable new newly recent old
  longstanding long standing term lifelong onset early late known baseline active inactive chr ac intermitt
  uncontrolled poorly controlled well refractory intractable symptomatic asymptomatic
  diffuse multiple several scattered few small large big tiny trace
  possible probable suspected presumed likely confirmed true frank overt obvious visible palpable evident apparent
  serious underlying pre existing preexisting unspecified simple uncomplicated
  nocturnal
`);

/** Strength, form, route and release of a medication. */
export const FORM_WORDS = words(`
  er xr sr cr xl la dr ir odt ec hfa mr xt cd sa retard forte diskus respimat handihaler turbuhaler accuhaler ellipta flexpen kwikpen
  solostar sprinkle extended release delayed immediate controlled modified sustained long acting short
  tablet tablets tab tabs capsule capsules cap caps pill pills cream ointment oint gel drops drop gtt gtts spray patch patches inhaler inhalers inh
  neb nebs nebulizer nebuliser nebulized nebulised nebules puffer injection injections inj infusion infusions drip gtt lotion shampoo foam solution suspension
  syrup elixir liquid powder sachet sachets lozenge lozenges suppository suppositories pessary pessaries supp vial pen syringe implant bolus
  oral orally topical topically iv im sc subq sq po pr inhaled intranasal nasal sublingual sl transdermal vaginal rectal ophthalmic otic eye ear
  intravenous intramuscular subcutaneous intravitreal intrathecal epidural mups soluble dispersible effervescent chewable
  low high dose dosed daily weekly monthly prn generic otc home maintenance loading supplement supplements supplementation replacement therapy
  treatment prophylaxis mg mcg
`);

/** Salts and solvates. Stripped last: the salt has a code of its own where it is listed. */
export const SALT_WORDS = words(`
  hydrochloride hcl hydrobromide sodium potassium calcium magnesium succinate tartrate maleate fumarate besylate besilate mesylate mesilate tosylate
  sulfate phosphate acetate citrate bromide chloride nitrate lactate malate gluconate pamoate palmitate decanoate enanthate cypionate propionate
  dipropionate valerate furoate xinafoate disoproxil alafenamide monohydrate dihydrate trihydrate anhydrous medoxomil cilexetil proxetil axetil etexilate
  tromethamine trometamol erbumine arginine disodium dihydrochloride bitartrate hyclate lysine meglumine
`);
