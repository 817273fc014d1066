namespace Interleave.Client.Scenarios.Spinner;

/// <summary>Given to a unit that is created and then neither started nor awaited: tells whether it ran nevertheless.</summary>
internal sealed class LeftAlone
{
    private volatile bool _ran;

    public bool Ran => _ran;

    public void Run() => _ran = true;

    public async Task RunAsync()
    {
        await Task.Yield();
        Run();
    }
}
