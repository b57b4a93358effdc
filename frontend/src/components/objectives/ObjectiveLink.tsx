import { Link } from '@tanstack/react-router';
import { paths } from '@/lib/paths';
import { useObjectives } from './known';
import { ObjectiveDot } from './ObjectiveDot';

/** An objective by its name, with the way to its page. */
export function ObjectiveLink({ id }: { id: string }) {
  const { find } = useObjectives();
  const known = find(id);
  return (
    <Link className="link objective-link" to={paths.objective(id)}>
      <ObjectiveDot colour={known?.colour ?? 'GREY'} size={8} /> <bdi>{known?.name ?? id}</bdi>
    </Link>
  );
}
