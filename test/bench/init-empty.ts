/** What every function costs: the handler that does nothing. */
export async function handler(): Promise<void> {}
