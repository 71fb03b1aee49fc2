export { addSubAccountRoutes } from './routes.ts';
export { createSubAccountService, type SubAccountService } from './service.ts';
