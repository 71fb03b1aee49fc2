/** The user with the device: reads what comes up, and answers it in one of the ways there are. */
import type { Device, PendingQuestion } from '../../demo/device-link.ts';
import type { ConfirmationClaims } from '../../src/protocol/generated/types.ts';
import type { Decision } from '../format.ts';
import { ISSUER } from '../world/plan.ts';
import { agentSender, posted, signedCommand } from './forge.ts';
import { addressOf, agentNameOf, pause, type Run, userOf } from './run.ts';

const POLL_MILLISECONDS = 20;

/** False as soon as the account side has refused what the user's device answered. */
export type Going = () => boolean;

export async function questionsOf(device: Device): Promise<readonly PendingQuestion[]> {
  const inbox = await device.ask({ do: 'inbox' });
  return inbox.done === 'inbox' ? inbox.pending : [];
}

/** Lets the user answer whatever comes up while the work runs. @throws DeviceRefusal when an answer was refused */
export async function withUser<T>(
  run: Run,
  step: Decision & { readonly agent?: string },
  work: (going: Going) => Promise<T>,
): Promise<T> {
  const { device } = userOf(run, step);
  // What was left open by a step before is another step's business.
  const left = new Set((await questionsOf(device)).map(({ confirmation_id }) => confirmation_id));
  let refusal: unknown;
  let isOver = false;
  const working = work(() => refusal === undefined).finally(() => {
    isOver = true;
  });
  const watching = (async () => {
    while (!isOver) {
      await answerNew(run, step, device, left);
      await pause(POLL_MILLISECONDS);
    }
  })().catch((error: unknown) => {
    refusal = error;
  });
  const [outcome] = await Promise.allSettled([working, watching]);
  if (refusal !== undefined) throw refusal;
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}

/**
 * What becomes of something that the user is asked about: read again as long as it waits, and while anybody may still
 * answer.
 */
export async function decided<T>(
  first: T,
  waits: (now: T) => boolean,
  going: Going,
  read: (last: T) => Promise<T>,
): Promise<T> {
  let now = first;
  while (waits(now) && going()) {
    await pause(POLL_MILLISECONDS);
    now = await read(now);
  }
  return now;
}

async function answerNew(
  run: Run,
  step: Decision & { readonly agent?: string },
  device: Device,
  answered: Set<string>,
): Promise<void> {
  for (const question of await questionsOf(device)) {
    if (answered.has(question.confirmation_id)) continue;
    answered.add(question.confirmation_id);
    run.say(`The device shows: ${question.shown.summary.en}`);
    await answerOne(run, step, device, question);
  }
}

async function answerOne(
  run: Run,
  step: Decision & { readonly agent?: string },
  device: Device,
  { confirmation_id: confirmationId, challenge }: PendingQuestion,
): Promise<void> {
  const { decide: decision = 'APPROVE', method = 'FACE' } = step;
  const factor = await factorOf(run, step, device, confirmationId);
  const secret = step.secret ?? factor.secret;
  const channel = step.channel ?? factor.channel;
  await device.ask({
    do: 'answer',
    confirmationId,
    challenge,
    claims: { decision, method, channel, ...factor.claims },
    ...(secret === undefined ? {} : { secret }),
  });
}

interface UserFactor {
  readonly channel: ConfirmationClaims['channel'];
  readonly claims?: Partial<ConfirmationClaims>;
  readonly secret?: string;
}

/** Where the user stands, and what the user knows or was sent. */
async function factorOf(
  run: Run,
  step: Decision & { readonly agent?: string },
  device: Device,
  confirmationId: string,
): Promise<UserFactor> {
  switch (step.method ?? 'FACE') {
    case 'FACE':
    case 'FINGERPRINT':
      return { channel: 'PHONE' };
    case 'PASSWORD':
      return { channel: 'PHONE', secret: userOf(run, step).password };
    case 'OTP':
      return sentCode(run, step, device, confirmationId);
    case 'QR':
      return scannedCode(run, step, confirmationId);
    case 'GAZE':
    case 'VOICE':
      return { channel: 'GLASSES', claims: { glasses: worn(run, step) } };
  }
}

/** The device asks for a code, and the user reads the message that it comes in. */
async function sentCode(
  run: Run,
  step: Decision,
  device: Device,
  confirmationId: string,
): Promise<UserFactor> {
  const path = `/confirmations/${confirmationId}/codes`;
  const claims = { aud: ISSUER, action: 'confirmation.code', target: confirmationId } as const;
  const report = await device.ask({ do: 'command', path, claims });
  const codeId = report.done === 'command' ? String(report.answer.code_id) : '';
  const secret = run.world.bank.messages.get(userOf(run, step).delegator);
  return { channel: 'PHONE', claims: { code_id: codeId }, ...(secret === undefined ? {} : { secret }) };
}

/** The agent shows a code, and the phone scans it. */
async function scannedCode(
  run: Run,
  step: { readonly agent?: string },
  confirmationId: string,
): Promise<UserFactor> {
  const sender = agentSender(run, agentNameOf(run, step));
  const order = { aud: ISSUER, action: 'confirmation.code', target: confirmationId };
  const command = await signedCommand(run, sender, order);
  const { code_id, code } = await posted(`${addressOf(run, 'bank')}/confirmations/${confirmationId}/codes`, {
    command,
  });
  return { channel: 'QR_CODE', claims: { code_id: String(code_id) }, secret: String(code) };
}

function worn(run: Run, { glasses = {} }: Decision): NonNullable<ConfirmationClaims['glasses']> {
  const { silentSeconds = 0, wearer = 'MATCHED' } = glasses;
  return { glasses_id: 'gls_of_the_user', link_seen_at: run.world.now() - silentSeconds, wearer };
}
