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

    /// <summary>What is done, and who may; the last is what is done most.</summary>
    private static readonly (string Path, Func<SignedInPerson, ModelSheet, bool> May)[] Steps =
    [
        ("/sheets/submit", Model.MaySubmit),
        ("/sheets/sign", Model.MaySign),
        ("/sheets/return", Model.MaySign),
        ("/sheets/reopen", Model.MayReopen),
        ("/sheets/cells", Model.MayEnter),
    ];

    [Fact]
    public async Task RandomHands_ChangeNothingOfOthers_AndTheLedgerExplainsEveryValue()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var values = 0;
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
            values += counted.Count;
        }

        // Otherwise nothing would have been shown.
        Assert.NotEqual(0, values);
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

    /// <summary>As often as not one who may, so that sheets come through all hands.</summary>
    private static SignedInPerson Somebody(
        Model model,
        Func<SignedInPerson, bool> may,
        Random random
    )
    {
        var able = random.Next(2) == 0 ? model.People.Where(may).ToList() : [];
        return able.Count > 0
            ? able[random.Next(able.Count)]
            : model.People[random.Next(model.People.Count)];
    }

    private async Task ActAsync(TownshipYear year, Model model, Random random)
    {
        var sheet = model.Sheets[random.Next(model.Sheets.Count)];
        var step = random.Next(8);
        var (path, may) = Steps[Math.Min(step, Steps.Length - 1)];
        var person = Somebody(model, who => may(who, sheet), random);
        var allowed = may(person, sheet);
        var named = new[] { new { department = sheet.Key.Department } };
        object body =
            step < Steps.Length - 1
                ? new
                {
                    sheets = named,
                    confirm = true,
                    reason = "复核",
                    incomplete = "其余不评",
                }
                : await CellAsync(year, sheet, random);
        using var client = host.As(person);
        using var answer = await year.SendAsync(
            client,
            path,
            body,
            method: body is CellsAsked ? HttpMethod.Put : HttpMethod.Post
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
