import { Logger } from '@aws-lambda-powertools/logger';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { policy } from '../adapters/policy.ts';
import { gatheringRoutes } from '../gatherings/routes.ts';
import { offboardingRoutes } from '../offboarding/routes.ts';
import { outreachRoutes } from '../outreach/routes.ts';
import { preferencesRoutes } from '../preferences/routes.ts';
import { rehireRoutes } from '../rehire/routes.ts';
import { rewardRoutes } from '../rewards/routes.ts';
import { type Env, languageFor, problem } from '../web/context.ts';
import { styleHash } from '../web/style.ts';
import { programmePage } from './programme-page.tsx';

/** Every page of the portal. GET shows and changes nothing; POST acts. Pages need no script, and get none. */

const logger = new Logger();

export const app = new Hono<Env>();

app.use(
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: [`'${styleHash}'`],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
  }),
);
app.use(async (request, next) => {
  await next();
  // The response is another one now than before.
  request.res.headers.set('cache-control', 'no-store');
});
// The longest text, percent-encoded: 2,000 characters of three bytes each.
app.use(bodyLimit({ maxSize: 32 * 1024, onError: (request) => request.text('The request is too large.', 413) }));

app.get('/', (request) => request.html(programmePage({ language: languageFor(request), policy })));
app.route('/', offboardingRoutes);
app.route('/', preferencesRoutes);
app.route('/', outreachRoutes);
app.route('/', gatheringRoutes);
app.route('/', rewardRoutes);
app.route('/', rehireRoutes);

app.notFound((request) => problem(request, 'not-found'));
app.onError((error, request) => {
  // The name only: a message may quote what somebody sent.
  logger.error('page failed', { error: error.name });
  return problem(request, 'failed');
});
