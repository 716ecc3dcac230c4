using Assessment.Engine.Language;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;

namespace Assessment.Scoring.Staff;

/// <summary>Looks whether the township's schemes know everybody's post and identity, before one of them is put to use.</summary>
public sealed class StaffCheck(ScoringDb db, RegisterReading registers, SchemeStore schemes)
{
    /// <summary>Holds the register until the caller's transaction ends, so that no import passes by the check.</summary>
    /// <param name="scheme">The one to be adopted, or to open a cycle with; of its other versions none counts.</param>
    /// <exception cref="StaffMustBeKnownToTheSchemes">Neither it nor another adopted scheme knows somebody's word.</exception>
    public async Task RunAsync(Scheme scheme, CancellationToken cancellationToken)
    {
        await LockedScope.OfAsync(db, RegisterScope.Current, cancellationToken);
        var others = (await schemes.NewestAsync(cancellationToken)).Where(other =>
            other.Id != scheme.Id
        );
        var people = await registers.StaffAsync(RegisterScope.Current, cancellationToken);
        var unknown = new StaffRules([scheme, .. others]).Problems(people).ToList();
        if (unknown.Count > 0)
        {
            throw new StaffMustBeKnownToTheSchemes(unknown);
        }
    }
}
