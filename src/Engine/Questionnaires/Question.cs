namespace Assessment.Engine.Questionnaires;

/// <summary>题目: what is asked, and how it is answered.</summary>
/// <param name="Max">The most points that an answer gives; 0 where the question is not scored.</param>
/// <param name="Options">What there is to choose from; empty unless the question is a choice.</param>
public sealed record Question(
    string Id,
    string Text,
    QuestionKind Kind,
    int Max,
    IReadOnlyList<AnswerOption> Options
)
{
    /// <summary>Whether answers give points (计分题).</summary>
    public bool IsScored =>
        Kind == QuestionKind.Points || Options.Any(option => option.Score is not null);
}

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    /// <summary>打分: whole points from 0 to the question's most.</summary>
    Points,

    /// <summary>单选: exactly one option.</summary>
    SingleChoice,

    /// <summary>多选: as many options as apply. Never scored.</summary>
    MultipleChoice,

    /// <summary>填写: free words. Never scored.</summary>
    FreeText,
}

/// <summary>选项.</summary>
/// <param name="Id">The letter before it, as it is printed.</param>
/// <param name="Score">得分 of who chooses it; null where the question is not scored.</param>
public sealed record AnswerOption(string Id, string Text, int? Score);
