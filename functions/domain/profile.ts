import * as z from 'zod/mini';
import type { Departing } from './departure-report.ts';
import { Language } from './language.ts';

/** Everything personal about somebody, in one item. */
export const Profile = z.strictObject({
  employeeId: z.string(),
  name: z.string(),
  nameKana: z.optional(z.string()),
  language: Language,
  /** The personal address in use. */
  address: z.optional(z.string()),
  /** The personal address as reported last; where it differs, its owner must confirm it first. */
  reportedAddress: z.optional(z.string()),
  workEmail: z.optional(z.string()),
  department: z.optional(z.string()),
  role: z.optional(z.string()),
});
export type Profile = z.infer<typeof Profile>;

/** The profile after a report. The address in use stays until the owner of another has confirmed that one. */
export function profileAfter(before: Profile | undefined, data: Departing, reopen: boolean): Profile {
  const { employeeId, name, nameKana, language, personalEmail, workEmail, department, role } = data;
  const address = reopen ? undefined : before?.address;
  return { employeeId, name, nameKana, language, address, reportedAddress: personalEmail, workEmail, department, role };
}

/** A reported address that differs from the one in use must be confirmed by its owner first. */
export function needsConfirmation(profile: Profile): boolean {
  return (
    profile.address !== undefined &&
    profile.reportedAddress !== undefined &&
    profile.reportedAddress !== profile.address
  );
}

/** The reported address comes into use where none was: once it has been written to, another must be confirmed. */
export function inUse(profile: Profile): Profile {
  return { ...profile, address: profile.address ?? profile.reportedAddress };
}

/** A reported address that turned out wrong is dropped; the one in use stays. */
export function withoutReported(profile: Profile): Profile {
  return { ...profile, reportedAddress: profile.address };
}

/** Addresses by which somebody is known; of somebody erased there are none. */
export function addressesOf(profile: Profile | undefined): (string | undefined)[] {
  return [profile?.address, profile?.reportedAddress, profile?.workEmail];
}

/** Whether an address is among others, in whatever case. */
export function isOneOf(email: string, addresses: readonly (string | undefined)[]): boolean {
  return addresses.some((address) => address?.toLowerCase() === email.toLowerCase());
}
