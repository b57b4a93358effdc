import { delay, http, HttpResponse, type HttpHandler } from 'msw';
import type { FileSource, ImportGoal, Processor, SourceRecord, UnsavedSetup } from '@/api/types';
import type { Db } from '../db';
import { ago } from '../fixtures/clock';
import * as goals from '../fixtures/goals';
import { mapRecord } from '../processors';
import { sentinels } from '../sentinels';
import { base, refuse } from './answers';

export function goalHandlers(db: Db): HttpHandler[] {
  return [
    http.post<{ id: string }, { source: FileSource } & UnsavedSetup>(
      `${base}/connections/:id/source-preview`,
      async ({ request }) => {
        const { source, setup } = await request.json();
        if (source.folder === sentinels.missingFolder)
          return refuse(422, 'source-unreadable', 'The folder /missing does not exist on the server.', {
            reason: 'folder-missing',
            remedy: 'Check how the folder is written, capitals included, or ask the owner of the server.',
          });
        if (!setup?.hostKey)
          return refuse(422, 'source-unreadable', 'The server’s key SHA256:6n4N has not been confirmed yet.', {
            reason: 'host-key-unknown',
            remedy:
              'Press Test connection, compare the fingerprint with the one the server’s operator gives you, and save.',
          });
        if (source.folder === sentinels.slowFolder) await delay(2_000);
        const used = source.format ?? goals.format;
        const header = used.kind === 'JSON_LINES' || used.header;
        const files =
          source.folder === sentinels.emptyFolder
            ? []
            : ['2026-11-23', '2026-11-22'].map((day, index) => ({
                path: `${source.folder}/customers-${day}.csv`,
                name: `customers-${day}.csv`,
                size: 14_872_331 - index * 40_000,
                modified: ago(300 + index * 1440),
                alreadyImported: index > 0,
              }));
        const rightSeparator = used.kind === 'CSV' && used.separator === ';';
        const rename = (record: SourceRecord): SourceRecord =>
          header
            ? record
            : {
                ...record,
                values: Object.fromEntries(
                  Object.values(record.values).map((value, index) => [`Column ${index + 1}`, value]),
                ),
              };
        const glue = (record: SourceRecord): SourceRecord => ({
          ...record,
          values: { [Object.keys(record.values).join(';')]: [Object.values(record.values).join(';')] },
        });
        const records =
          files.length === 0
            ? []
            : (source.folder === goals.eventsFolder ? goals.signUps : goals.records).map((record) =>
                rightSeparator ? rename(record) : glue(record),
              );
        const guesses = {
          email: 'EMAIL',
          phone: 'PHONE',
          born: 'DATE',
          points: 'NUMBER',
          spent: 'DECIMAL',
          newsletter: 'BOOLEAN',
          consent_date: 'DATE',
        } as const;
        const cleaning: Record<string, Processor[]> = {
          phone: [{ kind: 'CLEAN_PHONE', region: 'NL' }],
          born: [{ kind: 'DATE_FORMAT', patterns: ['yyyy-MM-dd', 'd-M-yyyy'] }],
          spent: [{ kind: 'NUMBER_FORMAT', decimalSeparator: ',', groupingSeparator: '.' }],
        };
        return HttpResponse.json({
          files,
          format: used,
          detected: goals.format,
          fields: Object.entries(records[0]?.values ?? {}).map(([name, values]) => ({
            name,
            guessedType: name in guesses ? guesses[name as keyof typeof guesses] : 'TEXT',
            ...(values[0] === undefined ? {} : { example: values[0] }),
            cleaning: cleaning[name] ?? [],
            unfit: 0,
          })),
          records,
          broken:
            files.length === 0
              ? []
              : [
                  {
                    line: 9,
                    reason: 'ragged-line',
                    message: 'The record has 3 fields where 11 are expected.',
                    raw: 'C-100999;half@example.com;Half',
                  },
                ],
          ...(files.length === 0 ? { note: 'No file in this folder fits the name pattern.' } : {}),
        });
      },
    ),
    http.post<{ id: string }, { goal: ImportGoal; objectives?: string[]; records: SourceRecord[] }>(
      `${base}/connections/:id/mapping-preview`,
      async ({ request }) => {
        const { goal, objectives: linked = [], records } = await request.json();
        if (goal.mapping.some(({ property }) => property === ''))
          return refuse(422, 'request-invalid', 'A profile property is needed.');
        return HttpResponse.json({ records: records.map((record) => mapRecord(record, goal, { ...db, linked })) });
      },
    ),
  ];
}
