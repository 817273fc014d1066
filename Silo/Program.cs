return await Interleave.Silo.SiloCommand.RunAsync(args);
