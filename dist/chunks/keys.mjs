export { a as armoredKeys, o as canSign, s as minimalPublicKey, c as trustedKeys } from "./signing.mjs";
