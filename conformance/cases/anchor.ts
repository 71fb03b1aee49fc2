import { bare, CAS, certified, IDS, leafDraft, NOW } from '../forge/actors.ts';
import {
  accept,
  type Case,
  flags,
  forged,
  input,
  refuse,
  remove,
  set,
  together,
  type VectorSuite,
} from '../forge/cases.ts';
import { EKU } from '../forge/certificate.ts';
import { ENTRY, utc } from '../forge/claims.ts';
import { keyOf } from '../forge/keys.ts';
import { ANCHOR_AT } from '../forge/record.ts';
import { jwsBasics, signatureCases } from './jws.ts';
import { ed25519, schemaCases, shapeCases, shapeComment, trust } from './shared.ts';

const PART = 'anchor';
const own = (path: string, value: Parameters<typeof set>[2]) => set(PART, path, value);
const byRole = (role: string, one: Case): Case => ({ ...one, values: { role } });

const merchant = certified(CAS.rail, {
  label: 'merchantAnchors',
  uri: IDS.merchant,
  eku: [EKU.anchor],
});
const issuer = certified(CAS.bank, { label: 'issuerAnchors', uri: IDS.issuer, eku: [EKU.anchor] });
const { ca, ...pspDraft } = leafDraft('psp');
const CART = 'act:commerce:cart-confirmed';
const ISSUED = 'act:delegation:delegation-issued';

const byMerchant = together({ signers: { anchor: merchant } }, own('/iss', IDS.merchant));
const byIssuer = together({ signers: { anchor: issuer } }, own('/iss', IDS.issuer));
const NOT_ALLOWED = ['OA-LOG-01', 'anchor_submitter_not_allowed'] as const;

const agent = together({ signers: { anchor: bare('agent') } }, own('/iss', IDS.agent));
const UNKNOWN = ['OA-LOG-02', 'anchor_submitter_unknown'] as const;

function agentCases(): Case[] {
  const signedBy = (label: string) => ({ signers: { anchor: bare(label) } });
  return [
    byRole('AGENT', accept('OA-LOG-02', 'the payment by the agent', agent)),
    byRole(
      'AGENT',
      accept(
        'OA-LOG-01',
        'a decision by the agent',
        agent,
        own('/event_type', 'act:commerce:decision-logged'),
      ),
    ),
    refuse(...UNKNOWN, 'an agent without a statement', agent, input('/agent_attestation', undefined)),
    refuse(...UNKNOWN, 'the key of another agent', agent, signedBy('otherAgent')),
    refuse(...UNKNOWN, 'the name of another agent', agent, own('/iss', IDS.otherAgent)),
    refuse(...UNKNOWN, 'a statement about another agent', agent, set('attestation', '/sub', IDS.otherAgent)),
    refuse(
      'OA-JWS-07',
      'jws_signature_invalid',
      'a header that names the agent’s key over a signature of another',
      agent,
      forged(PART, { key: keyOf('otherAgent') }),
    ),
  ];
}

export const anchorSuite: VectorSuite = {
  name: 'anchor',
  schema: 'anchor.json',
  groups: [
    {
      operation: 'verify_anchor',
      description:
        'What is submitted to an anchor log: who has signed it, and whether they may anchor such an event. `role` is the capacity in which they do.',
      part: PART,
      obligations: [],
      input: ({ tokens }) => ({ anchor: tokens.anchor }),
      context: trust,
      cases: [
        byRole('PSP', accept('TSD-ATT-OCA-07', 'an anchor of the service that was paid through')),
        byRole('PSP', ed25519('TSD-ATT-OCA-09')),
        byRole('MERCHANT', accept('OA-LOG-01', 'the payment by the merchant', byMerchant)),
        byRole(
          'MERCHANT',
          accept('OA-LOG-01', 'the cart by the merchant', byMerchant, own('/event_type', CART)),
        ),
        byRole(
          'IAC_ISSUER',
          accept('OA-LOG-01', 'the mandate by its issuer', byIssuer, own('/event_type', ISSUED)),
        ),
        byRole(
          'PSP',
          accept(
            'OA-LOG-05',
            'an event a minute after the anchor',
            own('/event_time', utc(ANCHOR_AT + 60)),
            flags('Edge'),
          ),
        ),
        byRole('PSP', accept('TSD-ATT-OCA-28', 'an extension', own('/ext', { batch: 'A'.repeat(43) }))),
        byRole('PSP', accept('TSD-ATT-OCA-15', 'no delegation, at act:L1', remove(PART, '/delegation_id'))),
        refuse(
          'OA-LOG-05',
          'anchor_time_invalid',
          'TSD-ATT-OCA-01: an event a minute and a second after the anchor',
          own('/event_time', utc(ANCHOR_AT + 61)),
          flags('Edge'),
        ),
        refuse(...NOT_ALLOWED, 'the cart by the payment service', own('/event_type', CART)),
        refuse(...NOT_ALLOWED, 'the mandate by the payment service', own('/event_type', ISSUED)),
        refuse(
          ...NOT_ALLOWED,
          'a decision of the agent by the payment service',
          own('/event_type', 'act:commerce:decision-logged'),
        ),
        refuse(...NOT_ALLOWED, 'the mandate by the merchant', byMerchant, own('/event_type', ISSUED)),
        refuse(...NOT_ALLOWED, 'the payment by the issuer', byIssuer),
        refuse(...NOT_ALLOWED, 'a submitter that nobody lists', own('/iss', IDS.otherPsp)),
        refuse(
          'OA-TRL-05',
          'issuer_suspended',
          'a submitter that is suspended',
          set('trust_list', `/entries/${ENTRY.psp}/status`, 'SUSPENDED'),
        ),
        refuse('OA-PKI-10', 'x509_eku_mismatch', 'a certificate for receipts', {
          signers: { anchor: certified(ca, pspDraft) },
        }),
        refuse(
          'OA-JWS-07',
          'jws_signature_invalid',
          'a signature of another key under this certificate',
          forged(PART, { key: keyOf('issuer') }),
        ),
        ...signatureCases(PART, { requirement: 'OA-JWS-07', code: 'jws_signature_invalid' }),
        refuse(
          'OA-JWS-03',
          'jws_typ_mismatch',
          'a receipt as an anchor',
          input('/anchor', ({ tokens }) => tokens.receipt),
          flags('J10'),
        ),
        ...jwsBasics(PART),
        refuse(
          'OA-JWS-08',
          'jws_key_missing',
          'TSD-ATT-OCA-07: a key named by a thumbprint that is too short',
          forged(PART, { header: ({ x5c: _x5c, ...rest }) => ({ ...rest, kid: 'AAAA' }) }),
        ),
        refuse(
          'OA-JWS-05',
          'jws_header_forbidden',
          'TSD-ATT-OCA-09: a member of the submitter’s own in the header',
          forged(PART, { header: (header) => ({ ...header, submitter: IDS.psp }) }),
        ),
        ...schemaCases(PART, [
          ['/iss', 'TSD-ATT-OCA-18'],
          ['/iat', 'TSD-ATT-OCA-13'],
          ['/record_id', 'TSD-ATT-OCA-10'],
          ['/version', 'TSD-ATT-OCA-11'],
          ['/event_type', 'TSD-ATT-OCA-12'],
          ['/event_time', 'TSD-ATT-OCA-13'],
          ['/intent_id', 'TSD-ATT-OCA-14'],
          ['/order_no', 'TSD-ATT-OCA-16'],
          ['/trade_no', 'TSD-ATT-OCA-17'],
          ['/payload_hash', 'TSD-ATT-OCA-19'],
          ['/hash_algorithm', 'TSD-ATT-OCA-19'],
          ['/privacy_channel', 'TSD-ATT-OCA-20'],
        ]),
        refuse(
          'OA-SCH-01',
          'schema_mismatch',
          shapeComment('an event of a mandate without the mandate', 'TSD-ATT-OCA-15'),
          byIssuer,
          own('/event_type', ISSUED),
          remove(PART, '/delegation_id'),
          flags('Schema'),
        ),
        ...shapeCases(
          PART,
          ['/event_type', 'act:payment:refunded', 'TSD-ATT-OCA-12: an event that nobody has registered'],
          ['/version', '2', 'TSD-ATT-OCA-11: a version of the structure that does not exist'],
          ['/event_time', '2026-11-20 08:59:30', 'a time without T and Z'],
          ['/payload_hash', 'A'.repeat(42), 'TSD-ATT-OCA-19: a hash that is too short'],
          ['/hash_algorithm', 'SHA-1', 'TSD-ATT-OCA-19: an algorithm of hashes that is not allowed'],
          ['/privacy_channel', 'shared', 'TSD-ATT-OCA-20: a channel that anybody guesses'],
          ['/event_body', { amount: '553.50' }, 'TSD-ATT-OCA-03: what was paid, in clear'],
          ['/ext', { amount: '553.50' }, 'TSD-ATT-OCA-28: an extension in clear'],
          ['/iat', `${NOW}`, 'a time of signing as text'],
        ),
      ],
    },
    {
      operation: 'verify_anchor',
      description: 'What an agent submits, with the statement of its provider about the key.',
      obligations: [],
      input: ({ tokens }) => ({ anchor: tokens.anchor, agent_attestation: tokens.attestation }),
      context: trust,
      cases: agentCases(),
    },
  ],
};
