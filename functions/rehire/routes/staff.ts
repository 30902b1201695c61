import { Hono } from 'hono';
import type { Env } from '../../web/context.ts';
import { caseRoutes } from './case.ts';
import { decisionRoutes } from './decision.ts';
import { taskRoutes } from './task.ts';

/** The pages about a return that staff open: who decides, who prepares it, and HR and the recruiter. */
export const staffRoutes = new Hono<Env>();
staffRoutes.route('/', decisionRoutes);
staffRoutes.route('/', taskRoutes);
staffRoutes.route('/', caseRoutes);
