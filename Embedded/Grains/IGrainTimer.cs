namespace Interleave.Embedded;

/// <summary>A timer whose callbacks are turns of its grain; disposing it stops it.</summary>
public interface IGrainTimer : IDisposable
{
    void Change(TimeSpan dueTime, TimeSpan period);
}
