/** Who is still at work on which task. */
export type Running = Map<string, Promise<unknown>>;

/** Calls for one task run one after the other; what a former one did is seen by the next. */
export async function inTurn<Result>(
  running: Running,
  taskId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const former = running.get(taskId);
  const mine = (former ?? Promise.resolve()).then(work, work);
  running.set(taskId, mine);
  try {
    return await mine;
  } finally {
    if (running.get(taskId) === mine) running.delete(taskId);
  }
}
