import type { Command } from 'commander';

/**
 * Prints a result: as JSON with `--json`, else the text.
 * @param command the command that ran, whose parents may have been given the option
 */
export function print(command: Command, result: unknown, text: string): void {
  console.log(isForMachines(command) ? JSON.stringify(result, null, 2) : text);
}

/** Whether to print for machines. */
export function isForMachines(command: Command): boolean {
  return command.optsWithGlobals()['json'] === true;
}

/** `1 row`, `2 rows`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
