using System.Collections.Concurrent;
using System.Diagnostics;

namespace Interleave.EndToEnd.Tests.Processes;

/// <summary>Joins two interfaces: what one sends the other gets, after a delay.</summary>
/// <remarks>As a link with <c>tc qdisc … netem delay</c>, which small kernels lack. A thread for each direction and end; all end with it.</remarks>
internal sealed class Cable : IDisposable
{
    private readonly TapInterface _near;
    private readonly TapInterface _far;
    private long _delay;

    public Cable(string near, string far)
    {
        _near = new TapInterface(near);
        _far = new TapInterface(far);
        Carry(_near, _far);
        Carry(_far, _near);
    }

    /// <summary>How long a frame takes in either direction.</summary>
    public TimeSpan Delay
    {
        get => new(Interlocked.Read(ref _delay));
        set => Interlocked.Exchange(ref _delay, value.Ticks);
    }

    public void Dispose()
    {
        _near.Dispose();
        _far.Dispose();
    }

    private void Carry(TapInterface from, TapInterface to)
    {
        var underWay = new BlockingCollection<(long Sent, byte[] Frame)>();
        Start("cable in", () => Take(from, underWay));
        Start("cable out", () => Deliver(underWay, to));
    }

    private static void Start(string name, ThreadStart body) => new Thread(body) { IsBackground = true, Name = name }.Start();

    private static void Take(TapInterface from, BlockingCollection<(long Sent, byte[] Frame)> underWay)
    {
        var frame = new byte[TapInterface.LongestFrame];
        try
        {
            while (true)
            {
                var length = from.Read(frame);
                underWay.Add((Stopwatch.GetTimestamp(), frame[..length]));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            underWay.CompleteAdding(); // The interface is gone.
        }
    }

    private void Deliver(BlockingCollection<(long Sent, byte[] Frame)> underWay, TapInterface to)
    {
        foreach (var (sent, frame) in underWay.GetConsumingEnumerable())
        {
            var left = Delay - Stopwatch.GetElapsedTime(sent);
            if (left > TimeSpan.Zero)
            {
                // This is the delay, not a wait for something. Sleep takes whole milliseconds, and rounds down.
                Thread.Sleep((int)Math.Ceiling(left.TotalMilliseconds));
            }

            try
            {
                to.Write(frame);
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException)
            {
                // The other end is down: the frame is lost, as on any cable.
            }
        }
    }
}
