namespace Assessment.Engine.Language;

/// <summary>What a quota is to the deciding body. The calculation itself never exceeds one.</summary>
public enum QuotaLimit
{
    /// <summary>不超过: no decision may exceed it.</summary>
    Hard,

    /// <summary>原则上不超过: a decision may exceed it, with a reason of its own.</summary>
    InPrinciple,
}
