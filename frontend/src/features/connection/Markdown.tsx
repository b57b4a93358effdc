import Renderer from 'react-markdown';
import tables from 'remark-gfm';

/** Raw HTML in the source is shown as text, never as HTML. */
export default function Markdown({ source }: { source: string }) {
  return (
    <div className="guide">
      <Renderer remarkPlugins={[tables]}>{source}</Renderer>
    </div>
  );
}
