export { l as keygen } from "./signing.mjs";
