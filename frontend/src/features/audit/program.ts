import { text } from '@/lib/text';

// In this order: each later one is also named by those before it.
const browsers: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(HeadlessChrome|Chrome|CriOS)\//, 'Chrome'],
  [/\bVersion\/\S+ .*\bSafari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

const nameIn = (names: [RegExp, string][], client: string) => names.find(([sign]) => sign.test(client))?.[1];

/** The program that a browser says it is, as a person would call it; nothing where it is none that is known. */
export function programOf(client: string): string | undefined {
  const browser = nameIn(browsers, client);
  const system = nameIn(systems, client);
  return browser === undefined || system === undefined ? undefined : text.audit.program(browser, system);
}
