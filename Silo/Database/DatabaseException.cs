namespace Interleave.Silo.Database;

/// <summary>The database cannot be used; the message is one line that tells the user why, and holds no secret.</summary>
internal sealed class DatabaseException(string message, Exception? inner = null) : Exception(message, inner);
