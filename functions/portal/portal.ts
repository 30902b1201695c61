import { handle } from 'hono/aws-lambda';
import { app } from './routes.ts';

/** The HTTP front for people: links from mails open here. */
export const handler = handle(app);
