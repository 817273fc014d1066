using System.Diagnostics;
using Interleave.Client.Measuring.Latencies;
using Interleave.Client.Measuring.Loads;
using Interleave.Grains.Work;

namespace Interleave.Client.Models;

/// <summary>One lock that a thread must hold to run, let go at blocking calls and handed over at intervals, as CPython's global interpreter lock.</summary>
/// <remarks>
/// After CPython 3.2 and later (<c>ceval_gil.c</c>): a thread that waits for a whole interval in which nobody changed places asks for the lock; the
/// holder sees that at its next check point, lets go, and does not go on until another thread has taken the lock (<em>forced switching</em>).
/// </remarks>
internal sealed class GlobalLock(TimeSpan switchInterval)
{
    /// <summary>As <c>sys.getswitchinterval()</c> says by default.</summary>
    public static readonly TimeSpan SwitchInterval = TimeSpan.FromMilliseconds(5);

    private readonly object _free = new();
    private readonly object _taken = new();
    private readonly LiveUnits _holders = new();
    private readonly LatencyRecorder _holdsUntilAsked = new();
    private volatile bool _asked;
    private Thread? _holder;
    private Thread? _lastHolder;
    private long _takenAt;
    private long _switches;

    public GlobalLock()
        : this(SwitchInterval)
    {
    }

    /// <summary>How many threads ran under the lock at once, at most; counted beside the lock, so that it can be checked.</summary>
    public int PeakHolders => _holders.Peak;

    /// <summary>How often the lock went from one thread to another.</summary>
    public long Switches => Volatile.Read(ref _switches);

    /// <summary>How long the lock was held, each time that a waiting thread had to ask for it.</summary>
    /// <remarks>The switch interval at least; less only where the holder let go for a blocking call and took the lock again while the other waited.</remarks>
    public LatencyHistogram HoldsUntilAsked => _holdsUntilAsked.Snapshot();

    /// <summary>For kernels: lets another thread run, if one waits for its turn.</summary>
    public CheckPoint Point => new(this);

    /// <summary>Runs under the lock.</summary>
    /// <exception cref="InvalidOperationException">The calling thread holds the lock already.</exception>
    public void Run(Action body) => Run(() =>
    {
        body();
        return true;
    });

    /// <inheritdoc cref="Run(Action)"/>
    public T Run<T>(Func<T> body)
    {
        Take();
        try
        {
            return body();
        }
        finally
        {
            LetGo();
        }
    }

    /// <summary>Lets go of the lock for a call that blocks, and returns when it has it again.</summary>
    /// <exception cref="InvalidOperationException">The calling thread does not hold the lock.</exception>
    public T Released<T>(Func<T> blockingCall)
    {
        LetGo();
        try
        {
            return blockingCall();
        }
        finally
        {
            Take();
        }
    }

    private void Take()
    {
        lock (_free)
        {
            if (_holder == Thread.CurrentThread)
            {
                throw new InvalidOperationException("This thread holds the lock already.");
            }

            while (_holder is not null)
            {
                var switches = _switches;
                if (!Monitor.Wait(_free, switchInterval) && _holder is not null && _switches == switches)
                {
                    _asked = true;
                }
            }

            _holder = Thread.CurrentThread;
            _takenAt = Stopwatch.GetTimestamp();
            _holders.Enter();
            lock (_taken)
            {
                _asked = false;
                if (_lastHolder != _holder)
                {
                    _lastHolder = _holder;
                    _switches++;
                    Monitor.PulseAll(_taken);
                }
            }
        }
    }

    private void LetGo()
    {
        bool asked;
        lock (_free)
        {
            if (_holder != Thread.CurrentThread)
            {
                throw new InvalidOperationException("This thread does not hold the lock.");
            }

            asked = _asked;
            if (asked)
            {
                _holdsUntilAsked.Record((long)Stopwatch.GetElapsedTime(_takenAt).TotalNanoseconds);
            }

            _holders.Leave();
            _holder = null;
            Monitor.Pulse(_free);
        }

        if (asked)
        {
            UntilAnotherTookIt();
        }
    }

    private void UntilAnotherTookIt()
    {
        lock (_taken)
        {
            while (_lastHolder == Thread.CurrentThread)
            {
                Monitor.Wait(_taken);
            }
        }
    }

    private void HandOver()
    {
        LetGo();
        Take();
    }

    internal readonly struct CheckPoint(GlobalLock gil) : ICheckPoint
    {
        /// <summary>A volatile read, as long as nobody has asked.</summary>
        public void Pass()
        {
            if (gil._asked)
            {
                gil.HandOver();
            }
        }
    }
}
