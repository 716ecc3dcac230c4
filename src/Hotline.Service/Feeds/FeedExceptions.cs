using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Hotline.Feeds;

/// <summary>Not the file's fault: it is to come again, and goes in once a cycle is open.</summary>
public sealed class TownshipHasNoOpenCycle() : DomainException(StatusCodes.Status409Conflict);

/// <summary>It would not be smaller the next time.</summary>
/// <param name="megabytes">The most that is taken.</param>
public sealed class FeedFileIsTooLarge(int megabytes)
    : DomainException(StatusCodes.Status413PayloadTooLarge, megabytes);
