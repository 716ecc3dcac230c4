using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.Edits;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>Many people edit the same registers at once: no edit is lost, and the history explains every value.</summary>
[Collection(ScoringService.Name)]
public sealed class RegisterEditsTest(ScoringHost host)
{
    private const int People = 8;
    private const int EditsEach = 12;
    private static readonly string[] Columns = ["households", "party_members"];

    [Fact]
    public async Task RandomEditsAtOnce_LoseNothing_AndTheHistoryExplainsEveryValue()
    {
        var year = await TownshipYear.OpenAsync(host);
        var scopes = new[] { new RegisterPages(year, cycle: null), new(year, year.Cycle) };

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, People).Select(person => EditAsync(scopes, new Random(person)))
        );

        Assert.Contains(outcomes, outcome => outcome.Refused > 0);
        var applied = outcomes.SelectMany(outcome => outcome.Applied).ToList();
        foreach (var (scope, pages) in scopes.Index())
        {
            foreach (var row in await pages.RowsAsync("areas"))
            {
                var key = (string)row["key"]!;
                var history = await pages.HistoryAsync("areas", row);
                // Each edit that was confirmed is there, once, with the version it was confirmed with.
                Assert.Equal(
                    applied
                        .Where(edit => edit.Scope == scope && edit.Key == key)
                        .Select(edit => (edit.Version, edit.Column, edit.Value))
                        .Order(),
                    history
                        .Where(change => (string?)change!["kind"] == "changed")
                        .Select(change =>
                        {
                            var value = Assert.Single(change!["after"]!.AsObject());
                            return ((long)change["version"]!, value.Key, value.Value!.ToString());
                        })
                        .Order()
                );
                Assert.Equal(Replayed(history), RegisterPages.With(row));
            }
        }
    }

    private static async Task<Outcome> EditAsync(RegisterPages[] scopes, Random random)
    {
        var (applied, refused) = (new List<Edit>(), 0);
        while (applied.Count < EditsEach)
        {
            var scope = random.Next(scopes.Length);
            var row = await scopes[scope].RowAsync("areas", random.Next(2) == 0 ? "a1" : "a2");
            var column = Columns[random.Next(Columns.Length)];
            var value = $"{random.Next(1_000_000)}";
            using var answer = await scopes[scope]
                .PutAsync(
                    "areas",
                    row,
                    new
                    {
                        values = RegisterPages.With(row, (column, value)),
                        date = "2024-06-01",
                        reason = "核对",
                    }
                );
            var text = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            if (answer.StatusCode == HttpStatusCode.PreconditionFailed)
            {
                Assert.Equal(
                    DomainException.CodeOf(typeof(SomebodyElseWasFaster)),
                    (string?)text["code"]
                );
                refused++;
                continue;
            }

            Assert.True(answer.IsSuccessStatusCode, text.ToString());
            applied.Add(
                new Edit(scope, (string)row["key"]!, (long)text["version"]!, column, value)
            );
        }

        return new Outcome(applied, refused);
    }

    /// <summary>The values that the changes come to, from the oldest on.</summary>
    private static Dictionary<string, string> Replayed(JsonArray history)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var change in history.Reverse())
        {
            foreach (var (column, value) in change!["after"]!.AsObject())
            {
                values[column] = value!.ToString();
            }
        }

        return values;
    }

    private sealed record Edit(int Scope, string Key, long Version, string Column, string Value);

    private sealed record Outcome(IReadOnlyList<Edit> Applied, int Refused);
}
