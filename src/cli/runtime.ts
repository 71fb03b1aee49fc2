/** As `engines` in package.json has it: `node:sqlite` and other parts are missing before. */
export const OLDEST_NODE = 24;

/** What to tell somebody whose Node is too old; undefined when it is new enough. `version` like 24.1.0. */
export function objectionToNode(version: string): string | undefined {
  const major = Number.parseInt(version, 10);
  return major >= OLDEST_NODE
    ? undefined
    : `openact needs Node ${OLDEST_NODE} or newer; this is Node ${version}.`;
}
