using System.Collections.Concurrent;
using Interleave.Client.Models.Processes;

namespace Interleave.Client.Scenarios.Ipc;

/// <summary>Puts messages into a bounded queue, from which a thread of its own feeds a pipe: as the queue of Python's <c>multiprocessing</c>.</summary>
/// <remarks>The unit that puts never waits for the pipe, only for the bound, which is a semaphore between the two processes.</remarks>
internal sealed class QueueSendingEnd : ISendingEnd
{
    private const char Separator = ' ';

    /// <summary>After a failure, the feeder may be stuck in a full pipe that nobody reads.</summary>
    private static readonly TimeSpan FeederLimit = TimeSpan.FromSeconds(2);

    private readonly SharedMemory _memory = SharedMemory.Create(SharedSemaphore.Size);
    private readonly SharedSemaphore _free;
    private readonly PipeSendingEnd _pipe;
    private readonly BlockingCollection<byte[]> _queue = [];
    private readonly Thread _feeder;
    private readonly MessageBuffers _buffers;
    private byte[] _message = [];

    public QueueSendingEnd(MessageForm form)
    {
        _pipe = new PipeSendingEnd(form);
        _free = SharedSemaphore.Create(_memory, offset: 0, form.UnderWay);
        _buffers = new MessageBuffers(form);
        _feeder = new Thread(Feed) { Name = "feeder", IsBackground = true };
        _feeder.Start();
    }

    public string Place => $"{_pipe.Place}{Separator}{_memory.Path}";

    public static (string Pipe, string Memory) PlacesIn(string place) => place.Split(Separator) is [var pipe, var memory]
        ? (pipe, memory)
        : throw new FormatException($"'{place}' is no place of a queue.");

    public void Connected() => _pipe.Connected();

    public Span<byte> Room(CancellationToken cancellation)
    {
        _free.Wait(cancellation);
        return _message = _buffers.Next();
    }

    public void Send(CancellationToken cancellation) => _queue.Add(_message, cancellation);

    public void Break() => _queue.CompleteAdding();

    public void Dispose()
    {
        _queue.CompleteAdding();
        if (_feeder.Join(FeederLimit))
        {
            _queue.Dispose();
        }

        _memory.Dispose();
    }

    private void Feed()
    {
        using (_pipe)
        {
            try
            {
                foreach (var message in _queue.GetConsumingEnumerable(CancellationToken.None))
                {
                    message.CopyTo(_pipe.Room(CancellationToken.None));
                    _pipe.Send(CancellationToken.None);
                }
            }
            catch (IOException)
            {
                // The receiver is gone, and the one that waits for its answer is told so.
            }
        }
    }
}
