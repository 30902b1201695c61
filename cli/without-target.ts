import type { Command } from 'commander';

/** Commands that only read files: they need neither the local stack nor AWS. */
const commands = new WeakSet<Command>();

/** Lets a command run where there is no target. */
export function withoutTarget(command: Command): Command {
  commands.add(command);
  return command;
}

/** Whether a command acts on the local stack or on AWS. */
export function needsTarget(command: Command): boolean {
  return !commands.has(command);
}
