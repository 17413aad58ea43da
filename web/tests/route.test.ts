import { describe, expect, it } from 'vitest';
import { lobbyPath, publicPath, routeOf, secretariatPath, sessionPath } from '../src/route.svelte.ts';

describe('an address', () => {
  it.each([
    ['/join', '#s3cret', { page: 'join', secret: 's3cret' }],
    ['/join', '', { page: 'join', secret: '' }],
    [lobbyPath('k1'), '', { page: 'lobby', link: 'k1' }],
    [secretariatPath('k1'), '', { page: 'secretariat', link: 'k1' }],
    [sessionPath('k1', 'rt1'), '', { page: 'session', link: 'k1', session: 'rt1', screen: 'room' }],
    [sessionPath('k1', 'rt1', 'chair'), '', { page: 'session', link: 'k1', session: 'rt1', screen: 'chair' }],
    [
      sessionPath('k1', 'rt1', 'podium'),
      '',
      { page: 'session', link: 'k1', session: 'rt1', screen: 'podium' },
    ],
    [sessionPath('k1', 'rt1', 'booth'), '', { page: 'session', link: 'k1', session: 'rt1', screen: 'booth' }],
    [
      sessionPath('k1', 'rt1', 'rapporteur'),
      '#turn-7',
      { page: 'session', link: 'k1', session: 'rt1', screen: 'rapporteur' },
    ],
    [publicPath(), '', { page: 'public', session: null }],
    ['/public', '', { page: 'public', session: null }],
    [publicPath('rt1'), '', { page: 'public', session: 'rt1' }],
    ['/public/rt1/', '', { page: 'public', session: 'rt1' }],
    ['/public/rt1/floor', '', { page: 'nowhere' }],
    ['/as/k1/session/rt1/kitchen', '', { page: 'nowhere' }],
    ['/', '', { page: 'nowhere' }],
  ])('%s%s', (path, fragment, route) => {
    expect(routeOf(path, fragment)).toEqual(route);
  });
});
