/** The reference agent in a talk with its user: one view for each act. */
import {
  type Agent,
  type AgentDeps,
  createAgent,
  createAgentApp,
  type TaskView,
} from '../../../src/agent/index.ts';
import { createLogger } from '../../../src/http/index.ts';
import { ActError, type Code } from '../../../src/protocol/errors/index.ts';
import type { Assignment, ConversationHistory } from '../../../src/protocol/generated/types.ts';
import type { JsonValue } from '../../../src/protocol/json/index.ts';
import type { JsonObject } from '../../forge/json.ts';
import type { Errand, Outcome, OwnAct, View } from '../../roles/agent/errand.ts';

/** For the user on loopback, who decides at once. */
const PATIENCE_SECONDS = 2;

type Said = Extract<OwnAct, { act: 'say' }>;

/** The way of a page in the user's browser, which reaches the agent's own server and says where it is from. */
async function sayFromPage(agent: Agent, page: string, { conversation_history }: Said): Promise<TaskView> {
  const app = createAgentApp(agent, { log: createLogger('agent', 'silent'), trace: () => undefined });
  const answer = await app.request('http://127.0.0.1/tasks', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: page },
    body: JSON.stringify({ conversation_history }),
  });
  const body = (await answer.json()) as TaskView & { readonly code: Code };
  if (!answer.ok) throw new ActError(body.code);
  return body;
}

/** Pays for what is at an address, under the mandate of a task. */
export type Fetch = (taskId: string, url: string) => Promise<Outcome>;

async function does(agent: Agent, act: OwnAct, taskId: string): Promise<TaskView> {
  switch (act.act) {
    case 'say':
      if (act.page !== undefined) return sayFromPage(agent, act.page, act);
      return agent.draft(act.conversation_history as unknown as ConversationHistory);
    case 'answer':
      return agent.answer(taskId, act.answers as unknown as JsonValue);
    case 'confirm':
      await agent.confirm(taskId);
      return agent.awaitAuthority(taskId, PATIENCE_SECONDS);
    case 'show':
      return show(agent, taskId);
    case 'buy':
      return agent.buy(taskId, act.purchase);
    case 'forget':
      await agent.deleteIntent(taskId);
      return agent.read(taskId);
    case 'resume':
    case 'cancel':
      return agent[act.act](taskId);
  }
}

/** Shows a code until a till has scanned it or it has run out. */
async function show(agent: Agent, taskId: string): Promise<TaskView> {
  let code = await agent.showCode(taskId);
  while (code.status === 'OPEN') code = await agent.readCode(taskId, code.payer_code);
  return agent.payCode(taskId, code.payer_code);
}

async function viewOf(agent: Agent, shown: TaskView): Promise<View> {
  const { intent } = await agent.intent(shown.task_id);
  const code = shown.result?.code ?? shown.code;
  return {
    status: shown.status,
    draft: shown.draft as View['draft'] & object,
    questions: shown.questions,
    ...(code === undefined ? {} : { code }),
    ...(shown.summary === undefined ? {} : { summary: { ...shown.summary } }),
    ...(intent === undefined ? {} : { intent: intent as unknown as JsonObject }),
  };
}

/** An act that is not taken changes nothing: what is shown besides the reason is what was there before. */
export async function talk(
  deps: AgentDeps,
  { acts = [], contexts = {} }: Errand,
  fetch: Fetch,
): Promise<Outcome> {
  const source = {
    read: async (reference: string) =>
      Object.hasOwn(contexts, reference) ? new TextEncoder().encode(contexts[reference]) : undefined,
  };
  const agent = createAgent({ ...deps, contexts: source });
  const views: View[] = [];
  let taskId = '';
  for (const act of acts) {
    try {
      if (act.act === 'take') {
        const proof = await agent.takeAssignment(taskId, act.assignment as unknown as Assignment);
        views.push({ ...(await viewOf(agent, await agent.read(taskId))), proof: { ...proof } });
        continue;
      }
      if (act.act === 'fetch') {
        const fetched = await fetch(taskId, act.resource.url);
        views.push({ ...(await viewOf(agent, await agent.read(taskId))), ...fetched });
        continue;
      }
      const shown = await does(agent, act, taskId);
      taskId = shown.task_id;
      views.push(await viewOf(agent, shown));
    } catch (error) {
      if (!(error instanceof ActError)) throw error;
      const before = taskId === '' ? { status: 'NONE' } : await viewOf(agent, await agent.read(taskId));
      views.push({ ...before, refused: error.code });
    }
  }
  return { status: 'DONE', views };
}
