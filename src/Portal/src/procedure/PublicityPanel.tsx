import { App, Button, DatePicker, Form, Input, Popconfirm } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { LoadFailure } from "../display/LoadFailure";
import { asProblem } from "../api/problem";
import { useMe } from "../session/session";
import type { PanelProps } from "./DueStep";
import { ReasonButton } from "./ReasonButton";
import { useAct } from "./queries";
import { Waiting } from "./Waiting";
import { noticeOf } from "./words";

interface Values {
  first: Dayjs;
  contact: string;
  signedBy: string;
}

/** 公示: begins on its first day and ends after its last, by itself. */
export function PublicityPanel(props: PanelProps) {
  const { cycle, procedure, step, office } = props;
  const act = useAct(cycle);
  const me = useMe();
  const { message } = App.useApp();
  const running = procedure.publicities.findLast(
    (one) => one.step === step.position && one.withdrawn === null && one.last >= procedure.today,
  );
  if (running && step.progress === "underWay") {
    return (
      <>
        <p data-testid="publicity-running">
          {running.first > procedure.today ? "将于" : "已于"} {running.first} 起公示，至 {running.last} 止，共{" "}
          {running.lines} 个对象；期满后自动结束，次日起办理下一步。
        </p>
        <p>联系方式：{running.contact}</p>
        {office && procedure.isRehearsal && (
          <Popconfirm
            title="视同公示期满？"
            description="只用于演练，记录在案；正式考核的公示不能提前结束。"
            okText="视同期满"
            cancelText="再看看"
            onConfirm={() => act.mutate({ kind: "elapse" })}
          >
            <Button data-testid="publicity-elapse">演练：视同期满</Button>
          </Popconfirm>
        )}{" "}
        {office && (
          <ReasonButton
            label="撤回公示"
            about="只用于公示内容有误。撤回后须重新公示，公示期重新计算。"
            done="公示已撤回"
            danger
            run={(reason) => act.mutateAsync({ kind: "withdraw", reason })}
          />
        )}
      </>
    );
  }

  if (!office) return <Waiting who="街镇管理员安排公示" />;
  const nobody = act.isError && asProblem(act.error).code === "nobody-has-to-be-publicised";
  return (
    <Form<Values>
      layout="vertical"
      initialValues={{ first: dayjs(procedure.earliestFirst), signedBy: me.township?.name ?? "" }}
      onFinish={(values) =>
        act.mutate(
          {
            kind: "publicise",
            first: values.first.format("YYYY-MM-DD"),
            contact: values.contact,
            signedBy: values.signedBy,
          },
          { onSuccess: () => void message.success("公示已安排") },
        )
      }
    >
      <p>公示期 {noticeOf(step)}。从首日起自动开始，期满自动结束，不会提前。</p>
      <Form.Item
        name="first"
        label="公示首日"
        extra="张贴当日不计入公示期"
        rules={[{ required: true, message: "请选择公示首日" }]}
      >
        <DatePicker allowClear={false} minDate={dayjs(procedure.earliestFirst)} data-testid="publicity-first" />
      </Form.Item>
      <Form.Item
        name="contact"
        label="联系人和联系方式（印在公示上）"
        rules={[{ required: true, whitespace: true, message: "请填写联系人和联系方式" }]}
      >
        <Input maxLength={500} data-testid="publicity-contact" />
      </Form.Item>
      <Form.Item
        name="signedBy"
        label="落款单位"
        rules={[{ required: true, whitespace: true, message: "请填写落款单位" }]}
      >
        <Input maxLength={100} data-testid="publicity-signed-by" />
      </Form.Item>
      {act.isError && <LoadFailure title="没有安排公示" error={act.error} />}
      {nobody ? (
        <Button
          onClick={() => act.mutate({ kind: "take", remarks: "没有需要公示的对象" })}
          data-testid="publicity-skip"
        >
          登记没有需要公示的对象
        </Button>
      ) : (
        <Button type="primary" htmlType="submit" loading={act.isPending} data-testid="publicise">
          安排公示
        </Button>
      )}
    </Form>
  );
}
