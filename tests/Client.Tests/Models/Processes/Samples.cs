using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Interleave.Client.Models;
using Interleave.Client.Models.Processes;

namespace Interleave.Client.Tests.Models.Processes;

internal sealed record Question(string Text, int Times);

/// <summary>Says who answered, and how often it was asked.</summary>
internal sealed record Reply(string Text, int ProcessId, int Asked);

internal sealed class Repeat : IProcessWork<Question, Reply>
{
    private int _asked;

    public Reply Do(Question request, CancellationToken cancellation) =>
        new(string.Concat(Enumerable.Repeat(request.Text, request.Times)), Environment.ProcessId, Interlocked.Increment(ref _asked));
}

internal sealed class Reverse : IProcessWork<byte[], byte[]>
{
    public byte[] Do(byte[] request, CancellationToken cancellation) => [.. request.Reverse()];
}

/// <summary>Fails, or ends its process by the exit code that it was asked for.</summary>
internal sealed class Fail : IProcessWork<int, int>
{
    public int Do(int request, CancellationToken cancellation)
    {
        if (request > 0)
        {
            Environment.Exit(request);
        }

        throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"told {request}"));
    }
}

/// <summary>Computes until it is cancelled; writes into the file that it is given when it begins.</summary>
internal sealed class ComputeForEver : IProcessWork<string, int>
{
    public int Do(string request, CancellationToken cancellation)
    {
        File.WriteAllText(request, "begun");
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }
}

/// <summary>Answers when as many have asked as it has units.</summary>
internal sealed class MeetThree : IProcessWork<int, bool>, IDisposable
{
    private readonly Barrier _together = new(3);

    public bool Do(int request, CancellationToken cancellation) => _together.SignalAndWait(TimeSpan.FromSeconds(30), cancellation);

    public void Dispose() => _together.Dispose();
}

internal sealed class CannotBeMade : IProcessWork<int, int>
{
    [SuppressMessage("Performance", "CA1822", Justification = "A constructor.")]
    public CannotBeMade() => throw new NotSupportedException("never");

    public int Do(int request, CancellationToken cancellation) => request;
}

/// <summary>Has a pool of its own, whose first process computes for ever; replies by its processes.</summary>
internal sealed class OwnPool : IProcessWork<string, int[]>
{
    public int[] Do(string request, CancellationToken cancellation)
    {
        var pool = ProcessPool<string, int>.Start<ComputeForEver>(2, cancellation: cancellation);
        ThreadGroup.Start(() => pool.Units[0].Ask(request, CancellationToken.None));
        return [.. pool.ProcessIds];
    }
}
