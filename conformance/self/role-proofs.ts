import { fileURLToPath } from 'node:url';
import { issuerSuite } from '../roles/issuer/suite.ts';
import { merchantSuite } from '../roles/merchant/suite.ts';
import { pspSuite } from '../roles/psp/suite.ts';
import { freePorts } from '../roles/testing/free-ports.ts';
import { issuerMutations, pspMutations } from './account/index.ts';
import { agentProof } from './agent-proof.ts';
import { creditProof } from './credit-proof.ts';
import { escrowMutations } from './escrow-mutations.ts';
import { floorMutations } from './floor-mutations.ts';
import { offerMutations, twoWayMutations } from './offer-mutations.ts';
import { paymentsMutations } from './payments-mutations.ts';
import { sellerRecordMutations } from './record-mutations.ts';
import { merchantMutations } from './role-mutations.ts';
import type { RoleProof } from './role-proof.ts';
import { sellerMutations } from './seller-mutations.ts';
import { issuerSlips, pspSlips, sellerSlips } from './slip-mutations.ts';
import { trustProof } from './trust-proof.ts';

const folder = (path: string): string => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

/** How a merchant reads what others have signed. */
const readingMutations = floorMutations.filter(({ requirement }) =>
  ['OA-JSON-01', 'OA-JWS-04'].includes(requirement),
);

const merchant: RoleProof<Parameters<ReturnType<typeof merchantSuite.cases>[number]['run']>[0]> = {
  role: 'merchant',
  suite: merchantSuite,
  verifierChecks: /^(?:a402|attestation|command|institution|receipt)\//,
  mutations: [
    ...merchantMutations,
    ...sellerMutations,
    ...offerMutations,
    ...sellerRecordMutations,
    ...paymentsMutations,
    ...readingMutations,
    ...sellerSlips,
  ],
  async start() {
    const { startReferenceMerchant } = await import('./reference/merchant.ts');
    const [port = 0, suitePort = 0] = await freePorts(2);
    return startReferenceMerchant(port, suitePort);
  },
  forget(shop) {
    shop.isProven = false;
    shop.counter.faults.length = 0;
  },
};

/** The same merchant, negotiating each purchase: what is asked of it then and not otherwise. */
const twoWayMerchant: typeof merchant = {
  ...merchant,
  role: 'merchant-two-way',
  suite: {
    ...merchantSuite,
    cases: () => merchantSuite.cases().filter(({ needs }) => needs.includes('two-way')),
  },
  verifierChecks: /^nothing$/,
  mutations: twoWayMutations,
  async start() {
    const { startReferenceMerchant } = await import('./reference/merchant.ts');
    const [port = 0, suitePort = 0] = await freePorts(2);
    return startReferenceMerchant(port, suitePort, { negotiation: 'two-way' });
  },
};

/** The same merchant, whose buyers pay into escrow: what is asked of it then and not otherwise. */
const escrowMerchant: typeof merchant = {
  ...merchant,
  role: 'merchant-escrow',
  suite: {
    ...merchantSuite,
    cases: () => merchantSuite.cases().filter(({ needs }) => needs.includes('escrow')),
  },
  verifierChecks: /^nothing$/,
  mutations: escrowMutations,
  async start() {
    const { startReferenceMerchant } = await import('./reference/merchant.ts');
    const [port = 0, suitePort = 0] = await freePorts(2);
    return startReferenceMerchant(port, suitePort, { settlement: 'ESCROW' });
  },
};

async function startAccountSide(role: 'issuer' | 'psp') {
  const { startReferenceAccountSide } = await import('./reference/account-side.ts');
  const [port = 0, controlPort = 0, suitePort = 0] = await freePorts(3);
  return startReferenceAccountSide(role, { port, controlPort, suitePort });
}

const NO_NOTES = { exchange: () => undefined };

/** An issuer judges terms and confirmations; what only somebody who relies on a mandate judges is not its own. */
const ISSUERS_OWN = new RegExp(
  [
    '^attestation/(?:namespace|signature|valid)$',
    '^(?:command|institution)/',
    '^confirmation/(?!evidence-recorded|named-by-mandate|shown-mandate)',
    '^delegation/(?:depth|narrowed)$',
    '^mandate/(?:autonomy-terms|bounded-scoped|lifetime|minimum-within-single|single-within-total|specified-pinned|window-order)$',
    '^payment/price-reference$',
  ].join('|'),
);

const issuer: RoleProof<Parameters<ReturnType<typeof issuerSuite.cases>[number]['run']>[0]> = {
  role: 'issuer',
  suite: issuerSuite,
  verifierChecks: ISSUERS_OWN,
  ownChecks: folder('issuer/iac/checks'),
  heldTwice: /^x509\/size$/,
  mutations: [...issuerMutations, ...issuerSlips],
  start: () => startAccountSide('issuer'),
  async forget(desk) {
    desk.isProven = false;
    await desk.tidy(NO_NOTES);
  },
};

/** Held by the payment service a second time, in its transaction: those are mutants of several parts. */
const HELD_TWICE =
  'payment/(?:balance|times-limit|total-limit|tool-agent|tool-valid)$|quote/(?:cart-|not-expired)';

const PSPS_OWN = new RegExp(
  [
    '^attestation/(?:namespace|signature|valid)$',
    '^(?:command|institution)/',
    '^confirmation/(?:challenge|device-signature)$',
    `^(?!${HELD_TWICE})(?:payment|quote)/`,
    '^mandate/(?!status$)',
    '^instant/level$',
  ].join('|'),
);

const psp: RoleProof<Parameters<ReturnType<typeof pspSuite.cases>[number]['run']>[0]> = {
  role: 'psp',
  suite: pspSuite,
  verifierChecks: PSPS_OWN,
  ownChecks: folder('issuer/psp/checks'),
  heldTwice: /^tool-key$/,
  mutations: [...pspMutations, ...pspSlips],
  first: /^telemetry\//,
  start: () => startAccountSide('psp'),
  async forget(till) {
    till.isProven = false;
    till.seen = undefined;
    await till.tidy(NO_NOTES);
  },
};

/** Every role that is judged while it runs. */
export const roleProofs = [
  merchant,
  twoWayMerchant,
  escrowMerchant,
  issuer,
  psp,
  agentProof,
  trustProof,
  creditProof,
] as unknown as readonly RoleProof<never>[];
