using Interleave.Client.Measuring.Tracing;

namespace Interleave.Client.Measuring.Loads;

/// <summary>One unit of a load, from its first operation to its last.</summary>
internal sealed class UnitLife(LiveUnits units, UnitTrace? trace) : IDisposable
{
    private bool _begun;

    public Operation Take(Operation operation)
    {
        if (!_begun)
        {
            _begun = true;
            units.Enter();
        }

        return operation with { Unit = trace };
    }

    public void Dispose()
    {
        if (_begun)
        {
            units.Leave();
        }

        trace?.Dispose();
    }
}
