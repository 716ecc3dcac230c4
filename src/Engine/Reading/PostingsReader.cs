using Assessment.Engine.Language;
using Assessment.Engine.Payouts;

namespace Assessment.Engine.Reading;

/// <summary>Reads <c>postings</c>, which whoever assesses or pays people must have.</summary>
internal static class PostingsReader
{
    private const string Key = "postings";

    private static readonly (string Word, AssessedPosting Posting)[] AssessedPostings =
    [
        ("longest", AssessedPosting.Longest),
        ("last", AssessedPosting.Last),
    ];

    private static readonly (string Word, PostingTies Ties)[] TiesWords =
    [
        ("later", PostingTies.Later),
        ("earlier", PostingTies.Earlier),
    ];

    private static readonly (string Word, PaidPosting Paid)[] PaidPostings =
    [
        ("perPosting", PaidPosting.PerPosting),
        ("assessed", PaidPosting.Assessed),
    ];

    /// <returns>Null where the scheme neither assesses nor pays people.</returns>
    internal static Postings? Read(YamlMap root, PayoutRule? payout, ReadingState state)
    {
        if (!root.Has("staff") && !root.Has("payout"))
        {
            if (root.Take(Key) is not null)
            {
                state.Problems.Add(
                    root.KeyNode(Key),
                    "postings-unused",
                    $"方案没有人员考核，也没有发放，用不上“{Key}”"
                );
            }

            return null;
        }

        if (root.Map(Key) is not { } map)
        {
            return null;
        }

        var postings = new Postings(
            ReadDay(map, state),
            KnownWord.Read(map, "assessed", "assessed-unknown", AssessedPostings, state)
                ?? AssessedPosting.Longest,
            KnownWord.Read(map, "ties", "posting-ties-unknown", TiesWords, state)
                ?? PostingTies.Later,
            root.Has("payout") ? ReadPaid(map, payout, state) : null,
            state.Citation(map, Key)
        );
        map.Close();
        return postings;
    }

    private static int ReadDay(YamlMap map, ReadingState state)
    {
        const string On = "monthOn";
        var before = state.Problems.Count;
        var day = map.Integer(On);
        if (state.Problems.Count == before && day is < 1 or > Postings.LastDay)
        {
            state.Problems.Add(
                map.Take(On)!,
                "month-day-impossible",
                $"“{On}”应当是 1 至 {Postings.LastDay}：这一天每个月都要有"
            );
        }

        return day;
    }

    private static PaidPosting? ReadPaid(YamlMap map, PayoutRule? payout, ReadingState state)
    {
        var paid = KnownWord.Read(map, "paid", "paid-unknown", PaidPostings, state);
        if (
            paid == PaidPosting.PerPosting
            && payout is not null
            // What could not be read of the payout may well read months.
            && state.Problems.IsEmpty
            && !PayInputs.Of(payout).Contains(SubjectInput.Months)
        )
        {
            state.Problems.Add(
                map.Take("paid")!,
                "paid-without-months",
                "发放的算法没有用到在岗月数（months），分段发放（perPosting）会重复发放；应当写 assessed"
            );
        }

        return paid;
    }
}
