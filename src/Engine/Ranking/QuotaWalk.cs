namespace Assessment.Engine.Ranking;

/// <summary>名额: who gets one of a limited number of places.</summary>
internal static class QuotaWalk
{
    /// <summary>
    /// Walks down the ranks. A group of tied candidates is admitted only if the whole group fits in what is left;
    /// the walk stops at the first that does not.
    /// </summary>
    /// <param name="candidates">Subjects with their ranks.</param>
    internal static IEnumerable<int> Admit(
        IEnumerable<(int Subject, int Rank)> candidates,
        int places
    )
    {
        foreach (
            var group in candidates.GroupBy(candidate => candidate.Rank).OrderBy(group => group.Key)
        )
        {
            places -= group.Count();
            if (places < 0)
                yield break;
            foreach (var (subject, _) in group)
                yield return subject;
        }
    }
}
