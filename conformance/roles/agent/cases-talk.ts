import { digestOfText } from '../../forge/bytes.ts';
import { digestOf } from '../../forge/drafts.ts';
import { type JsonObject, valueAt } from '../../forge/json.ts';
import { now, utc } from '../../live/cast.ts';
import { must } from '../../live/http.ts';
import type { Notes } from '../../run/case.ts';
import { caseId } from '../../run/case.ts';
import type { Act, View, Wanted } from './errand.ts';
import type { Market, Order } from './market.ts';
import { IDS } from './players.ts';
import { problem, type Scene, type Spoils } from './scene.ts';
import { CATEGORY, ITEM } from './shop.ts';
import type { AgentCase } from './steps.ts';

/** What an agent makes of its user's words, what it asks and shows, and what the user may change afterwards. */

const DAY = 86_400;
const HOUR = 3_600;
const UNTIL = utc(now() + 2 * DAY).slice(0, 10);

interface Words {
  readonly seller?: string;
  readonly limits?: string;
}

const LIMITS = 'at most 150.00 CNY each and 300.00 CNY in total, ';

/** A whole request in plain words, or one that says something less or otherwise. */
export const sentence = ({ seller = `from ${IDS.shop}`, limits = LIMITS }: Words = {}): string =>
  `Buy 1 ticket “${ITEM.name}” ${seller}, category ${CATEGORY}, ${limits}valid until ${UNTIL}.`;

const turn = (content: string): JsonObject => ({ role: 'user', content, create_time: utc(now()) });
export const say = (
  content: string,
  modes: readonly string[] = ['TEXT'],
): Extract<Act, { readonly act: 'say' }> => ({
  act: 'say',
  conversation_history: { user_intent_raw: [turn(content)], input_mode: [...modes] } as unknown as JsonObject,
});
export const answer = (answers: Partial<Wanted>): Act => ({ act: 'answer', answers });
export const confirm: Act = { act: 'confirm' };
const buy: Act = { act: 'buy' };
const resume: Act = { act: 'resume' };
const cancel: Act = { act: 'cancel' };
const forget: Act = { act: 'forget' };

/** Everything that a mandate needs, whatever was understood of the words. */
export const whole: Partial<Wanted> = {
  need: ['T-100'],
  quantity: 1,
  allowed_categories: [CATEGORY],
  currency: 'CNY',
  max_single_amount: '150.00',
  max_total_amount: '300.00',
  allowed_merchants: [IDS.shop],
  validity_end_time: utc(now() + 2 * DAY),
  price_deviation_action: 'PAUSE_AND_NOTIFY',
};

/** A task that lacks nothing but authority. */
export const wish: readonly Act[] = [
  say(`Buy 1 ticket “${ITEM.name}” from ${IDS.shop}, category ${CATEGORY}.`),
  answer(whole),
];

export interface Talked {
  readonly views: readonly View[];
  readonly scene: Scene;
}

export async function talk(market: Market, notes: Notes, order: Order, spoils: Spoils = {}): Promise<Talked> {
  const { outcome, scene } = await market.run('talk', order, spoils, notes);
  const { status, code, views = [] } = outcome;
  const acts = order.acts ?? [];
  must(status === 'DONE', `The talk ended as ${status} ${code ?? ''}.`);
  must(views.length === acts.length, `It shows ${views.length} views of ${acts.length} acts.`);
  return { views, scene };
}

interface Talk {
  readonly requirement: string;
  readonly slug: string;
  readonly title: string;
  readonly kind?: 'positive' | 'negative';
  readonly acts: readonly Act[];
  readonly contexts?: Readonly<Record<string, string>>;
  readonly merchants?: NonNullable<Order['merchants']>;
  readonly spoils?: Spoils;
  /** What it needs besides talk. */
  readonly needs?: readonly string[];
}

/** A talk, and what has to be seen of it. */
export function dialogue(
  { requirement, slug, title, kind = 'positive', spoils = {}, needs = [], ...order }: Talk,
  hold: (talked: Talked) => void,
): AgentCase {
  return {
    id: caseId('agent', requirement, `talk-${slug}`),
    requirement,
    title,
    kind,
    needs: ['talk', ...needs],
    run: async (market, notes) => hold(await talk(market, notes, order, spoils)),
  };
}

const refusedFor = (view: View | undefined, code: string): void =>
  must(view?.refused === code, `It answers ${view?.refused ?? view?.status}, where ${code} was due.`);
export const taken = (view: View | undefined, what: string): void =>
  must(view !== undefined && view.refused === undefined, `${what} was refused: ${view?.refused}.`);
export const isAt = (view: View | undefined, status: string): void =>
  must(view?.status === status, `It is ${view?.status} ${view?.refused ?? ''}, where ${status} was due.`);

const asks = ({ questions = [] }: View, field: string, ...reasons: readonly string[]): boolean =>
  questions.some((one) => one.field === field && reasons.includes(one.reason) && one.question.length > 0);

const isAmount = ({ players }: Scene, text: string | undefined, amount: string): boolean =>
  text !== undefined && Number(text) === Number(players.said(amount));

const understanding: readonly AgentCase[] = [
  dialogue(
    {
      requirement: 'ADD-INT-ICS-09',
      slug: 'draft-of-words',
      title: 'Amounts, end, seller and category that were said stand in the draft.',
      acts: [say(sentence())],
    },
    ({ views: [view], scene }) => {
      const { draft = {} } = view ?? {};
      must(isAmount(scene, draft.max_single_amount, '150.00'), 'Not the amount for one payment.');
      must(isAmount(scene, draft.max_total_amount, '300.00'), 'Not the amount in total.');
      must(draft.allowed_merchants?.includes(IDS.shop) === true, 'Not the seller.');
      must(draft.allowed_categories?.includes(CATEGORY) === true, 'Not the category.');
      must(draft.validity_end_time?.startsWith(UNTIL) === true, 'Not the day that it ends on.');
    },
  ),
  dialogue(
    {
      requirement: 'ADD-INT-ICS-10',
      slug: 'asks-what-is-missing',
      title: 'What was not said is asked for, and nothing else.',
      acts: [say(sentence({ seller: '' })), say(sentence())],
    },
    ({ views: [lacking, complete] }) => {
      must(
        lacking !== undefined && asks(lacking, 'allowed_merchants', 'missing'),
        'The seller is not asked for.',
      );
      must(complete?.questions?.length === 0, 'A whole request is asked about.');
    },
  ),
  dialogue(
    {
      requirement: 'ADD-INT-ICS-10',
      slug: 'asks-what-contradicts',
      title: 'Two amounts for the same are no amount: the user is asked which.',
      acts: [say(sentence({ limits: `${LIMITS}but at most 120.00 CNY each, ` }))],
    },
    ({ views: [view] }) =>
      must(
        view !== undefined && asks(view, 'max_single_amount', 'conflicting'),
        'The contradiction is not asked about.',
      ),
  ),
  dialogue(
    {
      requirement: 'ADD-INT-ICS-10',
      slug: 'asks-what-is-ambiguous',
      title: 'An amount that may be for one payment or for all is asked about.',
      acts: [say(sentence({ limits: 'at most 150.00 CNY, ' }))],
    },
    ({ views: [view] }) => {
      const reasons = ['ambiguous', 'missing'];
      const isAsked = ['max_total_amount', 'max_single_amount'].some(
        (field) => view !== undefined && asks(view, field, ...reasons),
      );
      must(isAsked, 'The amount is not asked about.');
    },
  ),
  dialogue(
    {
      requirement: 'ADD-INT-ICS-11',
      slug: 'answers-go-into-the-draft',
      title:
        'An answer stands in the draft and its question is gone; a contradiction to the rest is asked about again.',
      acts: [
        say(sentence({ seller: '' })),
        answer({ allowed_merchants: [IDS.shop] }),
        answer({ max_total_amount: '100.00' }),
        answer({ max_total_amount: '200.00' }),
      ],
    },
    ({ views: [asked, answered, contradicted, settled], scene }) => {
      must(
        asked !== undefined && asks(asked, 'allowed_merchants', 'missing'),
        'The seller is not asked for.',
      );
      must(
        answered?.draft?.allowed_merchants?.includes(IDS.shop) === true,
        'The answer is not in the draft.',
      );
      must(answered?.questions?.length === 0, 'What was answered is asked again.');
      const isConflict = ['max_total_amount', 'max_single_amount'].some(
        (field) => contradicted !== undefined && asks(contradicted, field, 'conflicting'),
      );
      must(isConflict, 'The answer contradicts the rest, and nobody is asked.');
      must(
        isAmount(scene, settled?.draft?.max_total_amount, '200.00'),
        'The last answer is not in the draft.',
      );
      must(settled?.questions?.length === 0, 'What was settled is asked again.');
    },
  ),
  dialogue(
    {
      requirement: 'ADD-INT-ICS-13',
      slug: 'yes-with-a-question-open',
      title:
        'A yes while a question is open makes no intent and asks nobody for a mandate; after the answer it does.',
      kind: 'negative',
      acts: [say(sentence({ seller: '' })), confirm, answer({ allowed_merchants: [IDS.shop] }), confirm],
    },
    ({ views: [said, early, answered, late], scene }) => {
      refusedFor(early, 'intent_incomplete');
      for (const view of [said, early, answered])
        must(view?.intent === undefined, 'There is an intent before the user has agreed.');
      taken(late, 'The yes after the answer');
      must(
        typeof valueAt(late?.intent ?? {}, '/intent_id') === 'string',
        'There is no intent after the yes.',
      );
      must(scene.mandates.length === 1, `${scene.mandates.length} mandates were asked for.`);
    },
  ),
  dialogue(
    {
      requirement: 'ADD-INT-ICS-05',
      slug: 'end-before-the-start',
      title: 'An end that is over is asked about, and a yes to it makes no intent; with a later end it does.',
      kind: 'negative',
      acts: [
        say(sentence()),
        answer({ ...whole, validity_end_time: utc(now() - HOUR) }),
        confirm,
        answer({ validity_end_time: whole.validity_end_time ?? '' }),
        confirm,
      ],
    },
    ({ views: [, over, early, , late], scene }) => {
      must(
        over !== undefined && asks(over, 'validity_end_time', 'conflicting'),
        'The end is not asked about.',
      );
      refusedFor(early, 'intent_incomplete');
      taken(late, 'The yes with a later end');
      must(scene.mandates.length === 1, `${scene.mandates.length} mandates were asked for.`);
    },
  ),
  dialogue(
    {
      requirement: 'ADD-INT-ICS-20',
      slug: 'summary-has-the-bounds',
      title: 'Each bound stands in what the user agrees to, in every language of it.',
      acts: [say(sentence()), answer(whole)],
    },
    ({ views: [, view], scene }) => {
      const texts = Object.entries(view?.summary ?? {});
      must(texts.length > 0, 'There is no summary.');
      for (const [language, text] of texts)
        for (const bound of scene.players.said(['150.00', '300.00', 'CNY', IDS.shop, CATEGORY, UNTIL]))
          must(text.includes(bound), `The summary (${language}) does not have ${bound}.`);
    },
  ),
];

const ADDRESS = '7 Long Street';
const more: Partial<Wanted> = { ...whole, forbidden_categories: ['toys'], delivery_address: ADDRESS };

const VOICE = ['VOICE', 'TEXT'] as const;
/** Without amounts: it has one digest in every currency. */
const kept = JSON.stringify([turn(sentence({ limits: '' }))]);
const REFERENCE = 'chat-7/turns-1';
const referred: Act = {
  act: 'say',
  conversation_history: {
    user_intent_raw_digest: digestOfText(kept),
    context_ref: REFERENCE,
    input_mode: ['TEXT'],
  } as unknown as JsonObject,
};

const keeping: readonly AgentCase[] = [
  dialogue(
    {
      requirement: 'ADD-INT-ICS-20',
      slug: 'summary-has-what-is-forbidden',
      title:
        'What must not be bought and where the goods go stand in the structured result and in the summary.',
      acts: [say(sentence()), answer(more), confirm],
    },
    ({ views: [, view, agreed] }) => {
      for (const [language, text] of Object.entries(view?.summary ?? {}))
        for (const bound of ['toys', ADDRESS])
          must(text.includes(bound), `The summary (${language}) does not have ${bound}.`);
      const forbidden = valueAt(agreed?.intent ?? {}, '/ext/commerce/forbidden_categories');
      must(Array.isArray(forbidden) && forbidden.includes('toys'), 'What is forbidden is not in the result.');
      const address = valueAt(agreed?.intent ?? {}, '/ext/fulfillment/delivery_address');
      must(address === ADDRESS, 'The address is not in the result.');
    },
  ),
  dialogue(
    {
      requirement: 'OA-PRV-08',
      slug: 'address-stays-with-the-agent',
      title: 'The address that goods go to is not in the mandate that is asked for; what else binds is.',
      kind: 'negative',
      acts: [say(sentence()), answer(more), confirm],
    },
    ({ views: [, , agreed], scene }) => {
      taken(agreed, 'The yes');
      const [mandate] = scene.mandates;
      must(mandate !== undefined, 'No mandate was asked for.');
      must(!JSON.stringify(mandate).includes(ADDRESS), 'The account side learns where the user lives.');
      const forbidden = valueAt(mandate ?? {}, '/ext/commerce/forbidden_categories');
      must(
        Array.isArray(forbidden) && forbidden.includes('toys'),
        'What is forbidden is not in the mandate.',
      );
    },
  ),
  dialogue(
    {
      requirement: 'ADD-INT-ICS-01',
      slug: 'words-are-kept',
      title: 'What was said stands word for word in the structured result.',
      acts: [say(sentence()), answer(whole), confirm],
    },
    ({ views, scene }) => {
      const words = scene.players.said(sentence());
      const said = valueAt(views[2]?.intent ?? {}, '/conversation_history/user_intent_raw');
      const turns = Array.isArray(said) ? (said as unknown as readonly JsonObject[]) : [];
      must(
        said === words || turns.some(({ content }) => content === words),
        'The words of the user are not in it, or changed.',
      );
    },
  ),
  dialogue(
    {
      requirement: 'ADD-INT-ICS-28',
      slug: 'input-modes-come-back',
      title: 'Words that were spoken become a task, and the structured result says how they came.',
      acts: [say(sentence(), VOICE), confirm],
    },
    ({ views: [said, agreed] }) => {
      must(said?.draft !== undefined, 'What was spoken made no draft.');
      const modes = valueAt(agreed?.intent ?? {}, '/conversation_history/input_mode');
      must(
        Array.isArray(modes) && VOICE.every((mode) => (modes as unknown as string[]).includes(mode)),
        'The modes are lost.',
      );
    },
  ),
  dialogue(
    {
      requirement: 'ADD-INT-ICS-28',
      slug: 'by-reference',
      title: 'A digest with its reference becomes a task too.',
      acts: [referred],
      contexts: { [REFERENCE]: kept },
    },
    ({ views: [view] }) =>
      must(
        view?.draft?.allowed_merchants?.includes(IDS.shop) === true,
        'What is behind the reference was not read.',
      ),
  ),
  dialogue(
    {
      requirement: 'ADD-INT-ICS-29',
      slug: 'result-can-be-read',
      title:
        'After the yes the structured result can be read, with what was said in it, and its digest is that of the mandate.',
      acts: [say(sentence()), answer(whole), confirm],
    },
    ({ views: [, , view], scene }) => {
      const { intent } = view ?? {};
      must(intent?.conversation_history !== undefined, 'The structured result cannot be read.');
      const [mandate] = scene.mandates;
      must(digestOf(intent ?? {}) === mandate?.source_isr_digest, 'The mandate rests on another one.');
    },
  ),
  dialogue(
    {
      requirement: 'ADD-INT-ICS-27',
      slug: 'words-of-a-web-page',
      title: 'What a page in the user’s browser says is not taken; the same words of the user are.',
      kind: 'negative',
      acts: [{ ...say(sentence()), page: 'https://elsewhere.example' }, say(sentence())],
    },
    ({ views: [foreign, own], scene }) => {
      refusedFor(foreign, 'access_restricted');
      must(foreign?.draft === undefined, 'There is a draft of what the user never said.');
      taken(own, 'The same words of the user');
      must(scene.mandates.length === 0 && scene.intents.length === 0, 'Somebody has heard of it.');
    },
  ),
  dialogue(
    {
      requirement: 'OA-PRV-06',
      slug: 'words-are-deleted',
      title: 'What was said is gone when the user says so, and what was signed goes on being good.',
      acts: [say(sentence()), answer(whole), confirm, forget, buy],
      needs: ['orders'],
    },
    ({ views }) => {
      must(views[2]?.intent !== undefined, 'There was nothing to delete.');
      taken(views[3], 'The wish to have it deleted');
      must(views[3]?.intent === undefined, 'The structured result can still be read.');
      isAt(views.at(-1), 'DONE');
    },
  ),
  {
    id: caseId('agent', 'ADD-INT-ICS-04', 'talk-other-words-behind-the-reference'),
    requirement: 'ADD-INT-ICS-04',
    title: 'Words behind a reference that hash to another digest are not taken for what the user wants.',
    kind: 'negative',
    needs: ['talk'],
    run: async (market, notes) => {
      const read = async (content: string) =>
        (await talk(market, notes, { acts: [referred], contexts: { [REFERENCE]: content } })).views[0];
      taken(await read(kept), 'The conversation as it was kept');
      const bad = await read(kept.replace(IDS.shop, IDS.other));
      refusedFor(bad, 'intent_context_mismatch');
      must(bad?.draft === undefined, 'There is a draft of words that nobody said.');
      taken(await read(kept), 'The conversation as it was kept, afterwards');
    },
  },
];

/** The goods come in a day; the user first wants them within the hour. */
const tooSoon: Partial<Wanted> = { ...whole, delivery_time_requirement: utc(now() + HOUR) };
const later = utc(now() + 3 * DAY);
const standsStill = [say(sentence()), answer(tooSoon), confirm, buy] as const;
const goesOn = [answer({ delivery_time_requirement: later }), confirm, resume] as const;
const NEEDS_ORDERS = { needs: ['orders'] } as const;

const changing: readonly AgentCase[] = [
  dialogue(
    {
      requirement: 'CID-INT-XFR-13',
      slug: 'nothing-that-was-not-said',
      title: 'Sellers are told no need and no preference that the user did not say.',
      acts: [say(sentence()), answer(whole), confirm, buy],
      ...NEEDS_ORDERS,
    },
    ({ views, scene }) => {
      isAt(views.at(-1), 'DONE');
      const contexts = scene.intents.map(({ body }) => body.context as JsonObject);
      must(contexts.length > 0, 'No seller was asked.');
      for (const { implicit_need: implied, preferences } of contexts) {
        const liked = Array.isArray(preferences) ? preferences : [];
        must(implied === undefined && liked.length === 0, 'A seller is told what nobody said.');
      }
    },
  ),
  dialogue(
    {
      requirement: 'CID-INT-XFR-04',
      slug: 'what-changed-is-asked-for',
      title: 'After the user has changed a constraint, the next request has it.',
      acts: [...standsStill, ...goesOn],
      ...NEEDS_ORDERS,
    },
    ({ views, scene }) => {
      isAt(views[3], 'PAUSED');
      const bounds = scene.intents.map(({ body }) => valueAt(body, '/context/constraints/deliver_by'));
      must(bounds[0] === tooSoon.delivery_time_requirement, 'The first request has another time.');
      must(bounds.at(-1) === later, 'The request after the change does not have it.');
      isAt(views.at(-1), 'DONE');
    },
  ),
  dialogue(
    {
      requirement: 'CID-INT-XFR-08',
      slug: 'update-refers-to-the-former',
      title: 'A request that follows another has an id of its own and names the former.',
      acts: [...standsStill, ...goesOn],
      ...NEEDS_ORDERS,
    },
    ({ scene }) => {
      const bodies = scene.intents.map(({ body }) => body);
      const [first, second] = bodies;
      must(first !== undefined && second !== undefined, 'There was no second request.');
      must(first?.request_id !== second?.request_id, 'Both have one id.');
      must(second?.previous_request_id === first?.request_id, 'It does not refer to the one before.');
    },
  ),
  dialogue(
    {
      requirement: 'OA-CART-01',
      slug: 'done-is-done',
      title: 'What is done is not cancelled, and what is cancelled does not go on.',
      kind: 'negative',
      acts: [say(sentence()), answer(whole), confirm, buy, cancel],
      ...NEEDS_ORDERS,
    },
    ({ views, scene }) => {
      isAt(views[3], 'DONE');
      refusedFor(views[4], 'purchase_transition_illegal');
      must(scene.cancelled.length === 0, 'The order that was paid is given up.');
    },
  ),
  dialogue(
    {
      requirement: 'OA-CART-02',
      slug: 'user-cancels',
      title:
        'An unpaid purchase that the user gives up stays given up, keeps its reason, and its order is told.',
      kind: 'negative',
      acts: [say(sentence()), answer(whole), confirm, buy, cancel, resume],
      spoils: { refusal: 'balance_insufficient' },
      ...NEEDS_ORDERS,
    },
    ({ views, scene }) => {
      taken(views[3], 'The purchase');
      isAt(views[4], 'CANCELLED');
      must(views[4]?.code === 'balance_insufficient', 'Why it stood still is lost.');
      const [order] = scene.requests.map(({ claims }) => String(claims.out_trade_no));
      must(scene.cancelled.includes(order ?? ''), 'The seller does not hear of it.');
      refusedFor(views[5], 'purchase_transition_illegal');
    },
  ),
  dialogue(
    {
      requirement: 'OA-CART-03',
      slug: 'one-mandate-at-a-time',
      title:
        'When the user changes the constraints, the former mandate is revoked before another is asked for.',
      acts: [...standsStill, ...goesOn],
      ...NEEDS_ORDERS,
    },
    ({ views, scene }) => {
      isAt(views.at(-1), 'DONE');
      const [former, next] = scene.mandates.map((one) => one.delegation_id);
      must(next !== undefined && next !== former, 'No second mandate was asked for.');
      const [given] = scene.revoked;
      must(given?.delegationId === former && given?.asked === 1, 'The former mandate was not revoked first.');
    },
  ),
];

/** The payment service refuses the first request and takes what comes after it. */
const refusedOnce: Spoils = {
  reply: (asked, who, scene) =>
    who === 'bank' && asked.path === '/payments' && scene.called('bank', /^\/payments$/) === 1
      ? problem('balance_insufficient', 'PSD-PAY-DEL-17', 422, 'after_correction')
      : undefined,
};

interface Summing {
  readonly requirement: string;
  readonly slug: string;
  readonly title: string;
  readonly sellers: readonly (typeof IDS.shop | typeof IDS.other)[];
}

/** 100.00 of 150.00: what was refused counts nothing, what was paid counts, and the next purchase is one too many. */
function sumCase({ sellers, ...naming }: Summing): AgentCase {
  const bounds: Partial<Wanted> = { ...whole, max_total_amount: '150.00', allowed_merchants: sellers };
  return dialogue(
    {
      ...naming,
      kind: 'negative',
      merchants: sellers,
      acts: [say(sentence()), answer(bounds), confirm, buy, buy, { act: 'buy', purchase: '2' }],
      spoils: refusedOnce,
      ...NEEDS_ORDERS,
    },
    ({ views: [, , , first, again, second], scene }) => {
      must(first?.code === 'balance_insufficient', 'The refusal of the first request is not told.');
      isAt(again, 'DONE');
      must(
        second?.code === 'amount_over_total_limit',
        `The second purchase is ${second?.status} ${second?.code}.`,
      );
      must(scene.requests.length === 1, `${scene.requests.length} requests were taken, where one was due.`);
    },
  );
}

const summing: readonly AgentCase[] = [
  sumCase({
    requirement: 'PSD-PAY-DEL-19',
    slug: 'counts-what-was-paid',
    title: 'Under a mandate for one seller the agent counts what was paid, and nothing else.',
    sellers: [IDS.shop],
  }),
  sumCase({
    requirement: 'PSD-PAY-AUP-06',
    slug: 'counts-what-was-paid-anywhere',
    title: 'Under a mandate for several sellers the agent counts what was paid, and nothing else.',
    sellers: [IDS.shop, IDS.other],
  }),
];

const another: Act = { act: 'buy', purchase: '2' };
const often = (times_limit: number): Partial<Wanted> => ({ ...whole, times_limit });

const counting: readonly AgentCase[] = [
  dialogue(
    {
      requirement: 'OA-LIM-02',
      slug: 'pays-no-more-often-than-said',
      title:
        'One payment was said: what was refused is none, the first is made, and the next purchase is one too many.',
      kind: 'negative',
      acts: [say(sentence()), answer(often(1)), confirm, buy, buy, another],
      spoils: refusedOnce,
      ...NEEDS_ORDERS,
    },
    ({ views: [, , , first, again, second], scene }) => {
      must(first?.code === 'balance_insufficient', 'The refusal of the first request is not told.');
      isAt(again, 'DONE');
      must(
        second?.code === 'times_limit_reached',
        `The second purchase is ${second?.status} ${second?.code}.`,
      );
      must(scene.requests.length === 1, `${scene.requests.length} requests were taken, where one was due.`);
    },
  ),
  dialogue(
    {
      requirement: 'OA-LIM-02',
      slug: 'pays-as-often-as-said',
      title: 'Two payments were said, and two purchases are made under a mandate that says so.',
      acts: [say(sentence()), answer(often(2)), confirm, buy, another],
      ...NEEDS_ORDERS,
    },
    ({ views: [, , , first, second], scene }) => {
      isAt(first, 'DONE');
      isAt(second, 'DONE');
      must(scene.requests.length === 2, `${scene.requests.length} requests were sent, where two were due.`);
      const times = valueAt(scene.mandates[0] ?? {}, '/ext/openact/times_limit');
      must(times === 2, 'The mandate that is asked for does not say how often.');
    },
  ),
];

export const talkCases: readonly AgentCase[] = [
  ...understanding,
  ...keeping,
  ...changing,
  ...summing,
  ...counting,
];
