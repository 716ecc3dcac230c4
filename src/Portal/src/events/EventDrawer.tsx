import { Button, Descriptions, Drawer, Flex, Timeline } from "antd";
import { useState } from "react";
import type { EventAct, EventForm, EventView } from "../api/shapes";
import { none } from "../display/numbers";
import { moment } from "../display/times";
import { FilePicker } from "../files/FilePicker";
import { ReasonButton } from "../procedure/ReasonButton";
import { ApplyDialog } from "./ApplyDialog";
import { type Hand, handOf } from "./duties";
import { StageTag } from "./EventTable";
import { HandleDialog } from "./HandleDialog";
import { useEventAction } from "./queries";
import { actWords, applicantWords, capWords, stageWords, subjectNames, waitsFor, worthWords } from "./words";

interface Props {
  cycle: string;
  form: EventForm;
  close: () => void;
}

/** One event: what it says, who did what with it, and what the signed-in person may do. */
export function EventDrawer(props: Props & { event: EventView | undefined }) {
  return (
    <Drawer
      title={props.event ? `事项 ${props.event.id}` : ""}
      open={props.event !== undefined}
      onClose={props.close}
      size="min(760px, 100vw)"
      destroyOnHidden
    >
      {props.event && <Shown key={props.event.id} {...props} event={props.event} />}
    </Drawer>
  );
}

function Shown({ cycle, form, event }: Props & { event: EventView }) {
  const nameOf = subjectNames(form);
  const rule = form.rules.find((one) => one.id === event.rule);
  const said = [
    ["stage", "办理环节", <StageTag key="stage" event={event} />],
    ["waits", "等待", waitsFor(event, rule)],
    ["subject", "对象", nameOf(event.subject)],
    ["rule", "事项", rule?.title ?? event.rule],
    ["worth", "级别、分值", worthWords(event, rule)],
    ["asked", "申报的级别、分值", event.asked && worthWords(event.asked, rule)],
    [
      "counting",
      "现计入",
      event.counting && event.counting.version !== event.version ? worthWords(event.counting, rule) || "原核准的" : null,
    ],
    ["date", "发生日期", event.date],
    ["applicant", "申报单位", applicantWords(event, nameOf)],
    ["work", "工作", event.work],
    ["award", "荣誉", [event.award, event.holder].filter(Boolean).join("，")],
    ["risk", "风险备案", event.risk],
    ["presumes", "计入的前提", rule?.presumes],
    ["evidence", "依据", event.evidence],
    [
      "files",
      "佐证文件",
      event.files.length === 0 ? null : (
        <FilePicker
          key="files"
          cycle={cycle}
          label="加减分事项"
          value={event.files}
          saved={event.files}
          disabled
          onChange={() => undefined}
          testId="event-files-shown"
        />
      ),
    ],
    ["clause", "条款", rule && `${rule.clause}“${rule.quote ?? ""}”`],
  ] as const;
  return (
    <div className="stack" data-testid="event-shown" data-stage={event.stage}>
      <Descriptions
        column={1}
        size="small"
        bordered
        items={said
          .filter(([, , value]) => value)
          .map(([key, label, value]) => ({
            key,
            label,
            children: <span className="event-text" data-testid={`event-${key}`}>{value || none}</span>,
          }))}
      />
      {event.caps.length > 0 && (
        <section aria-label="上限">
          {event.caps.map((cap) => (
            <div key={cap.title + cap.events} className="event-cap" data-testid="event-cap">
              {capWords(cap)}
            </div>
          ))}
        </section>
      )}
      <Actions cycle={cycle} form={form} event={event} />
      <section>
        <h3 className="event-history">办理经过</h3>
        <Timeline items={event.acts.map((act) => ({ key: act.version, color: colours[act.stage], content: <Act act={act} words={worthWords(act, rule)} /> }))} />
      </section>
    </div>
  );
}

const colours = { applied: "blue", checked: "blue", approved: "green", refused: "red", withdrawn: "gray" };

function Act({ act, words }: { act: EventAct; words: string }) {
  return (
    <div data-testid={`act-${act.version}`}>
      <strong>{actWords[act.stage]}</strong>
      {words && `，${words}`}
      {act.confirmed && "，已确认前提"}
      <div className="quiet">
        {moment(act.at)}，{act.by}
      </div>
      {act.reason && <div className="event-text">{act.reason}</div>}
    </div>
  );
}

function Actions({ cycle, form, event }: { cycle: string; form: EventForm; event: EventView }) {
  const [handling, setHandling] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const act = useEventAction(cycle);
  const hand = handOf(event);
  const { may, id: number, version } = event;
  const awaits = event.stage === "applied" || event.stage === "checked";
  const keepsCounting = awaits && event.counting !== null;
  return (
    <Flex gap="small" wrap>
      {hand && (
        <Button type="primary" onClick={() => setHandling(true)} data-testid={`${hand}-event`}>
          {hand === "check" ? "核实" : "核准"}
        </Button>
      )}
      {may.refuse && (
        <ReasonButton
          label="不予通过"
          about={keepsCounting ? "本次更正不计入，原核准的仍计入。申报单位可以看到理由。" : "不予通过的不计入。申报单位可以看到理由，补充后可重新申报。"}
          done={`事项 ${number} 未通过`}
          danger
          testId="refuse-event"
          run={(reason) => act.mutateAsync({ kind: "refuse", number, version, reason })}
        />
      )}
      {may.correct && (
        <Button onClick={() => setCorrecting(true)} data-testid="correct-event">
          {event.stage === "refused" ? "补充后重新申报" : "更正"}
        </Button>
      )}
      {may.withdraw && (
        <ReasonButton
          label="撤回"
          about={
            form.rules.length > 0 && event.stage === "approved"
              ? "撤回后不再计入，台账保留全部记录。"
              : "撤回后不再办理；已核准的由牵头办公室撤回的，不再计入。"
          }
          done={`事项 ${number} ${stageWords.withdrawn.title}`}
          danger
          testId="withdraw-event"
          run={(reason) => act.mutateAsync({ kind: "withdraw", number, version, reason })}
        />
      )}
      {hand && (
        <HandleDialog
          cycle={cycle}
          form={form}
          hand={hand satisfies Hand}
          events={[event]}
          open={handling}
          close={() => setHandling(false)}
          done={() => undefined}
        />
      )}
      <ApplyDialog cycle={cycle} form={form} event={event} open={correcting} close={() => setCorrecting(false)} />
    </Flex>
  );
}
