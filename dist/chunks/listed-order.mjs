import { d as parseSha256 } from "./core.mjs";
import { hash } from "node:crypto";
// src/adapters/sha256.ts
/** The SHA-256 of `bytes`. */
function sha256(bytes) {
	return asSha256(hash("sha256", bytes, "hex"));
}
const known = /* @__PURE__ */ new WeakMap();
/** As {@link sha256}, of bytes that never change again, such as a document: of the same array it is computed once. */
function sha256Once(bytes) {
	const digest = known.get(bytes) ?? sha256(bytes);
	known.set(bytes, digest);
	return digest;
}
function asSha256(digits) {
	const digest = parseSha256(digits);
	if (digest === void 0) throw new Error(`not a SHA-256: ${digits}`);
	return digest;
}
// src/adapters/listed-order.ts
/** Puts what is listed in the order of the paths' UTF-16 code units, whatever order a store has of its own. */
function byPath(a, b) {
	if (a.path === b.path) return 0;
	return a.path < b.path ? -1 : 1;
}
export { sha256 as n, sha256Once as r, byPath as t };
