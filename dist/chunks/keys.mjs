export { t as canSign, n as minimalPublicKey, r as trustedKeys } from "./keys2.mjs";
