import { inIndex, type Rule } from './rule.ts';
import { unsignedRoot, withoutSlash } from './sstream-index.ts';

const everyone = { maas: '' } as const;

/** What MAAS makes of the URL of a boot source. */
export const maasUrlRules: readonly Rule[] = [
  {
    code: 'MAAS-050',
    title: 'the URL has no query',
    readers: everyone,
    consequence: 'source-rejected',
    why: 'MAAS appends paths to the URL: a presigned URL of S3 can never work.',
    fix: 'make the root readable without a signature in the URL (by network, by a reverse proxy), and give the input `public-url` without a query',
    source:
      'simplestreams util.py, path_from_mirror_url; MAAS 3.8 maasservicelayer/simplestreams/client.py',
    verified: 'read',
    check: ({ view: { publicUrl } }) =>
      publicUrl !== undefined && /[?#]/.test(publicUrl)
        ? [inIndex('the URL has a query or a fragment', 'public-url')]
        : [],
  },
  {
    code: 'MAAS-051',
    title: 'the URL names the index, or ends with a slash',
    readers: { maas: '<=3.7' },
    consequence: 'advice',
    says: 'No signature found!',
    why: 'Without the slash, http://example.com/maasstreams/v1/index.sjson is asked for first, and the slash is added only when the answer is 404. S3 answers 403 where the reader may not list the bucket, and its error is then read as the index. Behind a bare host the path becomes part of the name of the host.',
    fix: 'give people the URL of streams/v1/index.sjson, or that of the root with a slash at its end, and let the store answer 404 for what is not there',
    source: 'simplestreams mirrors/__init__.py, UrlMirrorReader',
    verified: 'code',
    check: ({ view }) => withoutSlash(view.publicUrl),
  },
  {
    code: 'MAAS-052',
    title: 'an unsigned root is asked for by its index',
    readers: everyone,
    consequence: 'advice',
    why: 'Of a URL without the name of an index, streams/v1/index.sjson is read, and nothing else.',
    fix: 'sign the root with the input `signing-key`, or give people the URL of streams/v1/index.json (up to 3.7 a keyring is asked for all the same)',
    source:
      'simplestreams util.py, path_from_mirror_url; MAAS 3.8 maasservicelayer/simplestreams/client.py',
    verified: 'read',
    check: ({ view }) => unsignedRoot(view.signed, view.publicUrl),
  },
  {
    code: 'MAAS-053',
    title: 'the index is called index.sjson or index.json',
    readers: { maas: '>=3.8' },
    consequence: 'download-fails',
    why: 'MAAS 3.8 takes only these two names off the URL before it appends the path of a file.',
    fix: 'give people the URL of streams/v1/index.sjson',
    source: 'MAAS 3.8 maasservicelayer/models/bootsources.py, get_base_url',
    verified: 'code',
    check: ({ view: { publicUrl = '' } }) =>
      /streams\/v1\/.*[.]s?json$/.test(publicUrl) && !/\/index[.]s?json$/.test(publicUrl)
        ? [inIndex(`the URL ${publicUrl} names another index`, 'public-url')]
        : [],
  },
  {
    code: 'MAAS-054',
    title: 'the URL has 200 characters at most, and is http or https',
    readers: everyone,
    consequence: 'source-rejected',
    why: 'A longer one does not fit the column of the database, and no other scheme is taken.',
    fix: 'give the input `public-url` a shorter one',
    source: 'MAAS maasserver/models/bootsource.py; 3.8 maasservicelayer/db/tables.py',
    verified: 'read',
    check: ({ view: { publicUrl } }) =>
      publicUrl === undefined || (publicUrl.length <= 200 && /^https?:\/\//i.test(publicUrl))
        ? []
        : [inIndex('the URL is too long, or not http or https', 'public-url')],
  },
];
