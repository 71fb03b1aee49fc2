import { type Actors, createActors, keyActor } from '../../src/verifier/testing/actors.ts';
import { buildWorld, type World } from '../../src/verifier/testing/world.ts';

/** Everybody who signs, all with P-256: the unit of the figures is one verification of that curve. */
export async function benchActors(): Promise<Actors> {
  return { ...(await createActors()), trustList: await keyActor('ES256') };
}

/** Whole purchases of the same parties in which no two messages are alike: nothing that was verified comes again. */
export async function differentPurchases(actors: Actors, count: number): Promise<World[]> {
  const worlds: World[] = [];
  for (let index = 0; index < count; index += 1) {
    worlds.push(
      await buildWorld(actors, {
        trustList: (list) => {
          list.sequence = index + 1;
        },
        attestation: (claims) => {
          claims.jti = `att-${index}`;
        },
        enrolment: (claims) => {
          claims.jti = `enr-${index}`;
        },
        intent: (intent) => {
          intent.intent_id = `intent-${index}`;
        },
        statusList: (claims) => {
          claims.ttl = 1 + index;
        },
        quote: (claims) => {
          claims.out_trade_no = `order-${index}`;
        },
      }),
    );
  }
  return worlds;
}
