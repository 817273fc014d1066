using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace Interleave.Embedded.Network;

/// <summary>Gives the web server the listeners that it accepts connections by.</summary>
internal sealed class PatientTransport(ILoggerFactory loggers) : IConnectionListenerFactory
{
    /// <exception cref="AddressInUseException">Another process listens there.</exception>
    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        try
        {
            return new(PatientListener.Bind(endpoint, loggers.CreateLogger<PatientListener>()));
        }
        catch (SocketException fault) when (fault.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new AddressInUseException(fault.Message, fault);
        }
    }
}
