/**
 * Reads a setting that the stack gave this function; it names resources, never secrets.
 * @throws when the stack forgot it, which is a bug
 */
export function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`the environment lacks ${name}`);
  return value;
}
