using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>Many people score, change and withdraw the same scores at once: nothing is lost, and the ledger explains every value.</summary>
[Collection(ScoringService.Name)]
public sealed class ScoreEditsTest(ScoringHost host)
{
    private const int People = 8;
    private const int EditsEach = 12;
    private static readonly string[] Areas = ["a1", "a2"];
    private static readonly string[] Departments = ["社建办", "党服中心"];

    [Fact]
    public async Task RandomEditsAtOnce_LoseNothing_AndTheLedgerExplainsEveryScore()
    {
        var year = await TownshipYear.ScoringAsync(host);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, People).Select(person => EditAsync(year, person))
        );

        Assert.Contains(outcomes, outcome => outcome.Refused > 0);
        var taken = outcomes.SelectMany(outcome => outcome.Taken).ToList();
        Assert.Equal(People * EditsEach, taken.Count);
        var ledger = await year.LedgerAsync("R1.1");
        // Each edit that was confirmed is there, once, right after the entry that it was made from.
        Assert.Equal(
            taken.OrderBy(edit => edit.Entry),
            ledger
                .Select(entry => new Edit(
                    (long)entry["id"]!,
                    (long?)entry["supersedes"] ?? 0,
                    CellOf(entry),
                    (bool)entry["withdrawn"]! ? null : (decimal)entry["value"]!,
                    (string)entry["reason"]!
                ))
                .OrderBy(edit => edit.Entry)
        );
        foreach (var cell in ledger.GroupBy(CellOf))
        {
            var entries = cell.OrderBy(entry => (long)entry["id"]!).ToList();
            // One after the other, without a branch.
            Assert.Equal(
                entries.SkipLast(1).Select(entry => (long?)entry["id"]).Prepend(null),
                entries.Select(entry => (long?)entry["supersedes"])
            );
            Assert.Equal(
                entries.Select(
                    (entry, at) => at == entries.Count - 1 && !(bool)entry["withdrawn"]!
                ),
                entries.Select(entry => (bool)entry["current"]!)
            );
        }
    }

    private static async Task<Outcome> EditAsync(TownshipYear year, int person)
    {
        var random = new Random(person);
        var (taken, refused) = (new List<Edit>(), 0);
        while (taken.Count < EditsEach)
        {
            var cell = new Cell(
                Areas[random.Next(Areas.Length)],
                Departments[random.Next(Departments.Length)]
            );
            var newest = (await year.LedgerAsync("R1.1")).LastOrDefault(entry =>
                CellOf(entry) == cell
            );
            var seen = (long?)newest?["id"] ?? 0;
            var reason = $"第 {person} 人第 {taken.Count} 次，{random.Next(1_000_000)}";
            decimal? score =
                newest is not null && !(bool)newest["withdrawn"]! && random.Next(4) == 0
                    ? null
                    : random.Next(101);
            using var answer = await year.SendAsync(
                year.Admin,
                score is null ? "/scores/withdraw" : "/scores",
                new
                {
                    area = cell.Area,
                    item = "R1.1",
                    department = cell.Department,
                    score,
                    reason,
                },
                $"\"{seen}\""
            );
            if (answer.StatusCode == HttpStatusCode.PreconditionFailed)
            {
                var current = (await answer.Content.ReadFromJsonAsync<JsonNode>())!["current"]!;
                Assert.Equal(cell, CellOf(current));
                Assert.True((long)current["id"]! > seen);
                refused++;
                continue;
            }

            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            taken.Add(
                new Edit(long.Parse(answer.Headers.ETag!.Tag.Trim('"')), seen, cell, score, reason)
            );
        }

        return new Outcome(taken, refused);
    }

    private static Cell CellOf(JsonNode entry) =>
        new((string)entry["subject"]!, (string)entry["by"]!);

    private sealed record Cell(string Area, string Department);

    /// <param name="Seen">The entry that it was made from; 0 where there was none.</param>
    /// <param name="Score">Null for a withdrawal.</param>
    private sealed record Edit(long Entry, long Seen, Cell Cell, decimal? Score, string Reason);

    private sealed record Outcome(IReadOnlyList<Edit> Taken, int Refused);
}
