import { Alert, App, Button, DatePicker, Flex, Modal } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { LoadFailure } from "../display/LoadFailure";
import { ReasonButton } from "../procedure/ReasonButton";
import { periodsOf } from "./overview";
import { useSetDues, useSetSignature } from "./queries";
import type { SheetSummary } from "./shapes";

/** 截止日期与签批: by when each period's sheets are due, and whether they have to be signed. */
export function SheetRules(props: { cycle: string; sheets: readonly SheetSummary[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)} data-testid="sheet-rules">
        截止日期与签批
      </Button>
      <Modal open={open} title="截止日期与签批" footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <Dues {...props} />
        <Signature {...props} />
      </Modal>
    </>
  );
}

function Dues({ cycle, sheets }: { cycle: string; sheets: readonly SheetSummary[] }) {
  const { message } = App.useApp();
  const set = useSetDues(cycle);
  const [typed, setTyped] = useState<ReadonlyMap<string, string | null>>(new Map());
  const periods = periodsOf(sheets);
  const changed = periods.filter(({ period, due }) => typed.has(period) && typed.get(period) !== due);
  const save = () =>
    set.mutate(
      changed.map(({ period }) => ({ period, due: typed.get(period) ?? null })),
      {
        onSuccess: () => {
          setTyped(new Map());
          void message.success("截止日期已保存");
        },
      },
    );
  return (
    <section aria-label="截止日期" className="sheet-rule">
      <h3>截止日期</h3>
      <p className="quiet">当天为最后一天，过后在列表中标为逾期。</p>
      {periods.map(({ period, title, due }) => {
        const now = typed.has(period) ? typed.get(period) : due;
        return (
          <Flex key={period} gap="small" align="center" className="sheet-due">
            <label htmlFor={`due-${period}`}>{title}</label>
            <DatePicker
              id={`due-${period}`}
              value={now ? dayjs(now) : null}
              onChange={(day) => setTyped(new Map(typed).set(period, day ? day.format("YYYY-MM-DD") : null))}
              placeholder="未规定"
              data-testid={`due-${period}`}
            />
          </Flex>
        );
      })}
      {set.isError && <LoadFailure title="没有保存" error={set.error} />}
      <Button type="primary" disabled={changed.length === 0} loading={set.isPending} onClick={save} data-testid="due-save">
        保存截止日期
      </Button>
    </section>
  );
}

function Signature({ cycle, sheets }: { cycle: string; sheets: readonly SheetSummary[] }) {
  const set = useSetSignature(cycle);
  const needed = sheets.some((sheet) => sheet.signatureNeeded);
  const demanded = sheets.some((sheet) => sheet.signatureDemanded);
  return (
    <section aria-label="签批" className="sheet-rule">
      <h3>签批</h3>
      <p data-testid="signature-state">
        {needed ? "评分表须经分管领导签批，签批后计入成绩。" : "评分表不需签批，提交后即计入成绩。"}
      </p>
      {demanded ? (
        <Alert type="info" showIcon title="考核方案规定须签批，不能取消。" data-testid="signature-demanded" />
      ) : (
        <ReasonButton
          label={needed ? "改为不需签批" : "改为须签批"}
          about={
            needed
              ? "改后各科室提交的分值即计入成绩，不再等待签批；已签批的不变。"
              : "改后各科室提交的分值须经分管领导签批才计入成绩。"
          }
          done="已更改"
          danger={needed}
          testId="signature-change"
          run={(reason) => set.mutateAsync({ needed: !needed, reason })}
        />
      )}
    </section>
  );
}
