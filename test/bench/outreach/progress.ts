/** A bar on one line for people; else a line at every tenth. */
export class Bar {
  private readonly title: string;
  private readonly began = Date.now();
  private tenth = 0;

  constructor(title: string) {
    this.title = title;
  }

  /** @param share from 0 to 1 */
  show(share: number, detail: string): void {
    const left = share > 0 ? ((Date.now() - this.began) / share) * (1 - share) : 0;
    const text = `${this.title} ${Math.round(share * 100)} % · ${detail} · ${minutes(left)} left`;
    if (process.stderr.isTTY) {
      const full = Math.round(share * 24);
      process.stderr.write(`\r\u001B[K[${'█'.repeat(full)}${'·'.repeat(24 - full)}] ${text}`);
    } else if (Math.floor(share * 10) > this.tenth) {
      this.tenth = Math.floor(share * 10);
      console.log(text);
    }
  }

  end(sentence: string): void {
    if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
    console.log(`✓ ${sentence} (${minutes(Date.now() - this.began)})`);
  }
}

function minutes(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
