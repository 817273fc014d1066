namespace Runtime.Tests.Grains;

public interface IContextGrain : IGrainWithGuidKey
{
    Task<string?> Read();

    Task<string?> ReadThrough(Guid other);

    Task Overwrite();

    /// <summary>The trace that this call is part of, as this process sees it.</summary>
    Task<string?> TraceId();

    Task<string?> TraceIdThrough(Guid other);
}
