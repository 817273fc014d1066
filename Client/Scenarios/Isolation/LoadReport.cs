namespace Interleave.Client.Scenarios.Isolation;

/// <summary>What callers went through while a silo was lost.</summary>
/// <param name="Answering">How many of the grains answer in the end.</param>
internal sealed record LoadReport(int Grains, int Answering)
{
    /// <summary>The share of those that keep it in memory which know all that was acknowledged.</summary>
    public double Keeping { get; init; }

    /// <summary>The share of those that have it stored.</summary>
    public double KeepingStored { get; init; }

    public long Calls { get; init; }

    public long Failed { get; init; }

    /// <summary>How many were answered at a later attempt.</summary>
    public long Retried { get; init; }

    /// <summary>From the loss until every grain had answered.</summary>
    public TimeSpan AllAnswer { get; init; }
}
