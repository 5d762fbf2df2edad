import { describe, expect, test } from 'vitest';
import { checkRoot } from '../../../src/core/consumers/check.ts';
import { everyRelease } from '../../../src/core/consumers/consumer.ts';
import type { GivenTags } from '../../../src/core/consumers/given-tags.ts';
import { planGlanceImage } from '../../../src/core/consumers/glance-layout.ts';
import type { HashedFile, ImagePlan } from '../../../src/core/consumers/layout.ts';
import { planMaasImage } from '../../../src/core/consumers/maas-layout.ts';
import { parseSha256 } from '../../../src/core/digest.ts';
import { InputError } from '../../../src/core/error.ts';
import type { ImageFacts } from '../../../src/core/images/facts.ts';
import { noTags } from '../../fakes/no-tags.ts';

const names = { product: undefined, contentId: undefined, streamName: 'com.example.maas' };

function tags(given: Partial<GivenTags>): GivenTags {
  return { ...noTags, ...given };
}

const rhel = tags({ os: 'rhel', release: 'rocky9', osVersion: '9-rocky', arch: 'amd64' });
const ubuntu = tags({ os: 'ubuntu', release: 'noble', osVersion: '24.04', arch: 'amd64' });

function file(path: string, facts: ImageFacts, digit: string): HashedFile {
  const sha256 = parseSha256(digit.repeat(64));
  if (sha256 === undefined) throw new Error(`${digit} is no digit`);
  return { path, facts, size: 7, sha256, combined: undefined, md5: 'd'.repeat(32) };
}

const tarball = file('rocky9.tar.gz', { kind: 'rootfs', compression: 'gzip' }, '1');
const kernel = file('vmlinuz', { kind: 'kernel' }, '2');
const initrd = file('initrd.img', { kind: 'initrd' }, '3');
const squashfs = file('root.squashfs', { kind: 'squashfs' }, '4');
const packages = file('packages.txt', { kind: 'text' }, '5');
const disk = file('vmware-esxi.dd.gz', { kind: 'disk', compression: 'gzip' }, '6');
const qcow2 = file('disk.qcow2', { kind: 'qcow2' }, '7');

/** The root that a plan makes, as its readers see it. */
function findings(plan: ImagePlan, files: readonly HashedFile[], name: 'maas' | 'glance') {
  const serials = ['20261120_1504', '20261121_1504'];
  const versions = serials.map((serial) => {
    const items = plan.items(files).map(({ name: item, ftype, content, storedAs, tags: more }) => {
      const known = 'file' in content ? content.file : { size: 9, sha256: '9'.repeat(64) };
      const path = `${plan.place.os}/${plan.place.release}/${serial}/${storedAs}`;
      return [item, { ...more, ftype, path, size: known.size, sha256: known.sha256 }];
    });
    return [serial, { ...plan.versionTags(serial), items: Object.fromEntries(items) }];
  });
  const product = { ...plan.productTags(undefined), versions: Object.fromEntries(versions) };
  const updated = 'Fri, 20 Nov 2026 15:04:05 +0000';
  const datatype = 'image-downloads';
  const document = {
    format: 'products:1.0',
    content_id: plan.contentId,
    datatype,
    updated,
    products: { [plan.product]: product },
  };
  const entry = {
    path: 'streams/v1/x.sjson',
    format: 'products:1.0',
    datatype,
    updated,
    products: [plan.product],
  };
  const index = { format: 'index:1.0', updated, index: { [plan.contentId]: entry } };
  return checkRoot({ index, signed: true, documents: new Map([[plan.contentId, document]]) }, [
    everyRelease(name),
  ]);
}

describe('an image for MAAS', () => {
  test('of the RHEL family is a root-tgz with a manifest, and no release of MAAS has anything against it', () => {
    const plan = planMaasImage([tarball], rhel, names);
    expect(plan.product).toBe('com.example.maas.stable:rhel-bases:rocky9:amd64');
    expect(plan.contentId).toBe('com.example.maas:stable:bases:download');
    expect(plan.items([tarball])).toMatchObject([
      { name: 'root-tgz', ftype: 'root-tgz', content: { file: tarball }, storedAs: 'root-tgz' },
      { name: 'manifest', content: { text: `${'1'.repeat(64)}  7  rocky9.tar.gz\n` } },
    ]);
    expect(findings(plan, [tarball], 'maas')).toEqual([]);
  });

  test('takes a package list as its manifest', () => {
    const plan = planMaasImage([tarball, packages], rhel, names);
    expect(plan.items([tarball, packages])[1]).toMatchObject({
      name: 'manifest',
      content: { file: packages },
    });
  });

  test('of Ubuntu is a kernel, an initrd, a squashfs and a manifest under a :v3: name', () => {
    const files = [squashfs, kernel, initrd];
    const plan = planMaasImage(files, ubuntu, names);
    expect(plan.product).toBe('com.example.maas.stable:v3:boot:24.04:amd64:ga-24.04');
    expect(plan.items(files).map(({ name, ftype }) => [name, ftype])).toEqual([
      ['boot-kernel', 'boot-kernel'],
      ['boot-initrd', 'boot-initrd'],
      ['squashfs', 'squashfs'],
      ['manifest', 'manifest'],
    ]);
    expect(plan.productTags(undefined)).toMatchObject({
      subarch: 'ga-24.04',
      subarches: 'generic,ga-24.04',
      kflavor: 'generic',
      krel: 'noble',
    });
    expect(findings(plan, files, 'maas')).toEqual([]);
  });

  test('of ESXi is a disk in the form that old and new MAAS take, and the finding says that it is an accident', () => {
    const plan = planMaasImage(
      [disk],
      { ...rhel, os: 'esxi', release: '8.0', osVersion: '8.0' },
      names,
    );
    expect(plan.items([disk])[0]).toMatchObject({
      name: 'root-tgz',
      ftype: 'root-dd.gz',
      storedAs: 'root-dd.gz',
    });
    const found = findings(plan, [disk], 'maas');
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
  });

  test('of Ubuntu from a tarball alone is refused, with what is missing and where the recipe is', () => {
    expect(() => planMaasImage([tarball], ubuntu, names)).toThrow(
      /needs a kernel, an initrd and a squashfs.*docs\/recipes\/maas-custom-ubuntu\.md/,
    );
  });

  test.each([
    ['a kernel without its initrd', [kernel, squashfs], /lacks its initrd/],
    ['a tarball beside a kernel', [kernel, initrd, squashfs, tarball], /does not go with a kernel/],
    [
      'xz',
      [file('r.tar.xz', { kind: 'rootfs', compression: 'xz' }, '1')],
      /recompress it with gzip/,
    ],
    ['a qcow2', [qcow2], /nothing MAAS takes/],
  ] as const)('refuses %s', (_, files, message) => {
    expect(() => planMaasImage(files, rhel, names)).toThrow(message);
  });

  test('names every tag that is missing at once', () => {
    const bare = { ...names, streamName: undefined };
    try {
      planMaasImage([tarball], tags({ arch: 'amd64' }), bare);
      expect.unreachable();
    } catch (error) {
      const problems = error instanceof InputError ? error.problems.join('\n') : '';
      for (const input of ['stream-name', 'os', 'release', 'os-version'])
        expect(problems).toMatch(new RegExp(`input ${input} `));
    }
  });

  test('does not change the version of a product, which MAAS knows it by', () => {
    const plan = planMaasImage([tarball], rhel, names);
    const present = plan.productTags(undefined);
    expect(() =>
      planMaasImage([tarball], { ...rhel, osVersion: '9.5' }, names).productTags(present),
    ).toThrow(/version "9-rocky"/);
  });
});

describe('an image for Glance', () => {
  test('is a disk1.img with md5 and a pubname, and sstream-mirror-glance has nothing against it', () => {
    const plan = planGlanceImage([qcow2], ubuntu, { ...names, streamName: 'com.example.cloud' });
    expect(plan.product).toBe('com.example.cloud.release:server:24.04:amd64');
    expect(plan.items([qcow2])).toMatchObject([
      { name: 'disk1.img', ftype: 'disk1.img', tags: { md5: 'd'.repeat(32) } },
    ]);
    expect(plan.versionTags('20261120_1504')).toEqual({
      label: 'release',
      pubname: 'ubuntu-24.04-amd64-20261120_1504',
    });
    expect(findings(plan, [qcow2], 'glance').filter(({ severity }) => severity !== 'note')).toEqual(
      [],
    );
  });

  test('is one qcow2 and nothing else', () => {
    expect(() => planGlanceImage([disk], ubuntu, names)).toThrow(
      /one qcow2 disk.*qemu-img convert/,
    );
  });
});
