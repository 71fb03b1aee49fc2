/** A second bank: it keeps the accounts of some shops, and clears with the first unless the plan says otherwise. */
import { join } from 'node:path';
import { type AnySurroundings, anchorsOf, openRole, serve } from '../../demo/surroundings.ts';
import { loadSigner } from '../../src/http/key-file.ts';
import { createIssuer, issuerMigrations, openAccount } from '../../src/issuer/index.ts';
import type { Store } from '../../src/store/index.ts';
import type { WorldPlan } from '../format.ts';
import { accountOf, bankId, currencyOf, PSP, shopId } from './plan.ts';

interface PartnerWorld {
  readonly name: string;
  readonly baseUrl: string;
  /** Transfers between banks that have arrived, by name. */
  readonly arrivals: ReadonlySet<string>;
}

export async function startPartner(
  around: AnySurroundings,
  keys: string,
  plan: WorldPlan,
  { name, baseUrl, arrivals }: PartnerWorld,
): Promise<Store> {
  const { store, http, trust } = await openRole(around, name, issuerMigrations);
  const { clock, random, trace } = around;
  const signer = (file: string) => loadSigner(join(keys, name, file));
  const { clears = true, agreed = true } = plan.partners?.[name] ?? {};
  const id = bankId(name);
  const recordSigner = await signer('psp-record.json');
  const recording =
    around.logUrl === undefined ? {} : anchorsOf(around, http, [{ id, signer: recordSigner }]);
  const issuer = createIssuer({
    ...recording,
    store,
    clock,
    random,
    trust,
    trace,
    log: around.log('issuer'),
    issuer: {
      id,
      baseUrl,
      psps: [id],
      mandateSigner: await signer('issuer-mandate.json'),
      statusSigner: await signer('issuer-status.json'),
    },
    psp: {
      id,
      receiptSigner: await signer('psp-receipt.json'),
      // It has issued no mandates, and has nothing else to record.
      recordSigner,
      http,
      payerCodePrefixes: plan.payerCodes?.[name] ?? [],
      clearing: {
        commandSigner: await signer('psp-command.json'),
        arrivals: { has: async ({ evidenceRef }) => arrivals.has(evidenceRef) },
        partners: clears && agreed ? [{ pspId: PSP, payerCodePrefixes: plan.payerCodes?.bank ?? [] }] : [],
      },
    },
  });
  await issuer.start();
  around.closers.push(() => issuer.close());
  await store.transact(async (tx) => {
    for (const [shop, { keptBy }] of Object.entries(plan.shops ?? {})) {
      if (keptBy !== name) continue;
      const account = { accountId: accountOf(shop), owner: shopId(shop), kind: 'merchant' } as const;
      await openAccount(tx, { ...account, currency: currencyOf(plan), now: clock() });
    }
  });
  await serve(around, issuer.app, baseUrl);
  return store;
}
