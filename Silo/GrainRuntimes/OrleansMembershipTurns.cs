namespace Interleave.Silo.GrainRuntimes;

/// <summary>Lets one silo after the other join, and take its leave.</summary>
/// <remarks>
/// Two silos that write to the membership table in the same moment conflict, and Orleans lets the one that lost wait two seconds before it tries again:
/// ten silos that start or stop together would take a minute.
/// </remarks>
internal sealed class MembershipTurns(ClusterFolder folder) : ILifecycleParticipant<ISiloLifecycle>
{
    private static readonly TimeSpan JoiningPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LeavingPatience = TimeSpan.FromMilliseconds(500);

    private readonly string _file = Path.Combine(folder.Path, "turn.lock");
    private FileLock? _turn;

    public void Participate(ISiloLifecycle lifecycle)
    {
        // Stages start in ascending order, and stop in descending order.
        On(lifecycle, ServiceLifecycleStage.AfterRuntimeGrainServices - 1, start: () => TakeAsync(JoiningPatience), stop: End);
        On(lifecycle, ServiceLifecycleStage.Active + 1, start: End, stop: () => TakeAsync(LeavingPatience));
        On(lifecycle, ServiceLifecycleStage.BecomeActive - 1, start: () => Task.CompletedTask, stop: End);
        On(lifecycle, ServiceLifecycleStage.RuntimeInitialize + 2, start: () => Task.CompletedTask, stop: () => TakeAsync(LeavingPatience));
        On(lifecycle, ServiceLifecycleStage.RuntimeInitialize, start: () => Task.CompletedTask, stop: End);
    }

    private static void On(ISiloLifecycle lifecycle, int stage, Func<Task> start, Func<Task> stop) =>
        lifecycle.Subscribe(nameof(MembershipTurns), stage, _ => start(), _ => stop());

    private async Task TakeAsync(TimeSpan patience)
    {
        try
        {
            _turn ??= await FileLock.TakeAsync(_file, patience);
        }
        catch (IOException)
        {
            // The silo that has the turn may be frozen. Without a turn there may be a conflict, which costs time and no more.
        }
    }

    private Task End()
    {
        _turn?.Dispose();
        _turn = null;
        return Task.CompletedTask;
    }
}
