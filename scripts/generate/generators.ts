import { actionMetadata } from './action-metadata.ts';
import type { Generator } from './generator.ts';
import { gitlabTemplates } from './gitlab-templates.ts';
import { imagesFilePage } from './images-file-page.ts';
import { imagesFileSchemaFile } from './images-file-schema.ts';
import { inputsPage } from './inputs-page.ts';
import { readme } from './readme.ts';
import { rulesPage } from './rules-page.ts';
import { validators } from './validators.ts';

/** Every generated file of the project. */
export const generators: readonly Generator[] = [
  ...validators,
  imagesFileSchemaFile,
  imagesFilePage,
  actionMetadata,
  ...gitlabTemplates,
  inputsPage,
  readme,
  rulesPage,
];
