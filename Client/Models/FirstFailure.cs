using System.Runtime.ExceptionServices;

namespace Interleave.Client.Models;

/// <summary>Keeps the first failure of several units for the thread that waits for all of them.</summary>
/// <remarks>An exception that nobody catches ends the process, on a thread of one's own as well as in a work item of the pool.</remarks>
internal sealed class FirstFailure
{
    private Exception? _first;

    public void Guard(Action body)
    {
        try
        {
            body();
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _first, exception, null);
        }
    }

    public void ThrowIfAny()
    {
        if (_first is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }
}
