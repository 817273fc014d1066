using Interleave.Embedded.Runtime;

namespace Interleave.Embedded;

/// <summary>The part of a method within which call-chain reentrancy is allowed, or is not.</summary>
public readonly struct ReentrancySection : IDisposable
{
    private readonly Guid _before;
    private readonly Guid _chain;
    private readonly Activation? _activation;

    internal ReentrancySection(Guid chain, Activation? activation)
    {
        _before = RequestContext.ReentrancyId;
        _chain = chain;
        _activation = activation;
        _activation?.ReentrantChains.Add(chain);
        RequestContext.ReentrancyId = chain;
    }

    public void Dispose()
    {
        _activation?.ReentrantChains.Remove(_chain);
        RequestContext.ReentrancyId = _before;
    }
}
