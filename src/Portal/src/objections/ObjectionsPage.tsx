import { Button, Card, Empty, Skeleton } from "antd";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import type { CycleView } from "../api/shapes";
import { CyclePicker, WithCycle } from "../cycles/CyclePicker";
import { useAreaNames } from "../cycles/queries";
import { isPinned } from "../cycles/states";
import { LoadFailure } from "../display/LoadFailure";
import { PageHead } from "../display/PageHead";
import { useAddress } from "../display/useAddress";
import { useProcedure } from "../procedure/queries";
import { maySee } from "../session/roles";
import { useMe } from "../session/session";
import { inOrderOfWork, maySubmit, subjectsOf } from "./duties";
import { ObjectDialog } from "./ObjectDialog";
import { ObjectionDrawer } from "./ObjectionDrawer";
import { ObjectionList } from "./ObjectionList";
import { useObjections } from "./queries";
import "./objections.css";

export default function ObjectionsPage() {
  return (
    <WithCycle wanted={useParams()["cycle"]} fits={(cycle) => isPinned(cycle.state)}>
      {(cycle) => <ObjectionsOf key={cycle.id} cycle={cycle} />}
    </WithCycle>
  );
}

/** 异议: what was objected to, how far it has come, and what the signed-in person does next. */
function ObjectionsOf({ cycle }: { cycle: CycleView }) {
  const go = useNavigate();
  const me = useMe();
  const [search, change] = useAddress();
  const [writing, setWriting] = useState(false);
  const procedure = useProcedure(cycle.id);
  const objections = useObjections(cycle.id);
  const areas = useAreaNames();
  const subjects = subjectsOf(me, areas.data ?? new Map());
  const open = procedure.data !== undefined && procedure.data.result !== null && !procedure.data.isFinal;
  const shown = objections.data?.find((one) => String(one.number) === search.get("objection"));
  const show = (number: number | null) => change({ objection: number === null ? null : String(number) });
  const label = subjects.anybody ? "登记异议" : "提出异议";
  return (
    <>
      <PageHead
        title="异议"
        about="受理、核查、认定、答复，每一环节都有期限；认定前不能研究决定和签批"
        actions={
          <>
            <CyclePicker value={cycle.id} onChange={(id) => void go(`/objections/${id}`)} />
            {maySee("/procedure", me.roles) && (
              <Link to={`/procedure/${cycle.id}`}>
                <Button>办理程序</Button>
              </Link>
            )}
            {open && maySubmit(subjects) && (
              <Button type="primary" onClick={() => setWriting(true)} data-testid="object">
                {label}
              </Button>
            )}
          </>
        }
      />
      {objections.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {objections.isError && <LoadFailure error={objections.error} retry={() => void objections.refetch()} />}
      {objections.data && (
        <Card>
          {objections.data.length === 0 ? (
            <Empty description={emptyWords(procedure.data, subjects.anybody, maySubmit(subjects))} data-testid="no-objections" />
          ) : (
            <ObjectionList objections={inOrderOfWork(objections.data)} open={show} />
          )}
        </Card>
      )}
      <ObjectDialog
        cycle={cycle.id}
        title={label}
        subjects={subjects}
        open={writing}
        close={() => setWriting(false)}
        received={show}
      />
      <ObjectionDrawer cycle={cycle.id} objection={shown} close={() => show(null)} />
    </>
  );
}

function emptyWords(
  procedure: { result: number | null; isFinal: boolean } | undefined,
  all: boolean,
  maySubmit: boolean,
): string {
  if (procedure?.result === null) return "结果定稿以后才可以提出异议。";
  if (procedure?.isFinal) return "没有异议。考核结果已经生效，确有错误的按更正程序办理。";
  if (all) return "没有收到异议。";
  return maySubmit ? "没有您提出或由您核查的异议。对本身的结果有异议的，可以在此提出。" : "没有由您核查的异议。";
}
