using System.Text.Json;
using Assessment.Scoring.Calculation;
using Xunit;

namespace Assessment.Scoring.Tests;

public sealed class CompletenessTest
{
    [Fact]
    public void SourceThatHasNotAnswered_IsWaitedFor() =>
        Assert.Equal([("survey", "answer")], Codes(State(answers: [])));

    [Fact]
    public void SourceWithPendingImports_IsWaitedFor() =>
        Assert.Equal([("survey", "imports")], Codes(State(answers: [Answer(pending: 1)])));

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 0)]
    [InlineData(6, 0)]
    public void VersionThatTheLedgerLacks_IsWaitedFor(long recorded, int waiting) =>
        Assert.Equal(
            waiting,
            Codes(
                State(
                    answers: [Answer(versions: new() { ["a1"] = 5 })],
                    recorded: new() { [("survey", "a1")] = recorded, [("hotline", "a1")] = 99 }
                )
            ).Length
        );

    [Fact]
    public void OwnImports_AreWaitedFor() =>
        Assert.Equal([("scoring", "imports")], Codes(State(answers: [Answer()], ownImports: 1)));

    [Fact]
    public void EverythingThere_NothingIsWaitedFor() =>
        Assert.Empty(Codes(State(answers: [Answer()])));

    private static (string, string)[] Codes(CollectionState state) =>
        [.. Completeness.WaitingFor(state).Select(waiting => (waiting.Source, waiting.Code))];

    private static CollectionState State(
        CalculationAnswer[] answers,
        Dictionary<(string, string), long>? recorded = null,
        int ownImports = 0
    ) => new(["survey"], answers, recorded ?? [], ownImports);

    private static CalculationAnswer Answer(
        int pending = 0,
        Dictionary<string, long>? versions = null
    ) =>
        new()
        {
            Source = "survey",
            PendingImports = pending,
            VersionsJson = JsonSerializer.Serialize(versions ?? []),
        };
}
