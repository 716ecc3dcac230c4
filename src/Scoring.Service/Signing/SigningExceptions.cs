using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Signing;

/// <summary>The key ring is not the one that wrapped the key: it was lost, or another deployment's was put in its place.</summary>
public sealed class SigningKeyCannotBeUnwrapped()
    : DomainException(StatusCodes.Status503ServiceUnavailable);

/// <summary>Somebody else has rotated meanwhile, or there is no key yet.</summary>
public sealed class SigningKeyToReplaceMustBeTheCurrentOne()
    : DomainException(StatusCodes.Status409Conflict);
