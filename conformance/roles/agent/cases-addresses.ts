import type { JsonObject } from '../../forge/json.ts';
import { must } from '../../live/http.ts';
import type { Asked, Reply } from '../../live/server.ts';
import { entry } from './cases-authority.ts';
import { IDS } from './players.ts';
import { reply, type Scene, type Spoils, type Who } from './scene.ts';
import { CATEGORY, ITEM, twoWayCard } from './shop.ts';
import { type AgentCase, type Bad, negative, positive } from './steps.ts';

/** Where an agent goes, what it believes of addresses that a peer names, and what it takes there. */

type Short = Omit<Bad, 'reached'>;

const strange = ({ calls }: Scene): boolean => calls.some(({ who }) => who === 'stranger');
const staysAway = ({ scene }: { readonly scene: Scene }): void =>
  must(!strange(scene), 'It went to the other address.');

/** A peer sends the agent on to somebody else. */
const sentOn = (from: Who, path: RegExp): Spoils => ({
  reply: (asked, who, scene) =>
    who === from && path.test(asked.path)
      ? { status: 307, headers: { location: `${scene.addresses.stranger}${asked.path}` }, body: '' }
      : undefined,
});

const isCard = (asked: Asked, who: Who): boolean => who === 'shop' && asked.path.endsWith('agent-card.json');
const card = (of: (scene: Scene) => JsonObject): Spoils => ({
  reply: (asked, who, scene): Reply | undefined => (isCard(asked, who) ? reply(of(scene)) : undefined),
});
const twoWay = card(twoWayCard);

type Method = JsonObject;
/** What a seller answers in two-way mode, with other methods. */
const negotiated = (change: (method: Method) => readonly Method[]): Spoils => ({
  ...twoWay,
  negotiated: (answer) => {
    const methods = answer.supported_methods as unknown as readonly Method[];
    return { ...answer, supported_methods: methods.flatMap(change) as unknown as JsonObject[] };
  },
});
/** What a seller publishes in one-way mode, with other payment services. */
const published = (change: (psp: Method) => readonly Method[]): Spoils => ({
  capability: (file) => {
    const methods = file.supported_methods as unknown as readonly { readonly psps: readonly Method[] }[];
    const changed = methods.map((one) => ({ ...one, psps: one.psps.flatMap(change) }));
    return { ...file, supported_methods: changed as unknown as JsonObject[] };
  },
});

const askedCard = (scene: Scene): boolean => scene.called('shop', /agent-card/) > 0;

function badCapability(bad: Short): AgentCase {
  return negative({ ...bad, slug: `capability-${bad.slug}`, reached: askedCard, hold: staysAway });
}

const ELSEWHERE = 'https://pay.example';

/** The trust list with other addresses for one entity. */
const listed = (entity: string, endpoints: (scene: Scene) => JsonObject): Spoils => ({
  reply: (_, who, scene) =>
    who === 'trust'
      ? {
          status: 200,
          type: 'application/jwt',
          body: scene.players.trustList(scene.addresses, entry(entity, { endpoints: endpoints(scene) })),
        }
      : undefined,
});

const lists: readonly AgentCase[] = [
  negative({
    requirement: 'OA-NET-04',
    code: 'address_forbidden',
    slug: 'issuer-on-this-machine',
    title: 'The trust list has the issuer at an address of this machine that nobody has allowed.',
    spoils: listed(IDS.issuer, ({ addresses }) => ({ base_url: addresses.stranger })),
    reached: (scene) => scene.called('trust', /^\/trust-list/) > 0,
    hold: staysAway,
  }),
  badCapability({
    requirement: 'CID-PCA-NEG-05',
    code: 'capability_source_unconfirmed',
    slug: 'at-another-address-than-listed',
    title: 'The seller’s card names another capability file of its own than the trust list does.',
    spoils: listed(IDS.shop, ({ addresses }) => ({
      base_url: addresses.shop,
      capability_url: `${addresses.shop}/capability-of-the-list.json`,
    })),
  }),
];

const redirects: readonly AgentCase[] = [
  negative({
    requirement: 'OA-NET-20',
    code: 'peer_answer_invalid',
    slug: 'mandate-redirected',
    title: 'The issuer sends the agent on to another address for its mandate.',
    spoils: sentOn('bank', /^\/mandates\/./),
    reached: (scene) => scene.called('bank', /^\/mandates\/./) > 0,
    hold: staysAway,
  }),
  negative({
    requirement: 'OA-NET-20',
    code: 'peer_answer_invalid',
    slug: 'a402-redirected',
    title: 'The seller sends the agent on to another address instead of billing it.',
    kind: 'fetch',
    spoils: sentOn('shop', /^\/figures/),
    reached: (scene) => scene.called('shop', /^\/figures/) > 0,
    hold: staysAway,
  }),
];

const declared: readonly AgentCase[] = [
  badCapability({
    requirement: 'CID-PCA-NEG-05',
    code: 'capability_source_unconfirmed',
    slug: 'negotiated-at-another-address',
    title: 'The seller’s card names an endpoint for negotiations at somebody else’s address.',
    spoils: card((scene) => {
      const endpoint = `${scene.addresses.stranger}/act/payment/negotiate`;
      const declared = { mode: 'two-way', negotiation_endpoint: endpoint };
      return { agent_id: IDS.shop, capabilities: { 'act:payment:negotiation': declared } };
    }),
  }),
  badCapability({
    requirement: 'CID-PCA-NEG-06',
    code: 'capability_inconsistent',
    slug: 'negotiated-endpoint',
    title: 'What is negotiated names another address for the payment service than the trust list does.',
    spoils: negotiated((method) => [
      { ...method, endpoint: ELSEWHERE, method_schema_url: `${ELSEWHERE}/method.json` },
    ]),
  }),
  badCapability({
    requirement: 'CID-PCA-NEG-06',
    code: 'capability_inconsistent',
    slug: 'schema-elsewhere',
    title: 'The capability file has the schema of a method from somebody else than its payment service.',
    spoils: published((psp) => [{ ...psp, method_schema_url: `${ELSEWHERE}/method.json` }]),
  }),
  badCapability({
    requirement: 'CID-PCA-NEG-06',
    code: 'capability_inconsistent',
    slug: 'unknown-service',
    title:
      'The capability file names a payment service that the trust list does not have, besides a good one.',
    spoils: published((psp) => [psp, { ...psp, psp_id: 'did:act:nobody.example/psp' }]),
  }),
  negative({
    requirement: 'CID-PCA-NEG-07',
    code: 'capability_inconsistent',
    slug: 'capability-in-part-good',
    title: 'Nothing is ordered by a capability file that is good in the part that the agent would use.',
    spoils: published((psp) => [psp, { ...psp, psp_id: IDS.otherPsp, endpoint: ELSEWHERE }]),
    reached: askedCard,
    hold: ({ scene }) => must(scene.orders.length === 0, 'It ordered all the same.'),
  }),
  badCapability({
    requirement: 'CID-PCA-NEG-06',
    code: 'capability_inconsistent',
    slug: 'service-twice',
    title: 'The capability file names the same payment service twice for one method.',
    spoils: published((psp) => [psp, psp]),
  }),
];

/** Whether a peer other than the account side was handed the mandate, in whatever place. */
const sawMandate = (scene: Scene): boolean => {
  const compacts = scene.requests.map(({ mandate }) => mandate?.compact ?? '');
  return scene.calls.some(
    ({ who, said }) => who !== 'bank' && compacts.some((one) => one.length > 0 && said.includes(one)),
  );
};

const secrets: readonly AgentCase[] = (['order', 'fetch'] as const).map((kind) =>
  positive(
    {
      requirement: 'OA-PRV-01',
      slug: `${kind}-keeps-the-mandate-from-sellers`,
      title: 'Nobody but the account side is shown the mandate, which says what may be spent.',
      kind,
    },
    ({ scene }) => must(!sawMandate(scene), 'Somebody else than the account side was shown the mandate.'),
  ),
);

const answers: readonly AgentCase[] = [
  negative({
    requirement: 'OA-NET-03',
    code: 'peer_answer_invalid',
    slug: 'mandate-only-said-to-be-active',
    title: 'The issuer says that the mandate is Active, and hands none out.',
    spoils: {
      reply: ({ method, path }, who) =>
        who === 'bank' && method === 'GET' && path.startsWith('/mandates/')
          ? reply({ delegation_id: decodeURIComponent(path.split('/')[2] ?? ''), status: 'Active' })
          : undefined,
    },
    reached: (scene) => scene.called('bank', /^\/mandates\/./) > 0,
  }),
  positive(
    {
      requirement: 'OA-XFR-01',
      slug: 'seller-answers-another-request',
      title: 'A seller that answers another request than was made costs only its own offers.',
      order: { merchants: [IDS.shop, IDS.other] },
      spoils: {
        reply: (asked, who) =>
          who === 'shop' && asked.path === '/intents'
            ? reply({
                request_id: 'itx-of-yesterday',
                candidates: [{ ...ITEM, category: CATEGORY, currency: 'CNY' }],
              })
            : undefined,
      },
    },
    ({ scene }) => {
      must(
        scene.orders.every(({ who }) => who === 'other'),
        'The goods are not of the seller that answered.',
      );
    },
  ),
];

export const addressCases: readonly AgentCase[] = [
  ...lists,
  ...redirects,
  ...declared,
  ...secrets,
  ...answers,
];
