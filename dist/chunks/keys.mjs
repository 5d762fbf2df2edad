export { t as armoredKeys, n as canSign, r as minimalPublicKey, i as trustedKeys } from "./keys2.mjs";
