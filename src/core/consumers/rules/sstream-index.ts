import { asText, type Json } from '../json.ts';
import { inIndex, type Rule, shown, type Violation } from './rule.ts';

const both = { sstream: '', glance: '' } as const;
const indexUrl = /streams\/v1\/.*[.](?:sjson|json)$/;

/** What the Python library makes of the index and of the URL. */
export const sstreamIndexRules: readonly Rule[] = [
  {
    code: 'SST-004',
    title: 'every entry of the index has a format',
    readers: both,
    consequence: 'image-invisible',
    why: 'Only entries of format products:1.0 (and index:1.0) are followed. Of another, or of none, the document is copied as it is and nothing in it, and the run ends well.',
    fix: 'publish once more with this action, which writes it, or correct the index with the tool that wrote it',
    source: 'simplestreams mirrors/__init__.py, sync_index',
    verified: 'code',
    check: ({ entries }) => withoutFormat(entries),
  },
  {
    code: 'SST-010',
    title: 'an unsigned root is asked for by its index',
    readers: both,
    consequence: 'advice',
    why: 'Of a URL without the name of an index, streams/v1/index.sjson is read, and there is no fall-back to index.json.',
    fix: 'sign the root with the input `signing-key`, or give people the URL of streams/v1/index.json, and the option --no-verify',
    source: 'simplestreams util.py, path_from_mirror_url',
    verified: 'code',
    check: ({ view }) => unsignedRoot(view.signed, view.publicUrl),
  },
  {
    code: 'SST-011',
    title: 'the URL of a root ends with a slash',
    readers: both,
    consequence: 'advice',
    says: 'No signature found',
    why: 'Without it, https://example.com/imagesstreams/v1/index.sjson is asked for first, and the slash is added only when the answer is 404. S3 answers 403 where the reader may not list the bucket.',
    fix: 'give people the URL with a slash at its end or that of the index, and let the store answer 404 for what is not there',
    source: 'simplestreams mirrors/__init__.py, UrlMirrorReader',
    verified: 'code',
    check: ({ view }) => withoutSlash(view.publicUrl),
  },
];

/** Entries that the Python library does not follow. */
export function withoutFormat(entries: readonly (readonly [string, Json])[]): readonly Violation[] {
  return entries.flatMap(([contentId, { format }]) =>
    format === 'products:1.0' || format === 'index:1.0'
      ? []
      : [
          inIndex(
            `the format of ${contentId} is ${shown(format)}, not products:1.0`,
            `index.${contentId}.format`,
          ),
        ],
  );
}

/** Whether readers that start from a URL without an index would look for the wrong one. */
export function unsignedRoot(signed: boolean, publicUrl: string | undefined): readonly Violation[] {
  if (signed || (publicUrl !== undefined && /\.json$/.test(publicUrl))) return [];
  return [inIndex('the root is not signed: it has no streams/v1/index.sjson')];
}

export function withoutSlash(publicUrl: string | undefined): readonly Violation[] {
  const url = asText(publicUrl);
  if (url === undefined || /\/$|[?#]/.test(url) || indexUrl.test(url)) return [];
  return [inIndex(`the URL ${url} does not end with a slash`, 'public-url')];
}
