import { digestOf } from '../../forge/drafts.ts';
import type { JsonObject } from '../../forge/json.ts';
import type { Forgery } from '../../forge/jws.ts';
import { withParts } from '../../forge/jws.ts';
import { id, MINUTE } from '../account/bank.ts';
import { ACCOUNT_IDS, CATEGORY } from '../account/ids.ts';
import type { Desk, RequestSpoils } from './desk.ts';
import { badRequest, type IssuerCase, must, mustRefuse, mustSucceed, negative, positive } from './steps.ts';

const NESTING = 20;
const nested = `${'['.repeat(NESTING)}${']'.repeat(NESTING)}`;
const inText = (change: (text: string) => string) => (): RequestSpoils => ({
  text: (body) => change(JSON.stringify(body)),
});
const header = (more: JsonObject) => (): RequestSpoils => ({
  command: { forge: { header: (honest) => ({ ...honest, ...more }) } },
});
/** `change` of the certificates of the provider's statement. */
const chain =
  (change: (x5c: readonly string[]) => readonly string[]) =>
  (desk: Desk): RequestSpoils => {
    const { signer } = desk.cast.provider;
    const x5c = [...change(signer.header.x5c as readonly string[])];
    return { attestation: { signer: { key: signer.key, header: { x5c } } } };
  };

/** How messages are written, before anything of them is believed. */
const formCases: readonly IssuerCase[] = [
  badRequest(
    'OA-JSON-02',
    'json_encoding',
    'byte-order-mark',
    'A body that starts with a byte order mark.',
    inText((text) => `\ufeff${text}`),
  ),
  badRequest(
    'OA-JSON-02',
    'json_encoding',
    'lone-surrogate',
    'A text with half a character.',
    inText((text) => text.replace('{', '{"hint":"\\ud800",')),
  ),
  badRequest(
    'OA-JSON-03',
    'json_number_form',
    'exponent',
    'An amount written with an exponent.',
    inText((text) => text.replace('"max_total_amount":90', '"max_total_amount":9e1')),
  ),
  badRequest(
    'OA-JSON-04',
    'json_too_deep',
    'too-deep',
    'A body nested deeper than anybody reads.',
    inText((text) => text.replace('{', `{"hint":${nested},`)),
  ),
  badRequest(
    'OA-JSON-07',
    'json_forbidden_member',
    'proto',
    'A body with a member __proto__.',
    inText((text) => text.replace('{', '{"__proto__":{},')),
  ),
  badRequest('OA-JWS-01', 'jws_malformed', 'payload-no-object', 'A command whose payload is a list.', () => ({
    command: { forge: { payloadText: () => '[]' } },
  })),
  badRequest(
    'OA-JWS-04',
    'jws_crit_unknown',
    'critical-unknown',
    'A command with a critical extension that nobody knows.',
    header({
      crit: ['other'],
      other: 1,
    }),
  ),
  badRequest(
    'OA-JWS-05',
    'jws_header_forbidden',
    'key-by-value',
    'A command that brings its key along.',
    (desk) => ({
      command: {
        forge: {
          header: (honest) => ({ ...honest, jwk: { ...desk.cast.agent.key.publicJwk } as JsonObject }),
        },
      },
    }),
  ),
  badRequest(
    'OA-JWS-07',
    'jws_signature_invalid',
    'signature-of-zeros',
    'A statement signed with nothing but zeros.',
    () => ({
      attestation: { forge: { signature: () => new Uint8Array(64) } },
    }),
  ),
  badRequest(
    'OA-JWS-08',
    'jws_key_missing',
    'without-key-name',
    'A command that does not say which key signed.',
    () => ({
      command: { forge: { header: ({ kid: _kid, ...rest }) => rest } },
    }),
  ),
  badRequest(
    'OA-PKI-01',
    'x509_malformed',
    'certificate-cut-off',
    'A certificate that is cut off.',
    chain((x5c) => x5c.map((one) => one.slice(0, 400))),
  ),
  badRequest(
    'OA-PKI-02',
    'x509_chain_too_long',
    'chain-too-long',
    'Four certificates, where three are read.',
    chain((x5c) => {
      const [leaf = ''] = x5c;
      return [leaf, leaf, leaf, leaf];
    }),
  ),
  badRequest('OA-MNY-03', 'currency_unknown', 'no-such-currency', 'A currency that does not exist.', () => ({
    iac: { currency: 'QQQ' },
  })),
  badRequest(
    'OA-MNY-02',
    'amount_precision',
    'finer-than-the-currency',
    'A part of a yen.',
    ({ settings }) => ({
      iac: { currency: settings.currency === 'JPY' ? 'KRW' : 'JPY', max_total_amount: 90.5 },
      ext: { commerce: { allowed_categories: [CATEGORY], allowed_merchants: [ACCOUNT_IDS.shop] } },
    }),
  ),
];

/** A command to read a mandate that is written wrong; the same written right reads it. */
function badRead(requirement: string, code: string, slug: string, title: string, forge: Forgery): IssuerCase {
  return negative(requirement, `read-${slug}`, title, async (desk, notes) => {
    const { delegationId } = await desk.issue(notes);
    const command = desk.command('mandate.read', delegationId, {}, desk.cast.agent, { forge });
    mustRefuse(await desk.get(`/mandates/${delegationId}`, command, notes), code);
    await desk.read(delegationId, notes);
  });
}

const readCases: readonly IssuerCase[] = [
  badRead('OA-JWS-01', 'jws_malformed', 'two-parts', 'A command of two parts.', {
    token: withParts(([head, body]) => [head, body]),
  }),
  badRead('OA-JWS-09', 'jws_encrypted', 'five-parts', 'A command of five parts.', {
    token: withParts(([head, body, signature]) => [head, body, signature, 'AAAA', 'AAAA']),
  }),
  positive(
    'OA-HTTP-20',
    'errors-are-problems',
    'Every error is a problem, with code, requirement, retryability and next actions.',
    async (desk, notes) => {
      const answers = [
        await desk.caller.call('/no-such-address', {}, notes),
        await desk.caller.call('/mandates', {}, notes),
        await desk.caller.call('/mandates', { text: '{', method: 'POST' }, notes),
        await desk.askRead(id('dlg'), notes),
      ];
      for (const [at, code] of [
        'not_found',
        'method_not_supported',
        'json_syntax',
        'mandate_unknown',
      ].entries()) {
        const answer = answers[at];
        if (answer !== undefined) mustRefuse(answer, code);
      }
    },
  ),
  negative('OA-HTTP-03', 'request-as-text', 'A request that says it is plain text.', async (desk, notes) => {
    const iac = desk.iac();
    const text = JSON.stringify(desk.requestBody(iac, {}));
    const headers = { 'content-type': 'text/plain' };
    mustRefuse(
      await desk.caller.call('/mandates', { text, headers, method: 'POST' }, notes),
      'media_type_unsupported',
    );
    mustRefuse(await desk.askRead(String(iac.delegation_id), notes), 'mandate_unknown');
    await desk.issue(notes);
  }),
  positive(
    'OA-HTTP-21',
    'answers-are-not-stored',
    'What one party is told is not to be stored, and the status list may be.',
    async (desk, notes) => {
      const issued = await desk.issue(notes);
      const answer = await desk.askRead(issued.delegationId, notes);
      must(answer.headers.get('cache-control') === 'no-store', 'A private answer may be stored.');
      await desk.listed(issued, notes);
    },
  ),
];

const RUNTIME = 'A'.repeat(42);

/** A request that pins a build and the key of a runtime, as the agent's provider and that key say. */
async function askPinned(
  desk: Desk,
  notes: Parameters<Desk['ask']>[1],
  spoils: { readonly stated?: string; readonly proofBy?: 'stranger' | 'nobody' },
) {
  const digest = `${RUNTIME}A`;
  const runtime = desk.cast.bare('runtime');
  const { ext } = desk.iac();
  const pinned = { runtime: { agent_version_digest: digest, jkt: runtime.key.jkt } };
  const iac = desk.iac({}, { ...(ext as JsonObject), openact: pinned });
  const attestation = { claims: { agent_version: '1.4', agent_version_digest: spoils.stated ?? digest } };
  const body = desk.requestBody(iac, { attestation });
  const by = spoils.proofBy === 'stranger' ? { ...runtime, key: desk.cast.stranger.key } : runtime;
  const claims = { iss: runtime.key.jkt, params: { digest: digestOf(desk.sent(iac)) } };
  const proof = desk.command('runtime.prove', String(iac.delegation_id), claims, by);
  const proved = { runtime_jwk: { ...runtime.key.publicJwk }, runtime_proof: proof };
  const answer = await desk.post(
    '/mandates',
    { ...body, ...(spoils.proofBy === 'nobody' ? {} : proved) },
    notes,
  );
  return { iac, answer };
}

function badPin(
  requirement: string,
  code: string,
  slug: string,
  title: string,
  spoils: Parameters<typeof askPinned>[2],
): IssuerCase {
  return negative(requirement, `request-${slug}`, title, async (desk, notes) => {
    const good = await askPinned(desk, notes, {});
    mustSucceed(good.answer, 202);
    await desk.decline(good.answer.body.confirmation_id, notes);
    const { iac, answer } = await askPinned(desk, notes, spoils);
    mustRefuse(answer, code);
    mustRefuse(await desk.askRead(String(iac.delegation_id), notes), 'mandate_unknown');
    const again = await askPinned(desk, notes, {});
    mustSucceed(again.answer, 202);
    await desk.approve(again.answer.body.confirmation_id, notes);
    desk.open((await desk.read(String(again.iac.delegation_id), notes)).mandate, again.iac);
  });
}

const runtimeCases: readonly IssuerCase[] = [
  badPin(
    'OA-RUN-05',
    'agent_version_mismatch',
    'another-build',
    'A build that the provider does not state.',
    {
      stated: `${RUNTIME}E`,
    },
  ),
  badPin('OA-RUN-06', 'possession_proof_invalid', 'runtime-unproved', 'A runtime whose key proves nothing.', {
    proofBy: 'nobody',
  }),
  badPin(
    'OA-RUN-06',
    'possession_proof_invalid',
    'runtime-proved-by-another',
    'A runtime whose proof another key signed.',
    {
      proofBy: 'stranger',
    },
  ),
];

interface Code {
  readonly code_id: string;
  readonly code: string;
}

async function makeCode(
  desk: Desk,
  confirmationId: string,
  notes: Parameters<Desk['ask']>[1],
): Promise<Code> {
  const answer = await desk.askCode(confirmationId, notes);
  mustSucceed(answer, 201, 'http/confirmation-code.json');
  must(typeof answer.body.code === 'string', 'The code to be scanned is not handed out.');
  return answer.body;
}

async function scan(
  desk: Desk,
  confirmationId: string,
  { code_id, code }: Code,
  notes: Parameters<Desk['ask']>[1],
) {
  const asked = await desk.waiting(confirmationId, notes);
  const confirmation = desk.evidence(asked, { claims: { method: 'QR', channel: 'QR_CODE', code_id } });
  return desk.post(`/confirmations/${confirmationId}`, { confirmation, secret: code }, notes);
}

/** A confirmation by a scanned code that is refused, the question waits on; then a good one for the same question. */
function badScan(
  requirement: string,
  code: string,
  slug: string,
  title: string,
  run: (desk: Desk, confirmationId: string, notes: Parameters<Desk['ask']>[1]) => ReturnType<typeof scan>,
): IssuerCase {
  return negative(
    requirement,
    `scan-${slug}`,
    title,
    async (desk, notes) => {
      const iac = desk.iac();
      const confirmationId = await desk.request(iac, notes);
      mustRefuse(await run(desk, confirmationId, notes), code);
      const delegationId = String(iac.delegation_id);
      must(
        (await desk.status(delegationId, notes)) === 'PENDING_CONFIRMATION',
        'The refused code has counted.',
      );
      mustSucceed(await scan(desk, confirmationId, await makeCode(desk, confirmationId, notes), notes), 200);
      desk.open((await desk.read(delegationId, notes)).mandate, iac);
    },
    ['scanned-codes'],
  );
}

const scanCases: readonly IssuerCase[] = [
  badScan(
    'OA-CNF-24',
    'confirmation_code_wrong',
    'wrong-code',
    'A code that is not the one that was made.',
    async (desk, asked, notes) => {
      const code = await makeCode(desk, asked, notes);
      return scan(desk, asked, { ...code, code: 'A'.repeat(22) }, notes);
    },
  ),
  badScan(
    'OA-CNF-24',
    'confirmation_code_wrong',
    'code-of-another-question',
    'The code of another question.',
    async (desk, asked, notes) => {
      const other = await desk.request(desk.iac(), notes);
      const code = await makeCode(desk, other, notes);
      await desk.decline(other, notes);
      return scan(desk, asked, code, notes);
    },
  ),
  badScan(
    'OA-CNF-25',
    'confirmation_code_expired',
    'former-code',
    'The code of before, after another one was made.',
    async (desk, asked, notes) => {
      const former = await makeCode(desk, asked, notes);
      await makeCode(desk, asked, notes);
      return scan(desk, asked, former, notes);
    },
  ),
  badScan(
    'OA-CNF-25',
    'confirmation_code_expired',
    'old-code',
    'A code of more than two minutes.',
    async (desk, asked, notes) => {
      const code = await makeCode(desk, asked, notes);
      await desk.control.advance(2 * MINUTE + 1, notes);
      return scan(desk, asked, code, notes);
    },
  ),
  badScan(
    'OA-CNF-27',
    'confirmation_attempts_exceeded',
    'fourth-attempt',
    'The right code after three wrong ones.',
    async (desk, asked, notes) => {
      const code = await makeCode(desk, asked, notes);
      for (let count = 0; count < 3; count += 1)
        mustRefuse(
          await scan(desk, asked, { ...code, code: 'A'.repeat(22) }, notes),
          'confirmation_code_wrong',
        );
      return scan(desk, asked, code, notes);
    },
  ),
];

export const floorCases: readonly IssuerCase[] = [...formCases, ...readCases, ...runtimeCases, ...scanCases];
