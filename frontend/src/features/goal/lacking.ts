import type { FieldError, FileSource, Goal } from '@/api/types';
import { text } from '@/lib/text';

export const isPatternMissing = (source: FileSource) => source.namePattern.trim() === '';

/**
 * What each step of a goal lacks: what the service said of what is saved, or else what can be seen in the draft.
 *
 * @param issues what the service said at a place or below it
 */
export function lackingOf(goal: Goal, pointer: string, issues: (pointer: string) => FieldError[]) {
  const lacking = (part: string, message: string, lacks: boolean): FieldError[] => {
    const said = issues(`${pointer}/${part}`);
    return lacks && said.length === 0 ? [{ pointer: `${pointer}/${part}`, code: 'required', message }] : said;
  };
  const source = lacking('source', text.goal.noPattern, isPatternMissing(goal.source));
  const mapping = lacking('mapping', text.goal.mappingNone, goal.mapping.length === 0);
  const withoutProperty = goal.mapping.flatMap(({ property }, row): FieldError[] => {
    const at = `${pointer}/mapping/${row}/property`;
    return property !== '' || mapping.some((said) => said.pointer === at)
      ? []
      : [{ pointer: at, code: 'required', message: text.goal.noProperty(row + 1) }];
  });
  const ofFormat = (problem: FieldError) => problem.pointer.startsWith(`${pointer}/source/format`);
  return {
    files: source.filter((problem) => !ofFormat(problem)),
    format: source.filter(ofFormat),
    identifiers: lacking('matching', text.goal.noIdentifier, !goal.matching.anyOf.some((all) => all.length > 0)),
    mapping: [...mapping, ...withoutProperty],
  };
}
