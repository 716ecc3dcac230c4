using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Reads <c>followUp</c>: what results raise after them.</summary>
internal sealed class FollowUpReader(
    ReadingState state,
    FollowUpCauseReader causes,
    PartyReader parties
)
{
    private static readonly (string Word, FollowUpKind Kind)[] Kinds =
    [
        ("talk", FollowUpKind.Talk),
        ("reminder", FollowUpKind.Reminder),
        ("list", FollowUpKind.List),
    ];

    internal IReadOnlyList<FollowUp> Read(YamlMap root) =>
        [.. root.OptionalMaps("followUp").Select(ReadOne).OfType<FollowUp>()];

    /// <returns>Null where it is not known what is raised, or by what.</returns>
    private FollowUp? ReadOne(YamlMap map)
    {
        var title = map.Text("title");
        var when = map.Map("when") is { } written ? causes.Read(written) : null;
        var kind = KnownWord.Read(map, "raises", "follow-up-unknown", Kinds, state);
        var citation = state.Citation(map, $"followUp.{title}");
        if (kind is null || when is null)
        {
            return null;
        }

        // A list is of whom the cause concerns: nobody talks, and the keys for that are not known.
        var isTalk = kind != FollowUpKind.List;
        var hasLine = when is FollowUpCause.OfFinding finding && causes.IsOfLine(finding);
        var followUp = new FollowUp(
            title,
            when,
            kind.Value,
            isTalk ? parties.Read(map, "by", hasLine) : [],
            isTalk ? parties.Read(map, "with", hasLine) : [],
            isTalk && map.Flag("written", otherwise: false),
            citation
        );
        map.Close();
        return followUp;
    }
}
