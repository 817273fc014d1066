using System.Text.Json;
using System.Threading.Channels;
using Interleave.Client.Measuring.Machine;
using Interleave.Client.Workers.Wire;
using Interleave.Silo;

namespace Interleave.Client.Workers;

/// <summary>The worker's end of the lines between it and the coordinator.</summary>
internal sealed class CoordinatorLine : IDisposable
{
    private readonly Channel<WorkerOrder> _orders = Channel.CreateUnbounded<WorkerOrder>();
    private readonly Channel<WorkerOrder> _answers = Channel.CreateUnbounded<WorkerOrder>();
    private readonly CancellationTokenSource _gone = new();
    private readonly TextWriter _output;
    private readonly Lock _writing = new();
    private readonly Lock _ending = new();

    private CoordinatorLine(TextWriter output) => _output = output;

    /// <summary>Cancelled when the coordinator has let go, however it ended.</summary>
    public CancellationToken Gone => _gone.Token;

    public static CoordinatorLine Open(Stream input, TextWriter output)
    {
        var line = new CoordinatorLine(output);
        OwnerWatch.Start(input, () => line.End(), line.Hear);
        return line;
    }

    /// <summary>The next order; null when the coordinator has let go.</summary>
    /// <exception cref="UserError">It is no coordinator that writes there.</exception>
    public async Task<WorkerOrder?> NextAsync() =>
        await _orders.Reader.WaitToReadAsync(CancellationToken.None) && _orders.Reader.TryRead(out var order) ? order : null;

    public void Send(WorkerReply reply)
    {
        lock (_writing)
        {
            _output.WriteLine(WireLine.Write(reply));
            _output.Flush();
        }
    }

    /// <summary>Asks the coordinator to watch from now on.</summary>
    /// <param name="atRest">Child processes that take no part in the trial.</param>
    public async Task BeWatchedAsync(IReadOnlyList<int> atRest, CancellationToken cancellation)
    {
        Send(new WorkerReply.Watch(atRest));
        _ = await _answers.Reader.ReadAsync(cancellation);
    }

    /// <summary>Asks the coordinator what it saw.</summary>
    public async Task<Sighting> WhatWasSeenAsync(CancellationToken cancellation)
    {
        Send(new WorkerReply.Look());
        return await _answers.Reader.ReadAsync(cancellation) is WorkerOrder.Seen seen ? seen.Sighting : Sighting.None;
    }

    /// <summary>What is heard from now on ends nothing any more.</summary>
    public void Dispose()
    {
        lock (_ending)
        {
            _orders.Writer.TryComplete();
            _gone.Dispose();
        }
    }

    private void Hear(string line)
    {
        try
        {
            var order = WireLine.ParseOrder(line);
            (order is WorkerOrder.Watching or WorkerOrder.Seen ? _answers : _orders).Writer.TryWrite(order);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            End(new UserError($"{WorkerProcess.Command} is a command that this program gives to itself; '{line}' is no order."));
        }
    }

    private void End(UserError? error = null)
    {
        lock (_ending)
        {
            if (_orders.Writer.TryComplete(error))
            {
                StopDeadline.Start();
                _gone.Cancel();
            }
        }
    }
}
