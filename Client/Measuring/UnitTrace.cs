using System.Diagnostics;

namespace Interleave.Client.Measuring;

/// <summary>One unit of a traced trial, from its first operation to its last.</summary>
/// <param name="load">The load that it takes its operations from.</param>
/// <param name="span">Null for a unit that was not chosen.</param>
internal sealed class UnitTrace(LoadTrace load, Activity? span) : IDisposable
{
    public OperationTrace Begin(long operation) => new(load.Choose(operation, span is not null) ? span : null, operation);

    public void Dispose() => Grains.Tracing.UnitSpan.Stop(span);
}
