namespace Interleave.Client.Commands;

/// <summary>How the measuring of a run ended.</summary>
/// <param name="Trouble">A sentence for the user where it did not end as planned.</param>
internal sealed record RunEnd(bool Interrupted, string? Trouble)
{
    public static RunEnd AsPlanned { get; } = new(Interrupted: false, Trouble: null);

    public static RunEnd ByInterruption { get; } = new(Interrupted: true, "Interrupted.");

    public static RunEnd By(Exception exception) => new(Interrupted: false, exception.Message);
}
