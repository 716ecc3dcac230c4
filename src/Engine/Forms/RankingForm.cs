using Assessment.Engine.Language;

namespace Assessment.Engine.Forms;

/// <summary>强制排名: the subjects that are marked have the ranks 1 to n, each rank once.</summary>
public sealed record RankingForm(string Id, string Title, Citation Citation)
    : ScoringForm(Id, Title, Citation)
{
    public override PointRange? Range => null;

    public override FormReport Check(IReadOnlyList<Mark> marks)
    {
        var problems = new List<FormProblem>();
        var first = new Dictionary<decimal, string>();
        var wrong = new List<Mark>();
        foreach (var mark in marks)
        {
            if (Problem(mark, marks.Count, first) is { } problem)
            {
                problems.Add(problem);
                wrong.Add(mark);
            }
        }
        var free = Enumerable.Range(1, marks.Count).Where(rank => !first.ContainsKey(rank));
        return new(
            problems,
            [
                .. wrong.Zip(
                    free,
                    (mark, rank) => new FormChange(new(mark.Subject, rank), $"第 {rank} 名")
                ),
            ]
        );
    }

    /// <param name="first">Who has each rank; the mark's own is added where it may have it.</param>
    private static FormProblem? Problem(Mark mark, int count, Dictionary<decimal, string> first)
    {
        if (mark.Score is not { } rank)
        {
            return Missing(mark, "名次");
        }

        if (rank < 1m || rank > count || rank != decimal.Floor(rank))
        {
            return new(
                "form-rank-outside",
                mark.Subject,
                $"“{mark.Subject}”的名次 {Number(rank)} 不对：{count} 名对象，名次应当是 1 到 {count}"
            );
        }

        return first.TryAdd(rank, mark.Subject)
            ? null
            : new(
                "form-rank-twice",
                mark.Subject,
                $"“{mark.Subject}”和“{first[rank]}”都排第 {Number(rank)} 名，每个名次只能用一次"
            );
    }
}
