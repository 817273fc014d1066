namespace Interleave.Grains.OwnWork;

/// <summary>Carries requests, one at a time.</summary>
public interface IRequestGrain : IGrainWithIntegerKey
{
    /// <summary>Told before a trial: what each of them is to do.</summary>
    Task Begin(RequestPlan plan);

    /// <param name="keys">The key that each state step of the file changes, in the order of those steps.</param>
    /// <returns>What came of each step.</returns>
    Task<IReadOnlyList<StepResult>> Perform(IReadOnlyList<int> keys, CancellationToken cancellation);
}
