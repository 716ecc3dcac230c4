import { Typography } from "antd";
import type { ReactNode } from "react";
import { Emblem } from "../layout/Emblem";
import "./entryCard.css";

/** The frame of the pages in front of the portal: sign-in, invitation, enrolment. */
export function EntryCard(props: { title: string; about?: ReactNode; hint?: ReactNode; children: ReactNode }) {
  return (
    <main className="sign-in">
      <section className="sign-in-card" aria-labelledby="entry-title">
        <Emblem size={44} />
        <Typography.Title level={1} id="entry-title">
          {props.title}
        </Typography.Title>
        <p className="sign-in-about">{props.about}</p>
        {props.children}
        {props.hint && <p className="sign-in-hint">{props.hint}</p>}
      </section>
    </main>
  );
}
