namespace Assessment.Engine.Ranking;

/// <summary>名额: who gets one of a limited number of places.</summary>
internal static class QuotaWalk
{
    /// <summary>
    /// How many of the candidates are admitted. Walks down the ranks: a group of tied candidates is admitted only if
    /// the whole group fits in what is left; the walk stops at the first that does not.
    /// </summary>
    /// <param name="ranks">The candidates' ranks, ascending.</param>
    internal static int CountAdmitted(IReadOnlyList<int> ranks, int places)
    {
        var admitted = 0;
        while (admitted < ranks.Count)
        {
            var end = admitted + 1;
            while (end < ranks.Count && ranks[end] == ranks[admitted])
            {
                end++;
            }

            if (end > places)
            {
                break;
            }

            admitted = end;
        }
        return admitted;
    }
}
