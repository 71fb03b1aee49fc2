import type { JsonObject } from '../../forge/json.ts';
import { must } from '../../live/http.ts';
import type { Ran } from './market.ts';
import { type AgentCase, positive } from './steps.ts';

const RECORDS = 'records';

/** The anchors of one kind of event. */
const anchorsOf = ({ scene }: Ran, eventType: string): readonly JsonObject[] =>
  scene.anchors.filter(({ event_type }) => event_type === eventType);

/** A good purchase leaves one such anchor, and it joins the others. */
function leaves(
  requirement: string,
  slug: string,
  title: string,
  eventType: string,
  hold: (anchor: JsonObject, ran: Ran) => void,
): AgentCase {
  const good = { requirement, slug, title, order: { anchors: true } };
  const one = positive(good, (ran) => {
    const [anchor, ...more] = anchorsOf(ran, eventType);
    const told = ran.scene.anchors.map(({ event_type }) => String(event_type)).join(', ');
    if (anchor === undefined) return must(false, `It has anchored: ${told || 'nothing'}.`);
    must(more.length === 0, `${eventType} is anchored ${more.length + 1} times.`);
    hold(anchor, ran);
  });
  return { ...one, needs: [...one.needs, RECORDS] };
}

export const recordCases: readonly AgentCase[] = [
  leaves(
    'TSD-ATT-EVT-07',
    'intent-is-recorded',
    'What the user has agreed to is recorded, once, before the mandate that follows from it.',
    'act:delegation:intent-created',
    (anchor, { scene }) => {
      for (const other of scene.anchors) {
        must(String(anchor.event_time) <= String(other.event_time), 'Something else happened before it.');
        must(other.intent_id === anchor.intent_id, 'Something else is of another process.');
      }
    },
  ),
  leaves(
    'TSD-ATT-EVT-13',
    'decision-is-recorded',
    'That offers were compared is recorded, once, in the process of the intent.',
    'act:commerce:decision-logged',
    (anchor, ran) => {
      const [intent] = anchorsOf(ran, 'act:delegation:intent-created');
      must(anchor.intent_id === intent?.intent_id, 'It is of another process.');
    },
  ),
  leaves(
    'TSD-ATT-EVT-14',
    'cart-is-recorded',
    'The confirmed cart is recorded, once, with the order that is paid.',
    'act:commerce:cart-confirmed',
    (anchor, ran) => {
      const [paid] = [...ran.scene.paid.values()];
      must(anchor.order_no === paid?.out_trade_no, 'It is of another order.');
    },
  ),
];
