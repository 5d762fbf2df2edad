import { glanceRules } from './glance.ts';
import { lxdClashRules } from './lxd-clashes.ts';
import { lxdIndexRules } from './lxd-index.ts';
import { lxdItemRules } from './lxd-items.ts';
import { lxdProductRules } from './lxd-products.ts';
import { lxdTypeRules } from './lxd-types.ts';
import { lxdVersionRules } from './lxd-versions.ts';
import { maasDeployRules } from './maas-deploy.ts';
import { maasIndexRules } from './maas-index.ts';
import { maasItemRules } from './maas-items.ts';
import { maasNameRules } from './maas-names.ts';
import { maasProductRules } from './maas-products.ts';
import { maasShapeRules } from './maas-shape.ts';
import { maasUrlRules } from './maas-url.ts';
import { rootRules } from './root.ts';
import type { Rule } from './rule.ts';
import { sstreamRules } from './sstream.ts';
import { sstreamIndexRules } from './sstream-index.ts';

/** Every rule, sorted by code. */
export const rules: readonly Rule[] = [
  ...lxdVersionRules,
  ...lxdProductRules,
  ...lxdTypeRules,
  ...lxdItemRules,
  ...lxdClashRules,
  ...lxdIndexRules,
  ...maasNameRules,
  ...maasShapeRules,
  ...maasIndexRules,
  ...maasItemRules,
  ...maasProductRules,
  ...maasDeployRules,
  ...maasUrlRules,
  ...glanceRules,
  ...sstreamRules,
  ...sstreamIndexRules,
  ...rootRules,
].sort((a, b) => (a.code < b.code ? -1 : 1));
