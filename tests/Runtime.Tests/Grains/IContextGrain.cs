namespace Runtime.Tests.Grains;

public interface IContextGrain : IGrainWithGuidKey
{
    Task<string?> Read();

    Task<string?> ReadThrough(Guid other);

    Task Overwrite();

    /// <summary>Adds to the list that the context holds, and tells how long it is then.</summary>
    Task<int> AddToList();

    /// <summary>The trace that this call is part of, as this process sees it.</summary>
    Task<string?> TraceId();

    Task<string?> TraceIdThrough(Guid other);

    /// <summary>The state of the trace and the value of one item of its baggage, as this process sees them.</summary>
    Task<(string? State, string? Item)> TraceStateAndBaggage(string item);

    Task<(string? State, string? Item)> TraceStateAndBaggageThrough(Guid other, string item);
}
