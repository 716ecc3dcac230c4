namespace Assessment.Engine.Ranking;

/// <summary>排名 1,2,2,4: who is tied shares the better rank.</summary>
internal static class Ranks
{
    /// <summary>Ranks of the subjects 0 … count − 1, the largest first.</summary>
    internal static int[] Descending(int count, Comparison<int> compare)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++)
        {
            order[i] = i;
        }

        Sort(order, compare);

        var ranks = new int[count];
        for (var i = 0; i < count; i++)
        {
            ranks[order[i]] =
                i > 0 && compare(order[i], order[i - 1]) == 0 ? ranks[order[i - 1]] : i + 1;
        }
        return ranks;
    }

    /// <summary>The largest first. The subject's number breaks ties, so that the order is the same however the sort works.</summary>
    internal static void Sort(int[] subjects, Comparison<int> compare) =>
        Array.Sort(subjects, (a, b) => compare(b, a) is var c and not 0 ? c : a.CompareTo(b));
}
