export { r as openpgpVerifier } from "./signing.mjs";
