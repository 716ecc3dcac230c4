using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Reads <c>staff</c>: the classes in which people are assessed.</summary>
internal sealed class StaffReader(ReadingState state, SheetScope? areas)
{
    /// <summary>What the classes call their grades and bands, for the payout.</summary>
    internal SheetScope AllNames { get; } = new(ScopeKind.Payout, state.StaffSlots, areas);

    internal List<ScoreSheet> Read(YamlMap root)
    {
        var classes = new List<ScoreSheet>();
        if (root.OptionalMap("staff") is not { } map)
        {
            return classes;
        }

        var asides = map.OptionalMaps("aside");
        var ids = new WrittenOnce(state, "类别");
        foreach (var written in map.Maps("classes"))
        {
            var scope = new SheetScope(ScopeKind.Staff, state.StaffSlots, areas)
            {
                Of = written.Peek("id") ?? "",
            };
            if (new SheetReader(state, scope).ReadClass(written, asides) is { } sheet)
            {
                ids.Check(written, sheet.Id!);
                if (LeftPosts.AreNone(sheet.Who!, classes.Select(one => one.Who), state))
                {
                    state.Problems.Add(
                        written.Node,
                        "unreachable",
                        $"没有人属于“{sheet.Title}”：符合“who”的职务都已在前面的类别里，或没有职务符合"
                    );
                }

                new LookupNames(
                    state,
                    scope,
                    sheet.Who,
                    [.. classes.Select(one => one.Who)]
                ).Check();
                classes.Add(sheet);
            }
            Add(AllNames.Grades, scope.Grades);
            Add(AllNames.Bands, scope.Bands);
        }
        foreach (var aside in asides)
        {
            aside.Close();
        }

        map.Close();
        return classes;
    }

    private static void Add(List<string> all, List<string> names) =>
        all.AddRange(names.Where(name => !all.Contains(name, StringComparer.Ordinal)));
}
