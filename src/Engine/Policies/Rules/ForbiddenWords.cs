using Assessment.Engine.Language;

namespace Assessment.Engine.Policies.Rules;

/// <summary>
/// <c>forbiddenWords</c> 禁止事项: words that must not occur in titles and quotes of items, lines and events. A word within
/// one of the exceptions is not meant.
/// </summary>
internal sealed class ForbiddenWords(
    PolicyGround ground,
    PolicyScope scope,
    IReadOnlyList<WordPattern> words,
    IReadOnlyList<WordPattern> exceptions
) : PolicyRule(ground, scope)
{
    internal override IEnumerable<Departure> Check(WrittenScheme written)
    {
        // A line and its item mostly say the same; it is found once.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (what, texts, citation) in Places(written.Scheme))
        {
            foreach (var (key, text) in texts.Append(("quote", citation.Quote)))
            {
                if (Word(text) is not { } word)
                {
                    continue;
                }

                if (seen.Add(text))
                {
                    yield return written.At(
                        citation,
                        key,
                        "policy-forbidden-word",
                        $"{what}“{texts[0].Text}”涉及“{word}”{(key != "title" ? $"（{text}）" : "")}，{Asked}"
                    );
                }

                seen.UnionWith(texts.Select(one => one.Text).Append(citation.Quote));
                break;
            }
        }
    }

    private string Asked =>
        Ground.Severity == PolicySeverity.Warn ? "应当严格控制" : "不得列入考核";

    private IEnumerable<(string, List<(string Key, string Text)>, Citation)> Places(
        Scheme scheme
    ) =>
        Scope
            .Sheets(scheme)
            .SelectMany(sheet => sheet.Values)
            .Where(value => value.Kind == NamedValueKind.Item)
            .Select(item =>
                ("考核项目", new List<(string, string)> { ("title", item.Title) }, item.Citation)
            )
            .Concat(
                scheme.Collection.Lines.Select(line =>
                    (
                        "评分线条",
                        new List<(string, string)> { ("title", line.Title) },
                        line.Citation
                    )
                )
            )
            .Concat(Scope.Events(scheme).Select(rule => ("事项", Titles(rule), rule.Citation)));

    private static List<(string, string)> Titles(EventRule rule) =>
        [("title", rule.Title), .. rule.Levels.Select(level => ("levels", level.Title))];

    /// <summary>The first forbidden word of a text as it is written there; null where there is none.</summary>
    private string? Word(string text)
    {
        var allowed = exceptions.SelectMany(one => one.In(text)).ToList();
        return words
            .SelectMany(word => word.In(text))
            .Where(found =>
                !allowed.Exists(one => one.Start <= found.Start && found.End <= one.End)
            )
            .OrderBy(found => found.Start)
            .Select(found => text[found.Start..found.End])
            .FirstOrDefault();
    }
}
