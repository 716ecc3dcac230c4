using System.Collections.Frozen;
using System.Globalization;
using Assessment.Engine.Reading;
using Assessment.Engine.Results;

namespace Assessment.Engine;

/// <summary>Reads a scheme file (方案文件). The language is described in this project's README.</summary>
public static class SchemeReader
{
    /// <param name="fileName">Named in problems.</param>
    /// <exception cref="SchemeException">The file is not a scheme; carries every problem.</exception>
    public static Scheme Read(string yaml, string fileName)
    {
        var problems = new ProblemList(fileName);
        var scheme = Read(yaml, problems);
        return scheme is not null && problems.IsEmpty
            ? scheme
            : throw new SchemeException(problems.Sorted());
    }

    /// <summary>Every problem of the file; none where it is a scheme.</summary>
    public static IReadOnlyList<SchemeProblem> Check(string yaml, string fileName)
    {
        var problems = new ProblemList(fileName);
        _ = Read(yaml, problems);
        return problems.Sorted();
    }

    private static Scheme? Read(string yaml, ProblemList problems)
    {
        if (YamlFile.Parse(yaml, problems, "方案文件") is not { } root || !problems.IsEmpty)
            return null;
        var state = new ReadingState(problems);
        var head = ReadHead(root, state);
        DeclarationReader.ReadParameters(root, state);
        DeclarationReader.ReadFacts(root, state);
        DeclarationReader.ReadEvents(root, state);
        DeclarationReader.ReadPosts(root, state);
        var collection = new CollectionReader(state).Read(root);
        var areas = root.Map("areas") is { } map ? new SheetReader(state).Read(map) : null;
        var payout = new PayoutReader(state, areas?.Tiers ?? []).Read(root);
        root.Close();
        // What is unused is only worth saying when everything else could be read.
        if (problems.IsEmpty)
            ReportUnused(root, state);
        if (areas is null)
            return null;
        return new(
            head,
            collection,
            new(
                [.. state.Parameters.Values],
                FactRanges(state),
                state.Slots.ToFrozenDictionary(),
                state.Events.ToFrozenDictionary(StringComparer.Ordinal),
                state.Posts,
                areas,
                payout,
                state.Citations
            )
        );
    }

    private static FrozenDictionary<string, PointRange?> FactRanges(ReadingState state)
    {
        var ranges = state.Facts.ToDictionary(
            fact => fact.Key,
            fact => fact.Value.Range,
            StringComparer.Ordinal
        );
        foreach (var line in state.Lines.Values)
            ranges[line.Id] = new(line.Least, line.Most);
        return ranges.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static SchemeHead ReadHead(YamlMap root, ReadingState state)
    {
        var source = new SchemeSource("", "", "", default);
        if (root.Map("source") is { } map)
        {
            var text = map.Text("date");
            if (
                !DateOnly.TryParseExact(
                    text,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var date
                )
                && text.Length > 0
            )
            {
                state.Problems.Add(
                    map.Take("date")!,
                    "date-expected",
                    "“date”应当是日期，例如 2024-06-28"
                );
            }
            source = new(map.Text("file"), map.Text("title"), map.Text("issuer"), date);
            map.Close();
        }
        return new(
            root.Text("scheme"),
            Sha256.Of(CanonicalForm.Of(root.Node)),
            root.Text("title"),
            root.Text("township"),
            root.Integer("year"),
            source
        );
    }

    private static void ReportUnused(YamlMap root, ReadingState state)
    {
        Report("parameters", state.Parameters.Values, parameter => parameter.Id);
        Report("facts", state.Facts.Values, fact => fact.Item);
        Report("events", state.Events.Values, rule => rule.Id);
        foreach (var line in state.Lines.Values.Where(line => !state.Used.Contains(line)))
        {
            var at = state
                .Citations.First(cited => ReferenceEquals(cited.Citation, line.Citation))
                .Line;
            state.Problems.Add(at, 1, "unused", $"评分线条“{line.Id}”没有任何规则用到");
        }

        void Report<T>(string section, IEnumerable<T> declared, Func<T, string> id)
            where T : class
        {
            foreach (var unused in declared.Where(one => !state.Used.Contains(one)))
            {
                var name = id(unused);
                var key = root.OptionalMap(section)!.KeyNode(name);
                state.Problems.Add(key, "unused", $"“{section}”里的“{name}”没有任何规则用到");
            }
        }
    }
}
