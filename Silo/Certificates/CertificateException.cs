namespace Interleave.Silo.Certificates;

/// <summary>A certificate cannot be used; the message is one line that tells the user why.</summary>
internal sealed class CertificateException(string message, Exception? inner = null) : Exception(message, inner);
