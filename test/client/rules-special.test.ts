import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';
import type { Draft, DraftProduct } from '../unit/rules/fixtures/draft.ts';
import { container, containers, lxdRoot, unifiedRoot } from '../unit/rules/fixtures/roots.ts';
import { fixtures } from '../unit/rules/fixtures/table.ts';
import type { Reader } from './support/reader.ts';
import type { RealRoot } from './support/real-root.ts';
import { type RuleServer, serverTools, startRuleServer } from './support/rule-server.ts';
import { have, need } from './support/tools.ts';

// Rules of LXD and Incus for which it takes more than a look at one image: the others are in rules-lxd-incus.test.ts.

let server: RuleServer;

beforeAll(async () => {
  if (have(...serverTools)) server = await startRuleServer();
});

afterAll(() => server?.close());

describe.for(['lxc', 'incus'] as const)('%s', (client) => {
  function real(context: TestContext, draft: Draft) {
    need(context, client, ...serverTools);
    return server.real(draft.view());
  }

  test.for([
    ['DOC-001', 'there is no index', 'streams/v1/index.json', undefined],
    ['DOC-002', 'a document is no JSON', 'streams/v1/images.json', '{"products": {'],
  ] as const)('%s: where %s, nothing is listed', async ([, , path, text], context) => {
    const root = real(context, lxdRoot());
    const files = new Map(root.files);
    if (text === undefined) files.delete(path);
    else files.set(path, new TextEncoder().encode(text));
    const sight = await server.sight(client, { ...root, files }, root.newest);
    expect(sight).toMatchObject({ seen: 'failure', words: expect.stringContaining(path) });
  });

  test('LXD-011: a remote is not added over http, and is over https', async (context) => {
    const root = real(context, lxdRoot());
    const reader = await server.reader(client, root);
    const add = (url: string) =>
      reader.run('remote', 'add', 'other', url, '--protocol', 'simplestreams', '--public');
    const { code, stderr } = await add('http://images.example.com/');
    expect(code).not.toBe(0);
    expect(stderr).toContain('Only https URLs are supported for simplestreams');
    expect(await add('https://images.example.com/')).toMatchObject({ code: 0 });
  });

  test('LXD-012: a full URL is looked for below the root, and its download fails', async (context) => {
    const draft = lxdRoot();
    draft.item('squashfs').path = 'https://images.example.com/rootfs.squashfs';
    const root = real(context, draft);
    const sight = await server.sight(client, root, root.newest);
    expect(sight).toMatchObject({
      seen: 'image',
      download: expect.stringContaining('Unable to fetch'),
    });
  });

  test('LXD-012: a path with a % is right for one of the two programs alone', async (context) => {
    const draft = lxdRoot();
    draft.item('squashfs').path = 'alpine%203.22/rootfs.squashfs';
    const root = real(context, draft);
    const decoded = new Map(root.files);
    decoded.delete('alpine%203.22/rootfs.squashfs');
    const file = root.files.get('alpine%203.22/rootfs.squashfs') ?? new Uint8Array();
    decoded.set('alpine 3.22/rootfs.squashfs', file);
    const good = { seen: 'image', download: '' };
    const bad = { seen: 'image', download: expect.stringContaining('Unable to fetch') };
    const asWritten = await server.sight(client, root, root.newest);
    const asDecoded = await server.sight(client, { ...root, files: decoded }, root.newest);
    expect(asWritten).toMatchObject(client === 'lxc' ? good : bad);
    expect(asDecoded).toMatchObject(client === 'lxc' ? bad : good);
  });

  test('LXD-018: without a path of the root, the image is listed and its download fails', async (context) => {
    const draft = lxdRoot();
    delete draft.item('squashfs').path;
    const root = real(context, draft);
    const sight = await server.sight(client, root, root.newest);
    expect(sight).toMatchObject({
      seen: 'image',
      download: expect.stringContaining('Unable to fetch'),
    });
  });

  test('LXD-031: a unified image of a virtual machine is listed as a container', async (context) => {
    const draft = unifiedRoot();
    for (const item of Object.values(draft.version.items)) item.combined_type = 'virtual-machine';
    const root = real(context, draft);
    const sight = await server.sight(client, root, root.newest);
    expect(sight).toMatchObject({ seen: 'image', image: { type: 'container' }, download: '' });
  });

  test('LXD-031: a virtual machine of two files is listed as one', async (context) => {
    const draft = lxdRoot();
    Object.assign(draft.item('squashfs'), { ftype: 'disk-kvm.img' });
    for (const name of ['lxd.tar.xz', 'incus.tar.xz']) {
      const { combined_squashfs_sha256: combined, ...metadata } = draft.item(name);
      draft.version.items[name] = {
        ...metadata,
        ftype: name,
        'combined_disk-kvm-img_sha256': combined,
      };
    }
    const root = real(context, draft);
    const sight = await server.sight(client, root, root.newest);
    expect(sight).toMatchObject({
      seen: 'image',
      image: { type: 'virtual-machine' },
      download: '',
    });
  });

  test('LXD-015: of 40 products of which half have a variant, aliases mean an old image in most calls', async (context) => {
    const root = real(
      context,
      manyProducts(({ variant: _, ...plain }) => plain),
    );
    const reader = await server.reader(client, root);
    let wrong = 0;
    // by chance none is wrong in one call of six or so
    for (let call = 0; call < 15 && wrong === 0; call++) wrong = await wrongAliases(reader, root);
    expect(wrong).toBeGreaterThan(0);
  });

  test('LXD-015: of 40 products that all have a variant, every alias means the newest image', async (context) => {
    const root = real(
      context,
      manyProducts((product) => product),
    );
    const reader = await server.reader(client, root);
    for (let call = 0; call < 5; call++) expect(await wrongAliases(reader, root)).toBe(0);
  });
});

test('LXD-010: incus reads one of two documents of one base name twice, and the other not at all', async (context) => {
  need(context, 'incus', ...serverTools);
  const { broken, mended } = fixtures.find(({ code }) => code === 'LXD-010') ?? {};
  if (broken === undefined || mended === undefined) throw new Error('no fixture');
  const names = async (root: RealRoot) => {
    const images = await (await server.reader('incus', root)).images();
    return images.map(({ properties }) => properties.os).toSorted();
  };
  expect(await names(server.real(mended))).toEqual(['alpine', 'alpine', 'edge', 'edge']);
  const [first, ...others] = await names(server.real(broken));
  expect(others).toEqual([first, first, first]);
});

/** Of one os and release, each with an alias and two versions; `change` is done to every second one. */
function manyProducts(change: (product: DraftProduct) => DraftProduct): Draft {
  const draft = lxdRoot();
  for (let n = 0; n < 40; n++) {
    const serials = ['20261119_0800', '20261120_0800'];
    const product: DraftProduct = {
      ...containers(),
      aliases: `alpine/${n}`,
      versions: Object.fromEntries(serials.map((serial) => [serial, container(serial, `p${n}`)])),
    };
    draft.addProduct(
      `p${n}`,
      n % 2 === 0 ? product : { ...change(product), versions: product.versions },
    );
  }
  return draft;
}

/** How many aliases mean another image than the newest of their product. */
async function wrongAliases(reader: Reader, root: RealRoot): Promise<number> {
  const meant = new Map((await reader.aliases()).map(({ name, target }) => [name, target]));
  const bytes = root.files.get('streams/v1/images.json') ?? new Uint8Array();
  const { products } = JSON.parse(new TextDecoder().decode(bytes));
  const wrong = Array.from({ length: 40 }, (_, n) => {
    const { items } = products[`p${n}`].versions['20261120_0800'];
    return meant.get(`alpine/${n}`) !== items['lxd.tar.xz'].combined_squashfs_sha256;
  });
  return wrong.filter(Boolean).length;
}
