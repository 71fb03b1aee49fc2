import type { Signer } from '../../protocol/jws/index.ts';
import type { MerchantContext } from '../deps.ts';

/** A merchant's parts, with the signer that fits into a header. */
export type SellerContext = MerchantContext & { readonly thinSigner: Promise<Signer> };
