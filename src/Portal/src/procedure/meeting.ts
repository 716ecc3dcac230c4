import type { Dayjs } from "dayjs";
import type { Meeting } from "../api/shapes";

/** What a form has of a meeting. */
export interface MeetingValues {
  date: Dayjs;
  body: string;
  present: string;
}

export const meetingOf = (values: MeetingValues): Meeting => ({
  date: values.date.format("YYYY-MM-DD"),
  body: values.body.trim(),
  present: values.present.trim(),
  minutes: null,
});

/** A meeting in one line: when, of which body, and who was there. */
export const meetingWords = ({ date, body, present }: Pick<Meeting, "date" | "body" | "present">): string =>
  `${date} ${body}（${present}）`;
