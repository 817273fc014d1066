using System.Collections.Concurrent;
using Interleave.Embedded.Calls;

namespace Interleave.Embedded.Runtime;

/// <summary>The activations of this silo.</summary>
internal sealed class Catalog(Silo silo, GrainClasses classes)
{
    private readonly ConcurrentDictionary<GrainId, Activation> _activations = new();
    private readonly ConcurrentDictionary<GrainId, StatelessWorkers> _workers = new();

    public IEnumerable<Activation> Activations =>
        _activations.Select(entry => entry.Value).Concat(_workers.SelectMany(entry => entry.Value.Activations));

    /// <summary>How many grains have stateless workers here.</summary>
    public int WorkerGroups => _workers.Count;

    /// <summary>Hands a call to the activation that it is for, which is made if there is none.</summary>
    public void Deliver(Call call)
    {
        if (!_activations.TryGetValue(call.Target, out var activation))
        {
            var grainClass = classes.Named(call.Target.Type);
            activation = grainClass.MostLocalWorkers is { } most
                ? Worker(grainClass, call.Target, most)
                : _activations.GetOrAdd(call.Target, id => new Activation(silo, grainClass, id));
        }

        call.Place = activation;
        activation.Accept(call);
    }

    public void Remove(Activation activation)
    {
        if (activation.Class.MostLocalWorkers is null)
        {
            _activations.TryRemove(KeyValuePair.Create(activation.GrainId, activation));
        }
        else if (_workers.TryGetValue(activation.GrainId, out var workers) && workers.Remove(activation))
        {
            _workers.TryRemove(KeyValuePair.Create(activation.GrainId, workers));
        }
    }

    private Activation Worker(GrainClass grainClass, GrainId id, int most)
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
}
