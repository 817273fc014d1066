using System.Diagnostics;
using System.Net.Sockets;
using Interleave.Client.Models.Processes;

namespace Interleave.Client.Scenarios.Server;

/// <summary>All visitors of a server, in a process of their own.</summary>
internal sealed class Visitors : IProcessWork<VisitOrder, VisitReport>
{
    /// <summary>So many knock before the first of them has been greeted.</summary>
    private const int AtOnce = 250;

    private readonly List<Visitor> _inside = [];

    public VisitReport Do(VisitOrder request, CancellationToken cancellation)
    {
        try
        {
            Leave();
            return request == VisitOrder.Leave ? VisitReport.None : Visit(request, cancellation);
        }
        catch
        {
            Leave();
            throw;
        }
    }

    private VisitReport Visit(VisitOrder order, CancellationToken cancellation)
    {
        var cpuTime = Environment.CpuUsage.TotalTime;
        var begin = Stopwatch.GetTimestamp();
        var refusal = Enter(order, cancellation);
        var entering = Stopwatch.GetElapsedTime(begin);

        using var messages = new Messages(_inside, order);
        _inside.ForEach(visitor => _ = visitor.ListenAsync(messages)); // It ends with its connection, and tells what it lost.
        messages.Exchange(cancellation);
        cpuTime = Environment.CpuUsage.TotalTime - cpuTime;
        return new VisitReport(_inside.Count, entering, messages.Due, messages.Sent, messages.Received, cpuTime, refusal ?? messages.Loss?.Message);
    }

    /// <returns>Why one was not let in; null where all of them are inside.</returns>
    private string? Enter(VisitOrder order, CancellationToken cancellation)
    {
        foreach (var group in Enumerable.Range(0, order.Sessions).Chunk(AtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            var coming = group.Select(_ => new Visitor()).ToList();
            try
            {
                coming.ForEach(visitor => visitor.Enter(order.Port));
                foreach (var visitor in coming)
                {
                    visitor.AwaitGreeting();
                    _inside.Add(visitor);
                }
            }
            catch (SocketException exception)
            {
                coming.Except(_inside).ToList().ForEach(visitor => visitor.Dispose());
                return exception.Message;
            }
        }

        return null;
    }

    private void Leave()
    {
        _inside.ForEach(visitor => visitor.Dispose());
        _inside.Clear();
    }
}
