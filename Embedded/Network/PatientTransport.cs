using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace Interleave.Embedded.Network;

/// <summary>Gives the web server the listeners that it accepts connections by.</summary>
/// <param name="mostConnections">How many each of them accepts that have not ended.</param>
/// <param name="loggers">Make their logs.</param>
internal sealed class PatientTransport(int mostConnections, ILoggerFactory loggers) : IConnectionListenerFactory
{
    /// <exception cref="AddressInUseException">Another process listens there.</exception>
    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        try
        {
            return new(PatientListener.Bind(endpoint, mostConnections, loggers.CreateLogger<PatientListener>()));
        }
        catch (SocketException fault) when (fault.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new AddressInUseException(fault.Message, fault);
        }
    }
}
