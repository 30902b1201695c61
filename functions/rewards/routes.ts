import { Hono } from 'hono';
import type { Env } from '../web/context.ts';
import { answerRoutes } from './routes/answer.ts';
import { approvalRoutes } from './routes/approval.ts';
import { candidateRoutes } from './routes/candidate.ts';
import { contributeRoutes } from './routes/contribute.ts';

/** The pages of contributions and rewards: an alumnus's, a candidate's, a topic owner's and an approver's. */
export const rewardRoutes = new Hono<Env>();
rewardRoutes.route('/', contributeRoutes);
rewardRoutes.route('/', candidateRoutes);
rewardRoutes.route('/', answerRoutes);
rewardRoutes.route('/', approvalRoutes);
