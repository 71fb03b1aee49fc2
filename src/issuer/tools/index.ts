export type { ToolDeps, ToolRequestAnswer } from './request.ts';
export { addToolRoutes } from './routes.ts';
export { createTools, type ToolAnswer, type Tools } from './service.ts';
