using System.Diagnostics;
using Interleave.Grains.Tracing;

namespace Interleave.Client.Measuring.Tracing;

/// <summary>One unit of a traced trial, from its first operation to its last.</summary>
internal sealed class UnitTrace(LoadTrace load, string name, ActivityContext trial) : IDisposable
{
    private readonly DateTimeOffset _begun = TimeProvider.System.GetUtcNow();
    private Activity? _span;

    public OperationTrace Begin(long operation)
    {
        if (!load.Choose(operation))
        {
            return new OperationTrace(null, operation);
        }

        Show();
        return new OperationTrace(_span, operation);
    }

    /// <summary>Gives the unit a span, from when it began.</summary>
    public void Show() => _span ??= UnitSpan.Start(name, trial, _begun)?.SetTag(TraceNames.TakesOperations, true);

    public void Dispose() => UnitSpan.Stop(_span);
}
