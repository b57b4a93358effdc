import { Box, Group, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleOff } from '@tabler/icons-react';
import type { ScopeTrial } from '@/api/types';
import { ProblemNote } from '@/components/Frame';
import { text } from '@/lib/text';
import { whyWords, type Trial } from './trial';

const words = text.scope.try;

interface Props {
  url: string;
  trial: Trial;
  onUrl: (url: string) => void;
}

/** What becomes of a page, as it is typed. */
export function TryPage({ url, trial, onUrl }: Props) {
  const { result, errors, failure } = trial;
  const wrongAddress = errors.find(({ pointer }) => pointer === '/url')?.message;
  return (
    <Box>
      <TextInput
        label={words.label}
        placeholder={words.placeholder}
        inputMode="url"
        autoCapitalize="none"
        spellCheck={false}
        value={url}
        error={wrongAddress}
        onChange={(event) => onUrl(event.currentTarget.value)}
      />
      <Box role="status" mt="xs" mih={24}>
        {result && <Verdict result={result} />}
        {!wrongAddress && errors.length > 0 && <MendFirst />}
      </Box>
      {failure !== undefined && <ProblemNote failure={failure} />}
    </Box>
  );
}

/** Of rules that could not be saved nobody can say what becomes of a page. */
export function MendFirst() {
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <IconAlertTriangle size={20} aria-hidden style={{ color: 'var(--state-warn)', flex: 'none' }} />
      <Text size="sm">{words.mend}</Text>
    </Group>
  );
}

/** Whether it is active there, and why. */
export function Verdict({ result }: { result: ScopeTrial }) {
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      {result.active ? (
        <IconCircleCheck size={20} aria-hidden style={{ color: 'var(--state-good)', flex: 'none' }} />
      ) : (
        <IconCircleOff size={20} aria-hidden style={{ color: 'var(--state-idle)', flex: 'none' }} />
      )}
      <Box miw={0} style={{ overflowWrap: 'anywhere' }}>
        <Text size="sm">
          <Text span size="sm" fw={600}>
            {result.active ? words.active : words.inactive}
          </Text>{' '}
          {whyWords(result)}
        </Text>
        <Text size="xs" c="dimmed">
          {words.saw} <code style={{ overflowWrap: 'anywhere' }}>{result.pathAndQuery}</code>
        </Text>
      </Box>
    </Group>
  );
}
