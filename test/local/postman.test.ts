import { expect, test } from 'vitest';
import { reportsOf } from '../../infra/local/postman.ts';

const mailTo = (to: string, headers: Record<string, string> = {}) => ({
  id: 'a1b2c3d4',
  time: '2026-11-22T12:05:48.577Z',
  headers: {
    'message-id': '<m-1@email.amazonses.com>',
    'x-ses-configuration-set': 'okaeri',
    'x-ses-message-tags': 'person=p1, dispatch=d-1',
    ...headers,
  },
  envelope: { from: { address: 'alumni@hikari.example.com' }, to: [{ address: to }] },
});
const kinds = (to: string) => reportsOf(mailTo(to), 'ap-northeast-1').map((report) => report['detail-type']);

test('a mail is reported as delivered, with its tags and its message id', () => {
  const [report, ...more] = reportsOf(mailTo('aoi@example.com'), 'ap-northeast-1');
  expect(more).toEqual([]);
  expect(report).toMatchObject({
    version: '0',
    'detail-type': 'Email Delivered',
    source: 'aws.ses',
    account: '000000000000',
    time: '2026-11-22T12:05:48Z',
    region: 'ap-northeast-1',
    resources: ['arn:aws:ses:ap-northeast-1:000000000000:configuration-set/okaeri'],
    detail: {
      eventType: 'Delivery',
      mail: {
        messageId: 'm-1@email.amazonses.com',
        destination: ['aoi@example.com'],
        tags: { person: ['p1'], dispatch: ['d-1'], 'ses:configuration-set': ['okaeri'] },
      },
      delivery: { recipients: ['aoi@example.com'] },
    },
  });
});

test('the simulator bounces for good, and complains after delivery', () => {
  expect(kinds('bounce@simulator.amazonses.com')).toEqual(['Email Bounced']);
  expect(kinds('bounce+e1001@simulator.amazonses.com')).toEqual(['Email Bounced']);
  expect(kinds('complaint+x@simulator.amazonses.com')).toEqual(['Email Delivered', 'Email Complaint Received']);
  expect(kinds('bounce@example.com')).toEqual(['Email Delivered']);
  expect(reportsOf(mailTo('bounce@simulator.amazonses.com'), 'ap-northeast-1')[0]?.detail).toMatchObject({
    eventType: 'Bounce',
    bounce: {
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: [{ emailAddress: 'bounce@simulator.amazonses.com' }],
    },
  });
});

test('the same mail gives the same report ids, each kind its own', () => {
  const ids = () => reportsOf(mailTo('complaint@simulator.amazonses.com'), 'ap-northeast-1').map(({ id }) => id);
  expect(ids()).toEqual(ids());
  expect(new Set(ids()).size).toBe(2);
});

test('a mail without a configuration set is not reported', () => {
  expect(reportsOf(mailTo('aoi@example.com', { 'x-ses-configuration-set': '' }), 'ap-northeast-1')).toEqual([]);
});
