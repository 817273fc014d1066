using System.Diagnostics;
using Interleave.Client.Measuring.Loads;

namespace Interleave.Client.Scenarios.Server;

/// <summary>The messages of all visitors, each due at its own time, and when each was sent and echoed.</summary>
/// <remarks>Sessions take turns: their messages are spread evenly over the time from one to the next of the same session.</remarks>
internal sealed class Messages : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const long FineNanoseconds = 2_000_000;

    private readonly IReadOnlyList<Visitor> _visitors;
    private readonly TimeSpan _between;
    private readonly ManualResetEventSlim _allEchoed = new(false, spinCount: 0);
    private int _missing;
    private Exception? _loss;

    public Messages(IReadOnlyList<Visitor> visitors, VisitOrder order)
    {
        (_visitors, Bytes) = (visitors, order.Bytes);
        var number = visitors.Count == 0 ? 0 : (int)Math.Ceiling(visitors.Count * (order.Duration / order.Every));
        _between = order.Every / Math.Max(1, visitors.Count);
        (Due, Sent, Received) = (new long[number], new long[number], new long[number]);
        _missing = number;
    }

    public int Bytes { get; }

    public long[] Due { get; }

    public long[] Sent { get; }

    /// <summary>0 where no echo came.</summary>
    public long[] Received { get; }

    /// <summary>The first connection that was lost.</summary>
    public Exception? Loss => _loss;

    /// <summary>Sends each message when it is due, and returns when all are echoed, or no longer waited for.</summary>
    public void Exchange(CancellationToken cancellation)
    {
        PreciseSleep.SharpenThisThread();
        var message = new byte[Bytes];
        var begin = Stopwatch.GetTimestamp();
        for (var number = 0; number < Due.Length; number++)
        {
            Due[number] = begin + (long)(number * _between.TotalSeconds * Stopwatch.Frequency);
            SleepUntil(Due[number], cancellation);
            Sent[number] = Stopwatch.GetTimestamp();
            BitConverter.TryWriteBytes(message, (long)number);
            _visitors[number % _visitors.Count].Send(message);
        }

        if (Due.Length > 0)
        {
            _allEchoed.Wait(Patience, cancellation);
        }
    }

    public void Echoed(ReadOnlySpan<byte> message)
    {
        var number = BitConverter.ToInt64(message);
        if (number >= 0 && number < Received.Length && Interlocked.CompareExchange(ref Received[number], Stopwatch.GetTimestamp(), 0) == 0
            && Interlocked.Decrement(ref _missing) == 0)
        {
            _allEchoed.Set();
        }
    }

    public void Lost(Exception exception) => Interlocked.CompareExchange(ref _loss, exception, null);

    public void Dispose() => _allEchoed.Dispose();

    private static void SleepUntil(long due, CancellationToken cancellation)
    {
        while (NanosecondsUntil(due) is > 0 and var left)
        {
            cancellation.ThrowIfCancellationRequested();
            if (left > 2 * FineNanoseconds)
            {
                cancellation.WaitHandle.WaitOne(TimeSpan.FromMilliseconds((left - FineNanoseconds) / 1_000_000));
            }
            else
            {
                PreciseSleep.For(left);
            }
        }
    }

    private static long NanosecondsUntil(long due) => (due - Stopwatch.GetTimestamp()) * 1_000_000_000 / Stopwatch.Frequency;
}
