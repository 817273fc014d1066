namespace Interleave.Silo;

/// <summary>Notices that the process which started this one is gone: it alone holds the other end of our standard input.</summary>
internal static class OwnerWatch
{
    /// <summary>Calls back, once, when the owner has let go, however it ended.</summary>
    /// <remarks>A thread of its own, so that a starved thread pool cannot keep an orphan alive.</remarks>
    public static void Start(Stream fromOwner, Action gone) =>
        new Thread(() => Watch(fromOwner, gone)) { IsBackground = true, Name = "owner watch" }.Start();

    private static void Watch(Stream fromOwner, Action gone)
    {
        Span<byte> ignored = stackalloc byte[256];
        try
        {
            while (fromOwner.Read(ignored) > 0)
            {
            }
        }
        catch (IOException)
        {
            // A broken pipe tells the same as its end.
        }

        gone();
    }
}
