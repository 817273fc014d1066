namespace Interleave.Embedded.Runtime;

/// <summary>The activations of one stateless worker: an idle one is taken, else a new one made, else the least busy one waits for.</summary>
internal sealed class StatelessWorkers(Func<Activation> make, int most)
{
    private readonly Lock _gate = new();
    private readonly List<Activation> _activations = [];

    public IReadOnlyList<Activation> Activations
    {
        get
        {
            lock (_gate)
            {
                return [.. _activations];
            }
        }
    }

    public Activation Choose()
    {
        lock (_gate)
        {
            var chosen = _activations.MinBy(activation => activation.Load);
            if (chosen is null || (chosen.Load > 0 && _activations.Count < most))
            {
                _activations.Add(chosen = make());
            }

            chosen.Expect();
            return chosen;
        }
    }

    public void Remove(Activation activation)
    {
        lock (_gate)
        {
            _activations.Remove(activation);
        }
    }
}
