namespace Interleave.Embedded.Runtime;

/// <summary>The activations of one stateless worker: an idle one is taken, else a new one made, else the least busy one waits for.</summary>
internal sealed class StatelessWorkers(Func<Activation> make, int most)
{
    private readonly Lock _gate = new();
    private readonly List<Activation> _activations = [];
    private bool _closed;

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

    /// <summary>An activation for one call; null when the last one has left, and this is to be forgotten.</summary>
    public Activation? Choose()
    {
        lock (_gate)
        {
            if (_closed)
            {
                return null;
            }

            var chosen = _activations.MinBy(activation => activation.Load);
            if (chosen is null || (chosen.Load > 0 && _activations.Count < most))
            {
                _activations.Add(chosen = make());
            }

            chosen.Expect();
            return chosen;
        }
    }

    /// <summary>Whether that was the last one.</summary>
    public bool Remove(Activation activation)
    {
        lock (_gate)
        {
            _activations.Remove(activation);
            return _closed = _activations.Count == 0;
        }
    }
}
