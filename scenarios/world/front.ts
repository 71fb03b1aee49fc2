/** What stands before every server of a world: a step can put other answers into its mouth, or make it hang up. */
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';

/** `nothing`: the connection ends without an answer. `lost`: the server does what it is asked, and the answer is lost. */
export type OtherAnswer =
  | { readonly status?: number; readonly json?: unknown; readonly text?: string }
  | 'nothing'
  | 'lost';

export interface Fronts {
  front(app: Hono, address: string): Hono;
  /** @param answer undefined: what the server itself says */
  put(address: string, path: string, answer: OtherAnswer | undefined): void;
}

export function createFronts(): Fronts {
  const others = new Map<string, OtherAnswer>();
  return {
    put(address, path, answer) {
      if (answer === undefined) others.delete(`${address}${path}`);
      else others.set(`${address}${path}`, answer);
    },
    front: (app, address) =>
      new Hono<{ Bindings: HttpBindings }>().all('*', async (c) => {
        const other = others.get(`${address}${c.req.path}`);
        if (other === undefined) return app.fetch(c.req.raw, c.env);
        if (other === 'lost') await app.fetch(c.req.raw, c.env);
        const isSilent = other === 'nothing' || other === 'lost';
        if (isSilent) c.env.incoming.destroy();
        const { status = 200, json, text } = isSilent ? {} : other;
        if (text !== undefined) return new Response(text, { status });
        return Response.json(json ?? {}, { status });
      }) as unknown as Hono,
  };
}
