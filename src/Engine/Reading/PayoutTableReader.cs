using Assessment.Engine.Language;

namespace Assessment.Engine.Reading;

/// <summary>Reads the payout table (发放表): what each role gets by tier.</summary>
internal sealed class PayoutTableReader(ReadingState state, IReadOnlyList<string> tiers)
{
    internal PayoutTable Read(YamlMap map)
    {
        var ids = new WrittenOnce(state, "发放对象");
        var roles = map.Maps("roles").Select(role => ReadRole(role, ids)).ToList();
        var cells = new List<PayoutCell>();
        foreach (var written in map.Maps("table"))
        {
            cells.Add(ReadCell(written, roles, cells));
        }

        var otherwise = new PayoutCell("", "", new(0m, "0", null), new("", "", null));
        if (map.Map("otherwise") is { } rest)
        {
            otherwise = new(
                "",
                "",
                state.Constant(rest, "amount"),
                state.Citation(rest, "payout.otherwise")
            );
            rest.Close();
        }
        return new(roles, cells, otherwise);
    }

    private PayoutRole ReadRole(YamlMap map, WrittenOnce ids)
    {
        var id = map.Text("id");
        ids.Check(map, id);
        var role = new PayoutRole(
            id,
            map.Text("title"),
            [.. map.Maps("who").Select(ReadCondition)],
            map.OptionalText("onePerArea"),
            state.Citation(map, id)
        );
        map.Close();
        return role;
    }

    private StaffCondition ReadCondition(YamlMap map)
    {
        var post = map.Text("post");
        if (post.Length > 0)
        {
            state.CheckPosts(map, "post", [post]);
        }

        var condition = new StaffCondition(
            post,
            map.OptionalFlag("presiding"),
            map.OptionalFlag("onSite")
        );
        map.Close();
        return condition;
    }

    private PayoutCell ReadCell(YamlMap map, List<PayoutRole> roles, List<PayoutCell> earlier)
    {
        var tier = map.Text("tier");
        var role = map.Text("role");
        if (!tiers.Contains(tier, StringComparer.Ordinal))
        {
            state.Problems.Add(
                map.Take("tier") ?? map.Node,
                "tier-unknown",
                $"没有“{tier}”档{NearestName.Hint(tier, tiers)}"
            );
        }

        if (!roles.Exists(known => string.Equals(known.Id, role, StringComparison.Ordinal)))
        {
            state.Problems.Add(
                map.Take("role") ?? map.Node,
                "role-unknown",
                $"没有发放对象“{role}”{NearestName.Hint(role, roles.Select(known => known.Id))}"
            );
        }

        if (earlier.Exists(cell => cell.Tier == tier && cell.Role == role))
        {
            state.Problems.Add(map.Node, "cell-twice", $"{tier} 档“{role}”的金额写了两次");
        }

        var cell = new PayoutCell(
            tier,
            role,
            state.Constant(map, "amount"),
            state.Citation(map, $"payout.{tier}.{role}")
        );
        map.Close();
        return cell;
    }
}
