import { $ as readRequest, $n as isSimplestreamsError, An as compareSerials, At as unlistedVersion, B as writeAll, Bn as describeReleases, Bt as chooseSerial, C as parseStageWord, Cn as checkRoot$1, Ct as isFresh, Dn as isDisk, Dt as publishEdit, En as imagesOf, Et as parseProductName, Fn as everyRelease, Ft as parseDuration, G as systemClock, Gt as ringKeys, H as imageFiles, Hn as formatSize, Ht as emptyProducts, I as openSigning, In as formatConsumer, It as readersOfDocuments, J as checkReportPath, Jn as ConflictError, Jt as describeKey, K as sha256, L as openStore, Ln as parseConsumer, Lt as judge, Mn as serialOf, Mt as placedProducts, Nn as timeOfSerial, Nt as unlistVersions, On as inherited, Ot as retentionEdit, Pn as consumerNames, Pt as formatDuration, Q as readPublish, Qn as TrustError, Qt as readingRules, R as wire, Rn as programs, Rt as documentsAfter, S as planVisit, Sn as checkListing, St as planOf$1, Tn as isForeign, Tt as parseContentId, Ut as holdsExactly, V as fileSource, Vt as digestsOf, W as partSizeOf, Wt as putProduct, X as readKeysAndReport, Xn as InputError, Xt as warnOfExpiry, Yn as FindingError, Yt as expiryOf, Zn as StoreError, Zt as readingRule, _ as bringUpFollowers, _n as objectHeaders, _t as readConsumers, an as parseIndex, at as readRootToRead, b as parseDocuments, bn as parseRelativePath, bt as readImages, cn as validated, d as care, dn as printable, dt as readTrustedKeys, en as serialise, et as readRootRequest, f as reapedFile, fn as customaryPath, g as askWith, gn as index, gt as fileAt, h as openTrial, hn as imagePath, ht as writeTextFile, in as requireSigning, it as readRoot$1, jn as parseSerial, jt as refuseMostOfRoot, kn as listRoot, kt as describeUnlisted, ln as documentText, lt as readNewKey, m as commit, mn as headPath, mt as writeJsonFile, nn as headVanished, nt as isSamePlace, o as renderUnlisted, on as validateIndex, ot as readRetention, p as rememberedEdit, pn as headCopyPath, pt as unfitTarget, q as sha256Once, qt as describeExpiry, rn as readRoot, rt as readFrom, sn as validateProducts, st as readGrace, tn as documentLimit, tt as parseLine, u as publishImages, un as parseJsonText, ut as readSigningKey, v as namedBy, vn as signedIndex, vt as readConsumersOfOneRoot, wn as rules, wt as openStage, x as readDocuments, xn as parseSha256, xt as imageOf, y as isRolledBack, yn as joinPath, yt as readAllow, zn as anyRelease, zt as addVersion } from "./publish.mjs";
import { A as consequences, D as describeCounts, M as describePlace, N as severities, a as isSelected, c as selects, d as isObject, f as objectsIn, g as orWrong, h as nearest, i as formatFilter, j as describeFinding, k as failOnWords, r as version, s as parseFilter, u as asText, y as plain } from "./inputs.mjs";
import { d as parseClearsigned } from "./signing.mjs";
import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
// src/app/check-report.ts
function checkReport({ consumers, allow }, found) {
	const findings = found.findings.map((finding) => ({
		...finding,
		allowed: allow.includes(finding.code)
	}));
	const count = (severity) => findings.filter((finding) => !finding.allowed && finding.severity === severity).length;
	return {
		root: found.root,
		consumers: consumers.map(describeConsumer),
		findings,
		counts: {
			error: count("error"),
			warning: count("warning"),
			note: count("note"),
			allowed: findings.filter(({ allowed }) => allowed).length
		},
		paths: found.paths,
		remarks: found.remarks
	};
}
function describeConsumer({ name, releases }) {
	const { title } = programs[name];
	return releases === anyRelease ? title : `${title} ${describeReleases(releases)}`;
}
// src/app/read-document.ts
async function readDocument(bytes, path, form, verifier, validate) {
	const problems = [];
	let text = decode(bytes);
	if (form === "sjson") try {
		text = await signedText(bytes, path, verifier);
	} catch (error) {
		if (!isSimplestreamsError(error)) throw error;
		problems.push({
			code: "DOC-004",
			message: error.message
		});
		text = roughly(text);
	}
	const json = parse(text, path, problems);
	if (json !== void 0) problems.push(...schemaProblems(json, path, validate));
	return {
		json,
		problems
	};
}
async function signedText(bytes, path, verifier) {
	if (verifier === void 0) return parseClearsigned(bytes, path).text;
	return (await verifier.clearsigned(bytes, path)).text;
}
function decode(bytes) {
	return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
function roughly(text) {
	const [, signed] = /^-----BEGIN PGP SIGNED MESSAGE-----\r?\n(?:\S.*\r?\n)*\r?\n([\s\S]*?)(?:-----BEGIN PGP SIGNATURE-----|$(?![\s\S]))/.exec(text) ?? [];
	return signed ?? text;
}
function parse(text, path, problems) {
	try {
		const value = parseLeniently(text, path, problems);
		if (isObject(value)) return value;
		problems.push({
			code: "DOC-002",
			message: `${path} holds JSON, and no object`
		});
	} catch (error) {
		const why = text.startsWith("-----BEGIN PGP") ? "it is clearsigned, and the index that names it is not" : `${error instanceof Error ? error.message : error}`;
		problems.push({
			code: "DOC-002",
			message: `${path} is not JSON: ${onOneLine(why)}`
		});
	}
}
function parseLeniently(text, path, problems) {
	try {
		return parseJsonText(text, path);
	} catch (error) {
		if (!isSimplestreamsError(error)) throw error;
		const value = JSON.parse(text);
		problems.push({
			code: "DOC-003",
			message: error.message
		});
		return value;
	}
}
function schemaProblems(json, path, validate) {
	try {
		validate(json, path);
		return [];
	} catch (error) {
		if (!(error instanceof FindingError)) throw error;
		const [, ...lines] = error.message.split("\n").map((line) => line.trim());
		return [{
			code: "DOC-003",
			message: `${path} breaks the schema: ${lines.join("; ")}`
		}];
	}
}
function onOneLine(text) {
	return text.replaceAll(/\p{Cc}+/gu, " ");
}
// src/app/reading-finding.ts
function readingFinding(code, consumers, document, message) {
	const { consequence, severity, fix } = readingRule(code);
	return {
		code,
		severity,
		consequence,
		consumers,
		place: { document },
		message,
		fix
	};
}
// src/app/read-view.ts
async function readView(reader, readers) {
	const path = headPath(readers.form);
	const { verifier } = reader;
	const index = await readDocument(readers.bytes, path, readers.form, verifier, validateIndex);
	const finding = (document, { code, message }) => readingFinding(code, readers.names, document, message);
	const findings = index.problems.map((problem) => finding("index", problem));
	const documents = /* @__PURE__ */ new Map();
	const unread = /* @__PURE__ */ new Set();
	const paths = { index: path };
	const entries = objectsIn(index.json?.index).filter(([, entry]) => isDocument(entry));
	const read = await Promise.all(entries.map(([, entry]) => readEntry(reader, readers, entry)));
	for (const [n, [contentId, entry]] of entries.entries()) {
		const { json, problems } = read[n] ?? absent;
		paths[contentId] = asText(entry.path) ?? path;
		findings.push(...problems.map((problem) => finding(contentId, problem)));
		if (json !== void 0) documents.set(contentId, json);
		else if (problems.length > 0) unread.add(contentId);
	}
	return {
		view: {
			index: index.json,
			documents
		},
		findings,
		paths,
		unread
	};
}
function unsaid({ unread }, found) {
	const said = new Set([...unread].map((contentId) => `index.${contentId}`));
	return found.filter(({ code, place }) => code !== "ROOT-002" || !said.has(place.field ?? ""));
}
const absent = {
	json: void 0,
	problems: []
};
function isDocument({ format, datatype, path }) {
	if (asText(path) === void 0 || format === "index:1.0") return false;
	return format === "products:1.0" || datatype === "image-downloads" || datatype === "image-ids";
}
async function readEntry({ root, verifier, sha256 }, { form }, entry) {
	const path = parseRelativePath(entry.path);
	if (path === void 0) return {
		json: void 0,
		problems: [{
			code: "DOC-005",
			message: `the index names ${JSON.stringify(entry.path)}`
		}]
	};
	try {
		const stored = await root.read(path, documentLimit);
		if (stored === void 0) return absent;
		const { bytes } = stored;
		const { json, problems } = await readDocument(bytes, path, form, verifier, validateProducts);
		return {
			json,
			problems: [...problems, ...pinProblems(entry, path, bytes, sha256)]
		};
	} catch (error) {
		if (!isSimplestreamsError(error) || error.code === "SIGNAL") throw error;
		return {
			json: void 0,
			problems: [{
				code: "DOC-007",
				message: error.message
			}]
		};
	}
}
function pinProblems({ sha256: pinned, size }, path, bytes, sha256) {
	if (typeof pinned !== "string") return [];
	const found = sha256(bytes);
	if (pinned === found && (size === void 0 || size === bytes.length)) return [];
	return [{
		code: "DOC-008",
		message: `${path} has ${bytes.length} bytes and sha256 ${found}, and the index says ${size} and ${pinned}`
	}];
}
// src/app/root-age.ts
function ageFindings(index, path, maxAge, names) {
	if (index === void 0 || maxAge === void 0) return [];
	const updated = asText(index.updated);
	const time = Date.parse(updated ?? "");
	if (time >= maxAge.since.getTime()) return [];
	return [readingFinding("AGE-001", names, "index", Number.isNaN(time) ? `${path} does not say when it was updated, so it is not known to be younger than ${maxAge.text}` : `${path} was updated ${updated}, which is more than ${maxAge.text} ago`)];
}
// src/app/root-key.ts
async function keyFindings(reader, index, signed, names) {
	const key = await knownKey(reader, index, signed);
	if (key === void 0) return [];
	const near = expiryOf(key, reader.now);
	if (near === void 0) return [];
	const message = `${signedIndex} is signed by ${describeKey(key)}, which ${describeExpiry(key, reader.now)}`;
	return [readingFinding(near === "soon" ? "KEY-001" : "KEY-002", names, "index", message)];
}
function knownKey(reader, index, signed) {
	return told(async () => reader.verifier === void 0 ? keyInRing(reader, index, signed) : reader.verifier.facts((await reader.verifier.clearsigned(signed, headPath("sjson"))).fingerprint));
}
async function signedBeside({ root }, index) {
	if (index?.head !== "index.sjson") return void 0;
	return (await told(() => root.read(signedIndex, documentLimit)))?.bytes;
}
async function keyInRing({ root, openRing }, index, signed) {
	const path = parseRelativePath(asText(index?.keyring));
	const stored = path && await root.read(path, 1048576);
	if (stored === void 0) return void 0;
	const ring = await openRing();
	for (const key of await ring.keys(stored.bytes)) if (await ring.verifies(key.publicKey, signed)) return key;
}
async function told(read) {
	try {
		return await read();
	} catch (error) {
		if (!isSimplestreamsError(error) || error.code === "SIGNAL") throw error;
		return;
	}
}
// src/app/second-head.ts
async function secondHeadFindings({ root }, found, names) {
	const known = found.get("sjson");
	const signed = known ?? await readIfThere(root, "sjson");
	if (signed === void 0) return [];
	const plain = (known && found.get("json")) ?? await readIfThere(root, "json");
	const [head, beside] = await Promise.all([jsonIn(signed, "sjson"), jsonIn(plain, "json")]);
	if (beside === void 0 || beside.head !== void 0) return [];
	const ours = [head, beside].some((json) => typeof json?.generation === "number");
	const message = `${headPath("json")} does not say "head": "index.sjson", and ${headPath("sjson")} is there: the root has two heads`;
	return [readingFinding(ours ? "DOC-009" : "DOC-010", names, "index", message)];
}
async function readIfThere(root, form) {
	try {
		return (await root.read(headPath(form), documentLimit))?.bytes;
	} catch (error) {
		if (!isSimplestreamsError(error) || error.code === "SIGNAL") throw error;
		return;
	}
}
async function jsonIn(bytes, form) {
	if (bytes === void 0) return void 0;
	return (await readDocument(bytes, headPath(form), form, void 0, () => void 0)).json;
}
// src/app/check.ts
const plainReaders = ["lxd", "incus"];
async function check(request, reader) {
	const { root, verifier, reporter } = reader;
	reporter.group("Root");
	reporter.info(root.url);
	const indexes = await lookForIndexes(root, request);
	const findings = [...indexes.findings];
	const remarks = [];
	let paths = {};
	for (const { form, consumers } of indexes.groups) {
		const bytes = indexes.found.get(form);
		if (bytes === void 0) {
			findings.push(noIndex(root, form, namesOf(consumers)));
			continue;
		}
		const read = await readView(reader, {
			names: namesOf(consumers),
			form,
			bytes
		});
		const { size } = read.view.documents;
		reporter.info(`${headPath(form)}, with ${size} ${size === 1 ? "document" : "documents"}, for ${namesOf(consumers).join(", ")}`);
		findings.push(...ageFindings(read.view.index, headPath(form), request.maxAge, namesOf(consumers)));
		const signed = indexes.found.get("sjson") ?? await signedBeside(reader, read.view.index);
		if (signed !== void 0) findings.push(...await keyFindings(reader, read.view.index, signed, namesOf(consumers)));
		findings.push(...findingsIn(read, consumers, indexes.found.has("sjson"), request.publicUrl));
		paths = {
			...read.paths,
			...paths
		};
		if (form === "sjson" && verifier === void 0) remarks.push(unverified);
	}
	findings.push(...await secondHeadFindings(reader, indexes.found, namesOf(request.consumers)));
	reporter.group("Result");
	return checkReport(request, {
		root: root.url,
		findings: joined(findings),
		paths,
		remarks
	});
}
const unverified = "the signatures were not verified: give trusted-keys (or signing-key) to have them verified";
async function lookForIndexes(root, { consumers, publicUrl = "" }) {
	const plain = consumers.filter(({ name }) => plainReaders.includes(name));
	const others = consumers.filter(({ name }) => !plainReaders.includes(name));
	const named = /streams\/v1\/index\.(s?json)$/.exec(publicUrl)?.[1];
	const found = /* @__PURE__ */ new Map();
	const findings = [];
	if (others.length > 0) {
		const signed = await lookForSigned(root);
		if (signed instanceof StoreError) findings.push(readingFinding("DOC-006", namesOf(others), "index", signed.message));
		else if (signed !== void 0) found.set("sjson", signed);
	}
	const form = named === "sjson" || named === void 0 && found.has("sjson") ? "sjson" : "json";
	const asked = (form === "json" ? [{
		form,
		consumers
	}] : [{
		form: "json",
		consumers: plain
	}, {
		form,
		consumers: others
	}]).filter((group) => group.consumers.length > 0);
	if (asked.some((group) => group.form === "json")) {
		const bytes = (await root.read(headPath("json"), documentLimit))?.bytes;
		if (bytes !== void 0) found.set("json", bytes);
	}
	return {
		found,
		groups: asked,
		findings
	};
}
async function lookForSigned(root) {
	try {
		return (await root.read(headPath("sjson"), documentLimit))?.bytes;
	} catch (error) {
		if (error instanceof StoreError && error.code === "STORE_DENIED") return error;
		throw error;
	}
}
function noIndex(root, form, names) {
	return readingFinding("DOC-001", names, "index", `${headPath(form)} is not there, below ${root.url}`);
}
function findingsIn(read, consumers, signed, publicUrl) {
	const given = publicUrl === void 0 ? {} : { publicUrl };
	const found = checkRoot$1({
		...read.view,
		signed,
		...given
	}, consumers);
	return [...read.findings, ...unsaid(read, found)];
}
function joined(findings) {
	const byWords = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const key = `${finding.code} ${describePlace(finding.place)} ${finding.message}`;
		const names = [...byWords.get(key)?.consumers ?? [], ...finding.consumers];
		const consumers = consumerNames.filter((name) => names.includes(name));
		byWords.set(key, {
			...finding,
			consumers
		});
	}
	const all = [...byWords.values()];
	return severities.flatMap((severity) => all.filter((finding) => finding.severity === severity));
}
function namesOf(consumers) {
	return consumerNames.filter((name) => consumers.some((consumer) => consumer.name === name));
}
// src/app/check-files.ts
async function checkFiles(request, ports) {
	const { images, reporter, clock } = ports;
	try {
		const read = await readImages(request, ports);
		const unjudged = {
			...request,
			allow: rules.map(({ code }) => code)
		};
		const edited = publishEdit(unjudged, read, clock.now())(/* @__PURE__ */ new Map(), { place: ({ path }) => path }, void 0);
		reporter.group("Plan");
		for (const { image, serial } of edited.outcome.images) reporter.info(`${image.product} would get version ${serial}`);
		const given = request.publicUrl === void 0 ? {} : { publicUrl: request.publicUrl };
		const view = {
			index: void 0,
			signed: true,
			documents: edited.changed,
			...given
		};
		reporter.group("Result");
		return checkReport(request, {
			root: void 0,
			findings: checkRoot$1(view, request.consumers),
			paths: Object.fromEntries([...edited.changed.keys()].map((contentId) => [contentId, `streams/v1/${contentId}.json`])),
			remarks: []
		});
	} finally {
		await images.close();
	}
}
// src/faces/max-age.ts
function readMaxAge(reading, now) {
	return reading.text("max-age", (text, wrong) => {
		const age = parseDuration(text);
		return age === void 0 ? wrong() : {
			text,
			since: new Date(now.getTime() - age)
		};
	});
}
// src/faces/check-request.ts
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
function ruleLink(code, project) {
	const page = `docs/rules.md#${code.toLowerCase()}`;
	return project === void 0 ? page : `${project}/${page}`;
}
// src/faces/findings/text.ts
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
function subjectOf({ root }) {
	return root ?? "the files";
}
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
function uriOf(path) {
	return path.split("/").map(encodeURIComponent).join("/");
}
// src/faces/findings/files.ts
function writeFindings(report, to) {
	const folder = folderOf(to);
	if (to.sarif !== void 0) writeJsonFile(to.sarif, to.cwd, sarif(report, {
		...to,
		folder
	}));
	if (to.codeQuality !== void 0) writeJsonFile(to.codeQuality, to.cwd, codeQuality(report, folder));
}
function folderOf({ subject, cwd }) {
	if (subject.kind !== "root" || subject.root.kind !== "folder") return "";
	const path = relative(cwd, subject.root.folder);
	return path.startsWith("..") ? "" : path.split(sep).join("/");
}
// src/adapters/http/failure.ts
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
function isPassing(error) {
	if (error instanceof BusyError) return true;
	const code = codesOf(error).find((known) => known in words);
	return code !== void 0 && code !== "ENOTFOUND" && !/CERT|VERIFY/.test(code);
}
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
function causesOf(error) {
	if (!(error instanceof Error)) return [];
	return [
		error,
		...error instanceof AggregateError ? error.errors.flatMap(causesOf) : [],
		...causesOf(error.cause)
	];
}
// src/adapters/http-source.ts
const tries = 3;
const pause = 500;
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
		if (attempt === tries || !isPassing(error)) throw unreadable(url, error);
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
			if (count > limit) throw tooLarge(url, limit);
			chunks.push(chunk);
		}
		return Buffer.concat(chunks);
	} finally {
		clearTimeout(timer);
	}
}
function refused(url, { status, statusText, url: final }) {
	if (status === 404 || status === 410) return void 0;
	const answer = `${url}${final === "" || final === url ? "" : ` (redirected to ${final})`} answers ${status} ${statusText}`.trimEnd();
	if (status === 401 || status === 403) throw new StoreError("STORE_DENIED", `${answer}: it may not be read, or it is not there and the server does not say so; let everybody read it, and let what is absent be 404`);
	if (status === 429 || status >= 500) throw new BusyError(answer);
	throw new StoreError("STORE_FAILED", `${answer}; a root is served as plain files, with 200`);
}
function tooLarge(url, limit) {
	return new TrustError("DOCUMENT_TOO_LARGE", `${url} has more than the ${limit} bytes that such a document may have`);
}
// src/faces/wire-check.ts
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
async function openVerifier({ signingKey, trustedKeys }, now) {
	if (signingKey !== void 0) return (await openSigning({
		signingKey,
		trustedKeys
	}, now))?.verifier;
	if (trustedKeys.length === 0) return void 0;
	const [{ trustedKeys: parse }, { openpgpVerifier }] = await Promise.all([import("./keys.mjs"), import("./verifier.mjs")]);
	return openpgpVerifier(await parse(trustedKeys.join("\n")), now);
}
// src/faces/checking.ts
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
// src/faces/github/markdown.ts
function code(text) {
	return `<code>${escaped(text)}</code>`;
}
function escaped(text) {
	return text.replaceAll(/[&<>"'|`*_[\]\\]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
function escapedLine(text) {
	return escaped(text.replaceAll(/\s+/g, " "));
}
// src/faces/age.ts
const minute = 60;
const hour = 3600;
const day = 24 * hour;
function formatAge(seconds) {
	if (seconds < hour) return `${Math.floor(seconds / minute)} min`;
	if (seconds < 2 * day) return `${Math.floor(seconds / hour)} h`;
	return `${Math.floor(seconds / day)} d`;
}
// src/faces/list-facts.ts
function factsOf(report) {
	const { root, index, signature, filters, listed, selected } = report;
	return [
		{
			name: "Root",
			text: `${root}, ${signature === void 0 ? "unsigned" : "signed"}`
		},
		{
			name: "Index",
			text: describeIndex$1(index)
		},
		...signature === void 0 ? [] : [{
			name: "Signed",
			text: describeSignature$1(signature)
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
function describeIndex$1({ path, generation, updated }) {
	return [
		path,
		...generation === void 0 ? [] : [`generation ${generation}`],
		...updated === void 0 ? [] : [`updated ${minuteOf(updated.time)}, ${formatAge(updated.age)} ago`]
	].join(", ");
}
function minuteOf(time) {
	return `${time.slice(0, 16).replace("T", " ")} UTC`;
}
function describeSignature$1({ verified, key }) {
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
const least = {
	product: 2,
	aliases: 12
};
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
function fitting(aliases, width) {
	for (let count = aliases.length; count > 0; count--) {
		const text = aliases.slice(0, count).join(", ") + (count < aliases.length ? ", …" : "");
		if (text.length <= width) return text;
	}
	const [first = ""] = aliases;
	return first.length <= width ? first : `${first.slice(0, width - 1)}…`;
}
// src/faces/list-verdict.ts
function listExitCode({ problems }) {
	return problems.counts.error > 0 ? 7 : 0;
}
// src/core/consumers/taken.ts
function takes(name, product) {
	switch (name) {
		case "lxd":
		case "incus": return imagesOf[name](product).length > 0;
		case "maas": return !isForeign(product) && hasItem(product, () => true);
		case "glance": return hasItem(product, isDisk);
		case "sstream": return hasItem(product, ({ path }) => path !== void 0);
	}
}
function hasItem({ versions }, is) {
	return versions.some(({ items }) => items.some(is));
}
// src/core/consumers/product-readers.ts
const ofAll = [
	"stream-hidden",
	"source-rejected",
	"import-aborted"
];
function productReaders(findings, names) {
	const blocked = /* @__PURE__ */ new Set();
	for (const finding of findings) {
		if (finding.severity !== "error") continue;
		for (const name of finding.consumers) blocked.add(keyOf(name, ...placeOf$1(finding)));
	}
	return (product) => {
		const { contentId } = product.document;
		return names.filter((name) => !blocked.has(keyOf(name)) && !blocked.has(keyOf(name, contentId)) && !blocked.has(keyOf(name, contentId, product.name)) && takes(name, product));
	};
}
function placeOf$1({ consequence, place: { document, product } }) {
	if (ofAll.includes(consequence) || document === "index") return [];
	return product === void 0 ? [document] : [document, product];
}
function keyOf(name, ...place) {
	return JSON.stringify([name, ...place]);
}
// src/app/list-products.ts
function listProducts({ all }, filters, now, readersOf) {
	return all.products.flatMap((product) => {
		const versions = product.versions.filter((version) => selects(filters, levelsOf(version)));
		if (versions.length === 0 && filters.length > 0) return [];
		return [{
			contentId: product.document.contentId,
			name: product.name,
			aliases: aliasesOf(product),
			consumers: readersOf(product),
			versions: versions.map((version) => listVersion(version, now)).reverse()
		}];
	}).sort((a, b) => compareSerials(a.contentId, b.contentId) || compareSerials(a.name, b.name));
}
function extentOf(products) {
	const versions = products.flatMap((product) => product.versions);
	const items = versions.flatMap((version) => version.items);
	return {
		products: products.length,
		versions: versions.length,
		...filesOf(items)
	};
}
function momentOf(time, now) {
	const age = Math.max(0, Math.floor((now.getTime() - time.getTime()) / 1e3));
	return {
		time: time.toISOString(),
		age
	};
}
function levelsOf({ product, serial, tags }) {
	const { document, name, tags: productTags } = product;
	return {
		document: document.tags,
		product: productTags,
		version: tags,
		productName: name,
		serial
	};
}
function aliasesOf({ tags }) {
	return (asText(tags.aliases)?.split(",") ?? []).map((name) => name.trim()).filter((name) => name !== "");
}
function listVersion(version, now) {
	const time = timeOfSerial(version.serial);
	const items = version.items.map(listItem);
	return {
		serial: version.serial,
		made: time === void 0 ? void 0 : momentOf(time, now),
		bytes: filesOf(items).bytes,
		items
	};
}
function listItem(item) {
	const { name, ftype, path, tags } = item;
	return {
		name,
		ftype,
		path,
		bytes: sizeOf(item),
		sha256: asText(tags.sha256)
	};
}
function sizeOf(item) {
	const size = Number(inherited(item, "size"));
	return Number.isSafeInteger(size) && size > 0 ? size : 0;
}
function filesOf(items) {
	const sizes = new Map(items.flatMap(({ path, bytes }) => path === void 0 ? [] : [[path, bytes]]));
	let bytes = 0;
	for (const size of sizes.values()) bytes += size;
	return {
		files: sizes.size,
		bytes
	};
}
// src/app/list-index.ts
async function readIndex(root) {
	const signed = await readUnlessDenied(root);
	if (signed !== void 0) return {
		form: "sjson",
		bytes: signed
	};
	const plain = await root.read(index, documentLimit);
	if (plain !== void 0) return {
		form: "json",
		bytes: plain.bytes
	};
	throw new InputError("INPUT_INVALID", `there is no root at ${root.url}: neither ${signedIndex} nor ${index} is there; give the folder, bucket or URL that holds streams/v1`);
}
async function readUnlessDenied(root) {
	try {
		return (await root.read(signedIndex, documentLimit))?.bytes;
	} catch (error) {
		if (isSimplestreamsError(error) && error.code === "STORE_DENIED") return void 0;
		throw error;
	}
}
function describeIndex(form, json, now) {
	const time = new Date(asText(json?.updated) ?? NaN);
	return {
		path: headPath(form),
		generation: typeof json?.generation === "number" ? json.generation : void 0,
		updated: Number.isNaN(time.getTime()) ? void 0 : momentOf(time, now)
	};
}
// src/app/list-signature.ts
async function describeSignature(reader, bytes, index, isBelieved) {
	const { verifier, now } = reader;
	const verified = verifier !== void 0 && isBelieved;
	const remarks = verifier === void 0 ? ["the signatures were not verified: give trusted-keys (or signing-key) to have them verified"] : [];
	const key = await knownKey(reader, index, bytes);
	if (key === void 0) {
		const fingerprint = await reader.claimedKey(bytes);
		return {
			signature: {
				verified,
				key: fingerprint === void 0 ? void 0 : {
					fingerprint,
					known: false
				}
			},
			remarks
		};
	}
	const { fingerprint, userId, expires } = key;
	const isNear = expiryOf(key, now) !== void 0;
	return {
		signature: {
			verified,
			key: {
				fingerprint,
				known: true,
				userId,
				expires: expires?.toISOString()
			}
		},
		remarks: isNear ? [...remarks, `the signing key ${describeKey(key)} ${describeExpiry(key, now)}`] : remarks
	};
}
// src/app/list-stored.ts
async function storedShares(reader, listing, read) {
	const named = await namedPaths(reader, read);
	if (typeof named === "string") return {
		known: false,
		why: named
	};
	const plan = planVisit({
		...listing,
		named,
		notes: /* @__PURE__ */ new Map()
	}, Number.POSITIVE_INFINITY);
	return {
		known: true,
		reapable: shareOf(plan.waiting),
		young: shareOf(plan.young),
		foreign: shareOf(plan.foreign.filter(({ path }) => !named.has(path))),
		nested: plan.nested
	};
}
function shareOf(objects) {
	return {
		files: objects.length,
		bytes: objects.reduce((sum, { size }) => sum + size, 0)
	};
}
async function namedPaths({ root, sha256 }, { form, bytes, json, listed }) {
	const index = orUndefined(() => validateIndex(json, headPath(form)));
	if (index === void 0) return "the index cannot be read, so what it names is not known";
	const contentIds = Object.keys(index.index);
	const unread = contentIds.filter((contentId) => !listed.view.documents.has(contentId));
	if (unread.length > 0) return `what ${unread.join(", ")} names is not known: it cannot be read, or is no products document`;
	const head = {
		form,
		sha256: sha256(bytes),
		index
	};
	const follower = form === "json" ? head : await readFollower(root, sha256);
	if (follower !== void 0 && follower.index.commit !== index.commit) return "index.json does not follow index.sjson: somebody is publishing, or a run was ended half-way";
	return /* @__PURE__ */ new Set([
		...listed.all.items.flatMap(({ path }) => path ?? []),
		...[head, follower ?? head].flatMap((each) => [...namedBy({ sha256 }, each, [])]),
		...contentIds.flatMap(customaryPaths)
	]);
}
async function readFollower(root, sha256) {
	const stored = await root.read(index, documentLimit);
	if (stored === void 0) return void 0;
	const { bytes } = stored;
	const index$1 = orUndefined(() => parseIndex(documentText(bytes, index), index));
	return index$1 && {
		form: "json",
		sha256: sha256(bytes),
		index: index$1
	};
}
function customaryPaths(contentId) {
	if (parseContentId(contentId) === void 0) return [];
	return [customaryPath(contentId, "json"), customaryPath(contentId, "sjson")];
}
function orUndefined(read) {
	try {
		return read();
	} catch (error) {
		if (isSimplestreamsError(error)) return void 0;
		throw error;
	}
}
// src/app/list.ts
const shownFindings = 20;
async function list(request, reader) {
	const { root, reporter, sha256, now } = reader;
	reporter.group("Root");
	reporter.info(root.url);
	const lying = await whatLies(reader);
	const { form, bytes } = await readIndex(root);
	const consumers = request.consumers.length > 0 ? request.consumers : consumerNames.map(everyRelease);
	const names = consumerNames.filter((name) => consumers.some((each) => each.name === name));
	const read = await readView(reader, {
		names,
		form,
		bytes
	});
	const json = read.view.index;
	const listing = listRoot({
		...read.view,
		signed: form === "sjson"
	});
	const found = checkListing(listing, consumers);
	const readersOf = productReaders([...whatStops(read.findings, names), ...found], names);
	const products = listProducts(listing, request.filters, now, readersOf);
	const listed = request.filters.length === 0 ? products : listProducts(listing, [], now, () => []);
	const problems = problemsOf$1(read, found, form === "json" ? [] : await secondHeadFindings(reader, /* @__PURE__ */ new Map([[form, bytes]]), names), names);
	const isBelieved = read.findings.every(({ code }) => code !== "DOC-004");
	const signed = form === "json" ? void 0 : await describeSignature(reader, bytes, json, isBelieved);
	const report = {
		root: root.url,
		index: describeIndex(form, json, now),
		signature: signed?.signature,
		consumers: names,
		filters: request.filters.map(formatFilter),
		products,
		selected: extentOf(products),
		listed: extentOf(listed),
		stored: "known" in lying ? lying : await orNotKnown(() => storedShares({
			root,
			sha256
		}, lying, {
			form,
			bytes,
			json,
			listed: listing
		})),
		problems,
		remarks: [...remarksOf(form, json), ...signed?.remarks ?? []]
	};
	reporter.group("Result");
	return report;
}
async function whatLies({ store }) {
	if (store === void 0) return {
		known: false,
		why: "a web server does not tell what it stores"
	};
	return orNotKnown(() => store.list());
}
async function orNotKnown(ask) {
	try {
		return await ask();
	} catch (error) {
		if (error instanceof StoreError) return {
			known: false,
			why: error.message
		};
		throw error;
	}
}
function whatStops(findings, names) {
	const verifying = names.filter((name) => name !== "lxd" && name !== "incus");
	return findings.map((finding) => finding.code === "DOC-004" ? {
		...finding,
		consumers: verifying
	} : finding);
}
function problemsOf$1(read, found, second, names) {
	const ofAll = unsaid(read, found).filter(({ severity, consumers }) => severity === "error" && consumers.length === names.length);
	const findings = [
		...read.findings,
		...second,
		...ofAll
	];
	const of = (wanted) => findings.filter(({ severity }) => severity === wanted);
	return {
		counts: {
			error: of("error").length,
			warning: of("warning").length,
			note: of("note").length
		},
		findings: severities.flatMap(of).slice(0, shownFindings)
	};
}
function remarksOf(form, json) {
	return form === "json" && json?.head === "index.sjson" ? ["index.json says that index.sjson is the head, and that is not there: it was removed, or signing the root was interrupted"] : [];
}
// src/faces/filters.ts
function readFilters(reading) {
	return reading.list("filter", (text, wrong) => {
		const filter = parseFilter(text);
		return typeof filter === "string" ? wrong(filter) : filter;
	});
}
// src/faces/list-request.ts
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
async function runListing(listing) {
	const settings = readList(listing.reading, listing.cwd);
	const reader = await wireLister(settings, listing);
	listing.known.set("root", reader.root.url);
	return list(settings.request, reader);
}
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
const mostFiles = 200;
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
function name(text) {
	return /^[\w./:@~+=<>(-][\w ./:@~+=<>()-]*$/.test(text) ? `\`${text}\`` : code(text);
}
function countOf(count, what) {
	return `${count} ${what}${count === 1 ? "" : "s"}`;
}
// src/core/schema/generated/is-promotion.js
const isPromotion = validate20$1;
const schema31$1 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"$id": "urn:simplestreams-action:schema:promotion:1.0",
	"type": "object",
	"additionalProperties": false,
	"required": [
		"format",
		"digest",
		"source",
		"target",
		"filters",
		"rename",
		"consumers",
		"allow",
		"versions"
	],
	"properties": {
		"format": { "const": "promotion:1.0" },
		"digest": {
			"type": "string",
			"pattern": "^[0-9a-f]{64}$"
		},
		"source": {
			"type": "object",
			"additionalProperties": false,
			"required": ["url", "generation"],
			"properties": {
				"url": { "type": "string" },
				"generation": {
					"type": "integer",
					"minimum": 0
				},
				"head": {
					"type": "string",
					"pattern": "^[0-9a-f]{64}$"
				},
				"signedBy": { "type": "string" }
			}
		},
		"target": {
			"type": "object",
			"additionalProperties": false,
			"required": ["url", "generation"],
			"properties": {
				"url": { "type": "string" },
				"generation": {
					"type": "integer",
					"minimum": 0
				},
				"head": {
					"type": "string",
					"pattern": "^[0-9a-f]{64}$"
				},
				"signedBy": { "type": "string" }
			}
		},
		"filters": {
			"type": "array",
			"items": { "type": "string" }
		},
		"product": { "type": "string" },
		"serial": { "type": "string" },
		"rename": {
			"type": "array",
			"items": { "type": "string" }
		},
		"label": { "type": "string" },
		"consumers": {
			"type": "array",
			"items": { "type": "string" }
		},
		"allow": {
			"type": "array",
			"items": { "type": "string" }
		},
		"versions": {
			"type": "array",
			"items": {
				"type": "object",
				"additionalProperties": false,
				"required": [
					"from",
					"to",
					"isNew",
					"changed",
					"items"
				],
				"properties": {
					"from": {
						"type": "object",
						"additionalProperties": false,
						"required": [
							"contentId",
							"product",
							"serial"
						],
						"properties": {
							"contentId": { "type": "string" },
							"product": { "type": "string" },
							"serial": { "type": "string" }
						}
					},
					"to": {
						"type": "object",
						"additionalProperties": false,
						"required": [
							"contentId",
							"product",
							"serial"
						],
						"properties": {
							"contentId": { "type": "string" },
							"product": { "type": "string" },
							"serial": { "type": "string" }
						}
					},
					"isNew": { "type": "boolean" },
					"changed": { "type": "boolean" },
					"items": {
						"type": "array",
						"items": {
							"type": "object",
							"additionalProperties": false,
							"required": [
								"name",
								"size",
								"sha256"
							],
							"properties": {
								"name": { "type": "string" },
								"size": {
									"type": "integer",
									"minimum": 0
								},
								"sha256": {
									"type": "string",
									"pattern": "^[0-9a-f]{64}$"
								}
							}
						}
					}
				}
			}
		}
	}
};
const func1 = Object.prototype.hasOwnProperty;
const pattern4$1 = /* @__PURE__ */ new RegExp("^[0-9a-f]{64}$", "u");
function validate20$1(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate20$1.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.format === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "format" }
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.digest === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "digest" }
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.source === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "source" }
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.target === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "target" }
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.filters === void 0) {
			const err4 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "filters" }
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.rename === void 0) {
			const err5 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "rename" }
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		if (data.consumers === void 0) {
			const err6 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "consumers" }
			};
			if (vErrors === null) vErrors = [err6];
			else vErrors.push(err6);
			errors++;
		}
		if (data.allow === void 0) {
			const err7 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "allow" }
			};
			if (vErrors === null) vErrors = [err7];
			else vErrors.push(err7);
			errors++;
		}
		if (data.versions === void 0) {
			const err8 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "versions" }
			};
			if (vErrors === null) vErrors = [err8];
			else vErrors.push(err8);
			errors++;
		}
		for (const key0 in data) if (!func1.call(schema31$1.properties, key0)) {
			const err9 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 }
			};
			if (vErrors === null) vErrors = [err9];
			else vErrors.push(err9);
			errors++;
		}
		if (data.format !== void 0) {
			if ("promotion:1.0" !== data.format) {
				const err10 = {
					instancePath: instancePath + "/format",
					schemaPath: "#/properties/format/const",
					keyword: "const",
					params: { allowedValue: "promotion:1.0" }
				};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
		}
		if (data.digest !== void 0) {
			let data1 = data.digest;
			if (typeof data1 === "string") {
				if (!pattern4$1.test(data1)) {
					const err11 = {
						instancePath: instancePath + "/digest",
						schemaPath: "#/properties/digest/pattern",
						keyword: "pattern",
						params: { pattern: "^[0-9a-f]{64}$" }
					};
					if (vErrors === null) vErrors = [err11];
					else vErrors.push(err11);
					errors++;
				}
			} else {
				const err12 = {
					instancePath: instancePath + "/digest",
					schemaPath: "#/properties/digest/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
		}
		if (data.source !== void 0) {
			let data2 = data.source;
			if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
				if (data2.url === void 0) {
					const err13 = {
						instancePath: instancePath + "/source",
						schemaPath: "#/properties/source/required",
						keyword: "required",
						params: { missingProperty: "url" }
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
				if (data2.generation === void 0) {
					const err14 = {
						instancePath: instancePath + "/source",
						schemaPath: "#/properties/source/required",
						keyword: "required",
						params: { missingProperty: "generation" }
					};
					if (vErrors === null) vErrors = [err14];
					else vErrors.push(err14);
					errors++;
				}
				for (const key1 in data2) if (!(key1 === "url" || key1 === "generation" || key1 === "head" || key1 === "signedBy")) {
					const err15 = {
						instancePath: instancePath + "/source",
						schemaPath: "#/properties/source/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 }
					};
					if (vErrors === null) vErrors = [err15];
					else vErrors.push(err15);
					errors++;
				}
				if (data2.url !== void 0) {
					if (typeof data2.url !== "string") {
						const err16 = {
							instancePath: instancePath + "/source/url",
							schemaPath: "#/properties/source/properties/url/type",
							keyword: "type",
							params: { type: "string" }
						};
						if (vErrors === null) vErrors = [err16];
						else vErrors.push(err16);
						errors++;
					}
				}
				if (data2.generation !== void 0) {
					let data4 = data2.generation;
					if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
						const err17 = {
							instancePath: instancePath + "/source/generation",
							schemaPath: "#/properties/source/properties/generation/type",
							keyword: "type",
							params: { type: "integer" }
						};
						if (vErrors === null) vErrors = [err17];
						else vErrors.push(err17);
						errors++;
					}
					if (typeof data4 == "number" && isFinite(data4)) {
						if (data4 < 0 || isNaN(data4)) {
							const err18 = {
								instancePath: instancePath + "/source/generation",
								schemaPath: "#/properties/source/properties/generation/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								}
							};
							if (vErrors === null) vErrors = [err18];
							else vErrors.push(err18);
							errors++;
						}
					}
				}
				if (data2.head !== void 0) {
					let data5 = data2.head;
					if (typeof data5 === "string") {
						if (!pattern4$1.test(data5)) {
							const err19 = {
								instancePath: instancePath + "/source/head",
								schemaPath: "#/properties/source/properties/head/pattern",
								keyword: "pattern",
								params: { pattern: "^[0-9a-f]{64}$" }
							};
							if (vErrors === null) vErrors = [err19];
							else vErrors.push(err19);
							errors++;
						}
					} else {
						const err20 = {
							instancePath: instancePath + "/source/head",
							schemaPath: "#/properties/source/properties/head/type",
							keyword: "type",
							params: { type: "string" }
						};
						if (vErrors === null) vErrors = [err20];
						else vErrors.push(err20);
						errors++;
					}
				}
				if (data2.signedBy !== void 0) {
					if (typeof data2.signedBy !== "string") {
						const err21 = {
							instancePath: instancePath + "/source/signedBy",
							schemaPath: "#/properties/source/properties/signedBy/type",
							keyword: "type",
							params: { type: "string" }
						};
						if (vErrors === null) vErrors = [err21];
						else vErrors.push(err21);
						errors++;
					}
				}
			} else {
				const err22 = {
					instancePath: instancePath + "/source",
					schemaPath: "#/properties/source/type",
					keyword: "type",
					params: { type: "object" }
				};
				if (vErrors === null) vErrors = [err22];
				else vErrors.push(err22);
				errors++;
			}
		}
		if (data.target !== void 0) {
			let data7 = data.target;
			if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
				if (data7.url === void 0) {
					const err23 = {
						instancePath: instancePath + "/target",
						schemaPath: "#/properties/target/required",
						keyword: "required",
						params: { missingProperty: "url" }
					};
					if (vErrors === null) vErrors = [err23];
					else vErrors.push(err23);
					errors++;
				}
				if (data7.generation === void 0) {
					const err24 = {
						instancePath: instancePath + "/target",
						schemaPath: "#/properties/target/required",
						keyword: "required",
						params: { missingProperty: "generation" }
					};
					if (vErrors === null) vErrors = [err24];
					else vErrors.push(err24);
					errors++;
				}
				for (const key2 in data7) if (!(key2 === "url" || key2 === "generation" || key2 === "head" || key2 === "signedBy")) {
					const err25 = {
						instancePath: instancePath + "/target",
						schemaPath: "#/properties/target/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 }
					};
					if (vErrors === null) vErrors = [err25];
					else vErrors.push(err25);
					errors++;
				}
				if (data7.url !== void 0) {
					if (typeof data7.url !== "string") {
						const err26 = {
							instancePath: instancePath + "/target/url",
							schemaPath: "#/properties/target/properties/url/type",
							keyword: "type",
							params: { type: "string" }
						};
						if (vErrors === null) vErrors = [err26];
						else vErrors.push(err26);
						errors++;
					}
				}
				if (data7.generation !== void 0) {
					let data9 = data7.generation;
					if (!(typeof data9 == "number" && !(data9 % 1) && !isNaN(data9) && isFinite(data9))) {
						const err27 = {
							instancePath: instancePath + "/target/generation",
							schemaPath: "#/properties/target/properties/generation/type",
							keyword: "type",
							params: { type: "integer" }
						};
						if (vErrors === null) vErrors = [err27];
						else vErrors.push(err27);
						errors++;
					}
					if (typeof data9 == "number" && isFinite(data9)) {
						if (data9 < 0 || isNaN(data9)) {
							const err28 = {
								instancePath: instancePath + "/target/generation",
								schemaPath: "#/properties/target/properties/generation/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								}
							};
							if (vErrors === null) vErrors = [err28];
							else vErrors.push(err28);
							errors++;
						}
					}
				}
				if (data7.head !== void 0) {
					let data10 = data7.head;
					if (typeof data10 === "string") {
						if (!pattern4$1.test(data10)) {
							const err29 = {
								instancePath: instancePath + "/target/head",
								schemaPath: "#/properties/target/properties/head/pattern",
								keyword: "pattern",
								params: { pattern: "^[0-9a-f]{64}$" }
							};
							if (vErrors === null) vErrors = [err29];
							else vErrors.push(err29);
							errors++;
						}
					} else {
						const err30 = {
							instancePath: instancePath + "/target/head",
							schemaPath: "#/properties/target/properties/head/type",
							keyword: "type",
							params: { type: "string" }
						};
						if (vErrors === null) vErrors = [err30];
						else vErrors.push(err30);
						errors++;
					}
				}
				if (data7.signedBy !== void 0) {
					if (typeof data7.signedBy !== "string") {
						const err31 = {
							instancePath: instancePath + "/target/signedBy",
							schemaPath: "#/properties/target/properties/signedBy/type",
							keyword: "type",
							params: { type: "string" }
						};
						if (vErrors === null) vErrors = [err31];
						else vErrors.push(err31);
						errors++;
					}
				}
			} else {
				const err32 = {
					instancePath: instancePath + "/target",
					schemaPath: "#/properties/target/type",
					keyword: "type",
					params: { type: "object" }
				};
				if (vErrors === null) vErrors = [err32];
				else vErrors.push(err32);
				errors++;
			}
		}
		if (data.filters !== void 0) {
			let data12 = data.filters;
			if (Array.isArray(data12)) {
				const len0 = data12.length;
				for (let i0 = 0; i0 < len0; i0++) if (typeof data12[i0] !== "string") {
					const err33 = {
						instancePath: instancePath + "/filters/" + i0,
						schemaPath: "#/properties/filters/items/type",
						keyword: "type",
						params: { type: "string" }
					};
					if (vErrors === null) vErrors = [err33];
					else vErrors.push(err33);
					errors++;
				}
			} else {
				const err34 = {
					instancePath: instancePath + "/filters",
					schemaPath: "#/properties/filters/type",
					keyword: "type",
					params: { type: "array" }
				};
				if (vErrors === null) vErrors = [err34];
				else vErrors.push(err34);
				errors++;
			}
		}
		if (data.product !== void 0) {
			if (typeof data.product !== "string") {
				const err35 = {
					instancePath: instancePath + "/product",
					schemaPath: "#/properties/product/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err35];
				else vErrors.push(err35);
				errors++;
			}
		}
		if (data.serial !== void 0) {
			if (typeof data.serial !== "string") {
				const err36 = {
					instancePath: instancePath + "/serial",
					schemaPath: "#/properties/serial/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err36];
				else vErrors.push(err36);
				errors++;
			}
		}
		if (data.rename !== void 0) {
			let data16 = data.rename;
			if (Array.isArray(data16)) {
				const len1 = data16.length;
				for (let i1 = 0; i1 < len1; i1++) if (typeof data16[i1] !== "string") {
					const err37 = {
						instancePath: instancePath + "/rename/" + i1,
						schemaPath: "#/properties/rename/items/type",
						keyword: "type",
						params: { type: "string" }
					};
					if (vErrors === null) vErrors = [err37];
					else vErrors.push(err37);
					errors++;
				}
			} else {
				const err38 = {
					instancePath: instancePath + "/rename",
					schemaPath: "#/properties/rename/type",
					keyword: "type",
					params: { type: "array" }
				};
				if (vErrors === null) vErrors = [err38];
				else vErrors.push(err38);
				errors++;
			}
		}
		if (data.label !== void 0) {
			if (typeof data.label !== "string") {
				const err39 = {
					instancePath: instancePath + "/label",
					schemaPath: "#/properties/label/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err39];
				else vErrors.push(err39);
				errors++;
			}
		}
		if (data.consumers !== void 0) {
			let data19 = data.consumers;
			if (Array.isArray(data19)) {
				const len2 = data19.length;
				for (let i2 = 0; i2 < len2; i2++) if (typeof data19[i2] !== "string") {
					const err40 = {
						instancePath: instancePath + "/consumers/" + i2,
						schemaPath: "#/properties/consumers/items/type",
						keyword: "type",
						params: { type: "string" }
					};
					if (vErrors === null) vErrors = [err40];
					else vErrors.push(err40);
					errors++;
				}
			} else {
				const err41 = {
					instancePath: instancePath + "/consumers",
					schemaPath: "#/properties/consumers/type",
					keyword: "type",
					params: { type: "array" }
				};
				if (vErrors === null) vErrors = [err41];
				else vErrors.push(err41);
				errors++;
			}
		}
		if (data.allow !== void 0) {
			let data21 = data.allow;
			if (Array.isArray(data21)) {
				const len3 = data21.length;
				for (let i3 = 0; i3 < len3; i3++) if (typeof data21[i3] !== "string") {
					const err42 = {
						instancePath: instancePath + "/allow/" + i3,
						schemaPath: "#/properties/allow/items/type",
						keyword: "type",
						params: { type: "string" }
					};
					if (vErrors === null) vErrors = [err42];
					else vErrors.push(err42);
					errors++;
				}
			} else {
				const err43 = {
					instancePath: instancePath + "/allow",
					schemaPath: "#/properties/allow/type",
					keyword: "type",
					params: { type: "array" }
				};
				if (vErrors === null) vErrors = [err43];
				else vErrors.push(err43);
				errors++;
			}
		}
		if (data.versions !== void 0) {
			let data23 = data.versions;
			if (Array.isArray(data23)) {
				const len4 = data23.length;
				for (let i4 = 0; i4 < len4; i4++) {
					let data24 = data23[i4];
					if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
						if (data24.from === void 0) {
							const err44 = {
								instancePath: instancePath + "/versions/" + i4,
								schemaPath: "#/properties/versions/items/required",
								keyword: "required",
								params: { missingProperty: "from" }
							};
							if (vErrors === null) vErrors = [err44];
							else vErrors.push(err44);
							errors++;
						}
						if (data24.to === void 0) {
							const err45 = {
								instancePath: instancePath + "/versions/" + i4,
								schemaPath: "#/properties/versions/items/required",
								keyword: "required",
								params: { missingProperty: "to" }
							};
							if (vErrors === null) vErrors = [err45];
							else vErrors.push(err45);
							errors++;
						}
						if (data24.isNew === void 0) {
							const err46 = {
								instancePath: instancePath + "/versions/" + i4,
								schemaPath: "#/properties/versions/items/required",
								keyword: "required",
								params: { missingProperty: "isNew" }
							};
							if (vErrors === null) vErrors = [err46];
							else vErrors.push(err46);
							errors++;
						}
						if (data24.changed === void 0) {
							const err47 = {
								instancePath: instancePath + "/versions/" + i4,
								schemaPath: "#/properties/versions/items/required",
								keyword: "required",
								params: { missingProperty: "changed" }
							};
							if (vErrors === null) vErrors = [err47];
							else vErrors.push(err47);
							errors++;
						}
						if (data24.items === void 0) {
							const err48 = {
								instancePath: instancePath + "/versions/" + i4,
								schemaPath: "#/properties/versions/items/required",
								keyword: "required",
								params: { missingProperty: "items" }
							};
							if (vErrors === null) vErrors = [err48];
							else vErrors.push(err48);
							errors++;
						}
						for (const key3 in data24) if (!(key3 === "from" || key3 === "to" || key3 === "isNew" || key3 === "changed" || key3 === "items")) {
							const err49 = {
								instancePath: instancePath + "/versions/" + i4,
								schemaPath: "#/properties/versions/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key3 }
							};
							if (vErrors === null) vErrors = [err49];
							else vErrors.push(err49);
							errors++;
						}
						if (data24.from !== void 0) {
							let data25 = data24.from;
							if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
								if (data25.contentId === void 0) {
									const err50 = {
										instancePath: instancePath + "/versions/" + i4 + "/from",
										schemaPath: "#/properties/versions/items/properties/from/required",
										keyword: "required",
										params: { missingProperty: "contentId" }
									};
									if (vErrors === null) vErrors = [err50];
									else vErrors.push(err50);
									errors++;
								}
								if (data25.product === void 0) {
									const err51 = {
										instancePath: instancePath + "/versions/" + i4 + "/from",
										schemaPath: "#/properties/versions/items/properties/from/required",
										keyword: "required",
										params: { missingProperty: "product" }
									};
									if (vErrors === null) vErrors = [err51];
									else vErrors.push(err51);
									errors++;
								}
								if (data25.serial === void 0) {
									const err52 = {
										instancePath: instancePath + "/versions/" + i4 + "/from",
										schemaPath: "#/properties/versions/items/properties/from/required",
										keyword: "required",
										params: { missingProperty: "serial" }
									};
									if (vErrors === null) vErrors = [err52];
									else vErrors.push(err52);
									errors++;
								}
								for (const key4 in data25) if (!(key4 === "contentId" || key4 === "product" || key4 === "serial")) {
									const err53 = {
										instancePath: instancePath + "/versions/" + i4 + "/from",
										schemaPath: "#/properties/versions/items/properties/from/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key4 }
									};
									if (vErrors === null) vErrors = [err53];
									else vErrors.push(err53);
									errors++;
								}
								if (data25.contentId !== void 0) {
									if (typeof data25.contentId !== "string") {
										const err54 = {
											instancePath: instancePath + "/versions/" + i4 + "/from/contentId",
											schemaPath: "#/properties/versions/items/properties/from/properties/contentId/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err54];
										else vErrors.push(err54);
										errors++;
									}
								}
								if (data25.product !== void 0) {
									if (typeof data25.product !== "string") {
										const err55 = {
											instancePath: instancePath + "/versions/" + i4 + "/from/product",
											schemaPath: "#/properties/versions/items/properties/from/properties/product/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err55];
										else vErrors.push(err55);
										errors++;
									}
								}
								if (data25.serial !== void 0) {
									if (typeof data25.serial !== "string") {
										const err56 = {
											instancePath: instancePath + "/versions/" + i4 + "/from/serial",
											schemaPath: "#/properties/versions/items/properties/from/properties/serial/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err56];
										else vErrors.push(err56);
										errors++;
									}
								}
							} else {
								const err57 = {
									instancePath: instancePath + "/versions/" + i4 + "/from",
									schemaPath: "#/properties/versions/items/properties/from/type",
									keyword: "type",
									params: { type: "object" }
								};
								if (vErrors === null) vErrors = [err57];
								else vErrors.push(err57);
								errors++;
							}
						}
						if (data24.to !== void 0) {
							let data29 = data24.to;
							if (data29 && typeof data29 == "object" && !Array.isArray(data29)) {
								if (data29.contentId === void 0) {
									const err58 = {
										instancePath: instancePath + "/versions/" + i4 + "/to",
										schemaPath: "#/properties/versions/items/properties/to/required",
										keyword: "required",
										params: { missingProperty: "contentId" }
									};
									if (vErrors === null) vErrors = [err58];
									else vErrors.push(err58);
									errors++;
								}
								if (data29.product === void 0) {
									const err59 = {
										instancePath: instancePath + "/versions/" + i4 + "/to",
										schemaPath: "#/properties/versions/items/properties/to/required",
										keyword: "required",
										params: { missingProperty: "product" }
									};
									if (vErrors === null) vErrors = [err59];
									else vErrors.push(err59);
									errors++;
								}
								if (data29.serial === void 0) {
									const err60 = {
										instancePath: instancePath + "/versions/" + i4 + "/to",
										schemaPath: "#/properties/versions/items/properties/to/required",
										keyword: "required",
										params: { missingProperty: "serial" }
									};
									if (vErrors === null) vErrors = [err60];
									else vErrors.push(err60);
									errors++;
								}
								for (const key5 in data29) if (!(key5 === "contentId" || key5 === "product" || key5 === "serial")) {
									const err61 = {
										instancePath: instancePath + "/versions/" + i4 + "/to",
										schemaPath: "#/properties/versions/items/properties/to/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key5 }
									};
									if (vErrors === null) vErrors = [err61];
									else vErrors.push(err61);
									errors++;
								}
								if (data29.contentId !== void 0) {
									if (typeof data29.contentId !== "string") {
										const err62 = {
											instancePath: instancePath + "/versions/" + i4 + "/to/contentId",
											schemaPath: "#/properties/versions/items/properties/to/properties/contentId/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err62];
										else vErrors.push(err62);
										errors++;
									}
								}
								if (data29.product !== void 0) {
									if (typeof data29.product !== "string") {
										const err63 = {
											instancePath: instancePath + "/versions/" + i4 + "/to/product",
											schemaPath: "#/properties/versions/items/properties/to/properties/product/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err63];
										else vErrors.push(err63);
										errors++;
									}
								}
								if (data29.serial !== void 0) {
									if (typeof data29.serial !== "string") {
										const err64 = {
											instancePath: instancePath + "/versions/" + i4 + "/to/serial",
											schemaPath: "#/properties/versions/items/properties/to/properties/serial/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err64];
										else vErrors.push(err64);
										errors++;
									}
								}
							} else {
								const err65 = {
									instancePath: instancePath + "/versions/" + i4 + "/to",
									schemaPath: "#/properties/versions/items/properties/to/type",
									keyword: "type",
									params: { type: "object" }
								};
								if (vErrors === null) vErrors = [err65];
								else vErrors.push(err65);
								errors++;
							}
						}
						if (data24.isNew !== void 0) {
							if (typeof data24.isNew !== "boolean") {
								const err66 = {
									instancePath: instancePath + "/versions/" + i4 + "/isNew",
									schemaPath: "#/properties/versions/items/properties/isNew/type",
									keyword: "type",
									params: { type: "boolean" }
								};
								if (vErrors === null) vErrors = [err66];
								else vErrors.push(err66);
								errors++;
							}
						}
						if (data24.changed !== void 0) {
							if (typeof data24.changed !== "boolean") {
								const err67 = {
									instancePath: instancePath + "/versions/" + i4 + "/changed",
									schemaPath: "#/properties/versions/items/properties/changed/type",
									keyword: "type",
									params: { type: "boolean" }
								};
								if (vErrors === null) vErrors = [err67];
								else vErrors.push(err67);
								errors++;
							}
						}
						if (data24.items !== void 0) {
							let data35 = data24.items;
							if (Array.isArray(data35)) {
								const len5 = data35.length;
								for (let i5 = 0; i5 < len5; i5++) {
									let data36 = data35[i5];
									if (data36 && typeof data36 == "object" && !Array.isArray(data36)) {
										if (data36.name === void 0) {
											const err68 = {
												instancePath: instancePath + "/versions/" + i4 + "/items/" + i5,
												schemaPath: "#/properties/versions/items/properties/items/items/required",
												keyword: "required",
												params: { missingProperty: "name" }
											};
											if (vErrors === null) vErrors = [err68];
											else vErrors.push(err68);
											errors++;
										}
										if (data36.size === void 0) {
											const err69 = {
												instancePath: instancePath + "/versions/" + i4 + "/items/" + i5,
												schemaPath: "#/properties/versions/items/properties/items/items/required",
												keyword: "required",
												params: { missingProperty: "size" }
											};
											if (vErrors === null) vErrors = [err69];
											else vErrors.push(err69);
											errors++;
										}
										if (data36.sha256 === void 0) {
											const err70 = {
												instancePath: instancePath + "/versions/" + i4 + "/items/" + i5,
												schemaPath: "#/properties/versions/items/properties/items/items/required",
												keyword: "required",
												params: { missingProperty: "sha256" }
											};
											if (vErrors === null) vErrors = [err70];
											else vErrors.push(err70);
											errors++;
										}
										for (const key6 in data36) if (!(key6 === "name" || key6 === "size" || key6 === "sha256")) {
											const err71 = {
												instancePath: instancePath + "/versions/" + i4 + "/items/" + i5,
												schemaPath: "#/properties/versions/items/properties/items/items/additionalProperties",
												keyword: "additionalProperties",
												params: { additionalProperty: key6 }
											};
											if (vErrors === null) vErrors = [err71];
											else vErrors.push(err71);
											errors++;
										}
										if (data36.name !== void 0) {
											if (typeof data36.name !== "string") {
												const err72 = {
													instancePath: instancePath + "/versions/" + i4 + "/items/" + i5 + "/name",
													schemaPath: "#/properties/versions/items/properties/items/items/properties/name/type",
													keyword: "type",
													params: { type: "string" }
												};
												if (vErrors === null) vErrors = [err72];
												else vErrors.push(err72);
												errors++;
											}
										}
										if (data36.size !== void 0) {
											let data38 = data36.size;
											if (!(typeof data38 == "number" && !(data38 % 1) && !isNaN(data38) && isFinite(data38))) {
												const err73 = {
													instancePath: instancePath + "/versions/" + i4 + "/items/" + i5 + "/size",
													schemaPath: "#/properties/versions/items/properties/items/items/properties/size/type",
													keyword: "type",
													params: { type: "integer" }
												};
												if (vErrors === null) vErrors = [err73];
												else vErrors.push(err73);
												errors++;
											}
											if (typeof data38 == "number" && isFinite(data38)) {
												if (data38 < 0 || isNaN(data38)) {
													const err74 = {
														instancePath: instancePath + "/versions/" + i4 + "/items/" + i5 + "/size",
														schemaPath: "#/properties/versions/items/properties/items/items/properties/size/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: 0
														}
													};
													if (vErrors === null) vErrors = [err74];
													else vErrors.push(err74);
													errors++;
												}
											}
										}
										if (data36.sha256 !== void 0) {
											let data39 = data36.sha256;
											if (typeof data39 === "string") {
												if (!pattern4$1.test(data39)) {
													const err75 = {
														instancePath: instancePath + "/versions/" + i4 + "/items/" + i5 + "/sha256",
														schemaPath: "#/properties/versions/items/properties/items/items/properties/sha256/pattern",
														keyword: "pattern",
														params: { pattern: "^[0-9a-f]{64}$" }
													};
													if (vErrors === null) vErrors = [err75];
													else vErrors.push(err75);
													errors++;
												}
											} else {
												const err76 = {
													instancePath: instancePath + "/versions/" + i4 + "/items/" + i5 + "/sha256",
													schemaPath: "#/properties/versions/items/properties/items/items/properties/sha256/type",
													keyword: "type",
													params: { type: "string" }
												};
												if (vErrors === null) vErrors = [err76];
												else vErrors.push(err76);
												errors++;
											}
										}
									} else {
										const err77 = {
											instancePath: instancePath + "/versions/" + i4 + "/items/" + i5,
											schemaPath: "#/properties/versions/items/properties/items/items/type",
											keyword: "type",
											params: { type: "object" }
										};
										if (vErrors === null) vErrors = [err77];
										else vErrors.push(err77);
										errors++;
									}
								}
							} else {
								const err78 = {
									instancePath: instancePath + "/versions/" + i4 + "/items",
									schemaPath: "#/properties/versions/items/properties/items/type",
									keyword: "type",
									params: { type: "array" }
								};
								if (vErrors === null) vErrors = [err78];
								else vErrors.push(err78);
								errors++;
							}
						}
					} else {
						const err79 = {
							instancePath: instancePath + "/versions/" + i4,
							schemaPath: "#/properties/versions/items/type",
							keyword: "type",
							params: { type: "object" }
						};
						if (vErrors === null) vErrors = [err79];
						else vErrors.push(err79);
						errors++;
					}
				}
			} else {
				const err80 = {
					instancePath: instancePath + "/versions",
					schemaPath: "#/properties/versions/type",
					keyword: "type",
					params: { type: "array" }
				};
				if (vErrors === null) vErrors = [err80];
				else vErrors.push(err80);
				errors++;
			}
		}
	} else {
		const err81 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		};
		if (vErrors === null) vErrors = [err81];
		else vErrors.push(err81);
		errors++;
	}
	validate20$1.errors = vErrors;
	return errors === 0;
}
validate20$1.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
// src/core/schema/validate-promotion.ts
function validatePromotion(value, place) {
	return validated(value, isPromotion, "a promotion:1.0", place);
}
// src/core/promotion-plan.ts
function sealPlan(plan, sha256) {
	return {
		...plan,
		digest: sha256(new TextEncoder().encode(serialise(plan)))
	};
}
function writePlan(plan) {
	return serialise(plan);
}
function parsePlan(bytes, place, sha256) {
	const plan = readPlan$1(bytes, place);
	const { digest, ...rest } = plan;
	if (sealPlan(rest, sha256).digest === digest && isEqual(bytes, encode(writePlan(plan)))) return plan;
	throw new InputError("PLAN_INVALID", `${place} is not as promote wrote it: something in it was changed; plan again`);
}
function readPlan$1(bytes, place) {
	try {
		const text = new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
		return validatePromotion(parseJsonText(text, place), place);
	} catch (cause) {
		if (!isSimplestreamsError(cause) && !(cause instanceof TypeError)) throw cause;
		throw new InputError("PLAN_INVALID", `${place} is no plan as promote writes it: ${cause.message}`, { cause });
	}
}
function isEqual(a, b) {
	return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
function encode(text) {
	return new TextEncoder().encode(text);
}
// src/core/rename.ts
function parseRename(text) {
	const [, from, to] = /^([A-Za-z0-9_~-]{1,64})=([A-Za-z0-9_~-]{1,64})$/.exec(text) ?? [];
	return from === void 0 || to === void 0 || from === to ? void 0 : {
		from,
		to
	};
}
function formatRename({ from, to }) {
	return `${from}=${to}`;
}
function renamed(name, renames) {
	return name.split(/([:.])/).map((segment) => renames.find(({ from }) => from === segment)?.to ?? segment).join("");
}
// src/core/label.ts
function relabelled(tags, label) {
	return label === void 0 || !("label" in tags) ? tags : {
		...tags,
		label
	};
}
function relabelledVersion(version, product, label) {
	if (label === void 0) return version;
	const items = Object.entries(version.items ?? {});
	const isMissing = ![
		version,
		product,
		...items.map(([, item]) => item)
	].some((tags) => "label" in tags);
	return {
		...relabelled(version, label),
		...isMissing ? { label } : {},
		items: Object.fromEntries(items.map(([name, item]) => [name, relabelled(item, label)]))
	};
}
// src/core/not-listed.ts
function notListed({ product, serial, filters }, products, root) {
	const names = [...new Set(products.map((placed) => placed.product))];
	if (products.length === 0) return failure(`${root} lists nothing`);
	if (product !== void 0 && !names.includes(product)) return failure(`${root} lists no product ${product}: ${meant(product, names)}`);
	const serials = serialsOf(products.filter((placed) => product === void 0 || placed.product === product));
	const where = product === void 0 ? root : `product ${product} in ${root}`;
	if (serial !== void 0 && !serials.includes(serial)) return failure(`${where} lists no version ${serial}: ${meant(serial, serials)}`);
	const asked = [...serial === void 0 ? [] : [`version_name=${serial}`], ...filters.map(formatFilter)];
	const listed = shorten(product === void 0 ? names : serials);
	return failure(`${where} lists no version with ${asked.join(" and ")}: it lists ${listed}`);
}
function failure(what) {
	return new InputError("NOT_LISTED", what);
}
function serialsOf(products) {
	const serials = products.flatMap(({ versions }) => versions.map(({ serial }) => serial));
	return [...new Set(serials)].sort(compareSerials).reverse();
}
function meant(name, known) {
	const guess = nearest(name, known);
	const listed = `it lists ${shorten(known)}`;
	return guess === void 0 ? listed : `did you mean ${printable(guess)}? ${listed}`;
}
const longestList = 10;
function shorten(names) {
	const more = names.length - longestList;
	const first = names.slice(0, longestList).map(printable).join(", ");
	return more > 0 ? `${first} and ${more} more` : first;
}
// src/core/selection.ts
function selectAll(documents, selection, root) {
	const { product, serial, filters } = selection;
	const products = placedProducts(documents);
	const found = products.flatMap((placed) => {
		if (product !== void 0 && product !== placed.product) return [];
		const selected = placed.versions.filter((place) => (serial === void 0 || serial === place.serial) && isSelected(filters, place));
		return selected.length === 0 ? [] : [{
			...placed,
			selected
		}];
	});
	if (found.length === 0) throw notListed(selection, products, root);
	return found;
}
function selectVersions(documents, selection, root) {
	return selectAll(documents, selection, root).flatMap(({ selected }) => newestOf(selected) ?? []).sort((a, b) => compareSerials(a.contentId, b.contentId) || compareNames(a, b));
}
function compareNames(a, b) {
	return compareSerials(a.productName, b.productName);
}
function newestOf(places) {
	const newest = places.toSorted((a, b) => compareSerials(a.serial, b.serial)).at(-1);
	const product = newest?.document.products[newest.product];
	if (newest === void 0 || product === void 0) return void 0;
	return {
		...newest,
		productName: newest.product,
		product
	};
}
// src/app/carry.ts
function carryVersion(listed, serial, stage) {
	const place = placeOf(listed);
	const items = listed.files.map((listedFile) => {
		const { content, path: origin } = listedFile;
		const file = origin.slice(origin.lastIndexOf("/") + 1);
		const path = imagePath({
			...place,
			serial,
			sha256: content.sha256,
			file
		});
		return {
			...listedFile,
			path,
			origin,
			placed: stage.place({
				source: content,
				path
			})
		};
	});
	const moved = items.map(({ name, placed: path }) => {
		return [name, {
			...listed.version.items?.[name],
			path
		}];
	});
	return {
		version: {
			...listed.version,
			items: {
				...listed.version.items,
				...Object.fromEntries(moved)
			}
		},
		items
	};
}
function fileToStage({ store, scratch, reporter }, { origin, path, content }) {
	return {
		source: content,
		path,
		from: {
			store,
			path: origin
		},
		open: () => {
			const onBytes = reporter.transfer(origin, content.size);
			const place = `${origin} in ${store.url}`;
			return scratch.hold(content, counted(store.stream(origin), onBytes), place);
		}
	};
}
async function* counted(bytes, onBytes) {
	for await (const chunk of bytes) {
		yield chunk;
		onBytes(chunk.length);
	}
}
function placeOf({ product, document }) {
	const tagOf = (key) => [product[key], document[key]].find((tag) => isText(tag));
	const required = (key) => tagOf(key) ?? "unknown";
	return {
		os: required("os"),
		release: required("release"),
		arch: required("arch"),
		variant: tagOf("variant")
	};
}
function isText(tag) {
	return typeof tag === "string" && tag !== "";
}
// src/app/listed-files.ts
function listedVersions(versions, root) {
	const problems = [];
	const listed = versions.flatMap((selected) => {
		const where = `version ${selected.serial} of product ${selected.productName} in ${root}`;
		const serial = parseSerial(selected.serial);
		if (serial === void 0) {
			problems.push(`${where}: a serial begins with a date, YYYYMMDD, and is safe in a path`);
			return [];
		}
		const files = Object.entries(selected.version.items ?? {}).flatMap(([name, item]) => {
			const file = item.path === void 0 ? [] : listedFile(name, item);
			if (typeof file !== "string") return file;
			problems.push(`item ${name} of ${where} ${file}`);
			return [];
		});
		return [{
			...selected,
			serial,
			files
		}];
	});
	if (problems.length > 0) throw new InputError("INPUT_INVALID", problems);
	return listed;
}
function listedFile(name, item) {
	const path = parseRelativePath(item.path);
	const sha256 = parseSha256(item.sha256);
	if (path === void 0) return `has the path ${JSON.stringify(item.path)}: expected one of [A-Za-z0-9._~:/-] below the root`;
	if (sha256 === void 0 || item.size === void 0) return "has no size and sha256 (64 lower-case digits), so that its bytes could not be checked; list them where it was published";
	return {
		name,
		ftype: item.ftype ?? "",
		path,
		content: {
			size: item.size,
			sha256
		}
	};
}
// src/app/promote-edit.ts
function selectPromoted(source, { selection, rename }, { sameRoot }) {
	const listed = listedVersions(selectVersions(source.documents, selection, source.url), source.url);
	const problems = [];
	const owners = /* @__PURE__ */ new Map();
	const promoted = listed.flatMap((version) => {
		const { contentId: document, productName } = version;
		const contentId = parseContentId(renamed(document, rename));
		const product = parseProductName(renamed(productName, rename));
		if (contentId === void 0 || product === void 0) {
			problems.push(`product ${productName} of ${document} would become ${renamed(productName, rename)} of ${renamed(document, rename)}, and that is no name; give another rename`);
			return [];
		}
		if (sameRoot && contentId === document && product === productName) problems.push(`product ${productName} would stay what it is: from and root are one root; give another root, or a rename that changes the name`);
		const owner = owners.get(`${contentId} ${product}`);
		if (owner !== void 0) problems.push(`${owner} and ${productName} would both become ${product}; promote one of them`);
		owners.set(`${contentId} ${product}`, productName);
		return [{
			listed: version,
			contentId,
			product
		}];
	});
	if (problems.length > 0) throw new InputError("INPUT_INVALID", problems);
	return promoted;
}
function promoteInto(documents, promoted, source, choice, stage) {
	const changed = /* @__PURE__ */ new Map();
	const versions = promoted.map((each) => {
		const { contentId } = each;
		const edited = promoteVersion(each, changed.get(contentId) ?? documents.get(contentId) ?? newDocument(each, choice.label), choice.label, stage);
		if (edited.outcome.changed) changed.set(contentId, edited.document);
		return edited.outcome;
	});
	const known = documents.size > 0 ? documents : source.documents;
	const consumers = choice.consumers ?? readersOfDocuments(known);
	const after = new Map([...documents, ...changed]);
	return {
		outcome: {
			versions,
			consumers,
			remarks: changed.size === 0 ? [] : judge({
				...choice,
				consumers
			}, documents, after)
		},
		changed
	};
}
function promoteVersion({ listed, contentId, product }, document, label, stage) {
	const { serial, productName } = listed;
	const present = document.products[product];
	const tags = {
		...relabelled(listed.product, label),
		versions: present?.versions ?? {}
	};
	const there = present?.versions?.[serial];
	const isNew = there === void 0 || !holdsExactly(there, digestsOf(listed.version));
	if (isNew) checkSerial(product, Object.keys(tags.versions), serial);
	const carried = carryVersion(listed, serial, stage);
	const version = relabelledVersion(carried.version, listed.product, label);
	const after = isNew ? addVersion(document, product, tags, serial, version) : putProduct(document, product, tags);
	const changed = present === void 0 || serialise(present) !== serialise(after.products[product] ?? {});
	return {
		outcome: {
			contentId,
			product,
			serial,
			from: {
				contentId: listed.contentId,
				product: productName,
				serial
			},
			isNew,
			changed,
			items: carried.items.map((item) => ({
				...item,
				placed: isNew ? item.placed : there?.items?.[item.name]?.path ?? item.placed
			}))
		},
		document: after
	};
}
function checkSerial(product, listed, serial) {
	if (listed.includes(serial)) throw new ConflictError("VERSION_EXISTS", `product ${product} lists version ${serial} with other files, and a version never changes; publish the files into the source under another serial, and promote that`);
	const newest = [...listed].sort(compareSerials).at(-1);
	if (newest === void 0 || compareSerials(serial, newest) > 0) return;
	throw new InputError("SERIAL_NOT_NEWEST", `serial ${serial} does not sort after ${newest}, the newest version of product ${product}, so no client would take it; promote a newer version, or list its files under a new serial with roll-forward first`);
}
function newDocument({ listed, contentId }, label) {
	return {
		...emptyProducts(contentId),
		...relabelled(listed.document, label),
		content_id: contentId,
		products: {}
	};
}
// src/app/verified-root.ts
async function readVerified(ports) {
	const { url } = ports.store;
	const state = await readRoot(ports);
	if (state.kind === "empty") return {
		url,
		head: void 0,
		signed: false,
		documents: /* @__PURE__ */ new Map()
	};
	const signed = state.kind === "signed";
	if (signed && await isRolledBack(ports, state, false) === void 0) return readVerified(ports);
	const { head } = state;
	return {
		url,
		head,
		signed,
		documents: parseDocuments(await readDocuments(ports, head))
	};
}
async function readSource(ports) {
	const root = await readVerified(ports);
	const { url, head } = root;
	if (head === void 0) throw new InputError("INPUT_INVALID", `${url} is an empty root: there is nothing to take`);
	if (head.index.head === void 0 || root.signed) return {
		...root,
		head
	};
	throw new TrustError("HEAD_VANISHED", `index.json of ${url} says that index.sjson is the head, and that is not there: it was removed, or signing the root was interrupted; restore it, or publish into that root first`);
}
function checkOrigin({ url, signed }, target, allowed) {
	if (signed || !target.signed || allowed) return;
	throw new TrustError("SOURCE_UNSIGNED", `${url} is not signed, and ${target.url} is: promoting would vouch for versions whose origin nothing shows; sign ${url}, or say from-unsigned: true`);
}
// src/app/plan-promotion.ts
async function planPromotion(choice, permissions, from, into, admit) {
	const source = await readSource(from);
	const target = await readVerified(into);
	const signed = target.signed || into.signing !== void 0;
	checkOrigin(source, {
		url: target.url,
		signed
	}, permissions.fromUnsigned);
	admit?.roots(source, target.head);
	const promoted = selectPromoted(source, choice, permissions);
	const { outcome } = promoteInto(target.documents, promoted, source, choice, { place: ({ path }) => path });
	admit?.outcome(source, outcome);
	warnOfExpiry(into, await ringKeys(into, target.head));
	return {
		plan: planOf(choice, source, plannedRoot(target.url, target.head), outcome, from.sha256),
		remarks: outcome.remarks
	};
}
function admitPlanned(plan, choice, { store, sha256 }) {
	return {
		roots(source, targetHead) {
			checkRoot("source", plan.source, source.url, source.head);
			checkRoot("target", plan.target, store.url, targetHead);
		},
		outcome(source, outcome) {
			if (writePlan(planOf(choice, source, plan.target, outcome, sha256)) === writePlan(plan)) return;
			throw new InputError("PLAN_INVALID", "the plan is not what promoting would do, though neither root has changed since: another version of this program wrote it, or it was altered; plan again");
		}
	};
}
function checkRoot(which, planned, url, head) {
	if (planned.url !== url) throw new InputError("PLAN_INVALID", `the plan has the ${which} ${planned.url}, and ${url} is given; plan again, or give the root that was planned with`);
	if (isPlannedHead(planned, head)) return;
	const { generation = 0 } = head?.index ?? {};
	const applied = which === "target" && generation === planned.generation + 1 ? ", perhaps by this very plan" : "";
	throw new ConflictError("PLAN_OUTDATED", `the ${which} ${url} is not any more what it was when the promotion was planned: generation ${planned.generation} became ${generation}${applied}; nothing is promoted. Plan again`);
}
function isPlannedHead({ head: planned }, head) {
	if (head?.sha256 === planned) return true;
	return head?.form === "json" && head.index.head !== void 0 && head.index.previous === planned;
}
function planOf({ selection, rename, label, allow }, source, target, { versions, consumers }, sha256) {
	const { filters, product, serial } = selection;
	return sealPlan({
		format: "promotion:1.0",
		source: plannedRoot(source.url, source.head),
		target,
		filters: filters.map(formatFilter),
		...product === void 0 ? {} : { product },
		...serial === void 0 ? {} : { serial },
		rename: rename.map(formatRename),
		...label === void 0 ? {} : { label },
		consumers: consumers.map(formatConsumer),
		allow,
		versions: versions.map(({ contentId, product, serial, from, isNew, changed, items }) => ({
			from,
			to: {
				contentId,
				product,
				serial
			},
			isNew,
			changed,
			items: items.map(({ name, content }) => ({
				name,
				...content
			}))
		}))
	}, sha256);
}
function plannedRoot(url, head) {
	return {
		url,
		generation: head?.index.generation ?? 0,
		...head === void 0 ? {} : { head: head.sha256 },
		...head?.signedBy === void 0 ? {} : { signedBy: head.signedBy }
	};
}
// src/app/carry-report.ts
function carryReport({ from, dryRun }, { store }, { outcome, changed, generation, signed, stage, behind, guarantee }) {
	return {
		changed,
		dryRun,
		from,
		root: store.url,
		generation,
		signed,
		versions: outcome.versions.map((version) => carriedReport(version, dryRun, stage)),
		followers: behind === void 0 ? "current" : "behind",
		store: guarantee,
		warnings: [...behind === void 0 ? [] : [behind.message], ...outcome.remarks]
	};
}
function carriedReport(version, dryRun, stage) {
	const items = version.items.map(({ name, ftype, placed, content }) => {
		const stored = dryRun && version.isNew && !stage.isThere(content.sha256) ? "planned" : stage.stored(content.sha256) ?? "present";
		return {
			name,
			ftype,
			path: placed,
			...content,
			stored
		};
	});
	return {
		...version,
		items
	};
}
function reportCarried({ reporter }, { versions, remarks }, { dryRun, changed }) {
	reporter.group("Plan");
	for (const version of versions) {
		const { product, serial, from, isNew, items } = version;
		if (!isNew) {
			reporter.info(`${product} lists these files already, as version ${serial}`);
			if (version.changed) reporter.info(`tags of ${product} change`);
			continue;
		}
		reporter.info(`${product} gets version ${serial}, of ${from.product} ${from.serial}`);
		for (const { name, placed, content } of items) reporter.info(`${name}: ${placed}, ${content.size} bytes`);
	}
	for (const remark of remarks) reporter.warning(remark);
	if (dryRun) reporter.info("dry run: nothing is written");
	else if (changed) reporter.group("Publish");
}
// src/app/promote.ts
const anything = {
	roots: () => void 0,
	outcome: () => void 0
};
async function promote(request, origin, ports, admit = anything) {
	const { reporter, store, signing } = ports;
	try {
		reporter.group("Root");
		const source = await readSource(origin);
		const signer = signing === void 0 ? "unsigned" : `signing with ${signing.signer.fingerprint}`;
		reporter.info(`from ${describeSource(source)}`);
		reporter.info(`into ${store.url}, ${signer}`);
		checkOrigin(source, {
			url: store.url,
			signed: signing !== void 0
		}, request.fromUnsigned);
		const edit = rememberedEdit(promotionEdit(request, source, {
			...origin,
			reporter
		}, admit));
		const committed = await commit(ports, {
			...request,
			onPlan: ({ outcome, changed }) => reportCarried(ports, outcome, {
				...request,
				changed: changed.size > 0
			})
		}, edit);
		reporter.group("Result");
		return carryReport({
			from: source.url,
			dryRun: request.dryRun
		}, ports, committed);
	} finally {
		await origin.scratch.clear();
	}
}
function promotionEdit(request, source, carrier, admit) {
	const { choice } = request;
	const promoted = selectPromoted(source, choice, request);
	return (documents, stage, head) => {
		admit.roots(source, head);
		const { outcome, changed } = promoteInto(documents, promoted, source, choice, stage);
		admit.outcome(source, outcome);
		return {
			outcome,
			changed,
			files: outcome.versions.filter(({ isNew }) => isNew).flatMap(({ items }) => items).map((item) => fileToStage(carrier, item))
		};
	};
}
function describeSource({ url, head, signed }) {
	const { generation = 0 } = head.index;
	return `${url}, generation ${generation}, ${signed ? `signed by ${head.signedBy}` : "unsigned"}`;
}
// src/app/planned-choice.ts
function plannedChoice(plan) {
	const { product, serial } = plan;
	return {
		selection: {
			filters: plan.filters.map(plannedFilter),
			product: product === void 0 ? void 0 : known(product, parseProductName(product)),
			serial: serial === void 0 ? void 0 : known(serial, parseSerial(serial))
		},
		rename: plan.rename.map((text) => known(text, parseRename(text))),
		label: plan.label,
		consumers: plan.consumers.map(plannedConsumer),
		allow: plan.allow
	};
}
function plannedFilter(text) {
	const filter = parseFilter(text);
	return known(text, typeof filter === "string" ? void 0 : filter);
}
function plannedConsumer(text) {
	const consumer = parseConsumer(text);
	return known(text, typeof consumer === "string" ? void 0 : consumer);
}
function known(text, value) {
	if (value !== void 0) return value;
	throw new InputError("PLAN_INVALID", `the plan records ${JSON.stringify(text)}, which this program does not take; plan again`);
}
// src/faces/promotion-choice.ts
function readSelection(reading) {
	return {
		filters: readFilters(reading),
		product: reading.text("product", orWrong(parseProductName)),
		serial: reading.text("serial", orWrong(parseSerial))
	};
}
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
function compareWithPlan(reading, given, planned) {
	const recorded = new Map(textsOf(planned));
	for (const [name, texts] of textsOf(given)) {
		const expected = recorded.get(name) ?? [];
		if (!reading.given.has(name) || isSame$1(texts, expected)) continue;
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
function isSame$1(a, b) {
	return a.length === b.length && [...a].sort().join("\n") === [...b].sort().join("\n");
}
// src/faces/promotion-request.ts
const largestPlan = 67108864;
function readPromotion(reading, cwd) {
	const root = readRoot$1(reading, cwd);
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
function openScratch({ root }, { signal }, environment) {
	return scratchFile({
		folder: environment.RUNNER_TEMP || tmpdir(),
		inParts: root.kind !== "folder",
		signal
	});
}
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
async function wirePlanning(settings, run) {
	const clock = systemClock(run);
	const signing = await openSigning(settings, clock.now());
	const verifier = signing?.verifier ?? await openVerifier(settings, clock.now());
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
	const { reporter } = run;
	const into = {
		...await reading(settings.root),
		signing,
		clock,
		reporter
	};
	return {
		from: await reading(settings.from),
		into
	};
}
// src/faces/promoting.ts
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
	const { request, apply, planAt, summaryAt } = settings;
	const { from, into } = await wirePlanning(settings, promoting);
	known.set("from", from.store.url).set("root", into.store.url);
	reporter.group("Plan");
	const admit = apply && admitPlanned(apply, request.choice, into);
	const { plan, remarks } = await planPromotion(request.choice, request, from, into, admit);
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
// src/app/prune.ts
async function prune(request, ports, onDone = () => void 0) {
	const { reporter, store } = ports;
	reporter.group("Root");
	reporter.info(store.url);
	const committed = await unlistOld(request, ports);
	const { changed = false, outcome, behind } = committed ?? {};
	const unlisted = outcome?.unlisted ?? [];
	if (changed && !request.dryRun) onDone({
		changed,
		unlisted
	});
	if (!request.dryRun) reporter.group("Prune");
	else if (committed === void 0) reporter.group("Plan");
	if (request.dryRun) reporter.info("dry run: nothing is written");
	const onReaped = (reaped) => onDone({ reaped: reaped.map(reapedFile) });
	const visited = await care(ports, {
		...request,
		onReaped
	});
	reporter.group("Result");
	return {
		changed,
		dryRun: request.dryRun,
		root: store.url,
		unlisted,
		...visited,
		followers: behind === void 0 ? "current" : "behind",
		warnings: [...messagesOf(behind), ...outcome?.remarks ?? []]
	};
}
async function unlistOld({ retention, filters, ...request }, ports) {
	if (retention === void 0) {
		warnOfExpiry(ports, []);
		return;
	}
	const { reporter, clock } = ports;
	const onPlan = ({ outcome }) => {
		reporter.group("Plan");
		for (const version of outcome.unlisted) reporter.info(describeUnlisted(version));
		if (outcome.unlisted.length === 0) reporter.info("every version that is listed stays");
		for (const remark of outcome.remarks) reporter.warning(remark);
	};
	const edit = rememberedEdit(retentionEdit(retention, filters, {
		...request,
		now: clock.now()
	}));
	const { dryRun } = request;
	return commit(ports, {
		adopt: false,
		acceptRollback: false,
		dryRun,
		onPlan
	}, edit);
}
function messagesOf(error) {
	return error === void 0 ? [] : [error.message];
}
// src/faces/prune-request.ts
function readPrune(reading, cwd) {
	const root = readRoot$1(reading, cwd);
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
function renderPruned(report) {
	return `${[...report.unlisted.map((version) => renderUnlisted(version, report.dryRun)), ...figuresOf(report)].join("\n")}\n`;
}
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
// src/app/roll-forward-edit.ts
function rollInto(documents, request, derived, root, stage) {
	const selected = selectVersions(documents, request.selection, root);
	const changed = /* @__PURE__ */ new Map();
	const versions = listedVersions(selected, root).map((listed) => {
		const rolled = rollVersion(listed, changed.get(listed.contentId) ?? listed.document, request.newSerial, derived, stage);
		if (rolled.outcome.changed) changed.set(listed.contentId, rolled.document);
		return rolled.outcome;
	});
	const consumers = request.consumers ?? readersOfDocuments(documents);
	const judgement = {
		consumers,
		allow: request.allow
	};
	const after = new Map([...documents, ...changed]);
	return {
		outcome: {
			versions,
			consumers,
			remarks: changed.size === 0 ? [] : judgeOnce(judgement, documents, after)
		},
		changed
	};
}
function rollVersion(listed, document, given, derived, stage) {
	const { contentId, product, version } = listed;
	const name = nameOf(listed);
	const from = {
		contentId,
		product: name,
		serial: listed.serial
	};
	const newest = Object.keys(product.versions ?? {}).sort(compareSerials).at(-1);
	const last = newest === void 0 ? void 0 : product.versions?.[newest];
	if (newest !== void 0 && last !== void 0 && holdsExactly(last, digestsOf(version))) {
		const { items } = carryVersion(listed, listed.serial, stage);
		const present = items.map((item) => ({
			...item,
			placed: last.items?.[item.name]?.path ?? item.path
		}));
		return {
			outcome: {
				...from,
				serial: newest,
				from,
				isNew: false,
				changed: false,
				items: present
			},
			document
		};
	}
	const serial = chooseSerial(name, product, given, derived, "the time of this run");
	const carried = carryVersion(listed, serial, stage);
	const outcome = {
		...from,
		serial,
		from,
		isNew: true,
		changed: true,
		items: carried.items
	};
	const renewed = withPubname(carried.version, listed.serial, serial);
	return {
		outcome,
		document: addVersion(document, name, product, serial, renewed)
	};
}
function withPubname(version, old, serial) {
	const { pubname } = version;
	return typeof pubname === "string" && pubname.endsWith(`-${old}`) ? {
		...version,
		pubname: pubname.slice(0, -old.length) + serial
	} : version;
}
function nameOf({ productName }) {
	const name = parseProductName(productName);
	if (name !== void 0) return name;
	throw new InputError("INPUT_INVALID", `${JSON.stringify(productName)} is no name of a product that could get a version: expected visible ASCII without blanks`);
}
function judgeOnce(...judged) {
	try {
		return judge(...judged);
	} catch (error) {
		if (!(error instanceof FindingError) || !error.findings.some(isListedTwice)) throw error;
		throw new FindingError(error.code, `${error.message}\nLXD and Incus know an image by its fingerprint, and one that is listed twice can not be downloaded any more: so nothing is rolled forward for them. Take the versions after it back with unlist, and they find the older one again`, {
			cause: error,
			findings: error.findings
		});
	}
}
function isListedTwice({ code }) {
	return code === "LXD-006";
}
// src/app/roll-forward.ts
async function rollForward(request, ports, scratch) {
	const { reporter, store, clock } = ports;
	try {
		reporter.group("Root");
		reporter.info(store.url);
		const derived = serialOf(clock.now());
		const carrier = {
			store,
			scratch,
			reporter
		};
		const edit = rememberedEdit((documents, stage) => {
			const { outcome, changed } = rollInto(documents, request, derived, store.url, stage);
			return {
				outcome,
				changed,
				files: outcome.versions.filter(({ isNew }) => isNew).flatMap(({ items }) => items).map((item) => fileToStage(carrier, item))
			};
		});
		const committed = await commit(ports, {
			...request,
			adopt: false,
			onPlan: ({ outcome, changed }) => reportCarried(ports, outcome, {
				...request,
				changed: changed.size > 0
			})
		}, edit);
		reporter.group("Result");
		return carryReport({
			from: store.url,
			dryRun: request.dryRun
		}, ports, committed);
	} finally {
		await scratch.clear();
	}
}
// src/faces/roll-forward-request.ts
function readRollForward(reading, cwd) {
	const root = readRoot$1(reading, cwd);
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
async function runRollingForward(rolling) {
	const { reading, cwd, environment, known } = rolling;
	const settings = readRollForward(reading, cwd);
	const ports = await wire(settings, rolling);
	known.set("root", ports.store.url).set("dryRun", settings.request.dryRun);
	return rollForward(settings.request, ports, openScratch(settings, rolling, environment));
}
// src/app/key-use.ts
async function aloneFrom(ports, head, keys, grace) {
	const stored = await ports.store.stat(signedIndex);
	if (stored === void 0) throw headVanished(ports, "sjson");
	const { now } = stored;
	let { index } = head;
	let since = laterOf(stored.modified, index);
	while (now.getTime() - since.getTime() < grace) {
		const from = new Date(since.getTime() + grace);
		const previous = parseSha256(index.previous);
		if (previous === void 0) return from;
		const copy = await readCopy(ports, previous, "sjson");
		if (copy === void 0) return await readCopy(ports, previous, "json") === void 0 ? from : void 0;
		if (!await requireSigning(ports).ring.verifies(keys, copy.bytes)) return from;
		const before = parseIndex(parseClearsigned(copy.bytes, signedIndex).text, signedIndex);
		if ((before.generation ?? 0) + 1 !== index.generation) return from;
		index = before;
		since = laterOf(copy.modified, index);
	}
}
function laterOf(modified, { updated }) {
	const said = Date.parse(updated ?? "");
	return said > modified.getTime() ? new Date(said) : modified;
}
async function readCopy(ports, sha256, form) {
	const stored = await ports.store.read(headCopyPath(form, sha256), documentLimit);
	return stored !== void 0 && ports.sha256(stored.bytes) === sha256 ? stored : void 0;
}
// src/app/rotate-key-report.ts
function rotateKeyReport(request, ports, { outcome, changed, generation, behind, guarantee }) {
	const { signer } = requireSigning(ports);
	const { ring, added, renewed, dropped, takesOver } = outcome;
	const fingerprints = (keys) => keys.map(({ fingerprint }) => fingerprint);
	return {
		changed,
		dryRun: request.dryRun,
		root: ports.store.url,
		generation,
		signedBy: signer.fingerprint,
		ring: ring.map(({ fingerprint, userId, expires }) => ({
			fingerprint,
			userId,
			expires
		})),
		added: fingerprints(added),
		renewed: fingerprints(renewed),
		dropped: fingerprints(dropped),
		takesOver,
		followers: behind === void 0 ? "current" : "behind",
		store: guarantee,
		next: nextStep(ring, signer, request.grace),
		warnings: [
			...behind === void 0 ? [] : [behind.message],
			...lostWarnings(request, outcome, signer),
			...missingWarnings(request, outcome)
		]
	};
}
function nextStep(ring, signer, grace) {
	const at = ring.findIndex(({ fingerprint }) => fingerprint === signer.fingerprint);
	const [earlier] = ring.slice(0, Math.max(at, 0));
	const later = ring.slice(at + 1).at(-1);
	if (later !== void 0) return `give every reader the ring as it is now (keyring.gpg). When all have it, publish, or run rotate-key alone, with the private key of ${later.fingerprint} as the signing key and the public key of ${signer.fingerprint} in trusted-keys`;
	return earlier === void 0 ? void 0 : `${formatDuration(grace)} or more after ${earlier.fingerprint} signed for the last time, drop it: rotate-key with drop-key ${earlier.fingerprint}`;
}
function lostWarnings({ keyLost }, { added }, { fingerprint }) {
	const isNew = added.some((key) => key.fingerprint === fingerprint);
	if (!keyLost || !isNew) return [];
	return [`readers who verify do not have ${fingerprint} yet, and refuse the root until they get the new ring (keyring.gpg): give it to every one of them`];
}
function missingWarnings({ dropKey }, { ring, dropped }) {
	if (dropKey === void 0 || dropped.length > 0) return [];
	return [`${dropKey} is not in the ring, which holds ${ring.map(({ fingerprint }) => fingerprint).join(", ")}: there is nothing to drop`];
}
// src/app/rotation.ts
function rotationOf({ newKey, dropKey, keyLost }, { ring, signedBy }, signer) {
	const problems = problemsOf({
		newKey,
		dropKey
	}, signedBy, signer);
	if (problems.length > 0) throw new InputError("INPUT_INVALID", problems);
	const present = ring.length > 0 || keyLost ? ring : [signer];
	const wanted = [...keyLost || isExtended(signer, present) ? [signer] : [], newKey];
	const added = [];
	const renewed = [];
	let next = present;
	for (const key of wanted) {
		if (key === void 0) continue;
		const held = next.find(({ fingerprint }) => fingerprint === key.fingerprint);
		if (held === void 0) {
			added.push(key);
			next = [...next, key];
		} else if (isNewer(key, held)) {
			renewed.push(key);
			next = next.map((each) => each === held ? key : each);
		}
	}
	return {
		ring: next.filter(({ fingerprint }) => fingerprint !== dropKey),
		added,
		renewed,
		dropped: next.filter(({ fingerprint }) => fingerprint === dropKey),
		takesOver: signedBy !== signer.fingerprint
	};
}
function problemsOf({ newKey, dropKey }, signedBy, { fingerprint: own }) {
	const problems = [];
	if (dropKey === own) problems.push(`drop-key ${dropKey} is the signing key itself, without which nobody could verify the root: sign with the key that stays`);
	if (dropKey !== void 0 && dropKey === newKey?.fingerprint) problems.push(`drop-key and new-key are the same key, ${dropKey}`);
	const given = newKey?.fingerprint;
	if (given !== void 0 && given === signedBy && given !== own) problems.push(`new-key ${given} signs the root already: give it as the signing key, or leave new-key out to go back to ${own}`);
	return problems;
}
function ringBytes(keys) {
	return new Uint8Array(keys.flatMap(({ publicKey }) => [...publicKey]));
}
function isExtended(signer, ring) {
	const held = ring.find(({ fingerprint }) => fingerprint === signer.fingerprint);
	return held !== void 0 && endOf(signer) > endOf(held);
}
function isNewer(key, held) {
	return !(key.publicKey.length === held.publicKey.length && key.publicKey.every((byte, at) => byte === held.publicKey[at])) && endOf(key) >= endOf(held);
}
function endOf({ expires }) {
	return expires?.getTime() ?? Number.POSITIVE_INFINITY;
}
// src/app/rotate-key.ts
const maasGrace = 144e5;
async function rotateKey(request, ports) {
	const { reporter, store } = ports;
	const { signer } = requireSigning(ports);
	const { acceptRollback, dryRun, keyLost } = request;
	reporter.group("Root");
	reporter.info(`${store.url}, signing with ${signer.fingerprint}`);
	const edit = (_, __, head) => {
		const rotation = rotationOf(request, signedHead(ports, head), signer);
		return {
			outcome: rotation,
			changed: /* @__PURE__ */ new Map(),
			files: [],
			...changesRing(rotation) && { ring: ringBytes(rotation.ring) },
			signAnew: rotation.takesOver
		};
	};
	const committed = await commit(ports, {
		adopt: false,
		acceptRollback,
		ringChange: keyLost ? "lost" : "planned",
		dryRun,
		admit: (base) => admit(request, base, ports),
		onPlan: ({ outcome }) => reportPlan$1(reporter, outcome, signer, dryRun)
	}, edit);
	reporter.group("Result");
	return rotateKeyReport(request, ports, committed);
}
function changesRing({ added, renewed, dropped }) {
	return added.length + renewed.length + dropped.length > 0;
}
function signedHead({ store }, head) {
	if (head?.form === "sjson") return head;
	throw new InputError("INPUT_INVALID", `${store.url} is not a signed root yet, so it has no key to be changed: publish into it with the signing key that it shall have`);
}
async function admit(request, base, ports) {
	const { signer, ring } = requireSigning(ports);
	const head = signedHead(ports, base.head);
	const rotation = rotationOf(request, head, signer);
	if (!changesRing(rotation)) return;
	const keys = ringBytes(rotation.ring);
	const kept = rotation.takesOver ? [] : base.stored;
	const signed = [{
		what: "what is signed from now on",
		bytes: signer.sample
	}, ...kept.map(({ entry, bytes }) => ({
		what: entry.path,
		bytes
	}))];
	for (const { what, bytes } of signed) {
		if (await ring.verifies(keys, bytes)) continue;
		throw new TrustError("KEY_NOT_IN_RING", `with the new ring nobody could verify ${what} in ${ports.store.url}: it lacks the key, or the subkey, that signed it. Give the key with all the subkeys that have signed`);
	}
	for (const key of rotation.dropped) await checkUnused(request, base, head, key, keys, ports);
	if (rotation.dropped.length > 0 && !request.dryRun) await signIndexAnew(base, head, ports);
}
async function signIndexAnew(base, head, ports) {
	const { signer } = requireSigning(ports);
	if (head.ring.every(({ fingerprint }) => fingerprint !== signer.fingerprint)) return;
	await askWith(openTrial(ports), head, base.stored);
	await bringUpFollowers(ports, head.form, "always");
}
async function checkUnused({ grace }, base, head, key, keys, ports) {
	const { url } = ports.store;
	const forMaas = () => readersOfDocuments(base.documents).some(({ name }) => name === "maas");
	if (grace < maasGrace && forMaas()) throw new InputError("INPUT_INVALID", `grace ${formatDuration(grace)} is too short for ${url}, which MAAS can read: give ${formatDuration(maasGrace)} or more`);
	if (head.signedBy === key.fingerprint) throw new ConflictError("KEY_IN_USE", `${describeKey(key)} still signs ${url}: let another key take over first, by publish or rotate-key without drop-key, and drop this one ${formatDuration(grace)} later`);
	if (base.rolledBack) throw new ConflictError("KEY_IN_USE", `an older head of ${url} was put back, so what ${describeKey(key)} has signed since is not known: go on from it first, by publish or rotate-key with accept-rollback and without drop-key`);
	const from = await aloneFrom(ports, head, keys, grace);
	if (from === void 0) return;
	throw new ConflictError("KEY_IN_USE", `${describeKey(key)} may have signed what readers of ${url} are still at: it can be dropped from ${wholeSeconds(from)} on, ${formatDuration(grace)} after the others took over, as far as the copies of the heads tell`);
}
function wholeSeconds(time) {
	return (/* @__PURE__ */ new Date(Math.ceil(time.getTime() / 1e3) * 1e3)).toISOString().replace(".000", "");
}
function reportPlan$1(reporter, { ring, added, renewed, dropped, takesOver }, signer, dryRun) {
	reporter.group("Plan");
	for (const key of added) reporter.info(`${describeKey(key)} is added to the ring`);
	for (const key of renewed) reporter.info(`${describeKey(key)} is renewed in the ring`);
	for (const key of dropped) reporter.info(`${describeKey(key)} is dropped from the ring`);
	if (takesOver) reporter.info(`${describeKey(signer)} signs the index and every document anew`);
	reporter.info(`readers need one of: ${ring.map(({ fingerprint }) => fingerprint).join(", ")}`);
	if (dryRun) reporter.info("dry run: nothing is written");
}
// src/faces/rotate-key-request.ts
const steps = [
	"new-key",
	"drop-key",
	"key-lost"
];
function readRotateKey(reading, cwd) {
	const root = readRoot$1(reading, cwd);
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
function parseFingerprint(text) {
	const digits = text.replaceAll(/\s/g, "").toUpperCase();
	return /^[0-9A-F]{40}$/.test(digits) ? digits : void 0;
}
// src/faces/rotating-key.ts
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
// src/core/schema/generated/is-staging.js
const isStaging = validate20;
const schema31 = {
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"$id": "urn:simplestreams-action:schema:staging:1.0",
	"type": "object",
	"required": [
		"format",
		"run",
		"stage",
		"images"
	],
	"properties": {
		"format": { "const": "staging:1.0" },
		"run": { "type": "string" },
		"stage": { "type": "string" },
		"images": {
			"type": "array",
			"items": {
				"type": "object",
				"required": ["tags", "files"],
				"properties": {
					"name": { "type": "string" },
					"contentId": { "type": "string" },
					"product": { "type": "string" },
					"streamName": { "type": "string" },
					"serial": { "type": "string" },
					"tags": {
						"type": "object",
						"required": [
							"aliases",
							"requirements",
							"further"
						],
						"properties": {
							"os": { "type": "string" },
							"release": { "type": "string" },
							"releaseTitle": { "type": "string" },
							"osVersion": { "type": "string" },
							"arch": { "type": "string" },
							"variant": { "type": "string" },
							"label": { "type": "string" },
							"subarch": { "type": "string" },
							"aliases": {
								"type": "array",
								"items": { "type": "string" }
							},
							"requirements": {
								"type": "object",
								"additionalProperties": { "type": "string" }
							},
							"further": {
								"type": "object",
								"additionalProperties": { "type": "string" }
							}
						}
					},
					"files": {
						"type": "array",
						"items": {
							"type": "object",
							"required": [
								"path",
								"stored",
								"size",
								"sha256",
								"facts"
							],
							"properties": {
								"path": { "type": "string" },
								"stored": {
									"type": "string",
									"pattern": "^[A-Za-z0-9._~:-]+(?:/[A-Za-z0-9._~:-]+)*$"
								},
								"size": {
									"type": "integer",
									"minimum": 1
								},
								"sha256": {
									"type": "string",
									"pattern": "^[0-9a-f]{64}$"
								},
								"combined": {
									"type": "string",
									"pattern": "^[0-9a-f]{64}$"
								},
								"md5": {
									"type": "string",
									"pattern": "^[0-9a-f]{32}$"
								},
								"facts": {
									"type": "object",
									"required": ["kind"],
									"properties": {
										"kind": { "enum": [
											"metadata",
											"unified",
											"rootfs",
											"squashfs",
											"qcow2",
											"disk",
											"kernel",
											"initrd",
											"text"
										] },
										"compression": { "enum": [
											"none",
											"gzip",
											"xz",
											"zstd"
										] },
										"virtualMachine": { "type": "boolean" },
										"metadata": {
											"type": "object",
											"required": ["architecture", "creationDate"],
											"properties": {
												"architecture": { "type": "string" },
												"creationDate": {
													"type": "integer",
													"minimum": 0
												},
												"os": { "type": "string" },
												"release": { "type": "string" },
												"variant": { "type": "string" },
												"description": { "type": "string" }
											}
										}
									},
									"allOf": [{
										"if": { "properties": { "kind": { "enum": [
											"metadata",
											"unified",
											"rootfs",
											"disk"
										] } } },
										"then": {
											"required": ["compression"],
											"properties": { "compression": {} }
										}
									}, {
										"if": { "properties": { "kind": { "enum": ["metadata", "unified"] } } },
										"then": {
											"required": ["metadata"],
											"properties": { "metadata": {} }
										}
									}]
								}
							}
						}
					}
				}
			}
		}
	}
};
const pattern4 = /* @__PURE__ */ new RegExp("^[A-Za-z0-9._~:-]+(?:/[A-Za-z0-9._~:-]+)*$", "u");
const pattern5 = /* @__PURE__ */ new RegExp("^[0-9a-f]{64}$", "u");
const pattern7 = /* @__PURE__ */ new RegExp("^[0-9a-f]{32}$", "u");
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate20.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.format === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "format" }
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.run === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "run" }
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.stage === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "stage" }
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.images === void 0) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "images" }
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.format !== void 0) {
			if ("staging:1.0" !== data.format) {
				const err4 = {
					instancePath: instancePath + "/format",
					schemaPath: "#/properties/format/const",
					keyword: "const",
					params: { allowedValue: "staging:1.0" }
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
		if (data.run !== void 0) {
			if (typeof data.run !== "string") {
				const err5 = {
					instancePath: instancePath + "/run",
					schemaPath: "#/properties/run/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
		if (data.stage !== void 0) {
			if (typeof data.stage !== "string") {
				const err6 = {
					instancePath: instancePath + "/stage",
					schemaPath: "#/properties/stage/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
		}
		if (data.images !== void 0) {
			let data3 = data.images;
			if (Array.isArray(data3)) {
				const len0 = data3.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data4 = data3[i0];
					if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
						if (data4.tags === void 0) {
							const err7 = {
								instancePath: instancePath + "/images/" + i0,
								schemaPath: "#/properties/images/items/required",
								keyword: "required",
								params: { missingProperty: "tags" }
							};
							if (vErrors === null) vErrors = [err7];
							else vErrors.push(err7);
							errors++;
						}
						if (data4.files === void 0) {
							const err8 = {
								instancePath: instancePath + "/images/" + i0,
								schemaPath: "#/properties/images/items/required",
								keyword: "required",
								params: { missingProperty: "files" }
							};
							if (vErrors === null) vErrors = [err8];
							else vErrors.push(err8);
							errors++;
						}
						if (data4.name !== void 0) {
							if (typeof data4.name !== "string") {
								const err9 = {
									instancePath: instancePath + "/images/" + i0 + "/name",
									schemaPath: "#/properties/images/items/properties/name/type",
									keyword: "type",
									params: { type: "string" }
								};
								if (vErrors === null) vErrors = [err9];
								else vErrors.push(err9);
								errors++;
							}
						}
						if (data4.contentId !== void 0) {
							if (typeof data4.contentId !== "string") {
								const err10 = {
									instancePath: instancePath + "/images/" + i0 + "/contentId",
									schemaPath: "#/properties/images/items/properties/contentId/type",
									keyword: "type",
									params: { type: "string" }
								};
								if (vErrors === null) vErrors = [err10];
								else vErrors.push(err10);
								errors++;
							}
						}
						if (data4.product !== void 0) {
							if (typeof data4.product !== "string") {
								const err11 = {
									instancePath: instancePath + "/images/" + i0 + "/product",
									schemaPath: "#/properties/images/items/properties/product/type",
									keyword: "type",
									params: { type: "string" }
								};
								if (vErrors === null) vErrors = [err11];
								else vErrors.push(err11);
								errors++;
							}
						}
						if (data4.streamName !== void 0) {
							if (typeof data4.streamName !== "string") {
								const err12 = {
									instancePath: instancePath + "/images/" + i0 + "/streamName",
									schemaPath: "#/properties/images/items/properties/streamName/type",
									keyword: "type",
									params: { type: "string" }
								};
								if (vErrors === null) vErrors = [err12];
								else vErrors.push(err12);
								errors++;
							}
						}
						if (data4.serial !== void 0) {
							if (typeof data4.serial !== "string") {
								const err13 = {
									instancePath: instancePath + "/images/" + i0 + "/serial",
									schemaPath: "#/properties/images/items/properties/serial/type",
									keyword: "type",
									params: { type: "string" }
								};
								if (vErrors === null) vErrors = [err13];
								else vErrors.push(err13);
								errors++;
							}
						}
						if (data4.tags !== void 0) {
							let data10 = data4.tags;
							if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
								if (data10.aliases === void 0) {
									const err14 = {
										instancePath: instancePath + "/images/" + i0 + "/tags",
										schemaPath: "#/properties/images/items/properties/tags/required",
										keyword: "required",
										params: { missingProperty: "aliases" }
									};
									if (vErrors === null) vErrors = [err14];
									else vErrors.push(err14);
									errors++;
								}
								if (data10.requirements === void 0) {
									const err15 = {
										instancePath: instancePath + "/images/" + i0 + "/tags",
										schemaPath: "#/properties/images/items/properties/tags/required",
										keyword: "required",
										params: { missingProperty: "requirements" }
									};
									if (vErrors === null) vErrors = [err15];
									else vErrors.push(err15);
									errors++;
								}
								if (data10.further === void 0) {
									const err16 = {
										instancePath: instancePath + "/images/" + i0 + "/tags",
										schemaPath: "#/properties/images/items/properties/tags/required",
										keyword: "required",
										params: { missingProperty: "further" }
									};
									if (vErrors === null) vErrors = [err16];
									else vErrors.push(err16);
									errors++;
								}
								if (data10.os !== void 0) {
									if (typeof data10.os !== "string") {
										const err17 = {
											instancePath: instancePath + "/images/" + i0 + "/tags/os",
											schemaPath: "#/properties/images/items/properties/tags/properties/os/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err17];
										else vErrors.push(err17);
										errors++;
									}
								}
								if (data10.release !== void 0) {
									if (typeof data10.release !== "string") {
										const err18 = {
											instancePath: instancePath + "/images/" + i0 + "/tags/release",
											schemaPath: "#/properties/images/items/properties/tags/properties/release/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err18];
										else vErrors.push(err18);
										errors++;
									}
								}
								if (data10.releaseTitle !== void 0) {
									if (typeof data10.releaseTitle !== "string") {
										const err19 = {
											instancePath: instancePath + "/images/" + i0 + "/tags/releaseTitle",
											schemaPath: "#/properties/images/items/properties/tags/properties/releaseTitle/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err19];
										else vErrors.push(err19);
										errors++;
									}
								}
								if (data10.osVersion !== void 0) {
									if (typeof data10.osVersion !== "string") {
										const err20 = {
											instancePath: instancePath + "/images/" + i0 + "/tags/osVersion",
											schemaPath: "#/properties/images/items/properties/tags/properties/osVersion/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err20];
										else vErrors.push(err20);
										errors++;
									}
								}
								if (data10.arch !== void 0) {
									if (typeof data10.arch !== "string") {
										const err21 = {
											instancePath: instancePath + "/images/" + i0 + "/tags/arch",
											schemaPath: "#/properties/images/items/properties/tags/properties/arch/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err21];
										else vErrors.push(err21);
										errors++;
									}
								}
								if (data10.variant !== void 0) {
									if (typeof data10.variant !== "string") {
										const err22 = {
											instancePath: instancePath + "/images/" + i0 + "/tags/variant",
											schemaPath: "#/properties/images/items/properties/tags/properties/variant/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err22];
										else vErrors.push(err22);
										errors++;
									}
								}
								if (data10.label !== void 0) {
									if (typeof data10.label !== "string") {
										const err23 = {
											instancePath: instancePath + "/images/" + i0 + "/tags/label",
											schemaPath: "#/properties/images/items/properties/tags/properties/label/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err23];
										else vErrors.push(err23);
										errors++;
									}
								}
								if (data10.subarch !== void 0) {
									if (typeof data10.subarch !== "string") {
										const err24 = {
											instancePath: instancePath + "/images/" + i0 + "/tags/subarch",
											schemaPath: "#/properties/images/items/properties/tags/properties/subarch/type",
											keyword: "type",
											params: { type: "string" }
										};
										if (vErrors === null) vErrors = [err24];
										else vErrors.push(err24);
										errors++;
									}
								}
								if (data10.aliases !== void 0) {
									let data19 = data10.aliases;
									if (Array.isArray(data19)) {
										const len1 = data19.length;
										for (let i1 = 0; i1 < len1; i1++) if (typeof data19[i1] !== "string") {
											const err25 = {
												instancePath: instancePath + "/images/" + i0 + "/tags/aliases/" + i1,
												schemaPath: "#/properties/images/items/properties/tags/properties/aliases/items/type",
												keyword: "type",
												params: { type: "string" }
											};
											if (vErrors === null) vErrors = [err25];
											else vErrors.push(err25);
											errors++;
										}
									} else {
										const err26 = {
											instancePath: instancePath + "/images/" + i0 + "/tags/aliases",
											schemaPath: "#/properties/images/items/properties/tags/properties/aliases/type",
											keyword: "type",
											params: { type: "array" }
										};
										if (vErrors === null) vErrors = [err26];
										else vErrors.push(err26);
										errors++;
									}
								}
								if (data10.requirements !== void 0) {
									let data21 = data10.requirements;
									if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
										for (const key0 in data21) if (typeof data21[key0] !== "string") {
											const err27 = {
												instancePath: instancePath + "/images/" + i0 + "/tags/requirements/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
												schemaPath: "#/properties/images/items/properties/tags/properties/requirements/additionalProperties/type",
												keyword: "type",
												params: { type: "string" }
											};
											if (vErrors === null) vErrors = [err27];
											else vErrors.push(err27);
											errors++;
										}
									} else {
										const err28 = {
											instancePath: instancePath + "/images/" + i0 + "/tags/requirements",
											schemaPath: "#/properties/images/items/properties/tags/properties/requirements/type",
											keyword: "type",
											params: { type: "object" }
										};
										if (vErrors === null) vErrors = [err28];
										else vErrors.push(err28);
										errors++;
									}
								}
								if (data10.further !== void 0) {
									let data23 = data10.further;
									if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
										for (const key1 in data23) if (typeof data23[key1] !== "string") {
											const err29 = {
												instancePath: instancePath + "/images/" + i0 + "/tags/further/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),
												schemaPath: "#/properties/images/items/properties/tags/properties/further/additionalProperties/type",
												keyword: "type",
												params: { type: "string" }
											};
											if (vErrors === null) vErrors = [err29];
											else vErrors.push(err29);
											errors++;
										}
									} else {
										const err30 = {
											instancePath: instancePath + "/images/" + i0 + "/tags/further",
											schemaPath: "#/properties/images/items/properties/tags/properties/further/type",
											keyword: "type",
											params: { type: "object" }
										};
										if (vErrors === null) vErrors = [err30];
										else vErrors.push(err30);
										errors++;
									}
								}
							} else {
								const err31 = {
									instancePath: instancePath + "/images/" + i0 + "/tags",
									schemaPath: "#/properties/images/items/properties/tags/type",
									keyword: "type",
									params: { type: "object" }
								};
								if (vErrors === null) vErrors = [err31];
								else vErrors.push(err31);
								errors++;
							}
						}
						if (data4.files !== void 0) {
							let data25 = data4.files;
							if (Array.isArray(data25)) {
								const len2 = data25.length;
								for (let i2 = 0; i2 < len2; i2++) {
									let data26 = data25[i2];
									if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
										if (data26.path === void 0) {
											const err32 = {
												instancePath: instancePath + "/images/" + i0 + "/files/" + i2,
												schemaPath: "#/properties/images/items/properties/files/items/required",
												keyword: "required",
												params: { missingProperty: "path" }
											};
											if (vErrors === null) vErrors = [err32];
											else vErrors.push(err32);
											errors++;
										}
										if (data26.stored === void 0) {
											const err33 = {
												instancePath: instancePath + "/images/" + i0 + "/files/" + i2,
												schemaPath: "#/properties/images/items/properties/files/items/required",
												keyword: "required",
												params: { missingProperty: "stored" }
											};
											if (vErrors === null) vErrors = [err33];
											else vErrors.push(err33);
											errors++;
										}
										if (data26.size === void 0) {
											const err34 = {
												instancePath: instancePath + "/images/" + i0 + "/files/" + i2,
												schemaPath: "#/properties/images/items/properties/files/items/required",
												keyword: "required",
												params: { missingProperty: "size" }
											};
											if (vErrors === null) vErrors = [err34];
											else vErrors.push(err34);
											errors++;
										}
										if (data26.sha256 === void 0) {
											const err35 = {
												instancePath: instancePath + "/images/" + i0 + "/files/" + i2,
												schemaPath: "#/properties/images/items/properties/files/items/required",
												keyword: "required",
												params: { missingProperty: "sha256" }
											};
											if (vErrors === null) vErrors = [err35];
											else vErrors.push(err35);
											errors++;
										}
										if (data26.facts === void 0) {
											const err36 = {
												instancePath: instancePath + "/images/" + i0 + "/files/" + i2,
												schemaPath: "#/properties/images/items/properties/files/items/required",
												keyword: "required",
												params: { missingProperty: "facts" }
											};
											if (vErrors === null) vErrors = [err36];
											else vErrors.push(err36);
											errors++;
										}
										if (data26.path !== void 0) {
											if (typeof data26.path !== "string") {
												const err37 = {
													instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/path",
													schemaPath: "#/properties/images/items/properties/files/items/properties/path/type",
													keyword: "type",
													params: { type: "string" }
												};
												if (vErrors === null) vErrors = [err37];
												else vErrors.push(err37);
												errors++;
											}
										}
										if (data26.stored !== void 0) {
											let data28 = data26.stored;
											if (typeof data28 === "string") {
												if (!pattern4.test(data28)) {
													const err38 = {
														instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/stored",
														schemaPath: "#/properties/images/items/properties/files/items/properties/stored/pattern",
														keyword: "pattern",
														params: { pattern: "^[A-Za-z0-9._~:-]+(?:/[A-Za-z0-9._~:-]+)*$" }
													};
													if (vErrors === null) vErrors = [err38];
													else vErrors.push(err38);
													errors++;
												}
											} else {
												const err39 = {
													instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/stored",
													schemaPath: "#/properties/images/items/properties/files/items/properties/stored/type",
													keyword: "type",
													params: { type: "string" }
												};
												if (vErrors === null) vErrors = [err39];
												else vErrors.push(err39);
												errors++;
											}
										}
										if (data26.size !== void 0) {
											let data29 = data26.size;
											if (!(typeof data29 == "number" && !(data29 % 1) && !isNaN(data29) && isFinite(data29))) {
												const err40 = {
													instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/size",
													schemaPath: "#/properties/images/items/properties/files/items/properties/size/type",
													keyword: "type",
													params: { type: "integer" }
												};
												if (vErrors === null) vErrors = [err40];
												else vErrors.push(err40);
												errors++;
											}
											if (typeof data29 == "number" && isFinite(data29)) {
												if (data29 < 1 || isNaN(data29)) {
													const err41 = {
														instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/size",
														schemaPath: "#/properties/images/items/properties/files/items/properties/size/minimum",
														keyword: "minimum",
														params: {
															comparison: ">=",
															limit: 1
														}
													};
													if (vErrors === null) vErrors = [err41];
													else vErrors.push(err41);
													errors++;
												}
											}
										}
										if (data26.sha256 !== void 0) {
											let data30 = data26.sha256;
											if (typeof data30 === "string") {
												if (!pattern5.test(data30)) {
													const err42 = {
														instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/sha256",
														schemaPath: "#/properties/images/items/properties/files/items/properties/sha256/pattern",
														keyword: "pattern",
														params: { pattern: "^[0-9a-f]{64}$" }
													};
													if (vErrors === null) vErrors = [err42];
													else vErrors.push(err42);
													errors++;
												}
											} else {
												const err43 = {
													instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/sha256",
													schemaPath: "#/properties/images/items/properties/files/items/properties/sha256/type",
													keyword: "type",
													params: { type: "string" }
												};
												if (vErrors === null) vErrors = [err43];
												else vErrors.push(err43);
												errors++;
											}
										}
										if (data26.combined !== void 0) {
											let data31 = data26.combined;
											if (typeof data31 === "string") {
												if (!pattern5.test(data31)) {
													const err44 = {
														instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/combined",
														schemaPath: "#/properties/images/items/properties/files/items/properties/combined/pattern",
														keyword: "pattern",
														params: { pattern: "^[0-9a-f]{64}$" }
													};
													if (vErrors === null) vErrors = [err44];
													else vErrors.push(err44);
													errors++;
												}
											} else {
												const err45 = {
													instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/combined",
													schemaPath: "#/properties/images/items/properties/files/items/properties/combined/type",
													keyword: "type",
													params: { type: "string" }
												};
												if (vErrors === null) vErrors = [err45];
												else vErrors.push(err45);
												errors++;
											}
										}
										if (data26.md5 !== void 0) {
											let data32 = data26.md5;
											if (typeof data32 === "string") {
												if (!pattern7.test(data32)) {
													const err46 = {
														instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/md5",
														schemaPath: "#/properties/images/items/properties/files/items/properties/md5/pattern",
														keyword: "pattern",
														params: { pattern: "^[0-9a-f]{32}$" }
													};
													if (vErrors === null) vErrors = [err46];
													else vErrors.push(err46);
													errors++;
												}
											} else {
												const err47 = {
													instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/md5",
													schemaPath: "#/properties/images/items/properties/files/items/properties/md5/type",
													keyword: "type",
													params: { type: "string" }
												};
												if (vErrors === null) vErrors = [err47];
												else vErrors.push(err47);
												errors++;
											}
										}
										if (data26.facts !== void 0) {
											let data33 = data26.facts;
											const _errs71 = errors;
											let valid13 = true;
											const _errs72 = errors;
											if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
												if (data33.kind !== void 0) {
													let data34 = data33.kind;
													if (!(data34 === "metadata" || data34 === "unified" || data34 === "rootfs" || data34 === "disk")) {
														const err48 = {};
														if (vErrors === null) vErrors = [err48];
														else vErrors.push(err48);
														errors++;
													}
												}
											}
											var _valid0 = _errs72 === errors;
											errors = _errs71;
											if (vErrors !== null) {
												if (_errs71) vErrors.length = _errs71;
												else vErrors = null;
											}
											if (_valid0) {
												const _errs74 = errors;
												if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
													if (data33.compression === void 0) {
														const err49 = {
															instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts",
															schemaPath: "#/properties/images/items/properties/files/items/properties/facts/allOf/0/then/required",
															keyword: "required",
															params: { missingProperty: "compression" }
														};
														if (vErrors === null) vErrors = [err49];
														else vErrors.push(err49);
														errors++;
													}
												}
												var _valid0 = _errs74 === errors;
												valid13 = _valid0;
												if (valid13) {
													var props0 = {};
													props0.compression = true;
													props0.kind = true;
												}
											}
											if (!valid13) {
												const err50 = {
													instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts",
													schemaPath: "#/properties/images/items/properties/files/items/properties/facts/allOf/0/if",
													keyword: "if",
													params: { failingKeyword: "then" }
												};
												if (vErrors === null) vErrors = [err50];
												else vErrors.push(err50);
												errors++;
											}
											const _errs76 = errors;
											let valid15 = true;
											const _errs77 = errors;
											if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
												if (data33.kind !== void 0) {
													let data35 = data33.kind;
													if (!(data35 === "metadata" || data35 === "unified")) {
														const err51 = {};
														if (vErrors === null) vErrors = [err51];
														else vErrors.push(err51);
														errors++;
													}
												}
											}
											var _valid1 = _errs77 === errors;
											errors = _errs76;
											if (vErrors !== null) {
												if (_errs76) vErrors.length = _errs76;
												else vErrors = null;
											}
											if (_valid1) {
												const _errs79 = errors;
												if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
													if (data33.metadata === void 0) {
														const err52 = {
															instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts",
															schemaPath: "#/properties/images/items/properties/files/items/properties/facts/allOf/1/then/required",
															keyword: "required",
															params: { missingProperty: "metadata" }
														};
														if (vErrors === null) vErrors = [err52];
														else vErrors.push(err52);
														errors++;
													}
												}
												var _valid1 = _errs79 === errors;
												valid15 = _valid1;
												if (valid15) {
													var props1 = {};
													props1.metadata = true;
													props1.kind = true;
												}
											}
											if (!valid15) {
												const err53 = {
													instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts",
													schemaPath: "#/properties/images/items/properties/files/items/properties/facts/allOf/1/if",
													keyword: "if",
													params: { failingKeyword: "then" }
												};
												if (vErrors === null) vErrors = [err53];
												else vErrors.push(err53);
												errors++;
											}
											if (props0 !== true && props1 !== void 0) {
												if (props1 === true) props0 = true;
												else {
													props0 = props0 || {};
													Object.assign(props0, props1);
												}
											}
											if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
												if (data33.kind === void 0) {
													const err54 = {
														instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts",
														schemaPath: "#/properties/images/items/properties/files/items/properties/facts/required",
														keyword: "required",
														params: { missingProperty: "kind" }
													};
													if (vErrors === null) vErrors = [err54];
													else vErrors.push(err54);
													errors++;
												}
												if (props0 !== true) {
													props0 = props0 || {};
													props0.kind = true;
													props0.compression = true;
													props0.virtualMachine = true;
													props0.metadata = true;
												}
												if (data33.kind !== void 0) {
													let data36 = data33.kind;
													if (!(data36 === "metadata" || data36 === "unified" || data36 === "rootfs" || data36 === "squashfs" || data36 === "qcow2" || data36 === "disk" || data36 === "kernel" || data36 === "initrd" || data36 === "text")) {
														const err55 = {
															instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/kind",
															schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/kind/enum",
															keyword: "enum",
															params: { allowedValues: schema31.properties.images.items.properties.files.items.properties.facts.properties.kind.enum }
														};
														if (vErrors === null) vErrors = [err55];
														else vErrors.push(err55);
														errors++;
													}
												}
												if (data33.compression !== void 0) {
													let data37 = data33.compression;
													if (!(data37 === "none" || data37 === "gzip" || data37 === "xz" || data37 === "zstd")) {
														const err56 = {
															instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/compression",
															schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/compression/enum",
															keyword: "enum",
															params: { allowedValues: schema31.properties.images.items.properties.files.items.properties.facts.properties.compression.enum }
														};
														if (vErrors === null) vErrors = [err56];
														else vErrors.push(err56);
														errors++;
													}
												}
												if (data33.virtualMachine !== void 0) {
													if (typeof data33.virtualMachine !== "boolean") {
														const err57 = {
															instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/virtualMachine",
															schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/virtualMachine/type",
															keyword: "type",
															params: { type: "boolean" }
														};
														if (vErrors === null) vErrors = [err57];
														else vErrors.push(err57);
														errors++;
													}
												}
												if (data33.metadata !== void 0) {
													let data39 = data33.metadata;
													if (data39 && typeof data39 == "object" && !Array.isArray(data39)) {
														if (data39.architecture === void 0) {
															const err58 = {
																instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/metadata",
																schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/metadata/required",
																keyword: "required",
																params: { missingProperty: "architecture" }
															};
															if (vErrors === null) vErrors = [err58];
															else vErrors.push(err58);
															errors++;
														}
														if (data39.creationDate === void 0) {
															const err59 = {
																instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/metadata",
																schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/metadata/required",
																keyword: "required",
																params: { missingProperty: "creationDate" }
															};
															if (vErrors === null) vErrors = [err59];
															else vErrors.push(err59);
															errors++;
														}
														if (data39.architecture !== void 0) {
															if (typeof data39.architecture !== "string") {
																const err60 = {
																	instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/metadata/architecture",
																	schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/metadata/properties/architecture/type",
																	keyword: "type",
																	params: { type: "string" }
																};
																if (vErrors === null) vErrors = [err60];
																else vErrors.push(err60);
																errors++;
															}
														}
														if (data39.creationDate !== void 0) {
															let data41 = data39.creationDate;
															if (!(typeof data41 == "number" && !(data41 % 1) && !isNaN(data41) && isFinite(data41))) {
																const err61 = {
																	instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/metadata/creationDate",
																	schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/metadata/properties/creationDate/type",
																	keyword: "type",
																	params: { type: "integer" }
																};
																if (vErrors === null) vErrors = [err61];
																else vErrors.push(err61);
																errors++;
															}
															if (typeof data41 == "number" && isFinite(data41)) {
																if (data41 < 0 || isNaN(data41)) {
																	const err62 = {
																		instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/metadata/creationDate",
																		schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/metadata/properties/creationDate/minimum",
																		keyword: "minimum",
																		params: {
																			comparison: ">=",
																			limit: 0
																		}
																	};
																	if (vErrors === null) vErrors = [err62];
																	else vErrors.push(err62);
																	errors++;
																}
															}
														}
														if (data39.os !== void 0) {
															if (typeof data39.os !== "string") {
																const err63 = {
																	instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/metadata/os",
																	schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/metadata/properties/os/type",
																	keyword: "type",
																	params: { type: "string" }
																};
																if (vErrors === null) vErrors = [err63];
																else vErrors.push(err63);
																errors++;
															}
														}
														if (data39.release !== void 0) {
															if (typeof data39.release !== "string") {
																const err64 = {
																	instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/metadata/release",
																	schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/metadata/properties/release/type",
																	keyword: "type",
																	params: { type: "string" }
																};
																if (vErrors === null) vErrors = [err64];
																else vErrors.push(err64);
																errors++;
															}
														}
														if (data39.variant !== void 0) {
															if (typeof data39.variant !== "string") {
																const err65 = {
																	instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/metadata/variant",
																	schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/metadata/properties/variant/type",
																	keyword: "type",
																	params: { type: "string" }
																};
																if (vErrors === null) vErrors = [err65];
																else vErrors.push(err65);
																errors++;
															}
														}
														if (data39.description !== void 0) {
															if (typeof data39.description !== "string") {
																const err66 = {
																	instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/metadata/description",
																	schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/metadata/properties/description/type",
																	keyword: "type",
																	params: { type: "string" }
																};
																if (vErrors === null) vErrors = [err66];
																else vErrors.push(err66);
																errors++;
															}
														}
													} else {
														const err67 = {
															instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts/metadata",
															schemaPath: "#/properties/images/items/properties/files/items/properties/facts/properties/metadata/type",
															keyword: "type",
															params: { type: "object" }
														};
														if (vErrors === null) vErrors = [err67];
														else vErrors.push(err67);
														errors++;
													}
												}
											} else {
												const err68 = {
													instancePath: instancePath + "/images/" + i0 + "/files/" + i2 + "/facts",
													schemaPath: "#/properties/images/items/properties/files/items/properties/facts/type",
													keyword: "type",
													params: { type: "object" }
												};
												if (vErrors === null) vErrors = [err68];
												else vErrors.push(err68);
												errors++;
											}
										}
									} else {
										const err69 = {
											instancePath: instancePath + "/images/" + i0 + "/files/" + i2,
											schemaPath: "#/properties/images/items/properties/files/items/type",
											keyword: "type",
											params: { type: "object" }
										};
										if (vErrors === null) vErrors = [err69];
										else vErrors.push(err69);
										errors++;
									}
								}
							} else {
								const err70 = {
									instancePath: instancePath + "/images/" + i0 + "/files",
									schemaPath: "#/properties/images/items/properties/files/type",
									keyword: "type",
									params: { type: "array" }
								};
								if (vErrors === null) vErrors = [err70];
								else vErrors.push(err70);
								errors++;
							}
						}
					} else {
						const err71 = {
							instancePath: instancePath + "/images/" + i0,
							schemaPath: "#/properties/images/items/type",
							keyword: "type",
							params: { type: "object" }
						};
						if (vErrors === null) vErrors = [err71];
						else vErrors.push(err71);
						errors++;
					}
				}
			} else {
				const err72 = {
					instancePath: instancePath + "/images",
					schemaPath: "#/properties/images/type",
					keyword: "type",
					params: { type: "array" }
				};
				if (vErrors === null) vErrors = [err72];
				else vErrors.push(err72);
				errors++;
			}
		}
	} else {
		const err73 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		};
		if (vErrors === null) vErrors = [err73];
		else vErrors.push(err73);
		errors++;
	}
	validate20.errors = vErrors;
	return errors === 0;
}
validate20.evaluated = {
	"props": {
		"format": true,
		"run": true,
		"stage": true,
		"images": true
	},
	"dynamicProps": false,
	"dynamicItems": false
};
// src/core/schema/validate-staging.ts
function validateStaging(value, place) {
	return validated(value, isStaging, "a staging:1.0", place);
}
// src/core/staging-record.ts
function stagingPath(run, stage, form) {
	return joinPath("streams/v1/staged", run, `${stage}.${form}`);
}
function writeStagingRecord(record) {
	return serialise(record);
}
function parseStagingRecord(text, place) {
	return validateStaging(parseJsonText(text, place), place);
}
// src/app/merge-images.ts
function mergeImages(request, staged, now) {
	const groups = /* @__PURE__ */ new Map();
	const problems = [];
	for (const image of staged) {
		const plan = planOf$1(image, request, image.files);
		const serial = image.serial ?? serialOf(plan.created ?? now);
		const key = JSON.stringify([
			plan.contentId,
			plan.product,
			serial
		]);
		const first = groups.get(key);
		groups.set(key, first === void 0 ? image : join$1(first, image, problems));
	}
	if (problems.length > 0) throw new InputError("INPUT_INVALID", problems);
	return [...groups.values()];
}
function join$1(a, b, problems) {
	const differ = (what, first, second) => {
		problems.push(`${a.name} and ${b.name} stage one version, and say ${what} ${JSON.stringify(first)} and ${JSON.stringify(second)}; give both the same`);
	};
	return {
		...a,
		name: `${a.name} and ${b.name}`,
		serial: a.serial ?? b.serial,
		tags: joinTags(a.tags, b.tags, differ),
		files: [...a.files, ...b.files.filter((file) => !a.files.some((other) => isSame(file, other)))]
	};
}
function isSame(a, b) {
	return a.sha256 === b.sha256;
}
function joinTags(a, b, differ) {
	const one = (tag) => {
		if (a[tag] !== void 0 && b[tag] !== void 0 && a[tag] !== b[tag]) differ(tag, a[tag], b[tag]);
		return a[tag] ?? b[tag];
	};
	return {
		os: one("os"),
		release: one("release"),
		releaseTitle: one("releaseTitle"),
		osVersion: one("osVersion"),
		arch: one("arch"),
		variant: one("variant"),
		label: one("label"),
		subarch: one("subarch"),
		aliases: [.../* @__PURE__ */ new Set([...a.aliases, ...b.aliases])],
		requirements: joinTexts(a.requirements, b.requirements, differ),
		further: joinTexts(a.further, b.further, differ)
	};
}
function joinTexts(a, b, differ) {
	for (const [key, value] of Object.entries(a)) if (b[key] !== void 0 && b[key] !== value) differ(key, value, b[key]);
	return {
		...b,
		...a
	};
}
// src/app/staged-images.ts
async function readStagedImages(request, run, expect, ports) {
	ports.reporter.group("Images");
	const problems = [];
	const records = [];
	for (const stage of expect) {
		const record = await readRecord({
			run,
			stage
		}, ports, problems);
		if (record === void 0) continue;
		records.push(record);
		problems.push(...await goneFiles(ports, record));
		for (const { path, size, facts } of record.images.flatMap(({ files }) => files)) ports.reporter.info(`${stage}: ${path}: ${facts.kind}, ${size} bytes`);
	}
	if (problems.length > 0) throw new InputError("IMAGE_INVALID", problems);
	const staged = records.flatMap(({ stage, images }) => images.map((image) => named(stage, image)));
	const now = request.sourceDate ?? ports.clock.now();
	const images = mergeImages(request, staged, now).map((image) => {
		const files = image.files.map(storedFile);
		return imageOf(image, planOf$1(image, request, files), files, {
			sha256: ports.sha256,
			now
		});
	});
	const files = staged.flatMap((image) => image.files);
	return {
		images,
		places: new Map(files.map(({ sha256, stored }) => [sha256, stored]))
	};
}
async function readRecord(name, { store, signing }, problems) {
	const path = stagingPath(name.run, name.stage, signing === void 0 ? "json" : "sjson");
	const stored = await store.read(path, documentLimit);
	if (stored === void 0) {
		problems.push(`stage ${name.stage} of run ${name.run} has left no record in ${store.url} (${path}): its job failed, has not run, or ${signing === void 0 ? "signed its record, and no signing key is given here" : "did not sign its record"}; nothing is published`);
		return;
	}
	if (!isFresh(stored)) {
		problems.push(`the record of stage ${name.stage} of run ${name.run} is older than 24 hours, and its files may be reaped any time; run the job again`);
		return;
	}
	const record = parseStagingRecord(signing === void 0 ? new TextDecoder().decode(stored.bytes) : (await signing.verifier.clearsigned(stored.bytes, path)).text, path);
	if (record.run === name.run && record.stage === name.stage) return record;
	problems.push(`${path} is the record of stage ${record.stage} of run ${record.run}; run the job again`);
}
async function goneFiles({ store }, { stage, images }) {
	const problems = [];
	for (const { path, stored, size } of images.flatMap(({ files }) => files)) {
		const found = await store.stat(stored);
		if (found?.size !== size || !isFresh(found)) problems.push(gone(`${stage}: ${path}`, stored));
	}
	return problems;
}
function gone(path, stored) {
	return `${path} was staged at ${stored} and is not there any more, or is older than 24 hours; run the job that stages it again`;
}
function named(stage, image) {
	const files = image.files.map((file) => ({
		...file,
		path: `${stage}: ${file.path}`
	}));
	return {
		...image,
		name: image.name ?? stage,
		files
	};
}
function storedFile(file) {
	const { size, sha256 } = file;
	return {
		...file,
		parts: [{
			offset: 0,
			size,
			sha256
		}],
		read: () => {
			throw new InputError("IMAGE_INVALID", gone(file.path, file.stored));
		}
	};
}
// src/app/commit-staged.ts
async function commitStaged(request, { run, expect }, ports) {
	const { images, places } = await readStagedImages(request, run, expect, ports);
	return publishImages(request, images, ports, { places });
}
// src/app/stage-images.ts
async function stageImages(request, name, ports) {
	const { reporter, store, images } = ports;
	try {
		const read = await readImages(request, ports, store);
		warnOfExpiry(ports, []);
		reporter.group("Publish");
		const stage = openStage(ports);
		const staged = [];
		for (const image of read) staged.push(await stageImage(image, stage));
		const record = await putRecord(ports, name, staged);
		const files = staged.flatMap((image) => image.files);
		return {
			...name,
			root: store.url,
			record,
			files: files.map(({ path, stored, size, sha256 }) => {
				return {
					path,
					stored,
					size,
					uploaded: stage.stored(sha256) === "uploaded"
				};
			})
		};
	} finally {
		await images.close();
	}
}
async function stageImage(image, stage) {
	const { request, plan, derivedSerial } = image;
	const serial = request.serial ?? derivedSerial;
	const files = [];
	for (const file of image.files) {
		const item = image.items.find(({ source }) => source === file);
		if (item === void 0) continue;
		const toStage = {
			source: file,
			path: imagePath({
				...plan.place,
				serial,
				sha256: file.sha256,
				file: item.storedAs
			}),
			open: async () => file
		};
		await stage.store([toStage], /* @__PURE__ */ new Set());
		const { size, sha256, combined, md5, facts } = file;
		const stored = stage.place(toStage);
		files.push({
			path: file.path,
			stored,
			size,
			sha256,
			combined,
			md5,
			facts
		});
	}
	return {
		...request,
		files
	};
}
async function putRecord(ports, name, images) {
	const { store, signing } = ports;
	const text = writeStagingRecord({
		format: "staging:1.0",
		...name,
		images
	});
	const bytes = signing === void 0 ? new TextEncoder().encode(text) : await signing.signer.clearsign(text);
	const path = stagingPath(name.run, name.stage, signing === void 0 ? "json" : "sjson");
	const present = await store.read(path, documentLimit);
	const put = await store.replace(path, bytes, present?.revision, objectHeaders(path, "mutable"));
	if (put.outcome === "replaced") return path;
	throw new StoreError("STORE_FAILED", `the record ${path} in ${store.url} could not be written (${put.outcome}): another job of run ${name.run} may have the same stage-name; give each a name of its own, and run this one again`);
}
// src/faces/staging.ts
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
async function runCommitting(committing) {
	const { reading, cwd, environment, known } = committing;
	const run = readRunId(reading, environment);
	const expect = [...new Set(reading.list("expect", orWrong(parseStageWord)))];
	const root = readRoot$1(reading, cwd);
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
function readRunId(reading, environment) {
	const run = reading.text("run-id", orWrong(parseStageWord)) ?? environment.GITHUB_RUN_ID ?? environment.CI_PIPELINE_ID;
	if (run === void 0 && !reading.given.has("run-id")) reading.wrong("run-id", void 0, "neither it nor GITHUB_RUN_ID nor CI_PIPELINE_ID is given: say which jobs belong together");
	return run ?? "";
}
function renderStaged({ root, run, stage, record, files }) {
	const lines = files.map(({ path, stored, uploaded }) => `  ${uploaded ? "uploaded" : "present "}  ${path}  ${stored}`);
	return `${[
		`Staged ${stage} of run ${run} in ${root}; no reader sees it before it is committed`,
		...lines,
		`  record    ${record}`
	].join("\n")}\n`;
}
// src/app/unlist-edit.ts
function unlistEdit(request, root) {
	return (documents, _, head) => {
		const products = selectAll(documents, request, root);
		const gone = products.flatMap(({ selected }) => selected);
		const isNamed = request.product !== void 0 && request.serial !== void 0;
		if (!request.yes && !isNamed) refuseMostOfRoot(documents, gone);
		const taken = unlistVersions(documents, gone);
		const consumers = request.consumers ?? readersOfDocuments(documents);
		const findings = judge({
			...request,
			consumers
		}, documents, documentsAfter(documents, taken));
		return {
			outcome: {
				unlisted: gone.map((place) => unlistedVersion(place, request.reason ?? "taken back")),
				products: products.map(resolve$1),
				remarks: [...remarkOnEmpty(head, taken.removed), ...findings]
			},
			...taken,
			files: []
		};
	};
}
function resolve$1({ contentId, product, versions, selected }) {
	const serials = versions.map(({ serial }) => serial).sort(compareSerials);
	const gone = new Set(selected.map(({ serial }) => serial));
	const newest = serials.filter((serial) => !gone.has(serial)).at(-1);
	return {
		contentId,
		product,
		newest,
		changed: newest !== serials.at(-1)
	};
}
function remarkOnEmpty(head, removed) {
	return Object.keys(head?.index.index ?? {}).filter((name) => !removed.has(name)).length > 0 ? [] : ["the index lists nothing any more, and MAAS rejects such a source (MAAS-021)"];
}
// src/app/unlist.ts
async function unlist(request, ports) {
	const { reporter, store, signing } = ports;
	reporter.group("Root");
	const signer = signing === void 0 ? "unsigned" : `signing with ${signing.signer.fingerprint}`;
	reporter.info(`${store.url}, ${signer}`);
	const edit = rememberedEdit(unlistEdit(request, store.url));
	const onPlan = (edited) => reportPlan(request, reporter, edited);
	const committed = await commit(ports, {
		...request,
		adopt: false,
		onPlan
	}, edit);
	reporter.group("Result");
	return unlistReport(request, store.url, committed);
}
function reportPlan({ dryRun, reason }, reporter, { outcome }) {
	reporter.group("Plan");
	if (reason !== void 0) reporter.info(`reason: ${reason}`);
	for (const version of outcome.unlisted) reporter.info(describeUnlisted(version));
	for (const product of outcome.products) reporter.info(describeResolved(product));
	for (const remark of outcome.remarks) reporter.warning(remark);
	if (dryRun) reporter.info("dry run: nothing is written");
	else reporter.group("Publish");
}
function describeResolved({ product, newest, changed }) {
	if (newest === void 0) return printable(`${product} is listed no more, and clients do not find it`);
	const name = printable(`${product} ${newest}`);
	return changed ? `clients get ${name}, the version before` : `clients get ${name}, as they did`;
}
function unlistReport({ dryRun, reason }, root, { outcome, changed, generation, signed, behind, guarantee }) {
	const { unlisted, products, remarks } = outcome;
	return {
		changed,
		dryRun,
		root,
		generation,
		signed,
		reason,
		unlisted,
		products,
		followers: behind === void 0 ? "current" : "behind",
		store: guarantee,
		warnings: [...behind === void 0 ? [] : [behind.message], ...remarks]
	};
}
// src/faces/unlist-report.ts
const filesStay = "The files stay readable, for clients that saw the index before; prune removes them after the grace time.";
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
async function runUnlisting(unlisting) {
	const { reading, cwd, known } = unlisting;
	const root = readRoot$1(reading, cwd);
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
function parseListedSerial(text) {
	return /^[!-~]{1,256}$/.test(text) ? text : void 0;
}
export { renderFindings as A, factsOf as C, runChecking as D, escapedLine as E, ruleLink as M, checkFiles as N, wireFiles as O, listRows as S, escaped as T, renderCarried as _, renderStaged as a, listExitCode as b, renderRotation as c, figuresOf as d, renderPruned as f, promoted as g, planTable as h, describeResolved as i, subjectOf as j, effectOf as k, runRotatingKey as l, runPromoting as m, filesStay as n, runCommitting as o, runPruning as p, renderUnlist as r, runStaging as s, runUnlisting as t, runRollingForward as u, rolled as v, code as w, renderList as x, runListing as y };
