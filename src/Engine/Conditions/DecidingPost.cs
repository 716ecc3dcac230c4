namespace Assessment.Engine.Conditions;

/// <summary>What a condition comes to when no more is known of a person than the post (职务).</summary>
internal static class DecidingPost
{
    /// <returns>Null where it depends on more than the post.</returns>
    internal static bool? DecidedByPost(this Condition condition, string post) =>
        condition switch
        {
            NameCondition { Of: SubjectName.Post } name => name.Names.Contains(
                post,
                StringComparer.Ordinal
            ),
            Not => !condition.Parts[0].DecidedByPost(post),
            AllOf => Decided(condition, post, deciding: false),
            AnyOf => Decided(condition, post, deciding: true),
            _ => null,
        };

    /// <param name="deciding">What of one part alone decides the whole.</param>
    private static bool? Decided(Condition condition, string post, bool deciding)
    {
        bool? all = !deciding;
        foreach (var part in condition.Parts)
        {
            var one = part.DecidedByPost(post);
            if (one == deciding)
                return deciding;
            if (one is null)
                all = null;
        }
        return all;
    }
}
