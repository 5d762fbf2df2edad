import { parseSha256 } from '../core/digest.ts';
import type { Item } from '../core/document.ts';
import { InputError } from '../core/error.ts';
import { parseRelativePath, type RelativePath } from '../core/path.ts';
import type { SelectedVersion } from '../core/selection.ts';
import { parseSerial, type Serial } from '../core/serial.ts';
import type { Content } from '../ports/store.ts';

/** An item whose file is known well enough to be stored again. */
export interface ListedFile {
  readonly name: string;
  readonly ftype: string;
  readonly path: RelativePath;
  readonly content: Content;
}

/** A version whose files are. */
export interface ListedVersion extends SelectedVersion {
  readonly serial: Serial;
  readonly files: readonly ListedFile[];
}

/**
 * The versions with their files; an item without a path has none.
 * @param root names the root in the error
 * @throws InputError INPUT_INVALID with every item that does not say enough, and every serial that is none of ours
 */
export function listedVersions(
  versions: readonly SelectedVersion[],
  root: string,
): readonly ListedVersion[] {
  const problems: string[] = [];
  const listed = versions.flatMap((selected): ListedVersion[] => {
    const where = `version ${selected.serial} of product ${selected.productName} in ${root}`;
    const serial = parseSerial(selected.serial);
    if (serial === undefined) {
      problems.push(`${where}: a serial begins with a date, YYYYMMDD, and is safe in a path`);
      return [];
    }
    const files = Object.entries(selected.version.items ?? {}).flatMap(([name, item]) => {
      const file = item.path === undefined ? [] : listedFile(name, item);
      if (typeof file !== 'string') return file;
      problems.push(`item ${name} of ${where} ${file}`);
      return [];
    });
    return [{ ...selected, serial, files }];
  });
  if (problems.length > 0) throw new InputError('INPUT_INVALID', problems);
  return listed;
}

/** What is wrong, in words, when the file cannot be found and checked. */
function listedFile(name: string, item: Item): ListedFile | string {
  const path = parseRelativePath(item.path);
  const sha256 = parseSha256(item.sha256);
  if (path === undefined) {
    return `has the path ${JSON.stringify(item.path)}: expected one of [A-Za-z0-9._~:/-] below the root`;
  }
  if (sha256 === undefined || item.size === undefined) {
    return 'has no size and sha256 (64 lower-case digits), so that its bytes could not be checked; list them where it was published';
  }
  return { name, ftype: item.ftype ?? '', path, content: { size: item.size, sha256 } };
}
