import { D as InputError, j as isSimplestreamsError } from "./core.mjs";
import { $ as parseLine, B as planOutputs, C as rolled, E as renderList, F as checkOutputs, G as runChecking, H as publishOutputs, I as listOutputs, J as renderFindings, L as manyOutputs, N as carryOutputs, R as outputs, S as renderCarried, T as listExitCode, U as rotationOutputs, V as pruneOutputs, W as unlistOutputs, _ as renderMany, a as runCommitting, b as planTable, c as runRotatingKey, ct as failureOf, d as renderPruned, et as toJson, f as runPruning, h as runPublishing, i as renderStaged, it as lineReporter, l as runRollingForward, lt as traceOf, m as reportsOf, nt as writeJsonFile, o as runStaging, ot as withoutControls, p as followersBehind, r as renderUnlist, rt as writeTextFile, s as renderRotation, st as abortOnSignals, t as runUnlisting, tt as unfitTarget, ut as withoutSecrets, v as renderReport, w as runListing, x as promoted, y as runPromoting } from "./unlisting.mjs";
import { p as exitCodeOf } from "./version.mjs";
// src/faces/cli/check.ts
/** `simplestreams check`. */
async function runCheck(execution) {
	const { reading } = execution.line;
	const { report, settings } = await runChecking({
		...execution,
		reading,
		project: void 0
	});
	const exitCode = exitCodeOf(report, settings.failOn);
	return {
		json: report,
		outputs: checkOutputs(report),
		text: renderFindings(report),
		exitCode
	};
}
// src/faces/cli/dotenv.ts
/**
* Not the prefix of our inputs: GitLab puts what a job hands on over the variables of later jobs, where the serial of
* one image would become the input `serial` of the next.
*/
const prefix = "STREAMS_";
/** The name of an output in a dotenv file; `undefined` for the report, which has no room in one (5 KiB). */
function dotenvNameOf(name) {
	return name === "report" ? void 0 : prefix + name.toUpperCase().replaceAll("-", "_");
}
/** Among the problems of `reading`: a file that cannot be written. */
function checkDotenv(reading, cwd) {
	reading.text("dotenv", (path, wrong) => {
		const why = unfitTarget(path, cwd);
		return why === void 0 ? path : wrong(why);
	});
}
/**
* The outputs that a run knows, for `artifacts: reports: dotenv`; an empty file when it knows none.
* GitLab reads `NAME=value` up to the end of the line, without quotes, comments and empty lines; in the job that gets
* the variable, `$` begins the name of another one, and `$$` is a `$`.
*/
function writeDotenv(path, cwd, values) {
	const lines = outputs.flatMap(({ name }) => {
		const [as, value] = [dotenvNameOf(name), values[name]];
		if (as === void 0 || value === void 0) return [];
		if (/[\r\n]/.test(value)) throw new Error(`the output ${name} has more than one line`);
		return [`${as}=${value.replaceAll("$", "$$$$")}\n`];
	});
	writeTextFile(path, cwd, lines.join(""));
}
// src/faces/keygen-request.ts
/** @throws InputError INPUT_INVALID naming everything that is wrong */
function readKeygen(reading) {
	const userId = reading.text("user-id", parseLine);
	const out = reading.text("out", (path) => path);
	const passphrase = reading.secret("signing-key-passphrase");
	if (reading.problems.length > 0 || userId === void 0 || out === void 0) throw new InputError("INPUT_INVALID", reading.problems);
	return {
		userId,
		out,
		passphrase
	};
}
// src/faces/cli/keygen.ts
/** `simplestreams keygen`. */
async function runKeygen({ line }) {
	const settings = readKeygen(line.reading);
	const { keygen } = await import("./key-files.mjs");
	const made = await keygen({
		...settings,
		now: /* @__PURE__ */ new Date()
	});
	return {
		json: made,
		outputs: {},
		text: `${[
			`Private key  ${made.privateKey}   keep it secret; give it as SIMPLESTREAMS_SIGNING_KEY_FILE`,
			`Public key   ${made.publicKey}`,
			`Revocation   ${made.revocation}   keep it apart from the key: it declares the key void, also when that is lost`,
			`Fingerprint  ${made.fingerprint}`
		].join("\n")}\n`,
		exitCode: 0
	};
}
// src/faces/cli/list.ts
/** `simplestreams list`. */
async function runList(execution) {
	const report = await runListing({
		...execution,
		reading: execution.line.reading
	});
	return {
		json: report,
		outputs: listOutputs(report),
		text: renderList(report, widthOf(process.stdout.columns)),
		exitCode: listExitCode(report)
	};
}
/** Of the terminal, within what a table can be read in; a file or a log has none. */
function widthOf(columns) {
	return Math.min(Math.max(columns ?? 120, 80), 120);
}
// src/faces/cli/promote.ts
/** `simplestreams promote`. */
async function runPromote(execution) {
	const { kind, report } = await runPromoting({
		...execution,
		reading: execution.line.reading
	});
	if (kind === "planned") return {
		json: report,
		outputs: planOutputs(report),
		text: planTable(report.plan),
		exitCode: 0
	};
	for (const warning of report.warnings) execution.reporter.warning(warning);
	const exitCode = followersBehind(report)?.exitCode ?? 0;
	return {
		json: report,
		outputs: carryOutputs(report, "promoted"),
		text: renderCarried(report, promoted),
		exitCode
	};
}
// src/faces/cli/prune.ts
/** `simplestreams prune`. */
async function runPrune(execution) {
	const report = await runPruning({
		...execution,
		reading: execution.line.reading
	});
	for (const warning of report.warnings) execution.reporter.warning(warning);
	const exitCode = followersBehind(report)?.exitCode ?? 0;
	return {
		json: report,
		outputs: pruneOutputs(report),
		text: renderPruned(report),
		exitCode
	};
}
// src/faces/cli/publish.ts
/** `simplestreams publish`. */
async function runPublish(execution) {
	const published = await runPublishing({
		...execution,
		reading: execution.line.reading
	});
	const reports = reportsOf(published);
	for (const { warnings } of reports) for (const warning of warnings) execution.reporter.warning(warning);
	const exitCode = followersBehind(...reports)?.exitCode ?? 0;
	return {
		json: published.report,
		...tell(published),
		exitCode
	};
}
function tell(published) {
	return published.kind === "many" ? {
		outputs: manyOutputs(published.report),
		text: renderMany(published.report)
	} : {
		outputs: publishOutputs(published.report),
		text: renderReport(published.report)
	};
}
// src/faces/cli/roll-forward.ts
/** `simplestreams roll-forward`. */
async function runRollForward(execution) {
	const report = await runRollingForward({
		...execution,
		reading: execution.line.reading
	});
	for (const warning of report.warnings) execution.reporter.warning(warning);
	const exitCode = followersBehind(report)?.exitCode ?? 0;
	return {
		json: report,
		outputs: carryOutputs(report, "rolled-forward"),
		text: renderCarried(report, rolled),
		exitCode
	};
}
// src/faces/cli/rotate-key.ts
/** `simplestreams rotate-key`. */
async function runRotateKey(execution) {
	const report = await runRotatingKey({
		...execution,
		reading: execution.line.reading
	});
	for (const warning of report.warnings) execution.reporter.warning(warning);
	return {
		json: report,
		outputs: rotationOutputs(report),
		text: renderRotation(report, /* @__PURE__ */ new Date()),
		exitCode: followersBehind(report)?.exitCode ?? 0
	};
}
// src/faces/cli/section-reporter.ts
const clearLine = "\x1B[0K";
/**
* The story with a section for each group, as the log of a GitLab job folds them (docs.gitlab.com/ci/jobs/job_logs,
* "Custom collapsible sections"). They begin unfolded: a warning must not be hidden.
* @param seconds since 1970-01-01 00:00:00 UTC
*/
function sectionReporter(output, options, seconds) {
	const lines = lineReporter(output, options);
	let open;
	const mark = (what, name) => `${clearLine}section_${what}:${Math.floor(seconds())}:${name}\r${clearLine}`;
	const end = () => {
		if (open !== void 0) output.write(`${mark("end", open)}\n`);
		open = void 0;
	};
	return {
		...lines,
		group: (title) => {
			if (options.quiet) return;
			end();
			open = `simplestreams_${title.toLowerCase()}`;
			output.write(mark("start", open));
			lines.group(title);
		},
		end
	};
}
// src/faces/cli/stage.ts
/** `simplestreams stage`. */
async function runStage(execution) {
	const report = await runStaging({
		...execution,
		reading: execution.line.reading
	});
	return {
		json: report,
		outputs: {},
		text: renderStaged(report),
		exitCode: 0
	};
}
/** `simplestreams commit`. */
async function runCommit(execution) {
	const report = await runCommitting({
		...execution,
		reading: execution.line.reading
	});
	for (const warning of report.warnings) execution.reporter.warning(warning);
	const exitCode = followersBehind(report)?.exitCode ?? 0;
	return {
		json: report,
		outputs: publishOutputs(report),
		text: renderReport(report),
		exitCode
	};
}
// src/faces/cli/unlist.ts
/** `simplestreams unlist`. */
async function runUnlist(execution) {
	const report = await runUnlisting({
		...execution,
		reading: execution.line.reading
	});
	for (const warning of report.warnings) execution.reporter.warning(warning);
	return {
		json: report,
		outputs: unlistOutputs(report),
		text: renderUnlist(report),
		exitCode: followersBehind(report)?.exitCode ?? 0
	};
}
// src/faces/cli/execute.ts
/** Runs the command, tells how it ended, and answers with the exit code. Never throws. */
async function execute(line, cwd, environment) {
	const { signal, release } = abortOnSignals();
	const output = {
		write: (text) => process.stderr.write(text),
		columns: process.stderr.isTTY ? process.stderr.columns || 80 : void 0,
		now: () => performance.now()
	};
	const sections = line.logSections ? sectionReporter(output, line, () => Date.now() / 1e3) : void 0;
	const reporter = sections ?? lineReporter(output, line);
	checkDotenv(line.reading, cwd);
	const execution = {
		line,
		cwd,
		environment,
		reporter,
		signal,
		known: /* @__PURE__ */ new Map()
	};
	const outcome = await run(execution).catch((error) => failed(error, execution));
	release();
	sections?.end();
	if (line.json) process.stdout.write(toJson(outcome.json));
	else if (!line.quiet) process.stdout.write(withoutControls(outcome.text));
	writeFiles(outcome, execution);
	return outcome.exitCode;
}
function run(execution) {
	switch (execution.line.command) {
		case "publish": return runPublish(execution);
		case "check": return runCheck(execution);
		case "list": return runList(execution);
		case "stage": return runStage(execution);
		case "commit": return runCommit(execution);
		case "unlist": return runUnlist(execution);
		case "prune": return runPrune(execution);
		case "rotate-key": return runRotateKey(execution);
		case "promote": return runPromote(execution);
		case "roll-forward": return runRollForward(execution);
		case "keygen": return runKeygen(execution);
		case void 0: return Promise.reject(new InputError("INPUT_INVALID", execution.line.reading.problems));
	}
}
/** Whatever an interrupted call threw, the signal is why. */
function failed(thrown, { line, reporter, signal, known }) {
	const error = signal.aborted && !isSimplestreamsError(thrown) ? signal.reason : thrown;
	const failure = failureOf(error);
	const message = withoutSecrets(failure.message, line.secrets);
	if (isSimplestreamsError(error)) for (const problem of message.split("\n")) reporter.error(problem);
	else {
		reporter.error("this is a bug in simplestreams-action: please report it with these lines");
		reporter.error(withoutSecrets(traceOf(error), line.secrets));
	}
	return {
		json: {
			error: {
				...failure,
				message
			},
			...Object.fromEntries(known)
		},
		outputs: {},
		text: "",
		exitCode: failure.exitCode
	};
}
function writeFiles({ json, outputs }, { line, cwd, reporter }) {
	const { report, dotenv } = line;
	if (report !== void 0) orWarn(reporter, "the report", () => writeJsonFile(report, cwd, json));
	if (dotenv !== void 0) orWarn(reporter, "the dotenv file", () => writeDotenv(dotenv, cwd, outputs));
}
/** The run is over: that a file about it cannot be written changes nothing of what it did. */
function orWarn(reporter, what, write) {
	try {
		write();
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		reporter.warning(`${what} could not be written: ${why}`);
	}
}
export { execute };
