export { a as Composer, i as Lexer, r as LineCounter, n as Parser, v as isAlias, x as isMap, S as isNode, w as isScalar, T as isSeq, t as parseDocument, g as visit } from "./yaml.mjs";
