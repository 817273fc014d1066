namespace Interleave.Client.Scenarios.Fairness;

/// <summary>Computes for long at a time, again and again, until the short operations are through.</summary>
internal sealed class Hog(FairnessJob job, TrialContext trial)
{
    private volatile bool _isOver;

    public int Computations { get; private set; }

    /// <param name="compute">Computes what is long, without letting go.</param>
    public void Run(Action compute)
    {
        using var unit = trial.Unit("hog");
        while (job.HasHog && !_isOver)
        {
            compute();
            Computations++;
        }
    }

    /// <inheritdoc cref="Run"/>
    public async Task RunAsync(Func<Task> compute)
    {
        using var unit = trial.Unit("hog");
        while (job.HasHog && !_isOver)
        {
            await compute();
            Computations++;
        }
    }

    public void End() => _isOver = true;
}
