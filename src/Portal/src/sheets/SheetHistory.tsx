import { Card } from "antd";
import { moment } from "../display/times";
import { acts as words } from "./overview";
import type { SheetAct } from "./shapes";

/** 办理记录, the newest first. */
export function SheetHistory({ acts }: { acts: readonly SheetAct[] }) {
  const newestFirst = [...acts].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <Card title="办理记录">
      {newestFirst.length === 0 ? (
        <p className="quiet">尚未提交。</p>
      ) : (
        <ol className="sheet-acts" data-testid="sheet-acts">
          {newestFirst.map((act) => (
            <li key={`${act.at}|${act.kind}`}>
              <span className="sheet-act-kind">{words[act.kind].title}</span>
              <span className="quiet">
                {act.by}，{moment(act.at)}
              </span>
              {act.reason && <span className="sheet-act-reason">{act.reason}</span>}
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
