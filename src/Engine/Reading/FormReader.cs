using Assessment.Engine.Expressions;
using Assessment.Engine.Forms;
using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Reads a form (测评表): bands of scores, a range, options or a ranking.</summary>
internal sealed class FormReader(ReadingState state)
{
    /// <summary>Each form has one of these keys, which says what a mark on it is.</summary>
    private static readonly string[] Kinds = ["bands", "range", "options", "ranking"];

    /// <returns>Null where it does not say what a mark is.</returns>
    internal ScoringForm? Read(YamlMap map)
    {
        var id = map.Text("id");
        var title = map.Text("title");
        var citation = state.Citation(map, id);
        var kinds = Kinds.Where(map.Has).ToList();
        if (kinds.Count != 1)
        {
            state.Problems.Add(
                map.Node,
                "form-kind",
                $"一张表写一种填法：{string.Join("、", Kinds)} 之一{(kinds.Count > 1 ? $"，这里写了 {string.Join("、", kinds)}" : "")}"
            );
            return null;
        }
        ScoringForm? form = kinds[0] switch
        {
            "bands" => ReadBands(map, id, title, citation),
            "range" => ReadRange(map, id, title, citation),
            "options" => ReadOptions(map, id, title, citation),
            _ => ReadRanking(map, id, title, citation),
        };
        if (form?.Range is { } range)
        {
            form = form with { Anchors = AnchorReader.Read(map, range, state) };
        }

        map.Close();
        return form;
    }

    private RangeForm ReadRange(YamlMap map, string id, string title, Citation citation) =>
        new(
            id,
            title,
            DeclarationReader.ReadRange(map, "range", state) ?? new(0m, 0m),
            AnchorReader.ReadStep(map, state),
            citation
        );

    private OptionForm? ReadOptions(YamlMap map, string id, string title, Citation citation)
    {
        var options = DeclarationReader
            .ReadTitles(map, "options", state)
            .Select(option => new FormOption(option.Key, option.Value))
            .ToList();
        if (options.Count >= 2)
        {
            return new(id, title, options, citation);
        }

        state.Problems.Add(map.Take("options")!, "form-kind", "“options”至少要写两个选项");
        return null;
    }

    private RankingForm ReadRanking(YamlMap map, string id, string title, Citation citation)
    {
        if (!map.Flag("ranking", otherwise: false))
        {
            state.Problems.Add(map.Take("ranking")!, "form-kind", "“ranking”只能写 true");
        }

        return new(id, title, citation);
    }

    /// <returns>Null where there are no bands.</returns>
    private BandForm? ReadBands(YamlMap map, string id, string title, Citation citation)
    {
        var names = new WrittenOnce(state, "档");
        var bands = new List<FormBand>();
        var shares = new List<Constant>();
        PointRange? above = null;
        foreach (var written in map.Maps("bands"))
        {
            var share = state.OptionalConstant(written, "share");
            var limit = ReadLimit(written);
            var isRead = RangeReader.TryRead(written, state, out var range);
            if (isRead && above is not null && range.Most >= above.Least)
            {
                state.Problems.Add(
                    written.Node,
                    "form-bands-overlap",
                    "各档应当从高到低，分值互不重叠"
                );
            }

            if (share is not null)
            {
                CheckShare(written, share);
                shares.Add(share);
            }

            above = isRead ? range : above;
            var band = new FormBand(written.Text("name"), range, limit, share?.Value);
            names.Check(written, band.Name);
            bands.Add(band);
            written.Close();
        }
        CheckShares(map, shares, bands);
        return bands.Count == 0 ? null : new(id, title, bands, citation);
    }

    private BandLimit? ReadLimit(YamlMap band)
    {
        if (state.OptionalConstant(band, "atMost") is not { } share)
        {
            return null;
        }

        if (share.Text.Length > 0 && share.Value is < 0m or > 1m)
        {
            state.Problems.Add(
                band.Node,
                "share-impossible",
                $"比例应当在 0% 到 100% 之间{Shares.Written(share)}"
            );
        }

        var from = state.OptionalConstant(band, "atMostFrom");
        if (from is not null && (from.Value < 1m || from.Value != decimal.Floor(from.Value)))
        {
            state.Problems.Add(
                band.Take("atMostFrom")!,
                "limit-from-impossible",
                "“atMostFrom”应当是整数：被评对象从几名起受比例限制"
            );
        }

        return new(share.Value, (int)Math.Max(1m, from?.Value ?? 1m));
    }

    private void CheckShare(YamlMap band, Constant share)
    {
        if (Shares.IsImpossible(share))
        {
            state.Problems.Add(
                band.Node,
                "share-impossible",
                $"比例应当在 0% 到 100% 之间{Shares.Written(share)}"
            );
        }
    }

    /// <summary>A band without a share is outside the split, such as 不合格.</summary>
    private void CheckShares(YamlMap map, List<Constant> shares, List<FormBand> bands)
    {
        if (shares.Count > 0 && Shares.NotWhole(shares) is { } sum)
        {
            state.Problems.Add(map.Take("bands")!, "shares-not-whole", $"各档比例之和{sum}");
        }

        if (shares.Count > 0 && bands.Exists(band => band.Limit is not null))
        {
            state.Problems.Add(
                map.Take("bands")!,
                "form-limit-and-split",
                "一张表要么规定各档占多少（share），要么限制最多占多少（atMost），不能都写"
            );
        }

        if (
            bands.Count > 0
            && bands.TrueForAll(band => band.Limit is { From: 1 })
            && bands.Sum(band => band.Limit!.Share) < 1m
        )
        {
            state.Problems.Add(
                map.Take("bands")!,
                "shares-not-whole",
                "各档都有上限，加起来不到 100%，没有人能填"
            );
        }
    }
}
