import { Link } from '@tanstack/react-router';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { useObjectives } from './known';
import { ObjectiveDot } from './ObjectiveDot';

/** An objective by its name, with the way to its page; by its id alone where it is gone. */
export function ObjectiveLink({ id }: { id: string }) {
  const { find, query } = useObjectives();
  const known = find(id);
  if (known === undefined && query.isSuccess) return <bdi>{text.consent.gone(id)}</bdi>;
  return (
    <Link className="link objective-link" to={paths.objective(id)}>
      <ObjectiveDot colour={known?.colour ?? 'GREY'} size={8} /> <bdi>{known?.name ?? id}</bdi>
    </Link>
  );
}
