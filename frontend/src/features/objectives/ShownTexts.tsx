import { Code, Text } from '@mantine/core';
import { $api } from '@/api/client';
import { ProblemNote, Section, Waiting } from '@/components/Frame';
import { RelativeTime } from '@/components/Time';
import { text } from '@/lib/text';

/** Every text that visitors were ever shown: what consent was given to. */
export function ShownTexts({ id }: { id: string }) {
  const query = $api.useQuery('get', '/api/v1/objectives/{id}/texts', { params: { path: { id } } });
  return (
    <Section title={text.objectives.texts}>
      <Text size="sm" c="dimmed" px="md" pt="sm">
        {text.objectives.textsHelp}
      </Text>
      {query.isPending && <Waiting lines={2} />}
      {query.isError && <ProblemNote failure={query.error} onRetry={() => void query.refetch()} />}
      <ul className="versions" style={{ padding: '0 16px' }}>
        {query.data?.items.map((shown, index) => (
          <li key={shown.version} className="version" style={index === 0 ? { borderTop: 0 } : undefined}>
            <Text size="xs" c="dimmed">
              {index === 0 ? text.objectives.untilNow : text.objectives.shownSince} <RelativeTime at={shown.since} />{' '}
              <bdi>{text.common.by(shown.savedBy)}</bdi>
            </Text>
            {shown.title === '' && shown.text === '' && (
              <Text size="sm" c="dimmed">
                {text.objectives.nothingShown}
              </Text>
            )}
            {shown.title !== '' && (
              <Text fw={500} style={{ overflowWrap: 'anywhere' }}>
                <bdi>{shown.title}</bdi>
              </Text>
            )}
            {shown.text !== '' && (
              <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {shown.text}
              </Text>
            )}
            <details>
              <Text component="summary" size="xs" c="dimmed" style={{ cursor: 'pointer' }}>
                {text.objectives.fingerprint}
              </Text>
              <Text size="xs" c="dimmed">
                {text.objectives.fingerprintHelp}
              </Text>
              <Code style={{ overflowWrap: 'anywhere' }}>{shown.fingerprint}</Code>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}
