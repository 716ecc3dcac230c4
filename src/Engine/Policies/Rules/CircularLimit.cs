using Assessment.Engine.Language;

namespace Assessment.Engine.Policies.Rules;

/// <summary><c>circulars</c> 严格控制通报: so many circulars a year at most, of all kinds together.</summary>
internal sealed class CircularLimit(PolicyGround ground, PolicyScope scope, decimal atMost)
    : PolicyRule(ground, scope)
{
    internal override IEnumerable<Departure> Check(WrittenScheme written)
    {
        var circulars = written.Scheme.Circulars;
        var times = circulars.Sum(circular => circular.TimesPerYear);
        if (times > atMost)
        {
            yield return written.At(
                circulars[0].Citation,
                "every",
                "policy-circulars",
                $"通报（{string.Join("、", circulars.Select(circular => circular.Title))}）一年 {times} 次，应当{(atMost == 0m ? "不发" : $"不超过 {atMost:0.####} 次")}"
            );
        }
    }
}
