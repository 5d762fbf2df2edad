export { i as openpgpNewKey } from "./signing.mjs";
