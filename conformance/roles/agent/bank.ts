import { randomBytes, randomInt } from 'node:crypto';
import { base64url, digestOfText } from '../../forge/bytes.ts';
import { statusBytes, zlibStored } from '../../forge/claims.ts';
import { digestOf, pick } from '../../forge/drafts.ts';
import { type JsonObject, valueAt } from '../../forge/json.ts';
import { now, utc } from '../../live/cast.ts';
import { type Opened, openMessage } from '../../live/read.ts';
import { ownFits } from '../../live/schemas.ts';
import type { Asked, Reply } from '../../live/server.ts';
import { SubjectFault } from '../../run/case.ts';
import { IDS, type Players } from './players.ts';
import { body, commandIn, newId, problem, type Request, reply, type Scene } from './scene.ts';
import { offerAtTill } from './shop.ts';

/** The account side that an agent meets: mandates that its user confirms, and payments. */

const DAY = 86_400;
const INDEX = 5;
/** Of every mandate above a part. */
export const INDEX_ABOVE = 7;
const ORDER = ['out_trade_no', 'amount', 'payer_amount', 'currency'] as const;

export function answerAsBank(scene: Scene, asked: Asked): Reply {
  const { method, path } = asked;
  const [, first = '', second = '', third] = path.split('?')[0]?.split('/') ?? [];
  const target = decodeURIComponent(second);
  if (method === 'GET' && first === 'status-lists') return statusList(scene);
  if (method === 'POST' && path === '/mandates') return askForMandate(scene, asked);
  if (method === 'GET' && first === 'mandates') return readMandate(scene, asked, target);
  if (method === 'POST' && first === 'mandates' && third === 'revoke') return revoke(scene, asked, target);
  if (method === 'POST' && path === '/payments') return pay(scene, asked);
  if (method === 'POST' && path === '/payments/query') return query(scene, asked);
  if (method === 'POST' && path === '/instant-payments') return enter(scene, asked);
  if (method === 'GET' && first === 'instant-payments') return readInstant(scene, asked, target);
  if (method === 'POST' && path === '/payer-codes') return giveCode(scene, asked);
  if (method === 'GET' && first === 'payer-codes') return readCode(scene, asked, target);
  return problem('not_found', 'OA-HTTP-01', 404);
}

const CODE_SECONDS = 60;

function codeAnswer(payer_code: string, quote?: string): JsonObject {
  const status = quote === undefined ? 'OPEN' : 'PRESENTED';
  const code: JsonObject = {
    payer_code,
    valid_until: utc(now() + CODE_SECONDS),
    status,
    ...(quote && { quote }),
  };
  ownFits('http/payer-code.json', code);
  return code;
}

/** A code for the agent's tool; a till scans it at once. */
function giveCode(scene: Scene, asked: Asked): Reply {
  const { command } = body(asked, 'http/command.json');
  scene.command(command, { aud: IDS.psp, action: 'payer_code.give', target: IDS.tool });
  const code = `28${String(randomInt(10 ** 12)).padStart(16, '0')}`;
  scene.shown.set(code, offerAtTill(scene, scene.spoils.tills?.[scene.shown.size] ?? {}));
  return reply(codeAnswer(code), 201);
}

function readCode(scene: Scene, asked: Asked, code: string): Reply {
  scene.command(commandIn(asked), { aud: IDS.psp, action: 'payer_code.read', target: code });
  const quote = scene.shown.get(code);
  if (quote === undefined) return problem('payer_code_unknown', 'OA-ICN-15', 404);
  return reply(codeAnswer(code, quote));
}

function askForMandate(scene: Scene, asked: Asked): Reply {
  const request = body(asked, 'http/mandate-request.json');
  const iac = request.iac as JsonObject;
  const id = String(iac.delegation_id);
  scene.command(request.command, { aud: IDS.issuer, action: 'mandate.request', target: id }, digestOf(iac));
  const { players, errand } = scene;
  if (iac.agent_id !== players.agent.id) throw new SubjectFault('A mandate is asked for another agent.');
  if (iac.delegator_identity !== errand.delegator_identity)
    throw new SubjectFault('A mandate is asked for in the name of somebody else.');
  if (!scene.mandates.some((one) => one.delegation_id === id)) scene.mandates.push(iac);
  const expires = utc(now() + 600);
  return reply(
    { delegation_id: id, status: 'PENDING_CONFIRMATION', confirmation_id: 'cnf-1', expires_at: expires },
    202,
  );
}

export function confirmationOf(players: Players, shown: JsonObject, subject: string, jkt: string): string {
  const at = now();
  const claims = {
    iss: IDS.device,
    sub: IDS.delegator,
    aud: IDS.issuer,
    jti: newId('cnf'),
    iat: at,
    exp: at + 120,
    challenge: digestOf({ shown, subject_digest: subject, agent_jkt: jkt }),
    decision: 'APPROVE',
    method: 'FINGERPRINT',
    channel: 'PHONE',
  };
  return players.sign('act-confirmation+jwt', 'confirmation.json', claims, players.device);
}

function enrolment({ players }: Scene): string {
  const at = now();
  const claims = {
    iss: IDS.issuer,
    jti: 'enr-1',
    iat: at - DAY,
    exp: at + 300 * DAY,
    sub: IDS.delegator,
    device_id: IDS.device,
    cnf: { jwk: { ...players.device.key.publicJwk } as JsonObject },
    identity_method: 'account-login',
  };
  return players.sign('act-enrolment+jwt', 'enrolment.json', claims, players.issuer.signer);
}

export function shownOf(players: Players, kind: string, members: JsonObject): JsonObject {
  const shown = {
    kind,
    issuer: IDS.issuer,
    psp_id: IDS.psp,
    agent: { agent_id: players.agent.id, jkt: players.agent.jkt },
    summary: { en: 'As the user was shown', zh: '用户所见' },
    ...members,
  };
  ownFits('shown.json', shown);
  return shown;
}

function readMandate(scene: Scene, asked: Asked, id: string): Reply {
  scene.command(commandIn(asked), { aud: IDS.issuer, action: 'mandate.read', target: id });
  const asking = scene.mandates.find((one) => one.delegation_id === id);
  const part = partOf(scene, id);
  if (part !== undefined) return handDown(scene, part);
  if (asking === undefined) return problem('mandate_unknown', 'ADD-IAC-LCM-12', 404);
  if (scene.spoils.decision === 'DENY') return reply({ delegation_id: id, status: 'DENIED' });
  const { players, spoils } = scene;
  const shown = shownOf(players, 'mandate', { iac: asking });
  const confirm = (subject: string) => confirmationOf(players, shown, subject, players.agent.jkt);
  const confirmation = confirm(String(asking.source_isr_digest));
  const mandate = mandateOf(scene, asking, confirmation);
  const handed = spoils.otherConfirmation ? confirm(digestOf({})) : confirmation;
  const granted = { mandate, confirmation: handed, enrolment: enrolment(scene), shown };
  return reply({ delegation_id: id, status: 'Active', ...granted });
}

/** What the agent was told to take of another agent's mandate, by its name. */
function partOf({ errand: { acts = [] } }: Scene, id: string): JsonObject | undefined {
  const parts = acts.flatMap((act) => (act.act === 'take' ? [act.assignment] : []));
  return parts.find(({ iac }) => (iac as JsonObject).delegation_id === id);
}

/** The agent above has handed it down meanwhile: it rests on what the delegator has confirmed for the first one. */
function handDown(scene: Scene, part: JsonObject): Reply {
  const { confirmed } = scene.spoils;
  const iac = part.iac as JsonObject;
  if (confirmed === undefined) return problem('mandate_unknown', 'ADD-IAC-LCM-12', 404);
  const granted = {
    mandate: mandateOf(scene, iac, confirmed.confirmation),
    mandate_chain: part.mandates_above,
    ...confirmed,
    enrolment: enrolment(scene),
  };
  return reply({ delegation_id: iac.delegation_id, status: 'Active', ...granted });
}

function revoke(scene: Scene, asked: Asked, id: string): Reply {
  const { command } = body(asked, 'http/command.json');
  scene.command(command, { aud: IDS.issuer, action: 'mandate.revoke', target: id });
  if (!scene.mandates.some((one) => one.delegation_id === id))
    throw new SubjectFault('A mandate is revoked that was never asked for.');
  scene.revoked.push({ delegationId: id, asked: scene.mandates.length });
  return reply({ delegation_id: id, status: 'Revoked' });
}

function mandateOf(scene: Scene, asking: JsonObject, confirmation: string): string {
  const { players, spoils, addresses } = scene;
  const iac = {
    ...(spoils.iac?.(structuredClone(asking)) ?? asking),
    user_confirmation_method: 'FINGERPRINT',
    user_confirmation_timestamp: utc(now()),
  };
  const seconds = (member: string) => Date.parse(String((iac as JsonObject)[member])) / 1000;
  const claims: JsonObject = {
    iss: IDS.issuer,
    jti: String(asking.delegation_id),
    iat: now(),
    nbf: seconds('validity_start_time'),
    exp: seconds('validity_end_time'),
    sub: IDS.delegator,
    aud: IDS.psp,
    cnf: { jkt: players.agent.jkt },
    status: { status_list: { idx: INDEX, uri: `${addresses.bank}/status-lists/1` } },
    confirmation_digest: digestOfText(confirmation),
    iac,
  };
  const { ext } = iac as JsonObject;
  const isCritical = (ext as JsonObject | undefined)?.openact !== undefined;
  const header = isCritical ? { crit: ['openact'], openact: 1 } : {};
  const signer = players.issuer.signer;
  const by = { ...signer, header: { ...signer.header, ...header } };
  return players.sign('act-mandate+jwt', 'mandate.json', claims, by, {
    ...spoils.mandate,
    ...(spoils.mandate?.signer === undefined
      ? {}
      : {
          signer: (all) => {
            const other = spoils.mandate?.signer?.(all) ?? by;
            return { ...other, header: { ...other.header, ...header } };
          },
        }),
  });
}

function statusList({ players, spoils, addresses }: Scene): Reply {
  const at = now();
  const claims = {
    iss: IDS.issuer,
    sub: `${addresses.bank}/status-lists/1`,
    iat: at,
    exp: at + 300,
    status_list: {
      bits: 2,
      lst: base64url(
        zlibStored(statusBytes({ [INDEX]: spoils.status ?? 0, [INDEX_ABOVE]: spoils.statusAbove ?? 0 })),
      ),
    },
  };
  const { signer } = players.issuer;
  const text = players.sign('statuslist+jwt', 'status-list.json', claims, signer, spoils.statusList);
  return { status: 200, type: 'application/statuslist+jwt', body: text };
}

function levelOf({ claims }: Opened): string {
  return valueAt(claims, '/iac/delegation_mode') === 'BOUNDED' ? 'act:L3' : 'act:L2';
}

/** Reads a payment request and what it stands on, and holds the one to the other. @throws SubjectFault */
function openRequest(scene: Scene, sent: JsonObject): Request {
  const opened = scene.openOwn(sent.payment_request, 'act-payment-request+jwt', 'payment-request.json');
  const quote = openMessage(sent.quote, 'act-quote+jwt', 'quote.json');
  const mandate =
    sent.mandate === undefined ? undefined : openMessage(sent.mandate, 'act-mandate+jwt', 'mandate.json');
  const { claims } = opened;
  const due: JsonObject = {
    ...pick(quote.claims, ...ORDER),
    iss: scene.players.agent.id,
    aud: IDS.psp,
    level: mandate === undefined ? 'act:L1' : levelOf(mandate),
    quote_digest: quote.digest,
    payment_tool_ref: IDS.tool,
    method_id: IDS.method,
    ...(mandate === undefined
      ? {}
      : { mandate_digest: mandate.digest, delegation_id: mandate.claims.jti ?? '' }),
  };
  for (const [member, value] of Object.entries(due))
    if (claims[member] !== value)
      throw new SubjectFault(`A payment request whose ${member} is ${String(claims[member])}.`);
  const above = partOf(scene, String(claims.delegation_id))?.mandates_above;
  if (JSON.stringify(sent.mandate_chain) !== JSON.stringify(above))
    throw new SubjectFault('A payment without all the mandates above its own, the first one first.');
  const request = { ...opened, quote, ...(mandate === undefined ? {} : { mandate }) };
  scene.requests.push(request);
  return request;
}

function receiptsOf(scene: Scene, request: Request, confirmation?: string): JsonObject {
  const { players, spoils } = scene;
  const { claims: quote } = request.quote;
  const at = now();
  const rests =
    confirmation === undefined
      ? { mandate_digest: request.mandate?.digest ?? '' }
      : { confirmation_digest: digestOfText(confirmation) };
  const salts = { agent: base64url(randomBytes(16)), seller: base64url(randomBytes(16)) };
  const common = {
    iss: IDS.psp,
    iat: at,
    exp: at + DAY,
    trade_no: newId('trd'),
    ...pick(quote, ...ORDER, 'payee', 'resource_id'),
    merchant: quote.iss ?? '',
    state: 'WAIT_SELLER_FULFILLMENT',
    quote_digest: request.quote.digest,
    request_digest: request.digest,
    agent_jkt: players.agent.jkt,
    ...(confirmation === undefined ? {} : rests),
    paid_at: utc(at),
  };
  const receipt = (reader: 'agent' | 'seller', aud: string) =>
    players.sign(
      'act-receipt+jwt',
      'receipt.json',
      {
        ...common,
        jti: newId('rcp'),
        aud,
        authorization_digest: digestOf({ salt: salts[reader], ...rests } as JsonObject),
      } as JsonObject,
      // A402 has no room for certificates.
      reader === 'seller' && scene.errand.errand === 'fetch' ? players.psp.thin : players.psp.signer,
      reader === 'agent' ? spoils.receipt : {},
    );
  const answer: JsonObject = {
    ...pick(common as JsonObject, 'trade_no', 'out_trade_no', 'state', 'paid_at'),
    receipt: receipt('agent', players.agent.id),
    seller_receipt: receipt('seller', String(quote.iss)),
    authorization_salt: salts.agent,
  };
  ownFits('http/payment-answer.json', answer);
  return spoils.answer?.(answer) ?? answer;
}

function pay(scene: Scene, asked: Asked): Reply {
  const request = openRequest(scene, body(asked, 'http/payment.json'));
  const { refusal, refusing } = scene.spoils;
  if (refusal !== undefined) return problem(refusal, 'PSD-PAY-DEL-17', 422, 'after_correction');
  if (refusing !== undefined && scene.requests.length <= refusing.times)
    return problem(refusing.code, 'PSD-PAY-DEL-17', 422, refusing.retryability);
  const order = String(request.claims.out_trade_no);
  const answer = scene.paid.get(order) ?? receiptsOf(scene, request);
  scene.paid.set(order, answer);
  return reply(answer);
}

function query(scene: Scene, asked: Asked): Reply {
  const { command } = body(asked, 'http/command.json');
  const said = openMessage(command, 'act-command+jwt', 'command.json');
  const target = String(said.claims.target);
  scene.command(command, { aud: IDS.psp, action: 'payment.query', target });
  scene.queries.push(target);
  const request = scene.requests.find(
    ({ claims }) => claims.jti === target || claims.out_trade_no === target,
  );
  const answer = scene.paid.get(String(request?.claims.out_trade_no ?? target));
  return answer === undefined ? problem('payment_unknown', 'PSD-PAY-QRY-01', 404) : reply(answer);
}

function headOf(request: Request): JsonObject {
  return {
    payment_id: `pay-${String(request.claims.jti)}`,
    confirmation_id: 'cnf-1',
    expires_at: utc(now() + 600),
  };
}

function enter(scene: Scene, asked: Asked): Reply {
  const request = openRequest(scene, body(asked, 'http/instant-payment.json'));
  if (scene.spoils.refusal !== undefined)
    return problem(scene.spoils.refusal, 'PSD-PAY-DEL-17', 422, 'after_correction');
  return reply({ ...headOf(request), status: 'WAIT_BUYER_PAY' }, 202);
}

function readInstant(scene: Scene, asked: Asked, target: string): Reply {
  scene.command(commandIn(asked), { aud: IDS.psp, action: 'payment.read', target });
  const request = scene.requests.find(
    ({ claims }) => claims.jti === target || `pay-${String(claims.jti)}` === target,
  );
  if (request === undefined) return problem('payment_unknown', 'PSD-PAY-QRY-01', 404);
  if (scene.spoils.decision === 'DENY') {
    const closed = { status: 'TRADE_CLOSED', code: 'confirmation_denied', requirement: 'OA-CNF-02' };
    return reply({ ...headOf(request), ...closed });
  }
  const { claims: quote } = request.quote;
  const payment = {
    ...pick(quote, ...ORDER, 'discounts', 'categories'),
    merchant: quote.iss ?? '',
    method_id: IDS.method,
  };
  const shown = shownOf(scene.players, 'payment', { payment });
  const order = String(request.claims.out_trade_no);
  const { players } = scene;
  const confirmation = confirmationOf(players, shown, request.digest, players.agent.jkt);
  const answer = scene.paid.get(order) ?? receiptsOf(scene, request, confirmation);
  scene.paid.set(order, answer);
  const evidence = { shown, confirmation, enrolment: enrolment(scene) };
  return reply({ ...headOf(request), status: 'WAIT_SELLER_FULFILLMENT', payment: answer, ...evidence });
}
