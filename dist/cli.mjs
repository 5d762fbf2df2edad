#!/usr/bin/env node
import { B as variableOf, F as commands, I as fileVariableOf, L as flagOf, P as commandSummaries, R as isFlag, S as inputsOf, _ as readingOf, h as nearest, n as writeOut, o as looksLikeFilter, p as readEnvironment, r as version, v as shown, x as inputs$1, y as plain, z as isWord } from "./chunks/inputs.mjs";
// src/faces/cli/arguments.ts
const inputs = inputs$1.filter(({ actionOnly }) => !actionOnly);
function readArguments(words) {
	const values = /* @__PURE__ */ new Map();
	const problems = [];
	const rest = [...words];
	const command = rest[0];
	if (command !== void 0 && !looksLikeFlag(command)) {
		rest.shift();
		values.set("command", {
			as: "the first word",
			texts: [command]
		});
	}
	for (let word = rest.shift(); word !== void 0; word = rest.shift()) if (looksLikeFlag(word)) takeFlag(word, rest, values, problems);
	else takeWord(word, command, values, problems);
	return {
		values,
		problems
	};
}
function takeWord(word, command, values, problems) {
	const possible = inputs.filter((input) => canBeWord(input, command));
	const name = looksLikeFilter(word) ? "filter" : "root";
	const input = possible.find((candidate) => candidate.name === name) ?? possible.find((candidate) => candidate.name === "root");
	const isSecond = input?.kind !== "list" && values.has("root");
	if (input === void 0 || isSecond || word.trim() === "") problems.push(unexpected(word, possible));
	else add(input, word.trim(), values, problems, input.kind === "list" ? void 0 : "the root");
}
function canBeWord({ wordOf }, command) {
	return wordOf?.some((known) => known === command) === true;
}
function looksLikeFlag(word) {
	return /^--?[A-Za-z]/.test(word);
}
function takeFlag(word, rest, values, problems) {
	const [, flag = word, inline] = /^([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
	const input = inputs.find((candidate) => flagOf(candidate) === flag);
	if (input === void 0 || !isFlag(input)) {
		skipValues(rest, input?.kind === "secret");
		problems.push(input === void 0 ? unknown(flag) : notAFlag(input, flag));
		return;
	}
	const text = inline ?? (input.kind === "boolean" ? "true" : takeValue(rest));
	if (text === void 0) problems.push(`${flag} has no value: expected ${input.format}`);
	else if (text.trim() === "") problems.push(`${flag} is empty: leave it out, or give ${input.format ?? "true or false"}`);
	else add(input, text.trim(), values, problems);
}
function takeValue(rest) {
	const next = rest[0];
	return next === void 0 || looksLikeFlag(next) ? void 0 : rest.shift();
}
function skipValues(rest, secret) {
	const ends = (word) => secret ? isKnown(word) : looksLikeFlag(word);
	while (rest[0] !== void 0 && !ends(rest[0])) rest.shift();
}
function isKnown(word) {
	return inputs.some((input) => word === flagOf(input) || word.startsWith(`${flagOf(input)}=`));
}
function add(input, text, values, problems, as = flagOf(input)) {
	const earlier = values.get(input.name)?.texts ?? [];
	if (earlier.length > 0 && input.kind !== "list") problems.push(`${flagOf(input)} is given twice: it takes one value`);
	else values.set(input.name, {
		as,
		texts: [...earlier, text]
	});
}
function unknown(flag) {
	if (!/^(-[A-Za-z]|--[a-z][a-z0-9-]{0,39})$/.test(flag)) return "a flag is not known: see --help";
	const guess = nearest(flag, inputs.map(flagOf));
	const input = inputs.find((candidate) => flagOf(candidate) === guess);
	if (input === void 0) return `${flag} is not a flag of this program: see --help`;
	return isFlag(input) ? `${flag} is not a flag of this program: did you mean ${guess}?` : `${flag} is not a flag of this program: did you mean ${instead(input)}?`;
}
function notAFlag(input, flag) {
	return isWord(input) ? `${flag} is not a flag: the command is ${instead(input)}` : `${flag} is not a flag, because others on the machine can read the command line: use ${instead(input)}`;
}
function instead(input) {
	if (isWord(input)) return `the first word, ${commands.join(" or ")}`;
	return `the variable ${variableOf(input)}, or ${variableOf(input)}_FILE with the path of a file`;
}
function unexpected(word, possible) {
	if (possible.some(({ name }) => name === "filter")) {
		const root = possible.some(({ name }) => name === "root") ? "" : ", and the root with --root";
		return `${shown(word)} stands alone, and is no filter: expected key=value, key!=value, key~regex or key!~regex${root}`;
	}
	const joined = /^(true|false)$/i.test(word) ? `, and a switch as --flag=${word}` : "";
	return `${shown(word)} stands alone: a flag takes one value, so repeat the flag or quote the pattern${joined}`;
}
function strayFlags(values, command) {
	return inputs.filter((input) => values.has(input.name) && !input.commands.includes(command)).map((input) => `${flagOf(input)} is not a flag of ${command}, but of ${input.commands.join(", ")}`);
}
// src/faces/cli/command-line.ts
function readCommandLine(words, environment) {
	const flags = readArguments(words);
	const variables = readEnvironment(environment);
	const values = new Map([...variables.values, ...flags.values]);
	const { as, texts } = values.get("command") ?? {
		as: "",
		texts: ["publish"]
	};
	const name = texts[0] ?? "";
	const command = commands.find((known) => known === name);
	const problems = [
		...flags.problems,
		...variables.problems,
		...command === void 0 ? [noCommand(as, name)] : strayFlags(flags.values, command)
	];
	const reading = readingOf({
		values,
		problems
	}, command, spell);
	return {
		command,
		reading,
		json: reading.boolean("json"),
		quiet: reading.boolean("quiet"),
		version: reading.boolean("version"),
		help: reading.boolean("help"),
		logSections: reading.boolean("log-sections"),
		report: values.get("report")?.texts[0],
		dotenv: values.get("dotenv")?.texts[0],
		secrets: inputs$1.flatMap((input) => input.kind === "secret" ? values.get(input.name)?.texts ?? [] : [])
	};
}
function noCommand(as, name) {
	const guess = nearest(name, commands);
	const meant = guess === void 0 ? "" : `; did you mean ${guess}?`;
	return `${as} ${shown(name)} is no command: expected ${commands.join(", ")}${meant}`;
}
function spell(input) {
	if (!isFlag(input)) return variableOf(input);
	return input.flagOnly ? flagOf(input) : `${flagOf(input)} (or ${variableOf(input)})`;
}
// src/faces/cli/help.ts
const width = 78;
const longest = Math.max(...commands.map(({ length }) => length));
function helpOf(command) {
	const inputs = inputsOf(command);
	const required = inputs.filter(({ requiredBy, requiredWithout }) => requiredBy?.includes(command) || requiredWithout?.command === command);
	const words = inputs.filter(({ wordOf }) => wordOf?.includes(command));
	const usage = [...words.map((input) => usageOfWord(input, required.includes(input))), ...required.filter((input) => !words.includes(input)).map((input) => `${flagOf(input)} ${input.placeholder}`)];
	const secrets = inputs.filter((input) => input.kind === "secret");
	return `${[
		`Usage: ${[
			"simplestreams",
			command,
			...usage,
			"[FLAG]…"
		].join(" ")}`,
		"",
		...commands.map((name) => `  ${name.padEnd(longest)} ${commandSummaries[name]}`),
		"",
		`Flags of ${command}:`,
		...inputs.filter(isFlag).flatMap((input) => entry(flagWithValue(input), input, command)),
		"",
		"Variables that are no flags, for others on the machine can read the command line:",
		...secrets.flatMap((input) => entry(`${variableOf(input)}, ${fileVariableOf(input)}`, input, command)),
		"",
		...wrap("A flag can also be given as a variable: --public-url as SIMPLESTREAMS_PUBLIC_URL, a list in lines. The flag wins. A variable that ends in _FILE holds the path of a file with the value.", "")
	].join("\n")}\n`;
}
function usageOfWord({ kind, placeholder }, required) {
	const word = `${placeholder}${kind === "list" ? "…" : ""}`;
	return required ? word : `[${word}]`;
}
function flagWithValue(input) {
	const value = input.kind === "boolean" ? "" : ` ${input.placeholder}`;
	return `${flagOf(input)}${value}${input.kind === "list" ? " …" : ""}`;
}
function entry(title, input, command) {
	const format = input.format === void 0 ? "" : ` Format: ${input.format}.`;
	return [`  ${title}`, ...wrap(plain(`${input.description}${format}${otherwise(input, command)}`), "      ")];
}
function otherwise(input, command) {
	if (input.requiredBy?.includes(command)) return " Required.";
	if (input.requiredWithout?.command === command) return ` Required, unless --${input.requiredWithout.input} is given.`;
	if (isWord(input) || input.kind === "boolean") return "";
	return ` Default: ${input.default ?? input.otherwise}.`;
}
function wrap(text, indent) {
	const lines = [""];
	for (const word of text.split(" ")) {
		const line = lines.at(-1) ?? "";
		const longer = line === "" ? word : `${line} ${word}`;
		if (line !== "" && indent.length + longer.length > width) lines.push(word);
		else lines[lines.length - 1] = longer;
	}
	return lines.map((line) => `${indent}${line}`);
}
// src/faces/cli/main.ts
async function main(words) {
	const line = readCommandLine(words, process.env);
	if (line.version) writeOut(`${version}\n`);
	else if (line.help) writeOut(helpOf(line.command ?? "publish"));
	else {
		const { execute } = await import("./chunks/execute.mjs");
		return execute(line, process.cwd(), process.env);
	}
	return 0;
}
process.exitCode = await main(process.argv.slice(2));
export {};
