using System.IO.Pipes;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Interleave.Client.Models.Processes;

/// <summary>A process of a pool from within: it does what it is asked, one request at a time for each unit, until its owner lets go.</summary>
internal static class UnitProcessMain
{
    /// <summary>The command line's word for it.</summary>
    public const string Command = "unit";

    public static void Run(UnitProcessArguments arguments)
    {
        // Ctrl-C reaches every process of the terminal; this one ends when its owner does.
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        Console.SetOut(TextWriter.Null); // Nothing but replies goes to the owner.
        using var frames = new FrameStream(Console.OpenStandardInput(), Console.OpenStandardOutput());
        var server = UnitServer.Create(Assembly.LoadFrom(arguments.Assembly).GetType(arguments.Work, throwOnError: true)!); // It throws instead of being null.
        new Thread(() => HeedOwner(arguments.Control, server)) { Name = "owner", IsBackground = true }.Start();
        frames.Write(new Frame(FrameKind.Ready, 0, 0, []));
        try
        {
            if (arguments.Units == 1)
            {
                Serve(frames, server);
            }
            else
            {
                Distribute(frames, server, arguments.Units);
            }
        }
        catch (IOException)
        {
            // The owner is gone.
        }
    }

    /// <summary>The thread that reads a request does its work: nobody has to be woken for it.</summary>
    private static void Serve(FrameStream frames, UnitServer server)
    {
        while (frames.Read() is { } request)
        {
            frames.Write(server.Answer(request));
        }
    }

    private static void Distribute(FrameStream frames, UnitServer server, int units)
    {
        var slots = Enumerable.Range(0, units).Select(_ => new FrameSlot()).ToArray();
        foreach (var slot in slots)
        {
            new Thread(() => ServeUnit(slot)) { IsBackground = true }.Start();
        }

        while (frames.Read() is { } request)
        {
            slots[request.Unit].Put(request);
        }

        void ServeUnit(FrameSlot slot)
        {
            try
            {
                while (slot.Wait() is { } request)
                {
                    frames.Write(server.Answer(request));
                }
            }
            catch (IOException)
            {
                // The owner is gone, which ends this process.
            }
        }
    }

    /// <summary>Cancels what the owner gives up; ends this process, whatever it is doing, when the owner is gone.</summary>
    private static void HeedOwner(string control, UnitServer server)
    {
        using var owner = new AnonymousPipeClientStream(PipeDirection.In, control);
        Span<byte> number = stackalloc byte[sizeof(long)];
        while (owner.ReadAtLeast(number, number.Length, throwOnEndOfStream: false) == number.Length)
        {
            server.Cancel(BitConverter.ToInt64(number));
        }

        Environment.Exit(0);
    }
}
