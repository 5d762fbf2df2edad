import type { ListedProduct, ListedVersion, ListReport } from '../app/list-report.ts';
import { formatAge } from './age.ts';
import { formatSize } from './size.ts';

/** A line of the table, of one version; what belongs to its product stands in that of the newest alone. */
export interface ListRow {
  readonly product: string;
  readonly version: string;
  readonly size: string;
  readonly age: string;
  readonly readBy: string;
  readonly aliases: readonly string[];
}

/** The table of a list, product by product. */
export function listRows({ products }: Pick<ListReport, 'products'>): readonly ListRow[] {
  return products.flatMap(rowsOf);
}

function rowsOf({ name, aliases, consumers, versions }: ListedProduct): readonly ListRow[] {
  const readBy = consumers.length === 0 ? 'nobody' : consumers.join(', ');
  const [newest, ...older] = versions;
  return [
    { product: name, ...cellsOf(newest), readBy, aliases },
    ...older.map((version) => ({ product: '', ...cellsOf(version), readBy: '', aliases: [] })),
  ];
}

function cellsOf(version: ListedVersion | undefined): Pick<ListRow, 'version' | 'size' | 'age'> {
  if (version === undefined) return { version: 'none', size: '', age: '' };
  const { serial, bytes, made } = version;
  return { version: serial, size: formatSize(bytes), age: made ? formatAge(made.age) : '' };
}
