namespace Interleave.Embedded;

/// <summary>A record of a grain that outlives its activations.</summary>
public interface IStorage
{
    /// <summary>The version that was read or written last; a write is refused when the stored one is another.</summary>
    string? Etag { get; }

    bool RecordExists { get; }

    /// <exception cref="InconsistentStateException">Somebody else has written since this activation last read or wrote.</exception>
    Task ClearStateAsync(CancellationToken cancellationToken = default);

    /// <exception cref="InconsistentStateException">Somebody else has written since this activation last read or wrote.</exception>
    Task WriteStateAsync(CancellationToken cancellationToken = default);

    Task ReadStateAsync(CancellationToken cancellationToken = default);
}
