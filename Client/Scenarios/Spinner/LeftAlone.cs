using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Spinner;

/// <summary>Given to a unit that is created and then neither started nor awaited: tells whether it ran nevertheless.</summary>
internal sealed class LeftAlone
{
    /// <summary>For a grain that is called and not awaited.</summary>
    public static SlowWork Work { get; } = new SlowComputation(new NumberRange(1, 100));

    private volatile bool _ran;

    public bool Ran => _ran;

    public void Run() => _ran = true;

    public async Task RunAsync()
    {
        await Task.Yield();
        Run();
    }
}
