import { o as __toESM } from "./rolldown-runtime.mjs";
import { A as TrustError, C as severities, D as InputError, E as FollowersError, O as SignalError, S as describePlace, _ as nearest, b as consequences, d as parseSha256, j as isSimplestreamsError, k as StoreError, l as parseRelativePath, n as parseProductName, o as parseFilter, r as formatFilter, t as parseContentId, x as describeFinding, y as parseArch } from "./core.mjs";
import { C as variablesOf, a as shown, c as inputs, d as imageInputs, f as describeCounts, m as failOnWords, n as linesOf, o as plain, r as orWrong, s as inputOf, t as version, u as retentionInputs } from "./version.mjs";
import { A as bootKind, B as describeExpiry, C as noTarExtension, D as squashfsProblems, E as zstdWindowProblem, F as checkFiles, G as printable, H as readingRules, I as parsePin, J as parseSerial, K as isImagesFile, L as formatDuration, M as isTarHeader, N as recogniseFormat, O as qcow2Problems, P as partSizeOf, R as parseDuration, S as isTarExtension, T as parseImageMetadata, V as describeKey, X as parseConsumer, Y as formatConsumer, Z as programs, _ as writePlan, a as rotateKey, b as parseTarHeader, c as publishRoots, d as promote, f as admitPlanned, g as parsePlan, h as parseRename, i as commitStaged, j as formatHeadSize, k as bootHeadSize, l as publish, m as formatRename, n as unlist, o as rollForward, p as planPromotion, q as rules, r as stageImages, s as prune, t as describeResolved, u as plannedChoice, v as list$1, w as parseTarExtension, x as extendTarHeader, y as parseStageWord, z as check } from "./publish.mjs";
import { n as sha256, r as sha256Once, t as byPath } from "./listed-order.mjs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { performance } from "node:perf_hooks";
import { Worker } from "node:worker_threads";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { constants, existsSync, linkSync, lstatSync, mkdirSync, readFileSync, readdirSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { chmod, constants as constants$1, link, lstat, mkdir, open, readdir, realpath, rm, rmdir, stat, unlink } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { execFileSync } from "node:child_process";
// src/faces/failure.ts
/** What an error is to the user; everything that is not of the error tree is a bug of ours. */
function failureOf(error) {
	if (isSimplestreamsError(error)) return {
		code: error.code,
		exitCode: error.exitCode,
		message: error.message
	};
	return {
		code: "BUG",
		exitCode: 1,
		message: error instanceof Error ? error.message : String(error)
	};
}
/** Where a bug happened, with the errors that led to it. */
function traceOf(error) {
	if (!(error instanceof Error)) return String(error);
	const trace = error.stack ?? error.message;
	return error.cause === void 0 ? trace : `${trace}\ncaused by ${traceOf(error.cause)}`;
}
/**
* Takes secrets out of a text that others wrote, line by line: libraries may put what they were given into the
* message of an error we did not foresee.
*/
function withoutSecrets(text, secrets) {
	return secrets.flatMap((secret) => secret.split(/\r?\n/)).filter((line) => line !== "").sort((a, b) => b.length - a.length).reduce((safe, line) => safe.replaceAll(line, "***"), text);
}
// src/faces/signals.ts
const numbers = {
	SIGINT: 2,
	SIGTERM: 15
};
const names = ["SIGINT", "SIGTERM"];
/** Aborts with a SignalError at the first SIGINT or SIGTERM; a second one ends the process as if nobody listened. */
function abortOnSignals() {
	const controller = new AbortController();
	const onSignal = (name) => {
		release();
		controller.abort(new SignalError(name, numbers[name]));
	};
	const release = () => {
		for (const name of names) process.off(name, onSignal);
	};
	for (const name of names) process.on(name, onSignal);
	return {
		signal: controller.signal,
		release
	};
}
// src/faces/harmless.ts
/** Names come from documents and folders of others: no control sequence of theirs reaches a terminal or a log. */
function withoutControls(text) {
	return text.replaceAll(/(?!\n)\p{Cc}/gu, "�");
}
// src/faces/size.ts
const units = [
	"KiB",
	"MiB",
	"GiB",
	"TiB"
];
/** A number of bytes for people: `17 B`, `4.2 MiB`. */
function formatSize(bytes) {
	if (bytes < 1024) return `${Math.round(bytes)} B`;
	const power = Math.min(Math.floor(Math.log2(bytes) / 10), units.length);
	return `${(bytes / 1024 ** power).toFixed(1)} ${units[power - 1]}`;
}
// src/faces/line-reporter.ts
/** On a terminal often enough to look alive, in a log seldom enough to be read. */
const pause$1 = {
	terminal: 100,
	log: 5e3
};
/** Tells the story line by line, indented under its groups. `quiet` leaves warnings and errors. */
function lineReporter(output, { quiet }) {
	let passing = false;
	const warned = /* @__PURE__ */ new Set();
	function line(text) {
		const clear = passing ? "\r\x1B[K" : "";
		passing = false;
		output.write(`${clear}${withoutControls(text)}\n`);
	}
	function passingLine(text, columns) {
		passing = true;
		output.write(`\r\u001b[K${withoutControls(text).slice(0, columns - 1)}`);
	}
	function story(text) {
		if (!quiet) line(text);
	}
	return {
		group: story,
		info: (message) => story(`  ${message}`),
		warning: (message) => {
			if (!warned.has(message)) line(`warning: ${message}`);
			warned.add(message);
		},
		error: (message) => line(`error: ${message}`),
		transfer: (title, total) => {
			const { columns } = output;
			const began = output.now();
			const between = columns === void 0 ? pause$1.log : pause$1.terminal;
			let [done, shown] = [0, began];
			return (count) => {
				done += count;
				const now = output.now();
				const ended = done >= total;
				if (quiet || !ended && now - shown < between) return;
				shown = now;
				const text = `  ${title}: ${progress(done, total, now - began)}`;
				if (columns === void 0 || ended) line(text);
				else passingLine(text, columns);
			};
		}
	};
}
function progress(done, total, milliseconds) {
	const rate = milliseconds === 0 ? "" : `, ${formatSize(done * 1e3 / milliseconds)}/s`;
	const percent = Math.floor(done * 100 / total);
	return done >= total ? `${formatSize(done)}${rate}` : `${formatSize(done)} of ${formatSize(total)} (${percent} %)${rate}`;
}
// src/faces/allow.ts
/** The input `allow`: codes of rules that there are, each once. */
function readAllow(reading) {
	const codes = [...rules, ...readingRules].map(({ code }) => code);
	const allowed = reading.list("allow", (text, wrong) => {
		const code = text.toUpperCase();
		if (codes.includes(code)) return code;
		const guess = nearest(code, codes);
		return wrong(`there is no such rule: expected a code of docs/rules.md${guess === void 0 ? "" : `; did you mean ${guess}?`}`);
	});
	return [...new Set(allowed)];
}
// src/core/consumers/sharing.ts
/**
* Why these consumers cannot read one root, one reason for each pair that cannot; empty when they can.
*
* LXD, Incus and Glance can share one: LXD and Incus pass over items of an ftype they do not know, and Glance takes
* only items of ftype `disk1.img` or `disk.img` (cloud-images.ubuntu.com serves all three). sstream-mirror copies
* whatever a root has, and brings no document of its own. MAAS shares with none of the others that have images.
*/
function whyNotTogether(names) {
	if (!names.includes("maas")) return [];
	return [
		"lxd",
		"incus",
		"glance"
	].filter((name) => names.includes(name)).map((name) => `maas and ${name} cannot share a root: one document with images of ${programs[name].title} in the index makes MAAS 3.8 reject the whole source, and one such product stops the import of every source up to MAAS 3.7; publish into two roots, one run with for: maas and one with for: ${name}`);
}
// src/faces/consumers.ts
/** The input `for`: the programs that read the root, each once. */
function readConsumers(reading) {
	const given = reading.list("for", (text, wrong) => {
		const consumer = parseConsumer(text);
		return typeof consumer === "string" ? wrong(consumer) : consumer;
	});
	return given.filter((consumer, at) => !given.slice(0, at).some(({ name, releases }) => name === consumer.name && releases === consumer.releases));
}
/** As {@link readConsumers}, of programs that can share a root. */
function readConsumersOfOneRoot(reading) {
	const consumers = readConsumers(reading);
	for (const reason of whyNotTogether(consumers.map(({ name }) => name))) reading.wrong("for", void 0, reason);
	return consumers;
}
// src/faces/file-at.ts
/**
* What is at an absolute path, or `undefined`. From the top down, since versions of Node do not agree whether a file
* in the place of a folder makes a path absent or an error.
* @throws Error when the path leads through what is no folder, or may not be looked at
*/
function fileAt(path) {
	const parent = dirname(path);
	if (parent !== path) {
		const above = fileAt(parent);
		if (above === void 0) return void 0;
		if (!above.isDirectory()) throw new Error(`${parent} is not a folder`);
	}
	return statSync(path, { throwIfNoEntry: false });
}
// src/faces/json-file.ts
/** Why a file cannot be put at `path`, or `undefined`: what is there already must be a file, not a device. */
function unfitTarget(path, cwd) {
	try {
		const found = fileAt(resolve(cwd, path));
		return found === void 0 || found.isFile() ? void 0 : "it is there, and is not a file";
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
/** Puts `value` at `path` as JSON, as {@link writeTextFile} does. */
function writeJsonFile(path, cwd, value) {
	writeTextFile(path, cwd, toJson(value));
}
/** Puts `text` at `path`, whole or not at all, and makes the folders above it. */
function writeTextFile(path, cwd, text) {
	const unfit = unfitTarget(path, cwd);
	if (unfit !== void 0) throw new Error(`${path}: ${unfit}`);
	const target = behindLinks(resolve(cwd, path));
	const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
	mkdirSync(dirname(target), { recursive: true });
	try {
		writeFileSync(temporary, text, { flag: "wx" });
		renameSync(temporary, target);
	} catch (error) {
		rmSync(temporary, { force: true });
		throw error;
	}
}
/** As it is printed and written: indented, for people who look at it too. */
function toJson(value) {
	return `${JSON.stringify(value, null, 2)}\n`;
}
function behindLinks(path) {
	return fileAt(path) === void 0 ? path : realpathSync(path);
}
// src/faces/keys.ts
const largestKeyFile = 16777216;
/** The inputs `signing-key` and `signing-key-passphrase`, and that nothing was asked for that needs the key. */
function readSigningKey(reading, adopt) {
	const armored = reading.secret("signing-key");
	const passphrase = reading.secret("signing-key-passphrase");
	if (armored !== void 0) return {
		armored,
		passphrase
	};
	const why = "there is no signing key with it, so the root would not be signed";
	if (passphrase !== void 0) reading.wrong("signing-key-passphrase", void 0, why);
	if (adopt) reading.wrong("adopt", void 0, why);
}
/** The armored texts of the input `trusted-keys`: itself, or what the files it names hold. */
function readTrustedKeys(reading, cwd) {
	return reading.text("trusted-keys", (text, wrong) => parsePublicKeys(text, cwd, wrong)) ?? [];
}
/** The armored text of the input `new-key`: itself, or what the file it names holds. */
function readNewKey(reading, cwd) {
	return reading.text("new-key", (text, wrong) => {
		const keys = parsePublicKeys(text, cwd, wrong) ?? [];
		return keys.length > 1 ? wrong("expected one file") : keys[0];
	});
}
function parsePublicKeys(text, cwd, wrong) {
	const keys = (text.includes("-----BEGIN") ? [text] : linesOf(text).map((path) => readKeyFile(resolve(cwd, path), wrong))).filter((block) => block !== void 0);
	return keys.some((block) => block.includes("PRIVATE KEY")) ? wrong("this is a private key: give the public one, which gpg --armor --export prints") : keys;
}
function readKeyFile(path, wrong) {
	try {
		const found = statSync(path);
		if (!found.isFile()) return wrong(`${path} is not a regular file`);
		if (found.size > largestKeyFile) return wrong(`${path} is larger than 16 MiB`);
		const keys = readFileSync(path, "latin1");
		return /^-----BEGIN PGP (PUBLIC|PRIVATE) KEY BLOCK-----/m.test(keys) ? keys : wrong(`${path} holds no armored public key, as gpg --armor --export prints it`);
	} catch (error) {
		return wrong(`${path} cannot be read: ${error instanceof Error ? error.message : error}`);
	}
}
// src/faces/max-age.ts
/** The input `max-age`. @param now what ages are counted from */
function readMaxAge(reading, now) {
	return reading.text("max-age", (text, wrong) => {
		const age = parseDuration(text);
		return age === void 0 ? wrong() : {
			text,
			since: new Date(now.getTime() - age)
		};
	});
}
// src/faces/files.ts
/**
* The files that the patterns mean: in the order of the patterns, sorted within one, each file once. What exists
* under exactly the name given is that file, whatever characters are in it.
* @param nothing is told each pattern that matches nothing
*/
async function expandFiles(patterns, cwd, nothing) {
	const files = /* @__PURE__ */ new Map();
	for (const pattern of patterns) {
		const found = await expand(pattern, cwd);
		if (typeof found === "string") nothing(pattern, found);
		else for (const path of found) if (!files.has(resolve(cwd, path))) files.set(resolve(cwd, path), path);
	}
	return [...files.values()];
}
/** The files, or why there are none. */
async function expand(pattern, cwd) {
	if (existsSync(resolve(cwd, pattern))) return [pattern];
	const { glob, isDynamicPattern } = await import("./dist.mjs");
	if (!isDynamicPattern(pattern)) return "there is no such file";
	const found = await glob(pattern, {
		cwd,
		absolute: isAbsolute(pattern),
		expandDirectories: false
	});
	return found.length === 0 ? "the pattern matches no file" : found.sort();
}
// src/faces/grace.ts
const hour$1 = 36e5;
/** The input `grace`, in milliseconds. MAAS 3.8 downloads for up to two hours and more after it has read the documents. */
function readGrace(reading, consumers) {
	const least = consumers.includes("maas") ? 4 * hour$1 : 2 * hour$1;
	return reading.text("grace", (text, wrong) => {
		const time = parseDuration(text);
		if (time === void 0) return wrong();
		const whom = least === 2 * hour$1 ? "clients" : "MAAS";
		return time >= least ? time : wrong(`expected ${formatDuration(least)} at least: ${whom} may read as long by an old index`);
	}) ?? least;
}
// src/faces/retention.ts
/** The inputs `keep`, `keep-for` and `pin`; `undefined` when there is no bound. */
function readRetention(reading) {
	const keep = reading.text("keep", orWrong(parseKeep));
	const keepFor = reading.text("keep-for", orWrong(parseDuration));
	const pins = reading.list("pin", orWrong(parsePin));
	const isBounded = reading.given.has("keep") || reading.given.has("keep-for");
	if (!isBounded && pins.length > 0) reading.wrong("pin", void 0, "without keep and keep-for nothing is unlisted");
	return isBounded ? {
		keep,
		keepFor,
		pins
	} : void 0;
}
function parseKeep(text) {
	return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : void 0;
}
// src/faces/root.ts
/** The inputs `root`, `endpoint`, `region` and `expected-bucket-owner`, which belong together. */
function readRoot(reading, cwd) {
	const place = readPlace(reading, (text, wrong) => parseRoot(text, cwd, wrong));
	return place?.kind === "web" ? void 0 : place;
}
/** As {@link readRoot}, for who only reads: a folder must be there, and the root may lie behind a web server. */
function readRootToRead(reading, cwd) {
	return readPlace(reading, (text, wrong) => {
		if (/^https?:\/\//i.test(text)) return parseWeb(text, wrong);
		return parseExisting(text, cwd, wrong);
	});
}
function parseExisting(text, cwd, wrong) {
	const place = parseRoot(text, cwd, wrong);
	return place?.kind === "folder" && fileAt(place.folder) === void 0 ? wrong("there is no such folder") : place;
}
/** The inputs `from`, `from-endpoint` and `from-region`: a root that must be there. */
function readFrom(reading, cwd) {
	const place = reading.text("from", (text, wrong) => parseExisting(text, cwd, wrong));
	const endpoint = reading.text("from-endpoint", parseEndpoint);
	const region = reading.text("from-region", parseRegion);
	if (place?.kind === "s3") return {
		...place,
		endpoint: endpoint ?? reading.text("endpoint", parseEndpoint),
		region: region ?? reading.text("region", parseRegion),
		expectedBucketOwner: void 0
	};
	const onlyS3 = "is for a root in a bucket, s3://…, and from is a folder";
	if (place && endpoint !== void 0) reading.wrong("from-endpoint", void 0, onlyS3);
	if (place && region !== void 0) reading.wrong("from-region", void 0, onlyS3);
	return place;
}
/** Whether both are one root. */
function isSamePlace(a, b) {
	if (a.kind === "folder" || b.kind === "folder") return a.kind === "folder" && b.kind === "folder" && a.folder === b.folder;
	return a.bucket === b.bucket && a.prefix === b.prefix && a.endpoint === b.endpoint;
}
function readPlace(reading, parse) {
	const place = reading.text("root", parse);
	const details = {
		endpoint: reading.text("endpoint", parseEndpoint),
		region: reading.text("region", parseRegion),
		expectedBucketOwner: reading.text("expected-bucket-owner", matching(/^\d{12}$/))
	};
	if (place?.kind === "s3") return {
		...place,
		...details
	};
	if (place !== void 0) {
		const onlyS3 = `is for a root in a bucket, s3://…, and this root is ${place.kind === "web" ? "behind a web server" : "a folder"}`;
		if (details.endpoint !== void 0) reading.wrong("endpoint", void 0, onlyS3);
		if (details.region !== void 0) reading.wrong("region", void 0, onlyS3);
		if (details.expectedBucketOwner !== void 0) reading.wrong("expected-bucket-owner", void 0, onlyS3);
	}
	return place;
}
function parseRoot(text, cwd, wrong) {
	const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(text)?.[1]?.toLowerCase();
	if (scheme === void 0) return parseFolder(resolve(cwd, text), wrong);
	if (scheme === "file") return parseFileUrl(text, wrong);
	if (scheme === "s3") return parseBucket(text.slice(5), wrong);
	return scheme === "http" || scheme === "https" ? wrong("a root is written to, and this is where one is read: give the bucket as s3://bucket/prefix, with endpoint for an S3 that is not AWS") : wrong();
}
/** Consumers append paths to the URL, so there is nothing behind its path. */
function parseWeb(text, wrong) {
	const url = URL.canParse(text) ? new URL(text) : void 0;
	if (url === void 0 || url.href !== url.origin + url.pathname) return wrong("expected an http or https URL without user, query and fragment");
	return {
		kind: "web",
		url: url.href.replace(/\/streams\/v1\/index\.s?json$/, "").replace(/\/+$/, ""),
		given: text
	};
}
function parseFileUrl(text, wrong) {
	try {
		return parseFolder(fileURLToPath(text), wrong);
	} catch {
		return wrong("expected a URL of a local folder: file:///folder");
	}
}
function parseFolder(folder, wrong) {
	try {
		const found = fileAt(folder);
		if (found !== void 0 && !found.isDirectory()) return wrong("it is not a folder");
	} catch (error) {
		return wrong(error instanceof Error ? error.message : void 0);
	}
	return {
		kind: "folder",
		folder
	};
}
/** Bucket names by the widest of the rules in use: AWS is stricter, and says so itself. */
function parseBucket(text, wrong) {
	const [, bucket = "", prefix = ""] = /^([^/]*)\/?(.*?)\/?$/s.exec(text) ?? [];
	if (!/^[A-Za-z0-9][A-Za-z0-9._-]{1,254}$/.test(bucket)) return wrong("there is no name of a bucket after s3://");
	return prefix === "" || parseRelativePath(prefix) !== void 0 ? {
		kind: "s3",
		bucket,
		prefix
	} : wrong("the prefix is a path of [A-Za-z0-9._~:/-] without empty, \".\" and \"..\" segments");
}
function parseEndpoint(text, wrong) {
	const url = URL.canParse(text) ? new URL(text) : void 0;
	return url !== void 0 && url.href === `${url.origin}/` && /^https?:$/.test(url.protocol) ? url.origin : wrong();
}
const parseRegion = matching(/^[A-Za-z0-9-]{1,64}$/);
function matching(pattern) {
	return (text, wrong) => pattern.test(text) ? text : wrong();
}
// src/faces/tags.ts
/**
* Product tags that `tag` must not set, and what to do instead. A reader gives up on the whole stream when one of
* them has another type (Go structs of LXD and Incus), and simplestreams hands the tags of a product down to its
* items (`products_exdata`), where they would stand for what an item lacks.
*/
const reserved = new Map([
	...[
		"os",
		"release",
		"arch",
		"variant",
		"label",
		"subarch"
	].map(ownInput),
	["release_title", "use the input release-title"],
	["version", "use the input os-version"],
	["aliases", "use the input alias"],
	["requirements", "use the input requirement"],
	["lxd_requirements", "use the input requirement"],
	["supported", "readers want true or false there, and a tag is a string"],
	...[
		"versions",
		"items",
		"ftype",
		"path",
		"size",
		"sha256",
		"sha512",
		"md5"
	].map(filled),
	...[
		"subarches",
		"kflavor",
		"krel",
		"pubname"
	].map(filled),
	...[
		"format",
		"datatype",
		"updated",
		"content_id",
		"delta_base"
	].map(filled),
	...[
		"product_name",
		"version_name",
		"item_name"
	].map(filled)
]);
function ownInput(name) {
	return [name, `use the input ${name}`];
}
function filled(name) {
	return [name, "it is filled in from the image"];
}
/** The inputs that become tags of the product and its version. */
function readTags(reading) {
	return {
		os: reading.text("os", parseLine),
		release: reading.text("release", parseLine),
		releaseTitle: reading.text("release-title", parseLine),
		osVersion: reading.text("os-version", parseLine),
		arch: reading.text("arch", (text, wrong) => parseArch(text) ?? wrong()),
		variant: reading.text("variant", parseLine),
		label: reading.text("label", parseLine),
		subarch: reading.text("subarch", parseLine),
		aliases: [...new Set(reading.list("alias", parseAlias))],
		requirements: readPairs(reading, "requirement", parsePair),
		further: readPairs(reading, "tag", parseTag)
	};
}
function readPairs(reading, name, parse) {
	const pairs = /* @__PURE__ */ new Map();
	reading.list(name, (text, wrong) => {
		const pair = parse(text, wrong);
		if (pair === void 0) return void 0;
		if (pairs.has(pair.key)) return wrong(`${pair.key} is given twice`);
		return pairs.set(pair.key, pair.value);
	});
	return Object.fromEntries(pairs);
}
function parsePair(text, wrong) {
	const [, key, value] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
	if (key === void 0 || value === void 0) return wrong();
	if (!/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/.test(key)) return wrong("a key is a letter, then at most 63 of [A-Za-z0-9_.-]");
	return isLine(value, 1024) ? {
		key,
		value
	} : wrong("the value is one line of text, not empty, 1024 characters at most");
}
function parseTag(text, wrong) {
	const pair = parsePair(text, wrong);
	if (pair === void 0) return void 0;
	const instead = reserved.get(pair.key) ?? (pair.key.startsWith("combined_") ? filled("")[1] : void 0);
	return instead === void 0 ? pair : wrong(`the tag ${pair.key} cannot be set so: ${instead}`);
}
/** Clients split the tag `aliases` at commas, and do not trim what is between them. */
function parseAlias(text, wrong) {
	return /^[!-~]{1,128}$/.test(text) && !/,|^\/|\/$/.test(text) ? text : wrong();
}
/** A text in the format of a `line` of the table of inputs. */
function parseLine(text, wrong) {
	return isLine(text, 256) ? text : wrong();
}
function isLine(text, longest) {
	return text !== "" && text.length <= longest && !/[\p{Cc}\u2028\u2029]/u.test(text);
}
// src/faces/request.ts
/**
* The inputs of `publish`, each valid by itself and with the others.
* @throws InputError INPUT_INVALID naming everything that is wrong
*/
async function readPublish(reading, surroundings) {
	const { cwd } = surroundings;
	const root = readRoot(reading, cwd);
	const request = await readRequest(reading, surroundings);
	const singleWriter = reading.boolean("single-writer");
	const keys = readKeysAndReport(reading, cwd);
	if (reading.problems.length > 0 || root === void 0) throw new InputError("INPUT_INVALID", reading.problems);
	return {
		request,
		root,
		singleWriter,
		...keys
	};
}
/** What a run has once, however many roots it publishes into; and that its report can be written. */
function readKeysAndReport(reading, cwd) {
	checkReportPath(reading, cwd);
	return {
		signingKey: readSigningKey(reading, reading.boolean("adopt")),
		trustedKeys: readTrustedKeys(reading, cwd)
	};
}
/** Among the problems of `reading`: a file for the report that cannot be written. */
function checkReportPath(reading, cwd) {
	reading.text("report", (path, wrong) => {
		const why = unfitTarget(path, cwd);
		return why === void 0 ? path : wrong(why);
	});
}
/** What to publish, without where and with what; what is wrong is among the problems of `reading`. */
async function readRequest(reading, surroundings) {
	return {
		...readRootRequest(reading, surroundings),
		images: [await readImage$1(reading, surroundings.cwd)]
	};
}
/** What holds for all images of a root. */
function readRootRequest(reading, { sourceDateEpoch }) {
	const consumers = readConsumersOfOneRoot(reading);
	return {
		consumers,
		sourceDate: readSourceDate(reading, sourceDateEpoch),
		publicUrl: reading.text("public-url", orWrong(parsePublicUrl$1)),
		adopt: reading.boolean("adopt"),
		acceptRollback: reading.boolean("accept-rollback"),
		dryRun: reading.boolean("dry-run"),
		retention: readRetention(reading),
		grace: readGrace(reading, consumers.map(({ name }) => name)),
		yes: reading.boolean("yes"),
		allow: readAllow(reading)
	};
}
/** What one image is; what is wrong is among the problems of `reading`. */
async function readImage$1(reading, cwd) {
	return {
		name: void 0,
		...readNames(reading),
		files: await readFiles(reading, cwd),
		product: reading.text("product", orWrong(parseProductName)),
		tags: readTags(reading),
		serial: reading.text("serial", orWrong(parseSerial))
	};
}
/** What the names of the documents and products of an image are made of, where they are not given. */
function readNames(reading) {
	return {
		contentId: reading.text("content-id", orWrong(parseContentId)),
		streamName: reading.text("stream-name", orWrong(parseStreamName))
	};
}
/** As the reversed domain names that names of products begin with. */
function parseStreamName(text) {
	return /^[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*$/.test(text) && text.length <= 64 ? text : void 0;
}
async function readFiles(reading, cwd) {
	return expandFiles(reading.list("files", (text) => text), cwd, (pattern, why) => reading.wrong("files", pattern, why));
}
/** Without a slash at the end. */
function parsePublicUrl$1(text) {
	const url = URL.canParse(text) ? new URL(text) : void 0;
	return url !== void 0 && url.href === url.origin + url.pathname && url.protocol === "https:" ? url.href.replace(/\/+$/, "") : void 0;
}
function readSourceDate(reading, text = "") {
	if (text === "") return void 0;
	const date = /* @__PURE__ */ new Date(Number(text) * 1e3);
	return /^\d{1,12}$/.test(text) && date.getUTCFullYear() <= 9999 ? date : reading.problem("SOURCE_DATE_EPOCH: expected whole seconds since 1970-01-01 00:00:00 UTC, before the year 10000");
}
// src/faces/check-request.ts
/**
* The inputs of `check`, each valid by itself and with the others.
* @throws InputError INPUT_INVALID naming everything that is wrong
*/
async function readCheck(reading, surroundings) {
	const { cwd } = surroundings;
	const subject = await readSubject(reading, surroundings);
	const settings = {
		failOn: reading.text("fail-on", parseFailOn) ?? "error",
		sarif: readTarget$1(reading, "sarif", cwd),
		codeQuality: readTarget$1(reading, "code-quality", cwd)
	};
	readTarget$1(reading, "report", cwd);
	if (reading.problems.length > 0 || subject === void 0) throw new InputError("INPUT_INVALID", reading.problems);
	return {
		subject,
		...settings
	};
}
async function readSubject(reading, surroundings) {
	const hasRoot = reading.text("root", () => true) ?? false;
	const hasFiles = reading.list("files", () => true).length > 0;
	if (hasRoot && hasFiles) return reading.wrong("files", void 0, "give either a root or files; what publishing the files into the root would do is told by publish with dry-run");
	if (!hasRoot && !hasFiles) return reading.wrong("root", void 0, "there is nothing to check: give a root, or files");
	if (hasRoot) return readRootSubject(reading, surroundings.cwd);
	return {
		kind: "files",
		request: await readRequest(reading, surroundings)
	};
}
function readRootSubject(reading, cwd) {
	const root = readRootToRead(reading, cwd);
	const given = reading.text("public-url", parsePublicUrl);
	const subject = {
		request: {
			consumers: readConsumers(reading),
			allow: readAllow(reading),
			maxAge: readMaxAge(reading, /* @__PURE__ */ new Date()),
			publicUrl: given ?? (root?.kind === "web" ? root.given : void 0)
		},
		signingKey: readSigningKey(reading, false),
		trustedKeys: readTrustedKeys(reading, cwd)
	};
	return root === void 0 ? void 0 : {
		kind: "root",
		root,
		...subject
	};
}
/** As it was typed: what consumers make of a missing slash is among the things to be found out. */
function parsePublicUrl(text, wrong) {
	const url = URL.canParse(text) ? new URL(text) : void 0;
	return url !== void 0 && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "" ? text : wrong("expected an http or https URL without user");
}
function parseFailOn(text, wrong) {
	return failOnWords.find((word) => word === text) ?? wrong();
}
function readTarget$1(reading, name, cwd) {
	return reading.text(name, (path, wrong) => {
		const why = unfitTarget(path, cwd);
		return why === void 0 ? path : wrong(why);
	});
}
// src/faces/findings/identity.ts
/**
* The findings with a fingerprint of the rule and the place, not of the words: those name values that come and go.
* @param folder of the root, relative to the project; `''` when it is not in there
*/
function identified(report, folder) {
	const seen = /* @__PURE__ */ new Map();
	return report.findings.map((finding) => {
		const { code, place } = finding;
		const key = `${code} ${describePlace(place)}`;
		const count = (seen.get(key) ?? 0) + 1;
		seen.set(key, count);
		const fingerprint = sha256(new TextEncoder().encode(`${key} ${count}`));
		const path = report.paths[place.document] ?? `streams/v1/${place.document}.json`;
		return {
			finding,
			fingerprint,
			path: folder === "" ? path : `${folder}/${path}`
		};
	});
}
// src/faces/findings/rule.ts
function describeRule(code) {
	const rule = rules.find((candidate) => candidate.code === code);
	if (rule !== void 0) return {
		...rule,
		severity: consequences[rule.consequence].severity
	};
	const reading = readingRules.find((candidate) => candidate.code === code);
	if (reading === void 0) throw new Error(`no rule ${code}`);
	return reading;
}
/**
* Where a rule is explained.
* @param project the URL of the project's files, where it is known
*/
function ruleLink(code, project) {
	const page = `docs/rules.md#${code.toLowerCase()}`;
	return project === void 0 ? page : `${project}/${page}`;
}
// src/faces/findings/text.ts
/** What a check found, for people: a block for each finding, the worst first. */
function renderFindings(report) {
	const counted = severities.map((severity) => ({
		title: `${severity.slice(0, 1).toUpperCase()}${severity.slice(1)}s`,
		findings: report.findings.filter((found) => !found.allowed && found.severity === severity)
	}));
	const allowed = {
		title: "Allowed, not counted",
		findings: report.findings.filter((found) => found.allowed)
	};
	return `${[
		...[...counted, allowed].filter(({ findings }) => findings.length > 0).flatMap(({ title, findings }) => [
			title,
			"",
			...findings.flatMap(block)
		]),
		`Found ${describeCounts(report)} in ${subjectOf(report)}, for ${report.consumers.join(", ")}`,
		...report.remarks.map((remark) => `Note: ${remark}`)
	].map(printable).join("\n")}\n`;
}
/** What was checked. */
function subjectOf({ root }) {
	return root ?? "the files";
}
/** What the consumers do, in their own words where they have any. */
function effectOf({ consumers, consequence, says }) {
	const names = consumers.map((name) => programs[name].title).join(", ");
	const quoted = says === void 0 ? "" : `, saying "${says}"`;
	return `${names}: ${consequences[consequence].words}${quoted}`;
}
function block(finding) {
	const { code, place, message, fix } = finding;
	return [
		`  ${code}  ${describePlace(place)}`,
		`    ${message}`,
		`    ${effectOf(finding)}`,
		`    fix: ${fix}`,
		`    see ${ruleLink(code)}`,
		""
	];
}
// src/faces/findings/code-quality.ts
const severityOf = {
	error: "critical",
	warning: "minor",
	note: "info"
};
/**
* The findings as GitLab shows them in a merge request; allowed ones are of severity `info`.
* @param folder as for `identified`
*/
function codeQuality(report, folder) {
	return identified(report, folder).map(({ finding, fingerprint, path }) => ({
		description: `${finding.message}. ${effectOf(finding)}. Fix: ${finding.fix}`,
		check_name: finding.code,
		fingerprint,
		severity: finding.allowed ? "info" : severityOf[finding.severity],
		location: {
			path,
			lines: { begin: 1 }
		}
	}));
}
// src/faces/findings/sarif.ts
/** The findings as a log of SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0); allowed ones are suppressed. */
function sarif(report, context) {
	const codes = [...new Set(report.findings.map(({ code }) => code))].sort();
	const found = identified(report, context.folder);
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "simplestreams",
				semanticVersion: context.version,
				...context.project === void 0 ? {} : { informationUri: context.project },
				rules: codes.map((code) => ruleOf(code, context))
			} },
			automationDetails: { id: `simplestreams/${report.root ?? "files"}/` },
			columnKind: "utf16CodeUnits",
			results: found.map((finding) => resultOf(finding, codes))
		}]
	};
}
function ruleOf(code, { project }) {
	const { title, why, fix, severity } = describeRule(code);
	const help = `${why}\n\nWhat to do: ${fix}.`;
	return {
		id: code,
		shortDescription: { text: plain(title) },
		fullDescription: { text: plain(why) },
		help: {
			text: plain(help),
			markdown: help
		},
		...project === void 0 ? {} : { helpUri: ruleLink(code, project) },
		defaultConfiguration: { level: severity }
	};
}
function resultOf({ finding, fingerprint, path }, codes) {
	const { code, severity, message, fix, place, allowed } = finding;
	return {
		ruleId: code,
		ruleIndex: codes.indexOf(code),
		level: severity,
		message: { text: plain(`${describePlace(place)}: ${message}. ${effectOf(finding)}. Fix: ${fix}.`) },
		locations: [{
			physicalLocation: {
				artifactLocation: { uri: uriOf(path) },
				region: { startLine: 1 }
			},
			logicalLocations: [{ fullyQualifiedName: describePlace(place) }]
		}],
		partialFingerprints: { "place/v1": fingerprint },
		...allowed ? { suppressions: [{
			kind: "external",
			justification: "input allow"
		}] } : {}
	};
}
/** A relative reference, whatever a path of others holds; a colon in its first segment would be a scheme. */
function uriOf(path) {
	return path.split("/").map(encodeURIComponent).join("/");
}
// src/faces/findings/files.ts
/** Writes the findings to the files that were asked for, in the forms of others. Throws when one cannot be written. */
function writeFindings(report, to) {
	const folder = folderOf(to);
	if (to.sarif !== void 0) writeJsonFile(to.sarif, to.cwd, sarif(report, {
		...to,
		folder
	}));
	if (to.codeQuality !== void 0) writeJsonFile(to.codeQuality, to.cwd, codeQuality(report, folder));
}
/** Where the root lies in the project, if it does: there GitHub and GitLab find its documents. */
function folderOf({ subject, cwd }) {
	if (subject.kind !== "root" || subject.root.kind !== "folder") return "";
	const path = relative(cwd, subject.root.folder);
	return path.startsWith("..") ? "" : path.split(sep).join("/");
}
// src/adapters/clock.ts
/** The machine's clock. A sleep ends with the reason of `signal` when that is aborted. */
function systemClock({ signal }) {
	return {
		now: () => /* @__PURE__ */ new Date(),
		sleep: async (milliseconds) => {
			try {
				await setTimeout$1(milliseconds, void 0, { signal });
			} catch (error) {
				signal.throwIfAborted();
				throw error;
			}
		}
	};
}
// src/adapters/http/failure.ts
/** The server says that it cannot answer now. */
var BusyError = class extends Error {};
const words = {
	ENOTFOUND: "no such host is known; is the name right?",
	EAI_AGAIN: "the name of the host cannot be looked up now",
	ECONNREFUSED: "nothing listens there",
	ECONNRESET: "the connection was reset",
	EHOSTUNREACH: "the host cannot be reached",
	ENETUNREACH: "there is no way to its network",
	ETIMEDOUT: "the connection timed out",
	UND_ERR_CONNECT_TIMEOUT: "the connection timed out",
	UND_ERR_SOCKET: "the connection broke off in the middle of the answer",
	UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "the answer is shorter or longer than it says",
	CERT_HAS_EXPIRED: "its certificate has expired",
	DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed; NODE_EXTRA_CA_CERTS can name it",
	SELF_SIGNED_CERT_IN_CHAIN: "its certificate is of an authority that is not known; NODE_EXTRA_CA_CERTS can name it",
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is of an authority that is not known; NODE_EXTRA_CA_CERTS can name it",
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate is of an authority that is not known; NODE_EXTRA_CA_CERTS can name it",
	ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host"
};
/** Whether it may go well the next time: everything but a wrong name, a wrong certificate or too many redirects. */
function isPassing(error) {
	if (error instanceof BusyError) return true;
	const code = codesOf(error).find((known) => known in words);
	return code !== void 0 && code !== "ENOTFOUND" && !/CERT|VERIFY/.test(code);
}
/** Why a fetch failed. `fetch` itself says "fetch failed", and the causes behind it say why. */
function explainFetchFailure(error) {
	for (const code of codesOf(error)) {
		const known = words[code];
		if (known !== void 0) return `${known} (${code})`;
	}
	return causesOf(error).map((cause) => cause.message).at(-1) ?? String(error);
}
function codesOf(error) {
	return causesOf(error).flatMap((cause) => "code" in cause && typeof cause.code === "string" ? [cause.code] : []);
}
/** The error, what led to it, and the members of an AggregateError (one an address). */
function causesOf(error) {
	if (!(error instanceof Error)) return [];
	return [
		error,
		...error instanceof AggregateError ? error.errors.flatMap(causesOf) : [],
		...causesOf(error.cause)
	];
}
// src/adapters/http-source.ts
/** How often a document is asked for when the connection fails, or the server says that it has a bad moment. */
const tries$1 = 3;
const pause = 500;
/**
* A root behind a web server, read as clients read it: redirects are followed, compressed answers unpacked, and only
* 404 and 410 say "absent".
*/
function httpSource(options) {
	const root = options.url.replace(/\/+$/, "");
	return {
		url: root,
		read: (path, limit) => readPatiently(`${root}/${path}`, limit, options)
	};
}
async function readPatiently(url, limit, options) {
	const { signal } = options;
	for (let attempt = 1;; attempt++) try {
		const bytes = await get(url, limit, options);
		return bytes === void 0 ? void 0 : { bytes };
	} catch (error) {
		signal.throwIfAborted();
		if (error instanceof StoreError || error instanceof TrustError) throw error;
		if (attempt === tries$1 || !isPassing(error)) throw unreadable(url, error);
		await setTimeout$1(pause * attempt, void 0, { signal });
	}
}
function unreadable(url, cause) {
	const why = explainFetchFailure(cause);
	return new StoreError("STORE_FAILED", `${url} cannot be read: ${why}`, { cause });
}
async function get(url, limit, { signal, patience = 3e4 }) {
	const silence = new AbortController();
	const giveUp = () => silence.abort(/* @__PURE__ */ new Error(`nothing came for ${patience / 1e3} seconds`));
	const timer = setTimeout(giveUp, patience);
	try {
		const response = await fetch(url, {
			headers: { "user-agent": "simplestreams-action" },
			signal: AbortSignal.any([signal, silence.signal])
		});
		if (response.status !== 200) {
			await response.body?.cancel();
			return refused(url, response);
		}
		const chunks = [];
		let count = 0;
		for await (const chunk of response.body ?? []) {
			timer.refresh();
			count += chunk.byteLength;
			if (count > limit) throw tooLarge$1(url, limit);
			chunks.push(chunk);
		}
		return Buffer.concat(chunks);
	} finally {
		clearTimeout(timer);
	}
}
/** `undefined` for what is absent. */
function refused(url, { status, statusText, url: final }) {
	if (status === 404 || status === 410) return void 0;
	const answer = `${url}${final === "" || final === url ? "" : ` (redirected to ${final})`} answers ${status} ${statusText}`.trimEnd();
	if (status === 401 || status === 403) throw new StoreError("STORE_DENIED", `${answer}: it may not be read, or it is not there and the server does not say so; let everybody read it, and let what is absent be 404`);
	if (status === 429 || status >= 500) throw new BusyError(answer);
	throw new StoreError("STORE_FAILED", `${answer}; a root is served as plain files, with 200`);
}
function tooLarge$1(url, limit) {
	return new TrustError("DOCUMENT_TOO_LARGE", `${url} has more than the ${limit} bytes that such a document may have`);
}
// src/adapters/images/file-bytes.ts
const chunkSize = 65536;
/**
* Fills `target` from `offset` on.
* @throws InputError FILE_CHANGED when the file has become shorter; InputError IMAGE_INVALID when it cannot be read
*/
async function readBytes(file, offset, target, signal) {
	for (let filled = 0; filled < target.length;) {
		signal?.throwIfAborted();
		const count = await readSome(file, offset + filled, target.subarray(filled));
		if (count === 0) throw changed(`it ends at byte ${offset + filled} now`);
		filled += count;
	}
}
/** The file from its beginning, in buffers of their own. */
async function* fileChunks(file, signal) {
	for (let offset = 0; offset < file.size; offset += chunkSize) {
		const chunk = new Uint8Array(Math.min(chunkSize, file.size - offset));
		await readBytes(file, offset, chunk, signal);
		yield chunk;
	}
}
/** @throws InputError FILE_CHANGED when the file is not any more as it was when it was opened */
async function assertUnchanged(file) {
	const { before } = file;
	const now = await file.handle.stat({ bigint: true });
	if (now.size !== before.size) throw changed(`${before.size} bytes became ${now.size}`);
	if (now.mtimeNs !== before.mtimeNs || now.ctimeNs !== before.ctimeNs) throw changed(`it was written to at ${now.ctime.toISOString()}`);
}
async function readSome(file, position, target) {
	try {
		return (await file.handle.read(target, 0, target.length, position)).bytesRead;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new InputError("IMAGE_INVALID", `cannot be read: ${reason}`, { cause: error });
	}
}
function changed(what) {
	return new InputError("FILE_CHANGED", `changed during the run: ${what}; publish it when its build has finished`);
}
// src/adapters/images/file-digests.ts
const bufferSize = 4 * 2 ** 20;
/** All digests of a file in one pass. @throws InputError FILE_CHANGED when it is not as it was when it was opened */
async function digestFile(file, options) {
	const { hashing, combined } = options;
	const partSize = options.inParts ? partSizeOf(file.size) : file.size;
	const own = hashing.chain("sha256");
	const md5 = options.md5 ? hashing.chain("md5") : void 0;
	const parts = [];
	let part;
	const whole = [
		own,
		combined,
		md5,
		...options.prefixes
	].filter((chain) => chain !== void 0);
	await readThrough(file, partSize, options, async (bytes, offset) => {
		const updates = whole.map((chain) => chain.update(bytes));
		if (file.size > partSize) {
			part ??= hashing.chain("sha256");
			updates.push(part.update(bytes));
			const end = offset + bytes.length;
			if (end % partSize === 0 || end === file.size) {
				const start = parts.length * partSize;
				parts.push(partOf(part, start, end - start));
				part = void 0;
			}
		}
		await Promise.all(updates);
	});
	await assertUnchanged(file);
	const sha256 = await sha256Of(own);
	const single = {
		offset: 0,
		size: file.size,
		sha256
	};
	return {
		sha256,
		parts: parts.length === 0 ? [single] : await Promise.all(parts),
		combined: combined && await sha256Of(combined),
		md5: await md5?.digest()
	};
}
async function partOf(chain, offset, size) {
	return {
		offset,
		size,
		sha256: await sha256Of(chain)
	};
}
async function sha256Of(chain) {
	const digits = await chain.digest();
	const digest = parseSha256(digits);
	if (digest === void 0) throw new Error(`not a SHA-256: ${digits}`);
	return digest;
}
/**
* Hands `take` the file's bytes in order; no piece crosses a part's border, and its bytes are written over once `take`
* is done with them. The next piece is read meanwhile: measured 30 to 70 % faster than streams.
*/
async function readThrough(file, partSize, { hashing, buffers, onBytes, signal }, take) {
	const count = Math.min(buffers, Math.ceil(file.size / bufferSize));
	const memory = hashing.buffer(Math.min(count * bufferSize, file.size));
	const ring = Array.from({ length: count }, (_, n) => ({
		memory: memory.subarray(n * bufferSize, (n + 1) * bufferSize),
		taken: Promise.resolve()
	}));
	const slots = turns(ring);
	const read = async (offset) => {
		const slot = slots.next().value;
		await slot.taken;
		const partEnd = (Math.floor(offset / partSize) + 1) * partSize;
		const size = Math.min(bufferSize, partEnd - offset, file.size - offset);
		const bytes = slot.memory.subarray(0, size);
		await readBytes(file, offset, bytes, signal);
		return {
			bytes,
			slot
		};
	};
	let next = read(0);
	try {
		for (let offset = 0; next !== void 0;) {
			const { bytes, slot } = await next;
			const start = offset;
			offset += bytes.length;
			next = offset < file.size ? read(offset) : void 0;
			slot.taken = take(bytes, start).then(() => onBytes?.(bytes.length));
			slot.taken.catch(() => void 0);
		}
		await Promise.all(ring.map(({ taken }) => taken));
	} finally {
		await next?.catch(() => void 0);
	}
}
function* turns(ring) {
	for (;;) yield* ring;
}
// src/adapters/images/hash-thread.ts
/**
* The program of a thread that hashes. It is handed over as text, so that the bundle needs no second file: nothing from
* outside the function may be used in it.
*/
function hashThread() {
	const { createHash } = process.getBuiltinModule("node:crypto");
	const { parentPort } = process.getBuiltinModule("node:worker_threads");
	const chains = /* @__PURE__ */ new Map();
	parentPort?.on("message", ({ id, chain, algorithm, bytes }) => {
		const hash = chains.get(chain) ?? createHash(algorithm);
		let digest;
		if (bytes === void 0) {
			digest = hash.digest("hex");
			chains.delete(chain);
		} else chains.set(chain, hash.update(bytes));
		parentPort?.postMessage({
			id,
			digest
		});
	});
}
// src/adapters/images/hash-threads.ts
/** Digests by `count` threads. A chain stays with one of them: the one that has least to do when it begins. */
function hashThreads(count) {
	const threads = Array.from({ length: count }, startThread);
	let chains = 0;
	function chain(algorithm) {
		const thread = threads.reduce((idlest, other) => load(other) < load(idlest) ? other : idlest);
		const request = {
			chain: chains++,
			algorithm
		};
		thread.chains += 1;
		return {
			update: async (bytes) => void await thread.ask({
				...request,
				bytes
			}),
			async digest() {
				const { digest } = await thread.ask({
					...request,
					bytes: void 0
				});
				thread.chains -= 1;
				if (digest === void 0) throw new Error("a thread that hashes gave no digest");
				return digest;
			}
		};
	}
	return {
		chain,
		buffer: (size) => new Uint8Array(new SharedArrayBuffer(size)),
		close: async () => void await Promise.all(threads.map((thread) => thread.end()))
	};
}
/** Bytes to be hashed, first; between idle threads the chains that will bring more decide. */
function load({ busyBytes, chains }) {
	return busyBytes() + Math.min(chains, 1e3) / 1e3;
}
function startThread() {
	const worker = new Worker(`(${hashThread})()`, {
		eval: true,
		env: {},
		execArgv: []
	});
	const asked = /* @__PURE__ */ new Map();
	let [ids, busy] = [0, 0];
	let failure;
	worker.on("message", (answer) => {
		const question = asked.get(answer.id);
		asked.delete(answer.id);
		busy -= question?.size ?? 0;
		question?.resolve(answer);
	});
	worker.on("error", (error) => {
		failure = error;
		for (const { reject } of asked.values()) reject(error);
		asked.clear();
	});
	return {
		/** Chains that have not ended. */
		chains: 0,
		/** Of what was handed over and is not hashed yet. */
		busyBytes: () => busy,
		ask: (request) => new Promise((resolve, reject) => {
			if (failure !== void 0) return reject(failure);
			const id = ids++;
			const size = request.bytes?.length ?? 0;
			asked.set(id, {
				resolve,
				reject,
				size
			});
			busy += size;
			worker.postMessage({
				...request,
				id
			});
		}),
		end: () => worker.terminate()
	};
}
// src/adapters/images/hashing.ts
/** One digest after the other in this thread: for little, for which a thread costs more than it saves. */
const hashingHere = {
	chain(algorithm) {
		const hash = createHash(algorithm);
		return {
			update: async (bytes) => void hash.update(bytes),
			digest: async () => hash.digest("hex")
		};
	},
	buffer: (size) => new Uint8Array(size),
	close: async () => void 0
};
// src/adapters/images/naming.ts
/** Runs `work` on the file at `path`; problems it finds are clauses without a subject, which the path becomes. */
async function naming(path, work) {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		const problems = error.problems.map((problem) => `${path} ${problem}`);
		throw new InputError(error.code, problems, { cause: error.cause ?? error });
	}
}
// src/adapters/images/hash-files.ts
/** From this many bytes on threads are worth starting: they take 30 ms. */
const worthThreads = 48 * 2 ** 20;
const mostThreads = 4;
/** Read ahead, of 4 MiB each: as much as two parts, so that no thread waits for the one that has the part in hand. */
const buffers = 8;
/** The digests of every file, in one pass over each; large ones by threads, on as many processors as there are. */
async function hashFiles(images, wanted, options) {
	const total = images.reduce((sum, { size }) => sum + size, 0);
	const threads = Math.min(availableParallelism(), mostThreads);
	const hashing = threads > 1 && total >= worthThreads ? hashThreads(threads) : hashingHere;
	try {
		return await hashAll(hashing, images, wanted, options);
	} finally {
		await hashing.close();
	}
}
async function hashAll(hashing, images, { metadata, md5 }, { fileOf, ...options }) {
	const digests = /* @__PURE__ */ new Map();
	const others = images.filter((image) => image !== metadata);
	const combined = new Map(metadata && others.map((image) => [image, hashing.chain("sha256")]));
	const stop = new AbortController();
	const signal = AbortSignal.any([stop.signal, ...options.signal ? [options.signal] : []]);
	const usual = {
		...options,
		signal,
		hashing,
		md5,
		buffers,
		combined: void 0,
		prefixes: []
	};
	const digest = async (image, changes) => {
		const file = fileOf(image);
		digests.set(image, await naming(image.path, () => digestFile(file, {
			...usual,
			...changes
		})));
	};
	if (metadata !== void 0) {
		const onBytes = images.includes(metadata) ? options.onBytes : void 0;
		await digest(metadata, {
			prefixes: [...combined.values()],
			onBytes
		});
	}
	const queue = others.values();
	const lanes = hashing === hashingHere ? 1 : 2;
	const share = Math.floor(buffers / Math.min(lanes, Math.max(1, others.length)));
	const lane = async () => {
		for (const image of queue) await digest(image, {
			combined: combined.get(image),
			buffers: share
		});
	};
	await Promise.all(Array.from({ length: lanes }, () => lane().catch((error) => stop.abort(error))));
	stop.signal.throwIfAborted();
	return digests;
}
// src/adapters/images/open-file.ts
/** @throws InputError IMAGE_INVALID when `path` is not a regular file that can be read and holds something */
async function openFile(path) {
	const handle = await openForReading(path);
	try {
		const before = await handle.stat({ bigint: true });
		const problem = kindProblem(before);
		if (problem !== void 0) throw new InputError("IMAGE_INVALID", problem);
		return {
			path,
			size: Number(before.size),
			handle,
			before
		};
	} catch (error) {
		await handle.close();
		throw error;
	}
}
async function openForReading(path) {
	try {
		return await open(path, constants$1.O_RDONLY | constants$1.O_NONBLOCK);
	} catch (error) {
		throw new InputError("IMAGE_INVALID", openProblem(error), { cause: error });
	}
}
function openProblem(error) {
	const code = error instanceof Error && "code" in error ? String(error.code) : void 0;
	if (code === "ENOENT" || code === "ENOTDIR") return "is not there: no such file; expected an image file (paths are relative to the working directory)";
	if (code === "EACCES" || code === "EPERM") return "may not be read: permission denied; give this user read permission on it and on its folder";
	if (code === "EISDIR") return folderProblem;
	if (code === "ENXIO") return "is a socket, or a device that is absent; expected a regular file";
	return `cannot be opened: ${error instanceof Error ? error.message : String(error)}`;
}
const folderProblem = "is a folder; expected an image file, give the files in it";
function kindProblem(stats) {
	if (stats.isDirectory()) return folderProblem;
	if (stats.isFIFO()) return "is a FIFO; expected a regular file, write the stream to one first";
	if (stats.isBlockDevice() || stats.isCharacterDevice()) return "is a device; expected a regular file, copy the device to one first";
	if (!stats.isFile()) return "is not a regular file; expected an image";
	if (stats.size === 0n) return "is empty; expected an image, did its build fail?";
}
// src/adapters/images/decompression-problem.ts
const again = "make or fetch it again";
/** What an error of node:zlib says of a gzip file. */
function gzipProblem(error) {
	if ((error instanceof Error && "code" in error ? error.code : void 0) === "Z_BUF_ERROR") return `is truncated: its gzip data breaks off; ${again}`;
	return `is damaged: its gzip data is broken (${messageOf(error)}); ${again}`;
}
const xzProblems = {
	3: "needs more memory to be expanded than there is; recompress it with `xz -6`",
	4: "is xz-compressed with a dictionary over 64 MiB; recompress it with `xz -9` or less",
	6: "is xz-compressed with --check=sha256 or a filter such as --x86, which this program cannot read; recompress it with plain `xz`",
	8: `is truncated: its xz data breaks off, or other data follows it; ${again}`
};
/** What an error of xz-decompress says of an xz file. */
function xzProblem(error) {
	const code = /error code (\d+)/.exec(messageOf(error))?.[1] ?? "";
	return xzProblems[code] ?? `is damaged: its xz data is broken (${messageOf(error)}); ${again}`;
}
/** `ZstdErrorCode.UnexpectedEOF` of fzstd, spelled out so that the library need not be loaded for it. */
const zstdUnexpectedEnd = 5;
/** What an error of fzstd says of a zstd file. */
function zstdProblem(error) {
	if ((error instanceof Error && "code" in error ? error.code : void 0) === zstdUnexpectedEnd) return `is truncated: its zstd data breaks off; ${again}`;
	return `is damaged: its zstd data is broken (${messageOf(error)}); ${again}`;
}
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
// src/adapters/images/decompress.ts
/**
* What `chunks` expand to, made as it is asked for. Libraries are loaded when they are needed.
* @throws InputError IMAGE_INVALID when they are truncated, damaged, or use what the library does not know; whatever
* `chunks` throws
*/
async function* decompress(compression, chunks) {
	if (compression === "none") {
		yield* chunks;
		return;
	}
	let failure;
	async function* watched() {
		try {
			yield* chunks;
		} catch (error) {
			failure = { error };
			throw error;
		}
	}
	const { expand, problem } = formats[compression];
	try {
		yield* expand(watched());
	} catch (error) {
		if (failure !== void 0) throw failure.error;
		throw new InputError("IMAGE_INVALID", problem(error), { cause: error });
	}
}
const formats = {
	gzip: {
		expand: gunzip,
		problem: gzipProblem
	},
	xz: {
		expand: expandXz,
		problem: xzProblem
	},
	zstd: {
		expand: expandZstd,
		problem: zstdProblem
	}
};
async function* gunzip(chunks) {
	const gunzip = createGunzip();
	pipeline(chunks, gunzip, () => void 0);
	yield* gunzip;
}
async function* expandXz(chunks) {
	const { default: xz } = await import("./xz-decompress.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	yield* new xz.XzReadableStream(ReadableStream.from(chunks));
}
/**
* The library expands all it is given at once, a four-byte block to as much as 2 MiB: so it gets little.
*/
const zstdBite = 128;
async function* expandZstd(chunks) {
	const { Decompress } = await import("./esm.mjs");
	let expanded = [];
	const decompressor = new Decompress((bytes) => void expanded.push(bytes));
	for await (const chunk of chunks) for (let at = 0; at < chunk.length; at += zstdBite) {
		decompressor.push(chunk.subarray(at, at + zstdBite));
		yield* expanded;
		expanded = [];
	}
	decompressor.push(/* @__PURE__ */ new Uint8Array(0), true);
	yield* expanded;
}
// src/adapters/images/peek.ts
/** The first `size` bytes of `chunks`, or all there are. */
async function peek(chunks, size) {
	const iterator = chunks[Symbol.asyncIterator]();
	const seen = [];
	for (let count = 0; count < size;) {
		const { done, value } = await iterator.next();
		if (done === true) break;
		seen.push(Uint8Array.from(value));
		count += value.length;
	}
	const close = async () => void await iterator.return?.();
	async function* all() {
		try {
			yield* seen;
			for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
		} finally {
			await close();
		}
	}
	return {
		head: Buffer.concat(seen).subarray(0, size),
		all: all(),
		close
	};
}
/** Far above what templates need, far below what makes a small file large. */
const mostAliases = 100;
/**
* One YAML document, all of its scalars as the text that stands there: `3.20` is no number here.
* @throws Error with a message of one line
*/
async function parseYaml(text) {
	const { LineCounter, Parser, isMap, parseDocument, visit } = await import("./dist2.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	if (isNestedDeeper([...new Parser().parse(text)], 50)) throw new Error(`it is nested more than 50 levels deep`);
	const lineCounter = new LineCounter();
	const document = parseDocument(text, {
		lineCounter,
		prettyErrors: false,
		schema: "failsafe",
		resolveKnownTags: false,
		stringKeys: true,
		uniqueKeys: false
	});
	const [error] = document.errors;
	if (error !== void 0) {
		const { line, col } = lineCounter.linePos(error.pos[0]);
		const message = error.code === "MULTIPLE_DOCS" ? "a second document begins" : error.message;
		throw new Error(`${message} at line ${line}, column ${col}`, { cause: error });
	}
	visit(document, { Map(_, map) {
		if (isMap(map)) assertUnique(map.items);
	} });
	return document.toJS({ maxAliasCount: mostAliases });
}
/** Level by level: a recursion would overflow on what it is to find. */
function isNestedDeeper(tokens, most) {
	let level = tokens;
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > most) return true;
		level = level.flatMap(childrenOf);
	}
	return false;
}
function childrenOf(token) {
	if (token.type === "document") return token.value === void 0 ? [] : [token.value];
	if (!("items" in token)) return [];
	return token.items.flatMap(({ key, value }) => [key, value].filter((child) => child != null));
}
function assertUnique(pairs) {
	const seen = /* @__PURE__ */ new Set();
	for (const { key } of pairs) {
		const name = String(key);
		if (seen.has(name)) throw new Error(`the key ${JSON.stringify(name)} is there twice in one map`);
		seen.add(name);
	}
}
// src/adapters/images/metadata-yaml.ts
/** @throws InputError IMAGE_INVALID with every problem of the `metadata.yaml` */
async function parseMetadataYaml(bytes) {
	const parsed = parseImageMetadata(await valueIn(bytes));
	if ("metadata" in parsed) return parsed.metadata;
	throw new InputError("IMAGE_INVALID", parsed.problems.map((problem) => `holds a metadata.yaml that cannot be used: ${problem}`));
}
async function valueIn(bytes) {
	try {
		return await parseYaml(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch (error) {
		const problem = `holds a metadata.yaml that is not usable YAML: ${error instanceof Error ? error.message : String(error)}`;
		throw new InputError("IMAGE_INVALID", problem, { cause: error });
	}
}
// src/adapters/images/byte-reader.ts
function byteReader(chunks) {
	const iterator = chunks[Symbol.asyncIterator]();
	let chunk = /* @__PURE__ */ new Uint8Array(0);
	let position = 0;
	/** Up to `count` bytes, as many as one chunk has; none at the end. */
	async function some(count) {
		while (chunk.length === 0) {
			const next = await iterator.next();
			if (next.done === true) return chunk;
			chunk = next.value;
		}
		const bytes = chunk.subarray(0, count);
		chunk = chunk.subarray(bytes.length);
		position += bytes.length;
		return bytes;
	}
	return {
		get position() {
			return position;
		},
		async take(count) {
			const first = await some(count);
			if (first.length === count) return first;
			const bytes = new Uint8Array(count);
			bytes.set(first);
			let filled = first.length;
			while (filled < count) {
				const more = await some(count - filled);
				if (more.length === 0) break;
				bytes.set(more, filled);
				filled += more.length;
			}
			return bytes.subarray(0, filled);
		},
		async skip(count) {
			let skipped = 0;
			while (skipped < count) {
				const bytes = await some(count - skipped);
				if (bytes.length === 0) break;
				skipped += bytes.length;
			}
			return skipped;
		},
		async close() {
			await iterator.return?.();
		}
	};
}
// src/adapters/images/tar-entries.ts
/** What Go's archive/tar allows for pax records and long names. */
const mostOfExtension = 2 ** 20;
/**
* Goes through a tar archive: ustar, pax, GNU. `end`: it was read to the end of `chunks`, so that a decompressor has
* checked all of them. `limit`: what follows lies beyond the first `limit` bytes. Of what `chunks` could give, little
* more than `limit` bytes are ever asked for.
* @throws InputError IMAGE_INVALID when the archive is broken or ends early
*/
async function visitTarEntries(chunks, limit, visit) {
	const reader = byteReader(chunks);
	try {
		return await visitAll(reader, limit, visit);
	} finally {
		await reader.close();
	}
}
async function visitAll(reader, limit, visit) {
	for (;;) {
		const entry = await nextEntry(reader, limit);
		if (typeof entry === "string") return entry;
		const end = reader.position + padded(entry.size);
		if (await visit(entry, () => takeAll(reader, entry.size)) === "stop") return "stop";
		if (end > limit) return "limit";
		await skipAll(reader, end - reader.position);
	}
}
/** The next member, the reader standing at its data; `end` when the rest of the stream has been read too. */
async function nextEntry(reader, limit) {
	let extension = noTarExtension;
	while (reader.position < limit) {
		const at = reader.position;
		const header = parseTarHeader(await takeHeader(reader, at), at);
		if (header === void 0) return drain(reader, limit);
		if (!isTarExtension(header)) {
			if (header.sparseMapGoesOn) await passSparseMap(reader, limit);
			return extendTarHeader(header, extension);
		}
		const further = parseTarExtension(header, await takeExtension(reader, header, at), at);
		extension = {
			name: further.name ?? extension.name,
			size: further.size ?? extension.size
		};
	}
	return "limit";
}
async function takeHeader(reader, at) {
	const block = await reader.take(512);
	if (at === 0 && !isTarHeader(block)) throw new InputError("IMAGE_INVALID", notTar);
	if (block.length < 512) throw truncated(reader);
	return block;
}
const notTar = "is compressed, but holds no tar archive; expected a tarball made by GNU tar or as pax";
async function takeExtension(reader, header, at) {
	if (header.size > mostOfExtension) {
		const what = `has ${header.size} bytes of extended header at byte ${at}`;
		throw new InputError("IMAGE_INVALID", `${what}; expected ${mostOfExtension} at most`);
	}
	return (await takeAll(reader, padded(header.size))).subarray(0, header.size);
}
/** GNU tar manual, "Sparse Files", old format: blocks of 21 entries, then a byte that says whether one more follows. */
async function passSparseMap(reader, limit) {
	while (reader.position < limit) if ((await takeAll(reader, 512))[504] === 0) return;
}
async function drain(reader, limit) {
	await reader.skip(limit + 1 - reader.position);
	return reader.position > limit ? "limit" : "end";
}
async function takeAll(reader, count) {
	const bytes = await reader.take(count);
	if (bytes.length < count) throw truncated(reader);
	return bytes;
}
async function skipAll(reader, count) {
	if (await reader.skip(count) < count) throw truncated(reader);
}
function truncated(reader) {
	const what = `is truncated: the tar archive in it breaks off at byte ${reader.position}`;
	return new InputError("IMAGE_INVALID", `${what}; make or fetch it again`);
}
function padded(size) {
	return Math.ceil(size / 512) * 512;
}
// src/adapters/images/tarball.ts
const MiB = 2 ** 20;
const mostScanned = 64 * MiB;
const mostOfMetadata = MiB;
/** Folders of which a Linux root file system has at least one, by the Filesystem Hierarchy Standard. */
const rootFolders = /* @__PURE__ */ new Set([
	"bin",
	"etc",
	"lib",
	"sbin",
	"usr"
]);
/** Names at the top of a tarball that stand for a root file system beside `metadata.yaml`. */
const folderRoot = "rootfs";
const diskRoot = "rootfs.img";
/**
* Tells what a tarball is by its members, as LXD and Incus do (`getImageMetadata`). A metadata tarball is read to its
* end; of the others no more is expanded than is needed, and never more than 64 MiB.
* @param expanded the tarball without its compression
* @throws InputError IMAGE_INVALID
*/
async function inspectTarball(expanded, compression) {
	const { metadata, top, cut } = await readContents(expanded);
	const virtualMachine = top.has(diskRoot);
	const unified = virtualMachine || top.has(folderRoot);
	if (metadata !== void 0) {
		if (!unified && cut) throw invalid(tooLarge);
		const parsed = await parseMetadataYaml(metadata);
		return unified ? {
			kind: "unified",
			compression,
			metadata: parsed,
			virtualMachine
		} : {
			kind: "metadata",
			compression,
			metadata: parsed
		};
	}
	if (unified) throw invalid(`holds ${virtualMachine ? diskRoot : folderRoot} but no metadata.yaml${cut ? " in its first 64 MiB; put it first in the tarball" : "; add it"}`);
	if ([...top].some((name) => rootFolders.has(name))) return {
		kind: "rootfs",
		compression
	};
	throw invalid(`is a tarball without metadata.yaml and without a root file system; at its top are ${list(top)}`);
}
const tooLarge = "holds metadata.yaml but no rootfs in its first 64 MiB; a metadata tarball has 64 MiB at most, and a unified one has its rootfs before that";
async function readContents(expanded) {
	const top = /* @__PURE__ */ new Set();
	let metadata;
	const outcome = await visitTarEntries(expanded, mostScanned, async (entry, content) => {
		const path = withoutDot(entry.name);
		top.add(path.split("/")[0] ?? "");
		if (path === "metadata.yaml") {
			if (metadata !== void 0) throw invalid("holds metadata.yaml more than once; keep one");
			assertUsable(entry);
			metadata = await content();
		}
		return metadata !== void 0 && (top.has(folderRoot) || top.has(diskRoot)) ? "stop" : "go on";
	});
	return {
		metadata,
		top,
		cut: outcome === "limit"
	};
}
function assertUsable(entry) {
	if (entry.type !== "0" && entry.type !== "7") throw invalid("holds a metadata.yaml that is not a regular file");
	if (entry.size > mostOfMetadata) throw invalid(`holds a metadata.yaml of ${entry.size} bytes; expected 1 MiB at most`);
}
/** `./etc/` and `etc` are the same folder; of `metadata.yaml` no other spelling counts (`getImageMetadata`). */
function withoutDot(name) {
	return name.startsWith("./") ? name.slice(2) : name;
}
function list(top) {
	const names = [...top].filter((name) => name !== "" && name !== ".").slice(0, 5);
	return names.length === 0 ? "no files" : names.map((name) => JSON.stringify(name)).join(", ");
}
function invalid(problem) {
	return new InputError("IMAGE_INVALID", problem);
}
// src/adapters/images/recognise.ts
const expected = "expected a squashfs, a qcow2 disk, or a tarball (plain, or with gzip, xz or zstd)";
/** What the file is, by its content alone. @throws InputError IMAGE_INVALID when clients cannot use it */
async function recognise(file, signal) {
	const head = new Uint8Array(Math.min(formatHeadSize, file.size));
	await readBytes(file, 0, head, signal);
	const format = recogniseFormat(head);
	switch (format.kind) {
		case "squashfs":
			refuse(squashfsProblems(head, file.size));
			return { kind: "squashfs" };
		case "qcow2":
			refuse(qcow2Problems(head));
			return { kind: "qcow2" };
		case "tarball": {
			const problem = format.compression === "zstd" ? zstdWindowProblem(head) : void 0;
			refuse(problem === void 0 ? [] : [problem]);
			return await inspectExpanded(decompress(format.compression, fileChunks(file, signal)), format.compression);
		}
		case "disk": return {
			kind: "disk",
			compression: "none"
		};
		case "kernel":
		case "initrd":
		case "text": return { kind: format.kind };
		case "other": {
			const advice = format.advice === void 0 ? "" : `; ${format.advice}`;
			throw new InputError("IMAGE_INVALID", `is ${format.found}; ${expected}${advice}`);
		}
	}
}
/** A compressed file is a tarball, if it is nothing that a machine boots. */
async function inspectExpanded(expanded, compression) {
	const { head, all, close } = await peek(expanded, bootHeadSize);
	const kind = isTarHeader(head) ? void 0 : bootKind(head);
	if (kind === void 0) return inspectTarball(all, compression);
	await close();
	return kind === "disk" ? {
		kind,
		compression
	} : { kind };
}
function refuse(problems) {
	if (problems.length > 0) throw new InputError("IMAGE_INVALID", problems);
}
// src/adapters/images/image-files.ts
/** Image files of this machine. */
function imageFiles({ signal, inParts = true } = {}) {
	const files = /* @__PURE__ */ new Map();
	function fileOf(image) {
		const file = files.get(image);
		if (file === void 0) throw new Error(`${image.path} was not opened here`);
		return file;
	}
	function imageFile(image, digests) {
		const { sha256, parts, combined, md5 } = digests;
		const file = fileOf(image);
		const read = (offset, target) => naming(image.path, async () => {
			await readBytes(file, offset, target, signal);
			await assertUnchanged(file);
		});
		return {
			...image,
			sha256,
			parts,
			combined,
			md5,
			read
		};
	}
	return {
		async open(paths) {
			const opened = await openAll(paths, signal);
			for (const [image, file] of opened) files.set(image, file);
			return [...opened.keys()];
		},
		async hash(images, wanted, onBytes) {
			const digests = await hashFiles(images, wanted, {
				fileOf,
				inParts,
				onBytes,
				signal
			});
			return images.map((image) => {
				const found = digests.get(image);
				if (found === void 0) throw new Error(`${image.path} was not hashed`);
				return imageFile(image, found);
			});
		},
		async close() {
			const all = [...files.values()];
			files.clear();
			await closeAll(all);
		}
	};
}
/** All of them, or none. @throws InputError IMAGE_INVALID with the problems of every file */
async function openAll(paths, signal) {
	const opened = [];
	const images = /* @__PURE__ */ new Map();
	const failures = [];
	try {
		for (const path of paths) try {
			const file = await naming(path, () => openFile(path));
			const twin = opened.find((other) => isSame$1(file, other));
			opened.push(file);
			if (twin !== void 0) throw givenTwice(file, twin);
			const facts = await naming(path, () => recognise(file, signal));
			images.set({
				path,
				size: file.size,
				facts
			}, file);
		} catch (error) {
			if (!(error instanceof InputError && error.code === "IMAGE_INVALID")) throw error;
			failures.push(error);
		}
		if (failures.length > 0) throw allOf(failures);
		return images;
	} catch (error) {
		await closeAll(opened);
		throw error;
	}
}
function isSame$1(a, b) {
	return a.before.dev === b.before.dev && a.before.ino === b.before.ino;
}
function givenTwice(file, twin) {
	const what = file.path === twin.path ? "is given twice" : `is the same file as ${twin.path}`;
	return new InputError("IMAGE_INVALID", `${file.path} ${what}; give every file once`);
}
function allOf(failures) {
	const problems = failures.flatMap((failure) => failure.problems);
	const cause = failures.length === 1 ? failures[0]?.cause : new AggregateError(failures);
	return new InputError("IMAGE_INVALID", problems, { cause });
}
async function closeAll(files) {
	for (const file of files) await file.handle.close();
}
// src/adapters/directory/failure.ts
/** True for an error of the system; with `codes`, for one of these. */
function isSystemError(error, ...codes) {
	if (!(error instanceof Error && "code" in error && "syscall" in error)) return false;
	return typeof error.code === "string" && (codes.length === 0 || codes.includes(error.code));
}
/** `undefined` in place of an error of the system with one of `codes`. */
async function unless(codes, answer) {
	try {
		return await answer;
	} catch (error) {
		if (isSystemError(error, ...codes)) return void 0;
		throw error;
	}
}
/** Nothing lies there. */
const absent = ["ENOENT", "ENOTDIR"];
/** link(2), and what SMB, FUSE and older kernels answer: EPERM is the answer of FAT and exFAT. */
const linkUnsupported = [
	"EPERM",
	"ENOTSUP",
	"EOPNOTSUPP",
	"ENOSYS"
];
/**
* Runs `action`; an error of the system becomes a {@link StoreError}, every other one passes.
* @param task for people, with the place: `read /srv/images/streams/v1/index.json`
*/
async function asStoreError$1(task, action) {
	try {
		return await action();
	} catch (error) {
		throw isSystemError(error) ? storeError(task, error) : error;
	}
}
/** The {@link StoreError} for `cause`, which came of `task`. */
function storeError(task, cause) {
	const at = cause.dest ?? cause.path;
	const what = `cannot ${task}: ${cause.code}${at === void 0 ? "" : ` at ${at}`}`;
	switch (cause.code) {
		case "EACCES":
		case "EPERM": {
			const who = process.geteuid === void 0 ? "the user of this run" : `user ${process.geteuid()}`;
			return new StoreError("STORE_DENIED", `${what}: give ${who} permission to read and write there, and to search every folder above`, { cause });
		}
		case "EROFS": return new StoreError("STORE_DENIED", `${what}: the file system is mounted read-only; mount it writable`, { cause });
		case "ENOSPC":
		case "EDQUOT": return new StoreError("STORE_FAILED", `${what}: the file system or the quota is full; free some space`, { cause });
		case "EXDEV": return new StoreError("STORE_FAILED", `${what}: a folder of the root lies on another file system; a root must lie on one`, { cause });
		case "ENOTDIR":
		case "EEXIST": return new StoreError("STORE_FAILED", `${what}: a file lies where a folder is needed; move it away`, { cause });
		default: return new StoreError("STORE_FAILED", `cannot ${task}: ${cause.message}`, { cause });
	}
}
// src/adapters/directory/durable.ts
/**
* Makes `folder` and what is missing above it, for every user to read, as a web server must: the umask may add
* rights (of a group), not take these.
* @returns the folder above the first one made; `undefined` when all were there
*/
async function makeFolders(folder) {
	const first = await mkdir(folder, { recursive: true });
	if (first === void 0) return void 0;
	for (const made of chain(folder, first)) {
		const { mode } = await stat(made);
		if ((mode & 493) !== 493) await chmod(made, mode & 4095 | 493);
	}
	return dirname(first);
}
/** Makes the bytes of an open file durable, and the file one that every user can read. */
async function settle(file) {
	const { mode } = await file.stat();
	if ((mode & 420) !== 420) await file.chmod(mode & 4095 | 420);
	await file.sync();
}
/**
* Makes the names in `folder` and in the folders above it, up to `top`, durable: after a power failure a file is
* found only if each of them was written. All of them, for another process may have made one a moment ago.
*/
async function syncFolders(folder, top) {
	for (const each of chain(folder, top)) await syncFolder(each);
}
async function syncFolder(folder) {
	const handle = await open(folder, "r");
	try {
		await handle.sync();
	} catch (error) {
		if (!isSystemError(error, "EINVAL", "ENOTSUP", "EOPNOTSUPP", "EBADF")) throw error;
	} finally {
		await handle.close();
	}
}
/** `folder`, the one above it, and so on to `top`; `folder` alone when it is not under `top`. */
function chain(folder, top) {
	const [first] = relative(top, folder).split(sep);
	return first === "" || first === ".." ? [folder] : [folder, ...chain(dirname(folder), top)];
}
// src/adapters/directory/file-source.ts
/** The open `file`, which is said to hold `content`, in one part. */
function fileSource(file, content) {
	return {
		...content,
		parts: [{
			...content,
			offset: 0
		}],
		async read(offset, target) {
			for (let filled = 0; filled < target.length;) {
				const { bytesRead } = await file.read(target, filled, target.length - filled, offset + filled);
				if (bytesRead === 0) throw new InputError("FILE_CHANGED", "a file became shorter while it was copied");
				filled += bytesRead;
			}
		}
	};
}
// src/adapters/directory/naming.ts
/** How often the folder of a new name is made again; each time, somebody has removed the last object in it. */
const tries = 100;
/**
* Makes `folder`, then runs `action`, which gives a file a name in it. Both again when the folder is gone in
* between: whoever removes the last object of a folder removes the folder too.
*/
async function inFolder(folder, action) {
	for (let attempt = 1;; attempt++) try {
		await makeFolders(folder);
		return await action();
	} catch (error) {
		if (!isSystemError(error, "ENOENT", "ENOTDIR") || attempt === tries) throw error;
	}
}
/** False when something lies at `place` already. */
async function linkNew(link, copy, place) {
	try {
		await link(copy, place);
		return true;
	} catch (error) {
		if (isSystemError(error, "EEXIST")) return false;
		throw error;
	}
}
/** For a single writer, on a file system without hard links; no await in it keeps its own uploads apart. */
function renameNew(copy, place) {
	if (lstatSync(place, { throwIfNoEntry: false }) !== void 0) return false;
	renameSync(copy, place);
	return true;
}
// src/adapters/write-all.ts
/** Writes on from where the last write ended; as `writeFile`, which writes half a mebibyte at a time. */
async function writeAll(file, bytes) {
	for (let from = 0; from < bytes.length;) from += (await file.write(bytes, from, bytes.length - from)).bytesWritten;
}
// src/adapters/directory/object-file.ts
const chunk$1 = 4194304;
/** Opens the regular file at `place` to read it, hands it to `use`, and closes it; `undefined` when nothing lies there. */
async function withObjectFile(place, use) {
	const file = await openObject(place);
	if (file === void 0) return void 0;
	try {
		return await use(file);
	} finally {
		await file.close();
	}
}
/** The regular file at `place`, open to be read; `undefined` when nothing lies there. */
async function openObject(place) {
	const file = await unless(absent, open(place, constants.O_RDONLY | constants.O_NONBLOCK));
	if (file === void 0 || (await file.stat()).isFile()) return file;
	await file.close();
	throw notRegular(place);
}
function notRegular(place) {
	const message = `${place} is not a regular file, as every object of a root is; move it away`;
	return new StoreError("STORE_FAILED", message);
}
/** What identifies the bytes at `place`: their digest, for those of a head never recur. `undefined`: nothing is there. */
function revisionAt(place) {
	try {
		return sha256(readFileSync(place));
	} catch (error) {
		if (isSystemError(error, "ENOENT", "ENOTDIR")) return void 0;
		throw error;
	}
}
/** Whether `file` holds `content`. */
async function holds(file, content, signal) {
	const { size } = await file.stat();
	return size === content.size && await digestOf(file, signal) === content.sha256;
}
/** From where `file` is read next, which is its beginning. */
async function digestOf(file, signal) {
	const { size } = await file.stat();
	const hash = createHash("sha256");
	const buffer = Buffer.allocUnsafe(Math.min(chunk$1, size + 1));
	for (;;) {
		signal?.throwIfAborted();
		const { bytesRead } = await file.read(buffer);
		if (bytesRead === 0) return parseSha256(hash.digest("hex"));
		hash.update(buffer.subarray(0, bytesRead));
	}
}
/**
* Writes the bytes of `source` to `file`, reading ahead by one chunk.
* @throws InputError FILE_CHANGED when they are not the ones that were hashed
*/
async function copySource(source, file, watch) {
	const hash = createHash("sha256");
	const buffers = [0, 1].map(() => Buffer.allocUnsafe(Math.min(chunk$1, source.size)));
	const read = async (offset) => {
		const size = Math.min(chunk$1, source.size - offset);
		const target = buffers[offset / chunk$1 % 2]?.subarray(0, Math.max(0, size));
		if (target === void 0 || target.length === 0) return /* @__PURE__ */ new Uint8Array();
		await source.read(offset, target);
		return target;
	};
	let bytes = await read(0);
	for (let next = chunk$1; bytes.length > 0; next += chunk$1) {
		watch.signal?.throwIfAborted();
		const [reading, writing] = [read(next), writeAll(file, bytes)];
		hash.update(bytes);
		const [ahead] = await Promise.all([reading, writing]);
		watch.onBytes?.(bytes.length);
		bytes = ahead;
	}
	if (hash.digest("hex") !== source.sha256) throw new InputError("FILE_CHANGED", `a file changed while it was copied to ${watch.target}: its bytes are not the ones with sha256 ${source.sha256} any more; publish again when nothing writes to it`);
}
// src/adapters/directory/place.ts
/**
* Where `path` lies under the folder `root`, whether or not something lies there.
* @throws StoreError when a link on the way leads out of the root, or nowhere
*/
async function placeOf$1(root, path) {
	const top = await unless(absent, realpath(root));
	if (top === void 0) return {
		root,
		file: join(root, path)
	};
	const segments = path.split("/");
	let place = top;
	for (const [index, segment] of segments.entries()) {
		const next = join(place, segment);
		const found = await unless(absent, lstat(next));
		if (found === void 0) return {
			root: top,
			file: join(place, ...segments.slice(index))
		};
		place = found.isSymbolicLink() ? await followed(next, top) : next;
	}
	return {
		root: top,
		file: place
	};
}
async function followed(link, top) {
	const target = await unless(absent, realpath(link));
	if (target === void 0) throw new StoreError("STORE_FAILED", `${link} is a symbolic link that leads nowhere; remove it`);
	if (relative(top, target).split(sep)[0] === "..") throw new StoreError("STORE_FAILED", `${link} is a symbolic link to ${target}, which is outside of the root ${top}; replace it by what it points to`);
	return target;
}
// src/adapters/directory/owner.ts
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** This process. */
function currentOwner(proc = "/proc") {
	return {
		...whereabouts(proc),
		pid: process.pid,
		start: processStatus(proc, process.pid)?.start ?? 0
	};
}
/** `owner` in one word, which is safe in a file's name. */
function formatOwner({ boot, namespace, pid, start }) {
	return [
		boot,
		namespace,
		pid,
		start
	].join(".");
}
/** What {@link formatOwner} made, or `undefined`. */
function parseOwner(text) {
	const [boot = "", namespace = "", pid = "", start = "", ...rest] = text.split(".");
	const numbers = [
		namespace,
		pid,
		start
	].every((number) => /^\d{1,15}$/.test(number));
	if (rest.length > 0 || !numbers || !uuid.test(boot) || Number(pid) === 0) return void 0;
	return {
		boot,
		namespace: Number(namespace),
		pid: Number(pid),
		start: Number(start)
	};
}
/** What `self` can tell of `owner`. `dead` and `alive` are certain. */
function ownerState(owner, self, proc = "/proc") {
	if (owner.boot !== self.boot || owner.namespace !== self.namespace) return "unknown";
	if (!processExists(owner.pid)) return "dead";
	const status = processStatus(proc, owner.pid);
	if (status === void 0 || owner.start === 0) return "unknown";
	return status.ended || status.start !== owner.start ? "dead" : "alive";
}
function processExists(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return !(error instanceof Error && "code" in error && error.code === "ESRCH");
	}
}
/** See proc_pid_stat(5): the name, field 2, may hold blanks and parentheses; field 3 is the state, field 22 the start. */
function processStatus(proc, pid) {
	const stat = attempt(() => readFileSync(`${proc}/${pid}/stat`, "latin1"));
	const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
	const start = Number(fields?.[19]);
	if (fields === void 0 || !Number.isSafeInteger(start)) return void 0;
	return {
		start,
		ended: /^[ZXx]/.test(fields[0] ?? "")
	};
}
/**
* macOS has no /proc and no such namespaces, and tells its boot by sysctl. Where the system does not tell all of it, an
* id of this process alone: then nobody is taken for dead too early, and what a killed process leaves is waited for.
*/
function whereabouts(proc) {
	const boot = attempt(() => readFileSync(`${proc}/sys/kernel/random/boot_id`, "latin1"))?.trim();
	const link = attempt(() => readlinkSync(`${proc}/self/ns/pid`));
	const namespace = /^pid:\[(\d{1,15})\]$/.exec(link ?? "")?.[1];
	if (boot !== void 0 && uuid.test(boot) && namespace !== void 0) return {
		boot,
		namespace: Number(namespace)
	};
	const session = boot === void 0 ? attempt(bootSession) : void 0;
	return {
		boot: session !== void 0 && uuid.test(session) ? session : randomUUID(),
		namespace: 0
	};
}
function bootSession() {
	return execFileSync("/usr/sbin/sysctl", ["-n", "kern.bootsessionuuid"], {
		encoding: "latin1",
		stdio: [
			"ignore",
			"pipe",
			"ignore"
		]
	}).trim().toLowerCase();
}
function attempt(read) {
	try {
		return read();
	} catch {
		return;
	}
}
// src/adapters/directory/temporary-file.ts
/** After this, what a process that cannot be seen from here (another machine, another container) left is removed. */
const forsaken = 864e5;
/**
* Makes a file in `folder`, hands its path to `use`, and removes what `use` did not move away. Its name tells its
* owner, so that {@link sweepTemporaryFiles} finds what a killed process left.
*/
async function withTemporaryFile(folder, owner, fill, use) {
	const path = join(folder, `${formatOwner(owner)}.${randomUUID()}`);
	try {
		const file = await open(path, "wx");
		try {
			await fill(file);
		} finally {
			await file.close();
		}
		return await use(path);
	} finally {
		await rm(path, { force: true });
	}
}
/** Removes the temporary files in `folder` whose owners are dead. */
async function sweepTemporaryFiles(folder, self) {
	for (const name of await readdir(folder)) {
		const owner = parseOwner(name.slice(0, name.lastIndexOf(".")));
		if (owner === void 0) continue;
		const path = join(folder, name);
		const state = ownerState(owner, self);
		if (state === "dead" || state === "unknown" && await isForsaken(path)) await rm(path, { force: true });
	}
}
async function isForsaken(path) {
	try {
		const { mtimeMs } = await stat(path);
		return Date.now() - mtimeMs > forsaken;
	} catch (error) {
		if (isSystemError(error, "ENOENT")) return false;
		throw error;
	}
}
// src/adapters/directory/creating.ts
/**
* Copies `source` into a durable file, which then gets its name in one step, unless something lies there.
* @throws InputError FILE_CHANGED
*/
async function createFile(writer, path, source, onBytes) {
	const place = await writer.placeOf(path);
	const found = await compare(writer, place, source);
	if (found !== void 0) return found;
	const { temporary, owner, links } = await writer.workspace();
	return withTemporaryFile(temporary, owner, async (file) => {
		await copySource(source, file, {
			target: place.file,
			onBytes,
			signal: writer.signal
		});
		await settle(file);
	}, (copy) => appear(writer, copy, path, source, links));
}
/**
* As {@link createFile}, from an object of a root in another folder, or in this one.
* @returns `impossible` when what lies there is not `content`
*/
async function copyFile(writer, origin, path, content) {
	const found = await compare(writer, await writer.placeOf(path), content);
	if (found !== void 0) return found;
	const { file: place } = await placeOf$1(origin.root, origin.path);
	return await withObjectFile(place, async (file) => {
		if ((await file.stat()).size !== content.size) return void 0;
		return createFile(writer, path, fileSource(file, content)).catch(unlessChanged);
	}) ?? "impossible";
}
function unlessChanged(error) {
	if (error instanceof InputError && error.code === "FILE_CHANGED") return void 0;
	throw error;
}
/** Gives the finished `copy` its name, unless something got there before. */
async function appear(writer, copy, path, content, links) {
	for (;;) {
		const place = await writer.placeOf(path);
		const folder = dirname(place.file);
		const name = () => links ? linkNew(writer.link, copy, place.file) : renameNew(copy, place.file);
		if (await inFolder(folder, name)) {
			await syncFolders(folder, place.root);
			return "created";
		}
		const found = await compare(writer, place, content);
		if (found !== void 0) return found;
	}
}
async function compare({ signal }, { root, file: place }, content) {
	return withObjectFile(place, async (file) => {
		if (!await holds(file, content, signal)) return "different";
		const synced = syncFolders(dirname(place), root).then(() => "present");
		return unless(absent, synced);
	});
}
// src/adapters/directory/listing.ts
/** What a store itself needs, and no object; a root that is nested in this one has one too. */
const workspace = ".simplestreams";
/** How many questions the file system is asked at once. */
const together = 32;
/**
* The regular files below the folder. Symbolic links are not followed, and what they lead to is left out as well: a root
* may name it by the link, so nobody may take it for a file that nothing names.
*/
async function listFolder(root) {
	const now = /* @__PURE__ */ new Date();
	const top = await unless(gone, realpath(root));
	if (top === void 0) return {
		objects: [],
		now
	};
	const objects = [];
	const targets = /* @__PURE__ */ new Set();
	for (let level = [""]; level.length > 0;) {
		const found = await inTurns(level, (below) => look(top, below));
		for (const folder of found) {
			for (const object of folder.objects) objects.push(object);
			for (const target of folder.targets) targets.add(target);
		}
		level = found.flatMap(({ folders }) => folders);
	}
	return {
		objects: objects.filter(({ path }) => !isBelow(path, targets)).sort(byPath),
		now
	};
}
/** Others may remove what is listed meanwhile; a link may lead nowhere, or to itself. */
const gone = ["ENOENT", "ELOOP"];
/** What lies in a folder itself. */
async function look(top, below) {
	const entries = await unless(gone, readdir(join(top, below), { withFileTypes: true })) ?? [];
	const pathOf = ({ name }) => below === "" ? name : `${below}/${name}`;
	const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== workspace);
	const files = entries.filter((entry) => entry.isFile()).map(pathOf);
	const links = entries.filter((entry) => entry.isSymbolicLink()).map(pathOf);
	const objects = await inTurns(files, (path) => listed(top, path));
	const targets = await inTurns(links, (path) => targetBelow(top, path));
	return {
		objects: objects.flat(),
		folders: folders.map(pathOf),
		targets: targets.flat()
	};
}
async function inTurns(things, ask) {
	const answers = [];
	for (let at = 0; at < things.length; at += together) {
		const some = await Promise.all(things.slice(at, at + together).map(ask));
		for (const answer of some) answers.push(answer);
	}
	return answers;
}
/** Whether a path is one of `targets`, or lies in one. */
function isBelow(path, targets) {
	for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) if (targets.has(path.slice(0, end))) return true;
	return false;
}
async function listed(top, path) {
	const stats = await unless(gone, lstat(join(top, path)));
	return stats?.isFile() ? [{
		path,
		size: stats.size,
		modified: stats.mtime
	}] : [];
}
async function targetBelow(top, link) {
	const target = await unless(gone, realpath(join(top, link)));
	if (target === void 0) return [];
	const segments = relative(top, target).split(sep);
	return segments[0] === ".." ? [] : [segments.join("/")];
}
// src/adapters/directory/object-stream.ts
/** In one piece, which is the reader's to keep. */
const chunk = 1048576;
/**
* The bytes of the object at `path`, as they are read.
* @throws StoreError when nothing lies there, it cannot be read, or its size changes meanwhile
*/
async function* streamFile(root, path, signal) {
	try {
		yield* bytesAt((await placeOf$1(root, path)).file, signal);
	} catch (error) {
		throw isSystemError(error) ? storeError(`read ${join(root, path)}`, error) : error;
	}
}
async function* bytesAt(place, signal) {
	const file = await openObject(place);
	if (file === void 0) throw new StoreError("STORE_FAILED", `${place} is not there`);
	try {
		const { size } = await file.stat();
		let left = size;
		for (;;) {
			signal?.throwIfAborted();
			const buffer = Buffer.allocUnsafeSlow(Math.min(chunk, left + 1));
			const { bytesRead } = await file.read(buffer);
			left -= bytesRead;
			if (bytesRead === 0 || left < 0) break;
			yield buffer.subarray(0, bytesRead);
		}
		if (left !== 0) {
			const message = `${place} changed while its ${size} bytes were read; end what writes to it`;
			throw new StoreError("STORE_FAILED", message);
		}
	} finally {
		await file.close();
	}
}
// src/adapters/directory/removing.ts
/** A root has it, be it empty: a publisher may be about to make its first head. */
const documents = join("streams", "v1");
/**
* Removes the object at `path`, and the folders above it in which nothing lies then.
* @throws StoreError when something else than an object lies there, or a symbolic link is on the way
*/
async function removeFile(root, path) {
	const place = await placeOf$1(root, path);
	if (place.file !== join(place.root, path)) throw new StoreError("STORE_FAILED", `${join(root, path)} is reached by a symbolic link, through which nothing is removed; remove it by hand`);
	if (await isThere(place.file)) await unless(absent, unlink(place.file));
	await removeEmptyFolders(place);
	return "removed";
}
async function isThere(file) {
	const found = await unless(absent, lstat(file));
	if (found?.isFile() === false) throw notRegular(file);
	return found !== void 0;
}
/** What a run that was ended in between has left is removed as well, so it does not matter whether the object was there. */
async function removeEmptyFolders({ root, file }) {
	const segments = relative(root, dirname(file)).split(sep);
	for (let depth = segments.length; depth > 0; depth--) {
		const folder = segments.slice(0, depth).join(sep);
		if (folder === "" || folder === documents) return;
		if (!await removeEmptyFolder(join(root, folder))) return;
	}
}
/** False when it stays: something lies in it, it is a file system of its own, or it is not this user's to remove. */
async function removeEmptyFolder(folder) {
	try {
		await unless(absent, rmdir(folder));
		return true;
	} catch (error) {
		if (isSystemError(error, ...[
			"ENOTEMPTY",
			"EEXIST",
			"EBUSY",
			"EACCES",
			"EPERM"
		])) return false;
		throw error;
	}
}
// src/adapters/directory/lock-file.ts
/** What a lock file holds that nobody owns. */
const freed = "free";
function lockFile(locks, number) {
	return join(locks, `lock.${number}`);
}
function lockNumbers(locks) {
	return readdirSync(locks).flatMap((name) => {
		const number = /^lock\.([1-9]\d{0,14})$/.exec(name)?.[1];
		return number === void 0 ? [] : [Number(number)];
	});
}
/** 0 when there is no lock file yet. */
function highestLock(locks) {
	return Math.max(0, ...lockNumbers(locks));
}
/**
* Who holds the lock by the file of this number; `undefined`: nobody, or somebody dead.
* @param abandoned an owner that cannot be seen from here is taken for dead after so many milliseconds
*/
async function holderOf(place, number, abandoned) {
	if (number === 0) return void 0;
	const file = lockFile(place.locks, number);
	try {
		const text = readFileSync(file, "latin1");
		if (text === "free") return void 0;
		const owner = parseOwner(text);
		const state = owner === void 0 ? "unknown" : ownerState(owner, place.owner);
		if (state === "dead") return void 0;
		if (state === "unknown" && await ageOf(place, file) > abandoned) return void 0;
		return {
			owner,
			state
		};
	} catch (error) {
		if (isSystemError(error, "ENOENT")) return {
			owner: void 0,
			state: "alive"
		};
		throw error;
	}
}
/** By the clock of the file system, which is one for all machines. link(2) sets ctime, and nothing does after it. */
async function ageOf({ temporary, owner }, file) {
	const made = await stat(file);
	return (await withTemporaryFile(temporary, owner, async () => void 0, (path) => stat(path))).ctimeMs - made.ctimeMs;
}
// src/adapters/directory/numbered-lock.ts
/** Numbers below one's own that are kept: a listing that runs beside the making of files may miss some of them. */
const kept = 16;
/**
* Runs `action` while no other process runs one under the same lock, which dies with its owner.
*
* The lock is the file `lock.N` of the highest number, which tells its owner, or that it is free. Who finds it free, or
* its owner dead, makes the next number by link(2), which only one can. A number once passed is never the highest again:
* so whoever slept between finding and making, and made a number that others had used and cleared away, sees by
* listing again that it is too late. `action` is synchronous, as is all that lies between making a number and freeing
* it, so that no busy event loop keeps the lock.
*
* @throws StoreError when the lock cannot be had in time
*/
async function withNumberedLock(place, action, limits = {}) {
	const prepare = (text, use) => withTemporaryFile(place.temporary, place.owner, (file) => file.writeFile(text), use);
	return prepare(formatOwner(place.owner), (mine) => prepare(freed, (free) => contend(place, {
		mine,
		free
	}, action, limits)));
}
async function contend(place, files, action, { signal, abandoned = 6e4, patience = 9e4 }) {
	const deadline = performance.now() + patience;
	for (;;) {
		signal?.throwIfAborted();
		const highest = highestLock(place.locks);
		const holder = await holderOf(place, highest, abandoned);
		const done = holder === void 0 ? hold(place.locks, highest + 1, files, action) : void 0;
		if (done !== void 0) return done.value;
		if (performance.now() > deadline) throw new StoreError("STORE_FAILED", heldTooLong(place.locks, holder, patience));
		await setTimeout$1((holder?.state === "unknown" ? 200 : 10) * (.5 + Math.random()));
	}
}
/** Makes `number` and runs `action`, unless somebody else made it or a higher one. */
function hold(locks, number, { mine, free }, action) {
	const file = lockFile(locks, number);
	try {
		linkSync(mine, file);
	} catch (error) {
		if (isSystemError(error, "EEXIST")) return void 0;
		throw error;
	}
	if (highestLock(locks) !== number) {
		rmSync(file, { force: true });
		return;
	}
	try {
		return { value: action() };
	} finally {
		release$1(locks, number, free);
	}
}
function release$1(locks, number, free) {
	try {
		renameSync(free, lockFile(locks, number));
		for (const old of lockNumbers(locks)) if (old <= number - kept) rmSync(lockFile(locks, old), { force: true });
	} catch {}
}
function heldTooLong(locks, holder, patience) {
	const waited = `waited ${Math.round(patience / 1e3)} s for the lock in ${locks}`;
	if (holder?.owner === void 0) return `${waited}: other processes kept taking it; run again`;
	const { pid } = holder.owner;
	return holder.state === "alive" ? `${waited}: process ${pid} holds it and is still there; end it if it hangs, then run again` : `${waited}: process ${pid} of another machine or container holds it; run again in a minute`;
}
// src/adapters/directory/replacing.ts
/** Puts a durable file in place of the one whose revision is `revision`, in one step, under the lock of the root. */
async function replaceFile(writer, path, bytes, revision) {
	const workspace = await writer.workspace();
	return withTemporaryFile(workspace.temporary, workspace.owner, async (file) => {
		await file.writeFile(bytes);
		await settle(file);
	}, async (copy) => {
		const { root, file } = await writer.placeOf(path);
		const folder = dirname(file);
		const swap = () => {
			if (revisionAt(file) !== revision) return false;
			renameSync(copy, file);
			return true;
		};
		const swapAlone = () => workspace.links ? withNumberedLock(workspace, swap, { signal: writer.signal }) : swap();
		return await (revision === void 0 ? inFolder(folder, swapAlone) : swapAlone()) ? replaced(sha256Once(bytes), folder, root) : { outcome: "conflict" };
	});
}
async function replaced(revision, folder, root) {
	try {
		await syncFolders(folder, root);
		return {
			outcome: "replaced",
			revision
		};
	} catch (cause) {
		return {
			outcome: "unknown",
			cause
		};
	}
}
// src/adapters/directory/workspace.ts
/**
* Makes the root and its workspace where missing, and removes what killed processes left in it.
* @throws StoreError STORE_NO_COMPARE_AND_SWAP without hard links, unless there is a single writer: before any
* image was copied
*/
async function openWorkspace(root, singleWriter, link) {
	const temporary = join(root, ".simplestreams", "tmp");
	const locks = join(root, ".simplestreams", "lock");
	for (const folder of [temporary, locks]) {
		const above = await makeFolders(folder);
		if (above !== void 0) await syncFolders(folder, above);
	}
	const owner = currentOwner();
	await sweepTemporaryFiles(temporary, owner);
	const refusal = await linkRefusal(temporary, owner, link);
	if (refusal !== void 0 && !singleWriter) throw new StoreError("STORE_NO_COMPARE_AND_SWAP", `the file system of ${root} has no hard links, and without them two publishers at once could lose each other's images; use a folder of another file system, or state \`single-writer: true\` if never more than one publisher writes at a time`, { cause: refusal });
	return {
		temporary,
		locks,
		owner,
		links: refusal === void 0
	};
}
function linkRefusal(temporary, owner, link) {
	return withTemporaryFile(temporary, owner, async () => void 0, async (path) => {
		try {
			await link(path, `${path}-link`);
			return;
		} catch (error) {
			if (isSystemError(error, ...linkUnsupported)) return error;
			throw error;
		} finally {
			await rm(`${path}-link`, { force: true });
		}
	});
}
// src/adapters/directory/writer.ts
function openWriter({ root, link, singleWriter, signal }) {
	let opened;
	return {
		root,
		link,
		signal,
		workspace() {
			opened ??= openWorkspace(root, singleWriter, link).catch((error) => {
				opened = void 0;
				throw error;
			});
			return opened;
		},
		placeOf: (path) => placeOf$1(root, path)
	};
}
// src/adapters/directory-store.ts
/**
* A root in a folder, which a web server serves. Headers are the web server's affair.
*
* Every object appears, or is replaced, in one step by link(2) or rename(2) of a durable file, so no reader and no
* crash ever sees a part of one. Writers, also on other machines, are kept apart by a lock in `.simplestreams/`.
*/
function directoryStore({ folder, singleWriter, signal }, link$1 = link) {
	const root = resolve(folder);
	const writer = openWriter({
		root,
		link: link$1,
		singleWriter,
		signal
	});
	function as(task, path, action) {
		return asStoreError$1(`${task} ${join(root, path)}`, action);
	}
	const store = {
		url: folder,
		read: (path, limit) => as("read", path, () => readFile$1(root, path, limit)),
		stat: (path) => as("read", path, () => statFile(root, path)),
		create: (path, source, _headers, onBytes) => as("write", path, () => createFile(writer, path, source, onBytes)),
		async copy(from, path, content) {
			const origin = roots$1.get(from.store);
			if (origin === void 0) return "impossible";
			const place = {
				root: origin,
				path: from.path
			};
			return as("write", path, () => copyFile(writer, place, path, content));
		},
		replace: (path, bytes, revision) => as("write", path, () => replaceFile(writer, path, bytes, revision)),
		guarantees: () => asStoreError$1(`write ${root}`, async () => (await writer.workspace()).links ? "compare-and-swap" : "single-writer"),
		unfinished: async () => [],
		abort: async () => void 0,
		list: () => asStoreError$1(`list ${root}`, () => listFolder(root)),
		digest: (path) => as("read", path, async () => withObjectFile((await placeOf$1(root, path)).file, (file) => digestOf(file, signal))),
		remove: (path) => as("remove", path, () => removeFile(root, path)),
		keepsVersions: async () => false,
		stream: (path) => streamFile(root, path, signal)
	};
	roots$1.set(store, root);
	return store;
}
/** What stores of this kind know of each other: a copy needs the bytes of nobody else. */
const roots$1 = /* @__PURE__ */ new WeakMap();
async function readFile$1(root, path, limit) {
	const { file: place } = await placeOf$1(root, path);
	return withObjectFile(place, async (file) => {
		const { size, mtime } = await file.stat();
		if (size > limit) throw new TrustError("DOCUMENT_TOO_LARGE", `${place} has ${size} bytes, more than the ${limit} that such a document may have`);
		const bytes = await file.readFile();
		return {
			bytes,
			revision: sha256Once(bytes),
			modified: mtime,
			now: /* @__PURE__ */ new Date()
		};
	});
}
async function statFile(root, path) {
	const { file: place } = await placeOf$1(root, path);
	return withObjectFile(place, async (file) => {
		const { size, mtime } = await file.stat();
		return {
			size,
			sha256: void 0,
			modified: mtime,
			now: /* @__PURE__ */ new Date()
		};
	});
}
// src/adapters/random.ts
/** Ids that nobody can foresee; fractions that only spread waiting times. */
function systemRandom() {
	return {
		id: () => randomBytes(16).toString("hex"),
		fraction: () => Math.random()
	};
}
// src/faces/wire.ts
/**
* The ports of a run, as the inputs ask for them.
* @param images those of the run, where it has several roots
* @throws InputError KEY_INVALID
*/
async function wire(settings, run, images = openImages([settings], run)) {
	const clock = systemClock(run);
	return {
		store: await openStore(settings, run),
		signing: await openSigning(settings, clock.now()),
		images,
		clock,
		random: systemRandom(),
		reporter: run.reporter,
		sha256: sha256Once
	};
}
/** Image files, for all of these roots. */
function openImages(settings, { signal }) {
	return imageFiles({
		signal,
		inParts: settings.some(({ root }) => root.kind !== "folder")
	});
}
/** The SDK of S3 is loaded only for a root that lies there. */
async function openStore({ root, singleWriter }, { signal }) {
	if (root.kind === "folder") return directoryStore({
		folder: root.folder,
		singleWriter,
		signal
	});
	const { s3Store } = await import("./store.mjs");
	return s3Store({
		...root,
		singleWriter,
		signal
	});
}
/** OpenPGP takes longer to load than everything else together. */
async function openSigning({ signingKey, trustedKeys }, now) {
	if (signingKey === void 0) return void 0;
	const { openpgpSigning } = await import("./signing.mjs");
	return openpgpSigning({
		signingKey: signingKey.armored,
		passphrase: signingKey.passphrase,
		trustedKeys: trustedKeys.length === 0 ? void 0 : trustedKeys.join("\n"),
		now
	});
}
// src/faces/wire-check.ts
/**
* What checking a root works with.
* @throws InputError KEY_INVALID
*/
async function wireReader(from, run) {
	const now = /* @__PURE__ */ new Date();
	return {
		root: await openRoot(from.root, run),
		verifier: await openVerifier(from, now),
		openRing: async () => (await import("./ring.mjs")).openpgpRing(now),
		now,
		sha256,
		reporter: run.reporter
	};
}
/** What checking files works with. */
function wireFiles(run) {
	return {
		images: imageFiles({
			signal: run.signal,
			inParts: false
		}),
		reporter: run.reporter,
		clock: systemClock(run),
		sha256
	};
}
/** Of a store only `read` is used: whether others write is no matter. */
async function openRoot(root, run) {
	if (root.kind === "web") return httpSource({
		url: root.url,
		signal: run.signal
	});
	return openStore({
		root,
		singleWriter: false
	}, run);
}
/** What believes signatures; `undefined` when no key is given. @throws InputError KEY_INVALID */
async function openVerifier({ signingKey, trustedKeys }, now) {
	if (signingKey !== void 0) return (await openSigning({
		signingKey,
		trustedKeys
	}, now))?.verifier;
	if (trustedKeys.length === 0) return void 0;
	const [{ trustedKeys: parse }, { openpgpVerifier }] = await Promise.all([import("./keys.mjs"), import("./verifier2.mjs")]);
	return openpgpVerifier(await parse(trustedKeys.join("\n")), now);
}
// src/faces/checking.ts
/** Everything of `check` but how it is told: the files in the forms of others are written. */
async function runChecking(checking) {
	const { reading, cwd, environment, project } = checking;
	const sourceDateEpoch = environment.SOURCE_DATE_EPOCH;
	const settings = await readCheck(reading, {
		cwd,
		sourceDateEpoch
	});
	const report = await reportOf(settings, checking);
	try {
		writeFindings(report, {
			...settings,
			cwd,
			version,
			project
		});
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		checking.reporter.warning(`the findings could not be written: ${why}`);
	}
	return {
		report,
		settings
	};
}
async function reportOf({ subject }, checking) {
	if (subject.kind === "files") return checkFiles(subject.request, wireFiles(checking));
	const reader = await wireReader(subject, checking);
	checking.known.set("root", reader.root.url);
	return check(subject.request, reader);
}
// src/faces/outputs.ts
/** What a run hands on to the steps after it, on every platform. */
const outputs = [
	{
		name: "changed",
		description: "`true` when the root has changed, `false` when everything was there already."
	},
	{
		name: "outcome",
		description: "What became of the root: `published`, `unlisted`, `pruned`, `promoted`, `rolled-forward` or `rotated`; `unchanged` when nothing was to be done (`prune` says `pruned` then too); `planned` by a dry run, and by `promote` with `plan`. Of `publish` also `partial` when images that may be missing were left out, or `checked` for a pull request from a fork, which publishes nothing. A run that failed has none."
	},
	{
		name: "product",
		description: "The name of the product; empty when there are several images, or versions that were taken back."
	},
	{
		name: "serial",
		description: "The name of the version that holds the files: a new one, or the one that had them; or of the one that was taken back. Empty where `product` is."
	},
	{
		name: "generation",
		description: "The number of commits the root has seen; empty when there are several roots, as for `index-url`."
	},
	{
		name: "index-url",
		description: "Where clients find the index; empty without `public-url`."
	},
	{
		name: "findings",
		description: "The number of findings of `check`, without the allowed ones."
	},
	{
		name: "report",
		description: "Everything about the run as one JSON object; of a failed run, with the key `error`."
	}
];
/** What a run of `publish` hands on, beside the report. */
function publishOutputs(report) {
	return {
		changed: String(report.changed),
		outcome: outcomeOf(report, "published"),
		product: report.product ?? "",
		serial: report.serial ?? "",
		generation: String(report.generation),
		"index-url": report.indexUrl ?? ""
	};
}
/** What became of a root. @param done the word where it has changed */
function outcomeOf({ changed, dryRun }, done) {
	if (!changed) return "unchanged";
	return dryRun ? "planned" : done;
}
/** As {@link publishOutputs}, of a run with an images file. */
function manyOutputs({ changed, outcome, roots }) {
	const [only, ...more] = roots;
	return {
		...only === void 0 || more.length > 0 ? {} : publishOutputs(only),
		changed: String(changed),
		outcome
	};
}
/** What a run of `unlist` hands on, beside the report. */
function unlistOutputs({ changed, dryRun, generation, unlisted }) {
	const [only, ...more] = unlisted;
	const one = only === void 0 || more.length > 0 ? {
		product: "",
		serial: ""
	} : only;
	return {
		changed: String(changed),
		outcome: dryRun ? "planned" : "unlisted",
		product: one.product,
		serial: one.serial,
		generation: String(generation)
	};
}
/** What a run of `promote` or `roll-forward` hands on, beside the report. @param done the outcome of one that changed something */
function carryOutputs(report, done) {
	const { changed, generation, versions } = report;
	const [only, ...more] = versions;
	const one = more.length === 0 ? only : void 0;
	return {
		changed: String(changed),
		outcome: outcomeOf(report, done),
		product: one?.product ?? "",
		serial: one?.serial ?? "",
		generation: String(generation)
	};
}
/** What a run of `promote` hands on that only planned. */
function planOutputs({ changed }) {
	return {
		changed: String(changed),
		outcome: outcomeOf({
			changed,
			dryRun: true
		}, "planned")
	};
}
/** What a run of `prune` hands on, beside the report: it is one, too, where nothing was unlisted. */
function pruneOutputs({ changed, dryRun }) {
	return {
		changed: String(changed),
		outcome: dryRun ? "planned" : "pruned"
	};
}
/** What a run of `rotate-key` hands on, beside the report. */
function rotationOutputs(report) {
	return {
		changed: String(report.changed),
		outcome: outcomeOf(report, "rotated"),
		generation: String(report.generation)
	};
}
/** What a run of `check` hands on, beside the report. */
function checkOutputs(report) {
	return { findings: String(countedIn(report)) };
}
/** What a run of `list` hands on, beside the report. */
function listOutputs({ index }) {
	return index.generation === void 0 ? {} : { generation: String(index.generation) };
}
function countedIn({ counts }) {
	return counts.error + counts.warning + counts.note;
}
/** What a run of `publish` hands on that was only allowed to check. */
function checkOnlyOutputs(reports) {
	const findings = reports.reduce((sum, report) => sum + countedIn(report), 0);
	return {
		changed: "false",
		outcome: "checked",
		findings: String(findings)
	};
}
/** Every output; what is not known is empty. */
function outputsOf(values, json) {
	const known = {
		...values,
		report: JSON.stringify(json)
	};
	return outputs.map(({ name }) => [name, known[name] ?? ""]);
}
// src/faces/github/markdown.ts
/** A name of others as code. */
function code(text) {
	return `<code>${escaped(text)}</code>`;
}
/** For a cell of a table too: a bar would end it. */
function escaped(text) {
	return text.replaceAll(/[&<>"'|`*_[\]\\]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
/** As {@link escaped}, on one line: for a cell of a table, and for a heading. */
function escapedLine(text) {
	return escaped(text.replaceAll(/\s+/g, " "));
}
// src/faces/images-file/file-text.ts
/** A thousand images with all their tags are a tenth of it. */
const largestFile = 1048576;
/** The file that the input `images` names. */
function readFileText(reading, cwd) {
	return reading.text("images", (path, wrong) => {
		const text = readText(resolve(cwd, path), wrong);
		return text === void 0 ? void 0 : {
			path,
			text
		};
	});
}
function readText(path, wrong) {
	try {
		const found = fileAt(path);
		if (found === void 0) return wrong("there is no such file");
		if (!found.isFile()) return wrong("it is not a regular file");
		if (found.size > largestFile) return wrong("it is larger than 1 MiB");
		return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
	} catch (error) {
		return wrong(error instanceof TypeError ? "it is not UTF-8" : error instanceof Error ? error.message : void 0);
	}
}
// src/faces/images-file/expand.ts
/** `$${` is a `${` that stands for nothing but itself; a `$` alone is one. */
const reference = /\$\$\{|\$\{([^}]*)(\}?)/g;
/** @param wrong is told every name that is not in the scope */
function expansion(scope, wrong) {
	return (located) => {
		let right = true;
		const text = located.text.replaceAll(reference, (found, name = "", end = "") => {
			if (found === "$${") return found.slice(1);
			const value = end === "" ? void 0 : scope.get(name);
			if (value !== void 0) return value;
			wrong(located.at, `${shown(located.text)}: ${why(name, end, scope)}`);
			right = false;
			return "";
		});
		return right ? {
			...located,
			text
		} : void 0;
	};
}
function why(name, end, scope) {
	if (end === "") return "there is no } after its ${; a ${ of the text itself is written $${";
	if (scope.has(name)) return `the environment variable ${name} is not set, or empty`;
	const guess = nearest(name, [...scope.keys()]);
	const meant = guess === void 0 ? "" : `, or did you mean ${guess}?`;
	return `${shown(name)} stands for nothing: make it a key of matrix, or list the environment variable under variables${meant}`;
}
/** The environment variables that the file lists, and no others. An empty one counts as not set, as everywhere. */
function variablesScope(names, environment, wrong) {
	const secrets = inputs.filter(({ kind }) => kind === "secret").flatMap(variablesOf);
	const scope = /* @__PURE__ */ new Map();
	for (const { text, at } of names) if (secrets.includes(text)) wrong(at, `${text} holds a secret, which belongs in no document`);
	else scope.set(text, environment[text] === "" ? void 0 : environment[text]);
	return scope;
}
// src/faces/images-file/located.ts
/** The value without its places. */
function plainValue(located) {
	switch (located.kind) {
		case "text": return located.text;
		case "list": return located.members.map(plainValue);
		case "map": return Object.fromEntries([...located.entries].map(([key, { value }]) => [key, plainValue(value)]));
	}
}
/** The value under a key of a map; `undefined` when there is none, or this is no map. */
function under(located, key) {
	return located?.kind === "map" ? located.entries.get(key)?.value : void 0;
}
/** The texts of a list, or the one text that stands in its place; what is neither is passed over. */
function textsOf$1(located) {
	if (located === void 0 || located.kind === "map") return [];
	return (located.kind === "list" ? located.members : [located]).filter((member) => member.kind === "text");
}
/** The members of a list; nothing for anything else. */
function membersOf(located) {
	return located?.kind === "list" ? located.members : [];
}
/** The entries of a map; nothing for anything else. */
function entriesOf(located) {
	return located?.kind === "map" ? [...located.entries] : [];
}
// src/faces/images-file/file-values.ts
/** `simplestreams.yaml:12:5` */
function placeIn(path, { line, column }) {
	return `${path}:${line}:${column}`;
}
/** The inputs that a map of the file gives, each called by its key and its place; what is of another shape is passed over. */
function valuesOf(map, keys, source) {
	const values = /* @__PURE__ */ new Map();
	for (const { key, input, shape } of keys) {
		const value = under(map, key);
		if (input === void 0 || value === void 0) continue;
		const texts = shape === "pairs" ? pairsOf(value, source.expand) : textsIn(value, shape, source);
		const given = givenOf(key, value.at, texts, source);
		if (given !== void 0) values.set(input, given);
	}
	return values;
}
/** One value of an input, from wherever in the file it comes. */
function givenOf(key, at, texts, { path, wrong }) {
	const empty = texts.find(({ text }) => text === "");
	if (empty !== void 0) return wrong(empty.at, `${key} is empty: leave it out`);
	return {
		as: `${placeIn(path, at)} ${key}`,
		texts: texts.map(({ text }) => text),
		members: texts.map((text) => `${placeIn(path, text.at)} ${key}`)
	};
}
function textsIn(value, shape, { expand }) {
	return (shape === "list" || value.kind === "text" ? textsOf$1(value) : []).map(expand).filter((text) => text !== void 0);
}
function pairsOf(value, expand) {
	return entriesOf(value).flatMap(([key, { at, value: inner }]) => {
		const text = inner.kind === "text" ? expand(inner) : void 0;
		return text === void 0 ? [] : [{
			...text,
			at,
			text: `${key}=${text.text}`
		}];
	});
}
// src/faces/images-file/keys.ts
const roots = {
	key: "roots",
	shape: "list",
	description: "The names of the roots that the image goes to.",
	otherwise: "all of them"
};
/** The keys of a member of `roots`. */
const rootKeys = [
	{
		key: "name",
		shape: "text",
		description: "What images and messages call the root.",
		otherwise: "its `url`"
	},
	{
		...keyOf("root"),
		key: "url",
		otherwise: "the input `root`"
	},
	{
		...keyOf("for"),
		otherwise: "the input `for`"
	},
	keyOf("public-url"),
	keyOf("content-id"),
	keyOf("stream-name"),
	keyOf("endpoint"),
	keyOf("region"),
	keyOf("expected-bucket-owner"),
	keyOf("single-writer")
];
/** The keys of `defaults`: what holds for every image that says nothing else. */
const defaultKeys = [...imageInputs, ...retentionInputs].map(({ name }) => keyOf(name));
/** The keys of a member of `images`. */
const imageKeys = [
	{
		key: "name",
		shape: "text",
		description: "What messages call the image.",
		otherwise: "its place in the file"
	},
	{
		...keyOf("files"),
		required: true
	},
	roots,
	{
		key: "matrix",
		shape: "lists",
		description: "Lists of values: there is one image for each combination. A key that is an input gives it its value; `${key}` stands for the value in all texts of the image.",
		otherwise: "there is one image"
	},
	{
		key: "allow-missing",
		shape: "boolean",
		description: "Whether the image may be left out when none of its files is there. The summary names it.",
		otherwise: "`false`"
	},
	...defaultKeys
];
/** The keys of the whole file, in words. */
const topKeys = {
	roots: "The roots that are published into, one after the other, each by one commit. Without it, one: the inputs `root` and `for`.",
	variables: "The environment variables that `${NAME}` may stand for in the texts of this file. No other one is looked at.",
	defaults: "What holds for every image that says nothing else.",
	images: "The images, each with all of its files."
};
function keyOf(name) {
	const { description, format, otherwise, kind } = inputOf(name);
	return {
		key: name,
		shape: shapeOf(name, kind),
		description,
		...format === void 0 ? {} : { format },
		...otherwise === void 0 ? {} : { otherwise },
		input: name
	};
}
function shapeOf(name, kind) {
	if (kind === "boolean") return "boolean";
	if (kind !== "list") return "text";
	return name === "requirement" || name === "tag" ? "pairs" : "list";
}
// src/faces/images-file/matrix.ts
/** More images than any build has, fewer than would keep a run busy for ever. */
const mostImages = 1e3;
/** The combinations of a matrix, the last key running fastest; without a matrix, one that is empty. */
function cellsOf$1(matrix, variables, expand, wrong) {
	const axes = entriesOf(matrix).map(([key, { at, value }]) => {
		const unfit = unfitKey(key, variables);
		if (unfit !== void 0) wrong(at, `matrix: ${unfit}`);
		return {
			key,
			texts: textsOf$1(value).map(expand).filter((text) => text !== void 0)
		};
	});
	const count = axes.reduce((product, { texts }) => product * texts.length, 1);
	if (matrix !== void 0 && count > 1e3) {
		wrong(matrix.at, `matrix: these are ${count} images; ${mostImages} are the most`);
		return [];
	}
	return axes.reduce((cells, { key, texts }) => cells.flatMap((cell) => texts.map((text) => new Map([...cell, [key, text]]))), [/* @__PURE__ */ new Map()]);
}
function unfitKey(key, variables) {
	if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(key)) return `the key ${shown(key)} is none: expected a letter, then letters, digits, _ and -`;
	if (variables.has(key)) return `${key} is in variables, too: give it another name`;
	const known = imageKeys.find((each) => each.key === key);
	if (known !== void 0 && (known.shape !== "text" || known.input === void 0)) return `${key} cannot be a key of it: give ${key} to the image, with \${…} in its texts`;
}
/** `release 3.20, arch amd64` */
function describeCell(cell) {
	return [...cell].map(([key, { text }]) => `${key} ${text}`).join(", ");
}
// src/faces/images-file/root-entries.ts
/** The roots of a file; of one without `roots`, the one that the inputs are to tell. */
function readRootEntries(roots, source) {
	if (roots === void 0) return [{
		name: "the root",
		place: source.path,
		values: /* @__PURE__ */ new Map()
	}];
	const seen = /* @__PURE__ */ new Map();
	return membersOf(roots).map((root) => {
		const values = valuesOf(root, rootKeys, source);
		const url = values.get("root")?.texts[0];
		const named = under(root, "name");
		const entry = {
			name: (named?.kind === "text" ? source.expand(named)?.text : url) ?? "the root",
			place: placeIn(source.path, root.at),
			values
		};
		for (const key of /* @__PURE__ */ new Set([entry.name, url])) {
			const twin = key === void 0 ? void 0 : seen.get(key);
			if (twin !== void 0) source.wrong(root.at, `this is ${shown(key ?? "")} again, after ${twin.place}`);
			if (key !== void 0) seen.set(key, entry);
		}
		return entry;
	});
}
/** The roots that an image goes to: those it names, else all. */
function rootsNamed(names, roots, { wrong }) {
	if (names === void 0) return roots;
	const known = roots.map(({ name }) => name);
	return names.flatMap(({ text, at }) => {
		const root = roots.find(({ name }) => name === text);
		if (root !== void 0) return [root];
		const guess = nearest(text, known);
		const meant = guess === void 0 ? `expected ${known.join(", ")}` : `did you mean ${guess}?`;
		return wrong(at, `roots: there is no root ${shown(text)}: ${meant}`) ?? [];
	});
}
// src/faces/images-file/image-entries.ts
/** The images of a file, each combination of a matrix by itself. */
function readImageEntries(images, surroundings) {
	const { wrong } = surroundings.source;
	const seen = /* @__PURE__ */ new Map();
	const entries = [];
	for (const [at, image] of membersOf(images).entries()) {
		const made = readImage(image, `images[${at}]`, surroundings);
		if (entries.length + made.length > 1e3) {
			wrong(image.at, `with this there are more than ${mostImages} images`);
			break;
		}
		for (const { name } of made) {
			const twin = seen.get(name);
			if (twin !== void 0) wrong(image.at, `${shown(name)} is also the name of the image of line ${twin.line}`);
			seen.set(name, image.at);
		}
		entries.push(...made);
	}
	return entries;
}
function readImage(image, position, { source, variables, defaults, roots }) {
	const { wrong, expand } = source;
	const matrix = under(image, "matrix");
	for (const [key] of entriesOf(matrix)) {
		const own = under(image, key);
		if (own !== void 0) wrong(own.at, `${key} is a key of matrix, too: give it once`);
	}
	const named = under(image, "roots");
	const goesTo = rootsNamed(named === void 0 ? void 0 : textsOf$1(named), roots, source);
	const optional = under(image, "allow-missing");
	return cellsOf$1(matrix, variables, expand, wrong).map((cell) => {
		const inCell = {
			...source,
			expand: expansion(scopeOf(cell, variables), wrong)
		};
		return {
			name: nameOf(image, position, cell, inCell),
			roots: goesTo,
			values: new Map([
				...valuesOf(defaults, defaultKeys, inCell),
				...valuesOf(image, imageKeys, inCell),
				...cellValues(cell, source)
			]),
			optional: optional?.kind === "text" && optional.text.toLowerCase() === "true"
		};
	});
}
function scopeOf(cell, variables) {
	return new Map([...variables, ...[...cell].map(([key, { text }]) => [key, text])]);
}
function cellValues(cell, source) {
	const values = /* @__PURE__ */ new Map();
	for (const { key, input } of imageKeys) {
		const text = cell.get(key);
		const given = text === void 0 ? void 0 : givenOf(key, text.at, [text], source);
		if (input !== void 0 && given !== void 0) values.set(input, given);
	}
	return values;
}
/** Of a name without a key of the matrix there would be several. */
function nameOf(image, position, cell, { expand }) {
	const named = under(image, "name");
	const name = named?.kind === "text" ? expand(named)?.text ?? position : position;
	return cell.size > 0 && (named?.kind !== "text" || named.text === name) ? `${name} (${describeCell(cell)})` : name;
}
// src/faces/images-file/schema-problems.ts
/** Tells `wrong` every rule of `images-file.schema.json` that the file breaks. */
function checkSchema(file, wrong) {
	if (isImagesFile(plainValue(file))) return;
	for (const problem of isImagesFile.errors ?? []) tell(problem, file, wrong);
}
function tell(problem, file, wrong) {
	const tokens = problem.instancePath.split("/").slice(1).map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
	const value = tokens.reduce(stepInto, file);
	const path = tokens.map((token) => /^\d+$/.test(token) ? `[${token}]` : `.${token}`).join("");
	const name = path === "" ? "" : `${path.replace(/^\./, "")}: `;
	if (problem.keyword === "additionalProperties") {
		const key = String(problem.params.additionalProperty);
		wrong(entriesOf(value).find(([each]) => each === key)?.[1].at ?? value.at, `${name}${unknownKey(key, tokens)}`);
	} else wrong(value.at, `${name}${rule(problem, value)}`);
}
function stepInto(value, token) {
	if (value.kind === "list") return value.members[Number(token)] ?? value;
	return entriesOf(value).find(([key]) => key === token)?.[1].value ?? value;
}
function unknownKey(key, [top]) {
	const known = keysOf(top);
	const guess = nearest(key, known);
	return `there is no key ${shown(key)} here: ${guess === void 0 ? `expected ${known.join(", ")}` : `did you mean ${guess}?`}`;
}
function keysOf(top) {
	const table = top === void 0 ? void 0 : {
		roots: rootKeys,
		defaults: defaultKeys,
		images: imageKeys
	}[top];
	return table === void 0 ? Object.keys(topKeys) : table.map(({ key }) => key);
}
function rule({ keyword, params }, value) {
	switch (keyword) {
		case "required": return `${params.missingProperty} is missing`;
		case "minItems": return "the list is empty";
		case "pattern": return `${found(value)}: expected ${String(params.pattern).includes("true") ? "true or false" : "the name of an environment variable"}`;
		default: return `expected ${[params.type].flat().map(kindName).filter(unique).join(" or ")}, found ${found(value)}`;
	}
}
function unique(name, at, names) {
	return names.indexOf(name) === at;
}
/** The words of YAML; every scalar is read as text. */
function kindName(type) {
	if (type === "array") return "a list";
	return type === "object" ? "a map" : "text";
}
function found(value) {
	if (value.kind === "text") return shown(value.text);
	return value.kind === "list" ? "a list" : "a map";
}
// src/faces/images-file/extent.ts
/** What aliases may make of a file: far above what a thousand images need, far below what hurts. */
const mostValues = 1e5;
/** Keeps count of how large values are with everything that their aliases stand for. */
function openExtents() {
	const extents = /* @__PURE__ */ new Map();
	return { 
	/** @returns the limit that `located` is beyond, in words; its `inner` values were added before */
add(located, inner) {
		let values = 1;
		let deepest = 0;
		for (const each of inner) {
			const extent = extents.get(each);
			values += extent?.values ?? 0;
			deepest = Math.max(deepest, extent?.levels ?? 0);
		}
		extents.set(located, {
			values,
			levels: deepest + 1
		});
		if (values > mostValues) return `${mostValues} values`;
		return deepest >= 50 ? `50 levels` : void 0;
	} };
}
// src/faces/images-file/locate.ts
/**
* A parsed YAML node as a located value, aliases and merge keys resolved. An alias is the very value it names, so that
* a file that multiplies itself takes no room before it is refused.
*/
function locate(root, kinds, placeOf, wrong) {
	const anchors = /* @__PURE__ */ new Map();
	const extents = openExtents();
	let refused = false;
	function refuse(at, why) {
		if (!refused) wrong(at, why);
		refused = true;
	}
	function measured(located, inner) {
		const limit = extents.add(located, inner);
		if (limit !== void 0) refuse(located.at, `its aliases make more than ${limit} of it`);
		return located;
	}
	function locatedOf(node, otherwise) {
		if (kinds.isAlias(node)) return named(node.source, placeAt(node, otherwise));
		if (kinds.isSeq(node)) return anchored(node, list(node.items, placeAt(node, otherwise)));
		if (kinds.isMap(node)) return anchored(node, map(node.items, placeAt(node, otherwise)));
		const text = kinds.isScalar(node) && typeof node.value === "string" ? node.value : "";
		const located = measured({
			kind: "text",
			at: placeAt(node, otherwise),
			text
		}, []);
		return kinds.isScalar(node) ? anchored(node, located) : located;
	}
	function placeAt(node, otherwise) {
		const range = kinds.isNode(node) ? node.range : void 0;
		return range == null ? otherwise : placeOf(range[0]);
	}
	function anchored({ anchor }, located) {
		if (anchor !== void 0) anchors.set(anchor, located);
		return located;
	}
	function named(anchor, at) {
		const located = anchors.get(anchor);
		if (located !== void 0) return located;
		refuse(at, `there is no anchor &${anchor} before *${anchor}`);
		return measured({
			kind: "text",
			at,
			text: ""
		}, []);
	}
	function list(items, at) {
		const members = items.map((item) => locatedOf(item, at));
		return measured({
			kind: "list",
			at,
			members
		}, members);
	}
	function map(pairs, at) {
		const own = /* @__PURE__ */ new Map();
		const merged = /* @__PURE__ */ new Map();
		for (const { key, value } of pairs) {
			const keyAt = placeAt(key, at);
			const name = kinds.isScalar(key) ? String(key.value) : "";
			const entry = {
				at: keyAt,
				value: locatedOf(value, keyAt)
			};
			if (name === "<<") merge(entry, merged);
			else if (own.has(name)) refuse(keyAt, `the key ${shown(name)} is there twice in one map`);
			else own.set(name, entry);
		}
		const entries = new Map([...merged, ...own]);
		return measured({
			kind: "map",
			at,
			entries
		}, [...entries.values()].map(({ value }) => value));
	}
	/** Keys of the map itself win, and of several maps the first (https://yaml.org/type/merge.html). */
	function merge({ at, value }, into) {
		const maps = value.kind === "list" ? value.members : [value];
		for (const each of maps) {
			if (each.kind !== "map") refuse(at, "what << merges must be a map, or a list of maps");
			for (const [name, entry] of entriesOf(each)) if (!into.has(name)) into.set(name, entry);
		}
	}
	const located = locatedOf(root, {
		line: 1,
		column: 1
	});
	return refused ? void 0 : located;
}
// src/faces/images-file/yaml-tree.ts
/** Errors of a file that is no YAML at all; one often leads to the next. */
const mostErrors = 5;
const quoting = "between [ ] and { } a text with ${…} needs quotes";
const start = {
	line: 1,
	column: 1
};
/**
* One YAML document, every value with the place it was written at. Anchors, aliases and merge keys are resolved.
* @param wrong is told everything that is wrong; then there is no value
*/
async function parseTree(text, wrong) {
	const yaml = await import("./dist2.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const { LineCounter, Parser, parseDocument } = yaml;
	if (isNestedDeeper([...new Parser().parse(text)], 50)) return wrong(start, `it is nested more than 50 levels deep`);
	const lines = new LineCounter();
	const document = parseDocument(text, {
		lineCounter: lines,
		prettyErrors: false,
		schema: "failsafe",
		resolveKnownTags: false,
		stringKeys: true,
		uniqueKeys: false
	});
	if (document.errors.length > 0) {
		tellErrors(document.errors, text, lines, wrong);
		return;
	}
	const { contents } = document;
	if (contents === null || yaml.isScalar(contents) && contents.value === "") return wrong(start, "it is empty");
	return locate(contents, yaml, (offset) => placeOf(offset, lines), wrong);
}
/** The first of each line: one error often leads to the next. */
function tellErrors(errors, text, lines, wrong) {
	const seen = /* @__PURE__ */ new Set();
	for (const { pos, code, message } of errors) {
		const at = placeOf(pos[0], lines);
		if (seen.has(at.line) || seen.size === mostErrors) continue;
		seen.add(at.line);
		const why = code === "MULTIPLE_DOCS" ? "a second document begins" : message;
		const line = text.split("\n", at.line)[at.line - 1] ?? "";
		const quotes = /[[{,]\s*[^'"\s]*\$\{/.test(line) ? `; ${quoting}` : "";
		wrong(at, `it is no YAML: ${firstLine(why)}${quotes}`);
	}
}
function placeOf(offset, lines) {
	const { line, col } = lines.linePos(offset);
	return {
		line: Math.max(1, line),
		column: Math.max(1, col)
	};
}
function firstLine(text) {
	return text.split("\n", 1)[0] ?? "";
}
// src/faces/images-file/images-file.ts
/**
* Reads an images file: YAML by `images-file.schema.json`, its matrices and variables resolved.
* @param path as the user wrote it; problems begin with it: `simplestreams.yaml:12:5 …`
* @param environment only the variables that the file lists are looked at
* @param problem is told everything that is wrong; what could be understood is returned all the same
*/
async function parseImagesFile(text, path, environment, problem) {
	const wrong = (at, why) => void problem(`${placeIn(path, at)} ${why}`);
	const file = await parseTree(text, wrong);
	if (file === void 0) return {
		roots: [],
		images: []
	};
	checkSchema(file, wrong);
	const variables = variablesScope(textsOf$1(under(file, "variables")), environment, wrong);
	const source = {
		path,
		wrong,
		expand: expansion(variables, wrong)
	};
	const roots = readRootEntries(under(file, "roots"), source);
	const defaults = under(file, "defaults");
	const images = readImageEntries(under(file, "images"), {
		source,
		variables,
		defaults,
		roots
	});
	for (const root of roots) if (images.length > 0 && !images.some((image) => image.roots.includes(root))) problem(`${root.place} no image goes to the root ${shown(root.name)}`);
	return {
		roots,
		images
	};
}
// src/faces/images-file/root-values.ts
/** What tells one root from another: for a file with several roots it is in the file alone. */
const ofOneRoot = [
	"root",
	"for",
	"public-url"
];
/** What is only for a root in a bucket, and then for each of them. */
const ofBuckets = [
	"endpoint",
	"region",
	"expected-bucket-owner"
];
/** What the file says for each image. */
const ofImages = ["files", ...[...imageInputs, ...retentionInputs].map(({ name }) => name)];
/** Notes the inputs that cannot be given beside an images file. */
function checkInputsBeside(reading, roots) {
	for (const name of ofImages.filter((each) => reading.given.has(each))) reading.wrong(name, void 0, "the images file says this, for each image by itself");
	if (roots.length < 2) return;
	for (const name of ofOneRoot.filter((each) => reading.given.has(each))) reading.wrong(name, void 0, "the images file has several roots: say this there, for each");
}
/** The inputs of one of the roots. What is given beside the file wins over it. */
function valuesFor(reading, root, roots) {
	const theirs = roots.length > 1 ? [...ofImages, ...ofOneRoot] : ofImages;
	const given = [...reading.given].filter(([name]) => !theirs.includes(name));
	const all = new Map([...root.values, ...given]);
	const isBucket = /^s3:\/\//i.test(all.get("root")?.texts[0] ?? "");
	const fit = given.filter(([name]) => isBucket || !ofBuckets.includes(name));
	return new Map([...root.values, ...fit]);
}
// src/faces/images-file/many-roots.ts
/**
* The inputs of `publish` with an images file, and what it says.
* @throws InputError INPUT_INVALID naming everything that is wrong, in the file with line and column
*/
async function readManyRoots(reading, surroundings, environment) {
	const { cwd } = surroundings;
	const keys = readKeysAndReport(reading, cwd);
	const file = readFileText(reading, cwd);
	const { roots, images } = file === void 0 ? {
		roots: [],
		images: []
	} : await parseImagesFile(file.text, file.path, environment, reading.problem);
	checkInputsBeside(reading, roots);
	const missing = await missingAmong(images, cwd);
	const requests = await readRequests(images.filter((image) => !missing.has(image)), reading, cwd);
	const settings = roots.map((root) => readRootSettings(valuesFor(reading, root, roots), root, reading, surroundings, requests));
	if (images.length > 0 && requests.size === 0) reading.wrong("images", void 0, "there is nothing to publish: no image of it is there");
	if (reading.problems.length > 0) throw new InputError("INPUT_INVALID", reading.problems);
	return {
		roots: settings.flatMap((each) => each === void 0 || each.request.images.length === 0 ? [] : [{
			...each,
			...keys
		}]),
		skipped: [...missing].map(({ name }) => name)
	};
}
async function readRequests(images, reading, cwd) {
	const requests = /* @__PURE__ */ new Map();
	for (const image of images) {
		const own = reading.of(image.values);
		const request = await readImage$1(own, cwd);
		requests.set(image, {
			...request,
			name: image.name,
			retention: readRetention(own)
		});
	}
	return requests;
}
/** The images that may be missing and have none of their files. One that has some of them is not missing, but broken. */
async function missingAmong(images, cwd) {
	const missing = /* @__PURE__ */ new Set();
	for (const image of images.filter(({ optional }) => optional)) {
		const patterns = image.values.get("files")?.texts ?? [];
		const found = await expandFiles(patterns, cwd, () => void 0);
		if (patterns.length > 0 && found.length === 0) missing.add(image);
	}
	return missing;
}
function readRootSettings(values, entry, reading, surroundings, requests) {
	const own = reading.of(values);
	if (!values.has("root")) own.problem(`${entry.place} url is missing: give it, or the input root`);
	if (!values.has("for")) own.problem(`${entry.place} for is missing: give it, or the input for`);
	const root = readRoot(own, surroundings.cwd);
	const { contentId, streamName } = readNames(own);
	const images = [...requests].flatMap(([{ roots }, image]) => roots.includes(entry) ? [{
		...image,
		contentId: image.contentId ?? contentId,
		streamName: image.streamName ?? streamName
	}] : []);
	const request = {
		...readRootRequest(own, surroundings),
		images
	};
	return root && {
		request,
		root,
		singleWriter: own.boolean("single-writer")
	};
}
// src/faces/age.ts
const minute = 60;
const hour = 3600;
const day = 24 * hour;
/** A number of seconds for people: `12 min`, `36 h`, `3 d`; in days from two on. */
function formatAge(seconds) {
	if (seconds < hour) return `${Math.floor(seconds / minute)} min`;
	if (seconds < 2 * day) return `${Math.floor(seconds / hour)} h`;
	return `${Math.floor(seconds / day)} d`;
}
// src/faces/list-facts.ts
/** What is known of a root as a whole, for people. */
function factsOf(report) {
	const { root, index, signature, filters, listed, selected } = report;
	return [
		{
			name: "Root",
			text: `${root}, ${signature === void 0 ? "unsigned" : "signed"}`
		},
		{
			name: "Index",
			text: describeIndex(index)
		},
		...signature === void 0 ? [] : [{
			name: "Signed",
			text: describeSignature(signature)
		}],
		...filters.length === 0 ? [] : [{
			name: "Selected",
			text: describeExtent(selected)
		}],
		{
			name: "Listed",
			text: describeExtent(listed)
		},
		...storedFacts(report),
		...problemFacts(report),
		...report.remarks.map((text) => ({
			name: "Note",
			text
		}))
	];
}
function describeIndex({ path, generation, updated }) {
	return [
		path,
		...generation === void 0 ? [] : [`generation ${generation}`],
		...updated === void 0 ? [] : [`updated ${minuteOf(updated.time)}, ${formatAge(updated.age)} ago`]
	].join(", ");
}
/** `2026-11-20 15:04 UTC` */
function minuteOf(time) {
	return `${time.slice(0, 16).replace("T", " ")} UTC`;
}
function describeSignature({ verified, key }) {
	const proof = verified ? "verified" : "not verified";
	if (key === void 0) return `by a key that is not told, ${proof}`;
	const { fingerprint, known, userId, expires } = key;
	const until = expires === void 0 ? "never expires" : `expires ${expires.slice(0, 10)}`;
	const facts = known ? [userId, until] : ["which is not in the ring of the root"];
	return [
		`by ${fingerprint}`,
		...facts,
		proof
	].filter((part) => part !== void 0).join(", ");
}
function describeExtent({ products, versions, files, bytes }) {
	return `${count(products, "product")}, ${count(versions, "version")}, ${describeShare({
		files,
		bytes
	})}`;
}
function storedFacts({ stored }) {
	if (!stored.known) return [{
		name: "Reapable",
		text: `not known: ${stored.why}`
	}];
	const { reapable, young, foreign, nested } = stored;
	const later = young.files === 0 ? "" : `; ${describeShare(young)} younger than 48 h that nothing names`;
	const roots = nested.length === 0 ? "" : `, with the roots below ${nested.join(", ")}`;
	return [{
		name: "Reapable",
		text: describeShare(reapable) + later
	}, {
		name: "Foreign",
		text: describeShare(foreign) + roots
	}];
}
function problemFacts({ root, problems }) {
	const { counts, findings } = problems;
	const total = counts.error + counts.warning + counts.note;
	if (total === 0) return [];
	const rest = total - findings.length;
	return [
		...findings.map((finding) => ({
			name: "Problem",
			text: describeFinding(finding)
		})),
		...rest === 0 ? [] : [{
			name: "Problem",
			text: `and ${rest} more`
		}],
		{
			name: "Problem",
			text: `what could be read is listed; simplestreams check ${root} --for PROGRAM tells more`
		}
	];
}
function describeShare({ files, bytes }) {
	return `${count(files, "file")}, ${formatSize(bytes)}`;
}
function count(number, noun) {
	return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
// src/faces/list-rows.ts
/** The table of a list, product by product. */
function listRows({ products }) {
	return products.flatMap(rowsOf);
}
function rowsOf({ name, aliases, consumers, versions }) {
	const readBy = consumers.length === 0 ? "nobody" : consumers.join(", ");
	const [newest, ...older] = versions;
	return [{
		product: name,
		...cellsOf(newest),
		readBy,
		aliases
	}, ...older.map((version) => ({
		product: "",
		...cellsOf(version),
		readBy: "",
		aliases: []
	}))];
}
function cellsOf(version) {
	if (version === void 0) return {
		version: "none",
		size: "",
		age: ""
	};
	const { serial, bytes, made } = version;
	return {
		version: serial,
		size: formatSize(bytes),
		age: made ? formatAge(made.age) : ""
	};
}
// src/faces/list-text.ts
const gap = 2;
/** Of the columns that can be narrower than what is in them. */
const least = {
	product: 2,
	aliases: 12
};
/**
* What a root lists, for people: a table, and what is known of the root as a whole.
* @param width of the terminal, in columns; 80 at least
*/
function renderList(report, width) {
	const facts = factsOf(report);
	const title = Math.max(...facts.map(({ name }) => name.length));
	return `${[
		...table$1(report, width),
		"",
		...facts.map(({ name, text }) => `${name.padEnd(title)}  ${text}`)
	].map((line) => printable(line).trimEnd()).join("\n")}\n`;
}
function table$1(report, width) {
	const rows = listRows(report);
	if (rows.length === 0) return [report.filters.length === 0 ? "Nothing is listed" : "Nothing is selected"];
	const widths = widthsOf(rows, width);
	return [line(heading, widths), ...rows.flatMap((row) => lines(row, widths))];
}
const heading = {
	product: "Product",
	version: "Version",
	size: "Size",
	age: "Age",
	readBy: "Read by",
	aliases: ["Aliases"]
};
/** The columns of the product and the aliases get what the others leave. */
function widthsOf(rows, width) {
	const widest = (of) => [heading, ...rows].reduce((most, row) => Math.max(most, of(row).length), 0);
	const version = widest((row) => row.version);
	const size = widest((row) => row.size);
	const age = widest((row) => row.age);
	const readBy = widest((row) => row.readBy);
	const left = width - version - size - age - readBy - 10;
	const product = Math.min(widest((row) => row.product), Math.max(left - least.aliases, least.product));
	return {
		product,
		version,
		size,
		age,
		readBy,
		aliases: Math.max(left - product, 1)
	};
}
/** A name that is too long for its column has a line of its own: names are there to be copied. */
function lines(row, widths) {
	return row.product.length <= widths.product ? [line(row, widths)] : [row.product, line({
		...row,
		product: ""
	}, widths)];
}
function line(row, widths) {
	return [
		row.product.padEnd(widths.product),
		row.version.padEnd(widths.version),
		row.size.padStart(widths.size),
		row.age.padStart(widths.age),
		row.readBy.padEnd(widths.readBy),
		fitting(row.aliases, widths.aliases)
	].join(" ".repeat(gap));
}
/** As many as there is room for; the first one in any case. */
function fitting(aliases, width) {
	for (let count = aliases.length; count > 0; count--) {
		const text = aliases.slice(0, count).join(", ") + (count < aliases.length ? ", …" : "");
		if (text.length <= width) return text;
	}
	const [first = ""] = aliases;
	return first.length <= width ? first : `${first.slice(0, width - 1)}…`;
}
// src/faces/list-verdict.ts
/** Exit code 7, as of `check`, when something of the root could not be read as it should. */
function listExitCode({ problems }) {
	return problems.counts.error > 0 ? 7 : 0;
}
// src/faces/filters.ts
/** The input `filter`. */
function readFilters(reading) {
	return reading.list("filter", (text, wrong) => {
		const filter = parseFilter(text);
		return typeof filter === "string" ? wrong(filter) : filter;
	});
}
// src/faces/list-request.ts
/**
* The inputs of `list`, each valid by itself and with the others.
* @throws InputError INPUT_INVALID naming everything that is wrong
*/
function readList(reading, cwd) {
	const root = readRootToRead(reading, cwd);
	const request = {
		consumers: readConsumers(reading),
		filters: readFilters(reading)
	};
	const signingKey = readSigningKey(reading, false);
	const trustedKeys = readTrustedKeys(reading, cwd);
	checkReportPath(reading, cwd);
	if (reading.problems.length > 0 || root === void 0) throw new InputError("INPUT_INVALID", reading.problems);
	return {
		root,
		request,
		signingKey,
		trustedKeys
	};
}
// src/faces/listing.ts
/** Everything of `list` but how it is told. */
async function runListing(listing) {
	const settings = readList(listing.reading, listing.cwd);
	const reader = await wireLister(settings, listing);
	listing.known.set("root", reader.root.url);
	return list$1(settings.request, reader);
}
/** OpenPGP is loaded only for a signed root. */
async function wireLister(settings, run) {
	const now = /* @__PURE__ */ new Date();
	return {
		...await openPlace(settings.root, run),
		verifier: await openVerifier(settings, now),
		openRing: async () => (await import("./ring.mjs")).openpgpRing(now),
		claimedKey: async (signed) => (await import("./claimed-key.mjs")).claimedKey(signed),
		now,
		sha256,
		reporter: run.reporter
	};
}
async function openPlace(root, run) {
	if (root.kind === "web") return {
		root: httpSource({
			url: root.url,
			signal: run.signal
		}),
		store: void 0
	};
	const store = await openStore({
		root,
		singleWriter: false
	}, run);
	return {
		root: store,
		store
	};
}
// src/faces/carry-text.ts
/** What a run of `promote` or `roll-forward` did, for people. @param verbs for what is done, and what would be */
function renderCarried(report, verbs) {
	const head = report.signed ? "signed" : "unsigned";
	const verb = verbs[report.dryRun ? 1 : 0];
	return `${[
		...report.versions.flatMap((version) => renderVersion(version, verb)),
		"",
		...report.from === report.root ? [] : [`From    ${report.from}`],
		`Root    ${report.root}, generation ${report.generation}, ${head}`
	].join("\n")}\n`;
}
const promoted = ["Promoted", "Would promote"];
const rolled = ["Rolled forward", "Would roll forward"];
function renderVersion(version, verb) {
	const { product, serial, from, isNew, changed, items } = version;
	const name = `${product} ${serial}`;
	if (!isNew) return [`Nothing to list: ${name} has these files already${changed ? "; its tags change" : ""}`];
	const width = Math.max(0, ...items.map((item) => item.name.length));
	return [`${verb} ${from.product} ${from.serial} as ${name}`, ...items.map((item) => `  ${item.name.padEnd(width)}  ${item.stored.padEnd(8)}  ${formatSize(item.size).padStart(10)}  ${item.path}`)];
}
// src/faces/plan-table.ts
/** A comment on GitHub takes 65,536 characters: of more files than these only the count is told. */
const mostFiles = 200;
/** A plan as people look at it, as Markdown: in a terminal, a job summary, or a comment on a pull request. */
function planTable(plan) {
	return `${[
		`### Promotion of ${countOf(plan.versions.length, "version")}`,
		rootsTable(plan),
		versionsTable(plan.versions),
		choiceLines(plan),
		filesTable(plan.versions),
		`Plan ${name(plan.digest)}`
	].filter((section) => section !== "").join("\n\n")}\n`;
}
function rootsTable({ source, target }) {
	return table([
		"",
		"Root",
		"Generation",
		"SHA-256 of its index",
		"Signed by"
	], [rootRow("From", source), rootRow("Into", target)]);
}
function rootRow(which, { url, generation, head, signedBy }) {
	return [
		which,
		name(url),
		String(generation),
		head === void 0 ? "empty" : name(head),
		signedBy === void 0 ? "nobody" : name(signedBy)
	];
}
function versionsTable(versions) {
	return table([
		"Version",
		"Product",
		"becomes",
		"Files",
		"Size",
		""
	], versions.map(({ from, to, items, isNew, changed }) => [
		name(to.serial),
		name(from.product),
		from.product === to.product ? "the same" : name(to.product),
		String(items.length),
		formatSize(items.reduce((sum, { size }) => sum + size, 0)),
		whatOf(isNew, changed)
	]));
}
function whatOf(isNew, changed) {
	if (isNew) return "**new**";
	return changed ? "listed already, tags change" : "listed already";
}
function choiceLines({ filters, rename, label, consumers, allow }) {
	return [
		["Filters", filters],
		["Renamed", rename],
		["Label", label === void 0 ? [] : [label]],
		["Checked for", consumers],
		["Allowed", allow]
	].filter(([, texts]) => texts.length > 0).map(([title, texts]) => `- ${title}: ${texts.map(name).join(", ")}`).join("\n");
}
function filesTable(versions) {
	const rows = versions.flatMap(({ to, items }) => items.map((item) => [
		name(to.product),
		name(item.name),
		formatSize(item.size),
		name(item.sha256)
	]));
	if (rows.length === 0 || rows.length > mostFiles) return "";
	const files = table([
		"Product",
		"Item",
		"Size",
		"SHA-256"
	], rows);
	return `<details><summary>${countOf(rows.length, "file")}</summary>\n\n${files}\n\n</details>`;
}
function table(head, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	return [
		line(head),
		line(head.map(() => "---")),
		...rows.map(line)
	].join("\n");
}
/** Names come from documents of others: what Markdown could take for more than a name is escaped. */
function name(text) {
	return /^[\w./:@~+=<>(-][\w ./:@~+=<>()-]*$/.test(text) ? `\`${text}\`` : code(text);
}
function countOf(count, what) {
	return `${count} ${what}${count === 1 ? "" : "s"}`;
}
// src/faces/promotion-choice.ts
/** The inputs `filter`, `product` and `serial`. */
function readSelection(reading) {
	return {
		filters: readFilters(reading),
		product: reading.text("product", orWrong(parseProductName)),
		serial: reading.text("serial", orWrong(parseSerial))
	};
}
/** The inputs that say what is promoted, and as what. */
function readPromotionChoice(reading) {
	const consumers = readConsumersOfOneRoot(reading);
	const rename = reading.list("rename", orWrong(parseRename));
	for (const [at, { from }] of rename.entries()) if (rename.slice(0, at).some((earlier) => earlier.from === from)) reading.wrong("rename", void 0, `${from} is renamed twice`);
	return {
		selection: readSelection(reading),
		rename,
		label: reading.text("label", parseLine),
		consumers: consumers.length === 0 ? void 0 : consumers,
		allow: readAllow(reading)
	};
}
/** Notes every input that was given and is not what the plan records. */
function compareWithPlan(reading, given, planned) {
	const recorded = new Map(textsOf(planned));
	for (const [name, texts] of textsOf(given)) {
		const expected = recorded.get(name) ?? [];
		if (!reading.given.has(name) || isSame(texts, expected)) continue;
		const says = expected.length === 0 ? "none" : expected.join(", ");
		reading.wrong(name, void 0, `the plan has ${says}; leave it out, or plan again`);
	}
}
function textsOf({ selection: { filters, product, serial }, rename, label, consumers = [], allow }) {
	return [
		["filter", filters.map(formatFilter)],
		["product", product === void 0 ? [] : [product]],
		["serial", serial === void 0 ? [] : [serial]],
		["rename", rename.map(formatRename)],
		["label", label === void 0 ? [] : [label]],
		["for", consumers.map(formatConsumer)],
		["allow", allow]
	];
}
function isSame(a, b) {
	return a.length === b.length && [...a].sort().join("\n") === [...b].sort().join("\n");
}
// src/faces/promotion-request.ts
const largestPlan = 67108864;
/**
* The inputs of `promote`, each valid by itself and with the others.
* @throws InputError INPUT_INVALID naming everything that is wrong; PLAN_INVALID
*/
function readPromotion(reading, cwd) {
	const root = readRoot(reading, cwd);
	const from = readFrom(reading, cwd);
	const given = readPromotionChoice(reading);
	const apply = readPlan(reading, cwd);
	const planned = apply && plannedChoice(apply);
	if (planned !== void 0) compareWithPlan(reading, given, planned);
	const settings = {
		planAt: readTarget(reading, "plan", cwd),
		summaryAt: readTarget(reading, "plan-summary", cwd),
		singleWriter: reading.boolean("single-writer"),
		...readKeysAndReport(reading, cwd)
	};
	const dryRun = reading.boolean("dry-run");
	checkTogether(reading, dryRun);
	if (reading.problems.length > 0 || root === void 0 || from === void 0) throw new InputError("INPUT_INVALID", reading.problems);
	const request = {
		choice: planned ?? given,
		sameRoot: isSamePlace(from, root),
		fromUnsigned: reading.boolean("from-unsigned"),
		adopt: reading.boolean("adopt"),
		acceptRollback: reading.boolean("accept-rollback"),
		dryRun
	};
	return {
		...settings,
		root,
		from,
		request,
		apply
	};
}
function checkTogether(reading, dryRun) {
	const [plans, applies] = [reading.given.has("plan"), reading.given.has("apply")];
	if (plans && applies) reading.wrong("apply", void 0, "it carries out what plan wrote before: give one of them");
	if (plans && dryRun) reading.wrong("dry-run", void 0, "a plan writes nothing into a root anyway: leave it out");
	if (reading.given.has("plan-summary") && !plans && !applies) reading.wrong("plan-summary", void 0, "there is no plan to tell: give plan or apply too");
}
function readTarget(reading, name, cwd) {
	return reading.text(name, (path, wrong) => {
		const why = unfitTarget(path, cwd);
		return why === void 0 ? path : wrong(why);
	});
}
function readPlan(reading, cwd) {
	return reading.text("apply", (path, wrong) => {
		const file = resolve(cwd, path);
		try {
			const found = fileAt(file);
			if (found === void 0) return wrong("there is no such file");
			if (!found.isFile()) return wrong("it is not a regular file");
			if (found.size > largestPlan) return wrong("it is larger than 64 MiB");
			return parsePlan(readFileSync(file), path, sha256Once);
		} catch (error) {
			if (error instanceof InputError) throw error;
			return wrong(error instanceof Error ? error.message : String(error));
		}
	});
}
// src/adapters/scratch-file.ts
/** Room in a file that has no name: the system frees it with the last descriptor, whatever ends the process. */
function scratchFile({ folder, inParts, signal }) {
	let held;
	async function clear() {
		const file = held;
		held = void 0;
		await file?.close();
	}
	return {
		async hold(content, bytes, place) {
			await clear();
			signal.throwIfAborted();
			const file = await asStoreError(folder, content, () => openNameless(folder));
			held = file;
			const digests = digesting(inParts ? partSizeOf(content.size) : content.size, content.size);
			for await (const chunk of bytes) {
				signal.throwIfAborted();
				if (digests.size() + chunk.length > content.size) throw mismatch(place, content, "more bytes");
				digests.take(chunk);
				await asStoreError(folder, content, () => writeAll(file, chunk));
			}
			const { size, sha256, parts } = digests.end();
			if (size !== content.size) throw mismatch(place, content, `${size} bytes`);
			if (sha256 !== content.sha256) throw mismatch(place, content, `sha256 ${sha256}`);
			return {
				...fileSource(file, content),
				parts
			};
		},
		clear
	};
}
async function openNameless(folder) {
	const path = join(folder, `simplestreams-${randomUUID()}`);
	const file = await open(path, "wx+", 384);
	await rm(path, { force: true });
	return file;
}
/** The digests of bytes that pass once: of all of them, and of each part where there are several. */
function digesting(partSize, expected) {
	const whole = createHash("sha256");
	const parts = [];
	let part = expected > partSize ? createHash("sha256") : void 0;
	let begun = 0;
	let count = 0;
	function endPart() {
		if (part === void 0) return;
		parts.push({
			offset: begun,
			size: count - begun,
			sha256: parsed(part.digest("hex"))
		});
		part = createHash("sha256");
		begun = count;
	}
	return {
		take(chunk) {
			whole.update(chunk);
			for (let at = 0; at < chunk.length;) {
				const piece = chunk.subarray(at, at + begun + partSize - count);
				part?.update(piece);
				at += piece.length;
				count += piece.length;
				if (count - begun === partSize) endPart();
			}
		},
		size: () => count,
		end() {
			if (count > begun) endPart();
			const sha256 = parsed(whole.digest("hex"));
			const single = {
				offset: 0,
				size: count,
				sha256
			};
			return {
				size: count,
				sha256,
				parts: parts.length === 0 ? [single] : parts
			};
		}
	};
}
function parsed(digits) {
	const digest = parseSha256(digits);
	if (digest === void 0) throw new Error(`not a SHA-256: ${digits}`);
	return digest;
}
function mismatch(place, { size, sha256 }, found) {
	return new TrustError("DIGEST_MISMATCH", `${place} is not what is listed: ${found} instead of ${size} bytes with sha256 ${sha256}; somebody changed it. Restore it and run again; nothing of it is published`);
}
async function asStoreError(folder, { size }, action) {
	try {
		return await action();
	} catch (error) {
		if (isSimplestreamsError(error)) throw error;
		const reason = error instanceof Error ? error.message : String(error);
		throw new StoreError("STORE_FAILED", `a file of ${size} bytes cannot be held in ${folder} on its way: ${reason}; say in TMPDIR where there is room`, { cause: error });
	}
}
// src/faces/wire-promotion.ts
/** Room for a file on its way into the root. GitHub's runners have a folder of their own for what a job may lose. */
function openScratch({ root }, { signal }, environment) {
	return scratchFile({
		folder: environment.RUNNER_TEMP || tmpdir(),
		inParts: root.kind !== "folder",
		signal
	});
}
/**
* The root that versions are taken from.
* @param ports of the root they go into
* @throws InputError KEY_INVALID
*/
async function wireOrigin(settings, { signing, sha256, clock }, run, environment) {
	const verifier = signing?.verifier ?? await openVerifier(settings, clock.now());
	return {
		store: await openStore({
			root: settings.from,
			singleWriter: false
		}, run),
		sha256,
		signing: void 0,
		verifier,
		scratch: openScratch(settings, run, environment)
	};
}
/**
* Both roots, only to be read, and verified with whatever keys there are.
* @throws InputError KEY_INVALID
*/
async function wirePlanning(settings, run) {
	const verifier = await openVerifier(settings, /* @__PURE__ */ new Date());
	const reading = async (root) => {
		return {
			store: await openStore({
				root,
				singleWriter: false
			}, run),
			sha256: sha256Once,
			signing: void 0,
			verifier
		};
	};
	return {
		from: await reading(settings.from),
		into: await reading(settings.root)
	};
}
// src/faces/promoting.ts
/** Everything of `promote` but how it is told. */
async function runPromoting(promoting) {
	const { reading, cwd } = promoting;
	const settings = readPromotion(reading, cwd);
	const { planAt, apply, request } = settings;
	return planAt !== void 0 || apply !== void 0 && request.dryRun ? {
		kind: "planned",
		report: await runPlanning(settings, promoting)
	} : {
		kind: "promoted",
		report: await runPromotion(settings, promoting)
	};
}
async function runPromotion(settings, promoting) {
	const { environment, known, cwd } = promoting;
	const { request, apply, summaryAt } = settings;
	const ports = await wire(settings, promoting);
	const origin = await wireOrigin(settings, ports, promoting, environment);
	known.set("from", origin.store.url).set("root", ports.store.url).set("dryRun", request.dryRun);
	if (apply !== void 0 && summaryAt !== void 0) writeTextFile(summaryAt, cwd, planTable(apply));
	return promote(request, origin, ports, apply && admitPlanned(apply, request.choice, ports));
}
async function runPlanning(settings, promoting) {
	const { cwd, known, reporter } = promoting;
	const { request, apply, planAt, summaryAt, signingKey } = settings;
	const { from, into } = await wirePlanning(settings, promoting);
	known.set("from", from.store.url).set("root", into.store.url);
	reporter.group("Plan");
	const permissions = {
		...request,
		willSign: signingKey !== void 0
	};
	const admit = apply && admitPlanned(apply, request.choice, into);
	const { plan, remarks } = await planPromotion(request.choice, permissions, from, into, admit);
	for (const remark of remarks) reporter.warning(remark);
	if (summaryAt !== void 0) writeTextFile(summaryAt, cwd, planTable(plan));
	if (planAt === void 0) reporter.info("the plan can be applied as it is; nothing was written");
	else {
		writeTextFile(planAt, cwd, writePlan(plan));
		reporter.info(`the plan is in ${planAt}; nothing else was written`);
	}
	return {
		changed: plan.versions.some((version) => version.changed),
		plan,
		warnings: remarks
	};
}
// src/faces/images-file/shared-images.ts
/**
* Images for several roots: a file that more than one of them takes is opened and recognised once, and hashed again
* only for a digest that nobody wanted before.
*/
function sharedImages(images) {
	const opened = /* @__PURE__ */ new Map();
	const hashed = /* @__PURE__ */ new Map();
	async function hashMissing(files, wanted, onBytes) {
		const missing = files.filter((file) => !serves(hashed.get(file), file, wanted));
		if (missing.length === 0) return;
		for (const [at, file] of (await images.hash(missing, wanted, onBytes)).entries()) {
			const image = missing[at];
			if (image !== void 0) hashed.set(image, {
				...wanted,
				file
			});
		}
	}
	return {
		async open(paths) {
			const found = await images.open(paths.filter((path) => !opened.has(path)));
			for (const image of found) opened.set(image.path, image);
			return paths.flatMap((path) => opened.get(path) ?? []);
		},
		async hash(files, wanted, onBytes) {
			await hashMissing(files, wanted, onBytes);
			return files.flatMap((file) => hashed.get(file)?.file ?? []);
		},
		close: () => images.close()
	};
}
/** The metadata tarball goes in front of every other file, and has no combined digest itself. */
function serves(found, file, wanted) {
	if (found === void 0) return false;
	const { metadata } = wanted;
	return (metadata === void 0 || metadata === file || metadata === found.metadata) && (found.md5 || !wanted.md5);
}
// src/faces/report.ts
/** What a run of `publish` did, for people. */
function renderReport(report) {
	const head = report.signed ? "signed" : "unsigned";
	return `${[
		...report.published.flatMap((image) => renderImage(image, report.dryRun)),
		...report.unlisted.map((version) => renderUnlisted(version, report.dryRun)),
		"",
		`Root    ${report.root}, generation ${report.generation}, ${head}`,
		...report.indexUrl === void 0 ? [] : [`Index   ${report.indexUrl}`],
		...renderClients(report)
	].join("\n")}\n`;
}
function renderImage(image, dryRun) {
	const name = `${image.product} ${image.serial}`;
	if (!image.changed) return [`Nothing to do: ${name} is published already`];
	const width = Math.max(...image.items.map((item) => item.name.length));
	return [dryRun ? `Would publish ${name}` : `Published ${name}`, ...image.items.map((item) => renderItem(item, width))];
}
/** What a version that is taken off leaves, in one line. */
function renderUnlisted({ product, serial, bytes, why }, dryRun) {
	return printable(`${dryRun ? "Would unlist" : "Unlisted"} ${product} ${serial}, ${formatSize(bytes)}: ${why}`);
}
function renderItem(item, width) {
	const size = formatSize(item.size).padStart(10);
	return `  ${item.name.padEnd(width)}  ${item.stored.padEnd(8)}  ${size}  ${item.path}`;
}
function renderClients({ clients, indexUrl }) {
	const lines = clients.map((line) => `  ${line}`);
	return indexUrl === void 0 ? ["", "What clients are to be given depends on the URL they see the root under: give public-url."] : [
		"",
		"For clients:",
		"",
		...lines
	];
}
// src/faces/many-report.ts
function manyReport(roots, skipped) {
	const changed = roots.some((report) => report.changed);
	const dryRun = roots.some((report) => report.dryRun);
	const complete = outcomeOf({
		changed,
		dryRun
	}, "published");
	return {
		changed,
		dryRun,
		outcome: skipped.length > 0 ? "partial" : complete,
		published: roots.flatMap(({ root, published }) => published.map((image) => ({
			...image,
			root
		}))),
		unlisted: roots.flatMap(({ root, unlisted }) => unlisted.map((version) => ({
			...version,
			root
		}))),
		skipped,
		roots
	};
}
/** As {@link renderReport}, of a run with an images file. */
function renderMany({ roots, skipped }) {
	const left = skipped.map((name) => `Left out, since none of its files is there: ${name}\n`);
	return [...roots.map(renderReport), ...left.length === 0 ? [] : [left.join("")]].join("\n");
}
/** `published 4 images, 2 were there already, unlisted 3 versions` */
function countsOf({ published, unlisted, dryRun }) {
	const changed = published.filter((image) => image.changed).length;
	const same = published.length - changed;
	const off = unlistedCount(unlisted.length, dryRun);
	if (changed === 0) {
		const there = `${described(same)} there already`;
		return off === void 0 ? `nothing to do, ${there}` : `${there}, ${off}`;
	}
	return [
		`${dryRun ? "would publish" : "published"} ${images(changed)}`,
		...same === 0 ? [] : [`${same} ${same === 1 ? "was" : "were"} there already`],
		...off === void 0 ? [] : [off]
	].join(", ");
}
function unlistedCount(count, dryRun) {
	if (count === 0) return void 0;
	return `${dryRun ? "would unlist" : "unlisted"} ${count} ${count === 1 ? "version" : "versions"}`;
}
function described(count) {
	return count === 1 ? "the image is" : `all ${count} images are`;
}
function images(count) {
	return `${count} ${count === 1 ? "image" : "images"}`;
}
// src/faces/publishing.ts
/** Everything of `publish` but how it is told. */
async function runPublishing(publishing) {
	const { reading, cwd, environment } = publishing;
	const surroundings = {
		cwd,
		sourceDateEpoch: environment.SOURCE_DATE_EPOCH
	};
	return reading.given.has("images") ? {
		kind: "many",
		report: await publishMany(publishing, surroundings)
	} : {
		kind: "one",
		report: await publishOne(publishing, surroundings)
	};
}
async function publishOne(publishing, surroundings) {
	const settings = await readPublish(publishing.reading, surroundings);
	const ports = await wire(settings, publishing);
	publishing.known.set("root", ports.store.url).set("dryRun", settings.request.dryRun);
	return publish(settings.request, ports);
}
async function publishMany(publishing, surroundings) {
	const { reading, environment, reporter, known } = publishing;
	const { roots, skipped } = await readManyRoots(reading, surroundings, environment);
	for (const name of skipped) reporter.warning(`left out, since none of its files is there: ${name}`);
	const images = sharedImages(openImages(roots, publishing));
	const publications = await Promise.all(roots.map(async (settings) => ({
		request: settings.request,
		ports: await wire(settings, publishing, images)
	})));
	const reports = [];
	known.set("dryRun", reading.boolean("dry-run")).set("roots", reports).set("skipped", skipped);
	await publishRoots(publications, (report) => {
		reports.push(report);
		reporter.info(`${report.root}: ${countsOf(report)}`);
	});
	return manyReport(reports, skipped);
}
/** What was done in each root. */
function reportsOf({ report }) {
	return "roots" in report ? report.roots : [report];
}
/** Why a run that committed all the same is told as failed. */
function followersBehind(...reports) {
	const [first] = reports.filter(({ followers }) => followers === "behind").flatMap(({ warnings }) => warnings);
	return first === void 0 ? void 0 : new FollowersError("FOLLOWERS_BEHIND", first);
}
// src/faces/prune-request.ts
/** The inputs of `prune`. @throws InputError INPUT_INVALID naming everything that is wrong */
function readPrune(reading, cwd) {
	const root = readRoot(reading, cwd);
	const given = readConsumersOfOneRoot(reading);
	const consumers = given.length === 0 ? void 0 : given;
	const retention = readRetention(reading);
	const filters = readFilters(reading);
	if (retention === void 0 && filters.length > 0) reading.wrong("filter", void 0, "without keep and keep-for nothing is unlisted");
	const request = {
		retention,
		filters,
		consumers,
		allow: readAllow(reading),
		yes: reading.boolean("yes"),
		grace: readGrace(reading, given.map(({ name }) => name)),
		dryRun: reading.boolean("dry-run")
	};
	const singleWriter = reading.boolean("single-writer");
	const keys = readKeysAndReport(reading, cwd);
	if (reading.problems.length > 0 || root === void 0) throw new InputError("INPUT_INVALID", reading.problems);
	return {
		request,
		root,
		singleWriter,
		...keys
	};
}
// src/faces/pruning.ts
/** Everything of `prune` but how it is told. Without a signing key it can still remove what nothing names. */
async function runPruning(pruning) {
	const settings = readPrune(pruning.reading, pruning.cwd);
	const ports = await wire(settings, pruning);
	const verifier = ports.signing?.verifier ?? await openVerifier(settings, ports.clock.now());
	pruning.known.set("root", ports.store.url).set("dryRun", settings.request.dryRun);
	return prune(settings.request, {
		...ports,
		verifier
	}, (done) => {
		for (const [name, value] of Object.entries(done)) pruning.known.set(name, value);
	});
}
/** What a run of `prune` did, for people. */
function renderPruned(report) {
	return `${[...report.unlisted.map((version) => renderUnlisted(version, report.dryRun)), ...figuresOf(report)].join("\n")}\n`;
}
/** What a visit found and did, one line each. */
function figuresOf(report) {
	return [
		`${report.dryRun ? "Would be reaped" : "Reaped"}  ${amountIn(report.reaped)}`,
		`Waiting  ${amountIn(report.waiting)}${firstDue(report)}`,
		`Young    ${inWords(report.young)}`,
		`Foreign  ${inWords(report.foreign)}, left alone`,
		...report.nested.map((prefix) => `Another root below ${prefix} is left alone`),
		...report.uploads.map(({ url, since }) => `Unfinished upload of ${url}, begun at ${since}, ended`)
	];
}
function firstDue({ waiting }) {
	const [first] = waiting.map(({ due }) => due).sort();
	return first === void 0 ? "" : `, the first until ${first}`;
}
function amountIn(files) {
	return inWords({
		files: files.length,
		bytes: files.reduce((sum, { size }) => sum + size, 0)
	});
}
function inWords({ files, bytes }) {
	return `${files} ${files === 1 ? "file" : "files"}, ${formatSize(bytes)}`;
}
// src/faces/roll-forward-request.ts
/**
* The inputs of `roll-forward`, each valid by itself and with the others.
* @throws InputError INPUT_INVALID naming everything that is wrong
*/
function readRollForward(reading, cwd) {
	const root = readRoot(reading, cwd);
	const selection = readSelection(reading);
	const { serial } = selection;
	const consumers = readConsumersOfOneRoot(reading);
	const rest = {
		newSerial: reading.text("new-serial", orWrong(parseSerial)),
		consumers: consumers.length === 0 ? void 0 : consumers,
		allow: readAllow(reading),
		acceptRollback: reading.boolean("accept-rollback"),
		dryRun: reading.boolean("dry-run")
	};
	const singleWriter = reading.boolean("single-writer");
	const keys = readKeysAndReport(reading, cwd);
	if (reading.problems.length > 0 || root === void 0 || serial === void 0) throw new InputError("INPUT_INVALID", reading.problems);
	const request = {
		selection: {
			...selection,
			serial
		},
		...rest
	};
	return {
		root,
		singleWriter,
		...keys,
		request
	};
}
// src/faces/rolling-forward.ts
/** Everything of `roll-forward` but how it is told. */
async function runRollingForward(rolling) {
	const { reading, cwd, environment, known } = rolling;
	const settings = readRollForward(reading, cwd);
	const ports = await wire(settings, rolling);
	known.set("root", ports.store.url).set("dryRun", settings.request.dryRun);
	return rollForward(settings.request, ports, openScratch(settings, rolling, environment));
}
// src/faces/rotate-key-request.ts
const steps = [
	"new-key",
	"drop-key",
	"key-lost"
];
/** The inputs of `rotate-key`. @throws InputError INPUT_INVALID naming everything that is wrong */
function readRotateKey(reading, cwd) {
	const root = readRoot(reading, cwd);
	const keyLost = reading.boolean("key-lost");
	const given = steps.filter((name) => name === "key-lost" ? keyLost : reading.given.has(name));
	const [, second] = given;
	if (second !== void 0) reading.wrong(second, void 0, `${given.join(" and ")} are steps of their own: take one in a run`);
	const request = {
		dropKey: reading.text("drop-key", orWrong(parseFingerprint)),
		keyLost,
		grace: readGrace(reading, []),
		acceptRollback: reading.boolean("accept-rollback"),
		dryRun: reading.boolean("dry-run")
	};
	const newKey = readNewKey(reading, cwd);
	const singleWriter = reading.boolean("single-writer");
	const keys = readKeysAndReport(reading, cwd);
	if (keys.signingKey === void 0 && reading.secret("signing-key") === void 0) reading.wrong("signing-key", void 0, "is required: what changes the keys of a root is signed");
	if (reading.problems.length > 0 || root === void 0) throw new InputError("INPUT_INVALID", reading.problems);
	return {
		request,
		newKey,
		root,
		singleWriter,
		...keys
	};
}
/** As gpg prints it, with blanks or without. */
function parseFingerprint(text) {
	const digits = text.replaceAll(/\s/g, "").toUpperCase();
	return /^[0-9A-F]{40}$/.test(digits) ? digits : void 0;
}
// src/faces/rotating-key.ts
/** Everything of `rotate-key` but how it is told. */
async function runRotatingKey(rotating) {
	const settings = readRotateKey(rotating.reading, rotating.cwd);
	const ports = await wire(settings, rotating);
	const newKey = await openNewKey(settings.newKey, ports.clock.now());
	rotating.known.set("root", ports.store.url).set("dryRun", settings.request.dryRun);
	return rotateKey({
		...settings.request,
		newKey
	}, ports);
}
async function openNewKey(armored, now) {
	if (armored === void 0) return void 0;
	const { openpgpNewKey } = await import("./new-key.mjs");
	return openpgpNewKey(armored, now);
}
/** What a run of `rotate-key` did, for people. @param now what ends of keys are counted from */
function renderRotation(report, now) {
	const { root, generation, ring, signedBy, next } = report;
	return `${[
		...doneLines(report),
		"",
		`Root    ${root}, generation ${generation}, signed by ${signedBy}`,
		...ring.map((key) => `Ring    ${describeKey(key)}, ${describeExpiry(key, now)}`),
		...next === void 0 ? [] : ["", `Next: ${next}`]
	].join("\n")}\n`;
}
function doneLines({ changed, dryRun, added, renewed, dropped, takesOver, signedBy }) {
	if (!changed) return ["Nothing to do: the keys are as they should be"];
	const would = dryRun ? "Would have " : "";
	return [
		...added.map((key) => `added ${key} to the ring`),
		...renewed.map((key) => `renewed ${key} in the ring`),
		...dropped.map((key) => `dropped ${key} from the ring`),
		...takesOver ? [`signed the index and every document anew, with ${signedBy}`] : []
	].map((line) => would === "" ? `${line.slice(0, 1).toUpperCase()}${line.slice(1)}` : `${would}${line}`);
}
// src/faces/staging.ts
/** Everything of `stage` but how it is told. */
async function runStaging(staging) {
	const { reading, cwd, environment, known } = staging;
	const stage = reading.text("stage-name", orWrong(parseStageWord)) ?? "";
	const run = readRunId(reading, environment);
	const sourceDateEpoch = environment.SOURCE_DATE_EPOCH;
	const settings = await readPublish(reading, {
		cwd,
		sourceDateEpoch
	});
	const ports = await wire(settings, staging);
	known.set("root", ports.store.url);
	return stageImages(settings.request, {
		run,
		stage
	}, ports);
}
/** Everything of `commit` but how it is told. */
async function runCommitting(committing) {
	const { reading, cwd, environment, known } = committing;
	const run = readRunId(reading, environment);
	const expect = [...new Set(reading.list("expect", orWrong(parseStageWord)))];
	const root = readRoot(reading, cwd);
	const sourceDateEpoch = environment.SOURCE_DATE_EPOCH;
	const request = {
		...readRootRequest(reading, { sourceDateEpoch }),
		images: []
	};
	const singleWriter = reading.boolean("single-writer");
	const keys = readKeysAndReport(reading, cwd);
	if (reading.problems.length > 0 || root === void 0) throw new InputError("INPUT_INVALID", reading.problems);
	const ports = await wire({
		root,
		singleWriter,
		...keys
	}, committing);
	known.set("root", ports.store.url).set("dryRun", request.dryRun);
	return commitStaged(request, {
		run,
		expect
	}, ports);
}
/** Given, else the platform's; a run that is tried again keeps its id. */
function readRunId(reading, environment) {
	const run = reading.text("run-id", orWrong(parseStageWord)) ?? environment.GITHUB_RUN_ID ?? environment.CI_PIPELINE_ID;
	if (run === void 0 && !reading.given.has("run-id")) reading.wrong("run-id", void 0, "neither it nor GITHUB_RUN_ID nor CI_PIPELINE_ID is given: say which jobs belong together");
	return run ?? "";
}
/** What a job has staged, for people. */
function renderStaged({ root, run, stage, record, files }) {
	const lines = files.map(({ path, stored, uploaded }) => `  ${uploaded ? "uploaded" : "present "}  ${path}  ${stored}`);
	return `${[
		`Staged ${stage} of run ${run} in ${root}; no reader sees it before it is committed`,
		...lines,
		`  record    ${record}`
	].join("\n")}\n`;
}
// src/faces/unlist-report.ts
/** What becomes of the files of a version that is taken back. */
const filesStay = "The files stay readable, for clients that saw the index before; prune removes them after the grace time.";
/** What a run of `unlist` did, for people. */
function renderUnlist(report) {
	const { root, generation, signed, dryRun, unlisted, products } = report;
	return `${[
		...unlisted.map((version) => renderUnlisted(version, dryRun)),
		"",
		...products.map(describeResolved),
		filesStay,
		"",
		`Root    ${root}, generation ${generation}, ${signed ? "signed" : "unsigned"}`
	].join("\n")}\n`;
}
// src/faces/unlisting.ts
/** Everything of `unlist` but how it is told. */
async function runUnlisting(unlisting) {
	const { reading, cwd, known } = unlisting;
	const root = readRoot(reading, cwd);
	const request = readUnlist(reading);
	const singleWriter = reading.boolean("single-writer");
	const keys = readKeysAndReport(reading, cwd);
	if (reading.problems.length > 0 || root === void 0) throw new InputError("INPUT_INVALID", reading.problems);
	const ports = await wire({
		root,
		singleWriter,
		...keys
	}, unlisting);
	known.set("root", ports.store.url).set("dryRun", request.dryRun);
	return unlist(request, ports);
}
/** What to take back; what is wrong is among the problems of `reading`. */
function readUnlist(reading) {
	const consumers = readConsumers(reading);
	if (![
		"product",
		"serial",
		"filter"
	].some((name) => reading.given.has(name))) reading.wrong("product", void 0, "say what is to be taken back: a product and a serial, or a product with all its versions, or a filter");
	return {
		consumers: consumers.length === 0 ? void 0 : consumers,
		allow: readAllow(reading),
		product: reading.text("product", orWrong(parseProductName)),
		serial: reading.text("serial", orWrong(parseListedSerial)),
		filters: readFilters(reading),
		reason: reading.text("reason", parseLine),
		yes: reading.boolean("yes"),
		acceptRollback: reading.boolean("accept-rollback"),
		dryRun: reading.boolean("dry-run")
	};
}
/** Other tools list versions of any name. */
function parseListedSerial(text) {
	return /^[!-~]{1,256}$/.test(text) ? text : void 0;
}
export { parseLine as $, code as A, planOutputs as B, rolled as C, listRows as D, renderList as E, checkOutputs as F, runChecking as G, publishOutputs as H, listOutputs as I, renderFindings as J, wireFiles as K, manyOutputs as L, escapedLine as M, carryOutputs as N, factsOf as O, checkOnlyOutputs as P, readRequest as Q, outputs as R, renderCarried as S, listExitCode as T, rotationOutputs as U, pruneOutputs as V, unlistOutputs as W, ruleLink as X, subjectOf as Y, readKeysAndReport as Z, renderMany as _, runCommitting as a, formatSize as at, planTable as b, runRotatingKey as c, failureOf as ct, renderPruned as d, toJson as et, runPruning as f, countsOf as g, runPublishing as h, renderStaged as i, lineReporter as it, escaped as j, readManyRoots as k, runRollingForward as l, traceOf as lt, reportsOf as m, filesStay as n, writeJsonFile as nt, runStaging as o, withoutControls as ot, followersBehind as p, effectOf as q, renderUnlist as r, writeTextFile as rt, renderRotation as s, abortOnSignals as st, runUnlisting as t, unfitTarget as tt, figuresOf as u, withoutSecrets as ut, renderReport as v, runListing as w, promoted as x, runPromoting as y, outputsOf as z };
