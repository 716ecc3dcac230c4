using Assessment.Contracts;

namespace Assessment.Scoring.Calculation;

/// <summary>What a calculation still waits for.</summary>
/// <param name="Source"><c>survey</c>, <c>hotline</c>, or <c>scoring</c> for imports into this service.</param>
/// <param name="Code"><c>answer</c>, <c>imports</c> or <c>facts</c>.</param>
/// <param name="Message">For people.</param>
public sealed record MissingInput(string Source, string Code, string Message);

/// <summary>What is known of the sources when somebody asks whether everything is there.</summary>
/// <param name="Expected">The sources that the scheme asks.</param>
/// <param name="Answers">Their newest answers to the request.</param>
/// <param name="Recorded">The newest version in the ledger by source and subject.</param>
/// <param name="OwnImports">Imports into this service that have not ended.</param>
public sealed record CollectionState(
    IReadOnlyList<string> Expected,
    IReadOnlyCollection<CalculationAnswer> Answers,
    IReadOnlyDictionary<(string Source, string Subject), long> Recorded,
    int OwnImports
);

/// <summary>Decides whether a calculation may begin: nothing that anybody knows of may be under way.</summary>
public static class Completeness
{
    private const string Own = "scoring";

    public static IReadOnlyList<MissingInput> WaitingFor(CollectionState state) =>
        [
            .. state.Expected.Select(source => WaitingFor(source, state)).OfType<MissingInput>(),
            .. state.OwnImports > 0
                ? [new MissingInput(Own, "imports", $"还有 {state.OwnImports} 个导入未完成")]
                : Array.Empty<MissingInput>(),
        ];

    private static MissingInput? WaitingFor(string source, CollectionState state)
    {
        var title = Collector.TitleOf(source);
        var answer = state.Answers.SingleOrDefault(answer => answer.Source == source);
        if (answer is null)
        {
            return new MissingInput(source, "answer", $"等待{title}答复");
        }

        if (answer.PendingImports > 0)
        {
            return new MissingInput(
                source,
                "imports",
                $"{title}还有 {answer.PendingImports} 个导入未完成"
            );
        }

        var behind = answer.Versions.Count(version =>
            state.Recorded.GetValueOrDefault((source, version.Key)) < version.Value
        );
        return behind > 0
            ? new MissingInput(source, "facts", $"{title}还有 {behind} 个对象的数据未到")
            : null;
    }
}
