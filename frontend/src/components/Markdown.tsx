import { Link } from '@tanstack/react-router';
import { isValidElement, type ReactNode } from 'react';
import Renderer from 'react-markdown';
import tables from 'remark-gfm';
import { headingId } from '@/lib/headings';
import { paths } from '@/lib/paths';

function wordsOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(wordsOf).join('');
  if (isValidElement<{ children?: ReactNode }>(node)) return wordsOf(node.props.children);
  return '';
}

function Way({ to, children }: { to: string; children: ReactNode }) {
  if (/^[a-z0-9-]+\.md$/.test(to))
    return (
      <Link to={paths.connectionType(to.slice(0, -3))} className="link">
        {children}
      </Link>
    );
  if (/^(https?:|mailto:)/i.test(to))
    return (
      <a href={to} className="link" target="_blank" rel="noreferrer noopener">
        {children}
      </a>
    );
  // Other documents lie beside the guides, and are no part of the product.
  return children;
}

/**
 * Raw HTML in the source is shown as text, never as HTML. Links between guides stay in the product; pictures come from
 * the service.
 */
export default function Markdown({ source, untitled = false }: { source: string; untitled?: boolean }) {
  return (
    <div className="guide">
      <Renderer
        remarkPlugins={[tables]}
        components={{
          h1: ({ children }) => (untitled ? null : <h1>{children}</h1>),
          h2: ({ children }) => (
            <h2 id={headingId(wordsOf(children))} tabIndex={-1}>
              {children}
            </h2>
          ),
          a: ({ href = '', children }) => <Way to={href}>{children}</Way>,
          img: ({ src = '', alt = '' }) => (
            <img
              src={
                typeof src === 'string' && src.startsWith('pictures/') ? paths.guidePicture(src.slice(9)) : undefined
              }
              alt={alt}
              loading="lazy"
            />
          ),
          table: ({ children }) => (
            <div className="scroller">
              <table>{children}</table>
            </div>
          ),
        }}
      >
        {source}
      </Renderer>
    </div>
  );
}
