namespace Assessment.Contracts;

/// <summary>
/// A cycle (考核周期) was opened: what each service must collect for it, as its scheme (方案) asks.
/// Later changes of its areas come as <see cref="AreasChanged"/>.
/// </summary>
/// <param name="IsRehearsal">Whether it is a rehearsal (演练): nothing of it binds, and it can be removed (<see cref="CycleRemoved"/>).</param>
public sealed record CycleOpened(
    string Township,
    Guid Cycle,
    string Scheme,
    string SchemeVersion,
    string Title,
    int Year,
    DateTimeOffset OpenedAt,
    long RegisterVersion,
    IReadOnlyList<ListedArea> Areas,
    CollectionPlan Plan,
    IReadOnlyList<QuestionnaireText> Questionnaires,
    bool IsRehearsal = false
) : ITownshipMessage;

/// <summary>A questionnaire (调查问卷) in its own file's text, which is read where it is used.</summary>
public sealed record QuestionnaireText(string File, string Text);
