import { App, Form, Modal } from "antd";
import { useState } from "react";
import { asProblem } from "../api/problem";
import type { RegisterRow, RegisterView } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { merged } from "../edits/columns";
import { Conflict } from "../edits/Conflict";
import { ColumnField } from "./ColumnField";
import { newNote, NoteFields, noteOf, type NoteValues } from "./NoteFields";
import { type Scope, useSaveRow } from "./queries";
import { columnsOf, type References } from "./words";

type Texts = Record<string, string>;
type Values = NoteValues & { values: Record<string, string | null | undefined> };

/** 新增 or 更改 a row. Whoever is the later of two sees both values and chooses. */
export function RowDialog(props: {
  scope: Scope;
  register: RegisterView;
  /** Undefined for a new row. */
  row: RegisterRow | undefined;
  references: References;
  open: boolean;
  close: () => void;
}) {
  const { register, references } = props;
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [faster, setFaster] = useState<{ mine: Texts; theirs: RegisterRow }>();
  const save = useSaveRow(props.scope, register.name);
  const row = faster?.theirs ?? props.row;
  const columns = columnsOf(register.columns, references);
  const now = textsOf(Form.useWatch("values", form));
  const show = (values: Texts) => {
    for (const { name } of register.columns) form.setFieldValue(["values", name], values[name] || undefined);
  };
  const send = (values: Values) =>
    save.mutate(
      { row, values: textsOf(values.values), ...noteOf(values) },
      {
        onSuccess: () => {
          props.close();
          void message.success(props.row ? "已更改" : "已新增");
        },
        onError: (error) => {
          const { status, current } = asProblem(error);
          if (status !== 412 || !current) return;
          const [mine, theirs] = [textsOf(values.values), current as RegisterRow];
          setFaster({ mine, theirs });
          show(merged(columns, row?.values ?? {}, mine, theirs.values));
        },
      },
    );
  return (
    <Modal
      title={props.row ? `更改 · ${props.row.key}` : `新增 · ${register.title}`}
      open={props.open}
      onCancel={props.close}
      onOk={() => form.submit()}
      okText={faster ? "按所选保存" : "保存"}
      okButtonProps={{ "data-testid": "row-save" }}
      cancelText={faster ? "放弃我的更改" : "取消"}
      confirmLoading={save.isPending}
      destroyOnHidden
      afterClose={() => {
        save.reset();
        setFaster(undefined);
      }}
    >
      {faster ? (
        <Conflict
          key={faster.theirs.version}
          about="您打开之后，他人已更改了这一行，您的更改尚未保存。"
          columns={columns}
          mine={faster.mine}
          theirs={faster.theirs.values}
          now={now}
          choose={show}
          testId="row-conflict"
        />
      ) : (
        save.isError && <LoadFailure error={save.error} title="未能保存" />
      )}
      <Form<Values>
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={{ values: { ...props.row?.values }, ...newNote(props.scope) }}
        onFinish={send}
      >
        {register.columns.map((column) => (
          <ColumnField
            key={column.name}
            column={column}
            references={references}
            locked={props.row !== undefined && column.isKey}
          />
        ))}
        <NoteFields scope={props.scope} dateLabel="自何日起" />
      </Form>
    </Modal>
  );
}

const textsOf = (values: Record<string, string | null | undefined> | undefined): Texts =>
  Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, String(value)]])),
  );
