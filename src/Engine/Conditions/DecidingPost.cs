namespace Assessment.Engine.Conditions;

/// <summary>What a condition comes to when no more is known of a person than one name, such as the post (职务).</summary>
internal static class DecidingPost
{
    /// <returns>Null where it depends on more than the post.</returns>
    internal static bool? DecidedByPost(this Condition condition, string post) =>
        condition.DecidedBy(SubjectName.Post, post);

    /// <param name="name">Null where the person has no name of the kind.</param>
    /// <returns>Null where it depends on more than the name.</returns>
    internal static bool? DecidedBy(this Condition condition, SubjectName of, string? name) =>
        condition switch
        {
            NameCondition known when known.Of == of => known.Names.Contains(
                name,
                StringComparer.Ordinal
            ),
            Not => !condition.Parts[0].DecidedBy(of, name),
            AllOf => Decided(condition, of, name, deciding: false),
            AnyOf => Decided(condition, of, name, deciding: true),
            _ => null,
        };

    /// <param name="deciding">What of one part alone decides the whole.</param>
    private static bool? Decided(Condition condition, SubjectName of, string? name, bool deciding)
    {
        bool? all = !deciding;
        foreach (var part in condition.Parts)
        {
            var one = part.DecidedBy(of, name);
            if (one == deciding)
            {
                return deciding;
            }

            if (one is null)
            {
                all = null;
            }
        }
        return all;
    }
}
