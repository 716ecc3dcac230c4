using Assessment.Engine.Reading;

namespace Assessment.Engine.Questionnaires;

/// <summary>Reads one question (题目) of a questionnaire file.</summary>
internal sealed class QuestionReader(ProblemList problems)
{
    private const int Letters = 26;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    internal Question Read(YamlMap map)
    {
        var id = map.Text("id");
        if (!_ids.Add(id))
        {
            problems.Add(map.Node, "duplicate-id", $"题号“{id}”用了两次");
        }

        var text = map.Text("text");
        var question = ReadKind(map) switch
        {
            QuestionKind.Points => new Question(
                id,
                text,
                QuestionKind.Points,
                map.Integer("max"),
                []
            ),
            QuestionKind.FreeText => new Question(id, text, QuestionKind.FreeText, 0, []),
            var kind => ReadChoice(map, id, text, kind),
        };
        map.Close();
        return question;
    }

    private QuestionKind ReadKind(YamlMap map)
    {
        switch (map.OptionalText("kind"))
        {
            case null:
                return map.Has("options") ? QuestionKind.SingleChoice : QuestionKind.Points;
            case "points":
                return QuestionKind.Points;
            case "single":
                return QuestionKind.SingleChoice;
            case "multiple":
                return QuestionKind.MultipleChoice;
            case "text":
                return QuestionKind.FreeText;
            default:
                problems.Add(
                    map.Take("kind")!,
                    "kind-unknown",
                    "“kind”只能是 points（打分）、single（单选）、multiple（多选）或 text（填写）"
                );
                return map.Has("options") ? QuestionKind.SingleChoice : QuestionKind.FreeText;
        }
    }

    private Question ReadChoice(YamlMap map, string id, string text, QuestionKind kind)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var options = new List<AnswerOption>();
        foreach (var written in map.Maps("options"))
        {
            var option = new AnswerOption(
                IdOf(written, options.Count),
                written.Text("text"),
                written.Has("score") ? written.Integer("score") : null
            );
            if (!ids.Add(option.Id))
            {
                problems.Add(written.Node, "duplicate-id", $"选项“{option.Id}”用了两次");
            }

            if (kind == QuestionKind.MultipleChoice && option.Score is not null)
            {
                problems.Add(written.Take("score")!, "score-not-allowed", "多选题不计分");
                option = option with { Score = null };
            }
            written.Close();
            options.Add(option);
        }
        var scores = options.Select(option => option.Score).OfType<int>().ToList();
        if (kind == QuestionKind.SingleChoice && scores.Count > 0 && scores.Count < options.Count)
        {
            problems.Add(
                map.Take("options")!,
                "score-missing",
                "有选项写了得分，其余选项也要写明得分"
            );
        }

        return new(id, text, kind, scores.DefaultIfEmpty().Max(), options);
    }

    /// <summary>The printed letter; written only where it is not the next one.</summary>
    private static string IdOf(YamlMap option, int position) =>
        option.Has("id") || position >= Letters
            ? option.Text("id")
            : ((char)('A' + position)).ToString();
}
