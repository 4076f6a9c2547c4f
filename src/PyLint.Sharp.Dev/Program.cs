Console.Error.WriteLine("There is no developer command yet.");
return 2;
