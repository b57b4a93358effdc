import { Badge, Box, Button, Group, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { asProblem } from '@/api/problem';
import { BusyButton } from '@/components/BusyButton';
import { testPlace, useEditing } from '@/components/editing';
import { ProblemNote, Waiting } from '@/components/Frame';
import { RelativeTime } from '@/components/Time';
import { formatBytes } from '@/lib/format';
import { text } from '@/lib/text';
import type { Look } from './useSourcePreview';

const FILES_SHOWN = 3;
const HEIGHT = 84;

/** The advice then is to test the connection, which is done elsewhere. */
function isUntested(failure: unknown) {
  const problem = asProblem(failure);
  return problem.type === '/problems/source-unreadable' && problem.reason === 'host-key-unknown';
}

/** Looks into the files, and says which were found. */
export function SourceLook({ preview }: { preview: Look }) {
  const { connectionId, mayTry, leadTo } = useEditing();
  const { source, looking, failure } = preview;
  const unsaved = connectionId === undefined;
  return (
    <>
      <Group mt="md">
        <BusyButton
          size="xs"
          variant="default"
          leftSection={<IconRefresh size={15} aria-hidden />}
          disabled={unsaved || !mayTry}
          loading={looking}
          onClick={preview.look}
        >
          {preview.asked && mayTry ? text.goal.lookAgain : text.goal.look}
        </BusyButton>
        {(unsaved || !mayTry) && (
          <Text size="sm" c="dimmed">
            {mayTry ? text.goal.saveToLook : text.goal.lookNeeds}
          </Text>
        )}
      </Group>
      <Box mt="sm" mih={HEIGHT} aria-live="polite">
        {preview.awaited && <Waiting lines={2} />}
        {preview.changed && (
          <Text size="sm" c="dimmed">
            {text.step.changedSince}
          </Text>
        )}
        {failure !== null && <ProblemNote failure={failure} onRetry={preview.look} />}
        {failure !== null && isUntested(failure) && (
          <Button mt="xs" size="xs" variant="default" onClick={() => leadTo(testPlace)}>
            {text.goal.toTest}
          </Button>
        )}
        {source && (
          <>
            <Text size="sm" fw={500}>
              {source.files.length === 0 ? text.goal.noFiles : text.goal.filesFound(source.files.length)}
            </Text>
            {source.note && <Text size="sm">{source.note}</Text>}
            {source.files.slice(0, FILES_SHOWN).map((file) => (
              <Text key={file.path} size="sm" c="dimmed">
                {file.name} · {formatBytes(file.size)} · <RelativeTime at={file.modified} />{' '}
                {file.alreadyImported && <Badge size="xs">{text.goal.alreadyImported}</Badge>}
              </Text>
            ))}
          </>
        )}
      </Box>
    </>
  );
}
