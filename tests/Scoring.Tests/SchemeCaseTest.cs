extern alias payout;
using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Tests.Procedures;
using payout::Assessment.Payout.Sheets;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>
/// Cases of each scheme that were calculated independently, two of them with decisions, fed through imports and messages and led
/// to final by the scheme's own procedure; and from what is final
/// of it, with the bases that only Payout has, the amounts.
/// </summary>
[Collection(ScoringService.Name)]
public sealed class SchemeCaseTest(ScoringHost host)
{
    private const decimal ItemTolerance = 0.0001m;
    private static readonly string[] Exact =
    [
        "total",
        "rank",
        "grade",
        "tier",
        "band",
        "bonus",
        "deduction",
        "progress",
    ];

    [Theory]
    [InlineData("gaojing-2024", "1")]
    [InlineData("gaojing-2024", "7")]
    [InlineData("jiuting-2025", "1")]
    [InlineData("jiuting-2025", "7")]
    [InlineData("jiuting-2025", "8")]
    [InlineData("jingan-guidance", "1")]
    [InlineData("danan-2017", "1")]
    [InlineData("danan-2017", "7")]
    [InlineData("danan-2017", "8")]
    [InlineData("secretary-three-papers", "1")]
    [InlineData("secretary-three-papers", "7")]
    [InlineData("secretary-three-papers", "8")]
    [InlineData("secretary-three-reviews", "1")]
    [InlineData("secretary-three-reviews", "7")]
    [InlineData("secretary-three-reviews", "8")]
    public async Task CaseFedThroughTheService_GivesTheExpectedResultsAndAmounts(
        string scheme,
        string number
    )
    {
        var facts = CaseFiles.Facts(scheme, number);
        var expected = CaseFiles.Expected(scheme, number);
        var year = await TownshipYear.CalculatedAsync(host, scheme, number);
        await AssertProgressAsync(year, CaseFiles.Scheme(scheme));
        if (facts.Decisions.Count > 0)
        {
            // What the meeting has before it is what it decides; publicised where it has to be.
            await year.Procedure.UntilAsync("decide", default);
            await year.PostAsync(
                "/procedure/proposals/change",
                new { confirm = true, proposals = facts.Decisions }
            );
        }

        await year.FinalizeAsync();

        await AssertResultsAsync(year, expected);
        var final = await host.ReceiveAsync<AssessmentFinalized>(year.Township);
        Assert.Equal(Amounts(expected), Amounts(final, facts));
        // Whatever a payout condition may look at, but the base.
        Assert.Equal(
            facts
                .Staff.OrderBy(person => person.Id, StringComparer.Ordinal)
                .Select(person => person with { Base = null }),
            final.Staff.Select(AsFact)
        );
    }

    /// <summary>The engine calculates what follows from such decisions; a meeting cannot take them (不超过).</summary>
    [Theory]
    [InlineData("gaojing-2024", "8")]
    [InlineData("jingan-guidance", "7")]
    [InlineData("jingan-guidance", "8")]
    public async Task CaseWhoseDecisionsExceedAHardQuota_IsNotDecidedSo(
        string scheme,
        string number
    )
    {
        var year = await TownshipYear.CalculatedAsync(host, scheme, number);
        var now = await year.Procedure.UntilAsync("decide", default);
        var decisions = CaseFiles.Facts(scheme, number).Decisions;

        await year.IsRefusedAsync<HardQuotaMustHold>(
            "/procedure/proposals/change",
            new { confirm = true, proposals = decisions }
        );
        using var leader = year.LeaderAccount();
        using var refused = await year.SendAsync(
            leader,
            "/procedure/decision",
            JinganYear.Decision(now, [.. decisions])
        );
        Assert.False(refused.IsSuccessStatusCode);
    }

    private static async Task AssertResultsAsync(TownshipYear year, JsonNode expected)
    {
        var results = await year.GetAsync($"{year.Path}/results");
        foreach (var kind in new[] { "areas", "staff" })
        {
            var (wanted, given) = (ById(expected[kind]!), ById(results[kind]!));
            Assert.Equal(wanted.Length, given.Length);
            foreach (var (one, other) in wanted.Zip(given))
            {
                AssertSubject(one, other);
                var tree = await year.GetAsync($"{year.Path}/results/{one["id"]}/explanation");
                Assert.Equal((string?)one["id"], (string?)tree["id"]);
            }
        }

        Assert.Equal(Findings(expected), Findings(results));
        using var workbook = await year.Admin.GetAsync($"{year.Path}/results.xlsx");
        workbook.EnsureSuccessStatusCode();
    }

    private static void AssertSubject(JsonNode wanted, JsonNode given)
    {
        Assert.Equal((string?)wanted["id"], (string?)given["id"]);
        foreach (var field in Exact.Where(field => wanted.AsObject().ContainsKey(field)))
        {
            Assert.Equal(
                (wanted["id"]!.ToString(), field, Plain(wanted[field])),
                (given["id"]!.ToString(), field, Plain(given[field]))
            );
        }

        Assert.Equal(Flags(wanted), Flags(given));
        foreach (var (item, value) in wanted["items"]!.AsObject())
        {
            Assert.Equal(value is null, given["items"]![item] is null);
            Assert.InRange(
                (given["items"]![item]?.GetValue<decimal>() ?? 0m)
                    - (value?.GetValue<decimal>() ?? 0m),
                -ItemTolerance,
                ItemTolerance
            );
        }
    }

    private static async Task AssertProgressAsync(TownshipYear year, Scheme scheme)
    {
        var progress = await year.ProgressAsync();
        Assert.Equal("done", (string?)progress["calculation"]!["status"]);
        Assert.All(
            progress["scores"]!.AsArray().Where(line => (bool)line!["counts"]!),
            line => Assert.Empty(line!["missing"]!.AsArray())
        );
        // Panels and registers have no service that answers for them: their facts show how far they are.
        var others = progress["sources"]!
            .AsArray()
            .Where(source => (string?)source!["source"] is "panel" or "register")
            .SelectMany(source => source!["details"]!.AsArray())
            .ToList();
        var plan = CyclePlan.Of(scheme, scheme.Year);
        Assert.Equal(plan.Panels.Count + plan.Registers.Count, others.Count);
        Assert.All(others, line => Assert.InRange((int)line!["done"]!, 1, (int)line["expected"]!));
    }

    private static SortedDictionary<string, decimal?> Amounts(JsonNode expected) =>
        new(
            expected["payouts"]!
                .AsArray()
                .ToDictionary(line => (string)line!["person"]!, line => (decimal?)line!["amount"])
        );

    private static SortedDictionary<string, decimal?> Amounts(
        AssessmentFinalized final,
        FactSet facts
    )
    {
        var bases = facts
            .Staff.Where(person => person.Base is not null)
            .ToDictionary(person => person.Id, person => person.Base!.Value);
        return new(
            SheetFactory
                .Of(final, bases, 1, final.FinalAt)
                .Lines.ToDictionary(line => line.Person, line => line.Amount)
        );
    }

    private static StaffMember AsFact(FinalizedStaff person) =>
        new(person.Id, person.Area, person.Name, person.Post)
        {
            Presiding = person.Presiding,
            OnSite = person.OnSite,
            Identity = person.Identity,
            Months = person.Months,
            LeaveMonths = person.LeaveMonths,
            RetiredInYear = person.RetiredInYear,
            PreviousGrade = person.PreviousGrade,
        };

    private static string? Plain(JsonNode? value) =>
        value is JsonValue number && number.TryGetValue(out decimal amount)
            ? $"{amount:0.####}"
            : value?.ToString();

    private static JsonNode[] ById(JsonNode subjects) =>
        [
            .. subjects
                .AsArray()
                .Select(subject => subject!)
                .OrderBy(subject => (string)subject["id"]!, StringComparer.Ordinal),
        ];

    private static IEnumerable<string> Flags(JsonNode subject) =>
        (subject["flags"]?.AsArray() ?? []).Select(flag => (string)flag!);

    private static string[] Findings(JsonNode results) =>
        [
            .. results["findings"]!
                .AsArray()
                .Select(finding => $"{finding!["subject"]} {finding["code"]} {finding["detail"]}")
                .Order(StringComparer.Ordinal),
        ];
}
