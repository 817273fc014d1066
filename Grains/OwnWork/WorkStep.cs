namespace Interleave.Grains.OwnWork;

/// <summary>A step that does something by itself, and is counted whenever it was done.</summary>
[GenerateSerializer, Immutable]
public abstract record WorkStep : Step
{
    /// <summary>Its place among all such steps of the file, from 0.</summary>
    public abstract int Number { get; init; }
}
