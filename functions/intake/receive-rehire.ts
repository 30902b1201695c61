import { identify } from '../adapters/identity.ts';
import { policy } from '../adapters/policy.ts';
import { cancelRehireAndBooking, decideOnRehire, type Opened, takeRehire } from '../adapters/rehires.ts';
import { type RehireReport, rehireNumber } from '../domain/rehire-report.ts';
import { finishTask } from '../domain/rehire-start.ts';

/** What came of a report; of one that opens a case, which it is. */
export type RehireReceipt = {
  outcome:
    | Opened['outcome']
    | ReturnType<typeof finishTask>['outcome']
    /** `erased`: their data is gone, and with it the case. */
    | Awaited<ReturnType<typeof cancelRehireAndBooking>>;
  rehire?: number;
};

/** Takes in what the HR system says of a rehire. */
export async function receiveRehire(report: RehireReport, { now }: { now: string }): Promise<RehireReceipt> {
  const given = { now, policy };
  switch (report.type) {
    case 'rehire.opened': {
      const { employeeId, contract: kind, from } = report.data;
      const person = (await identify()).person(employeeId);
      // The same report opens one case, also when it comes again after that case has ended.
      const form = `${report.type} ${report.timestamp}`;
      const wish = { kind, ...(from && { from }), wantsTalk: false, openedBy: 'HR' as const, form };
      const opened = await takeRehire(person, wish, given);
      return { outcome: opened.outcome, ...('number' in opened && { rehire: opened.number }) };
    }
    case 'rehire.recorded': {
      const number = rehireNumber(report.data.rehire);
      return { outcome: await decideOnRehire(number, (rehire) => finishTask(rehire, 'hris', 'webhook', given), given) };
    }
    case 'rehire.cancelled':
      return { outcome: await cancelRehireAndBooking(rehireNumber(report.data.rehire), given) };
  }
}
