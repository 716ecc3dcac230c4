import { DatePicker, Form, Input } from "antd";
import dayjs from "dayjs";

/** 会议: when it was, of which body, and who was there; fields of the form around them. */
export function MeetingFields({ today }: { today: string }) {
  return (
    <>
      <Form.Item name="date" label="会议日期" rules={[{ required: true, message: "请选择会议日期" }]}>
        <DatePicker allowClear={false} maxDate={dayjs(today)} />
      </Form.Item>
      <Form.Item
        name="body"
        label="研究决定的机构"
        rules={[{ required: true, whitespace: true, message: "请填写机构" }]}
      >
        <Input maxLength={500} data-testid="meeting-body" />
      </Form.Item>
      <Form.Item
        name="present"
        label="与会人员"
        rules={[{ required: true, whitespace: true, message: "请填写与会人员" }]}
      >
        <Input.TextArea maxLength={500} autoSize data-testid="meeting-present" />
      </Form.Item>
    </>
  );
}
