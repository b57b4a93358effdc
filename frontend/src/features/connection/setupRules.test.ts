import { describe, expect, it } from 'vitest';
import { sftp } from '@mock/fixtures/catalog';
import { isMoved } from './setupRules';

const saved = { host: 'files.example.com', port: 22, username: 'shop', hostKey: 'SHA256:one' };

describe('M11 whether secrets would be sent elsewhere', () => {
  it.each([
    ['host', 'elsewhere.example.com'],
    ['port', 2222],
    ['username', 'somebody'],
    ['hostKey', 'SHA256:two'],
    ['hostKey', ''],
  ])('M11 another %s (%s) asks for them again', (field, value) => {
    expect(isMoved(sftp, { ...saved, [field]: value }, saved)).toBe(true);
  });

  it('M11 a host key that was not known yet does not', () => {
    expect(isMoved(sftp, saved, { ...saved, hostKey: '' })).toBe(false);
  });

  it('M11 another folder, or a port left at its initial value, does not', () => {
    expect(isMoved(sftp, { ...saved, startFolder: '/in' }, saved)).toBe(false);
    expect(isMoved(sftp, { host: saved.host, username: saved.username, hostKey: saved.hostKey }, saved)).toBe(false);
  });
});
