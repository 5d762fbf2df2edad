import { i as SignaturePacket } from "./openpgp.mjs";
import { A as TrustError } from "./core.mjs";
import { n as parseSignature, t as issuerOf } from "./signature.mjs";
// src/adapters/openpgp/claimed-key.ts
/**
* The key that the signed form `signed` says it is signed by; nothing of it is proven.
* @returns a fingerprint in upper case, which may be a subkey's, or its last 16 digits; `undefined` when that cannot be
*   read, or there are several signatures
*/
async function claimedKey(signed) {
	const text = new TextDecoder("latin1").decode(signed);
	const at = text.lastIndexOf("-----BEGIN PGP SIGNATURE-----");
	if (at === -1) return void 0;
	try {
		const { packets } = await parseSignature(text.slice(at), "the signed form");
		const [packet, second] = packets;
		return packet instanceof SignaturePacket && second === void 0 ? issuerOf(packet) : void 0;
	} catch (error) {
		if (error instanceof TrustError) return void 0;
		throw error;
	}
}
export { claimedKey };
