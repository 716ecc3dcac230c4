import { Alert, Button } from "antd";
import { asProblem } from "../api/problem";

/** How many places are named before the rest is only counted. */
const shown = 50;

/** Something did not work: the service's own words, the places where it has them, and a way to try again. */
export function LoadFailure(props: { error: unknown; title?: string; retry?: () => void }) {
  const problem = asProblem(props.error);
  return (
    <Alert
      role="alert"
      type={problem.status === 503 || problem.status === 0 ? "warning" : "error"}
      showIcon
      data-testid="trouble"
      title={props.title ?? problem.title}
      description={
        <>
          <div>{problem.detail}</div>
          {problem.places.length > 0 && (
            <ul className="places">
              {problem.places.slice(0, shown).map((place, at) => (
                <li key={at}>
                  {place.line ? `第 ${place.line} 行` : ""}
                  {place.column ? `「${place.column}」` : ""} {place.message}
                </li>
              ))}
              {problem.places.length > shown && <li>另有 {problem.places.length - shown} 处</li>}
            </ul>
          )}
        </>
      }
      action={
        props.retry && (
          <Button size="small" onClick={props.retry}>
            重试
          </Button>
        )
      }
    />
  );
}
