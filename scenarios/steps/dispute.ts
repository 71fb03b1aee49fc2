/** A dispute over a payment: what each side has kept, what is found, and what the payment service does about it. */
import { assembleDispute } from '../../src/cli/dispute-bundle.ts';
import { CHANNEL_HEADER } from '../../src/http/index.ts';
import { privacyChannelOf } from '../../src/protocol/attestation/index.ts';
import type { AttestationRecord, DisputeBundle } from '../../src/protocol/generated/types.ts';
import type { CompensateStep, DisputeStep, EvidenceStep, FindingStep, SubmitStep } from '../format.ts';
import { ISSUER, LOG, PSP, shopId } from '../world/plan.ts';
import { agentSender, exchanged, newName, posted, signedCommand } from './forge.ts';
import { bundleOf } from './judge.ts';
import { allAnchored } from './records.ts';
import { addressOf, agentNameOf, agentOf, filled, type Kept, keptOf, type Play, type Run } from './run.ts';

const PAYMENT = 'act:payment:transaction-completed';

/** Collected from the running servers, by whoever may ask them: the agent for its user. */
export const evidence: Play<EvidenceStep> = async (run, raw) => {
  const step = filled(run, raw);
  await allAnchored(run.world);
  const { trade_no } = keptOf(run, step.of);
  const all = await recordsOf(run, step);
  const records = all.filter(({ event_type }) => !step.without?.includes(event_type));
  const purchase = (await bundleOf(run, step)) as unknown as DisputeBundle['purchase'];
  const { http } = agentOf(run, {}).deps;
  const access = { url: addressOf(run, 'log'), logId: LOG, now: run.world.now(), http };
  const bytes = await assembleDispute({ tradeNo: String(trade_no), purchase, records }, access);
  const sealed = JSON.parse(new TextDecoder().decode(bytes)) as DisputeBundle;
  const bare = step.unanchored ? { records: sealed.records.map(({ record }) => ({ record })) } : {};
  const bundle: Kept = { ...sealed, ...bare, ...step.change };
  return { bundle, trade_no, all: all as unknown as Kept };
};

/** The issuer tells of the mandate, the payment service of the trade, the seller of the order. */
async function recordsOf(run: Run, step: EvidenceStep): Promise<AttestationRecord[]> {
  const { trade_no, out_trade_no, at } = keptOf(run, step.of) as Record<string, string>;
  const bank = addressOf(run, 'bank');
  const asked = [
    ...(step.under === undefined
      ? []
      : [
          {
            ...{ url: `${bank}/mandates`, aud: ISSUER, action: 'mandate.read' },
            target: String(keptOf(run, step.under).delegation_id),
          },
        ]),
    { url: `${bank}/payments`, aud: PSP, action: 'payment.read', target: String(trade_no) },
    {
      ...{ url: `${addressOf(run, String(at))}/orders`, aud: shopId(String(at)), action: 'order.read' },
      target: String(out_trade_no),
    },
  ];
  const sender = agentSender(run, agentNameOf(run, step));
  const lists = await Promise.all(
    asked.map(async ({ url, ...order }) => {
      const authorization = `ACT-Command ${await signedCommand(run, sender, order)}`;
      const answer = await exchanged(`${url}/${order.target}/records`, { headers: { authorization } });
      return answer.records as AttestationRecord[];
    }),
  );
  return lists.flat();
}

/** Filed by a record of the trade: that of the payment, where nothing else is said. */
export const dispute: Play<DisputeStep> = async (run, raw) => {
  const step = filled(run, raw);
  const record = recordIn(keptOf(run, step.of), step.by ?? PAYMENT);
  const channel = step.channel ?? (await privacyChannelOf(record));
  const answer = await asked(run, '/disputes', channel, {
    type: step.type ?? 'PAYMENT_NOT_AUTHORIZED',
    record_id: step.record ?? record.record_id,
    description: step.step,
  });
  return { ...answer, channel };
};

function recordIn({ all }: Kept, event: string): AttestationRecord {
  const found = (all as AttestationRecord[]).find(({ event_type }) => event_type === event);
  if (found === undefined) throw new Error(`the evidence has no record of ${event}`);
  return found;
}

function asked(run: Run, path: string, channel: string, body?: unknown): Promise<Kept> {
  const headers = { 'content-type': 'application/json', [CHANNEL_HEADER]: channel };
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  return exchanged(`${addressOf(run, 'log')}${path}`, { headers, ...sent });
}

export const submit: Play<SubmitStep> = async (run, step) => {
  const { dispute_id, channel } = keptOf(run, step.to) as Record<string, string>;
  const { bundle } = keptOf(run, step.evidence);
  return asked(run, `/disputes/${dispute_id}/evidence`, String(channel), { bundle });
};

export const finding: Play<FindingStep> = async (run, step) => {
  const { dispute_id, channel } = keptOf(run, step.of) as Record<string, string>;
  const path = `/disputes/${step.unknown ? newName('dsp') : dispute_id}`;
  const answer = await asked(run, path, String(channel));
  run.say(`${answer.finding ?? 'nothing yet'}: ${answer.reason ?? 'the time for evidence is not over'}`);
  return { ...answer, channel };
};

/** Whoever has it carries the signed finding to the payment service. */
export const compensate: Play<CompensateStep> = (run, step) => {
  const { signed_finding } = keptOf(run, step.on);
  const { bundle, trade_no } = keptOf(run, step.evidence);
  const trade = step.trade === undefined ? trade_no : keptOf(run, step.trade).trade_no;
  const url = `${addressOf(run, 'bank')}/payments/${trade}/compensation`;
  return posted(url, { finding: signed_finding, bundle });
};
