using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.AspNetCore.Http;

namespace Assessment.ServiceDefaults.Edits;

/// <summary>An edit without the version that it was made from could overwrite somebody else's.</summary>
public sealed class EditMustNameItsVersion()
    : DomainException(StatusCodes.Status428PreconditionRequired);

/// <summary>Somebody else has changed it since it was shown; nothing was overwritten.</summary>
/// <param name="current">What is there now, in the form in which it is read; sent along as <c>current</c>. Null where nothing is.</param>
public sealed class SomebodyElseWasFaster(object? current)
    : DomainException(StatusCodes.Status412PreconditionFailed)
{
    public override IReadOnlyDictionary<string, object?> Details { get; } =
        new Dictionary<string, object?> { ["current"] = current };
}
