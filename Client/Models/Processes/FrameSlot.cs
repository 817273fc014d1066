namespace Interleave.Client.Models.Processes;

/// <summary>Where a thread waits for the next message to its unit, which another thread reads.</summary>
internal sealed class FrameSlot
{
    private readonly object _changed = new();
    private Frame? _frame;
    private bool _ended;

    /// <returns>Null when none will come any more.</returns>
    public Frame? Wait()
    {
        lock (_changed)
        {
            while (_frame is null && !_ended)
            {
                Monitor.Wait(_changed);
            }

            var frame = _frame;
            _frame = null;
            return frame;
        }
    }

    public void Put(Frame frame)
    {
        lock (_changed)
        {
            _frame = frame;
            Monitor.Pulse(_changed);
        }
    }

    public void End()
    {
        lock (_changed)
        {
            _ended = true;
            Monitor.Pulse(_changed);
        }
    }
}
