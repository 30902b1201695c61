import { describe, expect, it } from 'vitest';
import { attendanceIn } from '../../functions/domain/attendance.ts';
import { emptyRoom, type Place } from '../../functions/domain/room.ts';

const place = (status: Place['status'], party: number, came?: number): Place => ({
  status,
  party,
  revision: 1,
  told: 1,
  ...(came !== undefined && { came }),
});
const attendance = (places: Record<string, Place>, walkIns = 0) => attendanceIn({ ...emptyRoom(11), places, walkIns });
const nobodyElse = { c: place('waiting', 1), d: place('offered', 2), e: place('lapsed', 1), f: place('left', 4) };

describe('who came', () => {
  it('is whoever had a place, with their guests, where nobody was checked in', () => {
    const places = { a: place('attending', 2), b: place('attending', 1, 0), ...nobodyElse };
    expect(attendance(places)).toEqual({ came: ['a', 'b'], missed: [], heads: 3, countedBy: 'places' });
  });

  it('is whoever was checked in, once anybody was', () => {
    const places = {
      a: place('attending', 2, 1),
      b: place('attending', 3),
      z: place('attending', 1, 0),
      ...nobodyElse,
    };
    expect(attendance(places)).toEqual({ came: ['a'], missed: ['b', 'z'], heads: 1, countedBy: 'check-in' });
  });

  it('counts more than were expected, and nobody who was checked in and has no place any more', () => {
    const places = { a: place('attending', 1, 3), c: place('waiting', 1, 1), f: place('left', 1, 2) };
    expect(attendance(places)).toEqual({ came: ['a'], missed: [], heads: 3, countedBy: 'check-in' });
    expect(attendance({ a: place('attending', 2), f: place('left', 1, 1) })).toEqual({
      came: [],
      missed: ['a'],
      heads: 0,
      countedBy: 'check-in',
    });
  });

  it('counts walk-ins, who show that the door was kept', () => {
    expect(attendance({ a: place('attending', 2) }, 4)).toEqual({
      came: [],
      missed: ['a'],
      heads: 4,
      countedBy: 'check-in',
    });
    expect(attendance({ a: place('attending', 2, 2) }, 4)).toEqual({
      came: ['a'],
      missed: [],
      heads: 6,
      countedBy: 'check-in',
    });
  });

  it('is only who was checked in while it goes on', () => {
    const room = { ...emptyRoom(9), places: { a: place('attending', 2), b: place('attending', 1) } };
    expect(attendanceIn(room, { isOver: false })).toMatchObject({ came: [], heads: 0, countedBy: 'check-in' });
  });

  it('is nobody where nobody had a place', () => {
    expect(attendance({})).toEqual({ came: [], missed: [], heads: 0, countedBy: 'places' });
    expect(attendance(nobodyElse)).toEqual({ came: [], missed: [], heads: 0, countedBy: 'places' });
  });
});
