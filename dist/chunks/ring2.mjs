import { a as armor, d as readKeys, l as enums } from "./openpgp.mjs";
import { A as TrustError } from "./core.mjs";
import { n as factsOf } from "./key-facts.mjs";
import { i as policy } from "./policy.mjs";
import { t as openpgpVerifier } from "./verifier.mjs";
// src/adapters/openpgp/ring.ts
/** @param now the time of the run, against which signatures are judged */
function openpgpRing(now) {
	return {
		keys: async (ring) => {
			const keys = await keysOf(ring);
			return Promise.all(keys.map(async (key) => ({
				...await factsOf(key, now),
				publicKey: key.write()
			})));
		},
		async verifies(ring, signed) {
			const verifier = openpgpVerifier(await keysOf(ring), now);
			try {
				await verifier.clearsigned(signed, "the signed text");
				return true;
			} catch (error) {
				if (error instanceof TrustError) return false;
				throw error;
			}
		},
		async armor(ring) {
			const text = armor(enums.armor.publicKey, ring, void 0, void 0, void 0, true, policy);
			return new TextEncoder().encode(text);
		}
	};
}
async function keysOf(ring) {
	const keys = await readKeys({
		binaryKeys: ring,
		config: policy
	}).catch((cause) => {
		throw new TrustError("SIGNATURE_INVALID", "the ring of the root holds no public keys", { cause });
	});
	if (keys.some((key) => key.isPrivate())) throw new TrustError("SIGNATURE_INVALID", "the ring of the root holds a private key");
	return keys;
}
export { openpgpRing as t };
