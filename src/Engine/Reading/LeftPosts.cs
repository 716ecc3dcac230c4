using Assessment.Engine.Conditions;

namespace Assessment.Engine.Reading;

/// <summary>Whether conditions that are tried in turn leave anybody to a later one, as far as posts (职务) decide it.</summary>
internal static class LeftPosts
{
    /// <param name="earlier">Null for one that takes everybody.</param>
    internal static bool AreNone(
        Condition condition,
        IEnumerable<Condition?> earlier,
        ReadingState state
    ) =>
        // A condition that could not be read takes nobody away.
        state.Problems.IsEmpty
        && state.Posts.Count > 0
        && state.Posts.Keys.All(post =>
            condition.DecidedByPost(post) == false
            || earlier.Any(one => one is null || one.DecidedByPost(post) == true)
        );
}
