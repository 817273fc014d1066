using System.Diagnostics;
using Interleave.Grains.Tracing;

namespace Interleave.Client.Measuring.Tracing;

/// <summary>One operation of a traced trial while it runs.</summary>
/// <remarks>Its unit is given, for what is current inside an asynchronous enumerator does not reach the body of the loop.</remarks>
internal sealed class OperationTrace : IDisposable
{
    private readonly Activity? _before = Activity.Current;
    private readonly Activity? _span;

    public OperationTrace(Activity? unit, long operation)
    {
        // With no span current, nothing that an operation does is traced by itself: its calls would be strays.
        Activity.Current = null;
        if (unit is not null)
        {
            _span = TraceSources.Work.StartActivity("operation", ActivityKind.Internal, unit.Context);
            _span?.SetTag(TraceNames.Operation, operation);
        }
    }

    public void Fail(Exception exception)
    {
        _span?.SetStatus(ActivityStatusCode.Error, exception.Message);
        _span?.SetTag("error.type", exception.GetType().FullName);
        _span?.AddException(exception);
    }

    public void Dispose()
    {
        _span?.Dispose();
        Activity.Current = _before;
    }
}
