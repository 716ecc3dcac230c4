import { Alert, App, Form, Modal, Table } from "antd";
import { useState } from "react";
import { asProblem } from "../api/problem";
import type { RegisterRow, RegisterView } from "../api/shapes";
import { none } from "../display/numbers";
import { LoadFailure } from "../display/LoadFailure";
import { ColumnField } from "./ColumnField";
import { newNote, NoteFields, noteOf, type NoteValues } from "./NoteFields";
import { type Scope, useSaveRow } from "./queries";
import { type Difference, differences, type References, shownValue } from "./words";

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
  const [faster, setFaster] = useState<RegisterRow>();
  const save = useSaveRow(props.scope, register.name);
  const row = faster ?? props.row;
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
          if (status === 412 && current) setFaster(current as RegisterRow);
        },
      },
    );
  return (
    <Modal
      title={props.row ? `更改 · ${props.row.key}` : `新增 · ${register.title}`}
      open={props.open}
      onCancel={props.close}
      onOk={() => form.submit()}
      okText={faster ? "保留我的更改" : "保存"}
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
        <Faster
          differences={differences(register.columns, textsOf(form.getFieldsValue().values), faster.values)}
          references={references}
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

/** What the other one has saved meanwhile, next to what is in the form. */
function Faster(props: { differences: Difference[]; references: References }) {
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="row-conflict"
      title="您打开之后，他人已更改了这一行，您的更改尚未保存。"
      description={
        <Table<Difference>
          rowKey={(pair) => pair.column.name}
          size="small"
          pagination={false}
          dataSource={props.differences}
          locale={{ emptyText: "现有内容与您填写的相同" }}
          columns={[
            { title: "列", dataIndex: ["column", "title"] },
            {
              title: "我的",
              key: "mine",
              render: (_, pair) => shownValue(pair.column, pair.one, props.references) || none,
            },
            {
              title: "现有",
              key: "theirs",
              render: (_, pair) => shownValue(pair.column, pair.other, props.references) || none,
            },
          ]}
        />
      }
    />
  );
}

const textsOf = (values: Record<string, string | null | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, String(value)]])),
  );
