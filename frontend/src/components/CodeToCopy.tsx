import { Button, Code, CopyButton, Group } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { text } from '@/lib/text';

interface Props {
  label: string;
  code: string;
  /** It has just come, and is what to look at. */
  focused?: boolean;
}

/** Text that goes somewhere else as it is: all of it can be read, reached by keyboard, and copied. */
export function CodeToCopy({ label, code, focused = false }: Props) {
  const block = useRef<HTMLPreElement>(null);
  useEffect(() => {
    if (!focused) return;
    block.current?.focus({ preventScroll: true });
    block.current?.scrollIntoView({ block: 'center' });
  }, [focused, code]);
  return (
    <Group gap="xs" align="flex-start">
      <Code
        block
        ref={block}
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
