import { setTimeout } from 'node:timers/promises';
import PQueue from 'p-queue';

/** SES's rate is one for everything that the account sends: a tenth is left for letters that answer somebody. */
const share = 0.9;

/** Lets mails go one after the other, never more in a second than SES allows. */
export class Pace {
  private readonly queue: PQueue;
  private wait = 1000;
  private pause: Promise<void> | undefined;

  /** @param perSecond the account's rate */
  constructor(perSecond: number) {
    const rate = Math.max(perSecond, 1 / 60) * share;
    // A tenth of a second at a time: what goes out in one burst may meet the next one on its way.
    const intervalCap = Math.max(1, Math.floor(rate / 10));
    this.queue = new PQueue({ interval: Math.ceil((intervalCap * 1000) / rate), intervalCap, strict: true });
  }

  /** Waits for the turn of one mail. */
  async turn(): Promise<void> {
    await this.queue.add(() => {});
  }

  /** SES says that it is too fast: everybody waits, longer each time. */
  async slowDown(): Promise<void> {
    // Several that hear it at once wait together, and not for as many times as long.
    this.pause ??= this.rest();
    await this.pause;
  }

  private async rest(): Promise<void> {
    this.queue.pause();
    await setTimeout(this.wait * (0.5 + Math.random()));
    this.wait = Math.min(this.wait * 2, 30_000);
    this.pause = undefined;
    this.queue.start();
  }
}
