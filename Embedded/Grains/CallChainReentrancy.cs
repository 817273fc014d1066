using System.Collections.Immutable;
using Interleave.Embedded.Runtime;

namespace Interleave.Embedded;

/// <summary>While it lasts, calls of one chain may run between the awaits of the grain that the chain came from.</summary>
public sealed class CallChainReentrancy : IDisposable
{
    private readonly Activation? _activation;
    private readonly Guid _chain;
    private readonly ImmutableDictionary<string, object>? _before;
    private bool _disposed;

    internal CallChainReentrancy(Activation? activation, Guid chain, ImmutableDictionary<string, object>? before)
    {
        _activation = activation;
        _chain = chain;
        _before = before;
        activation?.Open(chain);
    }

    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _activation?.Close(_chain);
            RequestContext.Current = _before;
        }
    }
}
