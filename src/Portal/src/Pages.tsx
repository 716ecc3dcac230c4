import { Spin } from "antd";
import { lazy, Suspense } from "react";
import { Navigate, Route, Routes } from "react-router";
import { PortalLayout } from "./layout/PortalLayout";
import { FirstPage } from "./layout/FirstPage";
import { NoSuchPage } from "./layout/NoSuchPage";
import { SignInPage } from "./session/SignInPage";

const WorkPage = lazy(() => import("./work/WorkPage"));
const CyclesPage = lazy(() => import("./cycles/CyclesPage"));
const CyclePage = lazy(() => import("./cycles/CyclePage"));
const AdjustmentsPage = lazy(() => import("./adjustments/AdjustmentsPage"));
const RegistersPage = lazy(() => import("./registers/RegistersPage"));
const ImportsPage = lazy(() => import("./imports/ImportsPage"));
const EventsPage = lazy(() => import("./events/EventsPage"));
const SheetsPage = lazy(() => import("./sheets/SheetsPage"));
const CampaignsPage = lazy(() => import("./campaigns/CampaignsPage"));
const TicketsPage = lazy(() => import("./tickets/TicketsPage"));
const ResultsPage = lazy(() => import("./results/ResultsPage"));
const ExplanationPage = lazy(() => import("./results/ExplanationPage"));
const ProcedurePage = lazy(() => import("./procedure/ProcedurePage"));
const NoticesPage = lazy(() => import("./publicity/NoticesPage"));
const NoticePage = lazy(() => import("./publicity/NoticePage"));
const ObjectionsPage = lazy(() => import("./objections/ObjectionsPage"));
const VersionPage = lazy(() => import("./results/VersionPage"));
const PayoutPage = lazy(() => import("./payout/PayoutPage"));
const AuditPage = lazy(() => import("./audit/AuditPage"));
const MyAccountPage = lazy(() => import("./account/MyAccountPage"));
const ProviderLinkPage = lazy(() => import("./outsideProvider/ProviderLinkPage"));
const ProviderReturnPage = lazy(() => import("./outsideProvider/ProviderReturnPage"));
const InvitationPage = lazy(() => import("./invitation/InvitationPage"));
const EnrolmentPage = lazy(() => import("./secondFactor/EnrolmentPage"));
const SigningKeysPage = lazy(() => import("./signingKeys/SigningKeysPage"));
const AccountsPage = lazy(() => import("./accounts/AccountsPage"));

/** Addresses of the portal. */
export function Pages() {
  return (
    <Suspense fallback={<Spin className="whole-page" aria-label="正在打开" />}>
      <Routes>
        <Route path="/sign-in" element={<SignInPage />} />
        <Route path="/sign-in/provider" element={<ProviderReturnPage />} />
        <Route path="/invitation/:token" element={<InvitationPage />} />
        <Route path="/enrolment" element={<EnrolmentPage />} />
        <Route path="/signing-keys" element={<SigningKeysPage />} />
        <Route element={<PortalLayout />}>
          <Route index element={<FirstPage />} />
          <Route path="/work" element={<WorkPage />} />
          <Route path="/cycles" element={<CyclesPage />} />
          <Route path="/cycles/:cycle" element={<CyclePage />} />
          <Route path="/cycles/:cycle/adjustments" element={<AdjustmentsPage />} />
          <Route path="/registers" element={<RegistersPage />} />
          <Route path="/registers/:register" element={<RegistersPage />} />
          <Route path="/imports" element={<ImportsPage />} />
          <Route path="/events" element={<EventsPage />} />
          <Route path="/events/:cycle" element={<EventsPage />} />
          <Route path="/sheets" element={<SheetsPage />} />
          <Route path="/campaigns" element={<CampaignsPage />} />
          <Route path="/campaigns/:cycle" element={<CampaignsPage />} />
          <Route path="/tickets" element={<TicketsPage />} />
          <Route path="/tickets/:cycle" element={<TicketsPage />} />
          <Route path="/results" element={<ResultsPage />} />
          <Route path="/results/:cycle" element={<ResultsPage />} />
          <Route path="/results/:cycle/:subject" element={<ExplanationPage />} />
          <Route path="/results/:cycle/versions/:version" element={<VersionPage />} />
          <Route path="/procedure" element={<ProcedurePage />} />
          <Route path="/procedure/:cycle" element={<ProcedurePage />} />
          <Route path="/publicity" element={<NoticesPage />} />
          <Route path="/publicity/:notice" element={<NoticePage />} />
          <Route path="/objections" element={<ObjectionsPage />} />
          <Route path="/objections/:cycle" element={<ObjectionsPage />} />
          <Route path="/payout" element={<PayoutPage />} />
          <Route path="/payout/:cycle" element={<PayoutPage />} />
          <Route path="/accounts" element={<AccountsPage />} />
          <Route path="/audit" element={<AuditPage />} />
          <Route path="/account" element={<MyAccountPage />} />
          <Route path="/account/provider" element={<ProviderLinkPage />} />
          <Route path="/index.html" element={<Navigate to="/" replace />} />
          <Route path="*" element={<NoSuchPage />} />
        </Route>
      </Routes>
    </Suspense>
  );
}
