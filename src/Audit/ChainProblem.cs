namespace Assessment.Audit;

/// <summary>What is wrong with a chain at one place.</summary>
public enum ChainFault
{
    /// <summary>The record is not what its hash was computed over.</summary>
    Changed,

    /// <summary>It does not continue the record before; one of the two was written anew with a hash of its own.</summary>
    Unlinked,

    /// <summary>The record is not there.</summary>
    Missing,

    /// <summary>The record is there, in another place or twice.</summary>
    OutOfOrder,

    /// <summary>There are records after the one that is said to be the last.</summary>
    Surplus,

    /// <summary>All records fit together, and yet the last one's hash is not the one that is kept for the chain.</summary>
    HeadDiffers,

    /// <summary>The record belongs to a chain that nothing announces.</summary>
    Unannounced,

    /// <summary>The line is neither a record nor a header.</summary>
    Unreadable,
}

/// <summary>The first thing that is wrong with a chain.</summary>
/// <param name="Service">Empty where a line cannot be read.</param>
/// <param name="Sequence">Of the record that is meant; 0 where a line cannot be read.</param>
/// <param name="Line">Of a file: the line, from 1. Null in a database, and for what is missing.</param>
public sealed record ChainProblem(
    string Service,
    string Township,
    long Sequence,
    ChainFault Fault,
    long? Line = null
);
