using System.Net;
using System.Text.Json.Nodes;
using Assessment.Audit;
using Assessment.Contracts;
using Assessment.Persistence.Auditing;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Procedures.Acts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.Scoring.Tests.Procedures;

/// <summary>
/// Random calls by random duties, some of them twice at once, over the procedures of all six schemes through the service and its
/// database: every act is recorded once and explained by the audit, and each final result leaves once.
/// </summary>
[Collection(ScoringService.Name)]
public sealed class RandomProcedureCallsTest(ScoringHost host)
{
    private const int Calls = 60;

    [Theory]
    [InlineData("gaojing-2024", 4)]
    [InlineData("jiuting-2025", 3)]
    [InlineData("jingan-guidance", 3)]
    [InlineData("danan-2017", 4)]
    [InlineData("secretary-three-papers", 3)]
    [InlineData("secretary-three-reviews", 3)]
    public async Task RandomCalls_LeaveOneRecordOfEachAct(string scheme, int sequences)
    {
        var finals = 0;
        for (var seed = 0; seed < sequences; seed++)
        {
            var year = await TownshipYear.CalculatedAsync(host, scheme);
            var run = new Run(
                year,
                [.. CaseFiles.Facts(scheme, "1").Areas.Select(area => area.Id)],
                new Random(seed)
            );
            for (var call = 0; call < Calls; call++)
            {
                await run.CallAsync();
            }

            finals += await run.AssertRecordedAsync();
        }

        // Otherwise the sequences would not show much. With the most steps of all, 静安's seldom come so far.
        Assert.True(finals > 0 || scheme == "jingan-guidance");
    }

    private sealed class Run(TownshipYear year, IReadOnlyList<string> areas, Random random)
    {
        private readonly HttpClient _leader = year.LeaderAccount();
        private readonly HttpClient _department = year.Scorer("社建办");

        /// <summary>The step that is due, or something else by somebody.</summary>
        public async Task CallAsync()
        {
            var now = await year.GetAsync($"{year.Path}/procedure");
            if (random.Next(6) == 0)
            {
                await year.Host.Days.PassAsync(random.Next(1, 5), default);
            }

            var (by, step, body) = await AnyAsync(now);
            // Sometimes the same twice at once, as from two windows.
            var answers = await Task.WhenAll(
                Enumerable
                    .Range(0, random.Next(5) == 0 ? 2 : 1)
                    .Select(_ => year.SendAsync(by, "/procedure" + step, body))
            );
            foreach (var answer in answers)
            {
                Assert.True(
                    answer.StatusCode < HttpStatusCode.InternalServerError,
                    $"{step}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
                );
                answer.Dispose();
            }
        }

        /// <returns>How many final versions there are.</returns>
        public async Task<int> AssertRecordedAsync()
        {
            var entries = await year.Host.ReadAsync(
                year.Township,
                db =>
                    db.ProcedureActs.Where(one => one.Cycle == year.Cycle)
                        .OrderBy(one => one.Number)
                        .ToListAsync()
            );
            Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(one => one.Number));
            var acts = entries.ConvertAll(one => one.Act);
            var state = ProcedureState.Of(year.Scheme.Procedure!, acts);
            var now = await year.GetAsync($"{year.Path}/procedure");
            Assert.Equal(
                (state.Version, state.IsFinal),
                ((int)now["version"]!, (bool)now["isFinal"]!)
            );

            // Each act has its entry in the audit, and no other.
            var audited = await year.Host.ReadAsync(
                year.Township,
                db =>
                    db.Set<AuditEntry>()
                        .Where(one => one.Cycle == year.Cycle)
                        .Select(one => one.Action)
                        .ToListAsync()
            );
            Assert.Equal(
                acts.Select(ActionOf).Order(StringComparer.Ordinal),
                audited.Where(IsOfProcedure).Order(StringComparer.Ordinal)
            );

            // Results from the pinned one on are there because of an act, and each final one left once.
            var frozen = acts.OfType<Frozen>().SingleOrDefault();
            var numbers = await year.Host.ReadAsync(
                year.Township,
                db =>
                    db.Results.Where(one => one.Cycle == year.Cycle)
                        .Select(one => one.Number)
                        .Order()
                        .ToListAsync()
            );
            Assert.Equal(
                numbers.Where(number => number > (frozen?.Result ?? int.MaxValue)),
                acts.Select(ResultOf).OfType<int>()
            );
            if (state.Version > 0)
            {
                await year.Host.ReceiveAsync<AssessmentFinalized>(
                    year.Township,
                    one => one.Version == state.Version
                );
            }

            Assert.Equal(
                Enumerable.Range(1, state.Version).Select(one => (long)one),
                year.Host.Received<AssessmentFinalized>(year.Township)
                    .Where(one => one.Cycle == year.Cycle)
                    .Select(one => one.Version)
                    .Distinct()
                    .Order()
            );
            return state.Version;
        }

        private static int? ResultOf(Act act) =>
            act switch
            {
                Decided decided => decided.Result,
                ObjectionUpheld upheld => upheld.Consequence.Result,
                CorrectionMade made => made.Consequence.Result,
                _ => null,
            };

        private static bool IsOfProcedure(string action) =>
            action.Split('.')[0]
                is "proposals"
                    or "publicity"
                    or "step"
                    or "objection"
                    or "correction"
            || action
                is AuditActions.CycleFrozen
                    or AuditActions.CycleDecided
                    or AuditActions.CycleFinalized;

        private static string ActionOf(Act act) =>
            act switch
            {
                Frozen => AuditActions.CycleFrozen,
                ProposalsHandedIn => AuditActions.ProposalsHandedIn,
                ProposalsAccepted => AuditActions.ProposalsAccepted,
                ProposalsReturned => AuditActions.ProposalsReturned,
                ProposalsChanged => AuditActions.ProposalsChanged,
                StepTaken or Announced => AuditActions.StepTaken,
                PublicityScheduled => AuditActions.PublicityScheduled,
                PublicityWithdrawn => AuditActions.PublicityWithdrawn,
                Decided => AuditActions.CycleDecided,
                Finalized => AuditActions.CycleFinalized,
                ObjectionReceived => AuditActions.ObjectionReceived,
                ObjectionAccepted => AuditActions.ObjectionAccepted,
                ObjectionLookedInto => AuditActions.ObjectionLookedInto,
                ObjectionUpheld => AuditActions.ObjectionUpheld,
                ObjectionRefused => AuditActions.ObjectionRefused,
                ObjectionAnswered => AuditActions.ObjectionAnswered,
                ObjectionWithdrawn => AuditActions.ObjectionWithdrawn,
                Scoring.Procedures.Acts.CorrectionOpened => AuditActions.CorrectionOpened,
                CorrectionMade => AuditActions.CorrectionMade,
                CorrectionAbandoned => AuditActions.CorrectionAbandoned,
                _ => throw new InvalidOperationException(act.GetType().Name),
            };

        private async Task<(HttpClient By, string Step, object Body)> AnyAsync(JsonNode now)
        {
            if ((int?)now["due"] is not { } due || random.Next(3) == 0)
            {
                return Other(now);
            }

            var kind = (string)now["steps"]![due]!["kind"]!;
            if (kind == "propose" && now["handedIn"]!.AsArray().Count == 0)
            {
                // All areas at once; one by one they would take the whole sequence.
                await year.Procedure.UntilAsync("publicise", default);
                return Other(now);
            }

            return kind == "freeze" ? await FreezingAsync() : DueOf(now, kind);
        }

        private async Task<(HttpClient, string, object)> FreezingAsync() =>
            (
                year.Admin,
                "/freeze",
                new
                {
                    confirm = true,
                    passed = (await year.GetAsync($"{year.Path}/procedure/freeze"))["findings"]!
                        .AsArray()
                        .ToDictionary(one => (string)one!["code"]!, _ => "情况属实"),
                }
            );

        private (HttpClient, string, object) DueOf(JsonNode now, string kind) =>
            kind switch
            {
                "propose" => (
                    random.Next(3) == 0
                        ? year.Admin
                        : year.AreaAccount(areas[random.Next(areas.Count)]),
                    random.Next(4) == 0 ? "/proposals/accept" : "/proposals",
                    JinganYear.NoProposals
                ),
                "publicise" => (
                    year.Admin,
                    random.Next(5) == 0 ? "/step" : "/publicity",
                    new
                    {
                        confirm = true,
                        first = (string)now["earliestFirst"]!,
                        contact = "党建办",
                    }
                ),
                "decide" => (_leader, "/decision", JinganYear.Decision(now)),
                "final" => (_leader, "/final", new { confirm = true }),
                _ => (year.Admin, "/step", new { }),
            };

        private (HttpClient, string, object) Other(JsonNode now)
        {
            var number = random.Next(1, 4);
            var reason = new { confirm = true, reason = "经核查" };
            var subject = areas[random.Next(areas.Count)];
            return random.Next(12) switch
            {
                0 => (
                    year.AreaAccount(subject),
                    "/objections",
                    new
                    {
                        matter = "grade",
                        subject,
                        text = "等次有误",
                    }
                ),
                1 => (
                    year.Admin,
                    $"/objections/{number}/accept",
                    new { looksInto = $"leader@{year.Township}" }
                ),
                2 => (_leader, $"/objections/{number}/finding", new { found = "经核查" }),
                3 or 4 => (_leader, $"/objections/{number}/refuse", reason),
                5 => (
                    _leader,
                    $"/objections/{number}/uphold",
                    new
                    {
                        confirm = true,
                        reason = "确有问题",
                        change = new
                        {
                            grades = new[]
                            {
                                new
                                {
                                    subject,
                                    grade = random.Next(2) == 0 ? "良好" : "合格",
                                    reason = "确有问题",
                                },
                            },
                        },
                    }
                ),
                6 => (year.Admin, $"/objections/{number}/answer", new { answer = "已核实" }),
                7 => (year.Admin, "/correction", reason),
                8 => (year.Admin, "/correction/abandon", reason),
                9 => (_department, "/final", new { confirm = true }),
                10 => (year.Admin, "/publicity/withdraw", reason),
                _ => DueOf(now, "final"),
            };
        }
    }
}
