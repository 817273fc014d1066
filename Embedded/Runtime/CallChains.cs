namespace Interleave.Embedded.Runtime;

/// <summary>The chains of calls that a grain lets come back to it while it waits for their answers.</summary>
internal struct CallChains
{
    private List<Guid>? _open;

    public void Open(Guid chain) => (_open ??= []).Add(chain);

    /// <summary>Takes back one opening; a chain may have been opened several times.</summary>
    public readonly void Close(Guid chain) => _open?.Remove(chain);

    public readonly bool Includes(Guid? chain) => _open is { Count: > 0 } open && chain is { } asked && open.Contains(asked);
}
