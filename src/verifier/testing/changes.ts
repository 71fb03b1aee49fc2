import type { Signer } from '../../protocol/jws/index.ts';
import type { Actor } from './actors.ts';

/** Signs with the key of one and the header of the other: a message that names somebody else's key or certificate. */
export function posingAs(actor: Actor, real: Actor): Signer {
  const { alg, header } = actor.signer;
  return { alg, header, sign: (input) => real.signer.sign(input) };
}

/** A change of a draft that sets members. */
export function put<Draft>(values: Partial<NoInfer<Draft>>): (draft: Draft) => void {
  return (draft) => {
    Object.assign(draft as object, values);
  };
}
