import { Alert, App, Form, Modal, Skeleton, Table, Tag } from "antd";
import { useState } from "react";
import { asProblem } from "../api/problem";
import type { RegisterDifference, RegisterView } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { none } from "../display/numbers";
import { paged } from "../display/paging";
import { newNote, NoteFields, type NoteValues } from "./NoteFields";
import { useShownDifferences, useTakeOver } from "./queries";
import { differences, type References, shownValue, stateTitles } from "./words";

/** 采用现行名册: what the township's registers say otherwise, and which of it the cycle takes over. */
export function TakeOverDialog(props: {
  cycle: string;
  registers: readonly RegisterView[];
  references: References;
  open: boolean;
  close: () => void;
}) {
  const { message } = App.useApp();
  const [form] = Form.useForm<NoteValues>();
  const listed = useShownDifferences(props.open ? props.cycle : undefined);
  const taking = useTakeOver(props.cycle);
  const [chosen, setChosen] = useState<string[]>();
  const differing = listed.data?.list.map((difference) => difference.row) ?? [];
  const rows = differing.filter((row) => chosen?.includes(row) ?? true);
  return (
    <Modal
      title="采用街镇现行名册"
      open={props.open}
      onCancel={props.close}
      onOk={() => form.submit()}
      okText={`采用 ${rows.length} 行`}
      okButtonProps={{ disabled: rows.length === 0, "data-testid": "take-over-submit" }}
      confirmLoading={taking.isPending}
      width="min(860px, 100vw)"
      destroyOnHidden
      afterClose={() => {
        taking.reset();
        setChosen(undefined);
      }}
    >
      <p>以下是考核周期开启以后街镇现行名册的新增和更改。选定的将采用到本考核周期，并记入变动记录；已核算的结果须重新核算。</p>
      {taking.isError &&
        (asProblem(taking.error).status === 412 ? (
          <Alert
            type="warning"
            showIcon
            data-testid="take-over-conflict"
            title="您打开之后，名册又有变动，尚未采用。以下是现在的差异，请核对后再采用。"
          />
        ) : (
          <LoadFailure error={taking.error} title="没有采用" />
        ))}
      {listed.isPending && <Skeleton active />}
      {listed.isError && <LoadFailure error={listed.error} retry={() => void listed.refetch()} />}
      {listed.data && (
        <Table<RegisterDifference>
          rowKey="row"
          size="small"
          data-testid="differences"
          scroll={{ x: "max-content", y: 320 }}
          pagination={paged(100)}
          rowSelection={{ selectedRowKeys: rows, onChange: (keys) => setChosen(keys.map(String)) }}
          dataSource={listed.data.list}
          locale={{ emptyText: "本考核周期的名册与街镇现行名册一致" }}
          columns={[
            { title: "名册", dataIndex: "title" },
            { title: "编号", dataIndex: "key" },
            {
              title: "差异",
              key: "what",
              render: (_, difference) => <What difference={difference} {...props} />,
            },
          ]}
        />
      )}
      <Form<NoteValues>
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={newNote(props.cycle)}
        onFinish={(values) =>
          taking.mutate(
            { rows, date: values.date!.format("YYYY-MM-DD"), reason: values.reason!, seen: listed.data?.tag ?? "" },
            {
              onSuccess: (taken) => {
                props.close();
                void message.success(`已采用 ${taken.changed} 行`);
              },
              // What was chosen of it stays chosen; the rest is for the person to look at.
              onError: (error) => {
                if (asProblem(error).status !== 412) return;
                setChosen(rows);
                void listed.refetch();
              },
            },
          )
        }
      >
        <NoteFields scope={props.cycle} dateLabel="自何日起" also={false} />
      </Form>
    </Modal>
  );
}

function What(props: {
  difference: RegisterDifference;
  registers: readonly RegisterView[];
  references: References;
}) {
  const { difference } = props;
  const columns = props.registers.find((register) => register.name === difference.register)?.columns ?? [];
  const state = difference.state !== "current" && (
    <Tag>
      {stateTitles[difference.state]} {difference.endedOn}
    </Tag>
  );
  if (difference.inCycle === null) {
    return (
      <>
        <Tag color="green">新增</Tag>
        {state}
        {columns
          .filter((column) => difference.values[column.name] && !column.isKey)
          .map((column) => shownValue(column, difference.values[column.name], props.references))
          .join("，")}
      </>
    );
  }
  return (
    <>
      {state}
      {differences(columns, difference.inCycle, difference.values).map((pair) => (
        <div key={pair.column.name}>
          {pair.column.title}：{shownValue(pair.column, pair.one, props.references) || none} →{" "}
          {shownValue(pair.column, pair.other, props.references) || none}
        </div>
      ))}
    </>
  );
}
