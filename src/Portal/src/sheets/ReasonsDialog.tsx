import { Button, Flex, Form, Input, Modal } from "antd";
import { none } from "../display/numbers";
import { type ByCell, type CellName, get } from "./cells";
import type { NamedDraft } from "./edits";
import { numberText } from "./readNumber";
import type { SheetCell } from "./shapes";

interface Values {
  all?: string;
  reasons: string[];
}

/** 改分理由: asked once for all cells whose value has counted and becomes another one. */
export function ReasonsDialog(props: {
  drafts: readonly NamedDraft[];
  saved: ByCell<SheetCell>;
  wordsOf: (cell: CellName) => string;
  done: (reasons: (CellName & { reason: string })[]) => void;
  close: () => void;
}) {
  const { drafts } = props;
  const [form] = Form.useForm<Values>();
  const finish = ({ reasons }: Values) =>
    props.done(drafts.map(({ subject, item }, at) => ({ subject, item, reason: reasons[at]!.trim() })));
  const fillAll = () => {
    const all = (form.getFieldValue("all") as string | undefined)?.trim();
    if (!all) return;
    form.setFieldValue("reasons", drafts.map((_, at) => (form.getFieldValue(["reasons", at]) as string | undefined)?.trim() || all));
    void form.validateFields();
  };
  return (
    <Modal
      open
      title="改分理由"
      okText="保存"
      cancelText="取消"
      width={640}
      okButtonProps={{ "data-testid": "reasons-save" }}
      onOk={() => form.submit()}
      onCancel={props.close}
    >
      <p>以下 {drafts.length} 格已签批过，改动须写明理由；原分和理由保留在台账中。</p>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ reasons: drafts.map((draft) => draft.reason ?? "") }}
        onFinish={finish}
      >
        {drafts.length > 1 && (
          <Flex gap="small" align="flex-end" className="reasons-all">
            <Form.Item name="all" label="相同的理由" className="reasons-field">
              <Input maxLength={500} data-testid="reasons-all" />
            </Form.Item>
            <Form.Item>
              <Button onClick={fillAll} data-testid="reasons-fill">
                填入空白处
              </Button>
            </Form.Item>
          </Flex>
        )}
        {drafts.map((draft, at) => (
          <Form.Item
            key={props.wordsOf(draft)}
            name={["reasons", at]}
            label={
              <>
                {props.wordsOf(draft)}：<span className="numbers">{numberText(get(props.saved, draft)?.value) || none}</span> 改为{" "}
                <b className="numbers">{draft.text || none}</b>
              </>
            }
            rules={[{ required: true, whitespace: true, message: "请写明理由" }]}
          >
            <Input maxLength={500} data-testid={`reason-${draft.subject}-${draft.item}`} />
          </Form.Item>
        ))}
      </Form>
    </Modal>
  );
}
