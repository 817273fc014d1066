namespace Interleave.Grains.OwnWork;

/// <summary>Does the steps of a request in order: state by the grain of its key, parallel steps by grains that are called side by side.</summary>
internal sealed class OwnRequestGrain(StepWork work) : Grain, IRequestGrain
{
    /// <summary>The branches of one request grain, and of no other.</summary>
    private const int MostBranches = 64;

    private RequestPlan? _plan;

    private RequestPlan Plan => _plan ?? throw new InvalidOperationException("This grain was not told what its requests do.");

    public Task Begin(RequestPlan plan)
    {
        _plan = plan;
        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<StepResult>> Perform(IReadOnlyList<int> keys, CancellationToken cancellation)
    {
        var results = new List<StepResult>();
        var draws = new Draws(keys);
        foreach (var step in Plan.Steps)
        {
            switch (step)
            {
                case ParallelStep parallel:
                    results.AddRange(await Task.WhenAll(parallel.Branches.Select(branch => Branch(branch, draws, cancellation))));
                    break;
                case StateStep state:
                    results.Add(await Change(state, draws, cancellation));
                    break;
                case WorkStep alone:
                    results.Add(await work.DoAsync(alone, Plan.Machinery, cancellation));
                    break;
            }
        }

        return results;
    }

    private Task<StepResult> Branch(WorkStep step, Draws draws, CancellationToken cancellation) => step is StateStep state
        ? Change(state, draws, cancellation)
        : GrainFactory.GetGrain<IBranchGrain>((this.GetPrimaryKeyLong() * MostBranches) + step.Number).Perform(step, Plan.Machinery, cancellation);

    private async Task<StepResult> Change(StateStep step, Draws draws, CancellationToken cancellation)
    {
        var (place, key) = draws.Next();
        var count = await GrainFactory.GetGrain<IKeyGrain>(Plan.GrainOf(place, key)).Change(Plan.Trial, step, Plan.Machinery, cancellation);
        return new StepResult(step.Number, count, key, TimeSpan.Zero);
    }

    /// <summary>The keys of one request, taken in the order of its state steps; no two turns of a grain overlap.</summary>
    private sealed class Draws(IReadOnlyList<int> keys)
    {
        private int _taken;

        public (int Place, int Key) Next() => (_taken, keys[_taken++]);
    }
}
