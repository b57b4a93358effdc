import type { TestReport, TestStep, UnsavedSetup } from '@/api/types';
import { sentinels } from '../sentinels';

const hostKey = 'SHA256:6n4N0n1d8oYVjV6dX3xFQy3K9mZ6Qe0u5b2JmYw8kLc';

export function testReport(connection: UnsavedSetup & { known: Record<string, boolean> }): TestReport {
  const { setup = {}, secrets = {}, known } = connection;
  const failing: Partial<Record<TestStep['id'], Omit<TestStep, 'id' | 'outcome'>>> = {};
  if (setup.host === sentinels.unreachableHost)
    failing.connect = {
      reason: 'UNREACHABLE',
      message: 'Nothing answers at unreachable.example.com, port 22.',
      remedy: 'Check the name and the port, and ask its owner whether a firewall lets this service in.',
      technical: 'java.net.ConnectException: Connection refused',
    };
  if (setup.host === sentinels.movedHost)
    failing['host-key'] = {
      reason: 'HOST_KEY_CHANGED',
      message: 'The server shows another host key than the one pinned here.',
      remedy:
        'Ask its owner whether the key was changed. Only then press Forget the host key, type the password again and test.',
      technical: 'expected SHA256:6n4N0n1d8…, got SHA256:u8Qp2Lx0a…',
    };
  const secretKnown = Object.values(known).some(Boolean) || Object.keys(secrets).length > 0;
  if (Object.values(secrets).includes(sentinels.wrongPassword) || !secretKnown)
    failing['sign-in'] = {
      reason: 'SIGN_IN_REFUSED',
      message: 'The server refused the user name or the password.',
      remedy: 'Type the password again. If it still fails, ask the owner of the server to check the account.',
      technical: 'Exhausted available authentication methods',
    };
  const order = ['resolve', 'connect', 'host-key', 'sign-in', 'list-folder'] as const;
  const stop = order.findIndex((id) => failing[id]);
  const notes: Partial<Record<TestStep['id'], string>> = {
    resolve: '93.184.216.34',
    'host-key': `${hostKey}, ${setup.hostKey ? 'the key that the setup names' : 'learnt by this test'}`,
    'list-folder': '14 files',
  };
  return {
    passed: stop < 0,
    steps: order.map((id, index) =>
      stop >= 0 && index > stop
        ? { id, outcome: 'NOT_REACHED' }
        : index === stop
          ? { id, outcome: 'FAILED', ...failing[id] }
          : { id, outcome: 'PASSED', ...(notes[id] ? { note: notes[id] } : {}) },
    ),
    pins: !setup.hostKey && (stop < 0 || stop > 2) ? { hostKey } : {},
  };
}
