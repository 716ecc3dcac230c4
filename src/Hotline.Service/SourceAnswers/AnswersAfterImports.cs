using Assessment.Hotline.Townships;
using Assessment.ServiceDefaults.Imports;

namespace Assessment.Hotline.SourceAnswers;

/// <summary>Whoever waits for the imports hears of each that ends, completed or refused.</summary>
public sealed class AnswersAfterImports(TownshipTurn turn, Answers answers) : IImportListener
{
    public async Task OnEndedAsync(ImportJob job, CancellationToken cancellationToken)
    {
        await turn.TakeAsync(cancellationToken);
        await answers.SendAsync(cancellationToken);
    }
}
