namespace Interleave.Grains.Race;

/// <summary>Holds the state that units share, and takes their steps.</summary>
internal abstract class SharedStateGrain : Grain
{
    private SharedState _state = SharedState.Create(StateKind.Counter);

    public Task Reset(StateKind kind)
    {
        _state = SharedState.Create(kind);
        return Task.CompletedTask;
    }

    public Task Take(StepRange steps)
    {
        steps.ForEach(_state.Step);
        return Task.CompletedTask;
    }

    public Task TakeAwaiting(StepRange steps) => steps.ForEachAsync(async number =>
    {
        var reading = _state.Read(number);
        await Task.Yield();
        _state.Write(reading);
    });

    public Task<StateReport> Report() => Task.FromResult(_state.Report());
}
