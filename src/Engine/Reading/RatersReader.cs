using Assessment.Engine.Expressions;
using Assessment.Engine.Panels;

namespace Assessment.Engine.Reading;

/// <summary>Reads <c>raters</c>: who may cast a sheet.</summary>
internal sealed class RatersReader(ReadingState state)
{
    private static readonly (string Word, RatersFrom From)[] Froms =
    [
        ("list", RatersFrom.List),
        ("names", RatersFrom.Names),
        ("staff", RatersFrom.Staff),
        ("areas", RatersFrom.Areas),
        ("departments", RatersFrom.Departments),
        ("subjects", RatersFrom.Subjects),
    ];

    internal PanelRaters Read(YamlMap panel)
    {
        if (panel.Map("raters") is not { } map)
        {
            return new(RatersFrom.List, null, None, []);
        }

        var from = KnownWord.Read(map, "from", "raters-unknown", Froms, state);
        var raters = new PanelRaters(
            from ?? RatersFrom.List,
            from == RatersFrom.Staff ? ReadPosts(map) : null,
            from == RatersFrom.Staff ? ReadNames(map) : None,
            ReadClasses(map)
        );
        if (from is not null)
        {
            map.Close();
        }

        return raters;
    }

    private static IReadOnlyDictionary<string, string> None { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Those named, or all but those named.</summary>
    private HashSet<string>? ReadPosts(YamlMap map)
    {
        var named = map.Has("posts") ? map.Texts("posts") : null;
        var but = map.Has("except") ? map.Texts("except") : null;
        state.CheckPosts(map, "posts", named ?? []);
        state.CheckPosts(map, "except", but ?? []);
        return named is null && but is null
            ? null
            : (named ?? state.Posts.Keys)
                .Except(but ?? [], StringComparer.Ordinal)
                .ToHashSet(StringComparer.Ordinal);
    }

    private OrderedDictionary<string, string> ReadNames(YamlMap map)
    {
        var names = DeclarationReader.ReadTitles(map, "names", state);
        state.CheckPosts(map, "names", names.Values);
        return names;
    }

    private List<RaterClass> ReadClasses(YamlMap map)
    {
        var classes = new List<RaterClass>();
        var weights = new List<Constant>();
        foreach (var (id, written) in DeclarationReader.Named(map.OptionalMap("classes"), state))
        {
            var weight = state.OptionalConstant(written, "weight");
            var atLeast = state.OptionalConstant(written, "atLeast");
            if (atLeast is not null && Shares.IsImpossible(atLeast))
            {
                state.Problems.Add(
                    written.Take("atLeast")!,
                    "share-impossible",
                    $"“atLeast”应当大于 0%，不超过 100%{Shares.Written(atLeast)}"
                );
            }

            if (weight is not null)
            {
                weights.Add(weight);
            }

            classes.Add(new(id, written.Text("title"), weight?.Value, atLeast?.Value));
            written.Close();
        }
        if (weights.Count > 0 && weights.Count < classes.Count)
        {
            state.Problems.Add(
                map.Take("classes")!,
                "rater-weights-missing",
                "评价人的各类要么都写权重（weight），要么都不写"
            );
        }
        else if (weights.Count > 0 && Shares.NotWhole(weights) is { } sum)
        {
            state.Problems.Add(map.Take("classes")!, "weights-not-whole", $"各类权重之和{sum}");
        }

        return classes;
    }
}
