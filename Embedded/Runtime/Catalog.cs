using System.Collections.Concurrent;

namespace Interleave.Embedded.Runtime;

/// <summary>The activations of this silo.</summary>
internal sealed class Catalog(Silo silo)
{
    private readonly ConcurrentDictionary<GrainId, Activation> _activations = new();
    private readonly ConcurrentDictionary<GrainId, StatelessWorkers> _workers = new();

    public IEnumerable<Activation> Activations =>
        _activations.Select(entry => entry.Value).Concat(_workers.SelectMany(entry => entry.Value.Activations));

    /// <summary>The activations that could as well be on another silo, if only on one at a time.</summary>
    public IEnumerable<Activation> Movable => _activations.Select(entry => entry.Value).Where(activation => !activation.Class.IsOnEverySilo);

    /// <summary>Whether any stateless worker is here.</summary>
    public bool HasWorkers => !_workers.IsEmpty;

    public Activation? Find(GrainId id) => _activations.GetValueOrDefault(id);

    public Activation GetOrAdd(GrainClass grainClass, GrainId id) =>
        _activations.GetOrAdd(id, static (id, made) => new Activation(made.silo, made.grainClass, id), (silo, grainClass));

    /// <summary>An activation of a stateless worker, for one call.</summary>
    public Activation Worker(GrainClass grainClass, GrainId id, int most)
    {
        while (true)
        {
            var workers = _workers.GetOrAdd(id, _ => new StatelessWorkers(() => new Activation(silo, grainClass, id), most));
            if (workers.Choose() is { } chosen)
            {
                return chosen;
            }

            // The last one left meanwhile.
            _workers.TryRemove(KeyValuePair.Create(id, workers));
        }
    }

    public void Remove(Activation activation)
    {
        if (activation.Class.MostLocalWorkers is null)
        {
            _activations.TryRemove(KeyValuePair.Create(activation.GrainId, activation));
            if (!activation.Class.IsOnEverySilo)
            {
                silo.Directory.OnGone(activation.GrainId);
            }
        }
        else if (_workers.TryGetValue(activation.GrainId, out var workers) && workers.Remove(activation))
        {
            _workers.TryRemove(KeyValuePair.Create(activation.GrainId, workers));
        }
    }
}
