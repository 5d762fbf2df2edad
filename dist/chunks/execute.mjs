export { t as execute } from "./publish.mjs";
