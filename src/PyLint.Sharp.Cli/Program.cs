using PyLint.Sharp.Cli;

using var host = Host.OfThisProcess();
return CommandLine.Run(args, host);
