import { Alert } from "antd";
import type { CellName } from "./cells";

/** How many are named before the rest is only counted. */
const mostShown = 20;

/** What is wrong in which cells; each leads to its cell. */
export function ProblemList(props: {
  title: string;
  type: "error" | "warning" | "info";
  problems: readonly (Partial<CellName> & { message: string })[];
  wordsOf: (cell: CellName) => string;
  goTo: (cell: CellName) => void;
  close?: () => void;
  testId: string;
}) {
  const { problems, close } = props;
  return (
    <Alert
      type={props.type}
      showIcon
      data-testid={props.testId}
      title={props.title}
      {...(close && { closable: { onClose: close } })}
      description={
        problems.length > 0 && (
          <ul className="places">
            {problems.slice(0, mostShown).map(({ subject, item, message }, at) => (
              <li key={at}>
                {subject !== undefined && item !== undefined ? (
                  <>
                    <button type="button" className="jump" onClick={() => props.goTo({ subject, item })}>
                      {props.wordsOf({ subject, item })}
                    </button>
                    ：{message}
                  </>
                ) : (
                  message
                )}
              </li>
            ))}
            {problems.length > mostShown && <li>另有 {problems.length - mostShown} 处</li>}
          </ul>
        )
      }
    />
  );
}
