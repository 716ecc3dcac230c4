namespace Assessment.Engine.Policies.Rules;

/// <summary>
/// <c>rankings</c> 不发排名通报: the scheme says that an area is shown its own rank only, and has no rule about who is last.
/// </summary>
internal sealed class NoRankings(PolicyGround ground, PolicyScope scope) : PolicyRule(ground, scope)
{
    internal override IEnumerable<Departure> Check(WrittenScheme written)
    {
        if (written.Scheme.Publicity is not { } publicity)
        {
            yield return written.At(
                Scope.Sheets(written.Scheme).First().Rank.Citation,
                "clause",
                "policy-publicity-missing",
                "方案有排名，没有写明公示什么（publicity），应当写明名次只告知本单位（rankings: own）"
            );
        }
        else if (publicity.AllRankings)
        {
            yield return written.At(
                publicity.Citation,
                "rankings",
                "policy-rankings",
                "公示包括全部名次（rankings: all），应当只告知本单位的名次（rankings: own）"
            );
        }

        foreach (var last in Scope.Sheets(written.Scheme).SelectMany(sheet => sheet.LastPlaces))
        {
            yield return written.At(
                last.Citation,
                "last",
                "policy-last-places",
                $"“{last.Title}”按{string.Join("、", last.Periods.Select(id => last.Lines[0].Periods[id]))}列出末位，属于排名通报"
            );
        }
    }
}
