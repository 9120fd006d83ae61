/**
 * The findings of the adversarial legal review that were dangerous as first worded. Each: where a person would read it, the warning that must be
 * there, and the promise that must not be, in any place, for any reader.
 */
import { describe, expect, it } from 'vitest';
import { answerTo, everywhere, topics } from './corpus.ts';

interface Finding {
  readonly place: string;
  readonly topic: string;
  readonly warns: readonly RegExp[];
  readonly never: readonly RegExp[];
}

const silenceOfPolice = /police (?:may|must|can|will) not (?:ask|tell|pass)|safe to (?:report|go to the police)|police will not/i;
const staysWhileAppealing =
  /(?:you )?may not be removed (?:meanwhile|during the appeal|while)|(?<!whether (?:an|the) )appeal (?:always )?stops (?:the )?removal/i;

const findings: Readonly<Record<string, readonly Finding[]>> = {
  'minors-alone-age': [
    {
      place: 'un',
      topic: 'minors-alone-age',
      warns: [/if you say no, they may treat you as an adult/i, /not harmless/i],
      never: [/refus\w+ (?:the test )?is (?:not proof|harmless)/i, /you can (?:safely )?refuse/i],
    },
    {
      place: 'es',
      topic: 'minors-alone-age',
      warns: [/may presume (?:that )?you are an adult|may treat you as an adult/i, /never refuse and never accept without/i],
      never: [/you count as a child if you refuse/i],
    },
  ],
  'asylum-how-to-apply': [
    {
      place: 'eu',
      topic: 'asylum-how-to-apply',
      warns: [/lodging is your duty/i, /counts as withdrawn/i, /miss the interview or report days/i],
      never: [/the office must (?:register|lodge) (?:it|your claim) within (?:twenty-one|21)/i],
    },
    { place: 'es', topic: 'asylum-how-to-apply', warns: [/count\w* as withdrawn/i], never: [] },
    { place: 'at', topic: 'asylum-how-to-apply', warns: [/count\w* as withdrawn/i], never: [] },
    { place: 'de', topic: 'asylum-how-to-apply', warns: [/count\w* as withdrawn/i], never: [] },
    { place: 'nl', topic: 'asylum-how-to-apply', warns: [/count\w* as withdrawn/i], never: [] },
  ],
  'asylum-which-country': [
    {
      place: 'nl',
      topic: 'asylum-which-country',
      warns: [/you can ask for protection where you are/i, /do not travel on/i, /expired or withdrawn visa or permit you apply where you are/i],
      never: [/you (?:must|have to) apply in the (?:first )?country (?:of first entry|you entered first)/i, /you (?:may|can) ?not apply here/i],
    },
  ],
  'asylum-deadlines-appeals': [
    {
      place: 'eu',
      topic: 'asylum-deadlines-appeals',
      warns: [/ask for two things/i, /second appeal gives no right to stay unless a court says so/i, /repeat claim/i],
      never: [staysWhileAppealing],
    },
  ],
  'conflict-home-country': [
    {
      place: 'at',
      topic: 'conflict-home-country',
      warns: [/repeat claim does not automatically stop a removal/i, /ask expressly for a stay/i],
      never: [/new (?:danger|claim) (?:stops|will stop) (?:a |the |your )?removal/i],
    },
  ],
  'detention-immigration': [
    { place: 'un', topic: 'detention-immigration', warns: [/do not just wait for a judge/i], never: [/a judge (?:will|must) (?:see|rule|decide)\b/i] },
    {
      place: 'eu',
      topic: 'detention-immigration',
      warns: [/in writing, for a judge and free legal aid/i, /because you asked, the time runs only from the day you asked/i],
      never: [],
    },
    { place: 'es', topic: 'detention-immigration', warns: [/ask at once for the lawyer/i, /do not sign/i], never: [] },
  ],
  'return-decisions': [
    {
      place: 'un',
      topic: 'return-decisions',
      warns: [/no time at all/i, /the appeal may not stop removal/i, /ban on coming back/i],
      never: [/you (?:always )?have (?:at least )?seven days/i],
    },
    { place: 'at', topic: 'return-decisions', warns: [/there may be no time to leave/i, /may not stop removal/i, /entry ban/i], never: [] },
  ],
  'trafficking-help': [
    {
      place: 'es',
      topic: 'trafficking-help',
      warns: [/staying longer often does/i, /before (?:any (?:contact|talk) with )?the police/i],
      never: [/^(?:first )?help (?:never|does not) depends? on (?:the )?police/i, silenceOfPolice],
    },
  ],
  'victims-rights': [
    { place: 'un', topic: 'victims-rights', warns: [/reporting a crime gives no right to stay/i, /before you go to the police/i], never: [silenceOfPolice] },
    { place: 'de', topic: 'domestic-violence', warns: [/no\*{0,2} rule that protects victims without papers/i], never: [silenceOfPolice] },
  ],
  'sexual-violence-help': [
    {
      place: 'un',
      topic: 'sexual-violence-help',
      warns: [/in some countries the hospital must tell the police or a court/i, /at the latest within/i],
      never: [/it is always your (?:own )?(?:choice|decision) (?:to|whether)/i, /hospital (?:will|may|must) not tell/i],
    },
  ],
  'forced-marriage': [
    {
      place: 'un',
      topic: 'forced-marriage',
      warns: [/consulate of your own country may hand you back/i, /permit can end if you are away/i],
      never: [/(?:go to|call|contact) (?:your|the) (?:own )?consulate\b(?! of (?:the|this) country where you live)/i],
    },
  ],
  'autonomous-permit-family': [
    { place: 'un', topic: 'autonomous-permit-family', warns: [/before you separate, move out or file for divorce/i], never: [] },
    {
      place: 'es',
      topic: 'autonomous-permit-family',
      warns: [/leaves? (?:the country|Spain) before the divorce case begins/i],
      never: [/you keep your (?:permit|stay) after (?:a )?divorce/i],
    },
  ],
  'police-stop': [
    {
      place: 'un',
      topic: 'police-stop',
      warns: [/silence covers the accusation, not always your name/i, /i ask for asylum/i],
      never: [/you (?:need|do) not (?:have to )?(?:say|give|tell) (?:them )?your name/i],
    },
    { place: 'de', topic: 'police-stop', warns: [/not your name/i], never: [] },
  ],
  'arrest-rights': [
    {
      place: 'un',
      topic: 'arrest-rights',
      warns: [/say at once that you do not want it told/i, /some treaties make the police tell it anyway/i],
      never: [/consulate is (?:only )?(?:told|informed) only if you/i],
    },
  ],
  'eviction-and-tenant': [
    {
      place: 'un',
      topic: 'eviction-and-tenant',
      warns: [/answer every court letter by its day/i, /does not promise that a judge/i],
      never: [/no ?(?:one|body) (?:may|can) lose (?:a|their) home without a judge/i],
    },
  ],
  'health-irregular': [
    {
      place: 'un',
      topic: 'health-irregular',
      warns: [/the office that pays the bill may follow other rules/i],
      never: [/nobody (?:may|will|can) tell the immigration office/i],
    },
    { place: 'de', topic: 'health-irregular', warns: [/the social office must tell/i, /do not go there without advice/i], never: [] },
  ],
  'social-assistance-urgent': [
    {
      place: 'un',
      topic: 'social-assistance-urgent',
      warns: [/ask an independent adviser first/i],
      never: [/due to everyone|everybody (?:has a right to|gets) (?:social )?(?:help|assistance|money)/i],
    },
    { place: 'de', topic: 'social-assistance-urgent', warns: [/must\*{0,2} tell the immigration office/i], never: [] },
  ],
  'registration-of-address': [
    { place: 'un', topic: 'registration-of-address', warns: [/ask an independent adviser before you register/i], never: [] },
    { place: 'nl', topic: 'registration-of-address', warns: [/cannot register/i], never: [] },
    { place: 'gb', topic: 'registration-of-address', warns: [/no register of residents/i], never: [] },
    { place: 'es', topic: 'registration-of-address', warns: [/police/i], never: [/police (?:cannot|may not|do not) (?:see|look|use)/i] },
  ],
  'birth-registration': [
    {
      place: 'un',
      topic: 'birth-registration',
      warns: [/the registry is a public office/i, /passes data to the immigration office/i],
      never: [/registry (?:may|will|must) not tell/i],
    },
    { place: 'de', topic: 'birth-registration', warns: [/need a plan, not silence|plan/i], never: [] },
  ],
  'marriage-partnership-divorce': [
    {
      place: 'un',
      topic: 'marriage-partnership-divorce',
      warns: [/get legal advice before you give notice of a marriage/i, /registry must report every notice/i],
      never: [/registr(?:ar|y) (?:must|may|will|can)(?:no| no)t (?:tell|report)/i],
    },
  ],
  'family-reunification-refugees': [
    {
      place: 'at',
      topic: 'family-reunification-refugees',
      warns: [/lodge in writing anyway/i, /never wait for the end of the freeze/i],
      never: [/your family (?:can|may|will) (?:surely |always )?(?:come|join you) (?:at once|in any case)/i],
    },
    { place: 'de', topic: 'family-reunification-refugees', warns: [/in writing/i, /2027-07-23|closed|stopped|frozen|suspended/i], never: [] },
    { place: 'gb', topic: 'family-reunification-refugees', warns: [/2025-09-04|no new applications|closed/i], never: [] },
  ],
  '(all EU-law topics)': ['gb/york', 'us/new-york'].flatMap((place) => [
    { place, topic: 'bank-account-basic', warns: [], never: [] },
    { place, topic: 'asylum-deadlines-appeals', warns: [/appeal/i], never: [] },
  ]),
  'complain-about-office': [
    {
      place: 'un',
      topic: 'complain-about-office',
      warns: [/a complaint is not an appeal/i, /never stops a deadline or a removal/i],
      never: [/complaint (?:stops|pauses|extends) (?!no\b|nothing|neither)/i],
    },
  ],
  'work-unpaid-wages': [
    {
      place: 'un',
      topic: 'work-unpaid-wages',
      warns: [/in some countries work without permission is a crime/i, /get advice before you tell any office/i],
      never: [],
    },
    {
      place: 'gb',
      topic: 'work-unpaid-wages',
      warns: [/working is then a crime here/i, /before any claim/i],
      never: [/three months(?: of pay)? (?:are|is) presumed/i],
    },
  ],
  'emergency-112': [
    {
      place: 'un',
      topic: 'emergency-112',
      warns: [/no sim card\? then the call may not work/i],
      never: [/(?:works|call) (?:from )?any phone/i, /without a sim card (?:it|the call) works/i],
    },
    { place: 'de', topic: 'emergency-112', warns: [/active sim card/i], never: [] },
    { place: 'gb', topic: 'emergency-112', warns: [/needs a working sim card/i], never: [] },
  ],
  'de-anmeldung': [
    {
      place: 'de',
      topic: 'registration-of-address',
      warns: [/sends the registration of every foreigner to the immigration office/i, /before\*{0,2} you register/i],
      never: [],
    },
  ],
  'de-work-undoc': [
    {
      place: 'de',
      topic: 'work-unpaid-wages',
      warns: [/labour court .* must tell/is, /before\*{0,2} court or customs/i, /late claims are lost/i],
      never: [/courts do not ask for papers/i],
    },
  ],
  'de-asylum-appeal': [
    {
      place: 'de',
      topic: 'letters-and-deadlines',
      warns: [/court action \(Klage\) often does not stop deportation/i, /urgent application/i],
      never: [staysWhileAppealing],
    },
  ],
  'de-asylblg-health': [{ place: 'de', topic: 'health-irregular', warns: [/cut almost to nothing/i, /social courts often stop that/i], never: [] }],
  'at-dv': [
    { place: 'at', topic: 'domestic-violence', warns: [/must tell the permit office of the change at once/i, /the last limit for that is/i], never: [] },
  ],
  'at-melde': [
    {
      place: 'at',
      topic: 'registration-of-address',
      warns: [/the register is open to it/i, /not registering can cost a fine/i, /independent adviser/i],
      never: [],
    },
  ],
  'at-work-undoc': [{ place: 'at', topic: 'work-unpaid-wages', warns: [/late claims are lost/i, /take the claim away after 3 months/i, /UNDOK/], never: [] }],
  'es-gbv-undoc': [
    {
      place: 'es',
      topic: 'domestic-violence',
      warns: [/not\*{0,2} safety for ever/i, /the permit is refused/i, /before you report/i],
      never: [/you (?:cannot|will not|must not) be expelled\b/i],
    },
  ],
  'es-arraigo': [
    {
      place: 'es',
      topic: 'regularisation-humanitarian-permits',
      warns: [/then you cannot ask for arraigo/i, /time as an applicant does not count/i, /never withdraw it without a lawyer/i],
      never: [/withdraw (?:your|the) asylum claim (?:and|to) (?:apply|ask)/i],
    },
  ],
  'es-016': [{ place: 'es', topic: 'domestic-violence', warns: [/calls stay in the (?:list of calls|call list)/i], never: [/leaves no trace/i] }],
  'es-itss': [
    {
      place: 'es',
      topic: 'work-unpaid-wages',
      warns: [/labour inspectorate .* checks work permits/is, /not to the inspectorate or its tip box/i],
      never: [/anonymous tip box/i],
    },
  ],
  'gb-refugee-leave': [{ place: 'gb', topic: 'asylum-how-to-apply', warns: [], never: [/family (?:can|may) join you/i] }],
  'gb-dv': [
    {
      place: 'gb',
      topic: 'domestic-violence',
      warns: [/never apply before advice/i, /partners of workers, students and graduates may not|partners of workers and students may not/i],
      never: [],
    },
  ],
  'gb-rent': [{ place: 'gb', topic: 'eviction-and-tenant', warns: [/no court is needed/i, /lodgers/i, /asylum housing/i], never: [] }],
  'nyc-school': [
    {
      place: 'us/new-york',
      topic: 'school-enrol',
      warns: [/told not to let agents in without a warrant signed by a judge/i, /cannot stop agents who have such a warrant/i],
      never: [/agents (?:may|can|must) ?not enter (?:a |the )?schools?/i],
    },
  ],
  'gb (missing rule on work)': [{ place: 'gb', topic: 'work-unpaid-wages', warns: [/the state can seize the pay/i, /FLEX or Kalayaan/], never: [] }],
};

/** Sentences that make the promise. "Do not say that ..." and "never go to ..." are warnings, not promises. */
function promisesIn(text: string, promise: RegExp): string[] {
  return text.split(/(?<=[.!?:])\s+/).filter((sentence) => {
    const found = promise.exec(sentence);
    return found && !/\b(?:do not|not every|never|nor)\b/i.test(sentence.slice(0, found.index));
  });
}

describe('a dangerous finding of the legal review', () => {
  const cases = Object.entries(findings).flatMap(([finding, list]) => list.map((each) => [finding, each.place, each] as const));

  it.each(cases)('%s in %s: the warning is there', async (_, place, { topic, warns }) => {
    const text = await answerTo(topic, place, 'resident');
    for (const warning of warns) expect(text).toMatch(warning);
  });

  it.each(cases.filter(([, , { never }]) => never.length > 0))('%s in %s: the promise is nowhere', async (_, __, { topic, never }) => {
    for (const { where, text } of await everywhere(topic)) for (const promise of never) expect(promisesIn(text, promise), where).toEqual([]);
  });

  it('is about topics that exist', () => {
    for (const { topic } of Object.values(findings).flat()) expect(topics).toContain(topic);
  });
});
