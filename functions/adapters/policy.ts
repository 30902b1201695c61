import json from '#policy' with { type: 'json' };
import { parsePolicy } from '../domain/policy.ts';

/** The programme's rules, bundled with the function that follows them. */
export const policy = parsePolicy(json);
