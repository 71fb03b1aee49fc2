import { type ReadinessCheck, roleChecks } from '../http/index.ts';
import { EKU } from '../protocol/x509/index.ts';
import type { MerchantDeps } from './deps.ts';

/** What a seller's server asks of itself before it says that it can work. @see OA-OPS-20, OA-OPS-22 */
export function sellerChecks({ config, signer, ...ports }: MerchantDeps): readonly ReadinessCheck[] {
  const certified = { entity: config.merchant, role: 'MERCHANT', ekus: [EKU.quote, EKU.command] } as const;
  return roleChecks({ ...ports, keys: [{ name: 'quote', signer, certified }] });
}
