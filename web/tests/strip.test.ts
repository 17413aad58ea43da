import { describe, expect, it } from 'vitest';
import { inOrder, KINDS, type Kind, type Notice, roleOf } from '../src/strip/table.ts';

const notice = (kind: Kind, at_ms = 0): Notice => ({
  id: `${kind}-${at_ms}`,
  kind,
  at_ms,
  head: '',
  words: kind,
});

describe('the strip of notices', () => {
  it('gives the strip to the highest rank, of equal rank to the newest', () => {
    const all = [
      notice('recording', 9),
      notice('announcement', 8),
      notice('time', 7),
      notice('moved', 8),
      notice('consent'),
      notice('line'),
    ];
    expect(inOrder(all).map(({ kind }) => kind)).toEqual([
      'line',
      'consent',
      'moved',
      'time',
      'announcement',
      'recording',
    ]);
  });

  it('tells line, questions and procedure at once, the rest in its own time', () => {
    const alerts = (Object.keys(KINDS) as Kind[]).filter((kind) => roleOf(notice(kind)) === 'alert');
    expect(alerts.every((kind) => KINDS[kind].rank <= 3)).toBe(true);
    expect(roleOf(notice('announcement'))).toBe('status');
  });

  it('lets no notice stay for ever that its reader can neither answer, close nor end', () => {
    const stays = (Object.keys(KINDS) as Kind[]).filter((kind) => KINDS[kind].stays_ms !== null);
    expect(stays).toEqual(['ruling', 'resumed', 'recording']);
    expect(KINDS.ruling.stays_ms).toBe(20_000);
    expect(KINDS.recording.stays_ms).toBe(10_000);
  });
});
