import { Box, Button, Group, Modal, Table, Text } from '@mantine/core';
import type { Connection, ConnectionContent } from '@/api/contract';
import { text } from '@/lib/text';

/** Somebody else saved first: both versions field by field, and who decides is the second one. */
export function StaleDialog(props: {
  theirs: Connection;
  mine: ConnectionContent;
  busy: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onMerge: () => void;
}) {
  const { theirs, mine } = props;
  const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value, undefined, 1));
  const differences = [
    [text.editor.name, theirs.name, mine.name],
    [text.editor.description, theirs.description, mine.description],
    ...[...new Set([...Object.keys(theirs.setup), ...Object.keys(mine.setup)])].map((field) => [
      field,
      theirs.setup[field],
      mine.setup[field],
    ]),
    ...[...new Set([...theirs.goals, ...mine.goals].map((goal) => goal.id))].map((id) => {
      const [one, other] = [theirs.goals, mine.goals].map((goals) => goals.find((goal) => goal.id === id));
      return [one?.name ?? other?.name, one, other];
    }),
  ].filter(([, one, other]) => JSON.stringify(one) !== JSON.stringify(other));
  return (
    <Modal
      opened
      onClose={props.onMerge}
      title={text.editor.staleTitle}
      size="lg"
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <Text mb="md">{text.editor.staleText(theirs.modifiedBy)}</Text>
      <Box className="scroller" mah="40vh" tabIndex={0} role="group" aria-label={text.editor.staleTitle}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.editor.staleField}</Table.Th>
              <Table.Th>{text.editor.staleTheirs}</Table.Th>
              <Table.Th>{text.editor.staleMine}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differences.map(([field, one, other], index) => (
              <Table.Tr key={index}>
                <Table.Td>{shown(field)}</Table.Td>
                <Table.Td style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{shown(one)}</Table.Td>
                <Table.Td style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{shown(other)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Box>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={props.onMerge}>
          {text.editor.merge}
        </Button>
        <Button variant="default" onClick={props.onTakeTheirs}>
          {text.editor.takeTheirs}
        </Button>
        <Button loading={props.busy} onClick={props.onKeepMine}>
          {text.editor.keepMine}
        </Button>
      </Group>
    </Modal>
  );
}
