import { describe, expect, it } from 'vitest';
import { sftp } from '@mock/fixtures/catalog';
import type { ConnectionType, SetupField, SetupValues } from '@/api/types';
import { initialSetup, isMoved, isShown } from './setupRules';

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
    expect(isMoved(sftp, { ...saved, port: '' }, saved)).toBe(false);
    expect(isMoved(sftp, { host: saved.host, username: saved.username, hostKey: saved.hostKey }, saved)).toBe(false);
  });
});

/** A password, or a key; the key is pasted or in a file, which then has a name: as in the service's SetupFormTest. */
const field = (id: string, other?: string, value?: string, more: Partial<SetupField> = {}): SetupField => ({
  id,
  label: id,
  help: '',
  required: true,
  target: false,
  kind: 'TEXT',
  ...(other === undefined || value === undefined ? {} : { shownWhen: { field: other, isOneOf: [value] } }),
  ...more,
});
const form: SetupField[] = [
  field('signIn', undefined, undefined, { kind: 'CHOICE', initial: 'PASSWORD' }),
  field('password', 'signIn', 'PASSWORD', { kind: 'SECRET' }),
  field('keyKind', 'signIn', 'KEY', { kind: 'CHOICE' }),
  field('keyFile', 'keyKind', 'FILE', { target: true }),
];
const type: ConnectionType = { ...sftp, setup: form };
const shown = (setup: SetupValues) => form.filter((one) => isShown(form, one, setup)).map(({ id }) => id);

describe('M5 which fields are shown', () => {
  it.each<[string, SetupValues, string[]]>([
    ['without a value, what the initial one shows', {}, ['signIn', 'password']],
    ['the fields of a choice', { signIn: 'KEY' }, ['signIn', 'keyKind']],
    ['a condition on a condition', { signIn: 'KEY', keyKind: 'FILE' }, ['signIn', 'keyKind', 'keyFile']],
    ['none whose condition is on a hidden field', { signIn: 'PASSWORD', keyKind: 'FILE' }, ['signIn', 'password']],
    ['nothing by a value that was emptied', { signIn: '' }, ['signIn']],
  ])('M5 %s', (_, setup, expected) => {
    expect(shown(setup)).toEqual(expected);
  });

  it('M5 a condition on a field that there is not hides', () => {
    expect(isShown([], field('a', 'b', 'c'), { b: 'c' })).toBe(false);
  });

  it('M5 the initial values are those of the fields that have one', () => {
    expect(initialSetup(type)).toEqual({ signIn: 'PASSWORD' });
  });

  it('M11 what a hidden field holds sends secrets nowhere else', () => {
    const keyIn = (keyFile: string) => ({ signIn: 'KEY', keyKind: 'FILE', keyFile });
    const hidden = (keyFile: string) => ({ signIn: 'PASSWORD', keyKind: 'FILE', keyFile });
    expect(isMoved(type, keyIn('b.pem'), keyIn('a.pem'))).toBe(true);
    expect(isMoved(type, hidden('b.pem'), hidden('a.pem'))).toBe(false);
  });
});
