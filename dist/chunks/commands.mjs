import { A as renderFindings, D as runChecking, _ as renderCarried, a as renderStaged, b as listExitCode, c as renderRotation, f as renderPruned, g as promoted, h as planTable, l as runRotatingKey, m as runPromoting, o as runCommitting, p as runPruning, r as renderUnlist, s as runStaging, t as runUnlisting, u as runRollingForward, v as rolled, x as renderList, y as runListing } from "./unlisting.mjs";
import { O as exitCodeOf } from "./inputs.mjs";
import { A as planOutputs, D as listOutputs, E as checkOutputs, M as publishOutputs, N as rotationOutputs, P as unlistOutputs, Xn as InputError, a as renderReport, j as pruneOutputs, s as followersBehind, tt as parseLine, w as carryOutputs } from "./publish.mjs";
// src/faces/cli/check.ts
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
// src/faces/keygen-request.ts
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
function widthOf(columns) {
	return Math.min(Math.max(columns ?? 120, 80), 120);
}
// src/faces/cli/promote.ts
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
// src/faces/cli/roll-forward.ts
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
// src/faces/cli/stage.ts
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
// src/faces/cli/commands.ts
function runCommand(command, execution) {
	switch (command) {
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
	}
}
export { runCommand };
