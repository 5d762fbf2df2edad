export { n as openpgpRing } from "./signing.mjs";
