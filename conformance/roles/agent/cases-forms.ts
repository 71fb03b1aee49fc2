import { EKU } from '../../forge/certificate.ts';
import type { JsonObject } from '../../forge/json.ts';
import { type Forgery, withParts } from '../../forge/jws.ts';
import { now } from '../../live/cast.ts';
import { IDS } from './players.ts';
import type { Scene, Spoils } from './scene.ts';
import { type AgentCase, type Naming, negative } from './steps.ts';

/** How a message is written that an agent is handed: one mandate each, good but for its form. */

const DAY = 86_400;
const OTHER_DIGEST = 'A'.repeat(43);
const readMandate = (scene: Scene): boolean => scene.called('bank', /^\/mandates\/./) > 0;

type Form = Naming & { readonly code: string };

function badForm({ slug, ...naming }: Form, mandate: Spoils['mandate']): AgentCase {
  const spoils = mandate === undefined ? {} : { mandate };
  return negative({ ...naming, slug: `form-${slug}`, spoils, reached: readMandate });
}

const written = (form: Form, forge: Forgery): AgentCase => badForm(form, { forge });
const headed = (form: Form, header: (header: JsonObject) => JsonObject): AgentCase =>
  written(form, { header });

/** Text in the place of the brace that opens the claims. */
const opening = (text: string): Forgery => ({ payloadText: (claims) => claims.replace('{', text) });

const texts: readonly AgentCase[] = [
  written(
    {
      requirement: 'OA-JSON-01',
      code: 'json_duplicate_member',
      slug: 'says-it-twice',
      title: 'A mandate that names its payment service twice.',
    },
    opening(`{"aud":"${IDS.otherPsp}",`),
  ),
  written(
    {
      requirement: 'OA-JSON-02',
      code: 'json_encoding',
      slug: 'byte-order-mark',
      title: 'A mandate whose claims begin with a byte order mark.',
    },
    { payloadText: (claims) => `\uFEFF${claims}` },
  ),
  written(
    {
      requirement: 'OA-JSON-07',
      code: 'json_forbidden_member',
      slug: 'prototype',
      title: 'A mandate with a member __proto__.',
    },
    opening('{"__proto__":{},'),
  ),
];

const headers: readonly AgentCase[] = [
  headed(
    {
      requirement: 'OA-JWS-03',
      code: 'jws_typ_mismatch',
      slug: 'of-another-type',
      title: 'A mandate that says that it is a receipt.',
    },
    (header) => ({ ...header, typ: 'act-receipt+jwt' }),
  ),
  headed(
    {
      requirement: 'OA-JWS-04',
      code: 'jws_crit_unknown',
      slug: 'unknown-demand',
      title: 'A mandate whose header demands what nobody knows.',
    },
    (header) => ({ ...header, crit: ['exp'] }),
  ),
  headed(
    {
      requirement: 'OA-JWS-05',
      code: 'jws_header_forbidden',
      slug: 'brings-its-key',
      title: 'A mandate whose header brings an address for its key.',
    },
    (header) => ({ ...header, jku: 'https://keys.example/jwks' }),
  ),
  headed(
    {
      requirement: 'OA-JWS-08',
      code: 'jws_key_missing',
      slug: 'names-two-keys',
      title: 'A mandate whose header says twice which key signed it.',
    },
    (header) => ({ ...header, 'x5t#S256': OTHER_DIGEST }),
  ),
  written(
    {
      requirement: 'OA-JWS-09',
      code: 'jws_encrypted',
      slug: 'encrypted',
      title: 'Five parts, as of an encrypted token, in the place of a mandate.',
    },
    { token: withParts(([head, body, end]) => [head, body, end, body, end]) },
  ),
];

const certificates: readonly AgentCase[] = [
  badForm(
    {
      requirement: 'OA-PKI-06',
      code: 'x509_expired',
      slug: 'expired-certificate',
      title: 'A mandate that is signed with a certificate of the issuer that has run out.',
    },
    {
      signer: ({ cast }) =>
        cast.institution(IDS.issuer, 'issuer (former)', [EKU.mandate], { notAfter: now() - DAY }).signer,
    },
  ),
];

export const formCases: readonly AgentCase[] = [...texts, ...headers, ...certificates];
