namespace Runtime.Tests.Grains;

internal sealed class PatientGrain : Grain, IPatientGrain
{
    private readonly List<string> _notes = [];
    private readonly TaskCompletionSource _held = new();

    /// <summary>What is let go runs in a turn of its own: within the turn that lets go, Orleans would still be looking through the calls that wait.</summary>
    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task HoldAndCallItself(string entry)
    {
        _held.SetResult();
        await _letGo.Task;
        _ = GrainFactory.GetGrain<IPatientGrain>(this.GetPrimaryKeyString()).Note(entry);
    }

    public Task Note(string entry, CancellationToken cancellationToken)
    {
        _notes.Add(entry);
        return Task.CompletedTask;
    }

    public Task Held() => _held.Task;

    public Task LetGo()
    {
        _letGo.SetResult();
        return Task.CompletedTask;
    }

    public Task<string[]> Notes() => Task.FromResult(_notes.ToArray());
}
