import { writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { Policy } from '../functions/domain/policy.ts';

/** `tsx infra/policy-schema.ts` writes policy.schema.json, by which editors check and complete policy.json. */
export const policySchema = `${JSON.stringify(z.toJSONSchema(Policy), null, 2)}\n`;

if (import.meta.url === `file://${process.argv[1]}`) writeFileSync('policy.schema.json', policySchema);
