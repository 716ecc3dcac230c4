import dayjs from "dayjs";
import { none } from "./numbers";

export function moment(value: string | null | undefined): string {
  if (!value) return none;
  const at = dayjs(value);
  return at.isValid() ? at.format("YYYY-MM-DD HH:mm") : none;
}
