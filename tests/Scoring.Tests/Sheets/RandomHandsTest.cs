using Assessment.Scoring.Ledger;
using Assessment.Scoring.Sheets;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Abstractions;

namespace Assessment.Scoring.Tests.Sheets;

/// <summary>
/// Random people do random things with random sheets. What counts is what the model says, whoever tried what; nobody's
/// facts change by another's hand, and the ledger explains every value.
/// </summary>
[Collection(ScoringService.Name)]
public sealed class RandomHandsTest(ScoringHost host, ITestOutputHelper output)
{
    private const int Sequences = 3;
    private const int Actions = 60;

    private static readonly string[] Departments = ["社建办", "城建中心", "党建办"];
    private static readonly string[] Subjects = ["a1", "a2"];

    [Fact]
    public async Task RandomHands_ChangeNothingOfOthers_AndTheLedgerExplainsEveryValue()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var sequence = 0; sequence < Sequences; sequence++)
        {
            var year = await TownshipYear.ScoringAsync(host);
            var model = new Model(year);
            for (var action = 0; action < Actions; action++)
            {
                await ActAsync(year, model, random);
            }

            await using var scope = host.In(year.Township);
            var counted = await scope
                .ServiceProvider.GetRequiredService<FactLedger>()
                .CountingAsync(year.Cycle, CancellationToken.None);
            Assert.Equal(model.Counted(), counted.Select(Named).Order(StringComparer.Ordinal));
            Assert.All(
                counted,
                entry => Assert.Contains(entry.ReportedBy, model.MayHaveEntered(entry.Sheet!))
            );
            await AssertExplainedAsync(year, counted);
        }
    }

    private static string Named(LedgerEntry entry) =>
        $"{entry.Sheet} {entry.Subject} {entry.Item} {Normalization.Of(entry.Value)}";

    /// <summary>Each value's entry leads back to the first of its cell.</summary>
    private static async Task AssertExplainedAsync(TownshipYear year, List<LedgerEntry> counted)
    {
        var entries = (await year.LedgerAsync()).ToDictionary(entry => (long)entry["id"]!);
        foreach (var value in counted)
        {
            var step = entries[value.Id];
            while (step["supersedes"] is { } before)
            {
                var former = entries[(long)before];
                Assert.Equal(
                    ((string?)step["subject"], (string?)step["item"], (string?)step["by"]),
                    ((string?)former["subject"], (string?)former["item"], (string?)former["by"])
                );
                step = former;
            }
        }
    }

    private async Task ActAsync(TownshipYear year, Model model, Random random)
    {
        var person = model.People[random.Next(model.People.Count)];
        var sheet = model.Sheets[random.Next(model.Sheets.Count)];
        using var client = host.As(person);
        var named = new[] { new { department = sheet.Key.Department } };
        var step = random.Next(8);
        var (path, body, allowed) = step switch
        {
            0 => (
                "/sheets/submit",
                new { sheets = named, incomplete = "其余不评" },
                Model.MaySubmit(person, sheet)
            ),
            1 => (
                "/sheets/sign",
                new { sheets = named, confirm = true },
                Model.MaySign(person, sheet)
            ),
            2 => (
                "/sheets/return",
                new { sheets = named, reason = "复核" },
                Model.MaySign(person, sheet)
            ),
            3 => (
                "/sheets/reopen",
                new { sheets = named, reason = "复核" },
                Model.MayReopen(person, sheet)
            ),
            _ => (
                "/sheets/cells",
                (object)await CellAsync(year, sheet, random),
                Model.MayEnter(person, sheet)
            ),
        };
        using var answer = await year.SendAsync(
            client,
            path,
            body,
            method: step > 3 ? HttpMethod.Put : HttpMethod.Post
        );
        Assert.True(
            answer.IsSuccessStatusCode == allowed,
            $"{person.UserName} {path} {sheet.Key} {sheet.State}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
        );
        if (allowed)
        {
            sheet.Take(step, body);
        }
    }

    private static async Task<CellsAsked> CellAsync(
        TownshipYear year,
        ModelSheet sheet,
        Random random
    )
    {
        var view = await year.GetAsync(
            $"{year.Path}/sheets/cells?department={Uri.EscapeDataString(sheet.Key.Department)}"
        );
        var subject = Subjects[random.Next(Subjects.Length)];
        var lines = view["items"]!
            .AsArray()
            .Select(item => (string)item!["item"]!)
            .Take(2)
            .ToList();
        var item = lines[random.Next(lines.Count)];
        var there = view["cells"]!
            .AsArray()
            .SingleOrDefault(cell =>
                (string?)cell!["subject"] == subject && (string?)cell["item"] == item
            );
        return new CellsAsked(
            sheet.Key.Department,
            null,
            [
                new CellAsked(
                    subject,
                    item,
                    random.Next(6) == 0 ? null : random.Next(60, 101),
                    "更正",
                    there is null ? 0 : (long)there["version"]!
                ),
            ]
        );
    }

    /// <summary>What must be, after the same actions.</summary>
    private sealed class Model(TownshipYear year)
    {
        public IReadOnlyList<ModelSheet> Sheets { get; } =
        [.. Departments.Select(department => new ModelSheet(new SheetKey(department, "")))];

        public IReadOnlyList<SignedInPerson> People { get; } =
        [
            new(year.Township, Roles.TownshipAdministrator),
            new(year.Township, Roles.Leader),
            new(year.Township, Roles.Leader) { Signs = ["社建办"] },
            new(year.Township, Roles.Area) { Area = "a1" },
            .. Departments.Select(department => new SignedInPerson(
                year.Township,
                Roles.DepartmentScorer
            )
            {
                Departments = [department],
            }),
            new(year.Township, Roles.DepartmentScorer) { Departments = ["社建办", "城建中心"] },
        ];

        public IEnumerable<string> Counted() =>
            Sheets
                .SelectMany(sheet =>
                    sheet.Counted.Select(cell =>
                        $"{sheet.Key.Department} {cell.Key.Subject} {cell.Key.Item} {cell.Value}"
                    )
                )
                .Order(StringComparer.Ordinal);

        public IEnumerable<string> MayHaveEntered(string department) =>
            People
                .Where(person => IsOffice(person) || person.Departments.Contains(department))
                .Select(person => person.UserName);

        public static bool MayEnter(SignedInPerson person, ModelSheet sheet) =>
            (IsOffice(person) || IsOf(person, sheet)) && !sheet.State.IsLocked();

        public static bool MaySubmit(SignedInPerson person, ModelSheet sheet) =>
            IsOf(person, sheet) && !sheet.State.IsLocked();

        public static bool MaySign(SignedInPerson person, ModelSheet sheet) =>
            IsInCharge(person, sheet) && sheet.State == SheetState.Submitted;

        public static bool MayReopen(SignedInPerson person, ModelSheet sheet) =>
            (IsOffice(person) || IsInCharge(person, sheet)) && sheet.State == SheetState.Signed;

        private static bool IsOffice(SignedInPerson person) =>
            person.Roles.Contains(Roles.TownshipAdministrator);

        private static bool IsOf(SignedInPerson person, ModelSheet sheet) =>
            person.Departments.Contains(sheet.Key.Department);

        private static bool IsInCharge(SignedInPerson person, ModelSheet sheet) =>
            person.Roles.Contains(Roles.Leader)
            && (person.Signs.Count == 0 || person.Signs.Contains(sheet.Key.Department));
    }

    private sealed class ModelSheet(SheetKey key)
    {
        private readonly Dictionary<(string Subject, string Item), decimal> _entered = [];

        public SheetKey Key { get; } = key;

        public SheetState State { get; private set; }

        public Dictionary<(string Subject, string Item), decimal> Counted { get; private set; } =
        [];

        public void Take(int step, object body)
        {
            switch (step)
            {
                case 0:
                    State = SheetState.Submitted;
                    break;
                case 1:
                    State = SheetState.Signed;
                    Counted = new(_entered);
                    break;
                case 2:
                    State = SheetState.Returned;
                    break;
                case 3:
                    State = SheetState.Reopened;
                    break;
                default:
                    var cell = ((CellsAsked)body).Cells[0];
                    if (cell.Value is { } value)
                    {
                        _entered[(cell.Subject, cell.Item)] = value;
                    }
                    else
                    {
                        _entered.Remove((cell.Subject, cell.Item));
                    }

                    break;
            }
        }
    }
}
