/** For whoever does not take the step: who does. */
export function Waiting({ who }: { who: string }) {
  return <p data-testid="step-waits">等待{who}办理。</p>;
}
