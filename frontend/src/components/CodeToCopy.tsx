import { Button, Code, CopyButton, Group } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { text } from '@/lib/text';

/** Text that goes somewhere else as it is: all of it can be read, reached by keyboard, and copied. */
export function CodeToCopy({ label, code }: { label: string; code: string }) {
  return (
    <Group gap="xs" align="flex-start">
      <Code
        block
        flex="1 1 280px"
        miw={0}
        role="group"
        aria-label={label}
        tabIndex={0}
        style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {code}
      </Code>
      <CopyButton value={code} timeout={2_000}>
        {({ copied, copy }) => (
          <Button
            size="xs"
            variant="default"
            leftSection={copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
            onClick={copy}
          >
            {copied ? text.common.copied : text.common.copy}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
