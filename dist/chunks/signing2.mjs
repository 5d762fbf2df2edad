export { t as openpgpSigning } from "./signing.mjs";
