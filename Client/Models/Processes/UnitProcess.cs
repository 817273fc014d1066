using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using Interleave.Silo;
using Interleave.Silo.Usage;

namespace Interleave.Client.Models.Processes;

/// <summary>A child process that does the work of one unit or of several, and the pipes to it.</summary>
internal sealed class UnitProcess : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(3);

    private readonly Process _process;
    private readonly Lock _ending = new();
    private readonly AnonymousPipeServerStream _control;
    private readonly FrameStream _frames;
    private readonly long _startedAt;
    private readonly FrameSlot[]? _slots;
    private long _number;
    private bool _ended;
    private int? _exitCode;

    private UnitProcess(Process process, AnonymousPipeServerStream control, int units, long startedAt)
    {
        (_process, _control, _startedAt) = (process, control, startedAt);
        _frames = new FrameStream(process.StandardOutput.BaseStream, process.StandardInput.BaseStream);
        _slots = units == 1 ? null : [.. Enumerable.Range(0, units).Select(_ => new FrameSlot())];
        Id = process.Id;
    }

    public int Id { get; }

    /// <summary>From the call that started the process until it was ready for requests.</summary>
    public TimeSpan StartTime { get; private set; }

    public bool Lives => ExitCode(TimeSpan.Zero) is null;

    /// <summary>Starts the process; it becomes ready while the caller does something else, such as starting the next one.</summary>
    /// <param name="work">An <see cref="IProcessWork{TRequest,TReply}"/>.</param>
    /// <param name="units">How many requests the process works on at once.</param>
    public static UnitProcess Start(Type work, int units)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var control = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        // Only type parameters have no full name.
        var arguments = new UnitProcessArguments(work.Assembly.Location, work.FullName!, units, control.GetClientHandleAsString());
        try
        {
            var start = new ProcessStartInfo(DotnetHost.Path, [typeof(UnitProcess).Assembly.Location, UnitProcessMain.Command, .. arguments.ToList()])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
                CreateNoWindow = true,
            };
            var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
            control.DisposeLocalCopyOfClientHandle();
            return new UnitProcess(process, control, units, startedAt);
        }
        catch
        {
            control.Dispose();
            throw;
        }
    }

    /// <summary>Blocks until the process is ready for requests.</summary>
    /// <exception cref="ProcessUnitDiedException">It ended instead, or was ended since it took too long.</exception>
    public void WaitUntilReady(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(StartLimit);
        using var kill = limit.Token.UnsafeRegister(_ => Kill(), null);
        var ready = _frames.Read();
        cancellation.ThrowIfCancellationRequested();
        if (ready is not { Kind: FrameKind.Ready })
        {
            throw Died();
        }

        StartTime = Stopwatch.GetElapsedTime(_startedAt);
        if (_slots is not null)
        {
            new Thread(HandOutReplies) { Name = $"replies of process {Id.ToString(CultureInfo.InvariantCulture)}", IsBackground = true }.Start();
        }
    }

    /// <summary>What the process has used; unknown when it has ended. Not to be asked while its first unit works.</summary>
    public ProcessCounters Counters()
    {
        try
        {
            return Payload.Read<ProcessCounters>(Exchange(FrameKind.Counters, 0, [], CancellationToken.None).Payload);
        }
        catch (ProcessUnitDiedException)
        {
            return ProcessCounters.Unknown;
        }
    }

    /// <summary>Sends a request and blocks until its reply has come; one thread at a time for each unit.</summary>
    public Frame Exchange(int unit, byte[] request, CancellationToken cancellation) => Exchange(FrameKind.Request, unit, request, cancellation);

    private Frame Exchange(FrameKind kind, int unit, byte[] request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var number = Interlocked.Increment(ref _number);
        try
        {
            _frames.Write(new Frame(kind, unit, number, request));
        }
        catch (IOException)
        {
            throw Died();
        }

        using var cancel = cancellation.UnsafeRegister(_ => Cancel(number), null);
        // With one unit, its caller reads: no other thread has to be woken for the reply.
        return (_slots is null ? _frames.Read() : _slots[unit].Wait()) ?? throw Died();
    }

    public void Kill()
    {
        lock (_ending)
        {
            if (!_ended)
            {
                _process.Kill();
            }
        }
    }

    /// <summary>Closes the pipes to the process, which ends it.</summary>
    public void Release()
    {
        _control.Dispose();
        _process.StandardInput.BaseStream.Dispose(); // The writer would try to send what it does not hold, and fail where the process has died.
    }

    /// <summary>Releases the process, waits until it has ended, and kills it where it does not end.</summary>
    public void Dispose()
    {
        Release();
        if (ExitCode(EndLimit) is null)
        {
            Kill();
            ExitCode(EndLimit);
        }

        if (_exitCode is not 0)
        {
            RuntimeFiles.RemoveOf(Id);
        }

        lock (_ending)
        {
            _ended = true;
            _frames.Dispose();
            _process.Dispose();
        }
    }

    private void Cancel(long number)
    {
        lock (_control)
        {
            try
            {
                _control.Write(BitConverter.GetBytes(number));
            }
            catch (IOException)
            {
                // The process has died; the caller that waits for its reply is told so.
            }
        }
    }

    private void HandOutReplies()
    {
        while (_frames.Read() is { } reply)
        {
            _slots![reply.Unit].Put(reply);
        }

        foreach (var slot in _slots!)
        {
            slot.End();
        }
    }

    private ProcessUnitDiedException Died() => new(Id, ExitCode(EndLimit));

    /// <returns>Null when the process has not ended within the limit.</returns>
    private int? ExitCode(TimeSpan limit)
    {
        lock (_ending)
        {
            return _exitCode ??= !_ended && _process.WaitForExit(limit) ? _process.ExitCode : null;
        }
    }
}
