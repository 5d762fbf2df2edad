import { _ as nearest } from "./core.mjs";
import { C as variablesOf, S as variableOf, _ as fileVariableOf, b as isOurVariable, c as inputs, n as linesOf, v as flagOf } from "./version.mjs";
import { readFileSync, statSync } from "node:fs";
// src/faces/environment.ts
/** A key is some kilobytes; what is larger is not a secret but a mistake. */
const largestSecret = 1048576;
/** The inputs that `SIMPLESTREAMS_*` variables give. An empty variable is one not given. */
function readEnvironment(environment) {
	const values = /* @__PURE__ */ new Map();
	const problems = unknownVariables(environment);
	for (const input of inputs) {
		if (variablesOf(input).length === 0) continue;
		const given = input.kind === "secret" ? readSecret(input, environment, problems) : readVariable(input, environment);
		if (given !== void 0) values.set(input.name, given);
	}
	return {
		values,
		problems
	};
}
function readVariable(input, environment) {
	const as = variableOf(input);
	const text = environment[as]?.trim() ?? "";
	const texts = input.kind === "list" ? linesOf(text) : [text];
	return text === "" ? void 0 : {
		as,
		texts
	};
}
function readSecret(input, environment, problems) {
	const [as, fileAs] = [variableOf(input), fileVariableOf(input)];
	const [text, path] = [environment[as] ?? "", environment[fileAs] ?? ""];
	if (text !== "" && path !== "") problems.push(`${as} and ${fileAs} are both given: give one`);
	if (text !== "") return {
		as,
		texts: [text]
	};
	if (path === "") return void 0;
	try {
		const secret = readSecretFile(path);
		if (secret === "") problems.push(`${fileAs}: ${path} is empty`);
		return secret === "" ? void 0 : {
			as: fileAs,
			texts: [secret]
		};
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		problems.push(`${fileAs}: ${path} cannot be read: ${why}`);
		return;
	}
}
/** Without the one newline that editors and `echo` end a file with. */
function readSecretFile(path) {
	const found = statSync(path);
	if (!found.isFile()) throw new Error("it is not a regular file");
	if (found.size > largestSecret) throw new Error("it is larger than 1 MiB");
	return readFileSync(path, "utf8").replace(/\r?\n$/, "");
}
function unknownVariables(environment) {
	const known = inputs.flatMap(variablesOf);
	return Object.keys(environment).filter((name) => isOurVariable(name) && !known.includes(name) && environment[name] !== "").map((name) => `${name} is not a variable of this program${meant(name, known)}`);
}
function meant(name, known) {
	const flag = inputs.find((input) => input.flagOnly && variableOf(input) === name);
	if (flag !== void 0) return `: there is only the flag ${flagOf(flag)}`;
	const guess = nearest(name, known);
	return guess === void 0 ? "" : `: did you mean ${guess}?`;
}
export { readEnvironment as t };
