namespace Interleave.Client.Doctor;

/// <summary>Whether there is more than one core to spread work over.</summary>
internal sealed class CoresProbe(int cores) : IProbe
{
    private const string Subject = "cores";

    public Task<Diagnosis> ExamineAsync(CancellationToken cancellation) => Task.FromResult(cores > 1
        ? Diagnosis.Ok(Subject, $"{cores} cores for this process")
        : Diagnosis.Warn(
            Subject, "1 core for this process", "Parallel and interleaved work look alike on one core: give it two or more (taskset, docker --cpus)."));
}
