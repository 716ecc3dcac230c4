import { Checkbox, DatePicker, Form, Input } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import type { ChangeNote, Scope } from "./queries";

/** A change's note as its form has it. */
export interface NoteValues {
  date?: Dayjs | null;
  reason?: string;
  alsoCurrent?: boolean;
}

export const noteOf = (values: NoteValues): ChangeNote => ({
  date: values.date ? values.date.format("YYYY-MM-DD") : null,
  reason: values.reason?.trim() || null,
  alsoCurrent: values.alsoCurrent ?? false,
});

export const newNote = (scope: Scope): NoteValues => ({ ...(scope && { date: dayjs(), alsoCurrent: true }) });

/** Day and reason, which a cycle demands, and whether the township's current register is changed as well. */
export function NoteFields(props: { scope: Scope; dateLabel: string; dateNeeded?: boolean; also?: boolean }) {
  const needed = props.scope !== undefined;
  return (
    <>
      <Form.Item
        name="date"
        label={props.dateLabel}
        rules={[{ required: needed || (props.dateNeeded ?? false), message: "请选择日期" }]}
      >
        <DatePicker data-testid="change-date" className="whole-width" />
      </Form.Item>
      <Form.Item
        name="reason"
        label="理由"
        rules={[{ required: needed, whitespace: true, message: "在考核周期内更改名册须写明理由" }]}
      >
        <Input.TextArea maxLength={500} rows={2} data-testid="change-reason" placeholder="如任免文件、区划调整文件的文号" />
      </Form.Item>
      {props.scope && (props.also ?? true) && (
        <Form.Item name="alsoCurrent" valuePropName="checked">
          <Checkbox>同时更改街镇现行名册（以后年度也是如此）</Checkbox>
        </Form.Item>
      )}
    </>
  );
}
