namespace Interleave.Client.Measuring.Machine;

/// <summary>Measures what this process and those that carry units use between <see cref="Start"/> and <see cref="Stop"/>.</summary>
internal sealed class ResourceMeter : IDisposable
{
    private static readonly TimeSpan SampleInterval = TimeSpan.FromMilliseconds(20);

    private readonly ManualResetEventSlim _stop = new(false, spinCount: 0);
    private readonly List<IProcessMeter> _meters = [];
    private readonly Thread _sampler;

    private ResourceMeter()
    {
        // A thread of its own: a starved thread pool must not stop the sampling that shows it.
        _sampler = new Thread(Sample) { Name = "resource sampler", IsBackground = true };
    }

    /// <param name="others">Identifiers of the other processes that carry units.</param>
    public static ResourceMeter Start(IEnumerable<int> others)
    {
        var meter = new ResourceMeter();
        lock (meter._meters)
        {
            // The sampler runs before this process is looked at, so that it is not counted as added.
            meter._sampler.Start();
            meter._meters.AddRange(others.Append(Environment.ProcessId).Distinct().Select(Meter));
        }

        return meter;
    }

    public ProcessUsage Stop()
    {
        var usage = Stop(_meters);
        Dispose();
        return usage;
    }

    public void Dispose()
    {
        if (!_stop.IsSet)
        {
            _stop.Set();
            _sampler.Join();
            _stop.Dispose();
        }
    }

    private static IProcessMeter Meter(int process) =>
        OperatingSystem.IsLinux() ? new LinuxProcessMeter(process) : new PortableProcessMeter(process);

    private static ProcessUsage Stop(List<IProcessMeter> meters)
    {
        lock (meters)
        {
            return meters.AsEnumerable().Reverse().Select(meter => meter.Stop()).Aggregate((sum, usage) => sum + usage);
        }
    }

    private void Sample()
    {
        while (!_stop.Wait(SampleInterval, CancellationToken.None))
        {
            lock (_meters)
            {
                _meters.ForEach(meter => meter.Sample());
            }
        }
    }
}
