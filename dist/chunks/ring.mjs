export { t as openpgpRing } from "./ring2.mjs";
