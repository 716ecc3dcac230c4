export function Emblem(props: { size: number }) {
  return <img src="/emblem.svg" width={props.size} height={props.size} alt="" />;
}
