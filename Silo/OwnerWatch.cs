namespace Interleave.Silo;

/// <summary>Hears the process that started this one: the questions that it asks on our standard input, and that it is gone.</summary>
internal static class OwnerWatch
{
    /// <summary>Calls back once when the owner has let go, however it ended: it alone holds the other end of our standard input.</summary>
    /// <param name="fromOwner">This process's standard input.</param>
    /// <param name="gone">Told at the end.</param>
    /// <param name="asked">Told each line before, on the thread that reads.</param>
    /// <remarks>A thread of its own, so that a starved thread pool cannot keep an orphan alive.</remarks>
    public static void Start(Stream fromOwner, Action gone, Action<string>? asked = null) =>
        new Thread(() => Watch(fromOwner, gone, asked)) { IsBackground = true, Name = "owner watch" }.Start();

    private static void Watch(Stream fromOwner, Action gone, Action<string>? asked)
    {
        try
        {
            using var lines = new StreamReader(fromOwner);
            while (lines.ReadLine() is { } line)
            {
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
