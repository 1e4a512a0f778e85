export { type RoundedCheck, checkRounded } from "./check-rounded";
