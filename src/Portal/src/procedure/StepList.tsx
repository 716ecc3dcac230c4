import { Tag } from "antd";
import { Link } from "react-router";
import type { Procedure, ProcedureStep } from "../api/shapes";
import { NoticeLinks } from "../publicity/NoticeLinks";
import { heldUp } from "./correction";
import { noticeOf, progressWords } from "./words";

/** The steps in their order, each with who takes it and the document's own words. */
export function StepList({ procedure }: { procedure: Procedure }) {
  return (
    <ol className="procedure-steps">
      {procedure.steps.map((step) => (
        <li
          key={step.position}
          className={`procedure-step procedure-step-${step.progress}`}
          aria-current={step.position === procedure.due ? "step" : undefined}
          data-testid={`step-${step.position}`}
          data-progress={step.progress}
        >
          <Step step={step} procedure={procedure} />
        </li>
      ))}
    </ol>
  );
}

function Step({ step, procedure }: { step: ProcedureStep; procedure: Procedure }) {
  const word = progressWords[step.progress];
  const notice = noticeOf(step);
  return (
    <>
      <div className="procedure-step-head">
        <strong>{step.title}</strong>
        <Tag color={word.colour}>{word.title}</Tag>
      </div>
      {step.by && <div className="procedure-step-by">{step.by}</div>}
      {step.reviewedBy && <div className="procedure-step-by">审核：{step.reviewedBy}</div>}
      {notice && <div className="procedure-step-by">{notice}</div>}
      {procedure.publicities
        .filter((one) => one.step === step.position)
        .map((one) => (
          <div key={one.notice} className="procedure-step-by" data-testid={`publicity-${one.notice}`}>
            {one.withdrawn === null ? (
              <>
                公示 {one.first} 至 {one.last}，{one.lines} 个对象
                <NoticeLinks notice={one.notice} audience={step.audience} />
              </>
            ) : (
              <del>
                公示 {one.first} 至 {one.last}
              </del>
            )}
            {one.withdrawn !== null && <> 已撤回：{one.withdrawn}</>}
          </div>
        ))}
      {heldUp(procedure) === step.position && (
        <div className="procedure-step-held" data-testid="held-up">
          <Link to={`/objections/${procedure.cycle}`}>{procedure.openObjections} 项异议尚未认定</Link>，认定后才能办理
        </div>
      )}
      <details className="procedure-step-clause">
        <summary>依据{step.clause}</summary>
        <p>“{step.quote}”</p>
        {step.chosen && <p>选定：{step.chosen}</p>}
      </details>
    </>
  );
}
