using System.Net.Sockets;

namespace Interleave.Client.Models;

/// <summary>A connection whose calls of the operating system let go of a global lock, as those of CPython's socket module do.</summary>
internal sealed class ReleasingStream(Socket socket, GlobalLock gil) : NetworkStream(socket, ownsSocket: true)
{
    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return gil.Released(() => Socket.Receive(buffer, offset, count, SocketFlags.None));
        }
        catch (SocketException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        try
        {
            gil.Released(() => Socket.Send(buffer, offset, count, SocketFlags.None)); // A blocking socket sends all of it.
        }
        catch (SocketException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }
}
