namespace Interleave.Embedded;

/// <summary>The part of a method within which call-chain reentrancy is allowed, or is not.</summary>
public readonly struct ReentrancySection : IDisposable
{
    private readonly Guid _before;

    internal ReentrancySection(Guid before, Guid within)
    {
        _before = before;
        RequestContext.ReentrancyId = within;
    }

    public void Dispose() => RequestContext.ReentrancyId = _before;
}
