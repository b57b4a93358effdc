import { cutToName } from '@/lib/longest';
import { text } from '@/lib/text';

/** What a copy is called until somebody says otherwise. */
export function copyName(of: string): string {
  return cutToName(text.saveAs.nameOf(of.trim()));
}
