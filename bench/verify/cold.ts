/** The first verification of a new process: nothing is imported, cached or compiled before it but the modules. */
import { readFileSync } from 'node:fs';
import { useNodeCrypto } from '../../src/http/index.ts';
import { type PurchaseContext, verifyPurchase } from '../../src/verifier/index.ts';

export interface ColdJob {
  readonly bundle: string;
  readonly context: PurchaseContext;
}

async function main(path: string): Promise<void> {
  const { bundle, context } = JSON.parse(readFileSync(path, 'utf8')) as ColdJob;
  const bytes = new TextEncoder().encode(bundle);
  useNodeCrypto();
  const start = performance.now();
  const { verdict } = await verifyPurchase(bytes, context);
  const milliseconds = performance.now() - start;
  if (verdict !== 'accepted') throw new Error('the purchase is not accepted');
  process.stdout.write(JSON.stringify({ milliseconds }));
}

const [, , path] = process.argv;
if (path !== undefined) await main(path);
