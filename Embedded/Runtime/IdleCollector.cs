namespace Interleave.Embedded.Runtime;

/// <summary>Deactivates, now and then, the grains of a silo that nobody has called for long.</summary>
internal sealed class IdleCollector : IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Catalog _catalog;
    private readonly ITimer _timer;

    public IdleCollector(Catalog catalog, TimeProvider time)
    {
        _catalog = catalog;
        _timer = time.CreateTimer(_ => Collect(), null, Interval, Interval);
    }

    public void Dispose() => _timer.Dispose();

    private void Collect()
    {
        foreach (var activation in _catalog.Activations)
        {
            activation.CollectIfIdle(Age);
        }
    }
}
