using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.OwnWork;

/// <summary>What every model must find out: what became of each step, and the count of each key.</summary>
/// <param name="Ledger">What units wrote down.</param>
/// <param name="Counts">The count of every key, by the number of the step.</param>
internal sealed record OwnWorkAnswer(StepLedger Ledger, IReadOnlyDictionary<int, IReadOnlyList<long>> Counts)
{
    /// <summary>The lock that the threads shared, where they shared one.</summary>
    public GlobalLock? Gil { get; init; }

    public static OwnWorkAnswer Of<TKey>(StepLedger ledger, IReadOnlyDictionary<int, TKey[]> keys)
        where TKey : Key => new(ledger, keys.ToDictionary(step => step.Key, step => (IReadOnlyList<long>)[.. step.Value.Select(key => key.Count)]));
}
