import { o as __toESM } from "./rolldown-runtime.mjs";
import { K as sha256, Qn as TrustError, Xn as InputError, Zn as StoreError, xn as parseSha256, z as byPath } from "./publish.mjs";
import { Readable } from "node:stream";
import { unescape } from "node:querystring";
// src/adapters/s3/failure.ts
const brokenBody = "BrokenBody";
var RequestFailed = class extends Error {
	name = "RequestFailed";
	status;
	code;
	region;
	requestId;
	constructor(error) {
		const status = Number(at(error, "$metadata", "httpStatusCode") ?? at(error, "$response", "statusCode"));
		const answered = Number.isInteger(status);
		const code = textOf(at(error, "Code"), at(error, "code"), at(error, "name")) ?? "Unknown";
		const said = textOf(at(error, "message")) ?? "no message";
		super(`${answered ? `${status} ` : ""}${code}: ${said}`, answered ? {} : { cause: error });
		this.status = answered ? status : void 0;
		this.code = code;
		this.region = textOf(at(error, "Region"), at(error, "$response", "headers", "x-amz-bucket-region"));
		this.requestId = textOf(at(error, "$metadata", "requestId"));
	}
	get unsent() {
		return this.status === void 0 && this.code.endsWith("ProviderError");
	}
	get refusesConditions() {
		return this.status === 501 || this.status === 400 && [
			"NotImplemented",
			"InvalidArgument",
			"InvalidRequest"
		].includes(this.code);
	}
};
function textOf(...candidates) {
	return candidates.find((value) => typeof value === "string" && value !== "");
}
function at(value, ...path) {
	return path.reduce((inner, key) => typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : void 0, value);
}
// src/adapters/s3/listed-key.ts
const escapedKeys = { EncodingType: "url" };
function listedKey(text, encoding) {
	return encoding === "url" ? unescape(text.replaceAll("+", " ")) : text;
}
// src/adapters/s3/middleware.ts
const beforeSigning = {
	step: "build",
	priority: "low",
	name: "signPayloadAs"
};
function signPayloadAs(sha256) {
	return passing((headers) => Reflect.set(headers, "x-amz-content-sha256", sha256));
}
const inEachAttempt = {
	step: "finalizeRequest",
	priority: "low",
	name: "askAfterFailure"
};
function askAfterFailure() {
	let attempts = 0;
	return passing((headers) => {
		attempts += 1;
		if (attempts === 1) Reflect.deleteProperty(headers, "Expect");
	});
}
function passing(change) {
	return (next) => (args) => {
		if (!hasHeaders(args.request)) throw new Error("a request of the SDK has no headers");
		change(args.request.headers);
		return next(args);
	};
}
function dateWatch() {
	let date;
	return {
		date: () => date,
		middleware: (next) => async (args) => {
			const result = await next(args);
			if (hasHeaders(result.response)) date = parseDate(Reflect.get(result.response.headers, "date"));
			return result;
		}
	};
}
const onAnswer = {
	step: "deserialize",
	priority: "high",
	name: "dateWatch"
};
function parseDate(text) {
	const date = new Date(typeof text === "string" ? text : NaN);
	return Number.isNaN(date.getTime()) ? void 0 : date;
}
function hasHeaders(value) {
	if (typeof value !== "object" || value === null || !("headers" in value)) return false;
	return typeof value.headers === "object" && value.headers !== null;
}
// src/adapters/s3/bucket.ts
function openBucket({ sdk, retrying, once }, name) {
	const common = {
		Bucket: name.bucket,
		ExpectedBucketOwner: name.expectedBucketOwner
	};
	async function put(client, { key, bytes, sha256, headers, condition }, abortSignal) {
		const input = {
			...common,
			...condition,
			...stored(sha256, headers),
			Key: key,
			Body: bytes
		};
		const command = new sdk.PutObjectCommand(input);
		command.middlewareStack.add(signPayloadAs(sha256), beforeSigning);
		if (client === retrying) command.middlewareStack.add(askAfterFailure(), inEachAttempt);
		const { ETag } = await answer(client.send(command, { abortSignal }));
		return ETag;
	}
	return {
		async get(key, abortSignal) {
			const command = new sdk.GetObjectCommand({
				...common,
				Key: key
			});
			const watch = dateWatch();
			command.middlewareStack.add(watch.middleware, onAnswer);
			return {
				output: await answer(retrying.send(command, { abortSignal })),
				date: watch.date()
			};
		},
		async head(key, abortSignal) {
			const command = new sdk.HeadObjectCommand({
				...common,
				Key: key
			});
			const watch = dateWatch();
			command.middlewareStack.add(watch.middleware, onAnswer);
			return {
				output: await answer(retrying.send(command, { abortSignal })),
				date: watch.date()
			};
		},
		put: (object, signal) => put(retrying, object, signal),
		putOnce(object, signal) {
			once.config.systemClockOffset = retrying.config.systemClockOffset;
			return put(once, object, signal);
		},
		async createUpload(key, sha256, headers, abortSignal) {
			const input = {
				...common,
				...stored(sha256, headers),
				Key: key
			};
			const command = new sdk.CreateMultipartUploadCommand(input);
			const { UploadId } = await answer(retrying.send(command, { abortSignal }));
			return UploadId === void 0 ? void 0 : {
				key,
				id: UploadId
			};
		},
		async uploadPart(upload, number, { bytes, sha256 }, abortSignal) {
			const part = {
				Key: upload.key,
				UploadId: upload.id,
				PartNumber: number
			};
			const command = new sdk.UploadPartCommand({
				...common,
				...part,
				Body: bytes
			});
			command.middlewareStack.add(signPayloadAs(sha256), beforeSigning);
			command.middlewareStack.add(askAfterFailure(), inEachAttempt);
			const { ETag, ChecksumCRC32 } = await answer(retrying.send(command, { abortSignal }));
			return {
				PartNumber: number,
				ETag,
				ChecksumCRC32
			};
		},
		async completeUpload(upload, parts, condition, abortSignal) {
			const command = new sdk.CompleteMultipartUploadCommand({
				...common,
				...condition,
				Key: upload.key,
				UploadId: upload.id,
				MultipartUpload: { Parts: [...parts] }
			});
			const { ETag } = await answer(retrying.send(command, { abortSignal }));
			return ETag;
		},
		async versioning(abortSignal) {
			const command = new sdk.GetBucketVersioningCommand(common);
			const { Status } = await answer(retrying.send(command, { abortSignal }));
			return Status;
		},
		async copy({ key, sha256, headers, from }, abortSignal) {
			const input = {
				...common,
				...stored(sha256, headers),
				...sourceOf(from),
				Key: key
			};
			const command = new sdk.CopyObjectCommand({
				...input,
				MetadataDirective: "REPLACE"
			});
			await answer(retrying.send(command, { abortSignal }));
		},
		async copyPart(upload, number, from, { first, last }, abortSignal) {
			const part = {
				Key: upload.key,
				UploadId: upload.id,
				PartNumber: number
			};
			const range = { CopySourceRange: `bytes=${first}-${last}` };
			const input = {
				...common,
				...part,
				...sourceOf(from),
				...range
			};
			const command = new sdk.UploadPartCopyCommand(input);
			const { CopyPartResult } = await answer(retrying.send(command, { abortSignal }));
			return {
				PartNumber: number,
				ETag: CopyPartResult?.ETag,
				ChecksumCRC32: CopyPartResult?.ChecksumCRC32
			};
		},
		async listUploads(prefix, after, abortSignal) {
			const input = {
				...common,
				...after,
				Prefix: prefix
			};
			return answer(retrying.send(new sdk.ListMultipartUploadsCommand(input), { abortSignal }));
		},
		async list(prefix, token, abortSignal) {
			const input = {
				...common,
				...escapedKeys,
				Prefix: prefix,
				ContinuationToken: token
			};
			const command = new sdk.ListObjectsV2Command(input);
			const watch = dateWatch();
			command.middlewareStack.add(watch.middleware, onAnswer);
			return {
				output: await answer(retrying.send(command, { abortSignal })),
				date: watch.date()
			};
		},
		async removeOnce(key, etag, abortSignal) {
			once.config.systemClockOffset = retrying.config.systemClockOffset;
			const condition = etag === void 0 ? {} : { IfMatch: etag };
			const command = new sdk.DeleteObjectCommand({
				...common,
				Key: key,
				...condition
			});
			await answer(once.send(command, { abortSignal }));
		},
		async abortUpload(upload, abortSignal) {
			const input = {
				...common,
				Key: upload.key,
				UploadId: upload.id
			};
			const command = new sdk.AbortMultipartUploadCommand(input);
			await answer(retrying.send(command, { abortSignal }));
		}
	};
}
function sourceOf({ bucket, key, etag }) {
	return {
		CopySource: `${bucket}/${key}`.split("/").map(encodeURIComponent).join("/"),
		CopySourceIfMatch: etag
	};
}
function stored(sha256, { contentType, cacheControl }) {
	return {
		ContentType: contentType,
		CacheControl: cacheControl,
		Metadata: { sha256 }
	};
}
async function answer(sent) {
	try {
		return await sent;
	} catch (error) {
		throw new RequestFailed(error);
	}
}
// src/adapters/s3/client.ts
async function connect({ endpoint, region }) {
	const sdk = await loadSdk();
	const timeouts = {
		connectionTimeout: 1e4,
		socketTimeout: 6e4
	};
	const common = endpoint === void 0 ? {} : {
		forcePathStyle: true,
		requestChecksumCalculation: "WHEN_REQUIRED",
		responseChecksumValidation: "WHEN_REQUIRED",
		endpoint
	};
	const client = (config) => new sdk.S3Client({
		...common,
		...config
	});
	const known = region ?? await ambientRegion(client({}), endpoint);
	const retrying = client({
		region: known,
		maxAttempts: 4,
		requestHandler: timeouts
	});
	return {
		sdk,
		region: known,
		retrying,
		once: client({
			region: known,
			maxAttempts: 1,
			credentials: retrying.config.credentials,
			requestHandler: {
				...timeouts,
				httpAgent: { keepAlive: false },
				httpsAgent: { keepAlive: false }
			}
		})
	};
}
async function loadSdk() {
	process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
	return import("./dist-cjs.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
}
async function ambientRegion(client, endpoint) {
	try {
		return await client.config.region();
	} catch (cause) {
		if (endpoint !== void 0) return "us-east-1";
		throw new StoreError("STORE_FAILED", "the region of the bucket is not known: set `region`, or AWS_REGION in the environment", { cause });
	} finally {
		client.destroy();
	}
}
// src/adapters/s3/errors.ts
function storeError(attempt, failure) {
	const { status, code } = failure;
	const said = [status, ...foreignCodes.includes(code) ? [] : [code]].filter((part) => part !== void 0);
	return new StoreError(isDenied(failure) ? "STORE_DENIED" : "STORE_FAILED", `${attempt.action} of s3://${attempt.bucket}/${attempt.key} failed (${said.join(" ")}): ${advice(attempt, failure)}`, { cause: failure });
}
const refused = "the condition was refused, so";
function noCompareAndSwap({ bucket, key }, why, cause) {
	return new StoreError("STORE_NO_COMPARE_AND_SWAP", `s3:PutObject of s3://${bucket}/${key}: ${why} this store cannot keep two publishers apart. Set \`single-writer: true\` if never more than one publisher writes at a time, or use a bucket, or a store, with conditional writes`, { cause });
}
function withLeftover(error, { bucket, key }, { status, code }) {
	const note = `the unfinished multipart upload of s3://${bucket}/${key} could not be aborted (${[status, code].join(" ").trim()}; it needs s3:AbortMultipartUpload) and takes up space until it is`;
	if (error instanceof InputError) return new InputError(error.code, [...error.problems, note], { cause: error });
	if (error instanceof StoreError) return new StoreError(error.code, `${error.message}; ${note}`, { cause: error });
	return error;
}
const expiredCodes = [
	"ExpiredToken",
	"ExpiredTokenException",
	"InvalidToken",
	"TokenRefreshRequired"
];
const foreignCodes = [
	"Unknown",
	"SyntaxError",
	"Error"
];
function isDenied({ status, code }) {
	return [401, 403].includes(status ?? 0) || expiredCodes.includes(code);
}
function advice(attempt, failure) {
	const { status, code } = failure;
	const server = attempt.endpoint ?? "Amazon S3";
	if (status === void 0) return connectionAdvice(server, failure);
	const special = adviceByCode(attempt, server)[code] ?? regionAdvice(attempt, failure);
	if (special !== void 0) return special;
	if (expiredCodes.includes(code)) return "the credentials have expired; ask for new ones";
	if (status === 403 && (code === "Unknown" || !foreignCodes.includes(code))) return denialAdvice(attempt);
	if (status >= 500) return `${server} has a fault of its own; try again later`;
	return foreignCodes.includes(code) || code === "NotFound" ? `${server} does not answer as S3 does; check \`endpoint\`` : `${server} refused the request`;
}
function adviceByCode({ bucket }, server) {
	const credentials = `${server} does not accept the credentials; check the access key and its secret`;
	return {
		NoSuchBucket: `there is no bucket ${bucket} at ${server}; create it, or correct \`root\``,
		InvalidAccessKeyId: credentials,
		SignatureDoesNotMatch: credentials,
		RequestTimeTooSkewed: "this machine's clock and the store's are more than 15 minutes apart; set this machine's clock",
		SlowDown: "the store is busy; try again later",
		TooManyRequests: "the store is busy; try again later"
	};
}
function regionAdvice(attempt, { status, code, region }) {
	if (region !== void 0 && region !== attempt.region) return `the bucket is in region ${region}, not ${attempt.region}; set \`region: ${region}\``;
	return code === "AuthorizationHeaderMalformed" || status === 301 || status === 307 ? `the bucket is not in region ${attempt.region}; set \`region\` to its own` : void 0;
}
function denialAdvice({ action, bucket, key, expectedBucketOwner }) {
	const rights = rightsFor(action, `arn:aws:s3:::${bucket}`, key);
	return expectedBucketOwner === void 0 ? rights : `${rights}; or the bucket does not belong to account ${expectedBucketOwner} (\`expected-bucket-owner\`)`;
}
function rightsFor(action, bucket, key) {
	switch (action) {
		case "s3:GetObject": return `allow s3:GetObject on ${bucket}/${key} and s3:ListBucket on ${bucket} (without s3:ListBucket, S3 answers 403 where there is no object)`;
		case "s3:PutObject": return `allow s3:PutObject on ${bucket}/${key}, and s3:GetObject, which replacing an object needs too`;
		case "s3:ListBucket":
		case "s3:ListBucketMultipartUploads": return `allow ${action} on ${bucket}`;
		default: return `allow ${action} on ${bucket}/${key}`;
	}
}
function connectionAdvice(server, { code, message, unsent }) {
	if (code === "BrokenBody") return `${message.slice(code.length + 2)}; try again`;
	if (unsent) return "no AWS credentials were found in the environment, the shared configuration or an instance role";
	if (["ENOTFOUND", "EAI_AGAIN"].includes(code)) return `the host of ${server} has no address; check \`endpoint\` and \`region\``;
	if (code === "ECONNREFUSED") return `nothing listens at ${server}; check \`endpoint\``;
	if (code === "EPROTO" || code.startsWith("ERR_SSL")) return `${server} does not speak TLS; should \`endpoint\` begin with http://?`;
	if (/CERT|SIGNATURE|ALTNAME/.test(code)) return `the certificate of ${server} is not trusted; add its authority with NODE_EXTRA_CA_CERTS`;
	return `the connection to ${server} failed; check \`endpoint\` and the network`;
}
function notS3(bucket, key, missing) {
	return new StoreError("STORE_FAILED", `the answer for s3://${bucket}/${key} has no ${missing}, so it is not S3's; check \`endpoint\``);
}
// src/adapters/s3/body.ts
async function* bodyOf({ place }, key, { Body: body, ContentLength: size, ContentType: type, $metadata }) {
	if (!(body instanceof Readable)) throw new Error("the SDK gives no stream");
	let count = 0;
	try {
		if (isWebPage(key, type) && $metadata.requestId === void 0) throw notS3(place.bucket, key, "x-amz-request-id");
		for await (const chunk of arriving(body, () => `${count} of ${size} bytes`)) {
			count += chunk.byteLength;
			yield chunk;
		}
	} finally {
		body.destroy();
	}
	if (size !== void 0 && count !== size) throw broken(`the answer ended after ${count} of ${size} bytes`);
}
function isWebPage(key, type = "") {
	return type.startsWith("text/html") && !key.endsWith(".html");
}
async function* arriving(body, passed) {
	try {
		yield* body;
	} catch (cause) {
		const why = cause instanceof Error ? cause.message : String(cause);
		throw broken(`the answer broke off after ${passed()}: ${why}`, cause);
	}
}
function broken(message, cause) {
	return new RequestFailed(Object.assign(new Error(message, { cause }), { name: brokenBody }));
}
// src/adapters/s3/session.ts
function failed({ signal, place }, action, key, error) {
	if (signal.aborted) return signal.reason;
	return error instanceof RequestFailed ? storeError({
		...place,
		action,
		key
	}, error) : error;
}
// src/adapters/s3/read.ts
const tries$1 = 3;
async function readObject(session, key, limit) {
	for (let attempt = 1;; attempt++) try {
		return await readOnce(session, key, limit);
	} catch (error) {
		if (error instanceof RequestFailed && error.status === 404 && error.code === "NoSuchKey") return;
		if (!(error instanceof RequestFailed && error.code === "BrokenBody") || attempt === tries$1 || session.signal.aborted) throw failed(session, "s3:GetObject", key, error);
	}
}
async function statObject(session, key) {
	try {
		const { output, date } = await session.bucket.head(key, session.signal);
		const { ContentLength, Metadata } = output;
		if (ContentLength === void 0) throw notS3(session.place.bucket, key, "Content-Length");
		return {
			size: ContentLength,
			sha256: parseSha256(Metadata?.sha256),
			...described(session, key, output, date)
		};
	} catch (error) {
		if (error instanceof RequestFailed && error.status === 404) return void 0;
		throw failed(session, "s3:GetObject", key, error);
	}
}
async function readOnce(session, key, limit) {
	const { output, date } = await session.bucket.get(key, session.signal);
	const chunks = [];
	let count = 0;
	for await (const chunk of bodyOf(session, key, output)) {
		count += chunk.byteLength;
		if (Math.max(count, output.ContentLength ?? 0) > limit) throw tooLarge(session, key, limit);
		chunks.push(chunk);
	}
	return {
		bytes: Buffer.concat(chunks),
		...described(session, key, output, date)
	};
}
function described(session, key, { ETag, LastModified }, date) {
	if (ETag === void 0) throw notS3(session.place.bucket, key, "ETag");
	if (LastModified === void 0) throw notS3(session.place.bucket, key, "Last-Modified");
	if (date === void 0) throw notS3(session.place.bucket, key, "Date");
	return {
		revision: ETag,
		modified: LastModified,
		now: date
	};
}
function tooLarge({ place }, key, limit) {
	return new TrustError("DOCUMENT_TOO_LARGE", `s3://${place.bucket}/${key} has more than the ${limit} bytes that such a document may have`);
}
// src/adapters/s3/grace.ts
const grace = 2e3;
async function withGrace(signal, action) {
	signal.throwIfAborted();
	const late = new AbortController();
	let timer;
	const start = () => {
		timer = setTimeout(() => late.abort(signal.reason), grace);
	};
	signal.addEventListener("abort", start, { once: true });
	try {
		return await action(late.signal);
	} finally {
		clearTimeout(timer);
		signal.removeEventListener("abort", start);
	}
}
// src/adapters/s3/payload.ts
async function sendVerified(place, { bytes, sha256: expected }, send) {
	try {
		return await send();
	} catch (error) {
		throw error instanceof RequestFailed && sha256(bytes) !== expected ? fileChanged(place, expected, error) : error;
	}
}
function fileChanged(place, expected, cause) {
	return new InputError("FILE_CHANGED", `a file changed while it was sent to ${place}: its bytes are not the ones with sha256 ${expected} any more; publish again when nothing writes to it`, { cause });
}
// src/adapters/s3/parts.ts
const mostLanes = 6;
const memory = mostLanes * (16 << 20);
function lanesFor(partSize) {
	return Math.max(1, Math.min(mostLanes, Math.floor(memory / partSize)));
}
async function sendParts(session, upload, source, onBytes) {
	const stop = new AbortController();
	const signal = AbortSignal.any([session.signal, stop.signal]);
	const largest = source.parts.reduce((size, part) => Math.max(size, part.size), 1);
	const place = `s3://${session.place.bucket}/${upload.key}`;
	const completed = [];
	const queue = source.parts.entries();
	async function lane() {
		const buffer = Buffer.allocUnsafeSlow(largest);
		for (const [index, { offset, size, sha256 }] of queue) {
			signal.throwIfAborted();
			const bytes = buffer.subarray(0, size);
			await source.read(offset, bytes);
			const payload = {
				bytes,
				sha256
			};
			const part = await sendVerified(place, payload, () => session.bucket.uploadPart(upload, index + 1, payload, signal));
			if (part.ETag === void 0) throw notS3(session.place.bucket, upload.key, "ETag");
			completed[index] = part;
			onBytes?.(size);
		}
	}
	const lanes = Math.min(source.parts.length, lanesFor(largest));
	await Promise.allSettled(Array.from({ length: lanes }, () => lane().catch((error) => stop.abort(error))));
	stop.signal.throwIfAborted();
	return completed;
}
// src/adapters/s3/upload.ts
const single = 16 << 20;
async function uploadSource(session, object, appear, onBytes) {
	const whole = isWhole(object.source);
	if ((whole ? await sendWhole(session, object, appear) : await sendInParts(session, object, appear, onBytes)) === void 0) throw notS3(session.place.bucket, object.key, "ETag");
	if (whole) onBytes?.(object.source.size);
}
function isWhole({ parts, size }) {
	return parts.length <= 1 || size <= single;
}
async function sendWhole({ bucket, place, signal }, { key, source, headers }, appear) {
	const bytes = Buffer.allocUnsafeSlow(source.size);
	await source.read(0, bytes);
	const payload = {
		bytes,
		sha256: source.sha256
	};
	return appear((condition) => sendVerified(`s3://${place.bucket}/${key}`, payload, () => bucket.put({
		...payload,
		key,
		headers,
		condition
	}, signal)));
}
async function sendInParts(session, { key, source, headers }, appear, onBytes) {
	const { bucket, place, signal } = session;
	const upload = await withGrace(signal, (late) => bucket.createUpload(key, source.sha256, headers, late));
	if (upload === void 0) throw notS3(place.bucket, key, "UploadId");
	try {
		const parts = await sendParts(session, upload, source, onBytes);
		return await appear((condition) => bucket.completeUpload(upload, parts, condition, signal));
	} catch (error) {
		throw await abandoned(session, upload, error);
	}
}
async function abandoned(session, upload, error) {
	try {
		await session.bucket.abortUpload(upload, AbortSignal.timeout(grace));
		return error;
	} catch (failure) {
		if (!(failure instanceof RequestFailed)) throw failure;
		if (failure.code === "NoSuchUpload") return error;
		const attempt = {
			...session.place,
			action: "s3:PutObject",
			key: upload.key
		};
		return withLeftover(failed(session, attempt.action, upload.key, error), attempt, failure);
	}
}
// src/adapters/s3/create.ts
const tries = 3;
async function createObject(session, key, source, headers, onBytes) {
	const appear = (send) => sendNew(session, key, send);
	for (let attempt = 1;; attempt++) {
		const found = session.unconditional || !isWhole(source) ? await compare(session, key, source) : void 0;
		if (found !== void 0) return found;
		try {
			await uploadSource(session, {
				key,
				source,
				headers
			}, appear, onBytes);
			return "created";
		} catch (error) {
			const settled = await settle(session, key, source, error);
			if (settled !== "absent") return settled;
			if (attempt === tries) throw failed(session, "s3:PutObject", key, error);
		}
	}
}
async function settle(session, key, source, error) {
	if (session.signal.aborted || !mayBeOccupied(error)) throw failed(session, "s3:PutObject", key, error);
	const found = await compare(session, key, source);
	if (found !== void 0) return found;
	if (!metAnother(error)) throw failed(session, "s3:PutObject", key, error);
	return "absent";
}
async function sendNew(session, key, send) {
	if (session.unconditional) return send({});
	try {
		return await send({ IfNoneMatch: "*" });
	} catch (error) {
		if (!(error instanceof RequestFailed && error.refusesConditions)) throw error;
		if (!session.singleWriter) throw noCompareAndSwap({
			...session.place,
			action: "s3:PutObject",
			key
		}, refused, error);
		session.unconditional = true;
		if (await statObject(session, key) !== void 0) throw error;
		return send({});
	}
}
async function compare(session, key, { size, sha256 }) {
	const found = await statObject(session, key);
	if (found === void 0) return void 0;
	return found.size === size && found.sha256 === sha256 ? "present" : "different";
}
function mayBeOccupied(error) {
	if (!(error instanceof RequestFailed) || error.unsent) return false;
	const { status, code, refusesConditions } = error;
	if (status === void 0 || status >= 500) return true;
	return metAnother(error) || code === "NoSuchUpload" || refusesConditions;
}
function metAnother({ status }) {
	return status === 409 || status === 412;
}
// src/adapters/s3/copy.ts
const largestCopy = 5 * 2 ** 30;
async function copyObject(session, key, origin, content, headers, largest = largestCopy) {
	const found = await compare(session, key, content);
	if (found !== void 0) return found;
	const from = await statObject(origin.session, origin.key);
	if (from?.sha256 !== content.sha256 || from.size !== content.size) return "impossible";
	const copied = {
		key,
		headers,
		from: {
			...origin,
			etag: from.revision
		}
	};
	try {
		if (content.size <= largest) await session.bucket.copy({
			...copied,
			sha256: content.sha256
		}, session.signal);
		else await copyInParts(session, copied, content, largest);
		return "created";
	} catch (error) {
		if (session.signal.aborted || !(error instanceof RequestFailed)) throw failed(session, "s3:PutObject", key, error);
		return "impossible";
	}
}
async function copyInParts(session, { key, headers, from }, { size, sha256 }, largest) {
	const { bucket, signal } = session;
	const upload = await bucket.createUpload(key, sha256, headers, signal);
	if (upload === void 0) throw new Error("the upload has no id");
	try {
		const parts = await copyParts(session, upload, from, size, largest);
		await bucket.completeUpload(upload, parts, {}, signal);
	} catch (error) {
		throw await abandoned(session, upload, error);
	}
}
async function copyParts({ bucket, signal }, upload, from, size, largest) {
	const parts = [];
	for (let offset = 0; offset < size; offset += largest) {
		const range = {
			first: offset,
			last: Math.min(size, offset + largest) - 1
		};
		parts.push(await bucket.copyPart(upload, parts.length + 1, from, range, signal));
	}
	return parts;
}
// src/adapters/s3/guarantees.ts
const wrongETag = `"${"0".repeat(32)}"`;
async function guaranteesOf(session, key, bytes, headers) {
	if (isAmazon(session.place.endpoint)) return "compare-and-swap";
	if (session.unconditional) return "single-writer";
	const object = {
		key,
		bytes,
		sha256: sha256(bytes),
		headers
	};
	const problem = await versioningProblem(session) ?? await conditionProblem(session, object, { IfNoneMatch: "*" }) ?? await conditionProblem(session, object, { IfMatch: wrongETag });
	if (problem === void 0) return "compare-and-swap";
	if (!session.singleWriter) throw noCompareAndSwap({
		...session.place,
		action: "s3:PutObject",
		key
	}, problem.why, problem.cause);
	session.unconditional = true;
	return "single-writer";
}
async function keepsVersions({ bucket, signal }) {
	try {
		return await bucket.versioning(signal) !== void 0;
	} catch (error) {
		signal.throwIfAborted();
		if (error instanceof RequestFailed) return void 0;
		throw error;
	}
}
function isAmazon(endpoint) {
	if (endpoint === void 0) return true;
	return /(?:^|\.)amazonaws\.com(?:\.cn)?$/.test(new URL(endpoint).hostname);
}
async function versioningProblem({ bucket, place, signal }) {
	try {
		const status = await bucket.versioning(signal);
		return status === void 0 ? void 0 : { why: `bucket ${place.bucket} keeps versions (versioning: ${status}), and off AWS` };
	} catch (error) {
		signal.throwIfAborted();
		if (error instanceof RequestFailed) return void 0;
		throw error;
	}
}
async function conditionProblem(session, object, condition) {
	const asked = condition.IfMatch === void 0 ? "If-None-Match: *" : "a wrong If-Match";
	try {
		await session.bucket.put({
			...object,
			condition
		}, session.signal);
		return { why: `an object that is there was replaced in spite of ${asked}, so` };
	} catch (error) {
		if (!(error instanceof RequestFailed)) throw error;
		if (error.status === 412 || error.status === 409) return void 0;
		if (error.refusesConditions) return {
			why: `${asked} was refused, so`,
			cause: error
		};
		throw failed(session, "s3:PutObject", object.key, error);
	}
}
// src/adapters/s3/list.ts
async function listObjects(session, prefix) {
	const { bucket, place, signal } = session;
	const objects = [];
	const begun = performance.now();
	let now;
	let token;
	try {
		do {
			const { output, date } = await bucket.list(prefix, token, signal);
			if (date === void 0) throw notS3(place.bucket, prefix, "Date");
			now ??= new Date(date.getTime() - (performance.now() - begun));
			for (const object of output.Contents ?? []) {
				const listed = listedObject(session, object, prefix, output.EncodingType);
				if (listed !== void 0) objects.push(listed);
			}
			token = nextToken(session, prefix, token, output);
		} while (token !== void 0);
	} catch (error) {
		throw failed(session, "s3:ListBucket", prefix, error);
	}
	return {
		objects: objects.sort(byPath),
		now
	};
}
function listedObject({ place }, { Key, Size: size, LastModified: modified }, prefix, encoding) {
	if (Key === void 0) throw notS3(place.bucket, prefix, "Key");
	const key = listedKey(Key, encoding);
	if (size === void 0) throw notS3(place.bucket, key, "Size");
	if (modified === void 0) throw notS3(place.bucket, key, "LastModified");
	return key.startsWith(prefix) ? {
		path: key.slice(prefix.length),
		size,
		modified
	} : void 0;
}
function nextToken({ place }, prefix, token, { IsTruncated, NextContinuationToken: next }) {
	if (IsTruncated !== true) return void 0;
	if (next === void 0 || next === token) throw notS3(place.bucket, prefix, "NextContinuationToken of its own");
	return next;
}
// src/adapters/s3/remove.ts
async function removeObject(session, key, revision) {
	const etag = session.unquoted ? revision?.replaceAll("\"", "") : revision;
	return send(session, key, session.unconditional ? void 0 : etag);
}
async function send(session, key, etag) {
	try {
		await withGrace(session.signal, (late) => session.bucket.removeOnce(key, etag, late));
		return "removed";
	} catch (error) {
		if (!(error instanceof RequestFailed)) throw error;
		const outcome = outcomeOf(error, etag !== void 0);
		if (outcome === "unsupported") return send(session, key, void 0);
		if (outcome === "refused") throw failed(session, "s3:DeleteObject", key, error);
		return outcome;
	}
}
function outcomeOf({ status, code, unsent, refusesConditions }, conditional) {
	if (status === 404 && code === "NoSuchKey") return "removed";
	if (conditional && (status === 412 || status === 409)) return "conflict";
	if (conditional && refusesConditions) return "unsupported";
	return status !== void 0 && status >= 300 && status < 500 && status !== 408 || unsent ? "refused" : "unknown";
}
// src/adapters/s3/replace.ts
async function replaceObject(session, key, bytes, revision, headers) {
	const object = {
		key,
		bytes,
		sha256: sha256(bytes),
		headers
	};
	const send = (condition) => sendOnce(session, {
		...object,
		condition
	});
	if (session.unconditional) return sendUnconditional(session, key, revision, send);
	let answer = await send(conditionOf(revision, session.unquoted));
	if (answer.outcome === "mismatch" && revision !== void 0 && !session.unquoted) {
		if ((await statObject(session, key))?.revision === revision) {
			answer = await send(conditionOf(revision, true));
			session.unquoted = answer.outcome === "replaced";
		}
	}
	if (answer.outcome === "mismatch") return { outcome: "conflict" };
	if (answer.outcome !== "unsupported") return answer;
	const attempt = {
		...session.place,
		action: "s3:PutObject",
		key
	};
	if (!session.singleWriter) throw noCompareAndSwap(attempt, refused, answer.cause);
	session.unconditional = true;
	return sendUnconditional(session, key, revision, send);
}
async function sendUnconditional(session, key, revision, send) {
	if ((await statObject(session, key))?.revision !== revision) return { outcome: "conflict" };
	const answer = await send({});
	if (answer.outcome === "unsupported") throw failed(session, "s3:PutObject", key, answer.cause);
	return answer.outcome === "mismatch" ? { outcome: "conflict" } : answer;
}
function conditionOf(revision, unquoted) {
	if (revision === void 0) return { IfNoneMatch: "*" };
	return { IfMatch: unquoted ? revision.replaceAll("\"", "") : revision };
}
async function sendOnce(session, object) {
	try {
		const revision = await withGrace(session.signal, (late) => session.bucket.putOnce(object, late));
		if (revision !== void 0) return {
			outcome: "replaced",
			revision
		};
		return {
			outcome: "unknown",
			cause: notS3(session.place.bucket, object.key, "ETag")
		};
	} catch (error) {
		if (!(error instanceof RequestFailed)) throw error;
		return interpreted(session, object, error);
	}
}
function interpreted(session, { key, condition }, error) {
	const { status, code, unsent, refusesConditions } = error;
	const conditional = condition.IfMatch !== void 0 || condition.IfNoneMatch !== void 0;
	if (status === 412) return { outcome: "mismatch" };
	if (status === 409) return { outcome: "conflict" };
	if (status === 404 && code === "NoSuchKey") return { outcome: "conflict" };
	if (conditional && refusesConditions) return {
		outcome: "unsupported",
		cause: error
	};
	const cause = storeError({
		...session.place,
		action: "s3:PutObject",
		key
	}, error);
	if (status !== void 0 && status >= 300 && status < 500 && status !== 408 || unsent) throw cause;
	return {
		outcome: "unknown",
		cause
	};
}
// src/adapters/s3/stream.ts
async function* streamObject(session, key) {
	try {
		const { output } = await session.bucket.get(key, session.signal);
		yield* bodyOf(session, key, output);
	} catch (error) {
		if (error instanceof RequestFailed && error.status === 404 && error.code === "NoSuchKey") throw new StoreError("STORE_FAILED", `s3://${session.place.bucket}/${key} is not there`);
		throw failed(session, "s3:GetObject", key, error);
	}
}
// src/adapters/s3/unfinished.ts
async function unfinishedUploads(session, prefix) {
	const { bucket, signal } = session;
	const found = [];
	let after = {};
	try {
		while (after !== void 0) {
			const page = await bucket.listUploads(prefix, after, signal);
			for (const upload of page.Uploads ?? []) {
				const listed = listedUpload(session, upload, prefix);
				if (listed !== void 0) found.push(listed);
			}
			after = nextMarker(session, prefix, after, page);
		}
		return found;
	} catch (error) {
		if (error instanceof RequestFailed && error.status === 501) return [];
		throw failed(session, "s3:ListBucketMultipartUploads", prefix, error);
	}
}
function listedUpload({ place }, { Key: key, UploadId: id, Initiated: since }, prefix) {
	if (key === void 0) throw notS3(place.bucket, prefix, "Key");
	if (id === void 0) throw notS3(place.bucket, key, "UploadId");
	if (since === void 0) throw notS3(place.bucket, key, "Initiated");
	if (!key.startsWith(prefix)) return void 0;
	return {
		url: `s3://${place.bucket}/${key}`,
		path: key.slice(prefix.length),
		id,
		since
	};
}
function nextMarker({ place }, prefix, after, { IsTruncated, NextKeyMarker: key, NextUploadIdMarker: id }) {
	if (IsTruncated !== true) return void 0;
	if (key === void 0 || key === after.KeyMarker && id === after.UploadIdMarker) throw notS3(place.bucket, prefix, "NextKeyMarker of its own");
	return {
		KeyMarker: key,
		UploadIdMarker: id
	};
}
async function abortUpload(session, key, { id }) {
	try {
		await session.bucket.abortUpload({
			key,
			id
		}, session.signal);
	} catch (error) {
		if (error instanceof RequestFailed && error.code === "NoSuchUpload") return;
		throw failed(session, "s3:AbortMultipartUpload", key, error);
	}
}
// src/adapters/s3/store.ts
async function s3Store(options) {
	const { bucket, prefix, endpoint, expectedBucketOwner, singleWriter, signal } = options;
	const connection = await connect(options);
	const session = {
		bucket: openBucket(connection, {
			bucket,
			expectedBucketOwner
		}),
		place: {
			bucket,
			endpoint,
			region: connection.region,
			expectedBucketOwner
		},
		singleWriter,
		signal,
		unconditional: false,
		unquoted: false
	};
	const below = prefix === "" ? "" : `${prefix}/`;
	const keyOf = (path) => below + path;
	const store = {
		url: prefix === "" ? `s3://${bucket}` : `s3://${bucket}/${prefix}`,
		read: (path, limit) => readObject(session, keyOf(path), limit),
		async stat(path) {
			const found = await statObject(session, keyOf(path));
			if (found === void 0) return void 0;
			const { size, sha256, modified, now } = found;
			return {
				size,
				sha256,
				modified,
				now
			};
		},
		create: (path, source, headers, onBytes) => createObject(session, keyOf(path), source, headers, onBytes),
		replace: (path, bytes, revision, headers) => replaceObject(session, keyOf(path), bytes, revision, headers),
		async copy(from, path, content, headers) {
			const origin = origins.get(from.store);
			if (origin === void 0 || !isSameService(origin.session, session)) return "impossible";
			const key = origin.keyOf(from.path);
			const copied = {
				bucket: origin.session.place.bucket,
				key,
				session: origin.session
			};
			return copyObject(session, keyOf(path), copied, content, headers);
		},
		guarantees: (path, bytes, headers) => guaranteesOf(session, keyOf(path), bytes, headers),
		unfinished: () => unfinishedUploads(session, below),
		abort: (upload) => abortUpload(session, below + upload.path, upload),
		list: () => listObjects(session, below),
		digest: async (path) => (await statObject(session, keyOf(path)))?.sha256,
		remove: (path, revision) => removeObject(session, keyOf(path), revision),
		keepsVersions: () => keepsVersions(session),
		stream: (path) => streamObject(session, keyOf(path))
	};
	origins.set(store, {
		session,
		keyOf
	});
	return store;
}
const origins = /* @__PURE__ */ new WeakMap();
function isSameService({ place: a }, { place: b }) {
	return a.endpoint === b.endpoint && a.region === b.region;
}
export { s3Store };
