import { ownScript, start } from './start';

try {
  const script = ownScript(document);
  if (script) start(window, script);
} catch {
  // Whatever is wrong here, the page is to go on as if the tag were not there.
}
