import { a as notice$1, c as startGroup, i as info, l as warning, n as endGroup, o as setOutput, r as error, s as setSecret, u as summary } from "./chunks/actions.mjs";
import { $ as readRequest, $n as isSimplestreamsError, A as planOutputs, D as listOutputs, E as checkOutputs, Gn as failureOf, Hn as formatSize, Kn as traceOf, M as publishOutputs, N as rotationOutputs, O as manyOutputs, P as unlistOutputs, T as checkOnlyOutputs, Un as withoutControls, Vn as lineReporter, Wn as abortOnSignals, X as readKeysAndReport, Xn as InputError, a as renderReport, c as reportsOf, dn as printable, ft as toJson, i as renderMany, j as pruneOutputs, k as outputsOf, l as runPublishing, mt as writeJsonFile, n as countsOf, qn as withoutSecrets, qt as describeExpiry, s as followersBehind, w as carryOutputs } from "./chunks/publish.mjs";
import { D as describeCounts, M as describePlace, N as severities, O as exitCodeOf, _ as readingOf, m as linesOf, p as readEnvironment, x as inputs, z as isWord } from "./chunks/inputs.mjs";
import { A as renderFindings, C as factsOf, D as runChecking, E as escapedLine, M as ruleLink, N as checkFiles, O as wireFiles, S as listRows, T as escaped, _ as renderCarried, a as renderStaged, b as listExitCode, c as renderRotation, d as figuresOf, f as renderPruned, g as promoted, h as planTable, i as describeResolved, j as subjectOf, k as effectOf, l as runRotatingKey, m as runPromoting, n as filesStay, o as runCommitting, p as runPruning, r as renderUnlist, s as runStaging, t as runUnlisting, u as runRollingForward, v as rolled, w as code, x as renderList, y as runListing } from "./chunks/unlisting.mjs";
import { t as readManyRoots } from "./chunks/many-roots.mjs";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
// src/faces/github/action-inputs.ts
const actionCommands = [
	"publish",
	"check",
	"list",
	"stage",
	"commit",
	"unlist",
	"prune",
	"rotate-key",
	"promote",
	"roll-forward"
];
const actionInputs = inputs.filter((input) => !input.flagOnly && actionCommands.some((command) => input.commands.includes(command))).map((input) => isWord(input) ? {
	...input,
	description: "What to do.",
	format: actionCommands.join(", ")
} : input);
function readActionInputs(environment) {
	const variables = readEnvironment(environment);
	const given = actionInputs.flatMap((input) => {
		const text = (environment[runnerVariableOf(input)] ?? "").trim();
		if (text === "") return [];
		return [[input.name, {
			as: input.name,
			texts: input.kind === "list" ? linesOf(text) : [text]
		}]];
	});
	return {
		values: new Map([...variables.values, ...given]),
		problems: variables.problems
	};
}
function withoutEffect(command, { values }) {
	return actionInputs.filter((input) => !isWord(input) && !input.commands.includes(command)).filter(({ name, default: usual }) => {
		const given = values.get(name);
		return given?.as === name && given.texts.join("\n") !== (usual ?? "");
	}).map(({ name }) => name);
}
function runnerVariableOf(input) {
	return `INPUT_${input.name.toUpperCase()}`;
}
// src/faces/github/harmless.ts
function forLog(text) {
	return withoutControls(text).replaceAll(/^(\s*:)(?=:)|##(?=\[)/gm, "$&​");
}
// src/faces/github/action-reporter.ts
function actionReporter() {
	let open = false;
	const end = () => {
		if (open) endGroup();
		open = false;
	};
	return {
		...lineReporter({
			write: (text) => process.stdout.write(forLog(text)),
			columns: void 0,
			now: () => performance.now()
		}, { quiet: false }),
		group: (title) => {
			end();
			startGroup(title);
			open = true;
		},
		warning: (message) => warning(message),
		end
	};
}
// src/faces/github/artifact.ts
const refused = /["*/:<>?\\|\p{Cc}]/u;
function parseArtifactName(text, wrong) {
	return text.length <= 128 && !refused.test(text) ? text : wrong();
}
async function uploadTexts(name, texts, environment) {
	const missing = whyNoService(environment);
	if (missing !== void 0) throw new Error(missing);
	const folder = await mkdtemp(join(environment.RUNNER_TEMP || tmpdir(), "simplestreams-"));
	try {
		const files = Object.keys(texts).map((file) => join(folder, file));
		for (const [file, text] of Object.entries(texts)) await writeFile(join(folder, file), text);
		const { DefaultArtifactClient } = await import("./chunks/artifact.mjs");
		await new DefaultArtifactClient().uploadArtifact(name, files, folder);
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
function whyNoService(environment) {
	const { GITHUB_SERVER_URL: server = "https://github.com" } = environment;
	const { hostname } = new URL(URL.canParse(server) ? server : "https://github.com");
	if (!/(^github\.com|\.ghe\.com|\.localhost)$/i.test(hostname)) return `${server} has no service for artifacts of this kind; write the report to a file with the input report, and upload that with the action that there is for it`;
	const unset = ["ACTIONS_RUNTIME_TOKEN", "ACTIONS_RESULTS_URL"].filter((variable) => (environment[variable] ?? "") === "");
	return unset.length === 0 ? void 0 : `this runner has no service for artifacts: ${unset.join(" and ")} not set`;
}
// src/faces/github/check-summary.ts
const longest = 200;
function checkSummary(report, project) {
	const { findings, consumers, remarks } = report;
	const rows = findings.slice(0, longest).map((finding) => rowOf$1(finding, project));
	const rest = findings.length - rows.length;
	return `${[
		`### Found ${describeCounts(report)} in ${code(subjectOf(report))}`,
		`For ${consumers.map(escapedLine).join(", ")}`,
		...rows.length === 0 ? [] : [[...tableHead, ...rows].join("\n")],
		...rest > 0 ? [`… and ${rest} more, in the output \`report\``] : [],
		...remarks.map((remark) => `> [!NOTE]\n> ${escapedLine(remark)}`)
	].join("\n\n")}\n`;
}
const tableHead = ["| Rule | | Where | What | Fix |", "| --- | --- | --- | --- | --- |"];
function rowOf$1(finding, project) {
	const { code: rule, severity, allowed, place, message, fix } = finding;
	return `| ${[
		project === void 0 ? rule : `[${rule}](${ruleLink(rule, project)})`,
		allowed ? `${severity}, allowed` : severity,
		code(describePlace(place).replaceAll(/\s+/g, " ")),
		`${escapedLine(message)}<br>${escapedLine(effectOf(finding))}`,
		escapedLine(fix)
	].join(" | ")} |`;
}
// src/faces/github/check.ts
async function runCheck(step) {
	const project = projectUrl(step.environment);
	const { report, settings } = await runChecking({
		...step,
		project
	});
	return {
		json: report,
		outputs: checkOutputs(report),
		text: renderFindings(report),
		summary: checkSummary(report, project),
		annotations: report.findings.filter(({ allowed }) => !allowed).map(findingAnnotation),
		exitCode: exitCodeOf(report, settings.failOn)
	};
}
function findingAnnotation(finding) {
	const { severity, code, place, message, fix } = finding;
	return {
		severity,
		title: `${code} ${describePlace(place)}`,
		message: `${message}\n${effectOf(finding)}\nFix: ${fix}`
	};
}
function projectUrl(environment) {
	const { GITHUB_SERVER_URL: server = "", GITHUB_ACTION_REPOSITORY: repository = "", GITHUB_ACTION_REF: ref = "" } = environment;
	if (server === "" || repository === "" || ref === "") return void 0;
	return `${server}/${repository}/blob/${ref}`;
}
// src/faces/github/check-only.ts
const ofTheRoot = [
	"root",
	"endpoint",
	"region",
	"expected-bucket-owner",
	"signing-key",
	"signing-key-passphrase",
	"trusted-keys",
	"adopt"
];
const anyRoot = {
	as: "root",
	texts: ["s3://not-opened"]
};
function withoutRoot({ values, problems }) {
	const rest = [...values].filter(([name]) => !ofTheRoot.includes(name));
	const kept = new Map(rest);
	if (values.has("root") || !values.has("images")) kept.set("root", anyRoot);
	return {
		values: kept,
		problems
	};
}
async function runCheckOnly(step, why) {
	const told = `Nothing is signed or published: ${why}. Files are checked.`;
	step.reporter.info(told);
	const { requests, skipped } = await readRequests(step);
	const checked = [];
	for (const { root, request } of requests) checked.push({
		root,
		report: await checkFiles(request, wireFiles(step))
	});
	const reports = checked.map(({ report }) => report);
	const project = projectUrl(step.environment);
	return {
		json: jsonOf(checked, skipped, why),
		outputs: checkOnlyOutputs(reports),
		text: `${told}\n\n${reports.map(renderFindings).join("\n")}`,
		summary: [
			`## Checked, not published\n\n${escaped(told)}`,
			...skipped.map((name) => `Left out, since none of its files is there: ${escaped(name)}`),
			...checked.map((each) => rootSummary(each, project))
		].join("\n\n"),
		annotations: [notice(told), ...reports.flatMap(({ findings }) => findings).filter(({ allowed }) => !allowed).map(findingAnnotation)],
		exitCode: Math.max(0, ...reports.map((report) => exitCodeOf(report, "error")))
	};
}
async function readRequests({ reading, cwd, environment }) {
	const surroundings = {
		cwd,
		sourceDateEpoch: environment.SOURCE_DATE_EPOCH
	};
	if (reading.given.has("images")) {
		const { roots, skipped } = await readManyRoots(reading, surroundings, environment);
		return {
			requests: roots.map(({ root, request }) => ({
				root: roots.length > 1 ? nameOf(root) : void 0,
				request
			})),
			skipped
		};
	}
	const request = await readRequest(reading, surroundings);
	readKeysAndReport(reading, cwd);
	if (reading.problems.length > 0) throw new InputError("INPUT_INVALID", reading.problems);
	return {
		requests: reading.given.has("files") ? [{
			root: void 0,
			request
		}] : [],
		skipped: []
	};
}
function nameOf(root) {
	return root.kind === "folder" ? root.folder : `s3://${root.bucket}/${root.prefix}`;
}
function jsonOf(checked, skipped, why) {
	const [only, ...more] = checked;
	return {
		changed: false,
		outcome: "checked",
		why,
		skipped,
		...only !== void 0 && more.length === 0 ? only.report : { roots: checked.map(({ root, report }) => ({
			...report,
			root
		})) }
	};
}
function rootSummary({ root, report }, project) {
	return `${root === void 0 ? "" : `## ${code(root)}\n\n`}${checkSummary(report, project)}`;
}
function notice(message) {
	return {
		severity: "note",
		title: "Checked, not published",
		message
	};
}
// src/faces/github/shown-rows.ts
const most$1 = 1e3;
function shownRows(rows) {
	const more = rows.length - most$1;
	return more > 0 ? [...rows.slice(0, most$1), `| … and ${more} more, in the output \`report\` |`] : rows;
}
// src/faces/github/list-summary.ts
function listSummary(report) {
	const rows = listRows(report);
	const facts = factsOf(report).map(({ name, text }) => `| ${name} | ${escapedLine(text)} |`);
	return `${[
		`### ${code(report.root)}`,
		...rows.length === 0 ? ["Nothing is listed"] : [table(rows)],
		[
			"| | |",
			"| --- | --- |",
			...facts
		].join("\n")
	].join("\n\n")}\n`;
}
function table(rows) {
	return [
		"| Product | Version | Size | Age | Read by | Aliases |",
		"| --- | --- | ---: | ---: | --- | --- |",
		...shownRows(rows.map(rowOf))
	].join("\n");
}
function rowOf({ product, version, size, age, readBy, aliases }) {
	return `| ${[
		product === "" ? "" : code(product.replaceAll(/\s+/g, " ")),
		code(version.replaceAll(/\s+/g, " ")),
		size,
		age,
		readBy,
		escapedLine(aliases.join(", "))
	].join(" | ")} |`;
}
// src/faces/github/list.ts
const width = 120;
async function runList(step) {
	const report = await runListing(step);
	const annotations = report.problems.findings.map(({ severity, code, message, fix }) => ({
		severity,
		title: code,
		message: `${message}\nFix: ${fix}`
	}));
	return {
		json: report,
		outputs: listOutputs(report),
		text: renderList(report, width),
		summary: listSummary(report),
		annotations,
		exitCode: listExitCode(report)
	};
}
// src/faces/github/origin.ts
function whyOnlyCheck(environment) {
	const { GITHUB_EVENT_NAME: event = "", GITHUB_EVENT_PATH: path = "" } = environment;
	const isPull = event.startsWith("pull_request");
	if (!isPull && event !== "workflow_run") return void 0;
	if (isPull && environment.GITHUB_ACTOR === "dependabot[bot]") return "this is a pull request of Dependabot, for which GitHub has no secrets";
	const payload = readPayload(path);
	const { head, base } = isPull ? pullRequest(payload) : workflowRun(payload);
	if (head === void 0 || base === void 0) return `nothing tells where the code of this ${event} comes from, so it counts as a fork`;
	return head === base ? void 0 : `the code is of a fork, ${head}`;
}
function pullRequest(payload) {
	const pull = keyOf(payload, "pull_request");
	const repository = (end) => textOf(keyOf(keyOf(keyOf(pull, end), "repo"), "full_name"));
	return {
		head: repository("head"),
		base: repository("base")
	};
}
function workflowRun(payload) {
	const run = keyOf(payload, "workflow_run");
	const nameOf = (of) => textOf(keyOf(of, "full_name"));
	return {
		head: nameOf(keyOf(run, "head_repository")),
		base: nameOf(keyOf(payload, "repository"))
	};
}
function readPayload(path) {
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch {
		return;
	}
}
function keyOf(value, key) {
	return typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : void 0;
}
function textOf(value) {
	return typeof value === "string" && value !== "" ? value : void 0;
}
// src/faces/github/carry-summary.ts
function carrySummary(report, verbs) {
	const verb = verbs[report.dryRun ? 1 : 0];
	const from = report.from === report.root ? "" : `From ${code(report.from)}. `;
	const signed = report.signed ? "signed" : "unsigned";
	return `${[
		...report.versions.map((version) => versionSection(version, verb)),
		`${from}Root ${code(report.root)}, generation ${report.generation}, ${signed}`,
		...report.warnings.map((warning) => `> [!WARNING]\n> ${escaped(warning)}`)
	].join("\n\n")}\n`;
}
function versionSection(version, verb) {
	const { product, serial, from, isNew, changed, items } = version;
	const title = `${code(product)} ${code(serial)}`;
	if (!isNew) return `### Nothing to list: ${title} has these files already${changed ? "; its tags change" : ""}`;
	const rows = items.map((item) => `| ${code(item.name)} | ${item.stored} | ${formatSize(item.size)} | ${code(item.sha256)} |`);
	return [
		`### ${verb} ${code(from.product)} ${code(from.serial)} as ${title}`,
		"",
		"| Item | | Size | SHA-256 |",
		"| --- | --- | ---: | --- |",
		...rows
	].join("\n");
}
// src/faces/github/promote.ts
async function runPromote(step) {
	const { kind, report } = await runPromoting(step);
	if (kind === "planned") {
		const table = planTable(report.plan);
		return {
			json: report,
			outputs: planOutputs(report),
			text: table,
			summary: table,
			annotations: [],
			exitCode: 0
		};
	}
	const error = followersBehind(report);
	return {
		json: report,
		outputs: carryOutputs(report, "promoted"),
		text: renderCarried(report, promoted),
		summary: carrySummary(report, promoted),
		annotations: [],
		error,
		exitCode: error?.exitCode ?? 0
	};
}
// src/faces/github/summary.ts
function summaryOf(report) {
	return `${[
		...report.published.map((image) => imageSection(image, report)),
		unlistedSection(report.unlisted, report.dryRun),
		rootLine(report),
		clientsSection(report),
		...report.warnings.map((warning) => `> [!WARNING]\n> ${escaped(warning)}`)
	].filter((section) => section !== "").join("\n\n")}\n`;
}
function stageSummary({ run, stage, root, files }) {
	const rows = files.map(({ path, size, stored }) => `| ${code(path)} | ${formatSize(size)} | ${code(stored)} |`);
	return `${[
		`### Staged ${code(stage)} of run ${code(run)} in ${code(root)}`,
		"",
		"| File | Size | Stored |",
		"| --- | ---: | --- |",
		...rows
	].join("\n")}\n`;
}
function failureSummary(title, message) {
	return `### ${title}\n\n${escaped(message).replaceAll("\n", "\n\n")}\n`;
}
function imageSection(image, { dryRun }) {
	const verb = dryRun ? "Would publish" : "Published";
	const title = `${code(image.product)} ${code(image.serial)}`;
	if (!image.changed) return `### Nothing to do: ${title} is published already`;
	const rows = image.items.map((item) => `| ${code(item.name)} | ${item.stored} | ${formatSize(item.size)} | ${code(item.sha256)} |`);
	return [
		`### ${verb} ${title}`,
		"",
		"| Item | | Size | SHA-256 |",
		"| --- | --- | ---: | --- |",
		...rows
	].join("\n");
}
function unlistedSection(unlisted, dryRun) {
	if (unlisted.length === 0) return "";
	const rows = unlisted.map(({ product, serial, files, bytes, why }) => `| ${code(product)} | ${code(serial)} | ${files} | ${formatSize(bytes)} | ${escapedLine(why)} |`);
	return [
		`### ${dryRun ? "Would unlist" : "Unlisted"}`,
		"",
		"| Product | Version | Files | Size | Why |",
		"| --- | --- | ---: | ---: | --- |",
		...shownRows(rows)
	].join("\n");
}
function rootLine({ root, generation, signed, indexUrl }) {
	const index = indexUrl === void 0 ? "" : `, index ${code(indexUrl)}`;
	return `Root ${code(root)}, generation ${generation}, ${signed ? "signed" : "unsigned"}${index}`;
}
function clientsSection({ clients }) {
	return clients.length === 0 ? "" : [
		"For clients:",
		"",
		"```sh",
		...clients,
		"```"
	].join("\n");
}
// src/faces/github/prune.ts
async function runPrune(step) {
	const report = await runPruning(step);
	const error = followersBehind(report);
	return {
		json: report,
		outputs: pruneOutputs(report),
		text: renderPruned(report),
		summary: pruneSummary(report),
		annotations: [],
		error,
		exitCode: error?.exitCode ?? 0
	};
}
function pruneSummary(report) {
	const { root, dryRun, unlisted, reaped, warnings, held } = report;
	const remarks = held === void 0 ? warnings : [...warnings, held];
	return `${[
		`### ${dryRun ? "Would prune" : "Pruned"} ${code(root)}`,
		unlistedSection(unlisted, dryRun),
		reapedTable(reaped),
		figuresOf(report).map(escaped).join("  \n"),
		...remarks.map((remark) => `> [!WARNING]\n> ${escaped(remark)}`)
	].filter((section) => section !== "").join("\n\n")}\n`;
}
function reapedTable(reaped) {
	if (reaped.length === 0) return "";
	return [
		"| Reaped | Size |",
		"| --- | ---: |",
		...shownRows(reaped.map(({ path, size }) => `| ${code(path)} | ${formatSize(size)} |`))
	].join("\n");
}
// src/faces/github/many-summary.ts
function manySummary(report) {
	const { roots, skipped } = report;
	const counts = countsOf(report);
	const title = `### ${counts.slice(0, 1).toUpperCase()}${counts.slice(1)}, in ${roots.length} ${roots.length === 1 ? "root" : "roots"}`;
	const left = skipped.map((name) => `- ${escapedLine(name)}`);
	return `${[
		left.length === 0 ? title : `${title}, ${left.length} left out`,
		...left.length === 0 ? [] : [[
			"These were left out, since none of their files is there:",
			"",
			...left
		].join("\n")],
		...roots.map((root) => `## ${code(root.root)}: ${countsOf(root)}\n\n${summaryOf(root)}`)
	].join("\n\n")}\n`;
}
// src/faces/github/publish.ts
async function runPublish(step) {
	const published = await runPublishing(step);
	const error = followersBehind(...reportsOf(published));
	return {
		json: published.report,
		...tell$1(published),
		annotations: [],
		error,
		exitCode: error?.exitCode ?? 0
	};
}
function tell$1(published) {
	const { kind, report } = published;
	return kind === "many" ? {
		outputs: manyOutputs(report),
		text: renderMany(report),
		summary: manySummary(report)
	} : {
		outputs: publishOutputs(report),
		text: renderReport(report),
		summary: summaryOf(report)
	};
}
// src/faces/github/roll-forward.ts
async function runRollForward(step) {
	const report = await runRollingForward(step);
	const error = followersBehind(report);
	return {
		json: report,
		outputs: carryOutputs(report, "rolled-forward"),
		text: renderCarried(report, rolled),
		summary: carrySummary(report, rolled),
		annotations: [],
		error,
		exitCode: error?.exitCode ?? 0
	};
}
// src/faces/github/rotate-key.ts
async function runRotateKey(step) {
	const report = await runRotatingKey(step);
	const error = followersBehind(report);
	const now = /* @__PURE__ */ new Date();
	return {
		json: report,
		outputs: rotationOutputs(report),
		text: renderRotation(report, now),
		summary: rotationSummary(report, now),
		annotations: [],
		error,
		exitCode: error?.exitCode ?? 0
	};
}
function rotationSummary(report, now) {
	const { root, ring, signedBy, generation, next, warnings, changed, dryRun } = report;
	const rows = ring.map((key) => {
		const signs = key.fingerprint === signedBy ? "signs the root" : "";
		const who = key.userId === void 0 ? "" : code(printable(key.userId));
		return `| ${code(key.fingerprint)} | ${who} | ${describeExpiry(key, now)} | ${signs} |`;
	});
	return `${[
		`### ${changed ? `${dryRun ? "Would change" : "Changed"} the keys` : "The keys stand"} of ${code(root)}`,
		[
			"| Key | Whose | Expiry | |",
			"| --- | --- | --- | --- |",
			...rows
		].join("\n"),
		`Generation ${generation}`,
		...next === void 0 ? [] : [`Next: ${escaped(next)}`],
		...warnings.map((warning) => `> [!WARNING]\n> ${escaped(warning)}`)
	].join("\n\n")}\n`;
}
// src/faces/github/stage.ts
async function runStage(step) {
	const report = await runStaging(step);
	return {
		json: report,
		outputs: {},
		text: renderStaged(report),
		summary: stageSummary(report),
		annotations: [],
		exitCode: 0
	};
}
async function runCommit(step) {
	const report = await runCommitting(step);
	const error = followersBehind(report);
	return {
		json: report,
		outputs: publishOutputs(report),
		text: renderReport(report),
		summary: summaryOf(report),
		annotations: [],
		error,
		exitCode: error?.exitCode ?? 0
	};
}
// src/faces/github/annotate.ts
const most = 10;
const commands = {
	error,
	warning,
	note: notice$1
};
function annotate(annotations) {
	for (const severity of severities) {
		const all = annotations.filter((annotation) => annotation.severity === severity);
		const shown = all.length > most ? all.slice(0, 9) : all;
		for (const { title, message } of shown) commands[severity](message, { title: printable(title) });
		const rest = all.length - shown.length;
		if (rest > 0) commands[severity]("All of them are in the summary of the job.", { title: `${rest} more ${severity}s` });
	}
}
// src/faces/github/tell.ts
async function tell(ended, secrets, to) {
	const { error: error$1 } = ended;
	const failure = error$1 === void 0 ? void 0 : failureOf(error$1);
	const message = withoutSecrets(failure?.message ?? "", secrets);
	const json = failure === void 0 ? ended.json : {
		...ended.json,
		error: {
			...failure,
			message
		}
	};
	for (const [name, value] of outputsOf(ended.outputs, json)) setOutput(name, value);
	if (to.reportPath !== void 0) writeReport(to.reportPath, to.cwd, json);
	if (ended.text !== "") info(forLog(ended.text));
	await summarise(ended.summary, to.environment);
	annotate(ended.annotations);
	if (failure !== void 0) {
		error(message, { title: failure.code === "BUG" ? "A bug in simplestreams-action" : failure.code });
		if (failure.code === "BUG") info(forLog(withoutSecrets(traceOf(error$1), secrets)));
	}
	if (to.artifact !== void 0) await upload(to.artifact, {
		...ended,
		json
	}, to.environment);
}
function writeReport(path, cwd, json) {
	try {
		writeJsonFile(path, cwd, json);
	} catch (error) {
		warning(`the report could not be written: ${error instanceof Error ? error.message : error}`);
	}
}
async function upload(name, { json, summary, text }, environment) {
	const plan = "dryRun" in json && json.dryRun === true && text !== "" ? { "plan.txt": text } : {};
	try {
		const texts = {
			"report.json": toJson(json),
			"summary.md": summary,
			...plan
		};
		startGroup("Artifact");
		await uploadTexts(name, texts, environment);
		endGroup();
	} catch (error) {
		endGroup();
		warning(`the artifact could not be uploaded: ${error instanceof Error ? error.message : error}`);
	}
}
async function summarise(text, { GITHUB_STEP_SUMMARY: path = "" }) {
	if (path === "") return;
	try {
		await summary.addRaw(text).write();
	} catch (error) {
		warning(`the job summary could not be written: ${error instanceof Error ? error.message : error}`);
	}
}
// src/faces/github/unlist.ts
async function runUnlist(step) {
	const report = await runUnlisting(step);
	const error = followersBehind(report);
	return {
		json: report,
		outputs: unlistOutputs(report),
		text: renderUnlist(report),
		summary: unlistSummary(report),
		annotations: [],
		error,
		exitCode: error?.exitCode ?? 0
	};
}
function unlistSummary(report) {
	const { root, generation, signed, dryRun, unlisted, products, reason, warnings } = report;
	return `${[
		unlistedSection(unlisted, dryRun),
		...reason === void 0 ? [] : [`Reason: ${escapedLine(reason)}`],
		products.map((product) => `- ${escapedLine(describeResolved(product))}`).join("\n"),
		filesStay,
		`Root ${code(root)}, generation ${generation}, ${signed ? "signed" : "unsigned"}`,
		...warnings.map((warning) => `> [!WARNING]\n> ${escaped(warning)}`)
	].join("\n\n")}\n`;
}
// src/faces/github/run-action.ts
const done = {
	publish: "published",
	check: "checked",
	list: "listed",
	stage: "staged",
	commit: "published",
	unlist: "taken back",
	prune: "pruned",
	"rotate-key": "changed",
	promote: "promoted",
	"roll-forward": "rolled forward"
};
async function runAction(environment, cwd) {
	const given = readActionInputs(environment);
	const secrets = secretsOf(given.values);
	for (const secret of secrets) for (const line of secret.split(/\r?\n/)) if (line !== "") setSecret(line);
	const { signal, release } = abortOnSignals();
	const reporter = actionReporter();
	const known = /* @__PURE__ */ new Map();
	const command = commandOf(given);
	for (const name of command === void 0 ? [] : withoutEffect(command, given)) reporter.warning(`${name} is no input of ${command}, and has no effect`);
	const ended = await run(command, given, {
		cwd,
		environment,
		reporter,
		signal,
		known
	}).catch((thrown) => {
		return failed(signal.aborted && !isSimplestreamsError(thrown) ? signal.reason : thrown, command, known, secrets);
	});
	release();
	reporter.end();
	await tell(ended, secrets, {
		environment,
		cwd,
		reportPath: given.values.get("report")?.texts[0],
		artifact: artifactOf(given.values)
	});
	return ended.exitCode;
}
function run(command, given, surroundings) {
	const why = command === "check" || command === "list" ? void 0 : whyOnlyCheck(surroundings.environment);
	const usable = why === void 0 ? given : withoutRoot(given);
	const reading = readingOf(usable, command, ({ name }) => name);
	reading.text("artifact", parseArtifactName);
	const step = {
		...surroundings,
		reading
	};
	if (command !== void 0 && why !== void 0) return runCheckOnly(step, why);
	switch (command) {
		case "publish": return runPublish(step);
		case "check": return runCheck(step);
		case "list": return runList(step);
		case "stage": return runStage(step);
		case "commit": return runCommit(step);
		case "unlist": return runUnlist(step);
		case "prune": return runPrune(step);
		case "rotate-key": return runRotateKey(step);
		case "promote": return runPromote(step);
		case "roll-forward": return runRollForward(step);
		case void 0:
			reading.wrong("command", given.values.get("command")?.texts[0], `expected ${actionCommands.join(", ")}`);
			return Promise.reject(new InputError("INPUT_INVALID", reading.problems));
	}
}
function commandOf({ values }) {
	const [text = "publish"] = values.get("command")?.texts ?? [];
	return actionCommands.find((command) => command === text);
}
function failed(error, command, known, secrets) {
	const { exitCode, message } = failureOf(error);
	const safe = withoutSecrets(message, secrets);
	return {
		json: Object.fromEntries(known),
		outputs: {},
		text: "",
		summary: failureSummary(howFar(command, known), safe),
		annotations: [],
		error,
		exitCode
	};
}
function howFar(command, known) {
	const what = command === void 0 ? "done" : done[command];
	const roots = known.get("roots");
	if (Array.isArray(roots) && roots.length > 0) return `${roots.length} of the roots were ${what}, and then it failed`;
	const reaped = known.get("reaped");
	return known.get("changed") === true || Array.isArray(reaped) && reaped.length > 0 ? `A part was ${what}, and then it failed` : `Nothing was ${what}`;
}
function artifactOf(values) {
	const [text] = values.get("artifact")?.texts ?? [];
	return text === void 0 ? void 0 : parseArtifactName(text, () => void 0);
}
function secretsOf(values) {
	return ["signing-key", "signing-key-passphrase"].flatMap((name) => values.get(name)?.texts ?? []);
}
// src/faces/github/main.ts
process.exitCode = await runAction(process.env, process.cwd());
export {};
