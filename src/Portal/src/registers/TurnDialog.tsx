import { App, Form, Modal } from "antd";
import { useState } from "react";
import { asProblem } from "../api/problem";
import type { RegisterRow, RegisterView } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { Moved } from "../edits/Conflict";
import { newNote, NoteFields, noteOf, type NoteValues } from "./NoteFields";
import { type Scope, type Turn, useTurnRow } from "./queries";
import { type References, rowColumns } from "./words";

const words: Record<Turn, { title: string; about: string; date: string; done: string }> = {
  end: {
    title: "终止",
    about: "离任、撤销或失效。这一行在当年的名册中保留，仍参加当年考核；下一年开启考核周期时不再转入。",
    date: "最后一天",
    done: "已终止",
  },
  withdraw: {
    title: "作废",
    about: "只用于误录。作废后这一行不参加考核；已有评分、事项或其他记录的不能作废。可以恢复。",
    date: "日期",
    done: "已作废",
  },
  reinstate: { title: "恢复", about: "撤销终止或作废，这一行重新在册。", date: "日期", done: "已恢复" },
};

/** 终止、作废、恢复: said beforehand what it means. */
export function TurnDialog(props: {
  scope: Scope;
  register: RegisterView;
  row: RegisterRow;
  references: References;
  turn: Turn | undefined;
  close: () => void;
}) {
  const { message } = App.useApp();
  const [form] = Form.useForm<NoteValues>();
  const turning = useTurnRow(props.register.name);
  const [faster, setFaster] = useState<RegisterRow>();
  const said = words[props.turn ?? "end"];
  return (
    <Modal
      title={`${said.title} · ${props.row.key}`}
      open={props.turn !== undefined}
      onCancel={props.close}
      onOk={() => form.submit()}
      okText={said.title}
      okButtonProps={{ danger: props.turn !== "reinstate", "data-testid": "turn-submit" }}
      confirmLoading={turning.isPending}
      destroyOnHidden
      afterClose={() => {
        turning.reset();
        setFaster(undefined);
      }}
    >
      <p>{said.about}</p>
      {faster ? (
        <Moved
          key={faster.version}
          about={`您打开之后，他人已更改了这一行，尚未${said.title}。请核对后再决定。`}
          columns={rowColumns(props.register.columns, props.references)}
          mine={props.row}
          theirs={faster}
          testId="turn-conflict"
        />
      ) : (
        turning.isError && <LoadFailure error={turning.error} title={`未能${said.title}`} />
      )}
      <Form<NoteValues>
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={newNote(props.scope)}
        onFinish={(values) =>
          turning.mutate(
            { row: faster ?? props.row, turn: props.turn!, ...noteOf(values) },
            {
              onSuccess: () => {
                props.close();
                void message.success(said.done);
              },
              onError: (error) => {
                const { status, current } = asProblem(error);
                setFaster(status === 412 && current ? (current as RegisterRow) : undefined);
              },
            },
          )
        }
      >
        <NoteFields scope={props.scope} dateLabel={said.date} dateNeeded={props.turn === "end"} />
      </Form>
    </Modal>
  );
}
