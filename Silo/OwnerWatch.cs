namespace Interleave.Silo;

/// <summary>Hears the process that started this one: the questions that it asks on our standard input, and that it is gone.</summary>
internal static class OwnerWatch
{
    /// <summary>The line by which an owner lets a process run on without it.</summary>
    public const string Release = "release";

    /// <summary>Calls back once when the owner has let go, however it ended: it alone holds the other end of our standard input.</summary>
    /// <param name="fromOwner">This process's standard input.</param>
    /// <param name="gone">Told at the end, unless the owner released this process.</param>
    /// <param name="asked">Told each line before, on the thread that reads.</param>
    /// <param name="isReleasable">Whether the owner may release this process.</param>
    /// <remarks>A thread of its own, so that a starved thread pool cannot keep an orphan alive.</remarks>
    public static void Start(Stream fromOwner, Action gone, Action<string>? asked = null, bool isReleasable = false) =>
        new Thread(() => Watch(fromOwner, gone, asked, isReleasable)) { IsBackground = true, Name = "owner watch" }.Start();

    private static void Watch(Stream fromOwner, Action gone, Action<string>? asked, bool isReleasable)
    {
        try
        {
            using var lines = new StreamReader(fromOwner);
            while (lines.ReadLine() is { } line)
            {
                if (isReleasable && line == Release)
                {
                    return;
                }

                asked?.Invoke(line);
            }
        }
        catch (IOException)
        {
            // A broken pipe tells the same as its end.
        }

        gone();
    }
}
