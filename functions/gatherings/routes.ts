import { Hono } from 'hono';
import type { Env } from '../web/context.ts';
import { doorRoutes } from './routes/door.ts';
import { inviteeRoutes } from './routes/invitee.ts';
import { planRoutes } from './routes/plan.ts';

/** The pages of gatherings: an alumnus's, the organiser's and the reviewer's. */
export const gatheringRoutes = new Hono<Env>();
gatheringRoutes.route('/', inviteeRoutes);
gatheringRoutes.route('/', doorRoutes);
gatheringRoutes.route('/', planRoutes);
