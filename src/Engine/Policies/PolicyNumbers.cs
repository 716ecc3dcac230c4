using Assessment.Engine.Reading;

namespace Assessment.Engine.Policies;

/// <summary>Reads the numbers of a policy; it has no parameters.</summary>
internal sealed class PolicyNumbers(ProblemList problems)
{
    /// <summary>A number that is not below 0.</summary>
    internal decimal Number(YamlMap map, string key)
    {
        var text = map.Text(key);
        if (text.Length == 0)
        {
            return 0m;
        }

        if (ReadingState.TryNumber(text, out var number) && number >= 0m)
        {
            return number;
        }

        problems.Add(
            map.Take(key)!,
            "number-expected",
            $"“{key}”应当是不小于 0 的数字（例如 2），不是“{text}”"
        );
        return 0m;
    }

    /// <summary>A share from 0% to 100%, written with the percent sign.</summary>
    internal decimal Share(YamlMap map, string key)
    {
        var share = Number(map, key);
        if (share > 1m)
        {
            problems.Add(
                map.Take(key)!,
                "share-impossible",
                $"“{key}”应当在 0% 到 100% 之间，这里写的是 {Percent.Of(share)}（是否漏写了百分号？）"
            );
        }

        return share;
    }
}
