import { Hono } from 'hono';
import type { Env } from '../web/context.ts';
import { interestRoutes } from './routes/interest.ts';
import { offerRoutes } from './routes/offer.ts';
import { settlingRoutes } from './routes/settling.ts';
import { staffRoutes } from './routes/staff.ts';

/** The pages of returns: the alumnus's, and those of staff. */
export const rehireRoutes = new Hono<Env>();
rehireRoutes.route('/', interestRoutes);
rehireRoutes.route('/', offerRoutes);
rehireRoutes.route('/', settlingRoutes);
rehireRoutes.route('/', staffRoutes);
