export { t as openpgpVerifier } from "./verifier.mjs";
