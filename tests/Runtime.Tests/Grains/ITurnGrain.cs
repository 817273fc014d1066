namespace Runtime.Tests.Grains;

/// <summary>Would lose updates, or run on a foreign scheduler, if turns could overlap.</summary>
public interface ITurnGrain : IGrainWithGuidKey
{
    Task ReadAwaitWrite();

    Task<int> Written();

    Task<bool> KeepsItsScheduler();

    Task<int> MostTasksAtOnce(int tasks);
}
