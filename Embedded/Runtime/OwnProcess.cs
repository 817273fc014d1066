using System.ComponentModel;
using System.Diagnostics;

namespace Interleave.Embedded.Runtime;

/// <summary>The process that the silo is in.</summary>
internal static class OwnProcess
{
    /// <summary>Ends it at once, whatever it still does.</summary>
    public static void Kill(string reason)
    {
        try
        {
            Console.Error.WriteLine(reason);
            using var self = Process.GetCurrentProcess();
            self.Kill();
        }
        catch (Exception fault) when (fault is IOException or OutOfMemoryException or Win32Exception)
        {
            // The system has not got what that takes, a thread or a descriptor for example.
            Environment.FailFast(reason);
        }
    }
}
